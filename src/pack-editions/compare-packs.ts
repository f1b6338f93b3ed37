import type { ChangedRecord, RulePack } from "../model/index.js";
import { byText } from "../model/index.js";

/** Something of a pack that is accepted or rejected by itself: a rule, a criterion, a term, a duty, or a whole part such as the regime. */
export interface PackItem {
  kind: "rule" | "criterion" | "term" | "duty" | "part";
  name: string;
  value: Record<string, unknown> | unknown;
}

/** The items of a pack by the ids of their rows, such as `rule:omic-access`. */
export function itemsOf(pack: RulePack): Map<string, PackItem> {
  const { rules, terms, duties, criteria, schemaVersion, id, ...parts } = pack;
  const { list: criterionList = [], ...restOfCriteria } = criteria ?? {};
  const entries: [string, PackItem][] = [
    ...Object.entries({ ...parts, ...(criteria ? { criteria: restOfCriteria } : {}) })
      .filter(([, value]) => value !== undefined)
      .map(([key, value]): [string, PackItem] => [`part:${key}`, { kind: "part", name: `The pack's ${wordsOf(key)}`, value }]),
    ...terms.map((one) => itemOf("term", one)),
    ...rules.map((one) => itemOf("rule", one)),
    ...criterionList.map((one) => itemOf("criterion", one)),
    ...duties.map((one) => itemOf("duty", one)),
  ];
  return new Map(entries);
}

/** What an edition of a pack adds, changes and leaves out, item by item. */
export function comparePacks(before: RulePack | null, after: RulePack): { rows: Omit<ChangedRecord, "decision">[]; same: number } {
  const [earlier, later] = [before ? itemsOf(before) : new Map<string, PackItem>(), itemsOf(after)];
  const rows: Omit<ChangedRecord, "decision">[] = [];
  let same = 0;
  for (const id of new Set([...later.keys(), ...earlier.keys()])) {
    const [was, is] = [earlier.get(id), later.get(id)];
    const item = is ?? was;
    if (!item) continue;
    const fields = was && is ? fieldsBetween(was.value, is.value) : [];
    if (was && is && fields.length === 0) same++;
    else rows.push({ party: id, name: item.name, change: !was ? "added" : !is ? "gone" : "changed", lists: [item.kind], fields });
  }
  return { rows, same };
}

function itemOf(kind: PackItem["kind"], value: { id: string; title?: string | undefined; name?: string | undefined }): [string, PackItem] {
  return [`${kind}:${value.id}`, { kind, name: value.title ?? value.name ?? value.id, value }];
}

type Field = ChangedRecord["fields"][number];

/** Fields that differ, those of things in things by dotted names; lists are told whole. */
function fieldsBetween(before: unknown, after: unknown, name = ""): Field[] {
  if (isThing(before) && isThing(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byText);
    return keys.flatMap((key) => fieldsBetween(before[key], after[key], name ? `${name}.${key}` : key));
  }
  const [was, is] = [textOf(before), textOf(after)];
  return was === is ? [] : [{ field: name || "text", before: was, after: is }];
}

function isThing(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function wordsOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
