import { personsUnder } from "./judge/persons.js";
import type { Day, Reference, RulePack, TracedLink, TracedNode, TracedRegime } from "./model/index.js";

/** What the regimes say of a party and of those around it. */
export interface RegimeAnswers {
  /** Given the numbered interests that are shown, so that a proof can name them. */
  answers(links: TracedLink[]): TracedRegime[];
  standingOf(id: string): TracedNode["standing"];
  /** Parties that a proof or a question names. */
  needed: Set<string>;
}

/** Asks every regime about a party. */
export function regimeAnswers(id: string, packs: RulePack[], reference: Reference, asOf: Day): RegimeAnswers {
  const views = packs.map((pack) => ({ pack, view: personsUnder(pack, reference, asOf) }));
  return {
    answers: () =>
      views.map(({ pack, view }) => {
        const { covered, shareMin, shareMax, limbs, governments, because } = view(id);
        return {
          id: pack.id,
          title: pack.title,
          authority: pack.authority,
          remarks: [],
          verdict: covered,
          shareMin,
          shareMax,
          threshold: pack.regime.covered.threshold,
          limbs,
          governments,
          because,
          proof: [],
          proofLinks: [],
          unrecorded: [],
          settle: [],
        };
      }),
    standingOf: (one) => views.map(({ pack, view }) => ({ regime: pack.id, covered: view(one).covered })),
    needed: new Set(),
  };
}
