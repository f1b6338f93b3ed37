import { domesticPerson } from "./judge/domestic.js";
import { packView, personsUnder } from "./judge/persons.js";
import { periodRemark } from "./judge/regime-day.js";
import {
  type Day,
  holdsOn,
  type Interest,
  type Reference,
  type RulePack,
  type TracedLink,
  type TracedNode,
  type TracedRegime,
} from "./model/index.js";
import type { Assessment } from "./trace/index.js";
import { multipliedShare } from "./trace-multiplied.js";
import { type Reasons, reasonsFor } from "./trace-proof.js";

/** What the regimes say of a party and of those around it. */
export interface RegimeAnswers {
  /** Given the numbered interests that are shown, so that a proof can name them. */
  answers(links: TracedLink[]): TracedRegime[];
  standingOf(id: string): TracedNode["standing"];
  /** Parties that a proof or a question names. */
  needed: Set<string>;
}

interface Asked {
  pack: RulePack;
  view: (party: string) => Assessment;
  reasons: Reasons;
}

/** Asks every regime about a party. */
export function regimeAnswers(id: string, packs: RulePack[], multiplied: boolean, reference: Reference, asOf: Day): RegimeAnswers {
  const asked = packs.map((pack): Asked => {
    const view = personsUnder(pack, reference, asOf);
    const seen = packView(pack, id, reference, asOf);
    return { pack, view, reasons: reasonsFor(seen.party, { regime: seen.regime, reference: seen.reference, asOf, view }) };
  });
  return {
    answers: (links) =>
      asked.flatMap((one) => [
        answerOf(id, one, links, reference, asOf),
        ...(multiplied && one.pack.regime.covered.limbs.includes("ownership") ? [multipliedAnswer(id, one, reference, asOf)] : []),
      ]),
    standingOf: (party) => asked.map(({ pack, view }) => ({ regime: pack.id, covered: view(party).covered })),
    needed: new Set(
      asked.flatMap(({ reasons }) => [
        ...reasons.proof.flatMap(({ interest }) => (interest ? [interest.owner, interest.owned] : [])),
        ...reasons.unrecorded.map(({ party }) => party),
      ]),
    ),
  };
}

function answerOf(id: string, { pack, view, reasons }: Asked, links: TracedLink[], reference: Reference, asOf: Day): TracedRegime {
  const { covered, shareMin, shareMax, limbs, governments, because } = view(id);
  return {
    id: pack.id,
    title: pack.title,
    authority: pack.authority,
    remarks: remarksOn(id, pack, reference, asOf),
    verdict: covered,
    shareMin: rounded(Math.min(shareMin, shareMax)),
    shareMax: rounded(shareMax),
    threshold: pack.regime.covered.threshold,
    limbs,
    governments,
    because,
    proof: reasons.proof.map(({ text, interest }) => {
      const number = interest && links.find((link) => isSame(link, interest))?.number;
      return number === undefined ? text : `${text} (interest ${number})`;
    }),
    proofLinks: reasons.proof.flatMap(({ interest }) => (interest && links.find((link) => isSame(link, interest))?.number) ?? []),
    unrecorded: reasons.unrecorded,
    settle: reasons.settle,
  };
}

/** The same party with shares multiplied: no law, and it says so. */
function multipliedAnswer(id: string, { pack, view }: Asked, reference: Reference, asOf: Day): TracedRegime {
  const { verdict, shareMin, shareMax } = multipliedShare(id, pack.regime, view, reference, asOf);
  return {
    id: `${pack.id}, multiplied`,
    title: `${pack.title}, with shares multiplied along chains`,
    authority: null,
    remarks: [
      "a view for comparison: no law on file multiplies shares. What is covered by itself counts whole, control counts for nothing.",
    ],
    verdict,
    shareMin,
    shareMax,
    threshold: pack.regime.covered.threshold,
    limbs: verdict === "no" ? [] : ["ownership"],
    governments: [],
    because: `Multiplied along every chain, covered parties hold ${shareMin === shareMax ? shareMin : `${shareMin} to ${shareMax}`} percent.`,
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

function isSame(link: TracedLink, { owner, owned, kind }: Interest): boolean {
  return link.owner === owner && link.owned === owned && link.kind === kind;
}

/** Shares to a ten-thousandth of a percent, which is what is counted in. */
function rounded(percent: number): number {
  return Math.round(percent * 10_000) / 10_000;
}
