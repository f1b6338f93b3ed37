import type { ShownEvidence } from "../../src/model/index.js";
import { handlingMarks } from "../../src/model/order.js";
import { shortId } from "../api/evidence.js";
import type { FilterField, FilterFields } from "../filter/filter.js";
import { gradeText, languageWords } from "./words.js";

/** The fields of a filter on the files of a case. */
export const evidenceFields: readonly FilterField[] = [
  { id: "is", about: "how it stands", values: ["graded", "ungraded", "quoted", "unquoted", "withdrawn"] },
  { id: "title", about: "of the file" },
  { id: "publisher", about: "who published it" },
  { id: "format", about: "such as pdf" },
  { id: "language", about: "its tag or name, such as zh or Chinese" },
  { id: "grade", about: "how far it can be relied on, such as B2 or B" },
  { id: "captured", about: "when, from the year on: 2026-11" },
  { id: "mark", about: "how it is handled", values: handlingMarks },
  { id: "id", about: "such as e1" },
];

/** What a filter looks at in a file of the evidence. */
export function evidenceFilterFields({ id, item, quotes }: ShownEvidence): FilterFields {
  const grade = gradeText(item.grade);
  const language = languageWords(item.language);
  return {
    text: [shortId(id), item.title, item.publisher ?? "", item.format, item.handling, language, grade].join(" "),
    values: {
      is: [
        item.grade.reliability === null && item.grade.credibility === null ? "ungraded" : "graded",
        quotes > 0 ? "quoted" : "unquoted",
        ...(item.withdrawn === null ? [] : ["withdrawn"]),
      ],
      title: [item.title],
      publisher: item.publisher ? [item.publisher] : [],
      format: [item.format],
      language: item.language ? [item.language, language] : [],
      grade: [grade],
      captured: item.retrieved ? [item.retrieved] : [],
      mark: [item.handling],
      id: [shortId(id)],
    },
  };
}
