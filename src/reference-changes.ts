import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { knockOnOf } from "./knock-on.js";
import type { ChangeDecision, ChangedPack, ChangeList, ChangeSet, KnockOn, ShownChange } from "./model/index.js";
import { byText } from "./model/index.js";
import { decidePackChange, packChange, packChanges, packChangeToDecide, packOfChange } from "./pack-changes.js";
import { type ChangeNote, readChangeNote } from "./reference/import/change-note.js";
import { ChangeRefused } from "./reference/import/change-refused.js";
import { currentEdition } from "./reference/import/editions.js";
import { importsFolder } from "./reference/import/imports-folder.js";
import { withLock } from "./reference/import/lock.js";
import { putDecided } from "./reference/import/take-rows.js";
import { loadReferenceOn } from "./reference/load.js";
import { compareEditions } from "./reference/store/compare-editions.js";
import { currentStores } from "./reference/store/current.js";
import { readStoreManifest } from "./reference/store/manifest.js";
import { openStore } from "./reference/store/store.js";
import { openShelf } from "./reviews/shelf.js";
import { builtInPacks, loadRulePacks, rulePacksFor } from "./rule-packs.js";
import { nameKeysOf } from "./screen/index.js";

export { ChangeRefused };

/** Every import and rule pack that is kept as a change, the newest first, and packs that are otherwise than when kept reviews were made. */
export async function referenceChanges(data: string): Promise<ChangeList> {
  const imports = importsFolder(data);
  const names = (await readdir(imports).catch(() => [])).sort();
  const found = await Promise.all(names.map((source) => changeOf(imports, source)));
  const changes = found.flatMap((one) => one ?? []);
  changes.sort((left, right) => byText(right.after.importedOn, left.after.importedOn) || byText(left.source, right.source));
  return { schemaVersion: "1", changes, packEditions: await packChanges(data), rulePacks: await changedPacks(data) };
}

/**
 * One change set with its rows and, where it is asked for, what it does to reviews that are kept.
 *
 * @throws ChangeRefused where the source has none
 */
export async function referenceChange(data: string, source: string, { knockOn = false } = {}): Promise<ShownChange> {
  const pack = packOfChange(source);
  if (pack !== null) return packChange(data, pack, { knockOn });
  const imports = importsFolder(data);
  const change = await changeNamed(imports, source);
  const folder = (edition: string) => join(imports, source, edition);
  const [after, before] = [openStore(folder(change.after.edition)), change.before ? openStore(folder(change.before.edition)) : null];
  const compared = compareEditions(before, after);
  const decided = (await readChangeNote(join(imports, source)))?.rows ?? {};
  const rows = compared?.rows.map((row) => ({ ...row, decision: (Object.hasOwn(decided, row.party) && decided[row.party]) || null })) ?? [];
  return {
    ...{ schemaVersion: "1", change, counts: compared?.counts ?? null, rows },
    knockOn: knockOn ? await importKnockOn(data, imports, change) : null,
  };
}

/**
 * Decides on a change set, or on some of its rows: what is accepted is in force; what is rejected stands as the edition before had it, or not at
 * all where there was none. A decision on the whole leaves rows as they are that were decided one by one. All of it can be decided otherwise for as
 * long as the source is not imported again.
 *
 * @param decision null: what was decided is taken back, and it is open again
 * @param rows parties whose rows it is about; none: the whole
 * @throws ChangeRefused where the source has no change set, or a row is none of it
 */
export async function decideChange(
  data: string,
  source: string,
  decision: ChangeDecision | null,
  rows: readonly string[] = [],
): Promise<ChangeSet> {
  const pack = packOfChange(source);
  if (pack !== null) return decidePackChange(data, pack, decision, rows);
  const imports = importsFolder(data);
  await checkRows(imports, source, rows);
  await withLock(
    imports,
    () => {},
    async () => {
      const folder = join(imports, source);
      const note = await readChangeNote(folder);
      if (!note) throw noChange(source);
      const { edition, before, held } = note;
      const next = rows.length > 0 ? { decision: note.decision, rows: rowsWith(note.rows, rows, decision) } : { decision, rows: note.rows };
      await putDecided(imports, source, { edition, before, held, ...next }, nameKeysOf);
    },
  );
  return changeNamed(imports, source);
}

function rowsWith(decided: ChangeNote["rows"], rows: readonly string[], decision: ChangeDecision | null): ChangeNote["rows"] {
  const left = Object.entries(decided).filter(([party]) => !rows.includes(party));
  return Object.fromEntries([...left, ...(decision === null ? [] : rows.map((party) => [party, decision] as const))]);
}

/**
 * The change set of a source or rule pack, once it is known that it can be decided so: before anything is recorded of it.
 *
 * @param state null: what was decided is taken back
 * @throws ChangeRefused where there is none, a row is none of it, or it cannot be decided so
 */
