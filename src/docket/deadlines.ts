import { type CaseEntry, type Day, type DeadlineCount, eventClause, type ProcedureDeadline, type RunningDeadline } from "../model/index.js";
import { type Counted, type CountRule, countDays, lastDays, type Pause } from "./count.js";
import { isConfirmed, isDenied } from "./points.js";
import type { Reading } from "./reading.js";
import { servedDay } from "./service.js";

/** A deadline that an entry started, with what bears on it. */
interface Started {
  key: string;
  deadline: ProcedureDeadline;
  trigger: CaseEntry;
  /** What took effect after it, concerns it and bears on the deadline. */
  after: CaseEntry[];
  rule: CountRule;
}

/**
 * Every deadline that the effective entries of a case started, as it stands on a day.
 *
 * @param only the deadlines of this id alone: a case may have thousands of others
 */
export function runningDeadlines(reading: Reading, effective: CaseEntry[], asOf: Day, only?: string): RunningDeadline[] {
  return started(reading, effective, only).map((one) => runningDeadline(one, reading, asOf));
}

/** The day-by-day count of one of them; null where none of that key runs. */
export function deadlineCount(reading: Reading, effective: CaseEntry[], key: string): DeadlineCount | null {
  const found = started(reading, effective).find((one) => one.key === key);
  if (!found) return null;
  const { deadline, trigger, rule } = found;
  const { calendar } = reading;
  const counted = countDays(rule, calendar);
  return {
    key,
    title: deadline.title,
    rule: ruleWords(found, counted, reading),
    trigger: { event: trigger.event, on: rule.trigger, entry: trigger.id ?? null, method: trigger.method ?? null },
    calendar: { id: calendar.id, title: calendar.title, zone: calendar.zone },
    due: counted.due,
    days: counted.days,
    citation: deadline.citation,
    mark: deadline.mark,
    remarks: countRemarks(found, counted, reading),
  };
}

function started(reading: Reading, effective: CaseEntry[], only?: string): Started[] {
  const { procedure, confirmations } = reading;
  return procedure.deadlines
    .filter(({ id }) => (only === undefined || id === only) && !isDenied(`deadline/${id}`, confirmations))
    .flatMap((deadline) => {
      const following = followers(deadline, effective);
      return triggers(deadline, effective).map((trigger, index) => {
        const after = following(trigger);
        const rule = countRule(deadline, trigger, { after, effective }, reading);
        return { key: keyOf(deadline, trigger, index), deadline, trigger, after, rule };
      });
    });
}

interface PlacedEntry {
  entry: CaseEntry;
  place: number;
}

/** Gives, of what bears on a deadline, what took effect after an entry that started it and concerns that one. */
function followers(deadline: ProcedureDeadline, effective: CaseEntry[]): (trigger: CaseEntry) => CaseEntry[] {
  const bearing = new Set([deadline.lengthened?.by, deadline.extendedBy, ...deadline.metBy]);
  // Of these the latest trigger alone counts, so that no more than a look at what came after it is needed.
  if (deadline.each === "case")
    return (trigger) => effective.slice(effective.indexOf(trigger) + 1).filter(({ event }) => bearing.has(event));
  const places = new Map(effective.map((entry, place) => [entry, place] as const).reverse());
  const groups = new Map<string | undefined, PlacedEntry[]>();
  for (const [place, entry] of effective.entries()) {
    if (!bearing.has(entry.event)) continue;
    const group = concerned(entry, deadline);
    const members = groups.get(group) ?? [];
    members.push({ entry, place });
    groups.set(group, members);
  }
  const ofAll = groups.get(undefined) ?? [];
  return (trigger) => {
    const start = places.get(trigger) ?? -1;
    const own = groups.get(deadline.each === "agency" ? (trigger.agency ?? nameless) : (trigger.id ?? nameless)) ?? [];
    const found = ofAll.length === 0 ? own : [...own, ...ofAll].sort((left, right) => left.place - right.place);
    return found.flatMap(({ entry, place }) => (place > start ? [entry] : []));
  };
}

/** No agency and no entry has this name. */
const nameless = "\u0000";

/** Which of the deadlines of a kind an entry concerns: that of an agency, or of the entry that it answers; undefined: every one. */
function concerned({ agency, answers }: CaseEntry, { each }: ProcedureDeadline): string | undefined {
  if (each === "agency") return agency ?? nameless;
  return each === "entry" ? answers : undefined;
}

/** The latest event that started it; one for each agency, or each such event, where there are several. One that names no end starts none. */
function triggers({ starts, each, days }: ProcedureDeadline, effective: CaseEntry[]): CaseEntry[] {
  const all = effective.filter(({ event, until }) => event === starts && (days !== undefined || until !== undefined));
  if (each === "entry") return all;
  return each === "agency" ? [...new Map(all.map((one) => [one.agency, one])).values()] : all.slice(-1);
}

function keyOf({ id, each }: ProcedureDeadline, { agency, id: entry }: CaseEntry, index: number): string {
  if (each === "case") return id;
  return `${id}/${each === "agency" ? (agency ?? "unnamed") : (entry ?? index + 1)}`;
}

