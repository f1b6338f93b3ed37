import { byText, type Day, type Reference, type Regime } from "../../model/index.js";
import { type Affiliation, affiliationsUnder } from "./affiliation.js";
import type { Assessment } from "./assess.js";

/** Adds to an assessment what follows from being an affiliate of a listed party, where the regime knows that limb. */
export function affiliated(regime: Regime, reference: Reference, asOf: Day): (assessment: Assessment) => Assessment {
  const tiesOf = affiliationsUnder(regime, reference, asOf);
  return (assessment) => (assessment.covered === "yes" ? assessment : withTies(assessment, tiesOf(assessment.party), regime, reference));
}

function withTies(assessment: Assessment, ties: Affiliation[], regime: Regime, reference: Reference): Assessment {
  const sure = ties.filter(({ verdict }) => verdict === "yes");
  // That it may be controlled by a listed party is told already.
  const open = assessment.limbs.includes("control") ? ties.filter(({ where }) => where !== "below") : ties;
  const told = sure.length > 0 ? sure : open;
  const [first] = told;
  if (!first) return assessment;
  const listed = [...new Set(told.map((tie) => tie.listed))];
  const governments = listed.flatMap((id) => {
    const party = reference.party(id);
    const place = party?.jurisdiction ?? party?.principalPlace?.country;
    return place ? [reference.governmentOf(place)] : [];
  });
  // An open ground beside a sure one is no ground any more.
  const before = first.verdict === "yes" || assessment.covered === "no" ? { limbs: [], governments: [] } : assessment;
  const sentence = tieInWords(first, assessment.party, regime, reference);
  return {
    ...assessment,
    covered: first.verdict,
    limbs: [...before.limbs, "affiliation"].sort(byText),
    governments: [...new Set([...before.governments, ...governments])].sort(byText),
    because: assessment.covered === "no" || first.verdict === "yes" ? sentence : `${assessment.because} ${sentence}`,
  };
}

/** The tie as a sentence: who owns or controls whom. */
export function tieInWords(tie: Affiliation, party: string, regime: Regime, reference: Reference): string {
  const name = (id: string) => reference.party(id)?.name ?? id;
  const over = regime.covered.affiliateShareOver;
  const holds = over === undefined ? "controls" : `controls, or owns more than ${over} percent of,`;
  const held = { below: name(party), above: name(tie.listed), beside: `both it and ${name(tie.listed)}` }[tie.where];
  const why = `${name(tie.holder)} ${holds} ${held}`;
  if (tie.verdict === "yes") return `${name(party)} is an affiliate of ${name(tie.listed)}, which is listed: ${why}.`;
  const state = reference.party(tie.holder)?.kind === "government" && tie.where === "beside";
  const open = state ? "; whether that makes a state's companies each other's affiliates is open" : ", as far as can be told";
  return `It cannot be excluded that ${name(party)} is an affiliate of ${name(tie.listed)}, which is listed: ${why}${open}.`;
}
