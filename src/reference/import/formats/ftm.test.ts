import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ImportError } from "../format.js";
import { readSample } from "../sample-sink.js";
import { ftm } from "./ftm.js";

function entity(id: string, schema: string, properties: Record<string, unknown>, datasets = ["example_set"]) {
  return { id, schema, properties, datasets };
}

function lines(...entities: unknown[]): string {
  return entities.map((one) => `${typeof one === "string" ? one : JSON.stringify(one)}\n`).join("");
}

const read = (...entities: unknown[]) => readSample(ftm, "example.ftm.json", lines(...entities));

describe("FollowTheMoney parties", () => {
  it("are companies with names, numbers, law and times", async () => {
    const told = await read(
      entity("NK-AbC", "Company", {
        name: ["Example PLC", "Example Group"],
        alias: ["EXG"],
        weakAlias: ["Ex"],
        previousName: ["Old Example Ltd"],
        jurisdiction: ["gb"],
        registrationNumber: ["2723534"],
        leiCode: ["PY6ZZQWO2IZFZC3IOL08"],
        dunsCode: ["123456789"],
        incorporationDate: ["1992-06-17"],
        address: ["1 High Street, London"],
        topics: ["export.control"],
      }),
    );
    expect(told.source).toMatchObject({ id: "ftm-example" });
    expect(told.parties).toEqual([
      {
        id: "ftm-nk-abc",
        name: "Example PLC",
        aliases: ["Example Group", "EXG"],
        weakAliases: ["Ex"],
        formerNames: ["Old Example Ltd"],
        kind: "entity",
        form: "company",
        jurisdiction: "GB",
        lei: "PY6ZZQWO2IZFZC3IOL08",
        identifiers: { "gb-coh": "02723534", duns: "123456789" },
        addresses: [{ full: "1 High Street, London" }],
        from: "1992-06-17",
        note: "topics: export.control",
        record: "NK-AbC",
      },
    ]);
  });

  it("are persons with birth, nationality and numbers; where they live is not said", async () => {
    const told = await read(
      entity("p1", "Person", {
        firstName: ["Ada"],
        lastName: ["Example"],
        birthDate: ["1971-04"],
        nationality: ["ru"],
        citizenship: ["ru"],
        country: ["cy"],
        innCode: ["183116181362"],
        passportNumber: ["AB1234567", "AB9999999"],
      }),
    );
    expect(told.parties).toEqual([
      {
        id: "ftm-p1",
        name: "Ada Example",
        kind: "individual",
        jurisdiction: null,
        nationalities: ["RU"],
        birthDates: ["1971-04"],
        identifiers: { "ru-inn": "183116181362", "passport-ru": "AB1234567" },
        record: "p1",
      },
    ]);
  });

  it.each<[string, Record<string, string[]>, Record<string, string> | undefined]>([
    ["a Chinese credit code", { jurisdiction: ["cn"], registrationNumber: ["91440300746645251H"] }, { "cn-uscc": "91440300746645251H" }],
    [
      "a Russian one",
      { jurisdiction: ["ru"], registrationNumber: ["1027700198767"], taxNumber: ["7707049388"] },
      { "ru-ogrn": "1027700198767", "ru-inn": "7707049388" },
    ],
    ["a German one", { jurisdiction: ["de"], registrationNumber: ["HRB 12345"] }, { "registration-de": "HRB 12345" }],
    ["one of two countries", { jurisdiction: ["de", "gb"], registrationNumber: ["12345678"] }, undefined],
    ["a Scottish one", { jurisdiction: ["gb-sct"], registrationNumber: ["SC123456"] }, { "gb-coh": "SC123456" }],
    ["a word", { jurisdiction: ["gb"], registrationNumber: ["unknown"] }, undefined],
  ])("are known by their number: %s", async (_, properties, expected) => {
    const told = await read(entity("x", "Company", { name: ["X"], ...properties }));
    expect(told.parties[0]?.identifiers).toEqual(expected);
  });

  it("take the one country they are connected with for their law, with less confidence", async () => {
    const told = await read(
      entity("a", "LegalEntity", { name: ["A"], country: ["ir"] }),
      entity("b", "PublicBody", { name: ["B"], country: ["ir", "sy"] }),
    );
    expect(told.parties.map(({ jurisdiction, confidence, form, kind }) => [jurisdiction, confidence, form, kind])).toEqual([
      ["IR", "medium", undefined, "entity"],
      [null, undefined, "public-body", "entity"],
    ]);
  });

  it("keep ids apart that differ in what an id cannot hold", async () => {
    const told = await read(
      entity("a_b", "Company", { name: ["A"] }),
      entity("a.b", "Company", { name: ["B"] }),
      entity("名", "Company", { name: ["C"] }),
    );
    expect(new Set(told.parties.map(({ id }) => id)).size).toBe(3);
    for (const { id } of told.parties) expect(id).toMatch(/^ftm(-[a-z0-9]+)+$/);
  });
});

