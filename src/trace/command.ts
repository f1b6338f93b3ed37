import {
  byText,
  type Confidence,
  confidences,
  type Day,
  type Effect,
  firstDayOf,
  listingsOn,
  type Party,
  type Path,
  type Reference,
  type Regime,
  type Step,
  weakest,
} from "../model/index.js";
import { sourcesAsEvidence } from "./evidence.js";
import { type HeldInterest, interestsHeld } from "./interests.js";
import { governmentPlace, jurisdictionSteps, partyPlace } from "./jurisdiction.js";
import { type Assessment, ownershipUnder } from "./ownership.js";

/** Chains longer than this add nothing that a shorter one does not show. */
const LONGEST_CHAIN = 8;
const MOST_PATHS = 64;

/** Steps from a government to a party, for one effect. */
export interface CommandPath {
  government: string;
  steps: Step[];
  confidence: Confidence;
}

/**
 * Every way in which a government can make a party act: its own jurisdiction over it, or over an owner or controller of it, or its
 * own ownership. Half or more of the shares, alone or together with others under the same government, is ownership; votes, board
 * seats, contracts, golden shares and management are control as their kind says. Strongest first; cycles are cut.
 */
export function commandPaths(party: string, effect: Effect, reference: Reference, asOf: Day): CommandPath[] {
  const found: CommandPath[] = [];
  climb(party, { steps: [], onlyFor: undefined }, new Set(), found, { effect, reference, asOf, together: aggregation(reference, asOf) });
  return found.sort(byStrength);
}

interface Ground {
  effect: Effect;
  reference: Reference;
  asOf: Day;
  together: Together;
}

/** The way down from a party to the one asked about, and the governments that it is good for where a step holds only in the aggregate. */
interface Way {
  steps: Step[];
  onlyFor: Set<string> | undefined;
}

function climb(id: string, below: Way, visited: Set<string>, found: CommandPath[], ground: Ground): void {
  const party = ground.reference.party(id);
  if (!party || visited.has(id) || below.steps.length > LONGEST_CHAIN || found.length >= MOST_PATHS) return;
  const keep = (path: CommandPath) => {
    if (!below.onlyFor || below.onlyFor.has(path.government)) found.push(path);
  };
  if (party.kind === "government") {
    keep(asGovernmentOwner(party, below.steps, ground.reference));
    return;
  }
  for (const step of listingSteps(party, ground.reference, ground.asOf)) keep(commandPath(step.from.id, [step, ...below.steps]));
  for (const step of jurisdictionSteps(party, ground.effect, ground.reference, ground.asOf))
    keep(commandPath(step.from.id, [step, ...below.steps]));
  const seen = new Set([...visited, id]);
  for (const { step, onlyFor } of ownershipSteps(party, ground)) {
    climb(step.from.id, { steps: [step, ...below.steps], onlyFor: both(below.onlyFor, onlyFor) }, seen, found, ground);
  }
}

function both(left: Set<string> | undefined, right: Set<string> | undefined): Set<string> | undefined {
  if (!left || !right) return left ?? right;
  return new Set([...left].filter((code) => right.has(code)));
}

/** The state itself, or an organ of it, as the owner: the path starts at the government, and no law need compel. */
function asGovernmentOwner(organ: Party, below: Step[], reference: Reference): CommandPath {
  const code = organ.jurisdiction ? reference.governmentOf(organ.jurisdiction) : organ.id;
  const government = reference.catalogue.governments.find((one) => one.code === code);
  if (government?.party === organ.id && below[0]) {
    return commandPath(code, [{ ...below[0], from: governmentPlace(code, reference) }, ...below.slice(1)]);
  }
  const belongs: Step = {
    kind: "control",
    from: governmentPlace(code, reference),
    to: partyPlace(organ),
    because: `${organ.name} is an organ of the government of ${code}`,
    confidence: organ.confidence,
    evidence: sourcesAsEvidence(organ.sources, reference),
  };
  return commandPath(code, [belongs, ...below]);
}

function commandPath(government: string, steps: Step[]): CommandPath {
  return { government, steps, confidence: weakest(...steps.map((step) => step.confidence)) };
}

function ownershipSteps(party: Party, ground: Ground): { step: Step; onlyFor: Set<string> | undefined }[] {
  const { reference, asOf } = ground;
  return interestsHeld(party.id, reference, asOf).flatMap((stake) => {
    const owner = reference.party(stake.interest.owner);
    if (!owner || owner.kind === "aggregate" || owner.kind === "unknown") return [];
    const judged = judgeStake(stake, owner, party, ground);
    if (!judged) return [];
    const step: Step = {
      kind: judged.kind,
      from: partyPlace(owner),
      to: partyPlace(party),
      because: judged.because + (stake.recordedLater ? `; recorded as of ${stake.interest.asOf}, after the day of this review` : ""),
      confidence: weakest(stake.confidence, judged.confidence),
      evidence: sourcesAsEvidence(stake.interest.sources, reference, stake.interest.note),
    };
    return [{ step, onlyFor: judged.onlyFor }];
  });
}

/**
 * Another government's listing that finds a party affiliated with a government: evidence of the tie by somebody who judged it, so of
 * medium confidence at most. Only while the listing and the finding hold.
 */
