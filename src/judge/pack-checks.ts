import { Day, firstDayOf, lastDayOf, PartialDate } from "../model/index.js";
import { unknownFact } from "./condition-faults.js";
import { checkCondition } from "./conditions.js";
import type { Fault } from "./expression.js";
import { type FactEntry, factsByName } from "./fact-table.js";
import { checkTemplate } from "./template.js";

type Path = (string | number)[];

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

/**
 * Checks what the schema cannot: expressions, templates, examples, ids and dates. Takes the raw content, so that one broken
 * rule does not hide what is wrong in the others.
 */
export function checkPack(raw: unknown): PackFault[] {
  const pack = asRecord(raw);
  const regime = asRecord(pack.regime);
  const rules = asList(pack.rules).map(asRecord);
  return [
    ...intervalFaults(pack, []),
    ...asList(regime.governments).flatMap((government, index) => intervalFaults(asRecord(government), ["regime", "governments", index])),
    ...governmentFaults(pack, regime),
    ...duplicateIds(rules),
    ...rules.flatMap((rule, index) => ruleFaults(rule, ["rules", index])),
  ];
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function governmentFaults(pack: Record<string, unknown>, regime: Record<string, unknown>): PackFault[] {
  if (!("regime" in pack) || Boolean(regime.governments) !== Boolean(regime.governmentsExcept)) return [];
  const message = regime.governments ? "both governments and governmentsExcept are given" : "the regime names no governments";
  return [{ path: ["regime"], code: "pack-governments", message, expected: "either governments or governmentsExcept" }];
}

function duplicateIds(rules: Record<string, unknown>[]): PackFault[] {
  const seen = new Set<unknown>();
  return rules.flatMap(({ id }, index) => {
    if (typeof id !== "string" || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        path: ["rules", index, "id"],
        code: "rule-duplicate",
        message: `two rules have the id ${id}`,
        expected: "an id of its own for each rule",
      },
    ];
  });
}

function intervalFaults(interval: Record<string, unknown>, path: Path): PackFault[] {
  const from = PartialDate.safeParse(interval.from);
  const until = PartialDate.safeParse(interval.until);
  if (!from.success || !until.success || firstDayOf(from.data) <= lastDayOf(until.data)) return [];
  const message = `until ${until.data} lies before from ${from.data}`;
  return [{ path: [...path, "until"], code: "dates-reversed", message, expected: "from on or before until" }];
}

function ruleFaults(rule: Record<string, unknown>, path: Path): PackFault[] {
  const examples = asList(rule.examples).map(asRecord);
  return [
    ...intervalFaults(rule, path),
    ...formerlyFaults(asList(rule.formerly).map(asRecord), path),
    ...["when", "openWhen"].flatMap((name) => textFaults(rule[name], [...path, name], "condition-invalid", checkCondition)),
    ...textFaults(rule.explanation, [...path, "explanation"], "template-invalid", checkTemplate),
    ...asList(rule.settle).flatMap((text, index) => textFaults(text, [...path, "settle", index], "template-invalid", checkTemplate)),
    ...examples.flatMap((example, index) => exampleFaults(asRecord(example.facts), [...path, "examples", index, "facts"])),
    ...oneSidedExamples(examples, path),
  ];
}

function textFaults(text: unknown, path: Path, code: string, check: (text: string) => Fault[]): PackFault[] {
  if (typeof text !== "string") return [];
  return check(text).map((fault) => ({ path, code, inside: { text, fault }, message: fault.message, expected: fault.expected }));
}

function formerlyFaults(former: Record<string, unknown>[], path: Path): PackFault[] {
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

function exampleFaults(facts: Record<string, unknown>, path: Path): PackFault[] {
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

function oneSidedExamples(examples: Record<string, unknown>[], path: Path): PackFault[] {
  if (examples.length < 2) return [];
  const caught = examples.filter(({ expect }) => expect !== "none").length;
  if (caught > 0 && caught < examples.length) return [];
  const message = caught > 0 ? "every example expects the rule to apply" : "no example expects the rule to apply";
  return [
    {
      path: [...path, "examples"],
      code: "examples-one-sided",
      message,
      expected: "an example that it catches and one that it does not (expect: none)",
    },
  ];
}
