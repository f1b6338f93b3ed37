import { expect, it } from "vitest";
import type { ImportFormat, PartyRecord } from "../format.js";
import { readSample } from "../sample-sink.js";
import { withOwnNumbers } from "./list-numbers.js";

function telling(parties: PartyRecord[]): ImportFormat {
  return {
    id: "told",
    title: "",
    specification: "",
    recognises: () => true,
    async read(_, sink) {
      const own = withOwnNumbers(sink);
      for (const party of parties) own.party(party);
    },
  };
}

it("leaves a number with the first party of the list that has it", async () => {
  const lei = "5493001KJTIIGC8Y1R12";
  const { parties } = await readSample(
    telling([
      { id: "ofac-1", lei, identifiers: { "ru-inn": "7808035536", "passport-ir": "A 1" } },
      { id: "ofac-2", lei, identifiers: { "ru-inn": "7808035536", "passport-ir": "A 2" }, note: "said" },
      { id: "ofac-1", identifiers: { "ru-inn": "7808035536" } },
      { id: "ofac-3", identifiers: { "passport-ir": "a-1" } },
    ]),
    "x",
    "",
  );
  expect(parties).toEqual([
    { id: "ofac-1", lei, identifiers: { "ru-inn": "7808035536", "passport-ir": "A 1" } },
    {
      id: "ofac-2",
      identifiers: { "passport-ir": "A 2" },
      note: `said; lei ${lei}, which the list also gives to another party; ru-inn 7808035536, which the list also gives to another party`,
    },
    { id: "ofac-1", identifiers: { "ru-inn": "7808035536" } },
    { id: "ofac-3", note: "passport-ir a-1, which the list also gives to another party" },
  ]);
});
