import { domesticPerson } from "./judge/domestic.js";
import { packView, personsUnder } from "./judge/persons.js";
import { periodRemark } from "./judge/regime-day.js";
import {
  type Day,
  holdsOn,
  type OwnershipAnswer,
  type Reference,
  type RegimeStanding,
  type RulePack,
  type TracedLink,
  type TracedNode,
  type TracedRegime,
} from "./model/index.js";
import { regimeStanding } from "./side-by-side.js";
import { type Assessment, ownershipAnswer } from "./trace/index.js";
import { proofLinks, proofStatements } from "./trace-proof.js";

/** What the regimes say of a party and of those around it. */
export interface RegimeAnswers {
  /** Given the numbered interests that are shown, so that a proof can name them. */
  answers(links: TracedLink[]): TracedRegime[];
  /** The same answers side by side: which regime applies on the day, and why the others do not. */
  standings(): RegimeStanding[];
  standingOf(id: string): TracedNode["standing"];
  /** Parties that a proof or a question names. */
  needed: Set<string>;
}

interface Asked {
  pack: RulePack;
  view: (party: string) => Assessment;
  answer: OwnershipAnswer;
}

/** Asks every regime about a party. */
export function regimeAnswers(id: string, packs: RulePack[], multiplied: boolean, reference: Reference, asOf: Day): RegimeAnswers {
  const asked = packs.map((pack): Asked => {
    const seen = packView(pack, id, reference, asOf);
    const answer = ownershipAnswer(seen.party, seen.regime, seen.reference, asOf, pack.id);
    return { pack, view: personsUnder(pack, reference, asOf), answer };
  });
  return {
    answers: (links) =>
      asked.flatMap((one) => [
        regimeOf(id, one, links, reference, asOf),
        ...(multiplied && one.pack.regime.covered.limbs.includes("ownership") ? [multipliedRegime(one)] : []),
      ]),
    standings: () => asked.map(({ pack, answer }) => regimeStanding(pack, { covered: answer.verdict, because: answer.because }, asOf)),
    standingOf: (party) => asked.map(({ pack, view }) => ({ regime: pack.id, covered: view(party).covered })),
    needed: new Set(
      asked.flatMap(({ answer }) => [
        ...answer.proof.flatMap(({ owner, owned }) => [owner, owned]),
        ...(answer.settle?.facts ?? []).flatMap(({ party, owned }) => [party, owned].filter((one) => one !== null)),
      ]),
    ),
  };
}

function regimeOf(id: string, { pack, view, answer }: Asked, links: TracedLink[], reference: Reference, asOf: Day): TracedRegime {
  const { limbs, governments, because } = view(id);
  const byOwners = pack.regime.covered.limbs.includes("ownership");
  return {
    id: pack.id,
    title: pack.title,
    authority: pack.authority,
    remarks: remarksOn(id, pack, reference, asOf),
    verdict: answer.verdict,
    shareMin: answer.share.min,
    shareMax: answer.share.max,
    threshold: answer.threshold,
    limbs,
    governments,
    because,
    proof: proofStatements(answer, links, {
      view,
      reference,
      lists: [...pack.regime.covered.lists, ...(pack.regime.covered.openLists ?? [])],
    }),
    proofLinks: proofLinks(answer, links),
    // Where the verdict stands by other grounds, who holds the rest changes nothing.
    unrecorded:
      byOwners && answer.verdict !== "yes" && answer.unrecorded.equity > 0 ? [{ party: id, share: answer.unrecorded.equity }] : [],
    settle: [
      ...(answer.settle?.facts ?? []).map(({ question }) => sentence(question)),
      ...(answer.verdict === "cannot-be-excluded" && answer.limbs.includes("affiliation") ? [affiliateQuestion(id, reference)] : []),
    ],
  };
}

/** The same party with shares multiplied: no law, and it says so. */
function multipliedRegime({ pack, answer }: Asked): TracedRegime {
  const { min, max } = answer.multiplied;
  const verdict = min >= answer.threshold ? "yes" : max >= answer.threshold ? "cannot-be-excluded" : "no";
  return {
    id: `${pack.id}, multiplied`,
    title: `${pack.title}, with shares multiplied along chains`,
    authority: null,
    remarks: [
      "a view for comparison: no law on file multiplies shares. What is covered by itself counts whole, control counts for nothing.",
    ],
    verdict,
    shareMin: min,
    shareMax: max,
    threshold: answer.threshold,
    limbs: verdict === "no" ? [] : ["ownership"],
    governments: [],
    because: `Multiplied along every chain, covered parties hold ${min === max ? min : `${min} to ${max}`} percent.`,
    proof: [],
    proofLinks: [],
    unrecorded: [],
    settle: [],
  };
}

function remarksOn(id: string, pack: RulePack, reference: Reference, asOf: Day): string[] {
  const party = reference.party(id);
  const period = periodRemark(pack.regime, asOf);
  return [
    ...(holdsOn(pack, asOf)
      ? []
      : [`the rules of this pack are not in force on ${asOf}; the verdict says what its regime would make of the facts.`]),
    ...(period ? [period] : []),
    ...(party && pack.domesticPersons && domesticPerson(party, pack, reference) === "yes"
      ? [`a domestic person by ${pack.domesticPersons.citation}: covered only when listed, whoever owns it.`]
      : []),
  ];
}

function affiliateQuestion(id: string, reference: Reference): string {
  return `How far do ${reference.party(id)?.name ?? id} and the listed party own or control each other, or does somebody else own or control both?`;
}

/** The engine's questions are fragments: who holds the other 31 % of X, the exact share of Y in X. */
function sentence(question: string): string {
  const end = /[.?]$/.test(question) ? "" : /^(who|where|which|what|is|does|whether|under which)\b/i.test(question) ? "?" : ".";
  return `${question.charAt(0).toUpperCase()}${question.slice(1)}${end}`;
}
