import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ImportError } from "../format.js";
import { readSample } from "../sample-sink.js";
import { bods } from "./bods.js";

type Fields = Record<string, unknown>;

let serial = 0;

function statement(recordType: string, recordId: string, recordDetails: Fields, more: Fields = {}): Fields {
  serial += 1;
  return {
    statementId: `statement-${serial}`,
    statementDate: "2024-01-02",
    publicationDetails: { publicationDate: "2024-02-03", bodsVersion: "0.4", publisher: { name: "Example Register" } },
    recordId,
    recordType,
    recordStatus: "new",
    recordDetails: { isComponent: false, ...recordDetails },
    ...more,
  };
}

const company = (id: string, more: Fields = {}) =>
  statement("entity", id, { entityType: { type: "registeredEntity" }, name: `Company ${id}`, ...more });
const person = (id: string, more: Fields = {}) =>
  statement("person", id, { personType: "knownPerson", names: [{ type: "legal", fullName: `Person ${id}` }], ...more });
const interest = (share: unknown, more: Fields = {}) => ({
  type: "shareholding",
  directOrIndirect: "direct",
  ...(share === undefined ? {} : { share }),
  ...more,
});
const relation = (id: string, subject: string, interestedParty: unknown, interests: unknown[], more: Fields = {}, outer: Fields = {}) =>
  statement("relationship", id, { subject, interestedParty, interests, ...more }, outer);

const read = (...statements: unknown[]) => readSample(bods, "example.json", JSON.stringify(statements));
const id = (record: string) => `bods-example-register-${record}`;
const short = (told: Awaited<ReturnType<typeof read>>) =>
  told.interests.map(({ owner, owned, kind, share, shareMin, shareMax }) => [owner, owned, kind, share, shareMin, shareMax]);

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

describe("an indirect relationship in BODS", () => {
  const direct = (share: unknown) => relation("c1", "a", "b", [interest(share)], { isComponent: true });
  const second = (type: string | undefined) => relation("c2", "b", "p", [interest({ exact: 80 }, { type })], { isComponent: true });
  const whole = (more: unknown[] = [], components = ["b", "c1", "c2"]) =>
    relation("r", "a", "p", [interest({ exact: 30 }, { directOrIndirect: "indirect" }), ...more], { componentRecords: components });

  it("counts by its direct parts where they are all there, in any order", async () => {
    const parts = [company("b"), direct({ exact: 60 }), second("shareholding"), whole()];
    for (const order of [parts, [...parts].reverse()]) {
      const told = await read(...order);
      expect(short(told).sort()).toEqual([
        [id("b"), id("a"), "equity", 60, undefined, undefined],
        [id("p"), id("b"), "equity", 80, undefined, undefined],
      ]);
      expect(told.passedOver).toEqual({ "indirect interests, counted by their direct parts": 1 });
    }
  });

  it("counts a part whose nature is not stated as a stake of unknown size", async () => {
    const told = await read(
      company("b"),
      direct({ exact: 60 }),
      relation("c2", "b", "p", [{ directOrIndirect: "unknown" }], { isComponent: true }),
      whole(),
    );
    expect(short(told)).toContainEqual([id("p"), id("b"), "equity", undefined, undefined, undefined]);
    expect(told.interests).toHaveLength(2);
  });

  it("keeps an interest that is held directly beside it", async () => {
    const told = await read(
      company("b"),
      direct({ exact: 50 }),
      second("shareholding"),
      whole([interest({ exact: 50 }, { startDate: "2019-05-01" })]),
    );
    expect(short(told)).toContainEqual([id("p"), id("a"), "equity", 50, undefined, undefined]);
    expect(told.interests).toHaveLength(3);
  });

  it.each<[string, unknown[]]>([
    ["a part is missing", [company("b"), direct({ exact: 60 }), whole()]],
    ["a part carries no share", [company("b"), direct({ exact: 60 }), second("otherInfluenceOrControl"), whole()]],
  ])("stands itself where %s, and the part that it may hold is no longer certain", async (_, statements) => {
    const told = await read(...statements);
    expect(short(told)).toContainEqual([id("p"), id("a"), "equity", 30, undefined, undefined]);
    expect(short(told)).toContainEqual([id("b"), id("a"), "equity", undefined, undefined, 60]);
  });
});

