import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { byText, type Problem } from "../model/index.js";
import { RulePackError } from "./load.js";

/** The names of files that can hold packs and sets. */
export const packFile = /\.ya?ml$/;

/**
 * The text of a rules file or a conformance suite.
 *
 * @throws RulePackError where it cannot be read
 */
export async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (error) {
    throw unreadable(path, error instanceof TypeError ? "it is not UTF-8 text" : readableReason(error));
  }
}

/** Why a file could not be read, in words. */
export function readableReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EACCES") return "permission denied";
  return message;
}

export function unreadable(path: string, reason: string): RulePackError {
  const problem: Problem = {
    path,
    line: null,
    column: null,
    severity: "error",
    code: "pack-unreadable",
    message: `the rule pack could not be read: ${reason}`,
    expected: "a readable YAML file, a folder of them, or the id of a built-in pack or set",
    action: "Check the path; `beholden rules list` shows the built-in packs and sets.",
  };
  return new RulePackError([problem]);
}

/** Files of a folder whose names match, in the order of their names. */
export async function filesOf(folder: string, pattern: RegExp): Promise<string[]> {
  return (await readdir(folder))
    .filter((entry) => pattern.test(entry))
    .sort(byText)
    .map((entry) => join(folder, entry));
}

export async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
