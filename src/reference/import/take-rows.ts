import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { compareEditions } from "../store/compare-editions.js";
import { openStore, type Store } from "../store/store.js";
import { takenDigest, writeTakenEdition } from "../store/taken-edition.js";
import { type ChangeNote, putInForce, writeChangeNote } from "./change-note.js";
import { syncFolder, syncTree } from "./durable.js";
import { currentFile, incomingFolder } from "./editions.js";
import type { PartyRecord } from "./format.js";

/** What somebody decided of a change set, as it is to be kept. */
export type DecidedNote = Pick<ChangeNote, "edition" | "before" | "decision" | "held" | "rows">;

type Side = "after" | "before";
type NameKeys = (party: PartyRecord) => string[];

/**
 * Puts in force what was decided: the edition after, the one before, or, where rows were decided otherwise than the rest, an edition in which these
 * stand as the other has them. Every row that nobody decided alone stands as the whole does. Only while nobody else imports.
 */
export async function putDecided(imports: string, source: string, note: DecidedNote, nameKeys: NameKeys): Promise<void> {
  const folder = join(imports, source);
  const whole = sideOfWhole(note);
  const decided = Object.entries(note.rows);
  const odd = new Set(decided.flatMap(([party, { state }]) => (sideOf(state) === whole ? [] : [party])));
  const editions = { after: note.edition, before: note.before };
  const put = async (edition: string | null, more: Pick<ChangeNote, "settled" | "taken">) => {
    await putInForce(folder, currentFile, edition);
    await writeChangeNote(folder, { ...note, ...more });
  };
  if (decided.length === 0) return put(editions[whole], { settled: false, taken: null });
  const [before, after] = [note.before === null ? null : openStore(join(folder, note.before)), openStore(join(folder, note.edition))];
  try {
    const changed = compareEditions(before, after)?.changed ?? new Set(Object.keys(note.rows));
    const settled = [...changed].every((party) => Object.hasOwn(note.rows, party));
    if (odd.size === 0) return await put(editions[whole], { settled, taken: null });
    if ([...changed].every((party) => odd.has(party)))
      return await put(editions[whole === "after" ? "before" : "after"], { settled, taken: null });
    const taken = await buildPart(imports, source, { before, after, whole, odd, changes: changed.size }, nameKeys);
    await put(taken, { settled, taken });
  } finally {
    before?.close();
    after.close();
  }
}

/** The side on which every row stands that was not decided alone. */
function sideOfWhole({ decision, held }: Pick<ChangeNote, "decision" | "held">): Side {
  return decision ? sideOf(decision.state) : held ? "before" : "after";
}

function sideOf(state: "accepted" | "rejected"): Side {
  return state === "accepted" ? "after" : "before";
}

interface Part {
  before: Store | null;
  after: Store;
  whole: Side;
  /** Parties that stand on the other side. */
  odd: ReadonlySet<string>;
  changes: number;
}

/** Builds the edition beside the others, and gives its name. The same decisions give the same name. */
async function buildPart(
  imports: string,
  source: string,
  { before, after, whole, odd, changes }: Part,
  nameKeys: NameKeys,
): Promise<string> {
  const folder = join(imports, source);
  const sha256 = takenDigest(before?.source.sha256 ?? null, `${after.source.sha256} ${whole}`, odd);
  const name = sha256.slice(0, 16);
  const incoming = incomingFolder(imports, source);
  const left = whole === "after" ? odd.size : changes - odd.size;
  const asAfter = (party: string) => odd.has(party) !== (whole === "after");
  writeTakenEdition(incoming, { before, after, asAfter, left, changes }, { sha256, nameKeys });
  await syncTree(incoming);
  await rm(join(folder, name), { recursive: true, force: true });
  await rename(incoming, join(folder, name));
  await syncFolder(folder);
  return name;
}
