import { describe, expect, it } from "vitest";
import type { Reference, ScreenQuery, ScreenResult } from "../model/index.js";
import { nameKeysOf } from "./name-keys.js";
import { sampleListing, sampleListReference, sampleParty, samplePerson } from "./sample-lists.js";
import { type ScreenOptions, screen } from "./screen.js";

const asOf = "2026-11-23";

const huawei = sampleParty("huawei", "Huawei Technologies Co., Ltd.", {
  nativeName: "华为技术有限公司",
  jurisdiction: "CN",
  lei: "5299001A2B3C4D5E6F78",
  identifiers: { "cn-uscc": "914403001922038216" },
});
const haige = sampleParty("haige", "Guangzhou Haige Communications Group Incorporated Company", { jurisdiction: "CN" });
const badege = samplePerson("badege", "Eric BADEGE", { birthDates: ["1971"], nationalities: ["CD"] });
const emma = sampleParty("emma", "EMMA LLC");
const reference = sampleListReference([huawei, haige, badege, emma], [sampleListing("huawei", "us-bis-entity-list", "2019-05-16")]);

function results(query: Partial<ScreenQuery>, options: Partial<ScreenOptions> = {}): ScreenResult[] {
  const whole = { schema: "LegalEntity", properties: {}, ...query };
  return screen({ q: whole }, { reference, asOf, ...options }).responses.q?.results ?? [];
}

function best(properties: Record<string, string[]>, schema = "LegalEntity", from: Reference = reference): ScreenResult | undefined {
  return results({ schema, properties }, { reference: from })[0];
}

describe("names", () => {
  it.each([
    ["HUAWEI TECH CO LTD", "huawei"],
    ["华为技术有限公司", "huawei"],
    ["Huawei Technologies", "huawei"],
    ["GUANGZHOU HAIGE COMM GRP", "haige"],
    ["BADEGE, Eric", "badege"],
  ])("%s is %s", (name, id) => {
    expect(best({ name: [name] })).toMatchObject({ id, match: true });
  });

  it("tells every score part by part, and what could have said more", () => {
    const result = best({ name: ["HUAWEI TECH CO LTD"], country: ["cn"] });
    expect(result?.explanations.name_match?.detail).toMatch(/HUAWEI.*Huawei/);
    expect(result?.explanations.country_match).toMatchObject({ detail: "the same country", query: "CN", candidate: "CN" });
    expect(result?.missing).toEqual(["lei", "registrationNumber", "address"]);
    expect(result?.matched).toEqual({ query: "HUAWEI TECH CO LTD", listed: "Huawei Technologies Co., Ltd.", as: "name" });
  });

  it("does not take a company for a person, nor a name for another that shares its form only", () => {
    expect(results({ schema: "Person", properties: { name: ["Emma"] } })).toEqual([]);
    expect(results({ properties: { name: ["emma daniels"] } }).filter(({ match }) => match)).toEqual([]);
    const corp = sampleListReference([sampleParty("a", "11420 CORP.")]);
    expect(best({ name: ["BELLETECH CORP"] }, "Company", corp)?.match ?? false).toBe(false);
  });
});

describe("identifiers", () => {
  it("decide where they are equal, whatever the name says", () => {
    const lei = best({ name: ["Something Else Ltd"], leiCode: ["5299001a2b3c4d5e6f78"] });
    expect(lei).toMatchObject({ id: "huawei", score: 1, match: true });
    expect(lei?.explanations.lei_code_match?.detail).toBe("the same LEI: one entity");
    expect(best({ leiCode: ["5299001A2B3C4D5E6F78"] })).toMatchObject({ id: "huawei", score: 1 });
    expect(best({ registrationNumber: ["9144 0300 1922 038216"], country: ["China"] })).toMatchObject({ id: "huawei", score: 1 });
  });

  it("push down where they contradict: an entity has one LEI", () => {
    const result = best({ name: ["Huawei Technologies Co., Ltd."], leiCode: ["529900AAAABBBBCCCC11"] });
    expect(result).toMatchObject({ score: 0.5, match: false });
    expect(result?.explanations.lei_code_mismatch).toMatchObject({ score: -0.5 });
    const number = best({ name: ["Huawei Technologies Co., Ltd."], registrationNumber: ["1234"], country: ["cn"] });
    expect(number?.score).toBeCloseTo(0.7, 4);
  });

  it("lead to registered parties that are on no list, as names do", () => {
    const acme = sampleParty("gb-coh-00012345", "Acme Trading (North) Limited", {
      identifiers: { "gb-coh": "00012345" },
      jurisdiction: "GB",
    });
    const registers = sampleListReference([], [], { parties: [acme], keys: nameKeysOf });
    expect(best({ name: ["ACME TRADING NORTH LTD"] }, "Company", registers)).toMatchObject({ id: acme.id, match: true, target: false });
    // A spreadsheet took the zeros away.
    expect(best({ registrationNumber: ["12345"], country: ["UK"] }, "Company", registers)).toMatchObject({ id: acme.id, score: 1 });
    expect(screen({}, { reference: registers, asOf }).run.imports).toEqual([
      { id: "gb-psc", title: "A register", edition: "2026-02-01", importedOn: "2026-02-03", sha256: "1".repeat(64) },
    ]);
  });
});

