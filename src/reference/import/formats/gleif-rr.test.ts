import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { gleifRelationships } from "./gleif-rr.js";
import { gleifCsv, gleifJson, gleifXml, leaf, type SampleRecord } from "./sample-gleif.js";

const child = "001GPB6A9XPE8XJICC14";
const parent = "5493001Z012YSB2A0K51";
const columns = ["Relationship.StartNode.NodeID", "Relationship.EndNode.NodeID", "Relationship.RelationshipType"];
const encodings = ["csv", "xml", "json"] as const;

interface Fields {
  start?: string;
  startType?: string;
  type?: string;
  status?: string;
  periods?: [type: string, start: string, end?: string][];
  quantifiers?: [amount: string, units: string][];
  registration?: string;
  validation?: string;
  updated?: string;
}

function sample(fields: Fields): SampleRecord {
  const { start = child, startType = "LEI", type = "IS_DIRECTLY_CONSOLIDATED_BY", status = "ACTIVE" } = fields;
  const {
    periods = [],
    quantifiers = [],
    registration = "PUBLISHED",
    validation = "FULLY_CORROBORATED",
    updated = "2024-03-02T10:00:00Z",
  } = fields;
  return {
    tree: {
      Relationship: {
        StartNode: { ...leaf("NodeID", start), ...leaf("NodeIDType", startType) },
        EndNode: { ...leaf("NodeID", parent), ...leaf("NodeIDType", "LEI") },
        ...leaf("RelationshipType", type),
        RelationshipPeriods: {
          RelationshipPeriod: periods.map(([kind, from, until]) => ({
            ...leaf("StartDate", from),
            ...leaf("EndDate", until),
            ...leaf("PeriodType", kind),
          })),
        },
        ...leaf("RelationshipStatus", status),
        RelationshipQuantifiers: {
          RelationshipQuantifier: quantifiers.map(([amount, units]) => ({
            ...leaf("MeasurementMethod", "ACCOUNTING_CONSOLIDATION"),
            ...leaf("QuantifierAmount", amount),
            ...leaf("QuantifierUnits", units),
          })),
        },
      },
      Registration: {
        ...leaf("LastUpdateDate", updated),
        ...leaf("RegistrationStatus", registration),
        ...leaf("ValidationSources", validation),
      },
    },
    row: {
      "Relationship.StartNode.NodeID": start,
      "Relationship.StartNode.NodeIDType": startType,
      "Relationship.EndNode.NodeID": parent,
      "Relationship.EndNode.NodeIDType": "LEI",
      "Relationship.RelationshipType": type,
      "Relationship.RelationshipStatus": status,
      ...Object.fromEntries(
        periods.flatMap(([kind, from, until = ""], index) => [
          [`Relationship.Period.${index + 1}.startDate`, from],
          [`Relationship.Period.${index + 1}.endDate`, until],
          [`Relationship.Period.${index + 1}.periodType`, kind],
        ]),
      ),
      ...Object.fromEntries(
        quantifiers.flatMap(([amount, units], index) => [
          [`Relationship.Quantifiers.${index + 1}.QuantifierAmount`, amount],
          [`Relationship.Quantifiers.${index + 1}.QuantifierUnits`, units],
        ]),
      ),
      "Registration.LastUpdateDate": updated,
      "Registration.RegistrationStatus": registration,
      "Registration.ValidationSources": validation,
    },
  };
}

function encoded(encoding: (typeof encodings)[number], samples: SampleRecord[]): [name: string, content: string] {
  if (encoding === "csv") return ["20260911-rr.csv", gleifCsv(columns, samples)];
  // GLEIF's own JSON puts each record into an object named after it.
  if (encoding === "json") return ["20260911-rr.json", gleifJson("relations", samples, (tree) => ({ RelationshipRecord: tree }))];
  return ["rr.xml", gleifXml("RelationshipData", "RelationshipRecords", "RelationshipRecord", samples)];
}

const ends = { owner: "lei-5493001z012ysb2a0k51", owned: "lei-001gpb6a9xpe8xjicc14" };

