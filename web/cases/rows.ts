import type { CaseLine, CaseList } from "../../src/model/index.js";
import { byText } from "../../src/model/order.js";
import type { FilterField, FilterFields } from "../filter/filter.js";

/** A case with what the list shows and filters by. */
export interface CaseRow {
  line: CaseLine;
  fields: FilterFields;
}

/** The fields of a filter on cases. */
export const caseFields: readonly FilterField[] = [
  { id: "is", about: "how its clock stands", values: ["overdue", "due", "unsettled", "without-clock"] },
  { id: "state", about: "where it stands, such as ID_SERVED" },
  { id: "procedure", about: "that it follows, such as us-icts" },
  { id: "kind", about: "what is reviewed", values: ["provider-review", "own-exposure"] },
  { id: "deadline", about: "what is due next" },
  { id: "id", about: "its number" },
];

const made = new WeakMap<CaseList, CaseRow[]>();

/** Every case as a row, in the order of the list. */
export function caseRows(list: CaseList): CaseRow[] {
  const known = made.get(list);
  if (known) return known;
  const rows = list.cases.map((line): CaseRow => {
    const { id, caption, kind, procedure, state, next, overdue } = line;
    const is = [...(overdue > 0 ? ["overdue"] : []), ...(next ? [next.status === "unsettled" ? "unsettled" : "due"] : ["without-clock"])];
    return {
      line,
      fields: {
        text: [id, caption, next?.title ?? ""].join(" "),
        values: {
          is,
          state: [state ?? ""],
          procedure: [procedure ?? "none"],
          kind: [kind],
          deadline: next ? [next.deadline, next.title] : [],
          id: [id],
        },
      },
    };
  });
  made.set(list, rows);
  return rows;
}

/** How cases can be sorted, by the column. */
export const caseSortings: Readonly<Record<string, (left: CaseRow, right: CaseRow) => number>> = {
  caption: (left, right) => byText(left.line.caption, right.line.caption),
  id: (left, right) => byText(left.line.id, right.line.id),
  state: (left, right) => byText(left.line.state ?? "", right.line.state ?? ""),
  due: (left, right) => byText(left.line.next?.due ?? "9999", right.line.next?.due ?? "9999") || byText(left.line.id, right.line.id),
};
