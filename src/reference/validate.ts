import type { ReferenceFile, ReferenceProblem, ReferenceText } from "./parse.js";
import { parseReferenceFile } from "./parse.js";

/** Placeholder until the checks below land in the next commit. */
export function validateReference(texts: ReferenceText[]): { files: ReferenceFile[]; problems: ReferenceProblem[] } {
  const parsed = texts.map(parseReferenceFile);
  return { files: parsed.flatMap(({ file }) => file ?? []), problems: parsed.flatMap(({ problems }) => problems) };
}
