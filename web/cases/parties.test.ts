import { expect, it } from "vitest";
import { partiesIn, partiesText } from "./parties.js";

it.each([
  ["provider: Acme Cloud Ltd", [{ role: "provider", name: "Acme Cloud Ltd" }]],
  [
    "  Acme  \n\ncounsel:Reed & Partners",
    [
      { role: "party", name: "Acme" },
      { role: "counsel", name: "Reed & Partners" },
    ],
  ],
  ["provider: Acme: The Cloud", [{ role: "provider", name: "Acme: The Cloud" }]],
  [":odd", [{ role: "party", name: ":odd" }]],
  ["provider:", [{ role: "party", name: "provider:" }]],
  ["", []],
])("reads parties as they are typed: %j", (text, parties) => expect(partiesIn(text)).toEqual(parties));

it("writes them so that they read back the same", () => {
  const parties = [
    { role: "provider", name: "Acme: Cloud" },
    { role: "party", name: "Borealis" },
  ];
  expect(partiesIn(partiesText(parties))).toEqual(parties);
});
