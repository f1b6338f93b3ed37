import type { Procedure, ShownEvent, Standing } from "../../src/model/index.js";
import { dayWords } from "../parts/days.js";

/** How a filing stands to the last day that it was due on. */
export interface Filing {
  timing: "early" | "same-day" | "late";
  words: string;
}

/**
 * How an event stands to each deadline that it is there to meet: before the last day, on it, or after it. A deadline of one agency is met by what
 * that agency does; one whose last day is not settled tells nothing.
 */
export function filingsOf(
  { number, entry }: Pick<ShownEvent, "number" | "entry">,
  standing: Standing | null,
  procedure: Pick<Procedure, "deadlines"> | undefined,
): Filing[] {
  return (standing?.deadlines ?? []).flatMap(({ id, title, agency, due, unsettled, trigger }): Filing[] => {
    const rule = procedure?.deadlines.find((one) => one.id === id);
    if (!rule?.metBy.includes(entry.event) || due === null || unsettled !== null) return [];
    if (agency !== null && agency !== entry.agency) return [];
    if (Number(trigger.entry ?? 0) >= number || entry.on < trigger.on) return [];
    const days = Math.round((Date.parse(entry.on) - Date.parse(due)) / 86_400_000);
    const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"}`;
    const last = `${title}, ${dayWords(due)}`;
    if (days > 0) return [{ timing: "late", words: `late: ${count} after the last day (${last})` }];
    if (days === 0) return [{ timing: "same-day", words: `on the last day (${title})` }];
    return [{ timing: "early", words: `early: ${count} before the last day (${last})` }];
  });
}
