import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleReview } from "../../src/report/sample-review.js";
import { residualRows, residualSum, stageOf } from "./standing.js";

const [like] = sampleReview.reaches;
const reaches = fc.array(
  fc
    .record({
      target: fc.constantFrom("a", "b").map((id) => ({ kind: "system" as const, id, name: id })),
      endedBy: fc.constantFrom("verified" as const, "in-place" as const, "assumed" as const, null),
      promised: fc.boolean(),
    })
    // Only what is declared as working ends something; a promise is told of what is not ended by that.
    .map(({ target, endedBy, promised }, at = 0) => ({
      ...(like as NonNullable<typeof like>),
      ...{
        id: `r${at}`,
        target,
        endedBy,
        residual: endedBy === null,
        endedIfPromisesKept: promised && (endedBy === null || endedBy === "assumed"),
      },
    })),
  { maxLength: 30 },
);

describe("what is left before, with what is agreed, and with what is verified alone", () => {
  it("is never more with what is agreed than with what is verified, and never more with that than before", () => {
    fc.assert(
      fc.property(reaches, (all) => {
        const rows = residualRows({ reaches: all });
        for (const { before, agreed, verified } of rows) expect(agreed <= verified && verified <= before && before > 0).toBe(true);
        const sum = residualSum(rows);
        expect(sum.before).toBe(all.length);
        expect(sum.verified).toBe(all.filter(({ endedBy }) => endedBy !== "verified").length);
      }),
    );
  });

  it("sums to what the review counts apart", () => {
    const { reaches: all, reachesEnded } = sampleReview.summary;
    const { verified, inPlace, ifPromisesKept } = reachesEnded ?? { verified: 0, inPlace: 0, ifPromisesKept: 0 };
    const sum = residualSum(residualRows(sampleReview));
    expect(sum).toEqual({ before: all, agreed: all - verified - inPlace - ifPromisesKept, verified: all - verified });
  });
});

it.each([
  [[], "proposed"],
  [["promised"], "agreed"],
  [["promised", "in-place"], "in place"],
  [["verified", "promised"], "verified"],
] as const)("a measure that is declared as %j is %s", (statuses, stage) => {
  expect(stageOf({ declared: statuses.map((status) => ({ status, appliesTo: [] })) })).toBe(stage);
});
