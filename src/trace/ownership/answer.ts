import { type Day, holdsOn, type OwnershipAnswer, type Reference, type Regime, type ShareRange, WHOLE } from "../../model/index.js";
import { affiliated } from "./affiliated.js";
import { type Assessment, assessmentOf, groundsIn, isExempt, percentOf, type Settled, settleFamily } from "./assess.js";
import { type OpenFact, openFacts } from "./facts.js";
import { multipliedShares } from "./multiplied.js";
import { type ProofUnit, proofOf } from "./proof.js";
import { type Settlement, smallestSettlement } from "./settle.js";
import { nodeOf, partiesToShow, proofInterests, statement } from "./shown.js";
import { heldByAnybody, stakeIn } from "./stakes.js";

/**
 * Whether a party is covered under a regime on a day, with bounds of what covered owners hold, the interests that prove it, and the fewest
 * facts that would settle it where it is open. What counts how is told at `ownershipUnder`, with which the verdict always agrees.
 *
 * @param asOf the day that owners, lists and the regime are read for, UTC
 * @param regimeId named in the answer
 */
export function ownershipAnswer(
  party: string,
  regime: Regime,
  reference: Reference,
  asOf: Day,
  regimeId: string | null = null,
): OwnershipAnswer {
  const settled = settleFamily(party, regime, reference, asOf);
  const grounds = { sure: groundsIn("sure", settled), possible: groundsIn("possible", settled) };
  const assessment = assessmentOf(0, settled, regime, grounds);
  const proof = proofFor(assessment, settled, regime);
  const settle = settlementFor(assessment, settled, regime, asOf);
  const { shown, cut } = partiesToShow(settled, proof, settle?.facts ?? []);
  const told = affiliated(regime, reference, asOf)(assessment);
  const { graph, held } = settled.family;
  const isShown = (row: number) => shown.includes(graph.owner[row] ?? 0) && shown.includes(graph.owned[row] ?? 0);
  const unrecorded = unrecordedIn(settled);
  return {
    party,
    regime: regimeId,
    asOf,
    verdict: told.covered,
    threshold: regime.covered.threshold,
    share: { min: assessment.shareMin, max: assessment.shareMax },
    classes: { equity: classRange("equity", settled), voting: classRange("voting", settled) },
    multiplied: multipliedRange(settled),
    unrecorded,
    limbs: told.limbs,
    governments: told.governments,
    proof: proof.flatMap((one) => proofInterests(one, settled)),
    settle: told.covered === "yes" ? null : settle && { facts: settle.facts.map(({ told }) => told), smallest: settle.smallest },
    parties: shown.map((number) => nodeOf(number, settled, number === 0 ? told : assessmentOf(number, settled, regime, grounds))),
    interests: [...held.keys()].filter(isShown).map((row) => statement(row, settled)),
    cut,
    because: `${told.because}${unrecordedInWords(unrecorded.equity, told)}`,
  };
}

function proofFor({ covered }: Assessment, settled: Settled, regime: Regime): ProofUnit[] {
  // A listed party of an exempt jurisdiction is covered by the listing alone.
  if (covered === "no" || isExempt(settled.family.parties[0], regime)) return [];
  return proofOf(covered === "yes" ? "sure" : "possible", settled);
}

function settlementFor({ covered }: Assessment, settled: Settled, regime: Regime, asOf: Day): Settlement | null {
  if (covered !== "cannot-be-excluded") return null;
  const facts = openFacts(settled, ruleInDoubt(settled, regime, asOf));
  const listing = (fact: OpenFact) => fact.told.kind === "listing" && fact.told.party === settled.family.ids[0];
  if (isExempt(settled.family.parties[0], regime)) return { facts: facts.filter(listing), smallest: true };
  return smallestSettlement(facts, settled);
}

/** The question whether owners count on a day at all, where the regime leaves it open. */
function ruleInDoubt({ terms }: Settled, { covered }: Regime, asOf: Day): string | undefined {
  const open = (["ownership", "control"] as const).some((limb) => terms[limb].possible && !terms[limb].sure);
  if (!open) return undefined;
  const period = covered.ownershipPeriods?.find((one) => holdsOn(one, asOf));
  return `is the rule on owners in force on ${asOf}${period ? ` (${period.citation})` : ""}`;
}

function classRange(shareClass: "equity" | "voting", { family, terms, sure, possible }: Settled): ShareRange {
  const least = stakeIn(family.graph, terms, 0, sure.counts, "sure")[shareClass];
  const most = stakeIn(family.graph, terms, 0, possible.counts, "possible")[shareClass];
  return { min: percentOf(least), max: percentOf(Math.max(least, most)) };
}

function multipliedRange({ family, terms, seeds }: Settled): ShareRange {
  const roots = (least: number) => seeds.map((seed) => Number(seed >= least));
  return {
    min: percentOf(multipliedShares(family.graph, terms, roots(2), "sure")[0] ?? 0),
    max: percentOf(multipliedShares(family.graph, terms, roots(1), "possible")[0] ?? 0),
  };
}

/** What nobody on file holds even where all hold the most that is stated. */
function unrecordedIn({ family, terms }: Settled): OwnershipAnswer["unrecorded"] {
  const [equity = 0, voting = 0] = heldByAnybody(family.graph, terms, 0).most;
  return { equity: percentOf(WHOLE - equity), voting: percentOf(WHOLE - voting) };
}

function unrecordedInWords(unrecorded: number, { covered }: Assessment): string {
  if (covered === "yes" || unrecorded === 0) return "";
  return unrecorded === 100
    ? " No owner of shares is on file."
    : ` Nobody is on file for ${unrecorded} percent, which counts for neither side.`;
}
