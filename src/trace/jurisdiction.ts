import {
  type Confidence,
  type Day,
  type Effect,
  type Evidence,
  holdsOn,
  type Instrument,
  type Mark,
  type Party,
  type Place,
  type Reference,
  type Step,
  weakest,
} from "../model/index.js";
import { sourcesAsEvidence } from "./evidence.js";

/** How far a mark lets a statement of law be relied on. */
export const confidenceOfMark: Record<Mark, Confidence> = {
  R: "high",
  SAME: "high",
  "R*": "medium",
  SEC: "medium",
  OLD: "medium",
  S: "low",
  UNCONFIRMED: "low",
};

/** A power that a government has over those under its jurisdiction: a law that names the effect, or an inference from others. */
export interface Power {
  instrument?: Instrument;
  confidence: Confidence;
  because: string;
  evidence: Evidence[];
}

/**
 * What lets a government bring about an effect through somebody under its jurisdiction, on a day. A law that names the effect is
 * cited with the confidence of its mark. Where only other compelling laws are on file the effect is inferred (medium at most); where
 * none is, it is a lead (low).
 */
export function powerOf(government: string, effect: Effect, reference: Reference, asOf: Day): Power {
  const inForce = reference.catalogue.instruments.filter((one) => one.government === government && holdsOn(one, asOf));
  const naming = inForce.filter((one) => one.effects.includes(effect)).sort(byStrength)[0];
  if (naming) return namedPower(naming, reference, asOf);
  const compelling = inForce.filter((one) => one.effects.length > 0).sort(byStrength)[0];
  if (compelling) {
    return {
      confidence: weakest("medium", confidenceOfMark[compelling.mark]),
      because: `no law on file names this power; that ${government} can order it is inferred from its jurisdiction and from ${compelling.name}, which compels cooperation`,
      evidence: [lawAsEvidence(compelling, asOf), ...sourcesAsEvidence(compelling.sources, reference)],
      instrument: compelling,
    };
  }
  return {
    confidence: "low",
    because: `no law of ${government} is on file that compels this: a lead only`,
    evidence: [{ kind: "inference", locator: `jurisdiction of ${government}`, note: "no instrument on file for this government and date" }],
  };
}

function namedPower(instrument: Instrument, reference: Reference, asOf: Day): Power {
  return {
    instrument,
    confidence: confidenceOfMark[instrument.mark],
    because: `${instrument.name} compels: ${instrument.compels}`,
    evidence: [lawAsEvidence(instrument, asOf), ...sourcesAsEvidence(instrument.sources, reference)],
  };
}

function lawAsEvidence(instrument: Instrument, asOf: Day): Evidence {
  const articles = instrument.articles.filter((one) => holdsOn(one, asOf)).map((one) => one.article);
  const locator = articles.length > 0 ? `${instrument.name}, article ${articles.join(", ")}` : instrument.name;
  return { kind: "law", locator, note: `mark ${instrument.mark}; addressed to: ${instrument.addressees}` };
}

function byStrength(left: Instrument, right: Instrument): number {
  const rank = (mark: Mark) => ["high", "medium", "low"].indexOf(confidenceOfMark[mark]);
  return rank(left.mark) - rank(right.mark) || (left.id < right.id ? -1 : 1);
}

/** Steps from governments to a party: where it is organised, where its principal place of business is, or where an individual resides. */
export function jurisdictionSteps(party: Party, effect: Effect, reference: Reference, asOf: Day): Step[] {
  if (party.kind === "aggregate") return [];
  const grounds = new Map<string, string[]>();
  const add = (territory: string | null | undefined, ground: string) => {
    if (!territory) return;
    const government = reference.governmentOf(territory);
    const where = territory === government ? government : `${territory}, territory of ${government}`;
    grounds.set(government, [...(grounds.get(government) ?? []), `${ground} (${where})`]);
  };
  if (party.kind === "individual") add(party.principalPlace?.country, "resides there");
  else {
    add(party.jurisdiction, "is organised under its law");
    add(party.principalPlace?.country, "has its principal place of business there");
  }
  return [...grounds].map(([government, reasons]) => {
    const power = powerOf(government, effect, reference, asOf);
    return {
      kind: "jurisdiction",
      from: governmentPlace(government, reference),
      to: partyPlace(party),
      because: `it ${reasons.join(" and ")}; ${power.because}`,
      ...(power.instrument ? { instrument: power.instrument.id } : {}),
      confidence: weakest(party.confidence, power.confidence),
      evidence: [...sourcesAsEvidence(party.sources, reference), ...power.evidence],
    };
  });
}

/** A government as one end of a step. */
export function governmentPlace(code: string, reference: Reference): Place {
  const known = reference.catalogue.governments.find((government) => government.code === code);
  return { kind: "government", id: code, name: known?.name ?? code };
}

/** A party as one end of a step. */
export function partyPlace(party: Party): Place {
  return { kind: "party", id: party.id, name: party.name };
}
