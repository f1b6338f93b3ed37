import { byText, type TransactionFacts } from "../model/index.js";
import { unknownFact } from "./condition-faults.js";
import type { Fault } from "./expression.js";
import { factsByName, factValue } from "./fact-table.js";

const placeholder = /\{\{([^{}]*)\}\}/g;

/** Faults of a template: placeholders that name no fact, and braces that do not close. */
export function checkTemplate(template: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of template.matchAll(placeholder)) {
    const name = (match[1] ?? "").trim();
    if (!factsByName.has(name)) faults.push(unknownFact(name, match.index, match.index + match[0].length));
  }
  const rest = template.replace(placeholder, (match) => " ".repeat(match.length));
  const stray = rest.search(/\{\{|\}\}/);
  if (stray >= 0) faults.push({ start: stray, end: stray + 2, message: "braces that do not pair", expected: "{{a.dotted.fact}}" });
  return faults;
}

/**
 * Fills the placeholders of a template.
 *
 * @param governmentName gives the name of a government by its ISO code
 */
export function renderTemplate(template: string, facts: TransactionFacts, governmentName: (code: string) => string): string {
  return template
    .replace(placeholder, (_, name: string) => wording(name.trim(), factValue(facts, name.trim()), governmentName))
    .replace(/\s+/g, " ")
    .trim();
}

function wording(name: string, value: unknown, governmentName: (code: string) => string): string {
  if (Array.isArray(value)) return listing(name, value.map(String), governmentName);
  if (typeof value === "number") return withThousands(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === "cannot-be-excluded") return "cannot be excluded";
  return value === "" || value === undefined ? "not known" : String(value);
}

function listing(name: string, values: string[], governmentName: (code: string) => string): string {
  const words = factsByName.get(name)?.type === "governments" ? values.map(governmentName) : values;
  const sorted = [...words].sort(byText);
  if (sorted.length === 0) return "none";
  const last = sorted.pop();
  return sorted.length === 0 ? String(last) : `${sorted.join(", ")} and ${last}`;
}

/** 1234567 as 1,234,567, whatever the machine's locale. */
export function withThousands(value: number): string {
  const [whole = "", fraction] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction ? `${grouped}.${fraction}` : grouped;
}