export async function changeToDecide(
  data: string,
  source: string,
  state: ChangeDecision["state"] | null,
  rows: readonly string[],
): Promise<ChangeSet> {
  const pack = packOfChange(source);
  if (pack !== null) return packChangeToDecide(data, pack, state, rows);
  await checkRows(importsFolder(data), source, rows);
  return changeNamed(importsFolder(data), source);
}

async function checkRows(imports: string, source: string, rows: readonly string[]): Promise<void> {
  const { after, before } = await changeNamed(imports, source);
  if (rows.length === 0) return;
  const folder = (edition: string) => join(imports, source, edition);
  const changed = compareEditions(before && openStore(folder(before.edition)), openStore(folder(after.edition)))?.changed;
  if (!changed) throw new ChangeRefused(`${source} is too large to be decided row by row. Accept or reject the whole.`);
  const strange = rows.filter((party) => !changed.has(party));
  if (strange.length > 0)
    throw new ChangeRefused(
      `${strange.slice(0, 5).join(", ")}: no such row in the change set of ${source}. Expected ids of parties that it adds, changes or leaves out.`,
    );
}

async function changeNamed(imports: string, source: string): Promise<ChangeSet> {
  const change = /^[a-z0-9][a-z0-9.-]*$/.test(source) ? await changeOf(imports, source) : null;
  if (!change) throw noChange(source);
  return change;
}

function noChange(source: string): ChangeRefused {
  return new ChangeRefused(`there is no change set of ${source}. \`beholden reference changes\` lists those there are.`);
}

async function changeOf(imports: string, source: string): Promise<ChangeSet | null> {
  const folder = join(imports, source);
  const note = await readChangeNote(folder);
  const after = note && editionOf(folder, note.edition);
  if (!note || !after) return null;
  const before = note.before === null ? null : editionOf(folder, note.before);
  const current = await currentEdition(imports, source);
  const named = current && basename(current);
  const inForce =
    named === undefined ? "neither" : named === note.edition ? "after" : note.taken !== null && named === note.taken ? "part" : "before";
  const states = Object.values(note.rows).map(({ state }) => state);
  const accepted = states.filter((state) => state === "accepted").length;
  return {
    id: `${source}/${note.edition}`,
    kind: "source",
    source,
    title: after.title,
    after: after.edition,
    before: before?.edition ?? null,
    held: note.held,
    inForce,
    decision: note.decision,
    open: note.decision === null && !note.settled,
    decidedRows: { accepted, rejected: states.length - accepted },
  };
}

function editionOf(folder: string, edition: ChangeNote["edition"]): { title: string; edition: ChangeSet["after"] } | null {
  if (!existsSync(join(folder, edition))) return null;
  const { title, edition: date, importedOn, counts } = readStoreManifest(join(folder, edition)).source;
  const { records, parties, interests, listings } = counts;
  return { title, edition: { edition, date, importedOn, records, parties, interests, listings } };
}

/** The newest kept review of each folder that is still there, made again on the editions before and after. */
async function importKnockOn(data: string, imports: string, { source, before, after }: ChangeSet): Promise<KnockOn[]> {
  const others = currentStores(imports).filter((folder) => !folder.startsWith(join(imports, source, "/")));
  const on = (edition: string | null) => loadReferenceOn([...others, ...(edition === null ? [] : [join(imports, source, edition)])].sort());
  const references = { before: on(before?.edition ?? null), after: on(after.edition) };
  const builtIn = new Set(await builtInPacks());
  return knockOnOf(data, async ({ packs: named, origin }) => {
    const ids = named.map(({ id }) => id);
    // A pack of somebody's own is found by what the folder declares, not by its id.
    const packs = await rulePacksFor(ids.every((id) => builtIn.has(id)) ? ids : [], [origin.path], data);
    return { before: { reference: references.before, packs }, after: { reference: references.after, packs } };
  });
}

async function changedPacks(data: string): Promise<ChangedPack[]> {
  const { reviews } = await openShelf({ data, folder: null }).list();
  const found = new Map<string, ChangedPack>();
  for (const { id: review, subject, asOf, packs } of reviews) {
    for (const { id, sha256 } of packs) {
      const now = found.get(id)?.now ?? (await digestOf(id));
      if (now === sha256) continue;
      const known = found.get(id) ?? { id, now, reviews: [] };
      found.set(id, { ...known, reviews: [...known.reviews, { id: review, subject, asOf, sha256 }] });
    }
  }
  return [...found.values()];
}

/** The digest of a built-in pack; null where there is none of that id, as of one of somebody's own. */
async function digestOf(id: string): Promise<string | null> {
  try {
    return (await loadRulePacks([id]))[0]?.sha256 ?? null;
  } catch {
    return null;
  }
}
