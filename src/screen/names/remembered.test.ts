import { expect, it } from "vitest";
import { prepareName } from "./prepare.js";
import { preparedName } from "./remembered.js";

it("gives what preparing gives, remembered or not, for each kind of name apart", () => {
  const kinds = ["entity", "individual", undefined] as const;
  for (let turn = 0; turn < 2; turn += 1) {
    for (const kind of kinds) expect(preparedName("Ali Trading Ltd", kind)).toEqual(prepareName("Ali Trading Ltd", kind));
  }
  expect(preparedName("Ali Trading Ltd", "entity")).toBe(preparedName("Ali Trading Ltd", "entity"));
});

it("forgets names after two thousand others, and keeps no text over 300 letters", () => {
  const first = preparedName("Orion Shipping", "entity");
  for (let number = 0; number < 2000; number += 1) preparedName(`Orion ${number}`, "entity");
  const again = preparedName("Orion Shipping", "entity");
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
  const long = "Orion ".repeat(60);
  expect(preparedName(long, "entity")).not.toBe(preparedName(long, "entity"));
});
