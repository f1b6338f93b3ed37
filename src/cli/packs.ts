import { existsSync } from "node:fs";
import { join } from "node:path";
import { readRulePackFile } from "../judge/files.js";
import { packageRoot } from "../package-root.js";
import type { LoadedPack } from "../review.js";
import { UsageError } from "./exit.js";

/** Packs that a review applies unless told otherwise. */
export const defaultPacks = ["us-dsp", "us-icts"];

/** Loads rule packs by the id of a built-in one or by the path of a file. */
export async function loadPacks(names: string[]): Promise<LoadedPack[]> {
  return Promise.all((names.length > 0 ? names : defaultPacks).map((name) => readRulePackFile(packFile(name))));
}

function packFile(name: string): string {
  if (/[/\\.]/.test(name)) {
    if (!existsSync(name))
      throw new UsageError(`--rules ${name}: no such file. Expected the path of a rule pack in YAML, or the id of a built-in one.`);
    return name;
  }
  const builtIn = join(packageRoot(), "rules", `${name}.yaml`);
  if (!existsSync(builtIn)) throw new UsageError(`--rules ${name}: no built-in rule pack of that id. beholden rules list prints them.`);
  return builtIn;
}
