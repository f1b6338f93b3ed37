import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readStoreManifest } from "../store/manifest.js";
import { readChangeNote } from "./change-note.js";
import { importsFolder } from "./imports-folder.js";

/** A change set on which nobody decided yet, or not on all of it. */
export interface OpenChange {
  source: string;
  title: string;
  /** Nothing of it is in force until it is accepted. */
  held: boolean;
}

/** The change sets that wait for a decision, by what is noted beside each source; nothing is compared for it. */
export async function openChanges(data: string): Promise<OpenChange[]> {
  const imports = importsFolder(data);
  const names = (await readdir(imports).catch(() => [])).sort();
  const found = await Promise.all(names.map((source) => openChangeOf(join(imports, source), source)));
  return found.flatMap((one) => one ?? []);
}

async function openChangeOf(folder: string, source: string): Promise<OpenChange | null> {
  const note = await readChangeNote(folder);
  if (!note || note.decision !== null || note.settled) return null;
  try {
    return { source, title: readStoreManifest(join(folder, note.edition)).source.title, held: note.held };
  } catch {
    // An edition that is damaged is told of by `reference status`; it is open all the same.
    return { source, title: source, held: note.held };
  }
}
