import { Day, firstDayOf, lastDayOf, PartialDate } from "../model/index.js";
import { unknownFact } from "./condition-faults.js";
import type { Fault } from "./expression.js";
import { type FactEntry, factsByName } from "./fact-table.js";

export type Path = (string | number)[];

/** Something wrong in a pack that a schema cannot see; `inside` places it in the text at the path. */
export interface PackFault {
  path: Path;
  /** Place the fault at this key of the map at the path. */
  key?: string;
  inside?: { text: string; fault: Fault };
  code: string;
  message: string;
  expected: string;
}

/** A value as a map; an empty one where it is none. */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A value as a list; an empty one where it is none. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An `until` before its `from`. */
export function intervalFaults(interval: Record<string, unknown>, path: Path): PackFault[] {
  const from = PartialDate.safeParse(interval.from);
  const until = PartialDate.safeParse(interval.until);
  if (!from.success || !until.success || firstDayOf(from.data) <= lastDayOf(until.data)) return [];
  const message = `until ${until.data} lies before from ${from.data}`;
  return [{ path: [...path, "until"], code: "dates-reversed", message, expected: "from on or before until" }];
}

/** Faults of a text at a path, by a check of its own. */
export function textFaults(text: unknown, path: Path, code: string, check: (text: string) => Fault[]): PackFault[] {
  if (typeof text !== "string") return [];
  return check(text).map((fault) => ({ path, code, inside: { text, fault }, message: fault.message, expected: fault.expected }));
}

/** Former citations out of order. */
export function formerlyFaults(former: Record<string, unknown>[], path: Path): PackFault[] {
  const days = former.map(({ until }) => (PartialDate.safeParse(until).success ? lastDayOf(until as string) : ""));
  return days.flatMap((day, index) => {
    if (index === 0 || day === "" || day > (days[index - 1] ?? "")) return [];
    return [
      {
        path: [...path, "formerly", index, "until"],
        code: "dates-reversed",
        message: "former citations are out of order",
        expected: "oldest first, each until a later day",
      },
    ];
  });
}

/** Facts of an example that there are not, and values that they cannot have. */
export function exampleFaults(facts: Record<string, unknown>, path: Path): PackFault[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const entry = factsByName.get(name);
    if (!entry) {
      const { message, expected } = unknownFact(name, 0, 0);
      return [{ path, key: name, code: "example-unknown-fact", message, expected }];
    }
    const expected = unfit(name, entry, value);
    return expected
      ? [{ path: [...path, name], code: "example-value", message: `${name} cannot be ${JSON.stringify(value)}`, expected }]
      : [];
  });
}

/** What a fact's value has to be, where this one is not; undefined where it fits. */
function unfit(name: string, { type, values }: FactEntry, value: unknown): string | undefined {
  if (name === "asOf") return Day.safeParse(value).success ? undefined : "a date such as 2022-01-18";
  if (type === "bool") return typeof value === "boolean" ? undefined : "true or false";
  if (type === "int") return Number.isSafeInteger(value) ? undefined : "a whole number";
  if (type === "double") return typeof value === "number" ? undefined : "a number";
  const texts = type === "list" || type === "governments" ? value : [value];
  if (!Array.isArray(texts) || !texts.every((text) => typeof text === "string"))
    return type === "string" || type === "verdict" ? "a text" : "a list of texts";
  if (values && !texts.every((text) => values.includes(text))) return `${values.join(", ")}`;
  return undefined;
}
