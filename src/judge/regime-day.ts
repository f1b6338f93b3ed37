import { type Day, holdsOn, type Listing, type Regime, type Verdict } from "../model/index.js";

/** Whether owners and controllers count on a day: always, where the regime has no periods; open in a period that is not confirmed. */
export function ownersCount({ covered }: Regime, asOf: Day): Verdict {
  const periods = covered.ownershipPeriods ?? [];
  const inForce = periods.filter((one) => holdsOn(one, asOf));
  if (periods.length === 0 || inForce.some(({ mark }) => mark !== "UNCONFIRMED")) return "yes";
  return inForce.length > 0 ? "cannot-be-excluded" : "no";
}

/** What the regime says of the period that a day lies in, or of lying in none; undefined where it has no periods. */
export function periodRemark({ covered }: Regime, asOf: Day): string | undefined {
  const periods = covered.ownershipPeriods ?? [];
  if (periods.length === 0) return undefined;
  const current = periods.find((one) => holdsOn(one, asOf));
  if (!current) return "on this day owners do not count: only who is listed is covered. A listed owner stays a red flag.";
  const dates = `owners count from ${current.from}${current.until ? ` to ${current.until}` : ""} (${current.citation})`;
  return current.note ? `${dates}; ${current.note}` : dates;
}

/** The regime without its periods, as it holds on days on which owners count, or do not. */
export function withOwners({ covered, ...regime }: Regime, count: boolean): Regime {
  const { ownershipPeriods: _, ...rest } = covered;
  const limbs = count ? covered.limbs : covered.limbs.filter((limb) => limb !== "ownership" && limb !== "control");
  return { ...regime, covered: { ...rest, limbs } };
}

/** Whether an entry of a list is of a programme that the regime names: open where the entry names none. */
export function ofNamedProgramme({ list, programme }: Listing, { covered }: Regime): Verdict {
  const named = covered.listProgrammes?.[list];
  if (!named) return "yes";
  if (programme === undefined) return "cannot-be-excluded";
  // One entry may name several programmes in one text, as OFAC's own files do.
  const programmes = programme.split(/[\s;,[\]]+/).filter(Boolean);
  return programmes.some((one) => named.includes(one)) || named.includes(programme) ? "yes" : "no";
}
