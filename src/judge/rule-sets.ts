import { basename, dirname, join, relative, resolve } from "node:path";
import { type Problem, RuleSet } from "../model/index.js";
import { filesOf, isFile, packFile, readText } from "./file-text.js";
import { RulePackError, schemaProblems } from "./load.js";
import { nearest } from "./nearest.js";
import { type Position, readYamlText, type YamlText } from "./yaml-text.js";

/** What stands in one rules file: a pack, or a set with the files of its packs in its order. */
export interface RulesFile {
  path: string;
  set: RuleSet | null;
  packs: string[];
}

/**
 * Reads which packs a file stands for: itself where it is a pack; the packs of a set, those of sets within it included, each once.
 *
 * @param rulesFolder folder of the built-in packs, whose ids a set may name
 * @throws RulePackError where a set is not valid, names what is not there, or contains itself; with line and column
 */
export async function rulesFile(path: string, rulesFolder: string): Promise<RulesFile> {
  return readRulesFile(path, rulesFolder, []);
}

async function readRulesFile(path: string, rulesFolder: string, within: string[]): Promise<RulesFile> {
  // What cannot be read is told where it is read as a pack.
  const text = await readText(path).catch(() => "");
  const yaml = looksLikeASet(text) ? readYamlText(text, path) : undefined;
  if (!yaml || !isASet(yaml.value)) return { path, set: null, packs: [path] };
  const set = readSet(yaml, path);
  const packs = new Set<string>();
  const faults: Problem[] = [];
  for (const [index, name] of set.packs.entries()) {
    const fault = (message: string, expected: string) =>
      faults.push(problemAt(path, yaml.positionOf(["packs", index]), "set-member", message, expected));
    if (set.packs.indexOf(name) !== index) {
      fault(`${name} is named twice`, "each pack once");
      continue;
    }
    const member = await memberPath(name, path, rulesFolder);
    if (member === undefined) {
      const meant = nearest(name, await builtInNames(rulesFolder));
      fault(`there is no built-in pack and no file ${name}`, meant ?? "the id of a built-in pack or set, or the path of a file");
    } else if ([...within, path].some((one) => resolve(one) === resolve(member))) {
      fault(`${name} contains this set`, "a pack, or a set that does not lead back here");
    } else for (const one of (await readRulesFile(member, rulesFolder, [...within, path])).packs) packs.add(one);
  }
  if (faults.length > 0) throw new RulePackError(faults);
  return { path, set, packs: [...packs] };
}

/** Cheap, so that packs are not parsed twice; what it lets through is looked at. */
function looksLikeASet(text: string): boolean {
  return /(^|[\s{,])["']?packs["']?\s*:/.test(text);
}

function isASet(value: unknown): boolean {
  return typeof value === "object" && value !== null && "packs" in value && !("rules" in value);
}

function readSet(yaml: YamlText, path: string): RuleSet {
  const parsed = RuleSet.safeParse(yaml.value);
  const problems = [...yaml.problems, ...schemaProblems(parsed.error, RuleSet, yaml, path, "the set")];
  if (problems.length > 0 || !parsed.success) throw new RulePackError(problems);
  return parsed.data;
}

/** A built-in id goes first, as on the command line; any other name is a path from the folder of the set. */
async function memberPath(name: string, setPath: string, rulesFolder: string): Promise<string | undefined> {
  const builtIn = join(rulesFolder, `${name}.yaml`);
  if (/^[a-z0-9-]+$/.test(name) && (await isFile(builtIn))) return builtIn;
  const folder = dirname(setPath);
  const file = resolve(folder, name);
  if (!(await isFile(file))) return undefined;
  // As the set itself was named, so that messages show the path that the user knows.
  return join(folder, relative(resolve(folder), file));
}

async function builtInNames(rulesFolder: string): Promise<string[]> {
  return (await filesOf(rulesFolder, packFile).catch(() => [])).map((path) => basename(path).replace(packFile, ""));
}

function problemAt(path: string, position: Position, code: string, message: string, expected: string): Problem {
  return { path, ...position, severity: "error", code, message, expected, action: "Correct the set here." };
}
