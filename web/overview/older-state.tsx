import { Link } from "wouter";
import type { ShelvedReview } from "../../src/model/index.js";
import { counted, listed } from "../../src/report/words.js";
import { useFolderState } from "../api/reviews.js";
import { momentWords } from "../parts/days.js";
import { Note } from "../parts/state.js";

/** Files that are named; of more their count. */
const mostNamed = 5;

/** Says that the review is of an older state of its folder, where files that it read are otherwise since; nothing where they are as they were. */
export function OlderState({ shelved }: { shelved: ShelvedReview }) {
  const { changed = [], gone = [] } = useFolderState(shelved.id).value ?? {};
  if (changed.length + gone.length === 0) return null;
  const what = [
    ...(changed.length > 0 ? [`${counted(changed.length, "file")} changed (${namesOf(changed)})`] : []),
    ...(gone.length > 0 ? [`${counted(gone.length, "file")} went (${namesOf(gone)})`] : []),
  ];
  return (
    <Note kind="plain">
      This review is of an older state of its folder: since {momentWords(shelved.kept)} {listed(what)}.{" "}
      <Link href="/new">Review it anew</Link>.
    </Note>
  );
}

function namesOf(paths: readonly string[]): string {
  return `${paths.slice(0, mostNamed).join(", ")}${paths.length > mostNamed ? ` and ${paths.length - mostNamed} more` : ""}`;
}
