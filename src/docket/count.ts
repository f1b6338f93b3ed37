import type { Calendar, CountedDay, Day } from "../model/index.js";
import { offDay } from "./calendar/off-days.js";
import { addDays, weekdayOf } from "./days.js";

/** Days on which a clock stands still: from the first of them up to the day on which it runs again. */
export interface Pause {
  from: Day;
  /** The first day that is counted again; null while it has not come. */
  until: Day | null;
  entry: string | null;
}

/** How a period is counted, with everything that bears on it in one case. */
export interface CountRule {
  trigger: Day;
  triggerEntry: string | null;
  days: number;
  unit: "calendar-days" | "business-days";
  rolls: boolean;
  pauses: readonly Pause[];
  /** Days that entries name as its end, the earliest first: the event itself, then extensions. One before the counted end does nothing. */
  ends: readonly { until: Day; entry: string | null; role: "named" | "extended" }[];
}

export interface Counted {
  days: CountedDay[];
  /** The last day as counted and moved, without an extension; null while the clock stands still with no end. */
  counted: Day | null;
  /** Whether the last day was moved off a day without business. */
  rolled: boolean;
  due: Day | null;
}

/**
 * Counts a period day by day. The day of the event is not counted. A day within a pause is passed over, and so is, where business days
 * are counted, one without business. The end moves to a business day where the rule says so; an extension then adds the days up to its own.
 */
export function countDays(rule: CountRule, calendar: Calendar): Counted {
  const days: CountedDay[] = [told(rule.trigger, "trigger", calendar, { entry: rule.triggerEntry })];
  let day = rule.trigger;
  let number = 0;
  while (number < rule.days) {
    day = addDays(day, 1);
    const pause = pauseOn(rule.pauses, day);
    if (pause?.until === null) return { days: [...days, told(day, "paused", calendar, pause)], counted: null, rolled: false, due: null };
    if (pause) days.push(told(day, "paused", calendar, pause));
    else if (rule.unit === "business-days" && offDay(calendar, day)) days.push(told(day, "skipped", calendar));
    else days.push(told(day, "counted", calendar, { number: ++number }));
  }
  const last = day;
  while (rule.rolls && (offDay(calendar, day) || pauseOn(rule.pauses, day))) {
    day = addDays(day, 1);
    const pause = pauseOn(rule.pauses, day);
    days.push(told(day, pause ? "paused" : "rolled", calendar, { entry: pause?.entry ?? null }));
    if (pause?.until === null) return { days, counted: null, rolled: false, due: null };
  }
  const counted = day;
  for (const { until, entry, role } of rule.ends) {
    while (day < until) {
      day = addDays(day, 1);
      days.push(told(day, role, calendar, { entry }));
    }
  }
  return { days, counted, rolled: counted !== last, due: day };
}

/** The last days alone, without the list: by arithmetic where no day is passed over. */
export function lastDays(rule: CountRule, calendar: Calendar): Omit<Counted, "days"> {
  if (rule.unit === "business-days" || rule.pauses.length > 0) {
    const { days: _, ...last } = countDays(rule, calendar);
    return last;
  }
  const last = addDays(rule.trigger, rule.days);
  let counted = last;
  while (rule.rolls && offDay(calendar, counted)) counted = addDays(counted, 1);
  const due = rule.ends.reduce((latest, { until }) => (until > latest ? until : latest), counted);
  return { counted, rolled: counted !== last, due };
}

function pauseOn(pauses: readonly Pause[], day: Day): Pause | undefined {
  return pauses.find(({ from, until }) => from <= day && (until === null || day < until));
}

function told(day: Day, role: CountedDay["role"], calendar: Calendar, more: { number?: number; entry?: string | null } = {}): CountedDay {
  return { day, weekday: weekdayOf(day), number: more.number ?? null, role, off: offDay(calendar, day), entry: more.entry ?? null };
}
