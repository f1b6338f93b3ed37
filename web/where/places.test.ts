import { expect, it } from "vitest";
import { sampleReview } from "../../src/report/sample-review.js";
import { viewOf } from "../../src/report/view.js";
import type { OpenReview } from "../api/reviews.js";
import { placesOf } from "./places.js";

const [like] = sampleReview.reaches;
const [use] = sampleReview.transactions;

it("says of a use that no government can obtain what it holds what governments can do to it all the same", () => {
  if (!like || !use) throw new Error("the sample has no reach");
  const system = { kind: "system" as const, id: "analytics", name: "Analytics" };
  const transaction = { ...use, id: "t", system: "analytics", holdings: [], servedFrom: "CN" };
  const path = { ...like.path, confidence: "high" as const };
  const reach = (effect: typeof like.effect, some: Partial<typeof like> = {}) => ({
    ...like,
    ...{ id: `${effect} ${some.government ?? "CN"}`, transaction: "t", target: system, government: "CN", effect, residual: true, path },
    ...some,
  });
  const review = {
    ...sampleReview,
    transactions: [transaction],
    declared: null,
    findings: [],
    counterparties: [],
    rulePacks: sampleReview.rulePacks.map((pack) => ({ ...pack, governments: ["CN", "RU"] })),
    reaches: [
      reach("disrupt"),
      reach("tamper", { path: { ...path, confidence: "low" } }),
      // The United States is no government of concern; what a measure in place ended is not left.
      reach("disrupt", { government: "US" }),
      reach("disrupt", { government: "RU", residual: false, endedBy: "in-place" }),
    ],
  } as unknown as typeof sampleReview;
  const open = { review, view: viewOf(review) } as unknown as OpenReview;
  const [row] = placesOf(open).undeclared;
  const cell = row?.cells.get("CN");
  expect(cell?.reached).toEqual([]);
  expect(cell?.besides.map(({ government, state, reach: { effect } }) => [government, state, effect])).toEqual([
    ["CN", "confirmed", "disrupt"],
    ["CN", "lead", "tamper"],
  ]);
});
