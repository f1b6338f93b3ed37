import { createHash } from "node:crypto";
import { readRulePack } from "../judge/load.js";
import type { RulePack } from "../model/index.js";
import { itemsOf } from "./compare-packs.js";

interface Sides {
  before: RulePack;
  after: RulePack;
  /** Rows that stand as the edition before has them. */
  asBefore: ReadonlySet<string>;
  /** Rows in which the two differ. */
  changes: number;
}

/**
 * A pack in which some rows stand as the edition before has them, and the others as the edition after: its text, whose digest is its own, for it is
 * no edition of beholden's any more. The same decisions give the same text.
 *
 * @throws RulePackError where what is left does not hold together, such as a rule without the term that it names
 */
export function partPack({ before, after, asBefore, changes }: Sides): { text: string; sha256: string; pack: RulePack } {
  const [earlier, later] = [itemsOf(before), itemsOf(after)];
  const mixed: Record<string, unknown> = { schemaVersion: after.schemaVersion, id: after.id };
  for (const id of new Set([...later.keys(), ...earlier.keys()])) {
    const chosen = (asBefore.has(id) ? earlier : later).get(id);
    if (chosen?.kind === "part") mixed[id.slice("part:".length)] = chosen.value;
  }
  const lists = {
    terms: merged("term", before.terms, after.terms, asBefore),
    rules: merged("rule", before.rules, after.rules, asBefore),
    duties: merged("duty", before.duties, after.duties, asBefore),
  };
  const list = merged("criterion", before.criteria?.list ?? [], after.criteria?.list ?? [], asBefore);
  const criteria = mixed.criteria ? { criteria: { ...mixed.criteria, list } } : {};
  const title = `${String(mixed.title)}, without ${asBefore.size} of its ${changes} changes`;
  // JSON is YAML: what reads packs reads it, with every check.
  const text = `${JSON.stringify({ ...mixed, ...lists, ...criteria, title }, null, 1)}\n`;
  return { text, sha256: createHash("sha256").update(text).digest("hex"), pack: readRulePack(text, `rules.${after.id}`) };
}

/** The list as the edition after orders it; what it left out comes back after what stood before it. */
function merged<Item extends { id: string }>(
  kind: string,
  before: readonly Item[],
  after: readonly Item[],
  asBefore: ReadonlySet<string>,
): Item[] {
  const isBefore = ({ id }: Item) => asBefore.has(`${kind}:${id}`);
  const result = after.flatMap((one) => (isBefore(one) ? before.filter(({ id }) => id === one.id) : [one]));
  for (const [at, one] of before.entries()) {
    if (!isBefore(one) || after.some(({ id }) => id === one.id)) continue;
    const neighbour = before[at - 1]?.id;
    result.splice(result.findIndex(({ id }) => id === neighbour) + 1, 0, one);
  }
  return result;
}
