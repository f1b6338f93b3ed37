import { firstDayOf, lastDayOf } from "../model/order.js";
import { contentsOf, entriesOf, objectsIn, problemAt } from "./entries.js";
import type { ReferenceFile, ReferenceProblem } from "./parse.js";

/** Whatever begins ends no earlier. */
export function checkDates(files: ReferenceFile[]): ReferenceProblem[] {
  return objectsIn(files).flatMap((entry) => {
    const { from, until } = entry.value;
    if (typeof from !== "string" || typeof until !== "string" || firstDayOf(from) <= lastDayOf(until)) return [];
    return [problemAt(entry, `it ends on ${until}, before it begins on ${from}`, "until")];
  });
}

/** A share is given as one figure or as a range in order, never as both. */
export function checkShares(files: ReferenceFile[]): ReferenceProblem[] {
  const interests = [...contentsOf(files, "provider"), ...contentsOf(files, "parties")].flatMap(({ file, value }) =>
    entriesOf(file, ["interests"], value.interests),
  );
  return interests.flatMap((interest) => {
    const { share, shareMin, shareMax } = interest.value;
    if (share !== undefined && (shareMin !== undefined || shareMax !== undefined)) {
      return [problemAt(interest, "it has a share and a range of shares; expected one of them", "share")];
    }
    if (shareMin !== undefined && shareMax !== undefined && shareMin > shareMax) {
      return [problemAt(interest, `shareMin ${shareMin} is above shareMax ${shareMax}`, "shareMin")];
    }
    return [];
  });
}
