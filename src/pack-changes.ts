import { RulePackError } from "./judge/load.js";
import { type KeptSides, knockOnOf } from "./knock-on.js";
import type { ChangeDecision, ChangeSet, KnockOn, ShownChange } from "./model/index.js";
import {
  comparePacks,
  decidePack,
  notedPacks,
  type PackEdition,
  type PackNote,
  readEdition,
  readPackNote,
  tryDecidePack,
} from "./pack-editions/index.js";
import { ChangeRefused } from "./reference/import/change-refused.js";
import { importsFolder } from "./reference/import/imports-folder.js";
import { loadReference } from "./reference/load.js";
import { builtInPacks, rulePacksFor } from "./rule-packs.js";

/** Before the id of a rule pack where change sets are named; sources that are imported never begin so. */
const prefix = "rules:";

/** The id of the pack that a change set is of; null where it is of an import. */
export function packOfChange(source: string): string | null {
  return source.startsWith(prefix) ? source.slice(prefix.length) : null;
}

/** Every rule pack that a folder of data knows, as a change set, in alphabetical order. */
export async function packChanges(data: string): Promise<ChangeSet[]> {
  return (await notedPacks(data)).map(({ pack, note }) => changeOf(pack, note));
}

/**
 * One change set of a rule pack with its rows and, where it is asked for, what it does to reviews that are kept.
 *
 * @throws ChangeRefused where nothing is noted of the pack
 */
export async function packChange(data: string, pack: string, { knockOn = false } = {}): Promise<ShownChange> {
  const note = await noteNamed(data, pack);
  const { before, after } = await editionsOf(data, pack, note);
  const { rows, same } = comparePacks(before?.pack ?? null, after.pack);
  const count = (kind: string) => rows.filter(({ change }) => change === kind).length;
  return {
    schemaVersion: "1",
    change: changeOf(pack, note),
    counts: { added: count("added"), changed: count("changed"), gone: count("gone"), same },
    rows: rows.map((row) => ({ ...row, decision: (Object.hasOwn(note.rows, row.party) && note.rows[row.party]) || null })),
    knockOn: knockOn ? await packKnockOn(data, pack, { before, after }) : null,
  };
}

/**
 * The change set of a rule pack, once it is known that it can be decided so; nothing is written.
 *
 * @param state null: what was decided is taken back
 * @throws ChangeRefused where there is none, a row is none of it, nothing stood before it, or what would be left of the pack does not hold together
 */
export async function packChangeToDecide(
  data: string,
  pack: string,
  state: ChangeDecision["state"] | null,
  rows: readonly string[],
): Promise<ChangeSet> {
  const note = await noteNamed(data, pack);
  const { before, after } = await editionsOf(data, pack, note);
  const known = new Set(comparePacks(before?.pack ?? null, after.pack).rows.map(({ party }) => party));
  const strange = rows.filter((row) => !known.has(row));
  if (strange.length > 0) {
    throw new ChangeRefused(
      `${strange.slice(0, 5).join(", ")}: no such row in the change set of the rule pack ${pack}. Expected ids such as rule:ID, as \`beholden reference changes ${prefix}${pack}\` lists them.`,
    );
  }
  if (before === null && state === "rejected") {
    throw new ChangeRefused(
      `this is the first edition of ${pack} that the folder of data knows: nothing stood before it that could be in force instead. Packs that are not to be applied are left out with --rules, or under rules in beholden.yaml.`,
    );
  }
  await holdingTogether(() => tryDecidePack(data, pack, { decision: state && { state, by: "", at: "", reason: null }, rows }));
  return changeOf(pack, note);
}

/**
 * Decides on the update of a rule pack, or on some rows of it: reviews on this folder of data are judged by what is in force then.
 *
 * @throws ChangeRefused as `packChangeToDecide`
 */
export async function decidePackChange(
  data: string,
  pack: string,
  decision: ChangeDecision | null,
  rows: readonly string[] = [],
): Promise<ChangeSet> {
  await packChangeToDecide(data, pack, decision?.state ?? null, rows);
  await holdingTogether(() => decidePack(data, pack, { decision, rows }));
  return changeOf(pack, await noteNamed(data, pack));
}

async function holdingTogether(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof RulePackError)) throw error;
    const [problem] = error.problems;
    throw new ChangeRefused(
      `the pack would not hold together: ${problem?.message}; expected ${problem?.expected}. Rows that rest on each other are decided together.`,
    );
  }
}

async function noteNamed(data: string, pack: string): Promise<PackNote> {
  const note = /^[a-z0-9][a-z0-9-]*$/.test(pack) ? await readPackNote(data, pack) : null;
  if (note) return note;
  throw new ChangeRefused(`there is no change set of a rule pack ${pack}. \`beholden reference changes\` lists those there are.`);
}

async function editionsOf(data: string, pack: string, { before, after }: PackNote) {
  const [earlier, later] = await Promise.all([before && readEdition(data, pack, before.sha256), readEdition(data, pack, after.sha256)]);
  return { before: earlier, after: later };
}

function changeOf(pack: string, { before, after, decision, rows, settled, inForce }: PackNote): ChangeSet {
  const states = Object.values(rows).map(({ state }) => state);
  const accepted = states.filter((state) => state === "accepted").length;
  return {
    id: `${prefix}${pack}/${after.sha256.slice(0, 16)}`,
    kind: "rule-pack",
    source: `${prefix}${pack}`,
    title: after.title,
    after: editionOf(after),
    before: before && editionOf(before),
    held: false,
    inForce: inForce === after.sha256 ? "after" : inForce === before?.sha256 ? "before" : "part",
    decision,
    decidedRows: { accepted, rejected: states.length - accepted },
    open: decision === null && !settled,
  };
}

function editionOf({ sha256, notedOn, records }: PackEdition): ChangeSet["after"] {
  return { edition: sha256.slice(0, 16), date: null, importedOn: notedOn, records, parties: 0, interests: 0, listings: 0 };
}

type Editions = Awaited<ReturnType<typeof editionsOf>>;

/** The newest kept review of each folder that the pack judged, made again with the edition before and the one after. */
async function packKnockOn(data: string, pack: string, { before, after }: Editions): Promise<KnockOn[]> {
  if (!before) return [];
  const reference = loadReference({ imports: importsFolder(data) });
  const builtIn = new Set(await builtInPacks());
  const sides: KeptSides = async ({ packs, origin }) => {
    const named = packs.map(({ id }) => id);
    if (!named.includes(pack)) return null;
    // A pack of somebody's own is found by what the folder declares, not by its id.
    const all = await rulePacksFor(named.every((id) => builtIn.has(id)) ? named : [], [origin.path], data);
    const on = (edition: { pack: (typeof after)["pack"]; sha256: string }) => all.map((one) => (one.pack.id === pack ? edition : one));
    return { before: { reference, packs: on(before) }, after: { reference, packs: on(after) } };
  };
  return knockOnOf(data, sides);
}
