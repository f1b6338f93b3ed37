import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyCriteria, type CriterionResult, compileCriteria, lowestCap } from "./criteria.js";
import { readRulePack } from "./load.js";
import { exampleFacts } from "./neutral.js";

const path = join(import.meta.dirname, "../../rules/eu-sovereignty.yaml");
const pack = readRulePack(readFileSync(path, "utf8"), path);
const criteria = compileCriteria(pack);
if (!criteria) throw new Error("eu-sovereignty has no criteria");

const put = (facts: Record<string, unknown>): Map<string, CriterionResult> =>
  new Map(applyCriteria(criteria, exampleFacts(pack, {}, facts)).map((one) => [one.criterion.id, one]));
const caps = (facts: Record<string, unknown>) =>
  Object.fromEntries([...put(facts)].filter(([id]) => id.startsWith("sov")).map(([id, { answers }]) => [id, lowestCap(answers)]));

const american = { "counterparty.covered": "yes", "counterparty.governments": ["US"], "counterparty.jurisdiction": "US" };
const irish = { ...american, "counterparty.jurisdiction": "IE", "counterparty.domestic": true };
const reached = { "reach.access": ["US"], "residual.access": ["US"], "reach.disrupt": ["US"], "residual.disrupt": ["US"] };

describe("eu-sovereignty in the terms of the Cloud Sovereignty Framework", () => {
  it("asks all eight objectives from the day it was published, with weights that make a hundred", () => {
    const objectives = [...put({}).values()].filter(({ criterion }) => criterion.group === "objectives");
    const weights = objectives.map(({ criterion }) => Number(/weight (\d+) percent/.exec(criterion.title)?.[1]));
    expect(weights).toEqual([15, 10, 10, 15, 20, 15, 10, 5]);
    expect(weights.reduce((sum, one) => sum + one)).toBe(100);
    expect(caps({ asOf: "2025-10-19" })).toEqual({});
    expect(pack.criteria?.scale?.levels.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4]);
  });

  it("lets an operator outside the Union be no better than SEAL-1, and one within it under a foreign parent than SEAL-2", () => {
    const open = { "sov-5": null, "sov-6": null, "sov-7": null, "sov-8": null };
    expect(caps({ ...american, ...reached })).toEqual({ "sov-1": 1, "sov-2": 1, "sov-3": 1, "sov-4": 1, ...open });
    expect(caps({ ...irish, ...reached })).toEqual({ "sov-1": 2, "sov-2": 2, "sov-3": 2, "sov-4": 2, ...open });
  });

  it("only ever limits: what speaks for an objective caps nothing and claims no level", () => {
    for (const { answers } of pack.criteria?.list ?? []) {
      for (const { leaning, atMost, text } of answers) {
        if (leaning !== "against") expect(atMost).toBeUndefined();
        expect(text).not.toMatch(/SEAL/);
      }
    }
    expect(Object.values(caps({ "counterparty.domestic": true, "counterparty.jurisdiction": "DE" }))).toEqual(Array(8).fill(null));
  });

  it("more evidence of control from outside never raises a bound", () => {
    const governments = fc.subarray(["US", "CN", "GB"]);
    fc.assert(
      fc.property(governments, governments, governments, fc.boolean(), (access, disrupt, tamper, domestic) => {
        const base = { ...(domestic ? irish : american) };
        const more = {
          ...base,
          "reach.access": access,
          "residual.access": access,
          "reach.disrupt": disrupt,
          "residual.disrupt": disrupt,
          "reach.tamper": tamper,
          "residual.tamper": tamper,
        };
        const [before, after] = [caps(base), caps(more)];
        for (const [id, cap] of Object.entries(after)) expect(cap ?? 4).toBeLessThanOrEqual(before[id] ?? 4);
      }),
    );
  });

  it("names who can compel and under which law, of the United States as of adversaries", () => {
    const laws = ["CLOUD Act, 18 U.S.C. 2713", "Data Security Law of the PRC"];
    const result = put({ "reach.access": ["CN", "US"], "laws.ofConcern": laws }).get("e1-access");
    expect(result?.answers).toEqual([expect.objectContaining({ leaning: "for", governments: ["CN", "US"] })]);
  });

  it("leaves open, with somebody to ask, what no artefact shows", () => {
    const results = put({});
    for (const id of ["sov-6", "sov-7", "sov-8"]) {
      expect(results.get(id)?.answers).toEqual([]);
      expect(results.get(id)?.ask.length).toBeGreaterThan(0);
    }
  });
});
