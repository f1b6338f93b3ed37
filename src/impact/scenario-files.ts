import { lstat, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { nearest } from "../judge/nearest.js";
import { type ImpactScenario, type Problem, readValidatedYaml, ScenarioFile } from "../model/index.js";

/** A scenario that cannot be read or saved: what was wrong, where, and what was expected. */
export class ScenarioError extends Error {
  override name = "ScenarioError";
  readonly problems: Problem[];
  constructor(message: string, problems: Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}

/** Below the reviewed folder, so that scenarios can be kept and compared with what they are about. */
export const scenarioFolder = join(".beholden", "scenarios");

const mostBytes = 256 * 1024;
const nameForm = /^[a-z0-9][a-z0-9._-]*$/i;

/**
 * Reads a scenario: from a file where the text is a path, else the one saved under that name below the reviewed folder.
 *
 * @throws ScenarioError
 */
export async function readScenario(named: string, reviewed: string): Promise<ScenarioFile> {
  const isPath = /[/\\]|\.ya?ml$/.test(named);
  const file = isPath ? named : join(reviewed, scenarioFolder, `${named}.yaml`);
  const found = await lstat(file).catch(() => undefined);
  if (!found?.isFile()) throw new ScenarioError(await notFound(named, file, isPath, reviewed));
  if (found.size > mostBytes)
    throw new ScenarioError(`--scenario ${named}: ${file} is ${found.size} bytes long. Expected at most ${mostBytes}.`);
  const read = readValidatedYaml(await readFile(file, "utf8"), file, ScenarioFile, "scenario-invalid");
  if (read.value === null) throw new ScenarioError(read.problems.map(faultLine).join("\n"), read.problems);
  return { ...read.value, name: read.value.name ?? nameOf(named) };
}

/**
 * Saves a scenario under a name, with its id; one that is there under that name is replaced.
 *
 * @returns the file
 * @throws ScenarioError where the name cannot be one of a file, or the file cannot be written
 */
export async function saveScenario(name: string, { id, on }: ImpactScenario, asked: ScenarioFile, reviewed: string): Promise<string> {
  if (!nameForm.test(name))
    throw new ScenarioError(`--save ${name} is no name. Expected letters, digits, dots, dashes and underscores, such as ban-2027.`);
  const file = join(reviewed, scenarioFolder, `${name}.yaml`);
  try {
    await mkdir(join(reviewed, scenarioFolder), { recursive: true });
    await writeFile(file, stringify({ ...asked, schemaVersion: "1", id, name, on }));
  } catch (error) {
    throw new ScenarioError(
      `--save ${name}: ${error instanceof Error ? error.message : String(error)}. Review a folder that can be written.`,
    );
  }
  return file;
}

async function notFound(named: string, file: string, isPath: boolean, reviewed: string): Promise<string> {
  if (isPath) return `--scenario ${named}: no such file. Expected a YAML file with \`block\`, or the name of a saved scenario.`;
  const saved = (await readdir(join(reviewed, scenarioFolder)).catch(() => [])).map((one) => one.replace(/\.ya?ml$/, "")).sort();
  const near = nearest(named, saved);
  const known =
    saved.length > 0
      ? `Saved are ${saved.join(", ")}${near ? `; did you mean ${near}?` : "."}`
      : "None is saved there; save one with --save NAME.";
  return `--scenario ${named}: no ${file}. ${known}`;
}

function nameOf(named: string): string {
  return (named.split(/[/\\]/).at(-1) ?? named).replace(/\.ya?ml$/, "");
}

function faultLine({ path, line, column, message, expected, action }: Problem): string {
  return `${[path, line, column].filter((part) => part !== null).join(":")}: ${message}; expected ${expected}. ${action}`;
}
