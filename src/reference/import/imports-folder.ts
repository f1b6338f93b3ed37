import { join } from "node:path";

/** The folder of all imports in a data folder. */
export function importsFolder(dataFolder: string): string {
  return join(dataFolder, "reference");
}
