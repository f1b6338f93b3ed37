import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Confidence, Path, Reach, Step } from "../model/index.js";
import { sampleReview } from "../report/sample-review.js";
import { withoutStep } from "./without-step.js";

const step = (from: string, to: string, confidence: Confidence = "high"): Step => ({
  kind: "ownership",
  from: { kind: "party", id: from, name: from },
  to: { kind: "party", id: to, name: to },
  because: "",
  confidence,
  evidence: [{ kind: "inference", locator: "x" }],
});
const path = (confidence: Confidence, ...steps: Step[]): Path => ({ steps, confidence });
const [like] = sampleReview.reaches;
const reach = (id: string, strongest: Path, ...alternatives: Path[]): Reach => ({ ...(like as Reach), id, path: strongest, alternatives });

const ab = step("a", "b");
const ac = step("a", "c", "medium");
const cb = step("c", "b", "medium");

describe("a review without one step", () => {
  const reaches = [
    reach("falls", path("high", ab)),
    reach("other-way", path("high", ab), path("medium", ac, cb)),
    reach("untouched", path("medium", ac, cb)),
    reach("stays", path("medium", ac, cb), path("low", ab)),
    reach("cannot-be-told", path("high", ab), path("high", ab, ab), path("high", ab, cb), path("high", cb, ab)),
  ];
  const findings = [["falls"], ["falls", "untouched"], ["untouched"], ["cannot-be-told"], []].map((on, at) => ({
    ...(sampleReview.findings[0] as (typeof sampleReview.findings)[0]),
    ...{ id: `f${at}`, reaches: on },
  }));
  const told = withoutStep({ reaches, findings }, ab);

  it("says of each reach through it whether it falls, goes another way, or cannot be told", () => {
    expect(told.reaches.map(({ id, becomes }) => [id, becomes])).toEqual([
      ["falls", "falls"],
      ["other-way", "other-way"],
      ["stays", "stays"],
      ["cannot-be-told", "cannot-be-told"],
    ]);
    expect(told.reaches[1]).toMatchObject({ number: 2, waysLost: 1, confidence: { before: "high", after: "medium" } });
    expect(told.reaches[0]?.confidence).toEqual({ before: "high", after: null });
    expect(told.unchanged).toBe(1);
  });

  it("says of each finding how many of its reaches fall", () => {
    expect(told.findings.map(({ id, reaches: all, fallen, cannotBeTold }) => [id, all, fallen, cannotBeTold])).toEqual([
      ["f0", 1, 1, 0],
      ["f1", 2, 1, 0],
      ["f3", 1, 0, 1],
    ]);
  });

  it("never falls while a way without the step is kept, and changes nothing that does not pass it", () => {
    const steps = [ab, ac, cb, step("d", "b")];
    const ways = fc.array(fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(ways, { maxLength: 8 }), (all) => {
        const some = all.flatMap(([first, ...others], at) =>
          first ? [reach(`r${at}`, path("high", ...first), ...others.map((one) => path("low", ...one)))] : [],
        );
        const answer = withoutStep({ reaches: some, findings: [] }, ab);
        expect(answer.reaches.length + answer.unchanged).toBe(some.length);
        for (const { number, becomes } of answer.reaches) {
          const left = (all[number - 1] ?? []).some((way) => !way.includes(ab));
          expect(left).toBe(becomes === "other-way" || becomes === "stays");
        }
      }),
    );
  });
});
