import { expect, it } from "vitest";
import { movedEditions, movedEditionWords } from "./edition-words.js";

const sha256 = "0".repeat(64);
const of = (id: string, edition: string | null) => ({ id, title: id.toUpperCase(), edition, importedOn: "2026-11-21", sha256 });
const run = { reference: { edition: "2026-11-20", sha256 }, imports: [of("un-sc", "2026-11-20"), of("own-list", null)] };

it("tells the sources that moved since a decision, those that came and those that went, and nothing of the others", () => {
  const editions = { reference: "2026-11-20", "un-sc": "2026-10-20", gone: "2026-01" };
  expect(movedEditions({ editions }, run)?.map((one) => movedEditionWords(one))).toEqual([
    "UN-SC: 2026-10-20 then, 2026-11-20 now",
    "OWN-LIST: none then, 2026-11-21 now",
    "gone: 2026-01 then, none now",
  ]);
  expect(movedEditions({ editions: { reference: "2026-11-20", "un-sc": "2026-11-20", "own-list": "2026-11-21" } }, run)).toEqual([]);
  expect(movedEditions({ editions: null }, run)).toBeUndefined();
});
