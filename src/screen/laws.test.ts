import fc from "fast-check";
import { expect, it } from "vitest";
import type { Party, ScreenQuery, ScreenResult } from "../model/index.js";
import { keysOfName, nameKeysOf } from "./name-keys.js";
import { sampleListing, sampleListReference, sampleParty, samplePerson } from "./sample-lists.js";
import { screen } from "./screen.js";

const asOf = "2026-11-23";
const words = [
  "Huawei",
  "Haige",
  "Aliyun",
  "Zebulon",
  "Orion",
  "Technologies",
  "Trading",
  "Shenzhen",
  "Ali",
  "Hassan",
  "Mohammed",
  "Co Ltd",
  "LLC",
];
const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));
const parties = fc
  .array(fc.record({ name, person: fc.boolean(), birth: fc.constantFrom("1960", "1971-05-06", undefined) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) =>
    all.map(({ name: text, person, birth }, number): Party => {
      const id = `p${number}`;
      return person ? samplePerson(id, text, birth ? { birthDates: [birth] } : {}) : sampleParty(id, text);
    }),
  );
const query = fc
  .record({ name, schema: fc.constantFrom("Person", "Company", "LegalEntity") })
  .map(({ name: text, schema }): ScreenQuery => ({ schema, properties: { name: [text] } }));

function scores(queries: Record<string, ScreenQuery>, list: Party[], key: string): Pick<ScreenResult, "id" | "score" | "match">[] {
  const reference = sampleListReference(
    list,
    list.slice(0, 2).map(({ id }) => sampleListing(id, "list", "2020")),
  );
  const answer = screen(queries, { reference, asOf, limit: 100 });
  return (answer.responses[key]?.results ?? []).map(({ id, score, match }) => ({ id, score, match }));
}

it("the order of the list does not matter, nor do other queries and their order", () => {
  fc.assert(
    fc.property(parties, query, query, (list, asked, other) => {
      const alone = scores({ asked }, list, "asked");
      expect(scores({ asked }, [...list].reverse(), "asked")).toEqual(alone);
      expect(scores({ other, asked }, list, "asked")).toEqual(alone);
      expect(scores({ asked, other }, list, "asked")).toEqual(alone);
    }),
    { numRuns: 40 },
  );
});

it("a further party never changes the score of another", () => {
  fc.assert(
    fc.property(parties, query, name, (list, asked, further) => {
      const more = scores({ asked }, [...list, sampleParty("further", further)], "asked").filter(({ id }) => id !== "further");
      const byId = (all: typeof more) => [...all].sort((left, right) => (left.id < right.id ? -1 : 1));
      expect(byId(more)).toEqual(byId(scores({ asked }, list, "asked")));
    }),
    { numRuns: 40 },
  );
});

it("the keys of a name are found by the same name in another order of words, with another legal form, and in capitals", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(["Huawei", "Zebulon", "Orion", "Trading"], { minLength: 1 }),
      fc.constantFrom("", " Ltd", " LLC"),
      (all, form) => {
        const kept = nameKeysOf({ name: `${[...all].sort().join(" ")} Co., Ltd.`, kind: "entity" });
        for (const key of keysOfName(`${all.join(" ").toUpperCase()}${form}`, "entity")) expect(kept).toContain(key);
      },
    ),
  );
});
