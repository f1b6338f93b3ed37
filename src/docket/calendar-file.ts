import { type Day, eventWords, type JournalHead, type RunningDeadline } from "../model/index.js";
import { addDays } from "./days.js";

/** A deadline of a case, for a calendar. */
export interface CalendarDeadline {
  /** The case's name in the docket: part of the event's identity, so that a later file moves the event rather than adding one. */
  case: string;
  /** What the case is called. */
  title: string;
  deadline: RunningDeadline;
  /** The instant of the entry that last moved it; that of the event that started it where left out. */
  changedAt?: string;
  /** How often it was moved; zero where left out. */
  sequence?: number;
}

/**
 * An iCalendar file (RFC 5545) with one all-day event for each deadline, on its last day. The same deadlines give the same bytes: no clock is
 * asked. A deadline whose clock stands still has no day and is left out; one whose service is not confirmed is tentative.
 *
 * @param head of the journal that they were computed from: it stands in the file, in a property that calendars pass over
 * @see https://www.rfc-editor.org/rfc/rfc5545
 * @example calendarFile([{ case: "2025-001", title: "Alibaba Cloud", deadline }]) // "BEGIN:VCALENDAR\r\n…"
 */
export function calendarFile(deadlines: readonly CalendarDeadline[], head?: JournalHead): string {
  const events = deadlines
    .flatMap((one) => (one.deadline.due === null ? [] : [{ uid: uid(one), due: one.deadline.due, one }]))
    .sort((left, right) => compare(`${left.due} ${left.uid}`, `${right.due} ${right.uid}`));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//beholden//docket//EN",
    "CALSCALE:GREGORIAN",
    ...(head ? [`X-BEHOLDEN-JOURNAL:${head.number} ${head.digest}`] : []),
    ...events.flatMap(({ uid: id, due, one }) => event(id, due, one)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function event(id: string, due: Day, { title, deadline, changedAt, sequence = 0, case: name }: CalendarDeadline): string[] {
  const { trigger, unsettled, metOn } = deadline;
  const agency = deadline.agency === null ? "" : ` (${deadline.agency})`;
  const met = metOn === null ? "" : ` (met on ${metOn})`;
  const description = [
    `Case ${name}: ${title}`,
    `${deadline.count} (${eventWords(trigger.event)} on ${trigger.on})`,
    `${deadline.citation}, mark ${deadline.mark}`,
    ...(unsettled === null ? [] : [`Not settled: ${unsettled}`]),
    ...(deadline.note === null ? [] : [deadline.note]),
  ].join("\n");
  return [
    "BEGIN:VEVENT",
    `UID:${id}`,
    `DTSTAMP:${stamp(changedAt ?? trigger.at ?? `${trigger.on}T00:00:00Z`)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${digits(due)}`,
    `DTEND;VALUE=DATE:${digits(addDays(due, 1))}`,
    `SUMMARY:${escaped(`${name}: ${deadline.title}${agency}${met}`)}`,
    `DESCRIPTION:${escaped(description)}`,
    `STATUS:${unsettled === null ? "CONFIRMED" : "TENTATIVE"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** Of the case, the deadline and the entry that started it: a moved day changes none of them. */
function uid({ case: name, deadline }: CalendarDeadline): string {
  const parts = [name, deadline.key, ...(deadline.trigger.entry === null ? [] : [deadline.trigger.entry])];
  return `${parts.map((part) => encodeURIComponent(wellFormed(part))).join("/")}@docket.beholden`;
}

/** Half a surrogate pair is no character: it becomes the replacement character, as it would in any file. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function stamp(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, "");
}

function digits(day: Day): string {
  return day.replaceAll("-", "");
}

/** Text as RFC 5545 section 3.3.11 asks; control characters have no place in it. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/** Lines of at most 75 octets, section 3.1: broken between characters, going on after a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
