import { byText } from "../model/order.js";
import { checkDates, checkShares } from "./check-dates.js";
import { checkReferences } from "./check-references.js";
import { checkSources } from "./check-sources.js";
import { checkUnique } from "./check-unique.js";
import { parseReferenceFile, type ReferenceFile, type ReferenceProblem, type ReferenceText } from "./parse.js";

/** Every rule that the reference must keep, beyond the shape of its files. */
const checks: ((files: ReferenceFile[]) => ReferenceProblem[])[] = [checkUnique, checkReferences, checkSources, checkDates, checkShares];

/**
 * Checks the whole reference: the shape of each file, and what the files say of one another. Takes the texts of all files;
 * returns those that parsed, and all problems by path and line. The reference is sound only where there are no problems.
 */
export function validateReference(texts: ReferenceText[]): { files: ReferenceFile[]; problems: ReferenceProblem[] } {
  const parsed = texts.map(parseReferenceFile);
  const files = parsed.flatMap(({ file }) => file ?? []);
  const shape = parsed.flatMap(({ problems }) => problems);
  // What a file that did not parse would have defined is missing everywhere else: those problems would only mislead.
  const whole = files.length === texts.length ? checks.flatMap((check) => check(files)) : [];
  const problems = [...shape, ...whole].sort((left, right) => byText(left.path, right.path) || left.line - right.line);
  return { files, problems };
}
