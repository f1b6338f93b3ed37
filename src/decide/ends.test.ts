import { describe, expect, it } from "vitest";
import type { Measure, Path, Reach, Step } from "../model/index.js";
import { endsOf } from "./ends.js";
import { sampleMeasure } from "./sample-measure.js";

const evidence = [{ kind: "inference" as const, locator: "x" }];
const place = (kind: "government" | "party" | "service" | "holding", id: string) => ({ kind, id, name: id });
const step = (kind: Step["kind"], from: Step["from"], to: Step["to"]): Step => ({
  kind,
  from,
  to,
  because: "",
  confidence: "high",
  evidence,
});
const path = (...steps: Step[]): Path => ({ steps, confidence: "high" });

const compels = step("jurisdiction", place("government", "CN"), place("party", "a"));
const runs = step("operation", place("party", "a"), place("service", "s"));
const owns = step("ownership", place("party", "a"), place("party", "b"));
const alsoRuns = step("operation", place("party", "b"), place("service", "s"));
const holds = step("hosting", place("service", "s"), place("holding", "h"));

const reach: Reach = {
  ...{ id: "r", government: "CN", effect: "access", target: place("holding", "h"), transaction: "t", cutBy: [], residual: true },
  path: path(compels, runs, holds),
  alternatives: [path(compels, owns, alsoRuns, holds)],
};

const cutting = (id: string, steps: Step["kind"][], kind: Measure["kind"] = "mitigation"): Measure =>
  sampleMeasure({ id, kind, cuts: [{ effects: ["access"], steps, condition: "always", because: "" }] });

describe("what would end a reach", () => {
  const ends = endsOf(reach, {
    inventory: null,
    home: "US",
    measures: [
      cutting("M9", ["hosting"]),
      cutting("M1", ["ownership"]),
      cutting("M2", ["jurisdiction"], "divestiture"),
      cutting("M3", ["supply"]),
    ],
  });

  it("names the steps that every path passes, and what cuts each", () => {
    expect(ends.paths).toBe(2);
    expect(ends.cutPoints).toEqual([
      { step: 1, measures: [] },
      { step: 3, measures: ["M9"] },
    ]);
  });

  it("puts the measures that alone end all paths first, and leaves out what cuts none or ends the use", () => {
    expect(ends.measures.map(({ id, endsAll, steps }) => ({ id, endsAll, steps }))).toEqual([
      { id: "M9", endsAll: true, steps: [3] },
      { id: "M1", endsAll: false, steps: [] },
    ]);
  });
});
