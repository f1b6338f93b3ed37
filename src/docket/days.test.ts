import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addYears, daysBetween, isRealDay, weekdayOf } from "./days.js";
import { calendarOf, dayOf, dayReceived, standing, wallClock } from "./index.js";
import { shippedProcedure } from "./sample-case.js";

const office = "America/New_York";

describe("the day of an instant in New York", () => {
  it.each([
    // Winter is five hours behind UTC, summer four. Midnight begins the day.
    ["2026-01-15T04:59:59Z", "2026-01-14"],
    ["2026-01-15T05:00:00Z", "2026-01-15"],
    ["2026-07-15T03:59:59Z", "2026-07-14"],
    ["2026-07-15T04:00:00Z", "2026-07-15"],
    // 8 March 2026 has 23 hours: it begins in winter time and ends in summer time.
    ["2026-03-08T04:59:59Z", "2026-03-07"],
    ["2026-03-08T05:00:00Z", "2026-03-08"],
    ["2026-03-09T03:59:59Z", "2026-03-08"],
    ["2026-03-09T04:00:00Z", "2026-03-09"],
    // 1 November 2026 has 25 hours: it begins in summer time and ends in winter time.
    ["2026-11-01T03:59:59Z", "2026-10-31"],
    ["2026-11-01T04:00:00Z", "2026-11-01"],
    ["2026-11-02T04:59:59Z", "2026-11-01"],
    ["2026-11-02T05:00:00Z", "2026-11-02"],
    // Leap days, a century without one, and the end of a year.
    ["2024-02-29T04:59:59Z", "2024-02-28"],
    ["2024-03-01T04:59:59Z", "2024-02-29"],
    ["2028-03-01T04:59:59Z", "2028-02-29"],
    ["2100-03-01T04:59:59Z", "2100-02-28"],
    ["2026-01-01T04:59:59Z", "2025-12-31"],
    ["2026-01-01T05:00:00Z", "2026-01-01"],
    // The same instant written with another offset.
    ["2026-01-15T23:30:00-05:00", "2026-01-15"],
    ["2026-01-16T13:30:00+09:00", "2026-01-15"],
  ])("%s is %s", (instant, day) => {
    expect(dayOf(instant, office)).toBe(day);
  });

  it("skips an hour in March and has one twice in November", () => {
    expect(wallClock("2026-03-08T06:59:59Z", office).time).toBe("01:59:59");
    expect(wallClock("2026-03-08T07:00:00Z", office).time).toBe("03:00:00");
    expect(wallClock("2026-11-01T05:30:00Z", office)).toEqual(wallClock("2026-11-01T06:30:00Z", office));
    expect(wallClock("2026-11-01T04:00:00Z", office).time).toBe("00:00:00");
  });
});

describe("the day of an instant elsewhere", () => {
  it("may be two days apart across the date line", () => {
    expect(dayOf("2026-12-31T10:30:00Z", "Pacific/Kiritimati")).toBe("2027-01-01");
    expect(dayOf("2026-12-31T10:30:00Z", "Pacific/Pago_Pago")).toBe("2026-12-30");
  });

  it("leaves out the day that Samoa skipped when it crossed the line: 30 December 2011", () => {
    expect(dayOf("2011-12-30T09:59:59Z", "Pacific/Apia")).toBe("2011-12-29");
    expect(dayOf("2011-12-30T10:00:00Z", "Pacific/Apia")).toBe("2011-12-31");
  });

  it("is refused without an offset, for no instant and for no zone", () => {
    expect(() => dayOf("2026-03-08T12:00:00", office)).toThrow(/has no offset/);
    expect(() => dayOf("2026-13-08T12:00:00Z", office)).toThrow(/is no instant/);
    expect(() => dayOf("2026-03-08T12:00:00Z", "America/Gotham")).toThrow(RangeError);
  });
});

describe("what arrives after hours", () => {
  const cfius = shippedProcedure("us-cfius");
  const received = (instant: string) => dayReceived(instant, cfius, calendarOf(cfius)).on;

  it("counts on the next business day, by 31 CFR 800.203", () => {
    // Friday 7 March 2025, 17:00:00 and a second later, in winter time: the next business day is Monday.
    expect(received("2025-03-07T22:00:00Z")).toBe("2025-03-07");
    expect(received("2025-03-07T22:00:01Z")).toBe("2025-03-10");
    // Monday 10 March, in summer time.
    expect(received("2025-03-10T21:00:00Z")).toBe("2025-03-10");
    expect(received("2025-03-10T21:00:01Z")).toBe("2025-03-11");
    // Tuesday 23 December 2025: closed on 24 and 26 by order, Christmas between them, then a weekend.
    expect(received("2025-12-23T22:30:00Z")).toBe("2025-12-29");
  });

  it("counts on its own day where the procedure closes at no hour", () => {
    const icts = shippedProcedure("us-icts");
    expect(dayReceived("2025-03-08T04:59:59Z", icts, calendarOf(icts)).on).toBe("2025-03-07");
  });

  it("an entry whose instant falls on another day is refused, with what the office's clock showed", () => {
    const entry = { event: "notice-accepted", on: "2025-03-08", at: "2025-03-08T03:00:00Z" };
    expect(standing(cfius, [entry], "2025-03-10")).toMatchObject({
      state: null,
      ineffective: [{ as: "refused", because: expect.stringContaining("2025-03-07 22:00:00 in America/New_York") }],
    });
    // After hours on Friday: received on Monday, and Friday is its day by the clock. Either may be told.
    for (const on of ["2025-03-07", "2025-03-10"]) {
      expect(standing(cfius, [{ ...entry, on }], "2025-03-10").state).toBe("REVIEW");
    }
  });
});

describe("days", () => {
  const day = fc.integer({ min: 0, max: 365 * 200 }).map((days) => addDays("1950-01-01", days));

  it("forward and back comes home, over every leap day", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 5000 }), (from, days) => {
        const to = addDays(from, days);
        expect(addDays(to, -days)).toBe(from);
        expect(daysBetween(from, to)).toBe(days);
        expect(weekdayOf(addDays(from, 7))).toBe(weekdayOf(from));
      }),
    );
  });

  it("leap years: 2024 and 2028 have one, 2100 has none, 2000 had one", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2028-02-29", 366)).toBe("2029-03-01");
    expect(addDays("2100-02-28", 1)).toBe("2100-03-01");
    expect(addDays("2000-02-28", 1)).toBe("2000-02-29");
    expect(addYears("2096-02-29", 4)).toBe("2100-03-01");
  });

  it("that no calendar has are told from real ones", () => {
    for (const wrong of ["2025-02-29", "2025-02-30", "2025-04-31", "2100-02-29", "0001-01-01", "9999-12-31", "2025-2-3"]) {
      expect(isRealDay(wrong), wrong).toBe(false);
    }
    for (const real of ["2024-02-29", "2000-02-29", "2025-12-31"]) expect(isRealDay(real), real).toBe(true);
  });
});
