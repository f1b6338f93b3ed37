import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { gleifExceptions } from "./gleif-exceptions.js";
import { gleifLei } from "./gleif-lei.js";
import { gleifRelationships } from "./gleif-rr.js";

const corpus = "../shared/corpus/screening/gleif";

function countBy<Item>(items: Item[], key: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

describe.skipIf(!existsSync(corpus))("GLEIF records of 2023, counted independently in ../shared (skipped without it)", () => {
  const read = (format: typeof gleifLei, file: string) => readSample(format, file, readFileSync(`${corpus}/${file}`));

  it.each(["lei-data.xml", "lei-data.json"])("has 13 entities in %s, four of them funds", async (file) => {
    const told = await read(gleifLei, file);
    expect(told).toMatchObject({ records: 13, refused: [], passedOver: {} });
    expect(countBy(told.parties, ({ form }) => (form === "fund" ? "fund" : "other"))).toEqual({ fund: 4, other: 9 });
    expect(told.parties.filter(({ status }) => status === "inactive")).toHaveLength(1);
    expect(told.parties.flatMap(({ formerNames = [] }) => formerNames)).toHaveLength(9);
    expect(told.parties.flatMap(({ identifiers }) => identifiers?.["gb-coh"] ?? [])).toEqual(["03004112", "01403668"]);
  });

  it.each(["rr-data.xml", "rr-data.json"])(
    "has two parents and five managers of funds in %s, none of them ended by an accounting period",
    async (file) => {
      const told = await read(gleifRelationships, file);
      expect(told).toMatchObject({ records: 10, refused: [], passedOver: { "sub-funds of an umbrella fund": 3 } });
      expect(countBy(told.interests, ({ kind }) => kind)).toEqual({ management: 5, consolidation: 2 });
      expect(told.interests.filter(({ until }) => until)).toEqual([]);
      expect(told.interests.filter(({ kind }) => kind === "consolidation").map(({ from, confidence }) => [from, confidence])).toEqual([
        ["2018-02-06", "medium"],
        ["2018-02-06", "medium"],
      ]);
    },
  );

  it("gives the same relationships in XML and JSON", async () => {
    const [xml, json] = await Promise.all([read(gleifRelationships, "rr-data.xml"), read(gleifRelationships, "rr-data.json")]);
    expect(json.interests).toEqual(xml.interests);
  });

  it("has ten exceptions", async () => {
    const told = await read(gleifExceptions, "repex-data.xml");
    expect(told).toMatchObject({ records: 10, refused: [], source: { edition: "2023-06-09" } });
    expect(countBy(told.interests, ({ note }) => /\(([A-Z_]+)\)$/.exec(note ?? "")?.[1] ?? "")).toEqual({
      NON_CONSOLIDATING: 6,
      NO_KNOWN_PERSON: 3,
      NON_PUBLIC: 1,
    });
  });
});
