import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ChangeDecision } from "../../model/index.js";
import { replaceFile } from "./durable.js";

/** The small file in a source's folder that says what its last import changed, and what was decided on it. */
export const noteFile = "change.json";

const Edition = z.string().regex(/^[0-9a-f]{16}$/);
const ChangeNote = z.object({
  schemaVersion: z.literal("1"),
  edition: Edition,
  before: Edition.nullable(),
  decision: ChangeDecision.nullable(),
  held: z.boolean().default(false).describe("nothing of it is in force until it is accepted"),
  rows: z.record(z.string(), ChangeDecision).default({}).describe("decided one by one, by party"),
  settled: z.boolean().default(false).describe("every row was decided one by one"),
  taken: Edition.nullable().default(null).describe("the edition in force in which some rows are of the one, the others of the other"),
});
export type ChangeNote = z.infer<typeof ChangeNote>;

/** What the last import of a source changed; null where that was not written down. */
export async function readChangeNote(folder: string): Promise<ChangeNote | null> {
  const text = await readFile(join(folder, noteFile), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return ChangeNote.parse(JSON.parse(text));
  } catch {
    // A note that is torn costs the note; the editions are what counts.
    return null;
  }
}

export function writeChangeNote(folder: string, note: Omit<ChangeNote, "schemaVersion">): Promise<void> {
  return replaceFile(folder, noteFile, `${JSON.stringify({ schemaVersion: "1", ...note })}\n`);
}

/** Puts an edition that is kept in force, or none: reviews stand on it from then on. */
export async function putInForce(folder: string, currentFile: string, edition: string | null): Promise<void> {
  if (edition === null) await rm(join(folder, currentFile), { force: true });
  else await replaceFile(folder, currentFile, `${edition}\n`);
}
