import type { Day, InterestKind, Reference, Regime } from "./model/index.js";
import type { Assessment } from "./trace/index.js";
import { type HeldInterest, interestsHeld } from "./trace/interests.js";

/** What makes a verdict true, or what would settle it. */
export interface Reasons {
  /** Each statement in a sentence, from the party upwards, with the interest that it is about. */
  proof: { text: string; interest?: HeldInterest["interest"] }[];
  unrecorded: { party: string; share: number }[];
  settle: string[];
}

export interface ReasonInput {
  regime: Regime;
  reference: Reference;
  asOf: Day;
  /** How the regime sees a party. */
  view: (party: string) => Assessment;
}

/** Equity and votes are added up apart. */
const classes: InterestKind[][] = [["equity", "state-control"], ["voting"]];

/** The reasons of a verdict: of a yes a minimal set of statements, of an open one what is not known. */
export function reasonsFor(party: string, input: ReasonInput): Reasons {
  const reasons: Reasons = { proof: [], unrecorded: [], settle: [] };
  const { covered } = input.view(party);
  if (covered === "yes") prove(party, new Set(), reasons, input);
  if (covered === "cannot-be-excluded") question(party, new Set(), reasons, input);
  return reasons;
}

/** Grounds that need no owner, in words. */
const ownGrounds: Record<string, string> = {
  government: "is a government of concern or its organ",
  organised: "is organised under the law of a government of concern",
  "principal-place": "has its principal place of business in a country of concern",
  residence: "resides in a country of concern",
  employment: "works for a covered entity or a government of concern",
  listed: "is listed",
};

function prove(party: string, passed: Set<string>, reasons: Reasons, input: ReasonInput): void {
  if (passed.has(party)) return;
  passed.add(party);
  const name = nameOf(party, input);
  const { limbs } = input.view(party);
  const own = limbs.find((limb) => ownGrounds[limb]);
  if (own) {
    reasons.proof.push({ text: `${name} ${ownGrounds[own]}${placesOf(party, own, input)}` });
    return;
  }
  for (const held of enough(party, passed, input)) {
    reasons.proof.push({ text: `${nameOf(held.interest.owner, input)} holds ${stake(held)} in ${name}`, interest: held.interest });
    prove(held.interest.owner, passed, reasons, input);
  }
}

/** The fewest interests that reach the line together, or one that gives control. */
function enough(party: string, passed: Set<string>, { regime, reference, asOf, view }: ReasonInput): HeldInterest[] {
  const { ownershipKinds, controlKinds, threshold, limbs } = regime.covered;
  const counting = interestsHeld(party, reference, asOf).filter(
    ({ interest }) => !passed.has(interest.owner) && view(interest.owner).covered === "yes",
  );
  if (limbs.includes("ownership")) {
    for (const members of classes) {
      const largest = counting
        .filter(({ interest }) => members.includes(interest.kind) && ownershipKinds.includes(interest.kind))
        .sort((left, right) => right.share.min - left.share.min);
      const taken: HeldInterest[] = [];
      for (const held of largest) {
        taken.push(held);
        if (taken.reduce((sum, one) => sum + one.share.min, 0) >= threshold - 1e-9) return taken;
      }
    }
  }
  const controlling = counting.find(
    ({ interest, share }) => controlKinds.includes(interest.kind) && (share.min >= 50 || !isShare(interest.kind)),
  );
  return controlling ? [controlling] : [];
}

function question(party: string, passed: Set<string>, reasons: Reasons, input: ReasonInput): void {
  if (passed.has(party)) return;
  passed.add(party);
  const { regime, reference, asOf, view } = input;
  const kinds = [...regime.covered.ownershipKinds, ...regime.covered.controlKinds];
  const name = nameOf(party, input);
  const held = interestsHeld(party, reference, asOf).filter(({ interest }) => kinds.includes(interest.kind));
  const known = Math.min(
    100,
    held.reduce((sum, { interest, share }) => sum + (interest.kind === "equity" ? share.min : 0), 0),
  );
  const missing = Math.round((100 - known) * 10_000) / 10_000;
  if (missing > 0) reasons.unrecorded.push({ party, share: missing });
  for (const { interest, share, shareKnown } of held) {
    const owner = nameOf(interest.owner, input);
    const standing = view(interest.owner).covered;
    if (standing === "no") continue;
    const ranged = !shareKnown || share.min !== share.max;
    if (ranged && isShare(interest.kind)) {
      reasons.settle.push(
        `Which share does ${owner} hold in ${name}? On file: ${shareKnown ? `${share.min} to ${share.max} %` : "none stated"}.`,
      );
    }
    if (standing === "cannot-be-excluded") {
      if (reference.party(interest.owner)?.kind === "unknown")
        reasons.settle.push(`Who is behind ${owner}, which holds ${stake({ interest, share, shareKnown })} in ${name}?`);
      else question(interest.owner, passed, reasons, input);
    }
  }
  if (reference.party(party)?.kind === "individual") reasons.settle.push(`Where does ${name} reside, and for whom does he or she work?`);
  else if (held.length === 0) reasons.settle.push(`Where is ${name} organised, where is its principal place of business, and who owns it?`);
  else if (missing > 0 && missing < 100) reasons.settle.push(`Who holds the other ${missing} % of ${name}?`);
}

function isShare(kind: InterestKind): boolean {
  return kind === "equity" || kind === "voting" || kind === "state-control";
}

function stake({ interest, share, shareKnown }: Pick<HeldInterest, "interest" | "share" | "shareKnown">): string {
  const kind = { equity: "of the equity", voting: "of the votes" }[interest.kind as string] ?? `(${interest.kind})`;
  if (!shareKnown) return isShare(interest.kind) ? `a share ${kind} that is not stated` : `control ${kind}`;
  return `${share.min === share.max ? share.min : `${share.min} to ${share.max}`} % ${kind}`;
}

function placesOf(party: string, limb: string, { reference, regime }: ReasonInput): string {
  const known = reference.party(party);
  if (limb === "listed") {
    const lists = new Set(reference.listingsOf(party).flatMap(({ list }) => (regime.covered.lists.includes(list) ? [list] : [])));
    return `: ${[...lists].join(", ")}`;
  }
  const place = limb === "organised" ? known?.jurisdiction : (known?.principalPlace?.country ?? known?.jurisdiction);
  return place ? ` (${place})` : "";
}

function nameOf(party: string, { reference }: ReasonInput): string {
  return reference.party(party)?.name ?? party;
}
