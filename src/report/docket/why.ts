import { eventWords } from "../../model/event-words.js";
import type { CountedDay, DeadlineCount, OffDay } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { narrowest, nothing, pairs, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { legalNotice } from "../words.js";
import { dayWords } from "./days.js";

/** Why a deadline ends on its day: the rule, the event, and the count day by day, as text or as JSON. */
export function renderWhy(count: DeadlineCount, format: "text" | "json", options: RenderOptions): string {
  if (format === "json") return `${JSON.stringify(count, null, 2)}\n`;
  const width = Math.max(narrowest, options.width);
  const style = styleFor(options.color);
  const last = count.due === null ? "the clock stands still" : `last day ${dayWords(count.due)}`;
  return [
    ...wrap(`${count.title}: ${last}`, { width }).map(style.heading),
    "",
    ...pairs(countFacts(count), width),
    "",
    ...table(["day", "date", "", "why"], countRows(count), width),
    ...offLines(count.days, width),
    ...remarkLines(count.remarks, width),
    "",
    ...wrap(legalNotice, { width }).map(style.quiet),
    "",
  ].join("\n");
}

/** What a deadline is counted from: rule, event by its title where it is known, calendar. */
export function countFacts(
  { rule, citation, mark, trigger, calendar }: DeadlineCount,
  event = eventWords(trigger.event),
): [string, string][] {
  const served = trigger.method === null ? "" : `, ${trigger.method}`;
  return [
    ["Rule", `${rule} (${citation}, mark ${mark})`],
    ["Event", `${event} on ${dayWords(trigger.on)}${served}${entryWords(trigger.entry)}`],
    ["Calendar", `${calendar.title} (${calendar.id}), days as in ${calendar.zone}`],
  ];
}

/** Each day of a count: its number, its date, its weekday, and why it counts or does not. */
export function countRows({ days, due }: DeadlineCount): string[][] {
  return days.map((day, index) => [
    day.number === null ? nothing : String(day.number),
    day.day,
    dayWords(day.day).slice(0, 3),
    why(day, days[index + 1], day.day === due),
  ]);
}

function why(day: CountedDay, next: CountedDay | undefined, last: boolean): string {
  const words = [...ownWords(day, next), ...(last ? ["the last day"] : [])].join("; ");
  return `${words}${entryWords(day.entry)}`;
}

function ownWords({ role, off }: CountedDay, next: CountedDay | undefined): string[] {
  const name = off === null ? [] : [off.name];
  switch (role) {
    case "trigger":
      return [...name, "the event, not counted"];
    case "counted":
      return next?.role === "rolled" ? [...name, "no business day, so the end moves on"] : name;
    case "skipped":
      return [...name, "not counted"];
    case "paused":
      return [...name, "the clock stands still"];
    case "rolled":
      return off === null ? ["the end moves here"] : [...name, "the end moves on"];
    case "named":
      return [...name, "up to the day that the entry names"];
    case "extended":
      return [...name, "extended"];
  }
}

function entryWords(entry: string | null): string {
  return entry === null ? "" : ` (entry ${entry})`;
}

/** Holidays and closings of a count, each with the law behind it. */
export function namedDays(days: readonly CountedDay[]): [day: string, words: string][] {
  return days.flatMap(({ day, off }) => (off === null || off.citation === null ? [] : [[day, offWords(off)]]));
}

/** The law behind each holiday and closing that the count names. */
function offLines(days: CountedDay[], width: number): string[] {
  const named = namedDays(days);
  return named.length === 0 ? [] : ["", ...wrap("Holidays and closings in it:", { width }), ...pairs(named, width, "  ")];
}

function offWords({ name, citation, mark, entry }: OffDay): string {
  return `${name}: ${citation}, mark ${mark}${entryWords(entry)}`;
}

function remarkLines(remarks: string[], width: number): string[] {
  return remarks.flatMap((one) => ["", ...wrap(one, { width })]);
}
