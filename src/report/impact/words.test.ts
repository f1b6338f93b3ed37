import { expect, it } from "vitest";
import { revenueText } from "./words.js";

const revenue = { stopsUsd: 0, degradesUsd: 0, cannotBeToldUsd: 0 };

it("never says that nothing is at stake where revenue is not declared", () => {
  expect(revenueText(0, { ...revenue, undeclared: ["archive"] })).toBe("$0 declared");
  expect(revenueText(0, { ...revenue, undeclared: [] })).toBe("$0");
});