function countRule(
  deadline: ProcedureDeadline,
  trigger: CaseEntry,
  { after, effective }: { after: CaseEntry[]; effective: CaseEntry[] },
  reading: Reading,
): CountRule {
  const { lengthened, extendedBy, named, roll } = deadline;
  const more = lengthened && after.some(({ event }) => event === lengthened.by) ? lengthened.days : 0;
  const extension = after.findLast(({ event, until }) => event === extendedBy && until !== undefined);
  return {
    trigger: servedDay(trigger, reading),
    triggerEntry: trigger.id ?? null,
    days: (deadline.days ?? 0) + more,
    unit: deadline.unit,
    rolls: roll === "business-day" || (roll === "unconfirmed" && isConfirmed(`roll/${deadline.id}`, reading.confirmations)),
    pauses: pauses(deadline, effective),
    ends: [
      ...(named !== "never" && trigger.until ? [{ until: trigger.until, entry: trigger.id ?? null, role: "named" as const }] : []),
      ...(extension?.until ? [{ until: extension.until, entry: extension.id ?? null, role: "extended" as const }] : []),
    ],
  };
}

/** From each event that stops the clock to the next one that lets it run. */
function pauses({ paused }: ProcedureDeadline, effective: CaseEntry[]): Pause[] {
  if (!paused) return [];
  const found: Pause[] = [];
  for (const { event, on, id } of effective) {
    const open = found.at(-1)?.until === null ? found.at(-1) : undefined;
    if (event === paused.by && !open) found.push({ from: on, until: null, entry: id ?? null });
    if (event === paused.until && open) open.until = on;
  }
  return found;
}

function runningDeadline(one: Started, reading: Reading, asOf: Day): RunningDeadline {
  const { key, deadline, trigger, after, rule } = one;
  const last = lastDays(rule, reading.calendar);
  const unsettled = reading.unsettled.get(trigger) ?? null;
  const metOn = after.find(({ event }) => deadline.metBy.includes(event))?.on ?? null;
  const extended = rule.ends.some(({ role, until }) => role === "extended" && last.counted !== null && until > last.counted);
  return {
    key,
    id: deadline.id,
    title: deadline.title,
    agency: deadline.each === "agency" ? (trigger.agency ?? null) : null,
    due: last.due,
    status: statusOn(deadline, { due: last.due, metOn, unsettled }, asOf),
    metOn,
    trigger: {
      event: trigger.event,
      on: rule.trigger,
      entry: trigger.id ?? null,
      at: trigger.at ?? null,
      method: trigger.method ?? null,
    },
    unsettled,
    count: ruleWords(one, last, reading),
    extendedFrom: extended ? last.counted : null,
    citation: deadline.citation,
    mark: deadline.mark,
    confirmed: reading.confirmations.get(`deadline/${deadline.id}`) ?? null,
    note: deadline.note ?? null,
  };
}

/** How a deadline stands on a day, once its last day is known. */
export function statusOn(
  { kind }: Pick<ProcedureDeadline, "kind">,
  { due, metOn, unsettled }: Pick<RunningDeadline, "due" | "metOn" | "unsettled">,
  asOf: Day,
): RunningDeadline["status"] {
  const passed = due !== null && (metOn ?? asOf) > due;
  if (passed && unsettled !== null) return "unsettled";
  if (metOn !== null) return passed ? "met-late" : "met";
  if (due === null) return "paused";
  if (!passed) return "open";
  return kind === "duty" ? "overdue" : "closed";
}

function ruleWords({ deadline, trigger, rule }: Started, { rolled, counted, due }: Omit<Counted, "days">, { procedure }: Reading): string {
  const { days, lengthened, unit } = deadline;
  const kind = unit === "business-days" ? "business days" : "calendar days";
  const counting =
    days === undefined
      ? `until the day that is named as ${eventClause(procedure, trigger.event)}`
      : `${days} ${kind} after ${eventClause(procedure, trigger.event)}, its day not counted`;
  const more = lengthened && rule.days > (days ?? 0) ? `, and ${lengthened.days} more since ${eventClause(procedure, lengthened.by)}` : "";
  const still = rule.pauses.length > 0 ? ", the days of a pause passed over" : "";
  const moved = rolled ? ", moved to the next business day" : "";
  const named = days !== undefined && rule.ends.some(({ role, until }) => role === "named" && counted !== null && until > counted);
  const longer = named ? `; the entry itself names ${trigger.until}` : "";
  const extension = rule.ends.find(({ role }) => role === "extended");
  const extended = extension && due === extension.until ? `; extended to ${extension.until}` : "";
  return `${counting}${more}${still}${moved}${longer}${extended}`;
}

function countRemarks({ deadline, trigger, rule }: Started, { due }: Counted, reading: Reading): string[] {
  const { calendar, confirmations } = reading;
  const depends = rule.rolls || rule.unit === "business-days";
  const remarks = [
    reading.unsettled.get(trigger) && `Not settled: ${reading.unsettled.get(trigger)}.`,
    reading.serviceRemarks.get(trigger),
    deadline.roll === "unconfirmed" &&
      !confirmations.has(`roll/${deadline.id}`) &&
      "Whether a last day without business moves to the next one was not confirmed: it is not moved here.",
    rule.trigger < calendar.from && `The calendar ${calendar.id} begins on ${calendar.from}: what was off before it is not known.`,
    depends &&
      rule.trigger < calendar.closuresKnownFrom &&
      `Closings by order before ${calendar.closuresKnownFrom} are not in the calendar ${calendar.id}: enter one as office-closed.`,
    depends &&
      (due ?? rule.trigger) > calendar.closuresKnownUntil &&
      `Closings by order after ${calendar.closuresKnownUntil} are not in the calendar ${calendar.id}: enter one as office-closed.`,
    due === null && "The clock stands still; the last day is known once it runs again.",
    deadline.note && `${deadline.note.charAt(0).toUpperCase()}${deadline.note.slice(1)}.`,
  ];
  return remarks.filter((one) => typeof one === "string");
}
