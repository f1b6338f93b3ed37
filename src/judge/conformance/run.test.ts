import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { RulePack } from "../../model/index.js";
import { referenceFrom } from "../../reference/load.js";
import { readRulePackFile } from "../files.js";
import { packOfRegime, runSuite, type SuiteRun } from "./run.js";
import { governments } from "./sample-governments.js";

const packs = new Map<string, RulePack>();

beforeAll(async () => {
  for (const id of Object.values(packOfRegime)) {
    packs.set(id, (await readRulePackFile(join(import.meta.dirname, "../../../rules", `${id}.yaml`))).pack);
  }
});

type Given = Record<string, unknown>;

function run(...cases: Given[]): SuiteRun {
  const lines = cases.map((one, at) => JSON.stringify({ id: `case-${at + 1}`, transaction: { type: "none", date: "2026-06-01" }, ...one }));
  return runSuite(lines.join("\n"), "own.jsonl", { packs, governments, referenceOf: referenceFrom });
}

const entity = (id: string, more: Given = {}) => ({ id, type: "entity", organizedIn: ["XT"], principalPlaceOfBusiness: "XT", ...more });
const individual = (id: string, more: Given = {}) => ({ id, type: "individual", primaryResidence: "XT", locatedIn: "XT", ...more });
const holds = (owner: string, owned: string, pct: number | null) => ({ owner, owned, pct });
const dsp = (subject: string, parties: Given[], ownership: Given[], expected: Given, more: Given = {}) => ({
  regime: "dsp",
  asks: "covered-person",
  subject,
  parties,
  ownership,
  expected,
  ...more,
});

describe("the Data Security Program", () => {
  it.each<[string, Given]>([
    [
      "20 and 30 percent through wholly owned subsidiaries: both ways",
      dsp(
        "t",
        [entity("cn", { organizedIn: ["CN"] }), entity("one"), entity("two"), entity("t")],
        [holds("cn", "one", 100), holds("cn", "two", 100), holds("one", "t", 20), holds("two", "t", 30)],
        { answer: true, limbs: { one: ["(a)(2)"], t: ["(a)(1)-ownership", "(a)(2)"] } },
      ),
    ],
    [
      "a government's quarter and a company's quarter: the seam of the text, added up",
      dsp(
        "t",
        [{ id: "gov", type: "government", organizedIn: ["XC"] }, entity("cn", { organizedIn: ["MO"] }), entity("t")],
        [holds("gov", "t", 25), holds("cn", "t", 25)],
        { answer: true },
      ),
    ],
    [
      "through a subsidiary in the United States the owner still owns the tier below",
      dsp(
        "t",
        [entity("cn", { organizedIn: ["CN"] }), entity("us", { organizedIn: ["US"], principalPlaceOfBusiness: "US" }), entity("t")],
        [holds("cn", "us", 100), holds("us", "t", 100)],
        { answer: true, coveredPerson: { us: false, t: true }, usPerson: { us: true, t: false } },
      ),
    ],
    [
      "a U.S. person who is designated",
      dsp("p", [individual("p", { citizenOf: ["US"], designated: true })], [], {
        answer: true,
        usPerson: { p: true },
        limbs: { p: ["(a)(5)"] },
      }),
    ],
    [
      "half owned by an employee of a covered company",
      dsp(
        "t",
        [entity("cn", { principalPlaceOfBusiness: "CN" }), individual("p", { employedBy: ["cn"] }), entity("t")],
        [holds("p", "t", 50)],
        { answer: true, limbs: { p: ["(a)(3)-employee"], t: ["(a)(2)"] } },
      ),
    ],
    [
      "an owner whose share is unknown",
      dsp("t", [individual("p", { primaryResidence: "IR" }), entity("t")], [holds("p", "t", null)], { answer: null }),
    ],
    [
      "the U.S. branch of a company of China",
      dsp(
        "b",
        [entity("cn", { organizedIn: ["CN"] }), { id: "b", type: "entity", organizedIn: [], locatedIn: "US", branchOf: "cn" }],
        [],
        { answer: false, usPerson: { b: false }, coveredPerson: { b: true } },
        { asks: "us-person" },
      ),
    ],
  ])("%s", (_, given) => {
    expect(run(given)).toMatchObject({ passed: 1, failed: [] });
  });

  const deal = (more: Given, data: Given, expected: Given) =>
    dsp(
      "cn",
      [entity("us", { organizedIn: ["US"], principalPlaceOfBusiness: "US" }), entity("cn", { organizedIn: ["CN"] }), entity("xt")],
      [],
      { answer: true, ...expected },
      {
        data: [{ id: "d", category: "personal-health", usPersons: 10_001, ...data }],
        transaction: { usParty: "us", counterparty: "cn", date: "2026-06-01", access: [{ party: "cn", data: ["d"] }], ...more },
      },
    );
  it.each<[string, Given]>([
    [
      "brokerage",
      deal({ type: "data-brokerage" }, {}, { classification: "prohibited", provision: "202.301", coveredDataTransaction: true }),
    ],
    ["a vendor", deal({ type: "vendor" }, {}, { classification: "restricted", provision: "202.401" })],
    [
      "a vendor with every requirement met",
      deal({ type: "vendor", securityRequirementsMet: true }, {}, { classification: "restricted-authorized" }),
    ],
    [
      "exactly on the line",
      deal({ type: "vendor" }, { usPersons: 10_000 }, { classification: "not-regulated", coveredDataTransaction: false }),
    ],
    [
      "genomes, whatever the safeguards",
      deal(
        { type: "vendor", securityRequirementsMet: true },
        { category: "human-genomic", usPersons: 101 },
        { classification: "prohibited", provision: "202.303" },
      ),
    ],
    ["a day before the part", deal({ type: "vendor", date: "2025-04-07" }, {}, { classification: "not-regulated" })],
    [
      "a passive stake below 10 percent",
      deal(
        { type: "investment", passive: { instrument: "publicly-traded-security", votingAndEquityPct: 9.9, influence: false } },
        {},
        { classification: "not-regulated" },
      ),
    ],
    ["an investment of which nothing passive is said", deal({ type: "investment" }, {}, { classification: "restricted" })],
    [
      "10 percent is not passive",
      deal(
        { type: "investment", passive: { instrument: "publicly-traded-security", votingAndEquityPct: 10, influence: false } },
        {},
        { classification: "restricted" },
      ),
    ],
    [
      "a foreign person who is not covered, with the clause",
      deal(
        { type: "data-brokerage", access: [{ party: "xt", data: ["d"] }], onwardTransferClause: true },
        {},
        { classification: "permitted-on-conditions", provision: "202.302" },
      ),
    ],
  ])("classifies the deal: %s", (_, given) => {
    expect(run(given).failed).toEqual([]);
  });
});

