import type { Day, Reference, Regime } from "../model/index.js";
import { affiliated } from "./ownership/affiliated.js";
import { type Assessment, assessFirst, settleFamily } from "./ownership/assess.js";

export { type Affiliation, affiliationsUnder } from "./ownership/affiliation.js";
export type { Assessment } from "./ownership/assess.js";
export { governmentsOfConcern } from "./ownership/by-itself.js";

/**
 * Answers, for one regime and day, whether a party is covered.
 *
 * Shares are whole millionths and summed exactly. A covered owner counts with its whole stake and an uncovered one with none; equity (with
 * state control, and consolidations and links without a share) and votes are summed apart, of each owner the best statement. Two worlds are
 * settled to their least fixed points, so that cycles start nothing:
 * - the sure world takes every share at its least (a stake held for others at nought), leaves out whoever is in doubt, and counts a block
 *   held jointly only if all its holders count; covered there is `yes`;
 * - the possible world takes shares of counting owners at their most, but not more than the least that others hold leaves, counts
 *   whoever is in doubt, and a block if any holder counts; not covered there is `no`.
 * Between the two is `cannot-be-excluded`. Shares that nobody is on file for count for neither side: `no` means no covered owner on file;
 * a withheld owner is a party of kind `unknown`, in doubt under every regime. Shares that sum to more than the whole contradict each
 * other and bound nothing. A company's own shares in itself count for nobody.
 * Source: 28 CFR 202.211(a); OFAC guidance of 13 August 2014; 15 CFR 744.11(a)(1) as the regime's parameters say.
 */
export function ownershipUnder(regime: Regime, reference: Reference, asOf: Day): (party: string) => Assessment {
  const answers = new Map<string, Assessment>();
  const withAffiliates = affiliated(regime, reference, asOf);
  return (id) => {
    const known = answers.get(id);
    if (known) return known;
    const answer = withAffiliates(assessFirst(settleFamily(id, regime, reference, asOf), regime));
    answers.set(id, answer);
    return answer;
  };
}