describe.each(encodings)("LEI relationships in %s", (encoding) => {
  const read = (...fields: Fields[]) => readSample(gleifRelationships, ...encoded(encoding, fields.map(sample)));

  it("take their time from the relationship period, not from the accounting period in the first slot", async () => {
    const told = await read({
      periods: [
        ["ACCOUNTING_PERIOD", "2021-01-01T00:00:00Z", "2021-12-31T00:00:00Z"],
        ["RELATIONSHIP_PERIOD", "2012-11-29T00:00:00.000Z"],
        ["DOCUMENT_FILING_PERIOD", "2022-03-01T00:00:00Z", "2022-03-31T00:00:00Z"],
      ],
    });
    expect(told.source).toMatchObject({ id: "gleif-rr", edition: "2026-09-11" });
    expect(told.interests).toEqual([
      { ...ends, kind: "consolidation", from: "2012-11-29", note: "direct accounting consolidating parent", confidence: "high" },
    ]);
  });

  it("say nothing of time where there is only an accounting period", async () => {
    const told = await read({ periods: [["ACCOUNTING_PERIOD", "2021-01-01T00:00:00Z", "2021-12-31T00:00:00Z"]] });
    expect(told.interests).toMatchObject([{ from: undefined, until: undefined }]);
  });

  it("keep the direct and the ultimate parent of one child, neither with a share, so that nothing counts twice", async () => {
    const told = await read({}, { type: "IS_ULTIMATELY_CONSOLIDATED_BY", quantifiers: [["51.00", "PERCENTAGE"]] });
    expect(told.interests.map(({ kind, share, shareMin, note }) => [kind, share, shareMin, note])).toEqual([
      ["consolidation", undefined, undefined, "direct accounting consolidating parent"],
      ["consolidation", undefined, undefined, "ultimate accounting consolidating parent"],
    ]);
  });

  it.each<[[string, string][], Record<string, unknown>[]]>([
    [[["51.50", "PERCENTAGE"]], [{ kind: "equity", share: 51.5, confidence: "medium" }]],
    // 1.00 may be the whole as a fraction, or one percent.
    [[["1.00", "PERCENTAGE"]], [{ kind: "equity", shareMin: 1, shareMax: 100, confidence: "medium" }]],
    [[["0.6", "PERCENTAGE"]], [{ kind: "equity", shareMin: 0.6, shareMax: 60, confidence: "medium" }]],
    [[["12000000", "EUR"]], []],
    [[["130", "PERCENTAGE"]], []],
    [[["many", "PERCENTAGE"]], []],
    [
      [
        ["60", "PERCENTAGE"],
        ["70", "PERCENTAGE"],
      ],
      [],
    ],
  ])("read the quantifiers %j", async (quantifiers, expected) => {
    expect((await read({ quantifiers })).interests.slice(1)).toEqual(expected.map((one) => expect.objectContaining({ ...ends, ...one })));
  });

  it("hold a branch for the same person as its head office, and a manager for management", async () => {
    const told = await read({ type: "IS_INTERNATIONAL_BRANCH_OF" }, { type: "IS_FUND-MANAGED_BY" });
    expect(told.parties).toEqual([{ id: ends.owned, branchOf: ends.owner }]);
    expect(told.interests).toMatchObject([
      { ...ends, kind: "equity", share: 100 },
      { ...ends, kind: "management" },
    ]);
  });

  it("pass over funds of funds, annulled records and ends without an LEI, and count them", async () => {
    const told = await read(
      { type: "IS_SUBFUND_OF" },
      { type: "IS_FEEDER_TO" },
      { registration: "ANNULLED" },
      { registration: "DUPLICATE" },
      { start: "X-123", startType: "PNI" },
    );
    expect(told.interests).toEqual([]);
    expect(told.passedOver).toEqual({
      "sub-funds of an umbrella fund": 1,
      "feeder funds of a master fund": 1,
      "records annulled, duplicate or transferred": 2,
      "relationships of entities without an LEI": 1,
    });
  });

  it("are over where retired or inactive, at their end or else by the last update", async () => {
    const relation: [string, string, string] = ["RELATIONSHIP_PERIOD", "2010-01-01T00:00:00Z", "2019-06-30T00:00:00Z"];
    const told = await read(
      { registration: "RETIRED", periods: [relation] },
      { registration: "RETIRED", periods: [["RELATIONSHIP_PERIOD", "2010-01-01T00:00:00Z"]] },
      { status: "INACTIVE", updated: "" },
      { registration: "LAPSED" },
      { registration: "PENDING_VALIDATION" },
      { validation: "ENTITY_SUPPLIED_ONLY" },
      { periods: [["RELATIONSHIP_PERIOD", "2020-01-01T00:00:00Z", "2019-01-01T00:00:00Z"]] },
    );
    expect(told.interests.map(({ from, until, confidence }) => [from, until, confidence])).toEqual([
      ["2010-01-01", "2019-06-30", "high"],
      ["2010-01-01", "2024-03-02", "high"],
      [undefined, undefined, "medium"],
      [undefined, undefined, "low"],
      [undefined, undefined, "medium"],
      [undefined, "2019-01-01", "high"],
    ]);
    expect(told.passedOver).toEqual({ "relationships that are over, since when is not said": 1 });
  });

  it("are refused where an end is no LEI or the type is new, and the rest is read", async () => {
    const told = await read({ start: "123" }, { type: "IS_SPOUSE_OF" }, {});
    expect(told.refused.map(({ reason }) => reason)).toEqual([expect.stringContaining('"123"'), expect.stringContaining("IS_SPOUSE_OF")]);
    expect(told.interests).toHaveLength(1);
  });
});

