import { type Day, holdsOn, type InterestKind, interestKinds, type Regime, WHOLE } from "../../model/index.js";

/** Classes of shares that are summed apart: half of the votes and half of the equity are not the same half. */
export const shareClasses = ["equity", "voting"] as const;

/** In the sure world doubts are taken at their least, in the possible world at their most. */
export type World = "sure" | "possible";

/** A regime on a day in the numbers that the engine runs on. */
export interface Terms {
  /** Such as 20220118. */
  day: number;
  /** The line in millionths. */
  threshold: number;
  /** In which worlds shares, and rights, pass coverage on. */
  ownership: Record<World, boolean>;
  control: Record<World, boolean>;
  /** By kind of interest: index into `shareClasses`, or -1. */
  classOf: Int8Array;
  /** By kind of interest: 0 no control, 1 control, 2 at most possible. */
  controls: Uint8Array;
  multiplied: boolean;
}

const unsureKinds: readonly InterestKind[] = ["influence", "linked"];
const equityWithoutShare: readonly InterestKind[] = ["consolidation", "linked"];

export function termsOf({ covered }: Regime, asOf: Day): Terms {
  const inForce = ownersCount(covered.ownershipPeriods, asOf);
  const worlds = (limb: "ownership" | "control") => ({
    sure: covered.limbs.includes(limb) && inForce.sure,
    possible: covered.limbs.includes(limb) && inForce.possible,
  });
  return {
    day: Number(asOf.replaceAll("-", "")),
    // A line of nought is passed by any stake, not by none.
    threshold: Math.max(1, Math.round((covered.threshold * WHOLE) / 100)),
    ownership: worlds("ownership"),
    control: worlds("control"),
    classOf: Int8Array.from(interestKinds, (kind) => classOf(kind, covered.ownershipKinds)),
    controls: Uint8Array.from(interestKinds, (kind) => (covered.controlKinds.includes(kind) ? (unsureKinds.includes(kind) ? 2 : 1) : 0)),
    multiplied: covered.passThrough === "multiplied",
  };
}

/** A link whose nature is open, and a consolidation, may be equity of any size wherever equity counts. */
function classOf(kind: InterestKind, ownershipKinds: InterestKind[]): number {
  if (equityWithoutShare.includes(kind)) return ownershipKinds.includes("equity") || ownershipKinds.includes(kind) ? 0 : -1;
  if (!ownershipKinds.includes(kind)) return -1;
  return kind === "equity" || kind === "state-control" ? 0 : kind === "voting" ? 1 : -1;
}

/** Owners count always, where the regime has no periods; perhaps, in a period that is not confirmed. */
function ownersCount(periods: Regime["covered"]["ownershipPeriods"], asOf: Day): Record<World, boolean> {
  if (!periods || periods.length === 0) return { sure: true, possible: true };
  const current = periods.filter((one) => holdsOn(one, asOf));
  return { sure: current.some(({ mark }) => mark !== "UNCONFIRMED"), possible: current.length > 0 };
}
