import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { byText, type Problem, type RulePack } from "../model/index.js";
import { RulePackError, readRulePack } from "./load.js";

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

async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (error) {
    const reason = error instanceof TypeError ? "it is not UTF-8 text" : readableReason(error);
    throw new RulePackError([unreadable(path, reason)]);
  }
}

function readableReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EACCES") return "permission denied";
  return message;
}

function unreadable(path: string, reason: string): Problem {
  return {
    path,
    line: null,
    column: null,
    severity: "error",
    code: "pack-unreadable",
    message: `the rule pack could not be read: ${reason}`,
    expected: "a readable YAML file, a folder of them, or the id of a built-in pack",
    action: "Check the path; `beholden rules list` shows the built-in packs.",
  };
}

/**
 * The files that a name on the command line stands for: a built-in pack's id, a file, or the `.yaml` and `.yml` files of a folder.
 *
 * @param rulesFolder folder of the built-in packs
 * @throws RulePackError where there is no such file
 */
export async function rulePackPaths(name: string, rulesFolder: string): Promise<string[]> {
  const builtIn = join(rulesFolder, `${name}.yaml`);
  if (/^[a-z0-9-]+$/.test(name) && (await isFile(builtIn))) return [builtIn];
  try {
    if (!(await stat(name)).isDirectory()) return [name];
    const packs = await filesOf(name, packFile);
    if (packs.length === 0) throw new RulePackError([unreadable(name, "the folder holds no .yaml file")]);
    return packs;
  } catch (error) {
    if (error instanceof RulePackError) throw error;
    throw new RulePackError([unreadable(name, readableReason(error))]);
  }
}

const packFile = /\.ya?ml$/;
const suiteFile = /\.jsonl$/;

async function filesOf(folder: string, pattern: RegExp): Promise<string[]> {
  return (await readdir(folder))
    .filter((entry) => pattern.test(entry))
    .sort(byText)
    .map((entry) => join(folder, entry));
}

/** What can be tested behind a name: rule packs, and conformance suites in JSON Lines. */
export interface TestFiles {
  packs: string[];
  suites: string[];
}

/**
 * The same for tests: a `.jsonl` file is a conformance suite, and a folder may hold suites, packs or both.
 *
 * @throws RulePackError where there is no such file, or a folder holds neither
 */
export async function testFiles(name: string, rulesFolder: string): Promise<TestFiles> {
  if (suiteFile.test(name) && (await isFile(name))) return { packs: [], suites: [name] };
  const suites = await filesOf(name, suiteFile).catch(() => []);
  if (suites.length === 0) return { packs: await rulePackPaths(name, rulesFolder), suites };
  return { packs: await filesOf(name, packFile), suites };
}

/**
 * The text of a conformance suite.
 *
 * @throws RulePackError where it cannot be read
 */
export async function readSuiteText(path: string): Promise<string> {
  return readText(path);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
