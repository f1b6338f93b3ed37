import type { ShelvedReview } from "../../src/model/index.js";
import { byText, handlingMarks, outcomes } from "../../src/model/order.js";
import { outcomeWords } from "../../src/report/words.js";
import type { FilterField, FilterFields } from "../filter/filter.js";

export const originWords = {
  folder: "folder",
  example: "worked example,",
  files: "files handed over,",
  saved: "saved file",
} as const satisfies Record<ShelvedReview["origin"]["kind"], string>;

/** Gravest first. */
const determinations: readonly ShelvedReview["outcome"][] = ["prohibited", "permitted-with-measures", "cannot-be-judged", "not-prohibited"];

/** The fields of a filter on reviews. */
export const reviewFields: readonly FilterField[] = [
  { id: "subject", about: "whose use was reviewed" },
  { id: "answer", about: "what came out", values: determinations },
  { id: "open", about: "outcomes of findings that are open", values: outcomes },
  { id: "pack", about: "rule pack it was judged by, such as us-dsp" },
  { id: "asof", about: "its day, from the year on: 2026-11" },
  { id: "kept", about: "when it was kept" },
  { id: "by", about: "who made it" },
  { id: "from", about: "where it comes from", values: ["folder", "example", "files", "saved"] },
  { id: "is", about: "whether its folder is still there", values: ["again", "alone"] },
  { id: "mark", about: "how it is handled", values: handlingMarks },
];

/** What a filter looks at in a review of the shelf. */
export function reviewFilterFields(one: ShelvedReview): FilterFields {
  return {
    text: [one.subject, one.id, one.answer, one.origin.path, ...one.rulePacks].join(" "),
    values: {
      subject: [one.subject],
      answer: [one.outcome],
      open: outcomes.filter((outcome) => (one.open[outcome] ?? 0) > 0),
      pack: [...one.packs.map(({ id }) => id), ...one.rulePacks],
      asof: [one.asOf],
      kept: [one.kept],
      by: one.by ? [one.by] : [],
      from: [one.origin.kind],
      is: [one.again ? "again" : "alone"],
      mark: [one.handling],
    },
  };
}

/** `2 prohibited, 3 review`; in words, gravest first. */
export function openWords({ open }: ShelvedReview): string {
  return (
    outcomes.flatMap((outcome) => (open[outcome] ? [`${open[outcome]} ${outcomeWords[outcome].toLowerCase()}`] : [])).join(", ") || "none"
  );
}

/** How the list can be sorted; as it comes it is the newest first. */
export const reviewSortings: Readonly<Record<string, (left: ShelvedReview, right: ShelvedReview) => number>> = {
  subject: (left, right) => byText(left.subject, right.subject),
  asof: (left, right) => byText(left.asOf, right.asOf),
  answer: (left, right) => determinations.indexOf(left.outcome) - determinations.indexOf(right.outcome),
  open: (left, right) => gravity(left, right),
  kept: (left, right) => byText(left.kept, right.kept),
};

/** The one with more of the gravest outcome comes first. */
function gravity(left: ShelvedReview, right: ShelvedReview): number {
  for (const outcome of outcomes) {
    const more = (right.open[outcome] ?? 0) - (left.open[outcome] ?? 0);
    if (more !== 0) return more;
  }
  return 0;
}
