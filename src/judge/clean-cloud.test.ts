import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyRules, compileRulePack } from "./apply.js";
import { readRulePack } from "./load.js";
import { exampleFacts } from "./neutral.js";

const path = join(import.meta.dirname, "../../rules/clean-cloud-2020.yaml");
const pack = readRulePack(readFileSync(path, "utf8"), path);
const compiled = compileRulePack(pack);
const vaccine = {
  "transaction.provider": "alibaba-cloud",
  "intellectualProperty.access": ["CN"],
  "intellectualProperty.reached": ["Vaccine trial"],
  "intellectualProperty.categories": ["unpublished-research"],
};
const on = (asOf: string) =>
  applyRules(compiled, exampleFacts(pack, {}, { asOf, ...vaccine })).map(({ rule, certainty, mark }) => [rule.id, certainty, mark]);

describe("clean-cloud-2020", () => {
  it("says that it is policy, not law, in its title, its authority and every finding; no outcome is more than a note", () => {
    expect(pack.title).toContain("policy, not law");
    expect(pack.authority).toContain("Policy, not law");
    for (const { explanation, outcome } of pack.rules) {
      expect(explanation).toMatch(/policy, not law/);
      expect(outcome).toBe("note");
    }
  });

  it("holds from the day of the announcement; after the administration that gave it, only as a possibility", () => {
    expect(on("2020-08-04")).toEqual([]);
    expect(on("2020-08-05")).toEqual([
      ["intellectual-property", "established", "SEC"],
      ["named-company", "established", "SEC"],
    ]);
    expect(on("2021-01-20")).toEqual([
      ["intellectual-property", "cannot-be-excluded", "UNCONFIRMED"],
      ["named-company", "cannot-be-excluded", "UNCONFIRMED"],
    ]);
  });
});
