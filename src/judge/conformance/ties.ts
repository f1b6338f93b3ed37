import { type Day, holdsOn, listingsOn, type Reference } from "../../model/index.js";
import type { ConformanceCase } from "./case.js";

/** Who signs, as a case states it. */
export function signatories(facts: string[]): string[] {
  return facts.flatMap((fact) => /^contract-signed-by:(.+)$/.exec(fact)?.[1] ?? []);
}

/** Property blocked while the stake was half or more stays so until it is licensed or released (OFAC FAQ 402). */
export function propertyStaysBlocked(facts: string[]): boolean {
  const wasBlocked = facts.some((fact) => /^property-(was-)?blocked/.test(fact));
  return wasBlocked && !facts.some((fact) => /licen[cs]ed|released|unblocked/.test(fact));
}

/**
 * A tie to a listed party that calls for a closer look, whatever comes out of the ownership test: a listed party, of whatever list, among the
 * owners of any tier or in control; or one that signs.
 */
export function redFlag(id: string, given: ConformanceCase, reference: Reference, asOf: Day): boolean {
  const passed = new Set<string>();
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (passed.has(next)) continue;
    passed.add(next);
    for (const interest of reference.interestsIn(next)) if (holdsOn(interest, asOf)) queue.push(interest.owner);
  }
  passed.delete(id);
  const tied = [...passed, ...signatories(given.transaction.facts)];
  return tied.some((one) => listingsOn(one, reference, asOf).length > 0);
}
