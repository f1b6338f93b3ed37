import { join } from "node:path";
import type { Day } from "./model/index.js";
import { readPackNote } from "./pack-editions/pack-note.js";
import { takeInPacks } from "./pack-editions/take-in.js";
import { readChangeNote } from "./reference/import/change-note.js";
import { importsFolder } from "./reference/import/imports-folder.js";

/** Something that came in by no change set. The message says what, and what to do. */
export class WithoutChangeSet extends Error {}

/** What a result stands on that came from outside: imported editions and rule packs, by their digests. */
export interface CameIn {
  imports: readonly { id: string; sha256: string }[];
  packs: readonly { id: string; sha256: string | null }[];
}

/**
 * The change sets by which that came in on which a result made on this folder of data stands. Asked before anything of it is recorded: what no
 * change set names came in by no import, so nobody can say whence, accept or reject it.
 *
 * @param day today, UTC: packs that came with beholden are noted first
 * @throws WithoutChangeSet
 */
export async function changeSetsBehind(data: string, { imports, packs }: CameIn, day: Day): Promise<string[]> {
  await takeInPacks(data, day);
  const [ofImports, ofPacks] = [
    await Promise.all(imports.map(({ id, sha256 }) => ofImport(data, id, sha256.slice(0, 16)))),
    await Promise.all(packs.map(({ id, sha256 }) => ofPack(data, id, sha256))),
  ];
  return [...ofImports, ...ofPacks.flatMap((one) => one ?? [])];
}

async function ofImport(data: string, id: string, edition: string): Promise<string> {
  const note = await readChangeNote(join(importsFolder(data), id));
  if (note?.taken === edition) return `${id}/${note.edition}`;
  if (note?.edition === edition || note?.before === edition) return `${id}/${edition}`;
  throw new WithoutChangeSet(
    `the edition ${edition} of ${id} came in by no change set, so nothing that stands on it is recorded. Expected what \`beholden reference import\` or \`update\` brought: import its file again, or delete ${join(importsFolder(data), id)}.`,
  );
}

/** Null for a pack of somebody's own: it is part of what was reviewed, and is read anew each time. */
async function ofPack(data: string, id: string, sha256: string | null): Promise<string | null> {
  const note = sha256 === null ? null : await readPackNote(data, id);
  if (!note || sha256 === null) return null;
  if (sha256 === note.after.sha256 || sha256 === note.before?.sha256) return `rules:${id}/${sha256.slice(0, 16)}`;
  return sha256 === note.inForce ? `rules:${id}/${note.after.sha256.slice(0, 16)}` : null;
}
