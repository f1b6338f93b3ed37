import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ImportError } from "../format.js";
import { readSample } from "../sample-sink.js";
import { bods } from "./bods.js";
import { company, type Fields, id, interest, person, read, relation, short, statement } from "./sample-bods.js";

describe("BODS parties", () => {
  it("are entities and persons with their numbers, names and places", async () => {
    const told = await read(
      company("c1", {
        alternateNames: ["C One"],
        jurisdiction: { code: "US-DE", name: "Delaware" },
        identifiers: [
          { scheme: "GB-COH", id: "7444723" },
          { scheme: "XI-LEI", id: "PY6ZZQWO2IZFZC3IOL08" },
          { schemeName: "Company Registry", id: "1" },
          { scheme: "UA-EDR", id: "32361648" },
        ],
        foundingDate: "2010-11-18",
        addresses: [{ type: "registered", address: "Aston House, London", country: { code: "GB" } }],
      }),
      person("p1", {
        names: [{ fullName: "A" }, { type: "legal", fullName: "Ada Example" }, { type: "former", fullName: "Ada Old" }],
        nationalities: [{ code: "FI" }],
        birthDate: "1965-11",
      }),
    );
    expect(told.source).toMatchObject({ id: "bods-example-register", publisher: "Example Register", edition: "2024-02-03" });
    expect(told.parties).toEqual([
      {
        id: id("c1"),
        name: "Company c1",
        aliases: ["C One"],
        kind: "entity",
        jurisdiction: "US",
        lei: "PY6ZZQWO2IZFZC3IOL08",
        identifiers: { "gb-coh": "07444723", "ua-edr": "32361648" },
        addresses: [{ full: "Aston House, London", country: "GB" }],
        from: "2010-11-18",
        record: "c1",
      },
      {
        id: id("p1"),
        name: "Ada Example",
        aliases: ["A"],
        formerNames: ["Ada Old"],
        kind: "individual",
        jurisdiction: null,
        nationalities: ["FI"],
        birthDates: ["1965-11"],
        record: "p1",
      },
    ]);
  });

  it.each<[string, Fields, Fields]>([
    ["a state", { entityType: { type: "state" } }, { kind: "government", form: "state" }],
    [
      "a ministry",
      { entityType: { type: "stateBody", subtype: "governmentDepartment" } },
      { kind: "government", form: "government-department" },
    ],
    ["a trust", { entityType: { type: "arrangement", subtype: "trust" } }, { kind: "entity", form: "trust" }],
    [
      "nobody known",
      { entityType: { type: "unknownEntity" }, unspecifiedEntityDetails: { reason: "informationUnknownToPublisher" } },
      { kind: "unknown", note: expect.stringContaining("publisher does not have") },
    ],
    ["an anonymous entity", { entityType: { type: "anonymousEntity" } }, { kind: "unknown" }],
  ])("keep what %s is", async (_, details, expected) => {
    expect((await read(company("x", { name: undefined, ...details }))).parties).toMatchObject([expected]);
  });

  it("who are persons not named are unknown, with the reason", async () => {
    const told = await read(
      person("x", {
        personType: "anonymousPerson",
        names: undefined,
        unspecifiedPersonDetails: { reason: "interestedPartyExemptFromDisclosure", description: "a minor" },
      }),
    );
    expect(told.parties).toMatchObject([
      { kind: "unknown", name: "Not named", note: expect.stringContaining("exempt from being disclosed: a minor") },
    ]);
  });
});