function listingSteps(party: Party, reference: Reference, asOf: Day): Step[] {
  const listings = listingsOn(party.id, reference, asOf);
  if (listings.length === 0) return [];
  const findings = reference
    .tiesOf(party.id)
    .filter((tie) => tie.basis === "affiliation-finding" && (!tie.asOf || firstDayOf(tie.asOf) <= asOf));
  return findings.map((tie) => ({
    kind: "listing",
    from: governmentPlace(reference.governmentOf(tie.government), reference),
    to: partyPlace(party),
    because: `it is listed (${listings.map((one) => `${one.list} since ${one.from}`).join(", ")}) on the finding: ${tie.detail}`,
    confidence: weakest("medium", tie.confidence),
    evidence: [...sourcesAsEvidence(tie.sources, reference), ...listings.map((one) => ({ kind: "law" as const, locator: one.citation }))],
  }));
}

interface JudgedStake {
  kind: "ownership" | "control";
  confidence: Confidence;
  because: string;
  /** Where the step holds only together with other owners: the governments under which they reach half. */
  onlyFor?: Set<string>;
}

function judgeStake(stake: HeldInterest, owner: Party, owned: Party, ground: Ground): JudgedStake | undefined {
  const name = owner.name;
  switch (stake.interest.kind) {
    case "vie-contract":
      return {
        kind: "control",
        confidence: "high",
        because: `${name} controls it by contracts in place of equity (variable interest entity)`,
      };
    case "golden-share":
      return { kind: "control", confidence: "high", because: `${name} holds a golden share with rights out of proportion to its stake` };
    case "board":
      return { kind: "control", confidence: "high", because: `${name} names its board or a majority of it` };
    case "management":
      return { kind: "control", confidence: "medium", because: `${name} manages it` };
    case "consolidation":
      return { kind: "control", confidence: "medium", because: `${name} consolidates it in its accounts, which takes control` };
    case "influence":
      return { kind: "control", confidence: "low", because: `${name} has significant influence or control over it` };
    case "linked":
      return { kind: "control", confidence: "low", because: `${name} is linked to it; the source does not say how` };
    case "joint-operation":
      return undefined;
    case "equity":
    case "voting":
    case "state-control":
      return judgeShare(stake, owner, owned, ground);
  }
}

function judgeShare(stake: HeldInterest, owner: Party, owned: Party, ground: Ground): JudgedStake | undefined {
  const { share, shareKnown, interest } = stake;
  const kind = interest.kind === "voting" ? "control" : "ownership";
  const held = `${owner.name} holds ${percent(share)} ${interest.kind === "voting" ? "of the votes" : "of it"}`;
  if (!shareKnown) {
    if (interest.kind === "equity") return { kind, confidence: "low", because: `${owner.name} holds a stake whose size is not on file` };
    return { kind: "control", confidence: "medium", because: `${owner.name} is recorded as in control; no share is on file` };
  }
  if (share.min >= 50) return { kind, confidence: "high", because: held };
  const together = ground.together(owner.id, owned.id);
  if (kind === "ownership" && together.length > 0) {
    const sums = together.map(({ government, share: sum }) => `${round(sum)} percent under ${government}`).join(", ");
    return {
      kind,
      confidence: "medium",
      because: `${held}; together with other owners under the same government that makes ${sums}`,
      onlyFor: new Set(together.map((one) => one.government)),
    };
  }
  if (share.max >= 50) return { kind, confidence: "low", because: `${held}: half or more cannot be excluded` };
  return undefined;
}

/** The governments under which an owner and the owners beside it surely hold half of a party or more, with the sum. */
type Together = (owner: string, owned: string) => { government: string; share: number }[];

function aggregation(reference: Reference, asOf: Day): Together {
  const anyGovernment = ownershipUnder(regimeOf({ governmentsExcept: [] }), reference, asOf);
  const perGovernment = new Map<string, (party: string) => Assessment>();
  const under = (code: string) => {
    const known = perGovernment.get(code) ?? ownershipUnder(regimeOf({ governments: [{ code, mark: "R" }] }), reference, asOf);
    perGovernment.set(code, known);
    return known;
  };
  return (owner, owned) =>
    anyGovernment(owner).governments.flatMap((government) => {
      const assess = under(government);
      const share = assess(owned).shareMin;
      return assess(owner).covered === "yes" && share >= 50 ? [{ government, share }] : [];
    });
}

/** Reach is not bound to one law: seat, residence, half or more of the shares, and control of any kind all count. */
function regimeOf(governments: Pick<Regime, "governments" | "governmentsExcept">): Regime {
  return {
    ...governments,
    covered: {
      limbs: ["ownership", "organised", "principal-place", "residence", "control"],
      threshold: 50,
      ownershipKinds: ["equity", "state-control"],
      controlKinds: ["voting", "board", "vie-contract", "golden-share", "management", "state-control"],
      lists: [],
      exemptJurisdictions: [],
    },
  };
}

function percent({ min, max }: { min: number; max: number }): string {
  return min === max ? `${round(min)} percent` : `${round(min)} to ${round(max)} percent`;
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}

/** Strongest confidence first, then the shorter chain, then by the parties' ids so that the order is the same everywhere. */
function byStrength(left: CommandPath, right: CommandPath): number {
  return (
    confidences.indexOf(left.confidence) - confidences.indexOf(right.confidence) ||
    left.steps.length - right.steps.length ||
    byText(chain(left), chain(right))
  );
}

function chain(path: CommandPath): string {
  return [path.government, ...path.steps.map((step) => step.to.id)].join(" ");
}

/** The strongest path and its alternatives as the model's paths. */
export function asPath(steps: Step[]): Path {
  return { steps, confidence: weakest(...steps.map((step) => step.confidence)) };
}
