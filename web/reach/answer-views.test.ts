import fc from "fast-check";
import { expect, it } from "vitest";
import { sampleReview } from "../../src/report/sample-review.js";
import { reachGrid } from "../../src/report/scene/matrix/grid.js";
import { matrixScene } from "../../src/report/scene/matrix/scene.js";
import { standings } from "../../src/report/scene/node.js";
import { matrixOf, viewOf } from "../../src/report/view.js";
import { outlineOf, reviewOf, strongestByField } from "./answer-views.js";
import { answersTo } from "./answers.js";

const shelved = { id: "0", sha256: "" } as Parameters<typeof answersTo>[1]["shelved"];
const governments = ["CN", "RU", "US"];
const targets = sampleReview.reaches.map(({ target }) => target);

/** Reviews with any reaches between a few governments and targets. */
const reviews = fc
  .array(
    fc.record({
      like: fc.nat(sampleReview.reaches.length - 1),
      government: fc.constantFrom(...governments),
      target: fc.constantFrom(...targets),
      effect: fc.constantFrom("access" as const, "disrupt" as const, "tamper" as const),
      residual: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((all) => ({
    ...sampleReview,
    reaches: all.flatMap(({ like, ...given }, at) => {
      const reach = sampleReview.reaches[like];
      return reach ? [{ ...reach, ...given, id: `r${at}` }] : [];
    }),
  }));

it("matrix, list and outline of any question hold the same answers", () => {
  fc.assert(
    fc.property(reviews, fc.constantFrom("", ...governments), (review, government) => {
      const answers = answersTo({ government, effect: "", target: "", provider: "" }, { review, view: viewOf(review), shelved });
      const outlined = outlineOf(answers).flatMap(({ targets: some }) => some.flatMap((one) => one.answers));
      expect(outlined.map(({ number }) => number).sort()).toEqual(answers.map(({ number }) => number).sort());
      const asked = reviewOf(answers, review);
      const inFields = matrixOf(asked).flatMap(({ cells }) => Object.values(cells).map(({ reaches }) => reaches));
      expect(inFields.reduce((sum, count) => sum + count, 0)).toBe(answers.length);
      const scene = matrixScene(reachGrid(asked));
      expect(scene.about).toContain(`${answers.length} ${answers.length === 1 ? "reach" : "reaches"}`);
      const fields = new Set(standings(scene).map(({ id }) => id));
      for (const field of strongestByField(asked).keys()) expect(fields.has(field)).toBe(true);
    }),
  );
});
