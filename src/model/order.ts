/**
 * Closed sets in their order, and the comparisons that every room needs. Kept apart from the schemas so that a command that
 * validates nothing loads no validator.
 */
import type { Confidence, Day, PartialDate } from "./common.js";

export const confidences = ["high", "medium", "low"] as const;
export const verdicts = ["yes", "no", "cannot-be-excluded"] as const;
export const effects = ["access", "disrupt", "tamper", "launch"] as const;

/** What a rule says of a transaction, gravest first. */
export const outcomes = ["prohibited", "restricted", "review", "note", "exempt"] as const;

/** `unknown`: somebody who is there but whose identity is withheld or not known; whether it is covered cannot be told. */
export const partyKinds = ["government", "entity", "individual", "aggregate", "unknown"] as const;

/**
 * `consolidation`: the owner consolidates the owned in its accounts, which takes control; no share is stated. `influence`: significant
 * influence or control by other means. `linked`: a link whose nature the source leaves open, such as OFAC's "Linked To".
 */
export const interestKinds = [
  "equity",
  "voting",
  "board",
  "vie-contract",
  "state-control",
  "golden-share",
  "management",
  "joint-operation",
  "consolidation",
  "influence",
  "linked",
] as const;

/** In which a stake is held that is not simply the holder's own. */
export const capacities = ["trust", "firm", "nominee"] as const;

/** The weakest of several confidences; `high` for none. */
export function weakest(...all: Confidence[]): Confidence {
  return confidences[Math.max(0, ...all.map((one) => confidences.indexOf(one)))] ?? "high";
}

/** How sources write a date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const partialDateForm = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** First day that a partial date can mean: `2022` is 2022-01-01. */
export function firstDayOf(date: PartialDate): Day {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** Last day that a partial date can mean: `2022-02` is 2022-02-28. */
export function lastDayOf(date: PartialDate): Day {
  if (date.length === 10) return date;
  const year = Number(date.slice(0, 4));
  const month = date.length === 7 ? Number(date.slice(5, 7)) : 12;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Whether an interval, open where a bound is missing, holds on a day; both bounds are inclusive. */
export function holdsOn(interval: { from?: PartialDate | null | undefined; until?: PartialDate | null | undefined }, day: Day): boolean {
  if (interval.from && firstDayOf(interval.from) > day) return false;
  return !interval.until || lastDayOf(interval.until) >= day;
}

/** Order of strings by code unit: the same on every machine and in every locale. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What people are on a docket. One person may be several; an approver never approves what is their own. */
export const roles = ["reader", "analyst", "reviewer", "approver", "clerk", "auditor", "administrator"] as const;

/** How something may be handled, the most open first. Only what is `public` is ever published. */
export const handlingMarks = ["public", "internal", "business-confidential", "restricted"] as const;

/** How far a source can be relied on, as the Admiralty scale has it. */
export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;

/** How far what it says can be believed, whatever its source. */
export const credibilities = ["1", "2", "3", "4", "5", "6"] as const;

/** By what clock something waits in a case, the most pressing first. */
export const workGroups = ["overdue", "soon", "later", "others", "no-clock"] as const;

/** Ranks of who signs for an agency, lowest first. */
export const ranks = ["below-assistant-secretary", "assistant-secretary", "under-secretary", "deputy-secretary", "secretary"] as const;
