import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { byText, Calendar, type Problem, readValidatedYaml } from "../../model/index.js";
import { packageRoot } from "../../package-root.js";

/** A calendar that cannot be used, with everything that is wrong in it. */
export class CalendarError extends Error {
  override name = "CalendarError";
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map(({ path, line, column, message }) => `${[path, line, column].join(":")}: ${message}`).join("\n"));
    this.problems = problems;
  }
}

/**
 * Reads a calendar from its YAML text. One that extends another has the other's holidays and closures too.
 *
 * @param path for problems only; nothing is read from it
 * @param known the calendars that it may extend
 * @throws CalendarError with every problem, each with line and column
 */
export function readCalendar(text: string, path: string, known: ReadonlyMap<string, Calendar> = new Map()): Calendar {
  const read = readValidatedYaml(text, path, Calendar, "calendar-invalid");
  if (read.value === null) throw new CalendarError(read.problems);
  const calendar = read.value;
  const fault = (keys: PropertyKey[], message: string, expected: string): CalendarError =>
    new CalendarError([
      { path, ...read.locate(keys), severity: "error", code: "calendar-dangling", message, expected, action: "Correct it here." },
    ]);
  if (!isZone(calendar.zone)) throw fault(["zone"], `there is no time zone ${calendar.zone}`, "an IANA name such as America/New_York");
  if (calendar.extends === undefined) return calendar;
  const base = known.get(calendar.extends);
  if (!base) throw fault(["extends"], `there is no calendar ${calendar.extends}`, `one of ${[...known.keys()].join(", ")}`);
  return {
    ...calendar,
    from: base.from > calendar.from ? base.from : calendar.from,
    holidays: [...base.holidays, ...calendar.holidays],
    closures: [...base.closures, ...calendar.closures],
  };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

let shipped: ReadonlyMap<string, Calendar> | undefined;

/**
 * The calendars that come with beholden, by id. They are read once.
 *
 * @throws CalendarError where one is not valid
 * @example holidaysOf(shippedCalendars().get("us-federal"), 2026).get("2026-07-03").name // "Independence Day (observed)"
 */
export function shippedCalendars(): ReadonlyMap<string, Calendar> {
  shipped ??= readFolder(join(packageRoot(), "procedures", "calendars"));
  return shipped;
}

/** In the order of their names: one that extends another is named after it. */
function readFolder(folder: string): ReadonlyMap<string, Calendar> {
  const known = new Map<string, Calendar>();
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  for (const name of files.sort((left, right) => byText(left.replace(/\.yaml$/, ""), right.replace(/\.yaml$/, "")))) {
    const calendar = readCalendar(readFileSync(join(folder, name), "utf8"), join(folder, name), known);
    known.set(calendar.id, calendar);
  }
  return known;
}
