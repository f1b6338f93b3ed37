import type { RecordLine } from "../../src/model/index.js";
import { handlingMarks } from "../../src/model/order.js";
import { recordSentence, valueWords } from "../../src/report/docket/record-words.js";
import type { FilterField, FilterFields } from "../filter/filter.js";

/** The fields of a filter on the record. */
export const recordFields: readonly FilterField[] = [
  { id: "by", about: "who did it" },
  { id: "act", about: "what was done, such as event-corrected" },
  { id: "case", about: "the case that it belongs to" },
  { id: "kind", about: "of the object, such as letter" },
  { id: "object", about: "its id" },
  { id: "field", about: "that was changed" },
  { id: "at", about: "when, from the year on: 2026-11 or 2026-11-27" },
  { id: "mark", about: "how it is handled", values: handlingMarks },
  { id: "from", about: "docket that it came from" },
  { id: "entry", about: "its number" },
  { id: "digest", about: "its digest, from the start" },
];

/** A line with what it is filtered by. */
export interface RecordRow {
  line: RecordLine;
  sentence: string;
  fields: FilterFields;
}

const rows = new WeakMap<RecordLine, RecordRow>();

/** The row of a line; the same line gives the same row. */
export function rowOf(line: RecordLine): RecordRow {
  const known = rows.get(line);
  if (known) return known;
  const sentence = recordSentence(line);
  const blank = line.object.indexOf(" ");
  const changed = line.changed.map(({ path, before, after }) => `${path.join(".")} ${valueWords(before)} ${valueWords(after)}`);
  const row = {
    line,
    sentence,
    fields: {
      text: [sentence, line.act, line.reason ?? "", ...changed].join(" ").slice(0, 20_000),
      values: {
        ...{ by: [line.by], act: [line.act], case: line.case === null ? [] : [line.case] },
        ...{
          kind: [line.object.slice(0, blank)],
          object: [line.object.slice(blank + 1)],
          field: line.changed.map(({ path }) => path.join(".")),
        },
        ...{ at: [line.at], mark: [line.handling], from: line.origin ? [line.origin.docket] : [] },
        ...{ entry: [String(line.number)], digest: [line.digest] },
      },
    },
  };
  rows.set(line, row);
  return row;
}
