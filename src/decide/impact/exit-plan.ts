import { byText, type Day, type ExitPlan, type ExitStep, exitActions } from "../../model/index.js";
import { type ExitInput, exitSteps, type PlainStep } from "./exit-steps.js";

/** How long a step takes, as far as is known. */
export interface Effort {
  days: number;
  /** Something of it is not known and counts as 0 days. */
  atLeast: boolean;
  because: string;
}

export interface ExitPlanInput extends ExitInput {
  /** For each step, by its action and assets. */
  effortOf: (step: Pick<PlainStep, "action" | "assets">) => Effort;
  wordsOf: (step: Pick<PlainStep, "action" | "assets">) => string;
  /** The day of the review, on which it can begin. */
  asOf: Day;
  /** The day of the cut-off, by which everything is done. */
  on: Day;
}

/**
 * A dated exit: steps in the order of `exitSteps`, each with the latest days on which it must begin and be done, counted back from the cut-off.
 * What is not known counts as nothing, so that the whole takes at least what is said.
 */
export function exitPlan(input: ExitPlanInput): ExitPlan {
  const plain = exitSteps(input);
  const efforts = plain.map(input.effortOf);
  const last = latestEnds(plain, efforts);
  const starts = plain.map((_, at) => (last[at] ?? 0) - (efforts[at]?.days ?? 0));
  const days = Math.max(0, ...starts.map((one) => -one));
  const available = daysBetween(input.asOf, input.on);
  const depths = depthsOf(plain);
  const rank = (at: number) => {
    const action = plain[at]?.action ?? "replace";
    // No other step waits for one that switches off.
    return [starts[at] ?? 0, action === "switch-off" ? 1 : 0, depths[at] ?? 0, exitActions.indexOf(action), at];
  };
  const order = plain.map((_, at) => at).sort((left, right) => inTurn(rank(left), rank(right)));
  const numbers = new Map(order.map((at, place) => [at, place + 1]));
  const steps = order.flatMap((at): ExitStep[] => {
    const step = plain[at];
    const effort = efforts[at];
    if (!step || !effort) return [];
    return [
      {
        number: numbers.get(at) ?? 0,
        action: step.action,
        assets: step.assets.map((one) => input.graph.assets[one]?.id ?? "").sort(byText),
        what: input.wordsOf(step),
        after: step.before.map((one) => numbers.get(one) ?? 0).sort((left, right) => left - right),
        ...effort,
        start: dayAfter(input.on, starts[at] ?? 0),
        end: dayAfter(input.on, last[at] ?? 0),
      },
    ];
  });
  const atLeast = efforts.some((one) => one.atLeast);
  return {
    steps,
    days: rounded(days),
    atLeast,
    available,
    daysLate: Math.max(0, Math.ceil(rounded(days) - available)),
    earliestEnd: dayAfter(input.asOf, Math.ceil(rounded(days))),
    unknown: [...new Set(efforts.filter((one) => one.atLeast).map((one) => one.because))],
  };
}

/** Days from the cut-off, 0 or less, by which each step must be done: before the start of all that wait for it. */
function latestEnds(steps: readonly PlainStep[], efforts: readonly Effort[]): number[] {
  const ends = steps.map(() => 0);
  // Steps wait for lower ones only.
  for (let at = steps.length - 1; at >= 0; at--) {
    const start = (ends[at] ?? 0) - (efforts[at]?.days ?? 0);
    for (const before of steps[at]?.before ?? []) ends[before] = Math.min(ends[before] ?? 0, start);
  }
  return ends;
}

/** How many steps stand before each, one after the other: of those that begin on the same day, what others wait for comes first. */
function depthsOf(steps: readonly PlainStep[]): number[] {
  const depths: number[] = [];
  for (const { before } of steps) depths.push(before.reduce((deepest, one) => Math.max(deepest, (depths[one] ?? 0) + 1), 0));
  return depths;
}

function inTurn(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((one, place) => one !== right[place]);
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

const millisecondsOfDay = 86_400_000;

/** Whole days between two days. */
export function daysBetween(from: Day, until: Day): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / millisecondsOfDay);
}

/** The day that lies a number of days, part ones among them, after another: part days lie within their day. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + Math.floor(rounded(days)) * millisecondsOfDay).toISOString().slice(0, 10);
}

/** Sums of part days differ in their last bits: what is the same to a millionth of a day is the same. */
function rounded(days: number): number {
  return Math.round(days * 1e6) / 1e6;
}
