import { realpath } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { type DeclaredInventory, INVENTORY_NAME, isBuiltInName, readInventory } from "./collect/inventory.js";
import { readCompiledPackFile } from "./judge/compiled-packs.js";
import { rulePackPaths } from "./judge/files.js";
import { RulePackError } from "./judge/load.js";
import { byText } from "./model/index.js";
import { packInForce } from "./pack-editions/in-force.js";
import { packageRoot } from "./package-root.js";
import type { LoadedPack } from "./review-options.js";

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
 * @param data the folder of data, where an update of a built-in pack may have been rejected; without it, packs are as they came with beholden
 * @throws RulePackError where one cannot be read or is no valid pack; names every fault with line and column
 */
export async function loadRulePacks(names: string[], data?: string): Promise<LoadedPack[]> {
  const folder = join(packageRoot(), "rules");
  const paths = await Promise.all((names.length > 0 ? names : defaultPacks).map((name) => rulePackPaths(name, folder)));
  const compiled = join(packageRoot(), "dist", "rules");
  return Promise.all(
    [...new Set(paths.flat())].map(async (path) => {
      const came = await readCompiledPackFile(path, compiled);
      const isBuiltIn = data !== undefined && dirname(path) === folder;
      return (isBuiltIn && (await packInForce(data, came.pack.id, came.sha256))) || came;
    }),
  );
}

/**
 * The packs that a review of these folders applies: those named; where none is, those under `rules` in its beholden.yaml; else the default.
 *
 * @param data as for `loadRulePacks`
 * @throws RulePackError where one cannot be read, is no valid pack, or is declared and lies outside the folder that declares it
 */
export async function rulePacksFor(names: string[], paths: string[], data?: string): Promise<LoadedPack[]> {
  const declared = await readInventory(paths);
  const rules = declared.inventory?.rules;
  return loadRulePacks(names.length > 0 || !rules ? names : await declaredNames(rules, declared), data);
}

/** A built-in id as it is, a file as a path of its folder: what comes with artefacts may read nothing beside them. */
async function declaredNames(rules: string[], { folder, locate }: DeclaredInventory): Promise<string[]> {
  const home = folder ?? ".";
  const builtIn = join(packageRoot(), "rules");
  return Promise.all(
    rules.map(async (name, index) => {
      const files = isBuiltInName(name) ? [] : await rulePackPaths(join(home, name), builtIn);
      for (const file of files) {
        if ((await liesIn(home, file)) || (await liesIn(builtIn, file))) continue;
        const place = locate(["rules", index]) ?? { line: null, column: null };
        const message = `${name} reads a file outside the folder of ${INVENTORY_NAME}`;
        const action = "Copy the file into the folder, or name it with --rules.";
        throw new RulePackError([
          {
            path: join(home, INVENTORY_NAME),
            ...place,
            severity: "error",
            code: "rules-outside",
            message,
            expected: "the id of a built-in pack or set, or the path of a file in the folder",
            action,
          },
        ]);
      }
      return isBuiltInName(name) ? name : join(home, name);
    }),
  );
}

async function liesIn(folder: string, file: string): Promise<boolean> {
  const [home, real] = await Promise.all([realpath(folder), realpath(file)]);
  return real.startsWith(home + sep);
}
