import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { RulePack } from "../model/index.js";
import { filesOf, isFile, packFile, readableReason, readText, unreadable } from "./file-text.js";
import { RulePackError, readRulePack } from "./load.js";
import { type RulesFile, rulesFile } from "./rule-sets.js";

/** A pack with the file that it came from and the digest of its text, SHA-256 in hex. */
export interface RulePackFile {
  path: string;
  sha256: string;
  pack: RulePack;
}

/**
 * Reads one rule pack.
 *
 * @throws RulePackError where the file cannot be read or is no valid pack
 */
export async function readRulePackFile(path: string): Promise<RulePackFile> {
  const text = await readText(path);
  return { path, sha256: createHash("sha256").update(text).digest("hex"), pack: readRulePack(text, path) };
}

/**
 * The packs that a name on the command line stands for: a built-in pack or set by id, a file, or the `.yaml` and `.yml` files of a folder. Sets
 * stand for their packs.
 *
 * @param rulesFolder folder of the built-in packs
 * @throws RulePackError where there is no such file, or a set is at fault
 */
export async function rulePackPaths(name: string, rulesFolder: string): Promise<string[]> {
  return packsOf(await rulesFiles(name, rulesFolder));
}

/**
 * The same, with the sets told from the packs.
 *
 * @throws RulePackError as `rulePackPaths`
 */
export async function rulesFiles(name: string, rulesFolder: string): Promise<RulesFile[]> {
  const builtIn = join(rulesFolder, `${name}.yaml`);
  if (/^[a-z0-9-]+$/.test(name) && (await isFile(builtIn))) return [await rulesFile(builtIn, rulesFolder)];
  try {
    if (!(await stat(name)).isDirectory()) return [await rulesFile(name, rulesFolder)];
    const files = await filesOf(name, packFile);
    if (files.length === 0) throw unreadable(name, "the folder holds no .yaml file");
    return await Promise.all(files.map((path) => rulesFile(path, rulesFolder)));
  } catch (error) {
    if (error instanceof RulePackError) throw error;
    throw unreadable(name, readableReason(error));
  }
}

function packsOf(files: RulesFile[]): string[] {
  return [...new Set(files.flatMap(({ packs }) => packs))];
}

const suiteFile = /\.jsonl$/;

/** What can be tested behind a name: rule packs, and conformance suites in JSON Lines. */
export interface TestFiles {
  packs: string[];
  suites: string[];
  /** What is wrong with the sets of a folder, whose packs are tested all the same. */
  faults: unknown[];
}

/**
 * The same for tests: a `.jsonl` file is a conformance suite, and a folder may hold suites, packs or both.
 *
 * @throws RulePackError where there is no such file, or a folder holds neither
 */
export async function testFiles(name: string, rulesFolder: string): Promise<TestFiles> {
  if (suiteFile.test(name) && (await isFile(name))) return { packs: [], suites: [name], faults: [] };
  const [suites, files] = await Promise.all([suiteFile, packFile].map((pattern) => filesOf(name, pattern).catch(() => [])));
  if (!suites || !files || suites.length + files.length === 0)
    return { packs: await rulePackPaths(name, rulesFolder), suites: [], faults: [] };
  const faults: unknown[] = [];
  const read = await Promise.all(files.map((path) => rulesFile(path, rulesFolder).catch((fault: unknown) => void faults.push(fault))));
  return { packs: packsOf(read.flatMap((one) => one ?? [])), suites, faults };
}
