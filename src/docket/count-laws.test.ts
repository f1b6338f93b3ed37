import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Calendar, Day } from "../model/index.js";
import { type CountRule, countDays, lastDays } from "./count.js";
import { addDays, daysBetween } from "./days.js";
import { offDay, shippedCalendars } from "./index.js";

function federalCalendar(): Calendar {
  const calendar = shippedCalendars().get("us-federal");
  if (!calendar) throw new Error("no us-federal");
  return calendar;
}
const calendar = federalCalendar();

const day = fc.integer({ min: 0, max: 365 * 60 }).map((days) => addDays("1990-01-01", days));
const days = fc.integer({ min: 1, max: 200 });
const unit = fc.constantFrom("calendar-days" as const, "business-days" as const);

function plain(trigger: Day, count: number, more: Partial<CountRule> = {}): CountRule {
  return { trigger, triggerEntry: null, days: count, unit: "calendar-days", rolls: false, pauses: [], ends: [], ...more };
}

/** Days of business after one day, up to another: counted one by one, from the end backwards. */
function businessDaysBack(from: Day, to: Day): number {
  let found = 0;
  for (let one = to; one > from; one = addDays(one, -1)) if (!offDay(calendar, one)) found += 1;
  return found;
}

const pause = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 }));
const anyRule = fc
  .tuple(day, days, unit, fc.boolean(), fc.array(pause, { maxLength: 2 }), fc.option(fc.integer({ min: 1, max: 300 })))
  .map(([trigger, count, each, rolls, pausesAfter, extension]): CountRule => {
    let from = trigger;
    const pauses = pausesAfter.map(([gap, length]) => {
      from = addDays(from, gap);
      const until = addDays(from, length);
      const made = { from, until, entry: "p" };
      from = until;
      return made;
    });
    const ends = extension === null ? [] : [{ until: addDays(trigger, extension), entry: "x", role: "extended" as const }];
    return { trigger, triggerEntry: null, days: count, unit: each, rolls, pauses, ends };
  });

describe("laws of counting", () => {
  it("forward, and back from the end, gives the same number of days", () => {
    fc.assert(
      fc.property(day, days, (trigger, count) => {
        expect(daysBetween(trigger, countDays(plain(trigger, count), calendar).due ?? "")).toBe(count);
        const end = countDays(plain(trigger, count, { unit: "business-days" }), calendar).due ?? "";
        expect(businessDaysBack(trigger, end)).toBe(count);
        expect(offDay(calendar, end)).toBeNull();
      }),
    );
  });

  it("a pause of so many counted days moves the end by so many counted days", () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 30, max: 200 }),
        unit,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 60 }),
        (trigger, count, each, gap, length) => {
          const rule = plain(trigger, count, { unit: each });
          const end = countDays(rule, calendar).due ?? "";
          const from = addDays(trigger, gap);
          const until = addDays(from, length);
          const paused = countDays({ ...rule, pauses: [{ from, until, entry: "p" }] }, calendar).due ?? "";
          if (each === "calendar-days") expect(daysBetween(end, paused)).toBe(length);
          else expect(businessDaysBack(end, paused)).toBe(businessDaysBack(addDays(from, -1), addDays(until, -1)));
        },
      ),
    );
  });

  it("a day that is off for two reasons is off once: a closing on a weekend or a holiday changes nothing", () => {
    fc.assert(
      fc.property(day, days, fc.integer({ min: 1, max: 200 }), (trigger, count, gap) => {
        const rule = plain(trigger, count, { unit: "business-days" });
        const off = Array.from({ length: gap }, (_, index) => addDays(trigger, index)).filter((one) => offDay(calendar, one));
        const closures = off.map((on) => ({ on, name: "Closed", citation: "order", mark: "R" as const }));
        expect(countDays(rule, { ...calendar, closures: [...closures, ...calendar.closures] }).due).toBe(countDays(rule, calendar).due);
      }),
    );
  });

  it("the list goes from the event to the last day, each day once, and holds as many numbers as the rule has days", () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const counted = countDays(rule, calendar);
        for (const [index, one] of counted.days.entries()) expect(one.day).toBe(addDays(rule.trigger, index));
        expect(counted.days.at(-1)?.day).toBe(counted.due);
        expect(counted.days.flatMap(({ number }) => (number === null ? [] : [number]))).toEqual(
          Array.from({ length: rule.days }, (_, index) => index + 1),
        );
      }),
    );
  });

  it("the last days alone are those of the list", () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const { days: _, ...last } = countDays(rule, calendar);
        expect(lastDays(rule, calendar)).toEqual(last);
      }),
    );
  });

  it("an end that moves is a business day on which the clock runs, and no extension shortens", () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const { counted, due } = lastDays({ ...rule, rolls: true }, calendar);
        expect(offDay(calendar, counted ?? "")).toBeNull();
        for (const { from, until } of rule.pauses) expect((counted ?? "") >= from && (counted ?? "") < (until ?? "")).toBe(false);
        expect((due ?? "") >= (counted ?? "")).toBe(true);
      }),
    );
  });

  it("a clock that was stopped and not let run has no last day", () => {
    fc.assert(
      fc.property(anyRule, fc.integer({ min: 1, max: 300 }), (rule, gap) => {
        const from = addDays(rule.trigger, gap);
        const { counted, due } = lastDays({ ...rule, pauses: [{ from, until: null, entry: "p" }] }, calendar);
        if (counted === null) expect(due).toBeNull();
        else expect(counted < from).toBe(true);
      }),
    );
  });
});
