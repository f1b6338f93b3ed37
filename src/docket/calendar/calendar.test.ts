import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Calendar, Day } from "../../model/index.js";
import { packageRoot } from "../../package-root.js";
import { addDays, weekdayOf } from "../days.js";
import { CalendarError, holidaysOf, nextBusinessDay, offDay, readCalendar, shippedCalendars } from "../index.js";

function shipped(id: string): Calendar {
  const calendar = shippedCalendars().get(id);
  if (!calendar) throw new Error(id);
  return calendar;
}
const federal = shipped("us-federal");
const washington = shipped("us-federal-washington");

/** The days off on weekdays, which are what employees get. */
const weekdayHolidays = (calendar: Calendar, year: number) =>
  [...holidaysOf(calendar, year).keys()].filter((day) => !["saturday", "sunday"].includes(weekdayOf(day))).sort();

describe("federal holidays", () => {
  // As the Office of Personnel Management publishes them for each year.
  it.each([
    [
      2021,
      // 19 June, 25 December and 1 January 2022 are Saturdays, 4 July is a Sunday.
      "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
    ],
    // 1 January is a Saturday, observed the year before; 19 June and 25 December are Sundays.
    [2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26"],
    // 1 January is a Sunday; 11 November is a Saturday.
    [2023, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"],
    [2024, "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25"],
    [2025, "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25"],
    // 4 July is a Saturday.
    [2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"],
  ])("of %i", (year, days) => {
    expect(weekdayHolidays(federal, year)).toEqual(days.split(" ").map((day) => `${year}-${day}`));
  });

  it("change with the law: no birthday of King before 1986, no Juneteenth before 2021, Veterans Day in October until 1977", () => {
    // 1971: 4 July is a Sunday, 25 December a Saturday, and so is 1 January 1972.
    const of1971 = "1971-01-01 1971-02-15 1971-05-31 1971-07-05 1971-09-06 1971-10-11 1971-10-25 1971-11-25 1971-12-24 1971-12-31";
    expect(weekdayHolidays(federal, 1971)).toEqual(of1971.split(" "));
    expect([...holidaysOf(federal, 1977).keys()].filter((day) => /-1[01]-/.test(day))).toEqual(["1977-10-10", "1977-10-24", "1977-11-24"]);
    expect(holidaysOf(federal, 1978).get("1978-11-10")?.name).toBe("Veterans Day (observed)");
    expect(offDay(federal, "1985-01-21")).toBeNull();
    expect(offDay(federal, "1986-01-20")?.name).toBe("Birthday of Martin Luther King, Jr.");
    expect(offDay(federal, "2020-06-19")).toBeNull();
    expect(offDay(federal, "2021-06-18")).toMatchObject({
      kind: "holiday",
      name: "Juneteenth National Independence Day (observed)",
      citation: "5 U.S.C. 6103(a), Pub. L. 117-17, 5 U.S.C. 6103(b)(1)",
    });
  });

  it("Inauguration Day is off in Washington alone, each fourth year, and has no Friday in its place", () => {
    expect(offDay(washington, "2021-01-20")?.name).toBe("Inauguration Day");
    expect(offDay(federal, "2021-01-20")).toBeNull();
    expect(offDay(washington, "2023-01-20")).toBeNull();
    // 2025: the third Monday of January too. 2029: a Saturday. 2013: a Sunday, and the Monday is the birthday of King.
    expect(offDay(washington, "2025-01-20")?.name).toBe("Birthday of Martin Luther King, Jr., Inauguration Day");
    expect(offDay(washington, "2029-01-19")).toBeNull();
    expect(offDay(washington, "2013-01-21")?.name).toBe("Birthday of Martin Luther King, Jr., Inauguration Day (observed)");
  });

  it("single closings carry the order that made them", () => {
    expect(offDay(federal, "2018-12-05")).toMatchObject({ kind: "closure", citation: expect.stringContaining("13852") });
    expect(offDay(washington, "2025-01-09")).toMatchObject({ kind: "closure", citation: expect.stringContaining("14133") });
    expect(offDay(federal, "2025-12-26")?.kind).toBe("closure");
    expect(offDay(federal, "2023-12-26")).toBeNull();
  });

  it("on a weekend are named there too", () => {
    expect(offDay(federal, "2026-07-04")).toEqual({
      kind: "weekend",
      name: "Saturday, Independence Day",
      citation: null,
      mark: null,
      entry: null,
    });
  });

  it("the next business day passes over all of them", () => {
    // Wednesday 24 December 2025 is closed by order, Thursday is Christmas, Friday is closed by order, then a weekend.
    expect(nextBusinessDay(federal, "2025-12-24")).toBe("2025-12-29");
    expect(nextBusinessDay(federal, "2025-12-23")).toBe("2025-12-23");
  });
});

describe("laws of every calendar", () => {
  const day = fc.integer({ min: 0, max: 365 * 120 }).map((days) => addDays("1975-01-01", days));

  it("a day is off once, whatever falls on it, and a business day is never Saturday or Sunday", () => {
    fc.assert(
      fc.property(day, (one) => {
        const off = offDay(federal, one);
        const weekend = ["saturday", "sunday"].includes(weekdayOf(one));
        expect(off?.kind === "weekend").toBe(weekend);
        expect(Day.safeParse(nextBusinessDay(federal, one)).success).toBe(true);
      }),
    );
  });

  it("each holiday gives employees one weekday off, ten a year, eleven since Juneteenth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1987, max: 2100 }), (year) => {
        // What is observed on 31 December belongs to the next year.
        const own = weekdayHolidays(federal, year).filter((one) => !one.endsWith("12-31"));
        const borrowed = weekdayHolidays(federal, year - 1).filter((one) => one.endsWith("12-31"));
        expect(own.length + borrowed.length).toBe(year >= 2021 ? 11 : 10);
      }),
    );
  });
});

describe("a calendar of one's own", () => {
  const text = readFileSync(join(packageRoot(), "procedures", "calendars", "us-federal-washington.yaml"), "utf8");

  it("extends one that is known", () => {
    const own = readCalendar(text.replace("id: us-federal-washington", "id: own"), "own.yaml", shippedCalendars());
    expect(offDay(own, "2026-07-03")?.kind).toBe("holiday");
  });

  it.each([
    [
      "a calendar that is not known",
      text.replace("extends: us-federal", "extends: nowhere"),
      /own\.yaml:3:\d+: there is no calendar nowhere/,
    ],
    ["a time zone that there is not", text.replace("America/New_York", "America/Gotham"), /there is no time zone America\/Gotham/],
    ["a rule of no kind", text.replace("kind: fixed", "kind: moon"), /own\.yaml:\d+:\d+: holidays/],
    [
      "a week without work",
      text.replace("[saturday, sunday]", "[sunday, monday, tuesday, wednesday, thursday, friday, saturday]"),
      /weekend/,
    ],
  ])("is refused with the place of %s", (_, own, expected) => {
    expect(() => readCalendar(own, "own.yaml", shippedCalendars())).toThrow(expected);
    expect(() => readCalendar(own, "own.yaml", shippedCalendars())).toThrow(CalendarError);
  });
});
