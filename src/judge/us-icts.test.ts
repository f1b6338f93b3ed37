import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TransactionFacts } from "../model/index.js";
import { applyRules, compileRulePack } from "./apply.js";
import { applyCriteria, type CriterionResult, compileCriteria, criteriaAsked } from "./criteria.js";
import { transactionFacts } from "./facts.js";
import { readRulePack } from "./load.js";
import { exampleFacts } from "./neutral.js";
import { counterparty, reach, reference, transaction } from "./sample-case.js";

const path = join(import.meta.dirname, "../../rules/us-icts.yaml");
const pack = readRulePack(readFileSync(path, "utf8"), path);
const rules = compileRulePack(pack);
const criteria = compileCriteria(pack);
if (!criteria) throw new Error("us-icts has no criteria");

const factsWith = (facts: Record<string, unknown>): TransactionFacts => exampleFacts(pack, {}, facts);
const put = (facts: TransactionFacts): Map<string, CriterionResult> => {
  const asked = criteriaAsked(criteria, facts) ? applyCriteria(criteria, facts) : [];
  return new Map(asked.map((one) => [one.criterion.id, one]));
};
const covered = { "counterparty.covered": "yes", "counterparty.limbs": ["organised"], "counterparty.governments": ["CN"] };
const leanings = (results: Map<string, CriterionResult>, id: string) => results.get(id)?.answers.map(({ leaning }) => leaning);
const ofGroup = (results: Map<string, CriterionResult>, ...groups: string[]) =>
  [...results.values()].filter(({ criterion }) => groups.includes(criterion.group));

describe("us-icts asks everything that the three findings are made of", () => {
  const software = { ...covered, "transaction.kind": "software" };

  it("four elements and the exclusions of the scope, four limbs and the factors of the nexus, ten criteria of the risk", () => {
    const results = put(factsWith({ asOf: "2026-11-23", ...covered }));
    const ids = [...results.keys()];
    expect(ids.filter((id) => id.startsWith("s"))).toHaveLength(5);
    expect(ids.filter((id) => id.startsWith("p"))).toHaveLength(4);
    expect(ids.filter((id) => id.startsWith("x"))).toHaveLength(4);
    expect(ids.filter((id) => /^c\d/.test(id))).toHaveLength(10);
    expect(ids.filter((id) => id.startsWith("q"))).toEqual(["q1-storage", "q2-access", "q3-disruption", "q4-launch"]);
    expect(ids.filter((id) => /^a\d/.test(id))).toEqual([]);
  });

  it("for connected software eight criteria more from 2023-07-17, and six once two of them were merged into C2", () => {
    const on = (asOf: string) => ofGroup(put(factsWith({ asOf, ...software })), "connected-software").length;
    expect([on("2023-07-16"), on("2023-07-17"), on("2025-02-03"), on("2025-02-04")]).toEqual([0, 8, 8, 6]);
  });

  it("each is answered, or open with somebody to ask", () => {
    for (const facts of [factsWith(covered), factsWith(software), factsWith({ "counterparty.covered": "cannot-be-excluded" })]) {
      for (const { answers, ask } of put(facts).values()) expect(answers.length + ask.length).toBeGreaterThan(0);
    }
  });

  it("of no transaction without a nexus, and of none of a subject that is not under U.S. jurisdiction", () => {
    expect(put(factsWith({})).size).toBe(0);
    expect(put(factsWith({ ...covered, "subject.domestic": "no" })).size).toBe(0);
  });
});

describe("scale", () => {
  it("is evidence: no count of persons speaks against the scope or ends a finding on a day from 2025-02-04 on", () => {
    const day = fc.constantFrom("2025-02-04", "2025-06-01", "2026-11-23");
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.boolean(), fc.boolean(), day, (usPersons, usPersonsKnown, sensitive, asOf) => {
        const base = { ...covered, asOf, "reach.access": ["CN"], "residual.access": ["CN"] };
        const small = factsWith({
          ...base,
          "data.usPersons": usPersons,
          "data.usPersonsKnown": usPersonsKnown,
          "data.sensitive": sensitive,
        });
        const large = factsWith({ ...base, "data.usPersons": 5_000_000, "data.usPersonsKnown": true, "data.sensitive": sensitive });
        const outcomes = (facts: TransactionFacts) => applyRules(rules, facts).map(({ rule, certainty }) => `${rule.id} ${certainty}`);
        expect(outcomes(small)).toEqual(outcomes(large));
        expect(ofGroup(put(small), "scope").flatMap(({ answers }) => answers.map(({ leaning }) => leaning))).not.toContain("against");
        expect(leanings(put(small), "s4-technology")).toContain("for");
      }),
    );
  });
});

