import type { Day, Procedure, RunningDeadline, ShownEvent, Standing } from "../../src/model/index.js";
import { dayWords } from "../parts/days.js";

/** How a filing stands to the last day that it was due on. */
export interface Filing {
  timing: "early" | "same-day" | "late";
  words: string;
}

/**
 * How the events of a case stand to the deadline that each is there to meet: before the last day, on it, or after it. What first meets a deadline is
 * its filing; what follows is not held against it again. A deadline of one agency is met by what that agency does; one whose last day is not
 * settled tells nothing.
 */
export function filingsOf(
  standing: Standing | null,
  procedure: Pick<Procedure, "deadlines"> | undefined,
): (event: Pick<ShownEvent, "number" | "entry">) => Filing[] {
  const rules = new Map(procedure?.deadlines.map((one) => [one.id, one]));
  const waiting = new Map<string, RunningDeadline[]>();
  for (const one of standing?.deadlines ?? [])
    for (const event of rules.get(one.id)?.metBy ?? []) {
      const key = keyOf(event, one.metOn);
      const others = waiting.get(key);
      if (others) others.push(one);
      else waiting.set(key, [one]);
    }
  return ({ number, entry }) =>
    [...(waiting.get(keyOf(entry.event, entry.on)) ?? []), ...(waiting.get(keyOf(entry.event, null)) ?? [])]
      .filter(({ agency }) => agency === null || agency === entry.agency)
      .filter(({ trigger }) => Number(trigger.entry ?? 0) < number && entry.on >= trigger.on)
      .flatMap((one) => timingOf(entry.on, one));
}

function keyOf(event: string, metOn: Day | null): string {
  return `${event} ${metOn ?? "not met"}`;
}

function timingOf(on: Day, { title, due, unsettled }: RunningDeadline): Filing[] {
  if (due === null || unsettled !== null) return [];
  const days = Math.round((Date.parse(on) - Date.parse(due)) / 86_400_000);
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"}`;
  const last = `${title}, ${dayWords(due)}`;
  if (days > 0) return [{ timing: "late", words: `late: ${count} after the last day (${last})` }];
  if (days === 0) return [{ timing: "same-day", words: `on the last day (${title})` }];
  return [{ timing: "early", words: `early: ${count} before the last day (${last})` }];
}