describe("fields beside the name", () => {
  const person = (birthDate: string) => best({ name: ["Eric Badege"], birthDate: [birthDate] }, "Person");

  it("weigh as stated", () => {
    expect(person("1971-03-02")?.explanations.birth_date_match?.detail).toBe("born in the same year");
    expect(person("1950")).toMatchObject({ score: 0.7 });
    expect(person("1950")?.explanations.birth_date_mismatch).toMatchObject({ score: -0.3, detail: "born 21 years apart" });
    expect(person("1972")?.explanations.birth_date_near?.score).toBe(0);
    const other = best({ name: ["Huawei Technologies Co., Ltd."], country: ["France"] });
    expect(other?.score).toBeCloseTo(0.9, 4);
    // Hong Kong is of the same government.
    expect(best({ name: ["Huawei Technologies Co., Ltd."], country: ["HK"] })?.score).toBe(1);
  });

  it("rank equal names, and after them the rarer name comes first", () => {
    const [one, two, three] = [
      samplePerson("one", "Ali HASSAN", { birthDates: ["1960-01-01"] }),
      samplePerson("two", "Ali HASSAN", { birthDates: ["1980-05-05"] }),
      samplePerson("three", "Ali HASSAN"),
    ];
    const namesakes = sampleListReference([one, two, three]);
    const ranked = results({ schema: "Person", properties: { name: ["Ali Hassan"], birthDate: ["1980-05-05"] } }, { reference: namesakes });
    expect(ranked.map(({ id }) => id)).toEqual(["two", "three", "one"]);
    expect(ranked[0]?.bearers).toBe(3);
    const rare = samplePerson("rare", "Zbigniew Wrzesniewski");
    const twoNames = { schema: "Person", properties: { name: ["Ali Hassan", "Zbigniew Wrzesniewski"] } };
    const both = results(twoNames, { reference: sampleListReference([one, two, three, rare]) });
    expect(both[0]).toMatchObject({ id: "rare", bearers: 1 });
  });
});

describe("lists", () => {
  const dated = sampleListReference(
    [huawei],
    [sampleListing("huawei", "list-a", "2019-05-16", "2021-01-01"), sampleListing("huawei", "list-b", "2023-01")],
  );
  const on = (day: string) => results({ properties: { name: ["Huawei Technologies"] } }, { reference: dated, asOf: day })[0];

  it("are read for the day", () => {
    expect(on("2018-01-01")).toMatchObject({ target: false, datasets: ["reference"], otherListings: 2 });
    expect(on("2020-01-01")).toMatchObject({ target: true, datasets: ["list-a"], otherListings: 1 });
    expect(on("2024-01-01")).toMatchObject({ target: true, datasets: ["list-b"] });
    expect(screen({}, { reference: dated, asOf: "2020-01-01" }).run.lists).toEqual([
      { id: "list-a", name: "list-a", government: null, parties: 1 },
    ]);
  });

  it("count weak names less, and tell so", () => {
    const weak = sampleListReference([sampleParty("p", "Quite Another Name", { weakAliases: ["Zebulon Holdings"] })]);
    const result = best({ name: ["Zebulon Holdings"] }, "Company", weak);
    expect(result).toMatchObject({ score: 0.9, matched: { as: "weak" } });
    expect(result?.explanations.name_match?.detail).toContain("the source calls the listed name weak");
  });
});

describe("what cannot be answered is told", () => {
  it("says why a query was not screened, and screens the others", () => {
    const answer = screen(
      {
        ship: { schema: "Vessel", properties: { name: ["Ocean"] } },
        empty: { schema: "Company", properties: {} },
        good: { schema: "Company", properties: { name: ["Huawei Technologies"] } },
      },
      { reference, asOf },
    );
    expect(answer.responses.ship).toMatchObject({ status: 400, results: [] });
    expect(answer.responses.ship?.error).toContain("Vessel");
    expect(answer.responses.empty?.error).toContain("neither a name nor an identifier");
    expect(answer.responses.good?.results[0]?.id).toBe("huawei");
    expect(answer.run).toMatchObject({ queries: 3, unscreened: 2, cuts: 0, matches: { open: 1 } });
  });

  it("says what of a query was not understood", () => {
    const properties = { name: ["Huawei"], country: ["Atlantis"], leiCode: ["123"], birthDate: ["soon"], topics: ["x"] };
    expect(screen({ q: { schema: "Thing", properties } }, { reference, asOf }).responses.q?.remarks).toEqual([
      "123 is no LEI (20 characters, the last two digits) and was not compared",
      "the birth date soon is none of YYYY, YYYY-MM, YYYY-MM-DD and was not compared",
      "the country Atlantis is not known and was not compared",
      "not compared: topics",
    ]);
  });

  it("tells when not all candidates were compared", () => {
    const namesakes = Array.from({ length: 1_500 }, (_, number) =>
      samplePerson(`p${number}`, `Ali HASSAN ${"abcdefghijklmno"[number % 15]}`),
    );
    const answer = screen(
      { q: { schema: "Person", properties: { name: ["Ali Hassan"] } } },
      { reference: sampleListReference(namesakes), asOf },
    );
    expect(answer.responses.q?.cut).toMatch(/^\d+ listed names/);
    expect(answer.responses.q?.total.relation).toBe("gte");
    expect(answer.run.cuts).toBe(1);
  });
});
