import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Inventory, type Problem, readValidatedYaml } from "../model/index.js";

/** Name of the file in which the subject declares its systems, holdings, measures and accepted findings. */
export const INVENTORY_NAME = "beholden.yaml";

const MOST_BYTES = 4 * 1024 * 1024;

/** The declaration beside the artefacts: `inventory` is null where there is none or it cannot be read, which `problems` then says. */
export interface DeclaredInventory {
  inventory: Inventory | null;
  problems: Problem[];
}

/** Reads `beholden.yaml` from the first of the folders that has one. */
export async function readInventory(folders: string[]): Promise<DeclaredInventory> {
  for (const folder of folders) {
    const file = join(folder, INVENTORY_NAME);
    const found = await lstat(file).catch(() => undefined);
    if (!found?.isFile()) continue;
    if (found.size > MOST_BYTES) return { inventory: null, problems: [tooLarge(found.size)] };
    const read = readValidatedYaml(await readFile(file, "utf8"), INVENTORY_NAME, Inventory, "inventory-invalid");
    return { inventory: read.value, problems: read.problems };
  }
  return { inventory: null, problems: [] };
}

function tooLarge(bytes: number): Problem {
  return {
    path: INVENTORY_NAME,
    line: null,
    column: null,
    severity: "error",
    code: "inventory-too-large",
    message: `It is ${bytes} bytes long`,
    expected: `at most ${MOST_BYTES} bytes`,
    action: "Declare systems by pattern in place of single assets.",
  };
}
