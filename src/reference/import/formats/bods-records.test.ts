import { describe, expect, it } from "vitest";
import { company, id, interest, person, read, relation, short, statement } from "./sample-bods.js";

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