describe("a joint holding in BODS", () => {
  it("is one block of those who hold it, and the arrangement is no party", async () => {
    const told = await read(
      company("c"),
      statement("entity", "j", { entityType: { type: "arrangement" }, name: "Joint shareholding" }),
      relation("r1", "c", "j", [interest({ exact: 100 })]),
      person("p"),
      person("q"),
      relation("r2", "j", "p", [interest({ exact: 50 })]),
      relation("r3", "j", "q", [interest({ exact: 50 })]),
    );
    expect(told.interests).toMatchObject([
      { owner: id("p"), owned: id("c"), share: 100, joint: "j" },
      { owner: id("q"), owned: id("c"), share: 100, joint: "j" },
    ]);
    expect(told.interests).toHaveLength(2);
    expect(told.parties.map((party) => party.id)).toEqual([id("c"), id("p"), id("q")]);
  });

  it("is not seen in a trust or in an arrangement of one", async () => {
    const told = await read(
      statement("entity", "t", { entityType: { type: "arrangement", subtype: "trust" }, name: "Joint trust" }),
      relation("r1", "c", "t", [interest({ exact: 100 })]),
      relation("r2", "t", "p", [interest({ exact: 50 })]),
      relation("r3", "t", "q", [interest({ exact: 50 })]),
      statement("entity", "u", { entityType: { type: "arrangement" }, name: "Joint holding" }),
      relation("r4", "u", "p", [interest({ exact: 50 })]),
    );
    expect(told.interests).toHaveLength(4);
    expect(told.interests.every(({ joint }) => joint === undefined)).toBe(true);
  });
});

describe("records in BODS that change", () => {
  it("count with their latest statement, and earlier shares until it begins", async () => {
    const at = (share: number, startDate: string, statementDate: string, recordStatus = "updated") =>
      relation("r", "a", "p", [interest({ exact: share }, { startDate })], {}, { statementDate, recordStatus });
    const told = await read(
      at(40, "2021-09-24", "2021-09-25"),
      at(100, "2002-03-09", "2019-01-20", "new"),
      at(30, "2022-09-21", "2022-09-25"),
      at(30, "2022-09-21", "2023-03-03", "closed"),
    );
    expect(told.interests.map(({ share, from, until }) => [share, from, until]).sort()).toEqual([
      [100, "2002-03-09", "2021-09-23"],
      [30, "2022-09-21", "2023-03-03"],
      [40, "2021-09-24", "2022-09-20"],
    ]);
  });

  it("are not ended twice: a closed one keeps the end that it states", async () => {
    const told = await read(
      relation(
        "r",
        "a",
        "p",
        [interest({ exact: 50 }, { startDate: "2019-09-11", endDate: "2021-04-03" })],
        {},
        { statementDate: "2021-09-11", recordStatus: "closed" },
      ),
    );
    expect(told.interests).toMatchObject([{ until: "2021-04-03" }]);
  });

  it("are replaced by statement before 0.4", async () => {
    const publicationDetails = { publicationDate: "2021-01-01", publisher: { name: "Example Register" } };
    const entity = (statementID: string, name: string, replacesStatements?: string[]) => ({
      statementID,
      statementType: "entityStatement",
      statementDate: "2020-01-01",
      entityType: "registeredEntity",
      name,
      incorporatedInJurisdiction: { code: "GB" },
      identifiers: [{ scheme: "GB-COH", id: "07444723" }],
      publicationDetails,
      replacesStatements,
    });
    const told = await read(
      entity("e1", "Old"),
      { statementID: "p1", statementType: "personStatement", personType: "knownPerson", names: [{ fullName: "P" }], publicationDetails },
      {
        statementID: "o1",
        statementType: "ownershipOrControlStatement",
        statementDate: "2020-01-01",
        subject: { describedByEntityStatement: "e1" },
        interestedParty: { describedByPersonStatement: "p1" },
        interests: [{ type: "voting-rights", interestLevel: "direct", share: { minimum: 25, maximum: 50, exclusiveMinimum: true } }],
        publicationDetails,
      },
      {
        statementID: "o2",
        statementType: "ownershipOrControlStatement",
        subject: { describedByEntityStatement: "e1" },
        interestedParty: { unspecified: { reason: "no-beneficial-owners", description: "none" } },
        publicationDetails,
      },
      entity("e2", "New", ["e1"]),
    );
    expect(told.parties.map(({ name, jurisdiction }) => [name, jurisdiction])).toEqual([
      ["P", null],
      ["New", "GB"],
      ["Not named", undefined],
    ]);
    expect(told.interests).toMatchObject([
      { owner: id("p1"), owned: id("e2"), kind: "voting", shareMin: 25, minExclusive: true, shareMax: 50 },
      { owner: id("o2-unspecified"), owned: id("e2"), kind: "equity" },
    ]);
    expect(told.passedOver).toEqual({ "statements that a later one replaces": 1 });
  });

  it("do not loop where statements replace one another in a circle", async () => {
    const ring = (statementID: string, replaced: string) => ({
      statementID,
      statementType: "entityStatement",
      name: "X",
      replacesStatements: [replaced],
    });
    expect((await read(ring("a", "b"), ring("b", "a"))).records).toBe(2);
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
