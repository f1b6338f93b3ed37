import { basename, join } from "node:path";
import { readRulePackFile, rulePackPaths } from "./judge/files.js";
import { byText } from "./model/index.js";
import { packageRoot } from "./package-root.js";
import type { LoadedPack } from "./review.js";

/** Packs that a review applies unless told otherwise. */
export const defaultPacks = ["us-dsp", "us-icts"];

/** Ids of the packs that come with beholden, sets apart, in alphabetical order. */
export async function builtInPacks(): Promise<string[]> {
  const paths = await rulePackPaths(join(packageRoot(), "rules"), join(packageRoot(), "rules"));
  return paths.map((path) => basename(path).replace(/\.ya?ml$/, "")).sort(byText);
}

/**
 * Loads rule packs by the id of a built-in pack or set, or by the path of a file or folder. A set stands for its packs.
 *
 * @throws RulePackError where one cannot be read or is no valid pack; names every fault with line and column
 */
export async function loadRulePacks(names: string[]): Promise<LoadedPack[]> {
  const folder = join(packageRoot(), "rules");
  const paths = await Promise.all((names.length > 0 ? names : defaultPacks).map((name) => rulePackPaths(name, folder)));
  return Promise.all([...new Set(paths.flat())].map(readRulePackFile));
}
