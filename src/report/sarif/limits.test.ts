import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import type { Review } from "../../model/index.js";
import { findings } from "../sample-findings.js";
import { sampleReview } from "../sample-review.js";
import { sarif } from "./report.js";

const options = { width: 100, color: false };
const render = (review: Review) => JSON.parse(sarif.render(review, options)) as Log;
const first = findings[0];
const many = (count: number, explanation: string): Review => ({
  ...sampleReview,
  findings: Array.from(
    { length: count },
    (_, index) => ({ ...first, ...findings[5], id: `f-${index}`, explanation, reaches: [] }) as (typeof findings)[number],
  ),
});

describe("limits of code scanning", () => {
  it("keeps 25,000 results at most, the first of the review, and says how many are left out", () => {
    const run = render(many(25_010, "")).runs[0];
    const results = run?.results ?? [];
    expect(results.length).toBeLessThanOrEqual(25_000);
    expect(results[0]?.partialFingerprints).toEqual({ "beholdenFinding/v1": "f-0" });
    const left = 25_010 - results.length;
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.at(-1)?.message.text).toContain(`${left} lesser findings are left out`);
  });

  it("keeps the file under 10 MB", () => {
    const review = many(2_000, "x".repeat(10_000));
    expect(Buffer.byteLength(sarif.render(review, options))).toBeLessThan(10_000_000);
    expect(render(review).runs[0]?.results?.length).toBeGreaterThan(500);
  });

  it("writes paths as relative URIs", () => {
    const review = {
      ...sampleReview,
      findings: findings.slice(0, 1).map((one) => ({ ...one, location: { path: "a b/ü#1?.tf", line: 3, column: null } })),
    };
    const place = render(review).runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation;
    expect(place?.artifactLocation?.uri).toBe("a%20b/%C3%BC%231%3F.tf");
    expect(place?.region).toEqual({ startLine: 3, startColumn: 1, endLine: 3, endColumn: 2 });
  });

  it("gives a finding that only a log shows a place that exists: the first line of the file", () => {
    const exempt = render(sampleReview).runs[0]?.results?.find((one) => one.ruleId === "us-dsp/no-covered-person");
    expect(exempt?.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: "logs/vpc-flow.log" },
      region: { startLine: 1 },
    });
    expect(exempt?.baselineState).toBe("unchanged");
    expect(exempt?.level).toBe("none");
  });
});
