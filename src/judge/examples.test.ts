import { describe, expect, it } from "vitest";
import { runExamples } from "./examples.js";
import { samplePack } from "./sample-pack.js";

describe("runExamples", () => {
  it("counts what comes out as expected, and explains what does not", () => {
    const examples = [
      { name: "as expected", facts: { "counterparty.covered": "yes", "reach.access": ["CN"] }, expect: "review" },
      { name: "not as expected", facts: { "counterparty.covered": "yes" }, expect: "review" },
      { name: "outside", facts: {}, expect: "none" },
    ];
    expect(runExamples(samplePack({}, { examples }))).toEqual({
      passed: 2,
      failed: [
        {
          rule: "data-access",
          example: "not as expected",
          expected: "review",
          got: "none",
          why: 'The rule applies when counterparty.covered == "yes" && size(reach.access) > 0. Given asOf = "2026-06-01", counterparty.covered = "yes"; the rest is the neutral case.',
          citation: "Sample Act, section 1",
        },
      ],
    });
  });

  it("dates the neutral case within the rule's days", () => {
    const on = (pack: Record<string, unknown>, rule: Record<string, unknown>) => {
      const examples = [
        { name: "in", facts: {}, expect: "review" },
        { name: "out", facts: { "data.known": false }, expect: "none" },
      ];
      const when = "data.known";
      return runExamples(samplePack(pack, { ...rule, when, examples }));
    };
    expect(on({}, { until: "2025-02-03" })).toMatchObject({ passed: 2, failed: [] });
    expect(on({ from: "2027-01-01" }, {})).toMatchObject({ passed: 2, failed: [] });
    expect(on({ from: "2020" }, { from: "2021", until: "2022" })).toMatchObject({ passed: 2, failed: [] });
  });
});
