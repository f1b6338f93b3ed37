import { describe, expect, it } from "vitest";
import { transactionKinds } from "../model/index.js";
import { ConditionError, checkCondition, compileCondition } from "./conditions.js";
import { factsByName } from "./fact-table.js";
import { exampleFacts } from "./neutral.js";
import { samplePack } from "./sample-pack.js";

const pack = samplePack();
const [rule] = pack.rules;

function holds(source: string, facts: Record<string, unknown> = {}): boolean {
  if (!rule) throw new Error("the sample pack has a rule");
  return compileCondition(source, "sample/rule").holds(exampleFacts(pack, rule, facts));
}

describe("conditions", () => {
  it("compare whole numbers, percentages, texts, lists and truth values as they are", () => {
    expect(holds("data.usPersons > 100", { "data.usPersons": 101 })).toBe(true);
    expect(holds("data.usPersons > 100", { "data.usPersons": 100 })).toBe(false);
    expect(holds("counterparty.shareMin >= 50", { "counterparty.shareMin": 50 })).toBe(true);
    expect(holds("counterparty.shareMin >= 50.0", { "counterparty.shareMin": 49.9 })).toBe(false);
    expect(holds('"CN" in reach.access && size(reach.access) == 1', { "reach.access": ["CN"] })).toBe(true);
    expect(holds("!counterparty.domestic")).toBe(true);
    expect(holds('asOf >= "2026-01-01"', { asOf: "2026-01-01" })).toBe(true);
    expect(holds('reach.disrupt.exists(code, code in ["CN", "RU"])', { "reach.disrupt": ["RU"] })).toBe(true);
  });

  it("can name every fact of the table", () => {
    for (const [name, { type }] of factsByName) {
      const whole = { string: `${name} == ""`, verdict: `${name} == "no"`, bool: name, int: `${name} >= 0`, double: `${name} >= 0.5` };
      const source = type === "list" || type === "governments" ? `size(${name}) == 0` : whole[type];
      const allowed = factsByName.get(name)?.values;
      expect(checkCondition(type === "string" && allowed ? `${name} == "${allowed[0]}"` : source), name).toEqual([]);
    }
  });

  it("know which facts they read", () => {
    expect(compileCondition('size(reach.access) > 0 || "x" in data.categories', "sample/rule").facts).toEqual([
      "reach.access",
      "data.categories",
    ]);
  });

  it("are refused with every unknown fact and its place", () => {
    expect(checkCondition('counterparty.covred == "yes" && dta.known && reach.acces == []')).toEqual([
      { start: 0, end: 19, message: "unknown fact counterparty.covred", expected: "counterparty.covered" },
      { start: 45, end: 56, message: "unknown fact reach.acces", expected: "reach.access" },
    ]);
    expect(checkCondition("dta.known")).toEqual([expect.objectContaining({ start: 0, end: 3, message: "Unknown variable: dta" })]);
  });

  it("are refused where they compare with a value that never occurs", () => {
    expect(checkCondition('transaction.kind in ["hosting", "hostng"]')).toEqual([
      { start: 32, end: 40, message: 'transaction.kind is never "hostng"', expected: `one of ${transactionKinds.join(", ")}` },
    ]);
    expect(checkCondition('"ownershp" in counterparty.limbs')).toHaveLength(1);
  });

  it("are refused where they could run for ever", () => {
    expect(checkCondition('asOf.matches("(a+)+$")')).toEqual([
      expect.objectContaining({ start: 0, message: expect.stringContaining("matches()") }),
    ]);
    const nested = "reach.access.all(a, reach.access.all(b, reach.access.all(c, a == b && b == c)))";
    expect(checkCondition(nested)).toEqual([expect.objectContaining({ message: "too many comprehensions inside each other" })]);
    expect(checkCondition("reach.access.all(a, reach.access.all(b, a == b))")).toEqual([]);
    expect(checkCondition(Array(400).fill("true").join(" && "))).toHaveLength(1);
  });

  it("name the rule where they fail on the facts", () => {
    expect(() => holds('counterparty.limbs[0] == "ownership"')).toThrow(ConditionError);
    expect(() => holds('counterparty.limbs[0] == "ownership"')).toThrow(/^Rule sample\/rule: the condition could not be evaluated/);
    expect(() => compileCondition("1 +", "sample/rule")).toThrow(/^Rule sample\/rule: /);
  });
});
