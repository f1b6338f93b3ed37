import { expect, it } from "vitest";
import { stepIn } from "./step.js";

it("goes on and back in a list, begins at its first, and stays at its ends", () => {
  const keys = ["a", "b", "c"];
  const cases: [at: string, by: number, expected: string][] = [
    ["a", 1, "b"],
    ["b", -1, "a"],
    ["c", 1, "c"],
    ["a", -1, "a"],
    ["", 1, "a"],
    ["gone", -1, "a"],
  ];
  for (const [at, by, expected] of cases) expect(stepIn(keys, at, by), `${at} ${by}`).toBe(expected);
  expect(stepIn([], "a", 1)).toBeUndefined();
});
