import { type Day, holdsOn, type Mark, type Regime } from "../model/index.js";

/** How far the naming of a government was checked, for the day; undefined where the regime names none. */
export function governmentMark(regime: Regime, government: string, asOf: Day): Mark | undefined {
  return regime.governments?.find((one) => one.code === government && holdsOn(one, asOf))?.mark;
}
