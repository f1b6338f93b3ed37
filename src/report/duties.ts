import type { Duty } from "../model/index.js";
import type { View } from "./view.js";
import { counted, listed, markWords } from "./words.js";

/** Deals named one by one; beyond these they are counted. */
const mostNamed = 3;

/** When it is due: the day, and in words what the day comes from. */
export function dueText({ due, dueInWords }: Duty, { review }: View): string {
  if (due === null) return dueInWords;
  return due < review.asOf ? `${due}, past on the day of this review (${dueInWords})` : `${due} (${dueInWords})`;
}

/** For which deals, by the names of the other side. */
export function dealsText({ transactions }: Duty, view: View): string {
  const names = [
    ...new Set(transactions.map((id) => view.transaction(id)).flatMap((one) => (one ? [view.providerName(one.provider)] : []))),
  ];
  const rest = names.length - mostNamed;
  return rest > 0 ? `${names.slice(0, mostNamed).join(", ")} and ${counted(rest, "other")}` : listed(names);
}

/** What has to be done, by whom, and what it has to hold. */
export function whatText({ title, does, content }: Duty): string {
  return `${title}: ${does}${content.length > 0 ? ` It has to hold: ${content.join("; ")}.` : ""}`;
}

/** The provision, how far it was checked, and whether the duty follows for certain. */
export function groundText({ citation, mark, certainty }: Duty): string {
  const open = certainty === "cannot-be-excluded" ? "; owed only if the deal turns out to be one of that kind, which stays open" : "";
  return `${citation} (${mark}: ${markWords[mark]})${open}`;
}
