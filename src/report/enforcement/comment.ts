import type { EnforcementPlan } from "../../model/index.js";
import { headerLines, oneLine } from "./header.js";

/** What a file says of itself beside what the plan says. */
export interface FileNotes {
  kinds: Parameters<typeof headerLines>[1];
  /** How the file is used, and what it cannot do, a line each. */
  about: readonly string[];
  /** Entries that the format cannot express, each with the reason. */
  leftOut?: readonly string[];
}

/** The lines that open a file, without the sign that makes them comments. */
export function openingLines(plan: EnforcementPlan, { kinds, about, leftOut = [] }: FileNotes): string[] {
  const cannot =
    leftOut.length === 0
      ? []
      : ["", "Cannot be written in this format, and is not blocked by this file:", ...leftOut.map((one) => `  ${oneLine(one)}`)];
  return [...headerLines(plan, kinds), "", ...about, ...cannot];
}

/** Lines as comments of the languages that begin one with a number sign. */
export function commented(lines: readonly string[]): string {
  return lines
    .map((line) => `# ${line}`.trimEnd())
    .map((line) => `${line}\n`)
    .join("");
}
