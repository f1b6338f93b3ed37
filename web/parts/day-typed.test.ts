import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFault, dayStepped, hyphened, isDay } from "./day-typed.js";

describe("a day that is typed", () => {
  it("is year, month and day, and of the calendar", () => {
    expect(dayFault("2026-11-27")).toBeNull();
    expect(dayFault("2024-02-29")).toBeNull();
    expect(dayFault("")).toBeNull();
    expect(dayFault("11-27-2026")).toBe("11-27-2026 is no day. Write the year, the month and the day: 2026-11-27.");
    expect(dayFault("2026-1")).toMatch(/^2026-1 is no day\./);
    expect(dayFault("2026-02-29")).toBe("There is no day 2026-02-29. Write one of the calendar: 2026-11-27.");
    expect(dayFault("2026-13-01")).toMatch(/^There is no day/);
  });

  it("is within its bounds, both of which it may be", () => {
    const bounds = { least: "2026-01-10", most: "2026-01-20" };
    expect(dayFault("2026-01-10", bounds)).toBeNull();
    expect(dayFault("2026-01-20", bounds)).toBeNull();
    expect(dayFault("2026-01-09", bounds)).toBe("2026-01-09 is too early. Write 2026-01-10 or a later day.");
    expect(dayFault("2026-01-21", bounds)).toBe("2026-01-21 is too late. Write 2026-01-20 or an earlier day.");
  });

  it("may be typed with points, strokes or blanks between its parts", () => {
    expect([" 2026/11/27", "2026.11.27", "2026 11 27 "].map(hyphened)).toEqual(["2026-11-27", "2026-11-27", "2026-11-27"]);
  });

  it("is led on by a day or a month, over the ends of months and years", () => {
    expect(dayStepped("2026-12-31", "ArrowUp")).toBe("2027-01-01");
    expect(dayStepped("2024-03-01", "ArrowDown")).toBe("2024-02-29");
    expect(dayStepped("2026-01-31", "PageUp")).toBe("2026-02-28");
    expect(dayStepped("2026-01-15", "PageDown")).toBe("2025-12-15");
    expect(dayStepped("2026-1", "ArrowUp")).toBeNull();
    expect(dayStepped("2026-01-15", "a")).toBeNull();
  });

  it("comes back where it was, a day on and a day back, whatever the day", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 }), (number) => {
        const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
        expect(isDay(day)).toBe(true);
        expect(dayStepped(dayStepped(day, "ArrowUp") ?? "", "ArrowDown")).toBe(day);
      }),
    );
  });
});
