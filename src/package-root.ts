import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that beholden is installed in: the nearest one above this code whose package.json is its own. */
export function packageRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file) && (JSON.parse(readFileSync(file, "utf8")) as { name?: unknown }).name === "beholden") return folder;
    if (dirname(folder) === folder) throw new Error(`no package.json of beholden in ${start} or above it; install the package again`);
  }
}
