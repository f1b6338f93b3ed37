import { lstat, readFile } from "node:fs/promises";
import { join, normalize, sep } from "node:path";
import { Inventory, type Position, type Problem, readValidatedYaml } from "../model/index.js";
import { checkReferences } from "./inventory-references.js";

/** Name of the file in which the subject declares its systems, holdings, measures and accepted findings. */
export const INVENTORY_NAME = "beholden.yaml";

const MOST_BYTES = 4 * 1024 * 1024;

/** The declaration beside the artefacts: `inventory` is null where there is none or it cannot be read, which `problems` then says;
 * of one that was read, they tell what it names and does not declare. */
export interface DeclaredInventory {
  inventory: Inventory | null;
  problems: Problem[];
  /** The folder that has it; null where it was not read. */
  folder: string | null;
  /** Where a part of it stands, by its keys. */
  locate(keys: PropertyKey[]): Position | null;
}

/** Reads `beholden.yaml` from the first of the folders that has one. */
export async function readInventory(folders: string[]): Promise<DeclaredInventory> {
  for (const folder of folders) {
    const file = join(folder, INVENTORY_NAME);
    const found = await lstat(file).catch(() => undefined);
    if (!found?.isFile()) continue;
    if (found.size > MOST_BYTES) return { ...undeclared, problems: [tooLarge(found.size)] };
    const read = readValidatedYaml(await readFile(file, "utf8"), INVENTORY_NAME, Inventory, "inventory-invalid");
    return read.value === null
      ? { ...undeclared, problems: read.problems }
      : {
          inventory: read.value,
          problems: checkReferences(read.value, read.locate).map((one) => ({ path: INVENTORY_NAME, ...one })),
          folder,
          locate: read.locate,
        };
  }
  return undeclared;
}

const undeclared: DeclaredInventory = { inventory: null, problems: [], folder: null, locate: () => null };

/** The files that it names as rules, as paths from its folder; other names are ids of built-in packs. */
export function declaredRuleFiles(inventory: Inventory | null): string[] {
  return (inventory?.rules ?? []).filter((name) => !isBuiltInName(name)).map((name) => normalize(name).split(sep).join("/"));
}

export function isBuiltInName(name: string): boolean {
  return /^[a-z0-9-]+$/.test(name);
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
