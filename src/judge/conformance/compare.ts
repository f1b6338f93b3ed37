import type { CaseOutcome, Truth } from "./answer.js";
import type { ConformanceCase } from "./case.js";

/** One thing that did not come out as expected. */
export interface Difference {
  key: string;
  expected: string;
  got: string;
}

/** Maps of parties to a truth, compared entry by entry. */
const maps = ["usPerson", "coveredPerson", "blocked", "affiliateRestricted"] as const;
/** Compared as a whole. */
const values = [
  "bulk",
  "coveredPersonalIdentifiers",
  "sensitivePersonalData",
  "governmentRelated",
  "dataCategory",
  "classification",
  "provision",
  "due",
  "coveredDataTransaction",
  "dealingProhibited",
  "ruleInForce",
] as const;
/** Minimum sets: more may come out. */
const minimumSets = ["conditions", "duties"] as const;
/** Informational by the README of the suites. */
const informational = ["redFlag"];

/**
 * Compares an outcome with `expected`: the answer, then every key that is neither null nor empty. Limbs and conditions are minimum sets.
 * A key that nothing here judges is a difference: it is never taken as met.
 */
export function compare(given: ConformanceCase, outcome: CaseOutcome): Difference[] {
  const { expected } = given;
  const differences: Difference[] = [];
  const differ = (key: string, wanted: unknown, got: unknown) =>
    differences.push({ key, expected: truthWords(wanted), got: truthWords(got) });
  if (!("answer" in expected) || expected.answer !== outcome.answer) differ("answer", expected.answer, outcome.answer);
  for (const [key, wanted] of Object.entries(expected)) {
    if (key === "answer" || informational.includes(key) || isEmpty(wanted)) continue;
    if (isMap(key)) {
      for (const [id, truth] of entries(wanted)) if (outcome[key](id) !== truth) differ(`${key} of ${id}`, truth, outcome[key](id));
    } else if (isValue(key)) {
      if (outcome[key] !== wanted) differ(key, wanted, outcome[key]);
    } else if (key === "limbs") {
      for (const [id, limbs] of entries(wanted))
        if (!includesAll(outcome.limbs(id), limbs)) differ(`limbs of ${id}`, limbs, outcome.limbs(id));
    } else if (isMinimumSet(key)) {
      if (!includesAll(outcome[key], wanted)) differ(key, wanted, outcome[key]);
    } else differ(key, wanted, "not judged");
  }
  return differences;
}

/** Red flags that came out otherwise than the case says: told, and not counted. */
export function remarks(given: ConformanceCase, outcome: CaseOutcome): Difference[] {
  return entries(given.expected.redFlag).flatMap(([id, wanted]) => {
    const got: Truth = outcome.redFlag(id);
    return got === wanted ? [] : [{ key: `redFlag of ${id}`, expected: truthWords(wanted), got: truthWords(got) }];
  });
}

function isMap(key: string): key is (typeof maps)[number] {
  return maps.some((one) => one === key);
}

function isValue(key: string): key is (typeof values)[number] {
  return values.some((one) => one === key);
}

function isMinimumSet(key: string): key is (typeof minimumSets)[number] {
  return minimumSets.some((one) => one === key);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "object" && Object.keys(value).length === 0);
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function includesAll(got: string[], wanted: unknown): boolean {
  return Array.isArray(wanted) && wanted.every((one) => got.includes(String(one)));
}

function truthWords(value: unknown): string {
  if (value === true) return "yes";
  if (value === false) return "no";
  if (value === null || value === undefined) return "unknown";
  return Array.isArray(value) ? value.join(", ") || "none" : String(value);
}
