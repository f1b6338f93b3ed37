import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "./layout.js";

/** The small file in a source's folder that names the edition in force; it is replaced by renaming another onto it. */
export const CURRENT = "current";

/**
 * Folders of the imports in force, in order of source: `FOLDER/<source id>/<edition>`. None where the folder is not there; a source
 * without `current` was never finished and does not count. Throws where `current` names no edition.
 */
export function currentStores(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, CURRENT)))
    .map((entry) => entry.name)
    .sort()
    .map((source) => editionIn(join(folder, source)));
}

function editionIn(folder: string): string {
  const edition = readFileSync(join(folder, CURRENT), "utf8").trim();
  // A path in it must not lead out of the folder.
  if (!/^[0-9a-f]{16}$/.test(edition)) throw new StoreError(folder, `${CURRENT} names no edition`);
  if (!existsSync(join(folder, edition, "manifest.json")))
    throw new StoreError(folder, `the edition ${edition} in force is missing or torn`);
  return join(folder, edition);
}
