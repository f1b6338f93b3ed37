import type { FailedCase, SuiteRun } from "../judge/conformance/run.js";
import type { ExamplesRun, FailedExample } from "../judge/examples.js";
import { json, wrap } from "./rules-text.js";

/** How the worked examples of one pack came out. */
export interface PackExamples extends ExamplesRun {
  pack: string;
  path: string;
}

/** Every failure with what was expected, what came out, why, and the provision; then each file, and the last line counts. */
export function testText(packs: PackExamples[], suites: SuiteRun[], width: number): string {
  const failures = [
    ...packs.flatMap(({ pack, failed }) => failed.flatMap((one) => exampleLines(pack, one, width))),
    ...suites.flatMap(({ failed }) => failed.flatMap((one) => caseLines(one, width))),
    ...suites.flatMap((suite) => remarkLines(suite, width)),
    ...suites.flatMap((suite) => problemLines(suite, width)),
  ];
  const files = [
    ...packs.map(({ pack, path, passed, failed }) => `${pack} (${path}): ${passed} passed, ${failed.length} failed`),
    ...suites.map((suite) => `${suite.path}: ${suite.passed} passed, ${suite.failed.length} failed${notJudgedWords([suite])}`),
  ];
  const open = suites.length > 1 ? notJudgedTotal(suites) : [];
  return `${[...failures, ...files, ...open, countLine([...packs, ...suites])].join("\n")}\n`;
}

export function testJson(packs: PackExamples[], suites: SuiteRun[]): string {
  const runs = [...packs, ...suites];
  return json({ schemaVersion: "1", passed: passedIn(runs), failed: failedIn(runs), packs, suites });
}

function exampleLines(pack: string, { rule, example, expected, got, why, citation }: FailedExample, width: number): string[] {
  return [
    `FAILED ${pack}:${rule}: ${example}`,
    ...wrap(`expected ${expected}, got ${got}`, width, 2),
    ...wrap(why, width, 2),
    ...wrap(citation, width, 2),
    "",
  ];
}

function caseLines({ id, path, line, differences, because, why, cite, basis, sourceNote }: FailedCase, width: number): string[] {
  return [
    `FAILED ${path}:${line}: ${id}`,
    ...differences.flatMap(({ key, expected, got }) => wrap(`${key}: expected ${expected}, got ${got}`, width, 2)),
    ...wrap(because, width, 2),
    ...wrap(`The case: ${why}`, width, 2),
    ...wrap(`${cite}${basis ? ` (${basis})` : ""}${sourceNote ? `; ${sourceNote}` : ""}`, width, 2),
    "",
  ];
}

function remarkLines({ path, remarks }: SuiteRun, width: number): string[] {
  return remarks.flatMap(({ id, differences }) =>
    differences.flatMap(({ key, expected, got }) =>
      wrap(`${path}: ${id}: ${key} is ${got} here and ${expected} in the case, which is informational and does not count`, width, 0),
    ),
  );
}

function problemLines({ problems }: SuiteRun, width: number): string[] {
  return problems.flatMap(({ path, line, message, expected, action }) =>
    wrap(`${path}:${line}: ${message}. Expected ${expected}. ${action}`, width, 0),
  );
}

function notJudgedWords(suites: SuiteRun[]): string {
  const counts = new Map<string, number>();
  for (const { notJudged } of suites)
    for (const [asks, ids] of Object.entries(notJudged)) counts.set(asks, (counts.get(asks) ?? 0) + ids.length);
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
  if (all === 0) return "";
  const asked = [...counts.keys()].sort().map((asks) => (asks.startsWith("regime ") ? asks : `asks ${asks}`));
  return `, ${all} not judged: ${asked.join(", ")}`;
}

function notJudgedTotal(suites: SuiteRun[]): string[] {
  const words = notJudgedWords(suites);
  return words ? [words.slice(2)] : [];
}

function countLine(runs: { passed: number; failed: unknown[] }[]): string {
  return `${passedIn(runs)} passed, ${failedIn(runs)} failed`;
}

function passedIn(runs: { passed: number }[]): number {
  return runs.reduce((sum, { passed }) => sum + passed, 0);
}

function failedIn(runs: { failed: unknown[] }[]): number {
  return runs.reduce((sum, { failed }) => sum + failed.length, 0);
}
