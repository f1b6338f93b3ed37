import type { Asset, DataToMove, System } from "../../model/index.js";
import { hoursFrom } from "./data-moves.js";
import type { Effort } from "./exit-plan.js";
import type { PlainStep } from "./exit-steps.js";

const hoursInDay = 24;

/** What the length of a step is taken from. */
export interface EffortInput {
  assets: readonly Asset[];
  /** The declared system that an asset of the kind `system` stands for. */
  systemOf: (asset: Asset) => System | undefined;
  systems: readonly System[];
  data: readonly DataToMove[];
}

/**
 * How long a step takes: a replacement as long as the data of its provider need to leave, all over one line; a switch as long as its systems declare.
 * Work on what belongs to a system is in that system's declared days. What is not declared counts as 0 days, and is said.
 */
export function effortFor({ assets, systemOf, systems, data }: EffortInput): (step: Pick<PlainStep, "action" | "assets">) => Effort {
  const declared = new Map(systems.map((one) => [one.id, one.migrationDays]));
  return ({ action, assets: numbers }) => {
    const its = numbers.flatMap((number) => assets[number] ?? []);
    if (action === "switch-off") return { days: 0, atLeast: false, because: "Nothing needs it any more." };
    const switched = its.flatMap((one) => systemOf(one) ?? []);
    const undeclared = [
      ...switched.filter((one) => one.migrationDays === undefined).map((one) => one.id),
      ...its.flatMap((one) => (systemOf(one) || one.systems.some((id) => declared.get(id) !== undefined) ? [] : one.systems)),
    ];
    const homeless = its.filter((one) => one.systems.length === 0 && !systemOf(one)).map((one) => one.name);
    const moved = action === "replace" ? data.filter((one) => one.places.some(({ asset }) => its.some(({ id }) => id === asset))) : [];
    const lines = [...new Set(moved.flatMap((one) => one.places.map(({ provider }) => provider)))].map((one) => hoursFrom(one, data));
    const dataDays = Math.max(0, ...lines.map((one) => one.hours / hoursInDay));
    const days = Math.max(dataDays, ...switched.map((one) => one.migrationDays ?? 0));
    const unknown = [
      ...moved.filter((one) => one.hours === null).map((one) => `How long moving ${one.holding} takes is not known: 0 days are taken.`),
      ...[...new Set(undeclared)].map((id) => `How long moving ${id} takes is not declared (migrationDays): 0 days are taken.`),
      ...(homeless.length > 0 ? [`How long it takes for what belongs to no declared system is not declared: 0 days are taken.`] : []),
    ];
    return { days, atLeast: unknown.length > 0, because: unknown[0] ?? why(moved, switched) };
  };
}

function why(moved: readonly DataToMove[], switched: readonly System[]): string {
  if (moved.length > 0) return `The data of ${moved.map((one) => one.holding).join(", ")} leave with all other data there, over one line.`;
  if (switched.length > 0) return `As declared for ${switched.map((one) => one.id).join(", ")} (migrationDays).`;
  return "It is in the days declared for its system.";
}