describe("BODS interests", () => {
  it.each<[string, unknown, Fields]>([
    ["an exact share", { exact: 76.5 }, { share: 76.5 }],
    ["a range", { minimum: 25, exclusiveMaximum: 50 }, { shareMin: 25, shareMax: 50, maxExclusive: true }],
    ["an open lower bound", { exclusiveMinimum: 25, maximum: 50 }, { shareMin: 25, minExclusive: true, shareMax: 50 }],
    [
      "flags of 0.2",
      { minimum: 25, maximum: 50, exclusiveMinimum: true, exclusiveMaximum: false },
      { shareMin: 25, minExclusive: true, shareMax: 50 },
    ],
    ["nonsense", { minimum: 60, maximum: 50 }, {}],
    ["out of range", { exact: 120 }, {}],
  ])("have %s", async (_, share, expected) => {
    const told = await read(relation("r", "a", "b", [interest(share, { startDate: "2020-01-01", endDate: "2021-02-03" })]));
    expect(told.interests).toEqual([
      { owner: id("b"), owned: id("a"), kind: "equity", from: "2020-01-01", until: "2021-02-03", record: "r", ...expected },
    ]);
  });

  it.each<[string, string, string | undefined]>([
    ["shareholding", "equity", undefined],
    ["votingRights", "voting", undefined],
    ["voting-rights", "voting", undefined],
    ["appointmentOfBoard", "board", undefined],
    ["otherInfluenceOrControl", "influence", undefined],
    ["controlByLegalFramework", "influence", undefined],
    ["seniorManagingOfficial", "management", undefined],
    ["trustee", "influence", "trust"],
    ["settlor-of-trust", "influence", "trust"],
    ["beneficiaryOfLegalArrangement", "equity", "trust"],
    ["nominee", "influence", "nominee"],
    ["nominator", "influence", "nominee"],
    ["rightsToSurplusAssetsOnDissolution", "equity", undefined],
    ["conditionalRightsGrantedByContract", "linked", undefined],
    ["unknownInterest", "equity", undefined],
    ["unpublishedInterest", "equity", undefined],
  ])("of type %s are %s", async (type, kind, capacity) => {
    const told = await read(relation("r", "a", "b", [interest(undefined, { type })]));
    expect(told.interests).toMatchObject([{ kind, ...(capacity ? { capacity } : {}) }]);
    expect(told.interests[0]?.capacity).toBe(capacity);
  });

  it("of no type are a stake of unknown size; seats on a board are passed over; new types are refused and kept as links", async () => {
    const told = await read(
      relation("r1", "a", "b", [interest(undefined, { type: undefined })]),
      relation("r2", "a", "b", []),
      relation("r3", "a", "b", [interest(undefined, { type: "boardMember" }), interest(undefined, { type: "boardChair" })]),
      relation("r4", "a", "b", [interest({ exact: 5 }, { type: "goldenShare" })]),
    );
    expect(told.interests.map(({ kind, share }) => [kind, share])).toEqual([
      ["equity", undefined],
      ["equity", undefined],
      ["linked", undefined],
    ]);
    expect(told.passedOver).toEqual({ "seats on a board": 2 });
    expect(told.refused).toEqual([{ record: "r4", reason: expect.stringContaining("golden-share") }]);
  });

  it("of somebody not specified are held by somebody unknown, with the reason", async () => {
    const told = await read(
      company("a"),
      relation("r", "a", { reason: "subjectExemptFromDisclosure", description: "listed on an exchange" }, []),
    );
    expect(told.parties[1]).toMatchObject({
      id: id("r-unspecified"),
      kind: "unknown",
      note: expect.stringContaining("listed on an exchange"),
    });
    expect(short(told)).toEqual([[id("r-unspecified"), id("a"), "equity", undefined, undefined, undefined]]);
    expect(told.interests[0]?.note).toContain("exempt from disclosing its owners");
  });
});

describe("a file of BODS statements", () => {
  it("loses nothing beside what is broken", async () => {
    const told = await read(
      null,
      { statementId: "x", recordType: "vessel" },
      statement("entity", "", {}),
      { statementType: "other", statementID: "x" },
      relation("r", "", "p", []),
      relation("r", "a", undefined, []),
      company("ok"),
    );
    expect(told.refused).toHaveLength(6);
    expect(told.parties.map(({ name }) => name)).toEqual(["Company ok"]);
    expect(told.records).toBe(7);
  });

  it("is the same in lines, and in pieces of any size", async () => {
    const statements = [company("á"), person("p"), relation("r", "á", "p", [interest({ exact: 5 })])];
    const array = JSON.stringify(statements, undefined, 2);
    const lines = statements.map((one) => `${JSON.stringify(one)}\n`).join("");
    const whole = await readSample(bods, "x.json", array);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 500 }), async (size) => {
        expect(await readSample(bods, "x.json", array, size)).toEqual(whole);
        expect(await readSample(bods, "x.json", lines, size)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
    await expect(readSample(bods, "x.json", array.slice(0, -2))).rejects.toThrow(ImportError);
  });

  it("never throws on details of any shape", async () => {
    const key = fc.constantFrom(
      "name",
      "names",
      "entityType",
      "identifiers",
      "subject",
      "interestedParty",
      "interests",
      "componentRecords",
      "addresses",
    );
    const recordType = fc.constantFrom("entity", "person", "relationship");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(recordType, fc.constantFrom("a", "b"), fc.dictionary(key, fc.jsonValue())), { maxLength: 5 }),
        async (all) => {
          expect((await read(...all.map(([type, record, details]) => statement(type, record, details)))).records).toBe(all.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is told by its content", () => {
    expect(bods.recognises({ name: "x", text: JSON.stringify([company("a")]) })).toBe(true);
    expect(bods.recognises({ name: "x", text: '{"statementID":"x","statementType":"entityStatement"}' })).toBe(true);
    expect(bods.recognises({ name: "bods.json", text: '[{"id":"a","schema":"Person","properties":{}}]' })).toBe(false);
  });
});
