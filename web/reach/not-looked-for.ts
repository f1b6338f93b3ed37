import type { Review } from "../../src/model/index.js";
import { counted } from "../../src/report/words.js";

/** What the review could not look for or into, by kind, each counted: what a path might hide in. */
export function notLookedFor({ summary, problems }: Pick<Review, "summary" | "problems">): { count: number; words: string }[] {
  // As the overview counts them: a note on what is normal is no problem.
  const unread = problems.filter(({ severity }) => severity !== "note").length;
  const kinds = [
    { count: summary.unattributed, words: `${counted(summary.unattributed, "observation")} attributed to nobody` },
    { count: summary.leftOut, words: `${counted(summary.leftOut, "file")} left out` },
    { count: unread, words: `${counted(unread, "problem")} in reading` },
  ];
  return kinds.filter(({ count }) => count > 0);
}
