import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ChangeDecision } from "../model/change-set.js";
import { Day } from "../model/common.js";
import { replaceFile } from "../reference/import/durable.js";

/**
 * How rule packs lie in a folder of data, below `rules/<pack id>/`: the text of every edition that judged here, named by the first 16 characters of
 * its digest, and the note that says which one came last, which one is in force, and what was decided.
 */
export function packsFolder(data: string): string {
  return join(data, "rules");
}

const noteFile = "change.json";
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const PackEdition = z.object({
  sha256: Sha256.describe("of its text"),
  title: z.string(),
  notedOn: Day.describe("when this folder first saw it"),
  records: z.int().describe("its rules, criteria, terms and duties"),
});
export type PackEdition = z.infer<typeof PackEdition>;

const PackNote = z.object({
  schemaVersion: z.literal("1"),
  after: PackEdition,
  before: PackEdition.nullable().describe("null: the folder knew none before"),
  decision: ChangeDecision.nullable(),
  rows: z.record(z.string(), ChangeDecision).describe("decided one by one, by row"),
  settled: z.boolean().describe("nobody has to decide: every row was decided alone, or there is nothing before it"),
  inForce: Sha256.describe("the edition that reviews are judged by"),
});
export type PackNote = z.infer<typeof PackNote>;

/** What is noted of a pack; null where nothing is, or the note is torn: then what came with beholden counts. */
export async function readPackNote(data: string, pack: string): Promise<PackNote | null> {
  const text = await readFile(join(packsFolder(data), pack, noteFile), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return PackNote.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Every pack of which something is noted, in alphabetical order. */
export async function notedPacks(data: string): Promise<{ pack: string; note: PackNote }[]> {
  const names = (await readdir(packsFolder(data)).catch(() => [])).filter((name) => !name.startsWith(".")).sort();
  const notes = await Promise.all(names.map(async (pack) => ({ pack, note: await readPackNote(data, pack) })));
  return notes.flatMap(({ pack, note }) => (note ? [{ pack, note }] : []));
}

export function writePackNote(data: string, pack: string, note: Omit<PackNote, "schemaVersion">): Promise<void> {
  return replaceFile(join(packsFolder(data), pack), noteFile, `${JSON.stringify({ schemaVersion: "1", ...note })}\n`);
}

/** Where the text of an edition lies. */
export function editionPath(data: string, pack: string, sha256: string): string {
  return join(packsFolder(data), pack, `${sha256.slice(0, 16)}.yaml`);
}
