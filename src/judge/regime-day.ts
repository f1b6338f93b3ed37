import { type Day, holdsOn, type Regime } from "../model/index.js";

/** What a regime says of the period that a day lies in, or of lying in none; undefined where owners count at all times. */
export function periodRemark({ covered }: Regime, asOf: Day): string | undefined {
  const periods = covered.ownershipPeriods ?? [];
  if (periods.length === 0) return undefined;
  const current = periods.find((one) => holdsOn(one, asOf));
  if (!current) return "on this day owners do not count: only who is listed is covered. A listed owner stays a red flag.";
  const dates = `owners count from ${current.from}${current.until ? ` to ${current.until}` : ""} (${current.citation})`;
  return current.note ? `${dates}; ${current.note}` : dates;
}