describe("FollowTheMoney links", () => {
  it("are equity with what the text says of the share", async () => {
    const told = await read(
      entity("o1", "Ownership", {
        owner: ["A"],
        asset: ["B"],
        percentage: ["51.00 %"],
        startDate: ["2015-11-25"],
        endDate: ["2023-12-21"],
      }),
      entity("o2", "Ownership", { owner: ["A", "C"], asset: ["B"], percentage: ["> 50"], role: ["shareholder"] }),
      entity("o3", "Ownership", { owner: ["A"], asset: ["B"], percentage: ["controlling"], ownershipType: ["via nominee"] }),
      entity("o4", "Ownership", { owner: ["A"], asset: ["B"], startDate: ["2020"], endDate: ["2010-01-01"] }),
    );
    expect(told.interests).toEqual([
      { owner: "ftm-a", owned: "ftm-b", kind: "equity", share: 51, from: "2015-11-25", until: "2023-12-21", record: "o1" },
      { owner: "ftm-a", owned: "ftm-b", kind: "equity", shareMin: 50, minExclusive: true, note: "shareholder", record: "o2" },
      { owner: "ftm-c", owned: "ftm-b", kind: "equity", shareMin: 50, minExclusive: true, note: "shareholder", record: "o2" },
      { owner: "ftm-a", owned: "ftm-b", kind: "equity", capacity: "nominee", note: "via nominee; stated share: controlling", record: "o3" },
      { owner: "ftm-a", owned: "ftm-b", kind: "equity", until: "2010-01-01", record: "o4" },
    ]);
  });

  it("of unknown nature are links, and offices, memberships and families are passed over by name", async () => {
    const told = await read(
      entity("l", "UnknownLink", { subject: ["A"], object: ["B"], role: ["Linked To"] }),
      entity("d", "Directorship", { director: ["A"], organization: ["B"] }),
      entity("m", "Membership", { member: ["A"], organization: ["B"] }),
      entity("f", "Family", { person: ["A"], relative: ["B"] }),
      entity("r", "Representation", { agent: ["A"], client: ["B"] }),
      entity("v", "Vessel", { name: ["V"] }),
    );
    expect(told.interests).toEqual([{ owner: "ftm-b", owned: "ftm-a", kind: "linked", note: "Linked To", record: "l" }]);
    expect(told.passedOver).toEqual({
      "Directorship records": 1,
      "Membership records": 1,
      "Family records": 1,
      "Representation records": 1,
      "Vessel records": 1,
    });
  });

  it.each<[string, string[], Record<string, string[]>, string[]]>([
    ["the SDN List", ["us_ofac_sdn"], {}, ["us-ofac-sdn"]],
    ["the Entity List", ["us_trade_csl"], { authority: ["Entity List (EL) - Bureau of Industry and Security"] }, ["us-bis-entity-list"]],
    ["OFAC's other lists", ["us_ofac_cons"], { program: ["CMIC-EO13959"] }, ["us-ofac-ns-cmic"]],
    ["the UN's list", ["un_sc_sanctions"], {}, ["un-security-council"]],
    ["the EU's list", ["eu_fsf"], {}, ["eu-financial-sanctions"]],
    ["a list of another government", ["ch_seco_sanctions"], {}, ["ftm-ch-seco-sanctions"]],
    ["no data set", [], {}, ["ftm-example"]],
  ])("of sanction are listings: %s", async (_, datasets, properties, lists) => {
    const told = await read(
      entity(
        "s1",
        "Sanction",
        {
          entity: ["A"],
          startDate: ["2022-03-04"],
          endDate: ["2024-01-01"],
          programId: ["X-1"],
          sourceUrl: ["https://example.org/s"],
          ...properties,
        },
        datasets,
      ),
    );
    expect(told.listings).toEqual(
      lists.map((list) =>
        expect.objectContaining({
          party: "ftm-a",
          list,
          from: "2022-03-04",
          until: "2024-01-01",
          citation: "https://example.org/s",
          record: "s1",
        }),
      ),
    );
  });

  it("take the day of listing where there is no other, and none where there is none", async () => {
    const told = await read(
      entity("s1", "Sanction", { entity: ["A"], listingDate: ["2025-10-27"] }),
      entity("s2", "Sanction", { entity: ["A"] }),
    );
    expect(told.listings.map(({ from }) => from)).toEqual(["2025-10-27", undefined]);
    expect(told.listings[1]?.citation).toBe("ftm-example-set, record s2");
  });
});

