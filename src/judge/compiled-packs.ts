import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RulePack } from "../model/index.js";
import { readText } from "./file-text.js";
import { type RulePackFile, readRulePackFile, rulePackPaths } from "./files.js";

/**
 * Reads every pack of a folder with all checks and writes it as JSON under the digest of its text: a review then need not parse and
 * check again what has not changed, which takes half a second for the built-in packs.
 *
 * @throws RulePackError where one is no valid pack
 */
export async function compileRulePacks(rulesFolder: string, compiledFolder: string): Promise<void> {
  await mkdir(compiledFolder, { recursive: true });
  for (const path of await rulePackPaths(rulesFolder, rulesFolder)) {
    const { sha256, pack } = await readRulePackFile(path);
    await writeFile(join(compiledFolder, `${sha256}.json`), JSON.stringify(pack));
  }
}

/**
 * Reads one rule pack; what `compileRulePacks` wrote for the same text is taken as it is.
 *
 * @throws RulePackError where the file cannot be read or is no valid pack
 */
export async function readCompiledPackFile(path: string, compiledFolder: string): Promise<RulePackFile> {
  const sha256 = createHash("sha256")
    .update(await readText(path))
    .digest("hex");
  const compiled = await readFile(join(compiledFolder, `${sha256}.json`), "utf8").catch(() => undefined);
  return compiled === undefined ? readRulePackFile(path) : { path, sha256, pack: JSON.parse(compiled) as RulePack };
}
