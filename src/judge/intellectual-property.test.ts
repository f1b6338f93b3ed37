import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Inventory, intellectualPropertyCategories, type RulePack } from "../model/index.js";
import { judgeData } from "./data.js";
import { transactionFacts } from "./facts.js";
import { judge } from "./judge.js";
import { RulePackError, readRulePack } from "./load.js";
import { counterparty, observation, reach, reference, transaction } from "./sample-case.js";
import { sampleHolding, samplePack, samplePackText } from "./sample-pack.js";

const rules = join(import.meta.dirname, "../../rules");
const packOf = (id: string): RulePack => readRulePack(readFileSync(join(rules, `${id}.yaml`), "utf8"), `${id}.yaml`);
const categories = Object.keys(intellectualPropertyCategories);

const inventory = Inventory.parse({
  subject: { name: "Meridian", jurisdiction: "US" },
  systems: [{ id: "orders", name: "Order archive" }],
  holdings: [
    { id: "trial", name: "Vaccine trial", categories: ["unpublished-research", "personal-health"], usPersons: 40 },
    { id: "code", name: "Firmware", categories: ["source-code"] },
    { id: "people", name: "Customers", categories: ["personal-health"], usPersons: 900 },
  ],
});

const place = (id: string) => ({
  kind: "holding" as const,
  id,
  name: inventory.holdings.find((one) => one.id === id)?.name ?? id,
});
const deal = transaction("t1", { holdings: ["trial", "code", "people"] });
const reaches = [
  reach("t1", { id: "r-trial", target: place("trial") }),
  reach("t1", { id: "r-people", target: place("people"), residual: false }),
  reach("t1", { id: "r-code", target: place("code"), government: "US" }),
];

describe("intellectual property", () => {
  it("is a class of holdings of its own, with which of them are reached by whom", () => {
    const pack = packOf("us-icts");
    const counterparties = [counterparty({ pack: pack.id })];
    const facts = transactionFacts({ transaction: deal, inventory, reference, pack, counterparties, reaches, asOf: "2026-11-23" });
    expect(facts.data.intellectualProperty).toBe(true);
    expect(facts.intellectualProperty).toEqual({
      holdings: ["Firmware", "Vaccine trial"],
      categories: ["source-code", "unpublished-research"],
      reached: ["Vaccine trial"],
      access: ["CN"],
      residual: ["CN"],
    });
    expect(facts.sensitiveData).toEqual({
      holdings: ["Customers", "Vaccine trial"],
      categories: ["personal-health"],
      reached: ["Customers", "Vaccine trial"],
      access: ["CN"],
      residual: ["CN"],
    });
  });

  it("is known to a pack that draws no lines for data", () => {
    expect(judgeData([sampleHolding("a", { categories: ["source-code"] })], {}).intellectualProperty).toBe(true);
  });

  it("never counts as personal data under 28 CFR part 202, however many persons or identifiers stand beside it", () => {
    const pack = packOf("us-dsp");
    const holding = fc.record({
      categories: fc.uniqueArray(fc.constantFrom(...categories), { minLength: 1 }),
      usPersons: fc.option(fc.nat({ max: 10_000_000 })),
      usDevices: fc.option(fc.nat({ max: 10_000_000 })),
      marketedAsGovernmentPersonnel: fc.boolean(),
      inListedGovernmentArea: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(holding, { minLength: 1, maxLength: 4 }), (all) => {
        const facts = judgeData(
          all.map((one, index) => sampleHolding(`h${index}`, one)),
          pack,
        );
        expect([facts.sensitive, facts.bulk, facts.omic, facts.governmentRelated]).toEqual([false, "no", "no", "no"]);
        expect(facts.intellectualProperty).toBe(true);
      }),
    );
  });

  it("carries its own finding: only the reaches to such holdings", () => {
    const pack = samplePack(
      {},
      {
        when: "size(intellectualProperty.access) > 0",
        explanation: "{{intellectualProperty.access}} can obtain {{intellectualProperty.reached}}.",
      },
    );
    const [finding] = judge({
      pack,
      transactions: [deal],
      observations: [observation("t1-seen", "main.tf", 12)],
      counterparties: [counterparty()],
      reaches,
      inventory,
      reference,
      asOf: "2026-11-23",
    });
    expect(finding).toMatchObject({ explanation: "China can obtain Vaccine trial.", reaches: ["r-trial"], governments: ["CN"] });
    expect(finding?.evidence.map(({ note }) => note)).toContain("holding Firmware");
  });

  it("cannot be named among the categories of personal data of a pack", () => {
    const text = samplePackText.replace("sources:", "data:\n  sensitiveCategories: [personal-health, trade-secrets]\nsources:");
    expect(() => readRulePack(text, "pack.yaml")).toThrow(RulePackError);
    expect(() => readRulePack(text, "pack.yaml")).toThrow(/trade-secrets is intellectual property/);
  });
});
