import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { ownInterests } from "./own-csv-interests.js";
import { ownParties } from "./own-csv-parties.js";

describe("an own table of parties", () => {
  const read = (text: string, name = "Suppliers 2026.csv") => readSample(ownParties, name, text);

  it("gives parties with everything that its columns say", async () => {
    const told = await read(
      "ID;Name;Aliases;Kind;Jurisdiction;City;LEI;Identifiers;Address;Date of birth;Nationality;From;Confidence;Ticket\n" +
        "S-1;Example GmbH;Example | EX;company;Germany;Berlin;PY6ZZQWO2IZFZC3IOL08;registration-de:HRB 123; Example Str. 1;;;2001-02;medium;T1\n" +
        ";Ada Example;;Person;fr;;;;;1971-04;FR;;;\n" +
        ";Bo Example;;Person;Freedonia;;;;;;;;;\n",
    );
    expect(told.source).toEqual({ id: "user-suppliers-2026", title: "own parties: Suppliers 2026.csv", url: "Suppliers 2026.csv" });
    expect(told.parties).toEqual([
      {
        id: "user-s-1",
        name: "Example GmbH",
        aliases: ["Example", "EX"],
        kind: "entity",
        jurisdiction: "DE",
        principalPlace: { city: "Berlin", country: "DE" },
        lei: "PY6ZZQWO2IZFZC3IOL08",
        identifiers: { "registration-de": "HRB 123" },
        addresses: [{ full: "Example Str. 1" }],
        from: "2001-02",
        confidence: "medium",
      },
      expect.objectContaining({
        name: "Ada Example",
        kind: "individual",
        jurisdiction: "FR",
        nationalities: ["FR"],
        birthDates: ["1971-04"],
      }),
    ]);
    expect(told.refused).toEqual([{ line: 4, reason: expect.stringContaining('column "Jurisdiction": "Freedonia" cannot be read') }]);
    expect(told.passedOver).toEqual({ 'the column "Ticket", which is not known': 1 });
  });

  it.each([
    ["kind", "Name,Kind\nA,spaceship\n", 'column "Kind": "spaceship"'],
    ["lei", "Name,LEI\nA,123\n", 'column "LEI": "123"'],
    ["date", "name,id,until\nA,1,yesterday\n", 'column "until": "yesterday"'],
    ["identifiers", "name,id,identifiers\nA,1,12345\n", 'column "identifiers": "12345"'],
    ["period", "name,id,from,until\nA,1,2020-01-01,2019\n", "before it begins"],
    ["name", "name,id\n,1\n", "no name"],
  ])("refuses a wrong %s with its line and column", async (_, text, reason) => {
    const told = await read(text);
    expect(told.parties).toEqual([]);
    expect(told.refused).toEqual([{ line: 2, reason: expect.stringContaining(reason) }]);
  });

  it("knows a party by its number where the id is one", async () => {
    const told = await read("name,id\nA,gb-coh:1234567\nB,PY6ZZQWO2IZFZC3IOL08\nC,party:alibaba-cloud\nD,lei:123\n");
    expect(told.parties.map(({ id }) => id)).toEqual(["gb-coh-01234567", "lei-py6zzqwo2izfzc3iol08", "alibaba-cloud"]);
    expect(told.refused).toMatchObject([{ line: 5 }]);
  });
});

describe("an own table of interests", () => {
  const read = (text: string) => readSample(ownInterests, "stakes.csv", text);

  it("gives interests between parties of the user's own and known ones", async () => {
    const told = await read(
      "Owner,Owned,Kind,Share,Since,End date,Held as,Jointly,Note\n" +
        '"Ada  EXAMPLE",S-1,,"33,34 %",2020-01-01,,,,\n' +
        "party:example-state,gb-coh:01234567,voting,> 50,,2021,trust,,golden\n" +
        "PY6ZZQWO2IZFZC3IOL08,s-1,Board,,,,,block 1,\n",
    );
    expect(told.source?.id).toBe("user-stakes");
    const [ada] = (await readSample(ownParties, "p.csv", "name,kind\nAda Example,person\n")).parties;
    expect(told.interests).toEqual([
      { owner: ada?.id, owned: "user-s-1", kind: "equity", share: 33.34, from: "2020-01-01", record: "line 2" },
      {
        owner: "example-state",
        owned: "gb-coh-01234567",
        kind: "voting",
        shareMin: 50,
        minExclusive: true,
        until: "2021",
        capacity: "trust",
        note: "golden",
        record: "line 3",
      },
      { owner: "lei-py6zzqwo2izfzc3iol08", owned: "user-s-1", kind: "board", joint: "block 1", record: "line 4" },
    ]);
  });

  it.each([
    ["owner,owned,share\na,b,most\n", 'column "share": "most"'],
    ["owner,owned,share min,share max\na,b,60,40\n", "more than the greatest"],
    ["owner,owned,share,share min\na,b,60,40\n", "both a share and bounds"],
    ["owner,owned,share min\na,b,101\n", 'column "share min": "101"'],
    ["owner,owned,kind\na,b,marriage\n", 'column "kind": "marriage"'],
    ["owner,owned\n,b\n", "no owner"],
    ["owner,owned\nA,a\n", "are one"],
    ["owner,owned,from,until\na,b,2020,2019-12-31\n", "before it begins"],
    ['owner,owned\na,"b\n', "cannot be read"],
  ])("refuses %j and keeps the rest", async (text, reason) => {
    const told = await read(`${text}x,y\n`.replace(/"b\nx,y/, '"b'));
    expect(told.refused).toEqual([{ line: 2, reason: expect.stringContaining(reason) }]);
  });

  it("is the same with any delimiter and in pieces of any size", async () => {
    const table = (delimiter: string) =>
      [
        ["Owner", "Owned", "Share"],
        ["ä", "b", "25-50"],
        ["c", "d", "5"],
      ]
        .map((row) => row.join(delimiter))
        .join("\r\n");
    const whole = await read(table(","));
    expect(whole.interests).toHaveLength(2);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(",", ";", "\t", "|"), fc.integer({ min: 1, max: 60 }), async (delimiter, size) => {
        expect(await readSample(ownInterests, "stakes.csv", table(delimiter), size)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });
});

describe("own tables", () => {
  it.each([
    ["Name,Jurisdiction", true, false],
    ["\uFEFFparty id;legal name;kind", true, false],
    ["Owner\tOwned\tShare", false, true],
    ["owner,owned,name,kind,jurisdiction", false, true],
    ["source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date", false, false],
    ["Name, Clean Name,Alias,Parent Name,Source Url", false, false],
    ["COUNTRY,NAME,ADDRESS,,,,,", false, false],
    ["id,name,country", true, false],
    ['{"name":1}', false, false],
    ["", false, false],
  ])("are told by their first line: %s", (text, parties, interests) => {
    expect([ownParties.recognises({ name: "x.csv", text }), ownInterests.recognises({ name: "x.csv", text })]).toEqual([
      parties,
      interests,
    ]);
  });

  it("never throw on any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (text) => {
        await readSample(ownParties, "x.csv", `name,id,share\n${text}`);
        await readSample(ownInterests, "x.csv", `owner,owned,share\n${text}`);
      }),
      { numRuns: 200 },
    );
  });
});
