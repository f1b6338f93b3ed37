import type { TracedParty } from "../../model/index.js";
import { csvLine } from "../csv-line.js";
import type { ShownFamily } from "../scene/ownership/view.js";

/** The columns of an own table of interests, which `beholden reference import` reads, with the names beside the ids. */
const columns = [
  ...["owner", "owner name", "kind", "share min", "share max", "owned", "owned name"],
  ...["capacity", "joint", "from", "until", "as of", "note", "confidence"],
];

/** The interests of a family as a table for spreadsheets, a row each. */
export function familyCsv({ parties }: TracedParty, { links }: ShownFamily): string {
  const nameOf = (id: string) => parties.find((one) => one.id === id)?.name ?? id;
  const rows = links.map((link) => [
    ...[link.owner, nameOf(link.owner), link.kind, link.stated ? link.shareMin : "", link.stated ? link.shareMax : ""],
    ...[link.owned, nameOf(link.owned), link.capacity ?? "", link.joint ?? "", link.from ?? "", link.until ?? "", link.asOf ?? ""],
    ...[link.note ?? "", link.confidence],
  ]);
  return [columns, ...rows].map(csvLine).join("");
}