describe("LEI relationships", () => {
  it("give equal answers in the three encodings", async () => {
    const day = fc.constantFrom("2012-11-29T00:00:00.000Z", "2021-12-31T23:59:59+01:00", "2021-02-31", "");
    const type = fc.constantFrom("ACCOUNTING_PERIOD", "RELATIONSHIP_PERIOD", "DOCUMENT_FILING_PERIOD");
    const fields: fc.Arbitrary<Fields> = fc.record({
      type: fc.constantFrom(
        "IS_DIRECTLY_CONSOLIDATED_BY",
        "IS_ULTIMATELY_CONSOLIDATED_BY",
        "IS_INTERNATIONAL_BRANCH_OF",
        "IS_FUND-MANAGED_BY",
        "IS_SUBFUND_OF",
        "",
      ),
      start: fc.constantFrom(child, "213800WAVVOPS85N2205", "short"),
      status: fc.constantFrom("ACTIVE", "INACTIVE", "NULL"),
      periods: fc.array(fc.tuple(type, day, day), { maxLength: 5 }),
      quantifiers: fc.array(fc.tuple(fc.constantFrom("1.00", "55", "x"), fc.constantFrom("PERCENTAGE", "EUR")), { maxLength: 2 }),
      registration: fc.constantFrom("PUBLISHED", "LAPSED", "RETIRED", "ANNULLED"),
      updated: day,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fields, { minLength: 1, maxLength: 4 }), async (all) => {
        const [csv, xml, json] = await Promise.all(
          encodings.map((one) => readSample(gleifRelationships, ...encoded(one, all.map(sample)))),
        );
        const told = (one: typeof csv) => ({ ...one, source: undefined, refused: one?.refused.map(({ reason }) => reason) });
        expect(told(xml)).toEqual(told(csv));
        expect(told(json)).toEqual(told(csv));
      }),
      { numRuns: 100 },
    );
  });

  it("are told by their content", () => {
    for (const encoding of encodings) {
      const [name, text] = encoded(encoding, [sample({})]);
      expect(gleifRelationships.recognises({ name, text })).toBe(true);
    }
    expect(gleifRelationships.recognises({ name: "x.json", text: '[{"LEI":{"$":"x"},"Entity":{"LegalName":"x"}}]' })).toBe(false);
  });
});
