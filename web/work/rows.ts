import type { WorkGroup, WorkItem, WorkList } from "../../src/model/index.js";
import { workGroups } from "../../src/model/order.js";
import type { FilterField, FilterFields } from "../filter/filter.js";
import { caseAddress } from "../frame/screens.js";
import type { Shown } from "../parts/virtual-rows.js";
import { addressOf } from "../state/address.js";

/** Something that waits, with what the list shows and filters by. */
export interface WorkRow {
  item: WorkItem;
  key: string;
  fields: FilterFields;
}

/** The clocks, as headings. */
export const groupWords = {
  overdue: "Overdue",
  soon: "Due in 5 business days",
  later: "Due later",
  others: "Waiting on others",
  "no-clock": "No clock",
} satisfies Record<WorkGroup, string>;

/** The fields of a filter on what waits. */
export const workFields: readonly FilterField[] = [
  { id: "clock", about: "how pressing it is", values: workGroups },
  { id: "about", about: "what it is", values: ["deadline", "decision", "letter", "fact", "quote", "step"] },
  { id: "case", about: "its number or caption" },
  { id: "owner", about: "who has the next step" },
  { id: "by", about: "who changed the case last" },
];

const made = new WeakMap<WorkList, WorkRow[]>();

/** Everything that waits, as rows. */
export function workRows(list: WorkList): WorkRow[] {
  const known = made.get(list);
  if (known) return known;
  const rows = list.items.map((item): WorkRow => {
    const { case: of, caption, ask, about, object, group, owner, changed } = item;
    return {
      item,
      key: [of, about, object ?? ""].join(" "),
      fields: {
        text: [ask, caption, of, owner].join(" "),
        values: { clock: [group], about: [about], case: [of, caption], owner: [owner], by: [changed.by] },
      },
    };
  });
  made.set(list, rows);
  return rows;
}

/** Rows under their clocks. */
export function byClock(rows: readonly WorkRow[]): Shown<WorkRow>[] {
  return workGroups.flatMap((group) => {
    const some = rows.filter(({ item }) => item.group === group);
    if (some.length === 0) return [];
    return [{ heading: groupWords[group], key: `group ${group}`, count: some.length }, ...some.map((row) => ({ row, key: row.key }))];
  });
}

/** Where something that waits is done. */
export function workAddress({ case: of, about, object }: WorkItem): string {
  switch (about) {
    case "deadline":
      return caseAddress(of, `/deadlines/${encodeURIComponent(object ?? "")}`);
    case "decision":
      return addressOf(caseAddress(of, "/decisions"), { decision: object ?? undefined });
    case "letter":
      return caseAddress(of, `/letters/${object}`);
    case "fact":
    case "quote":
      return caseAddress(of, "/evidence");
    case "step":
      return caseAddress(of, "/docket");
  }
}

/**
 * What is done next: of what waits, the one after the one that was opened last, the most pressing first. What waits on others is nobody's to do
 * here.
 *
 * @param opened the key of the one that was opened last, or the address that one is at
 */
export function nextRow(list: WorkList, opened: string | null): WorkRow | undefined {
  const own = workRows(list).filter(({ item }) => item.group !== "others");
  const at = own.findIndex(({ key, item }) => key === opened || workAddress(item) === opened);
  return own[at + 1];
}
