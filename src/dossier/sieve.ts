import {
  type Confidence,
  type Day,
  type Dossier,
  type DossierStatement,
  type PartialDate,
  type Provider,
  type Reference,
  weakest,
} from "../model/index.js";
import { sourcesAsEvidence } from "../trace/index.js";
import { type DatedFact, endBy, speaksOfLater, standingOf, textBy } from "./dating.js";

/** What every part of a dossier is made from. */
export interface Ground {
  provider: Provider;
  /** Everything on file. */
  reference: Reference;
  /** What a conclusion of the day may stand on. */
  grounds: Reference;
  asOf: Day;
  sieve: Sieve;
}

export interface StatedFact extends DatedFact {
  until?: PartialDate | undefined;
  note?: string | undefined;
  confidence: Confidence;
}

/** Keeps what may be stated for the day, puts leads apart, and counts what is left out. */
export interface Sieve {
  /** The facts of a part that may be stated, each with its statement. */
  sift<Fact extends StatedFact>(
    part: string,
    facts: readonly Fact[],
    say: (fact: Fact) => Said,
  ): { fact: Fact; statement: DossierStatement }[];
  /** Puts a lead apart that a part has found by itself. */
  lead(part: string, statement: DossierStatement): void;
  leads(): Dossier["leads"];
  leftOut(): Dossier["leftOut"];
}

export interface Said {
  text: string;
  saidBy?: string | undefined;
}

const reasons = {
  later: "dated after the day of this dossier",
  undated: "without a date, and no source vouches for it by the day of this dossier",
} as const;

export function newSieve(reference: Reference, asOf: Day): Sieve {
  const leads: Dossier["leads"] = [];
  const counts = new Map<string, { part: string; count: number; why: string }>();
  const leaveOut = (part: string, why: string) => {
    const key = `${part} ${why}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { part, count: 1, why });
  };
  return {
    sift: (part, facts, say) =>
      facts.flatMap((fact) => {
        const said = say(fact);
        const standing = standingOf(fact, asOf, reference);
        const isLead = fact.confidence === "low";
        if (standing === "later" || speaksOfLater(said.text, asOf)) leaveOut(part, reasons.later);
        else if (isLead) leads.push({ part, statement: stated(said, fact, reference, asOf) });
        else if (standing === "undated") leaveOut(part, reasons.undated);
        else return [{ fact, statement: stated(said, fact, reference, asOf) }];
        return [];
      }),
    lead: (part, statement) => leads.push({ part, statement }),
    leads: () => leads,
    leftOut: () => [...counts.values()],
  };
}

/** A fact as a statement of the day: without an end or a remark that was not known yet. */
export function stated({ text, saidBy }: Said, fact: StatedFact, reference: Reference, asOf: Day): DossierStatement {
  const undated = standingOf(fact, asOf, reference) === "undated";
  return {
    text,
    saidBy: saidBy ?? null,
    date: fact.from ?? fact.asOf ?? null,
    until: endBy(fact.until, asOf) ?? null,
    undated,
    note: textBy(fact.note, asOf) ?? null,
    confidence: undated ? weakest("medium", fact.confidence) : fact.confidence,
    evidence: sourcesAsEvidence(fact.sources, reference),
  };
}