describe("the 50 percent rule", () => {
  const ofac = (subject: string, ownership: Given[], expected: Given, facts: string[] = []) => ({
    regime: "ofac50",
    asks: "blocked",
    subject,
    parties: [individual("X", { listed: ["SDN"] }), entity("A"), entity("B"), entity("C")],
    ownership,
    transaction: { type: "none", date: "2026-06-01", facts },
    expected,
  });

  it.each<[string, Given]>([
    [
      "two halves of two quarters",
      ofac("C", [holds("X", "A", 50), holds("X", "B", 50), holds("A", "C", 25), holds("B", "C", 25)], { answer: true }),
    ],
    ["49.99 percent", ofac("A", [holds("X", "A", 49.99)], { answer: false, redFlag: { A: true } })],
    ["a blocked signatory", ofac("A", [], { answer: false, dealingProhibited: true, redFlag: { A: true } }, ["contract-signed-by:X"])],
    [
      "a sale within U.S. jurisdiction moves nothing",
      ofac("A", [holds("X", "A", 40)], { answer: true }, ["former-pct:60", "divestment-in-us-jurisdiction"]),
    ],
    [
      "a sale outside of it does",
      ofac("A", [holds("X", "A", 40)], { answer: false }, ["former-pct:60", "divestment-outside-us-jurisdiction"]),
    ],
    [
      "property blocked before stays so",
      ofac("property:A-ship", [holds("X", "A", 40)], { answer: true, blocked: { A: false } }, ["property-blocked-while-owned-50-or-more"]),
    ],
  ])("%s", (_, given) => {
    expect(run(given)).toMatchObject({ passed: 1, failed: [], remarks: [] });
  });
});

describe("the affiliates rule", () => {
  const bis = (listed: string[], date: string, expected: Given, pct: number | null = 60) => ({
    regime: "bis-affiliates",
    asks: "affiliate-restricted",
    subject: "A",
    parties: [entity("L", { listed }), entity("A")],
    ownership: [holds("L", "A", pct)],
    transaction: { type: "none", date },
    expected,
  });

  it.each<[string, Given]>([
    ["a programme of 744.8(a)(1)", bis(["SDN:744.8(a)(1)"], "2025-10-15", { answer: true, ruleInForce: true })],
    ["a blocked person whose programme is not said", bis(["SDN"], "2025-11-01", { answer: null })],
    ["its last day", bis(["EntityList"], "2025-11-09", { answer: true, ruleInForce: true })],
    ["the first suspended day", bis(["EntityList"], "2025-11-10", { answer: false, ruleInForce: false, affiliateRestricted: { L: true } })],
    ["by its own text from 2026-11-10", bis(["EntityList"], "2026-11-10", { answer: true, ruleInForce: true })],
    ["an unknown share", bis(["MEUList"], "2025-10-15", { answer: null, conditions: ["resolve-share-or-obtain-license"] }, null)],
  ])("%s", (_, given) => {
    expect(run(given)).toMatchObject({ passed: 1, failed: [] });
  });
});

describe("comparison", () => {
  const right = dsp("e", [entity("e")], [], { answer: false, coveredPerson: { e: false } });

  it("takes no key as met that is not judged", () => {
    const { failed } = run({ ...right, expected: { answer: false, weather: ["fair"] } });
    expect(failed[0]?.differences).toEqual([{ key: "weather", expected: "fair", got: "not judged" }]);
  });

  it("passes over empty keys, and tells red flags without counting them", () => {
    const result = run({ ...right, expected: { answer: false, limbs: {}, conditions: [], provision: null, redFlag: { e: true } } });
    expect(result).toMatchObject({
      passed: 1,
      failed: [],
      remarks: [{ differences: [{ key: "redFlag of e", expected: "yes", got: "no" }] }],
    });
  });

  it("fails where no answer is expected but one came out", () => {
    expect(run({ ...right, expected: {} }).failed).toHaveLength(1);
  });

  it("counts apart what is asked and not answered here, by question and by regime", () => {
    expect(run({ ...right, asks: "weather" }, { ...right, regime: "xyz" }, { ...right, regime: "ofac50", asks: "bulk" })).toMatchObject({
      passed: 0,
      failed: [],
      notJudged: { weather: ["case-1"], "regime xyz": ["case-2"], bulk: ["case-3"] },
    });
  });
});