describe("the nexus", () => {
  it("is there by operation or servicing alone, with no share owned from an adversary's country", () => {
    const facts = factsWith({
      "counterparty.covered": "yes",
      "counterparty.limbs": ["operation"],
      "counterparty.governments": ["CN"],
      "counterparty.shareMax": 0,
    });
    expect(leanings(put(facts), "n1-operation")).toEqual(["for"]);
    expect(applyRules(rules, facts).find(({ rule }) => rule.id === "nexus")?.certainty).toBe("established");
  });

  it("comes from the reaches where another than the operator runs the service", () => {
    const run = reach("t1", { government: "CN" });
    const [step] = run.path.steps;
    if (!step) throw new Error("no step");
    const steps = [{ ...step, from: { kind: "party" as const, id: "red-soft", name: "Red Soft" } }];
    const facts = transactionFacts({
      transaction: transaction("t1", { operator: "plain-cloud" }),
      inventory: null,
      reference,
      pack,
      counterparties: [counterparty({ party: "plain-cloud", pack: pack.id, covered: "no", limbs: [], governments: [], because: "Clean." })],
      reaches: [{ ...run, path: { ...run.path, steps } }],
      asOf: "2026-11-23",
    });
    expect(facts.counterparty).toMatchObject({ covered: "yes", limbs: ["operation"], shareMax: 0 });
    expect(leanings(put(facts), "n1-operation")).toEqual(["for"]);
  });

  it("is never cleared by a share of none: no limb speaks against it", () => {
    const share = fc.double({ min: 0, max: 49, noNaN: true });
    const verdict = fc.constantFrom("yes", "cannot-be-excluded");
    fc.assert(
      fc.property(share, verdict, (shareMax, coverage) => {
        const results = put(factsWith({ ...covered, "counterparty.covered": coverage, "counterparty.shareMax": shareMax }));
        expect(ofGroup(results, "nexus", "factors").flatMap(({ answers }) => answers.map(({ leaning }) => leaning))).not.toContain(
          "against",
        );
        expect(leanings(results, "p4-ownership-control")).toContain("evidence");
      }),
    );
  });

  it("is never set by powers of governments that are no adversaries: they are context", () => {
    const others = ["US", "DE", "IN", "GB"].map((government) => reach("t1", { government, id: `t1:${government}` }));
    const facts = transactionFacts({
      transaction: transaction("t1", { operator: "plain-cloud" }),
      inventory: null,
      reference,
      pack,
      counterparties: [counterparty({ party: "plain-cloud", pack: pack.id, covered: "no", limbs: [], governments: [], because: "Clean." })],
      reaches: others,
      asOf: "2026-11-23",
    });
    expect(facts.reach.access).toEqual([]);
    expect(facts.context.access).toEqual(["DE", "GB", "IN", "US"]);
    expect(facts.counterparty.covered).toBe("no");
    expect(applyRules(rules, facts)).toEqual([]);
    expect(put(facts).size).toBe(0);

    const open = put(factsWith({ "counterparty.covered": "cannot-be-excluded", "context.access": ["US"], "laws.context": ["CLOUD Act"] }));
    const given = ofGroup(open, "nexus", "factors").flatMap(({ answers }) => answers);
    expect(given.filter(({ leaning }) => leaning !== "evidence")).toEqual([]);
    expect(leanings(open, "x3-laws")).toEqual(["evidence"]);
  });

  it("stays a possibility where only the seat lies with an adversary, a ground not confirmed", () => {
    const facts = factsWith({ ...covered, asOf: "2026-11-23", "counterparty.limbs": ["principal-place"] });
    expect(put(facts).get("p3-jurisdiction")?.answers).toEqual([
      expect.objectContaining({ leaning: "for", certainty: "cannot-be-excluded", mark: "UNCONFIRMED" }),
    ]);
    expect(applyRules(rules, facts).find(({ rule }) => rule.id === "nexus")?.certainty).toBe("cannot-be-excluded");
  });
});

describe("marks", () => {
  it("bound every answer: what is UNCONFIRMED is never established, what is OLD says so", () => {
    const results = [...put(factsWith({ asOf: "2026-11-23", ...covered, "transaction.kind": "software" })).values()];
    for (const { mark, certainty, doubts } of results.flatMap(({ answers }) => answers)) {
      if (mark === "UNCONFIRMED") expect(certainty).toBe("cannot-be-excluded");
      if (mark === "OLD") expect(doubts).toContainEqual({ mark: "OLD", on: "the rule itself" });
    }
    expect(new Set(results.map(({ mark }) => mark))).toEqual(new Set(["R", "R*", "OLD", "S"]));
  });
});
