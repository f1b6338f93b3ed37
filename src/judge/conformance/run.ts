import type { Catalogue, Government, Problem, Reference, RulePack } from "../../model/index.js";
import { answeredQuestions, dealQuestions, judgeCase } from "./answer.js";
import { type PlacedCase, readCases } from "./case.js";
import { catalogueOf } from "./case-facts.js";
import { compare, type Difference, remarks } from "./compare.js";

/** The pack that a regime of the suites stands for. */
export const packOfRegime: Record<string, string> = {
  dsp: "us-dsp",
  ofac50: "us-ofac-sdn",
  "bis-affiliates": "us-bis-affiliates",
};

/** A case that did not come out as expected. */
export interface FailedCase {
  id: string;
  path: string;
  line: number;
  differences: Difference[];
  because: string;
  why: string;
  cite: string;
  basis: string;
  sourceNote: string | null;
}

/** How the cases of a suite came out. */
export interface SuiteRun {
  path: string;
  passed: number;
  failed: FailedCase[];
  /** Passed, but with a red flag set otherwise than the case says, which is informational. */
  remarks: { id: string; differences: Difference[] }[];
  /** By what they ask: cases that nothing here answers; they count for neither. */
  notJudged: Record<string, string[]>;
  problems: Problem[];
}

/** What cases are judged with. */
export interface SuiteTools {
  packs: ReadonlyMap<string, RulePack>;
  governments: Government[];
  referenceOf: (catalogue: Catalogue) => Reference;
}

/** Runs the cases of one JSON Lines text. A line that is no case is a problem; the others are run. */
export function runSuite(text: string, path: string, tools: SuiteTools): SuiteRun {
  const { cases, problems } = readCases(text, path);
  const run: SuiteRun = { path, passed: 0, failed: [], remarks: [], notJudged: {}, problems };
  for (const placed of cases) runCase(placed, run, tools);
  return run;
}

function runCase({ path, line, value }: PlacedCase, run: SuiteRun, { packs, governments, referenceOf }: SuiteTools): void {
  const pack = packs.get(packOfRegime[value.regime] ?? "");
  const open = pack ? (isAnswered(value.asks, pack) ? undefined : value.asks) : `regime ${value.regime}`;
  if (open !== undefined || !pack) {
    const asked = open ?? value.asks;
    run.notJudged[asked] = [...(run.notJudged[asked] ?? []), value.id];
    return;
  }
  const outcome = judgeCase(value, pack, referenceOf(catalogueOf(value, pack, governments)));
  const differences = compare(value, outcome);
  if (differences.length > 0) {
    const { id, why, cite, basis, sourceNote } = value;
    run.failed.push({ id, path, line, differences, because: outcome.because, why, cite, basis, sourceNote });
    return;
  }
  run.passed++;
  const told = remarks(value, outcome);
  if (told.length > 0) run.remarks.push({ id: value.id, differences: told });
}

/** Questions about data and deals are answered by a pack that has rules for them. */
function isAnswered(asks: string, pack: RulePack): boolean {
  return answeredQuestions.some((one) => one === asks) && (pack.data !== undefined || !dealQuestions.has(asks));
}