describe("a file of FollowTheMoney entities", () => {
  it("loses nothing beside what is broken", async () => {
    const told = await read(
      "{nonsense",
      "null",
      { schema: "Company", properties: {} },
      { id: "x", properties: {} },
      { id: "x", schema: "Company" },
      entity("n", "Company", {}),
      entity("o", "Ownership", { owner: ["A"] }),
      entity("s", "Sanction", {}),
      "",
      entity("ok", "Company", { name: ["Ok"] }),
    );
    expect(told.refused.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(told.refused[6]?.reason).toContain("has no asset");
    expect(told.parties).toHaveLength(1);
    expect(told.records).toBe(9);
  });

  it("is the same as one array, and in pieces of any size", async () => {
    const entities = [
      entity("á", "Company", { name: ["Ünïcode"] }),
      entity("o", "Ownership", { owner: ["á"], asset: ["b"], percentage: ["5"] }),
    ];
    const whole = await readSample(ftm, "example.json", lines(...entities));
    const array = await readSample(ftm, "example.json", JSON.stringify(entities, undefined, 1));
    expect(array).toEqual(whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (size) => {
        expect(await readSample(ftm, "example.json", lines(...entities), size)).toEqual(whole);
        expect(await readSample(ftm, "example.json", JSON.stringify(entities), size)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
    await expect(readSample(ftm, "example.json", JSON.stringify(entities).slice(0, -1))).rejects.toThrow(ImportError);
  });

  it("never throws on properties of any shape", async () => {
    const property = fc.constantFrom(
      "name",
      "jurisdiction",
      "registrationNumber",
      "owner",
      "asset",
      "percentage",
      "entity",
      "startDate",
      "datasets",
      "__proto__",
    );
    const schema = fc.constantFrom("Company", "Person", "Ownership", "Sanction", "UnknownLink", "__proto__");
    await fc.assert(
      fc.asyncProperty(fc.dictionary(property, fc.oneof(fc.array(fc.string()), fc.jsonValue())), schema, async (properties, word) => {
        expect((await read(entity("x", word, properties))).records).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it("is named after itself, or after its data set where it is named like all", async () => {
    const of = async (name: string, ...datasets: string[]) =>
      (await readSample(ftm, name, lines(entity("a", "Company", { name: ["A"] }, datasets)))).source?.id;
    expect(await of("zala.ftm.json", "x")).toBe("ftm-zala");
    expect(await of("entities.ftm.json", "us_ofac_sdn")).toBe("ftm-us-ofac-sdn");
    expect(await of("entities.ftm.json", "a", "b")).toBe("ftm-entities");
    expect(await of("My Cases 2026-01-02.jsonl", "x")).toBe("ftm-my-cases");
  });

  it("is told by its content", () => {
    const text = lines(entity("a", "Company", { name: ["A"] }));
    expect(ftm.recognises({ name: "x", text })).toBe(true);
    expect(ftm.recognises({ name: "x", text: `[${text}]` })).toBe(true);
    expect(ftm.recognises({ name: "x.ftm.json", text: '{"company_number":"1","data":{"kind":"x"}}' })).toBe(false);
  });
});
