import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { readdir, readFile, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { ImportedSource } from "../../model/index.js";
import { readStoreManifest } from "../store/manifest.js";
import { type ChangeNote, readChangeNote, writeChangeNote } from "./change-note.js";
import { replaceFile, syncFolder, syncTree } from "./durable.js";

/**
 * How editions lie on disk, below `<data folder>/reference/<source id>/`: one folder each, named by the first 16 characters of the
 * edition's digest, and the file `current`, which names the one in force. Whatever begins with a dot is being made or taken away.
 */
export const currentFile = "current";
const incomingPrefix = ".incoming-";
const removedPrefix = ".removed-";
const editionFolder = /^[0-9a-f]{16}$/;

/** The folder of the edition of a source that is in force; undefined where nothing was imported. */
export async function currentEdition(imports: string, source: string): Promise<string | undefined> {
  const name = await readFile(join(imports, source, currentFile), "utf8").catch(() => "");
  return editionFolder.test(name.trim()) ? join(imports, source, name.trim()) : undefined;
}

/** A source's edition that is in force. */
export interface EditionInForce {
  folder: string;
  /** What it says of itself; undefined where it is damaged. */
  source: ImportedSource | undefined;
  damage?: string | undefined;
}

/** Every source's edition in force, by id. Each is held against the sizes that were written down when it was made. */
export async function readInForce(imports: string): Promise<Map<string, EditionInForce>> {
  const found = new Map<string, EditionInForce>();
  const names = await readdir(imports).catch(() => []);
  for (const name of names.sort()) {
    const folder = await currentEdition(imports, name);
    if (folder) found.set(name, readEdition(folder));
  }
  return found;
}

/** An empty folder to build an edition in. */
export function incomingFolder(imports: string, source: string): string {
  const folder = join(imports, source, `${incomingPrefix}${randomUUID()}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Removes a folder that was built in, and the source's own where it has no edition yet. */
export async function dropIncoming(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await rmdir(dirname(folder)).catch(() => {});
}

/** An edition that lies in its place. */
export interface Installed {
  folder: string;
  /** What was decided on this very edition before, which still holds; null: nothing was. */
  standing: Omit<ChangeNote, "schemaVersion"> | null;
}

/**
 * Puts a finished edition in force, or holds it for somebody to look at first: makes it outlive a crash, gives it its name, and only then
 * has `current` name it. The edition before is kept, for whoever has it open, and older ones are removed.
 */
export async function installEdition(
  imports: string,
  source: string,
  incoming: string,
  { sha256, hold }: { sha256: string; hold: boolean },
): Promise<Installed> {
  const folder = join(imports, source);
  const before = await currentEdition(imports, source);
  const note = await readChangeNote(folder);
  const present = await readdir(folder);
  const name = sha256.slice(0, 16);
  await syncTree(incoming);
  // The same edition is there where it was in force before the last one, or where it is damaged.
  if (present.includes(name)) await rename(join(folder, name), join(folder, `${removedPrefix}${randomUUID()}`));
  await rename(incoming, join(folder, name));
  await syncFolder(folder);
  // What was decided on this very edition still holds: to import it again is not to decide otherwise.
  if (note?.edition === name && (note.held || note.decision !== null || Object.keys(note.rows).length > 0))
    return { folder: join(folder, name), standing: note };
  if (!hold) await replaceFile(folder, currentFile, `${name}\n`);
  const earlier = before === undefined ? null : basename(before);
  const fresh = {
    edition: name,
    before: earlier === name ? null : earlier,
    decision: null,
    held: hold,
    rows: {},
    settled: false,
    taken: null,
  };
  await writeChangeNote(folder, fresh);
  for (const other of await readdir(folder)) {
    const kept = other === name || join(folder, other) === before || !(editionFolder.test(other) || other.startsWith(removedPrefix));
    if (!kept) await rm(join(folder, other), { recursive: true, force: true });
  }
  return { folder: join(folder, name), standing: null };
}

/** Makes an edition that is in force and came in by no change set, or by one whose note is torn, one: its file was imported now. */
export async function noteInForce(imports: string, source: string): Promise<void> {
  const folder = join(imports, source);
  const current = await currentEdition(imports, source);
  if (current === undefined) return;
  const [name, note] = [basename(current), await readChangeNote(folder)];
  if (note && [note.edition, note.before, note.taken].includes(name)) return;
  await writeChangeNote(folder, { edition: name, before: null, decision: null, held: false, rows: {}, settled: false, taken: null });
}

/** Removes what imports that were killed left behind. Only while nobody else imports. */
export async function removeDebris(imports: string): Promise<void> {
  for (const source of await readdir(imports, { withFileTypes: true })) {
    if (!source.isDirectory()) continue;
    const folder = join(imports, source.name);
    for (const name of await readdir(folder)) {
      if (name.startsWith(".")) await rm(join(folder, name), { recursive: true, force: true });
    }
    // A source whose first import failed has no edition; a folder with anything in it stays.
    await rmdir(folder).catch(() => {});
  }
}

function readEdition(folder: string): EditionInForce {
  try {
    return { folder, source: readStoreManifest(folder).source };
  } catch (error) {
    return { folder, source: undefined, damage: error instanceof Error ? error.message : String(error) };
  }
}
