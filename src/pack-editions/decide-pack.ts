import type { ChangeDecision } from "../model/index.js";
import { withLock } from "../reference/import/lock.js";
import { comparePacks } from "./compare-packs.js";
import { readEdition } from "./in-force.js";
import { type PackNote, packsFolder, readPackNote, writePackNote } from "./pack-note.js";
import { partPack } from "./part-pack.js";
import { keepEdition } from "./take-in.js";

interface Verdict {
  /** Null: what was decided is taken back. */
  decision: ChangeDecision | null;
  /** None: the whole. */
  rows: readonly string[];
}

/**
 * Decides on what an edition of a pack brings, or on some rows of it, and puts in force what follows. A decision on the whole leaves rows as they are
 * that were decided alone.
 *
 * @throws RulePackError where what is left of the pack does not hold together; nothing is decided then
 */
export function decidePack(data: string, pack: string, verdict: Verdict): Promise<void> {
  return withLock(
    packsFolder(data),
    () => {},
    async () => {
      const next = withVerdict(await noteOf(data, pack), verdict);
      const { part, ...standing } = await standingOf(data, pack, next);
      if (part) await keepEdition(data, pack, part.sha256, part.text);
      await writePackNote(data, pack, { ...next, ...standing });
    },
  );
}

/**
 * Asks whether something can be decided so, and writes nothing.
 *
 * @throws RulePackError where what is left of the pack does not hold together
 */
export async function tryDecidePack(data: string, pack: string, verdict: Verdict): Promise<void> {
  await standingOf(data, pack, withVerdict(await noteOf(data, pack), verdict));
}

async function noteOf(data: string, pack: string): Promise<PackNote> {
  const note = await readPackNote(data, pack);
  if (!note) throw new Error(`nothing is noted of the rule pack ${pack}`);
  return note;
}

function withVerdict(note: PackNote, { decision, rows }: Verdict): PackNote {
  if (rows.length === 0) return { ...note, decision };
  const left = Object.entries(note.rows).filter(([row]) => !rows.includes(row));
  const added = decision === null ? [] : rows.map((row) => [row, decision] as const);
  return { ...note, rows: Object.fromEntries([...left, ...added]) };
}

interface Standing extends Pick<PackNote, "inForce" | "settled"> {
  /** What is in force, where it is neither of the two editions. */
  part?: { text: string; sha256: string };
}

/** What is in force by what was decided. */
async function standingOf(data: string, pack: string, { after, before, decision, rows }: PackNote): Promise<Standing> {
  if (before === null) return { inForce: after.sha256, settled: true };
  const [earlier, later] = [(await readEdition(data, pack, before.sha256)).pack, (await readEdition(data, pack, after.sha256)).pack];
  const changed = comparePacks(earlier, later).rows.map(({ party }) => party);
  const asBefore = new Set(changed.filter((row) => (rows[row] ?? decision)?.state === "rejected"));
  const settled = changed.every((row) => Object.hasOwn(rows, row));
  if (asBefore.size === 0) return { inForce: after.sha256, settled };
  if (asBefore.size === changed.length) return { inForce: before.sha256, settled };
  const part = partPack({ before: earlier, after: later, asBefore, changes: changed.length });
  return { inForce: part.sha256, settled, part };
}
