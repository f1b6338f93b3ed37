import type { Calendar, Closure, Day, Holiday, OffDay } from "../../model/index.js";
import { addDays, weekdayOf } from "../days.js";

/** Why a day is none of business by a calendar; null where it is one. */
export function offDay(calendar: Calendar, day: Day): OffDay | null {
  const closure = calendar.closures.find(({ on }) => on === day);
  const holiday = holidaysOf(calendar, Number(day.slice(0, 4))).get(day);
  const weekday = weekdayOf(day);
  if (calendar.weekend.includes(weekday)) {
    const name = `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`;
    return { kind: "weekend", name: holiday ? `${name}, ${holiday.name}` : name, citation: null, mark: null, entry: null };
  }
  if (holiday) return holiday;
  return closure ? closed(closure) : null;
}

function closed({ name, citation, mark, entry }: Closure): OffDay {
  return { kind: "closure", name, citation, mark, entry: entry ?? null };
}

/** The day itself, or the next one that is a business day. */
export function nextBusinessDay(calendar: Calendar, day: Day): Day {
  let next = day;
  while (offDay(calendar, next)) next = addDays(next, 1);
  return next;
}

const years = new WeakMap<Calendar["holidays"], Map<number, ReadonlyMap<Day, OffDay>>>();

/**
 * The holidays of a year by their days, the observed ones beside those on a weekend.
 * What is observed in this year may belong to the next: New Year's Day on a Saturday is observed on 31 December.
 */
export function holidaysOf(calendar: Calendar, year: number): ReadonlyMap<Day, OffDay> {
  const known = years.get(calendar.holidays) ?? new Map<number, ReadonlyMap<Day, OffDay>>();
  years.set(calendar.holidays, known);
  const made = known.get(year) ?? holidaysMade(calendar, year);
  known.set(year, made);
  return made;
}

function holidaysMade(calendar: Calendar, year: number): ReadonlyMap<Day, OffDay> {
  const found = new Map<Day, OffDay>();
  for (const one of [year - 1, year, year + 1].flatMap((each) => calendar.holidays.flatMap((holiday) => daysOf(holiday, each, calendar)))) {
    if (Number(one.day.slice(0, 4)) !== year) continue;
    const earlier = found.get(one.day);
    found.set(one.day, earlier ? { ...earlier, name: `${earlier.name}, ${one.off.name}` } : one.off);
  }
  return found;
}

/** A holiday's own day in a year and, on a weekend, the day on which it is observed instead. */
function daysOf(holiday: Holiday, year: number, calendar: Calendar): { day: Day; off: OffDay }[] {
  if (holiday.every && (year < holiday.every.since || (year - holiday.every.since) % holiday.every.years !== 0)) return [];
  const day = dayIn(holiday.rule, year);
  if (day === null || day < (holiday.from ?? calendar.from) || day > (holiday.until ?? day)) return [];
  const { name, citation, mark } = holiday;
  const own = { day, off: { kind: "holiday" as const, name, citation, mark, entry: null } };
  const instead = observedOn(holiday, day, calendar);
  if (!instead) return [own];
  return [own, { day: instead.day, off: { ...own.off, name: `${name} (observed)`, citation: `${citation}, ${instead.citation}` } }];
}

function observedOn(holiday: Holiday, day: Day, { weekend, observance }: Calendar): { day: Day; citation: string } | null {
  const weekday = weekdayOf(day);
  if ((weekday !== "saturday" && weekday !== "sunday") || !weekend.includes(weekday)) return null;
  const on = holiday.observed?.[weekday] ?? observance[weekday].on;
  if (on === "none") return null;
  return { day: addDays(day, on === "day-before" ? -1 : 1), citation: observance[weekday].citation };
}

function dayIn(rule: Holiday["rule"], year: number): Day | null {
  const first = `${String(year).padStart(4, "0")}-${String(rule.month).padStart(2, "0")}`;
  if (rule.kind === "fixed") {
    const day = `${first}-${String(rule.day).padStart(2, "0")}`;
    return Number.isNaN(Date.parse(`${day}T00:00:00Z`)) || addDays(day, 0) !== day ? null : day;
  }
  const all = Array.from({ length: 31 }, (_, index) => addDays(`${first}-01`, index)).filter(
    (day) => day.startsWith(first) && weekdayOf(day) === rule.weekday,
  );
  return (rule.nth === "last" ? all.at(-1) : all[rule.nth - 1]) ?? null;
}
