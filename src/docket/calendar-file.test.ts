import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseEntry } from "../model/index.js";
import { type CalendarDeadline, calendarFile, standing } from "./index.js";
import { circulated, initialDetermination, served, shippedProcedure } from "./sample-case.js";

/** A reader of iCalendar written from RFC 5545 for these tests: unfolded lines, each with name, parameters and value. */
function readCalendarFile(text: string): { events: Record<string, string>[]; header: Record<string, string> } {
  expect(text.endsWith("\r\n")).toBe(true);
  for (const line of text.split("\r\n")) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
  const lines = text
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .slice(0, -1);
  const header: Record<string, string> = {};
  const events: Record<string, string>[] = [];
  const open: string[] = [];
  for (const line of lines) {
    const [, name = "", parameters = "", value = ""] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/s.exec(line) ?? [];
    expect(name, line).not.toBe("");
    if (name === "BEGIN") {
      open.push(value);
      if (value === "VEVENT") events.push({});
    } else if (name === "END") expect(open.pop()).toBe(value);
    else (open.at(-1) === "VEVENT" ? (events.at(-1) ?? {}) : header)[`${name}${parameters}`] = value;
  }
  expect(open).toEqual([]);
  return { header, events };
}

/** TEXT, section 3.3.11, back to what was written. */
function text(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));
}

const procedure = shippedProcedure("us-icts");
function deadlines(entries: CaseEntry[], asOf: string, title = "Alibaba Cloud"): CalendarDeadline[] {
  return standing(procedure, entries, asOf).deadlines.map((deadline) => ({ case: "2025-001", title, deadline }));
}
const record: CaseEntry[] = [...served.slice(0, 4), initialDetermination("2025-04-01", { id: "5", at: "2025-04-01T18:30:00Z" })];

describe("calendar files", () => {
  it("hold an all-day event on each last day, in order of days", () => {
    const { header, events } = readCalendarFile(calendarFile(deadlines(record, "2025-04-02")));
    expect(header).toEqual({ VERSION: "2.0", PRODID: "-//beholden//docket//EN", CALSCALE: "GREGORIAN" });
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({
      UID: "2025-001/response/5@docket.beholden",
      // The instant of the entry, not of a clock.
      DTSTAMP: "20250401T183000Z",
      SEQUENCE: "0",
      "DTSTART;VALUE=DATE": "20250501",
      // The end is the first day after it.
      "DTEND;VALUE=DATE": "20250502",
      STATUS: "CONFIRMED",
      SUMMARY: "2025-001: Response of the parties",
    });
    expect(text(events[0]?.DESCRIPTION ?? "")).toContain(
      "30 calendar days after the Initial Determination is served, its day not counted (Initial determination served on 2025-04-01)\n15 CFR 791.107, mark OLD",
    );
    expect(events[1]).toMatchObject({ "DTSTART;VALUE=DATE": "20250928", "DTEND;VALUE=DATE": "20250929" });
  });

  it("keep the identity of an event whose day moved, and end a year on the first day of the next", () => {
    const corrected: CaseEntry[] = [...record, { event: "entry-corrected", on: "2025-05-06", corrects: "5", reads: { on: "2025-12-01" } }];
    const moved = deadlines(corrected, "2025-12-02").map((one) => ({ ...one, sequence: 1, changedAt: "2025-05-06T14:00:00Z" }));
    const [before, after] = [deadlines(record, "2025-04-02"), moved].map((each) => readCalendarFile(calendarFile(each)).events);
    expect(after?.map(({ UID }) => UID)).toEqual(before?.map(({ UID }) => UID));
    // 1 December and 30 days: 31 December.
    expect(after?.[0]).toMatchObject({
      "DTSTART;VALUE=DATE": "20251231",
      "DTEND;VALUE=DATE": "20260101",
      SEQUENCE: "1",
      DTSTAMP: "20250506T140000Z",
    });
  });

  it("tell agencies apart, say what is met, and leave out a clock that stands still", () => {
    const entries: CaseEntry[] = [...circulated, { event: "agency-concurred", on: "2025-06-04", agency: "Justice" }];
    const { events } = readCalendarFile(calendarFile(deadlines(entries, "2025-06-05")));
    expect(events.map(({ SUMMARY }) => SUMMARY)).toEqual([
      "2025-001: Response of the parties (met on 2025-04-20)",
      "2025-001: Objection of an agency (Justice) (met on 2025-06-04)",
      "2025-001: Objection of an agency (Treasury)",
      "2025-001: Final Determination",
    ]);
    const lapsed: CaseEntry[] = [
      { event: "notice-accepted", on: "2025-09-15" },
      { event: "appropriations-lapsed", on: "2025-10-01" },
    ];
    const still = standing(shippedProcedure("us-cfius"), lapsed, "2025-10-02").deadlines.map((deadline) => ({
      case: "c",
      title: "t",
      deadline,
    }));
    expect(readCalendarFile(calendarFile(still)).events).toEqual([]);
  });

  it("say that a service is not confirmed", () => {
    const published = [...served.slice(0, 4), initialDetermination("2025-04-01", { method: "publication" })];
    const { events } = readCalendarFile(calendarFile(deadlines(published, "2025-04-02")));
    expect(events[0]).toMatchObject({ STATUS: "TENTATIVE", DTSTAMP: "20250401T000000Z" });
    expect(text(events[0]?.DESCRIPTION ?? "")).toContain("Not settled: the day of service");
  });

  it("come out the same whatever the order, and the text of a case survives", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), fc.string({ unit: "binary", maxLength: 60 }), (title, name) => {
        const all = deadlines(record, "2025-04-02", title).map((one) => ({ ...one, case: name }));
        const file = calendarFile(all);
        expect(calendarFile([...all].reverse())).toBe(file);
        const { events } = readCalendarFile(file);
        const shown = (one: string) => one.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
        expect(text(events[0]?.DESCRIPTION ?? "").startsWith(`Case ${shown(name)}: ${shown(title)}\n`)).toBe(true);
      }),
    );
  });

  it("half a character in a name breaks nothing", () => {
    const all = deadlines(record, "2025-04-02").map((one) => ({ ...one, case: "a\ud800b" }));
    expect(readCalendarFile(calendarFile(all)).events[0]?.UID).toBe("a%EF%BF%BDb/response/5@docket.beholden");
  });

  it("folds long lines between characters of any width", () => {
    const title = "阿里云计算有限公司，".repeat(20);
    const { events } = readCalendarFile(calendarFile(deadlines(record, "2025-04-02", title)));
    expect(text(events[0]?.DESCRIPTION ?? "")).toContain(title);
  });
});
