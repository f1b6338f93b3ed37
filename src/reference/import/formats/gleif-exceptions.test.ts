import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { gleifExceptions } from "./gleif-exceptions.js";
import { gleifCsv, gleifJson, gleifXml, leaf, type SampleRecord } from "./sample-gleif.js";

const lei = "001GPB6A9XPE8XJICC14";
const direct = "DIRECT_ACCOUNTING_CONSOLIDATION_PARENT";
const ultimate = "ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT";

function sample(category: string, reasons: string[], reference = "", of = lei): SampleRecord {
  return {
    tree: {
      ...leaf("LEI", of),
      ...leaf("ExceptionCategory", category),
      ExceptionReason: reasons.map((reason) => ({ $: reason })),
      ...leaf("ExceptionReference", reference),
    },
    row: {
      LEI: of,
      "Exception.Category": category,
      ...Object.fromEntries(reasons.map((reason, index) => [`Exception.Reason.${index + 1}`, reason])),
      "Exception.Reference.1": reference,
    },
  };
}

function encoded(encoding: string, samples: SampleRecord[]): [name: string, content: string] {
  if (encoding === "csv") return ["20260911-repex.csv", gleifCsv(["LEI", "Exception.Category", "Exception.Reason.1"], samples)];
  if (encoding === "json") return ["20260911-repex.json", gleifJson("exceptions", samples)];
  return ["repex.xml", gleifXml("ReportingExceptionData", "ReportingExceptions", "Exception", samples)];
}

describe.each(["csv", "xml", "json"])("LEI reporting exceptions in %s", (encoding) => {
  const read = (...samples: SampleRecord[]) => readSample(gleifExceptions, ...encoded(encoding, samples));

  it("keep a parent who is not named as somebody unknown who may hold anything", async () => {
    const told = await read(sample(direct, ["NATURAL_PERSONS"]), sample(ultimate, ["NO_KNOWN_PERSON"], "annual report"));
    expect(told.source).toMatchObject({ id: "gleif-exceptions", edition: "2026-09-11" });
    expect(told.parties).toMatchObject([
      { id: "gleif-exception-001gpb6a9xpe8xjicc14-direct", kind: "unknown", note: expect.stringContaining("natural persons control it") },
      { id: "gleif-exception-001gpb6a9xpe8xjicc14-ultimate", kind: "unknown", note: expect.stringContaining("no person is known") },
    ]);
    expect(told.interests).toEqual([
      expect.objectContaining({ owner: "gleif-exception-001gpb6a9xpe8xjicc14-direct", owned: "lei-001gpb6a9xpe8xjicc14", kind: "equity" }),
      expect.objectContaining({ note: expect.stringContaining("reference: annual report") }),
    ]);
    for (const interest of told.interests) {
      expect([interest.share, interest.shareMin, interest.shareMax]).toEqual([undefined, undefined, undefined]);
    }
  });

  it.each([
    ["NON_CONSOLIDATING", "need not prepare consolidated accounts"],
    ["NO_LEI", "has no LEI"],
    ["NON_PUBLIC", "obstacles keep it from disclosing"],
    ["BINDING_LEGAL_COMMITMENTS", "binding commitments"],
    ["LEGAL_OBSTACLES", "the law"],
    ["DISCLOSURE_DETRIMENTAL", "would do harm"],
    ["DETRIMENT_NOT_EXCLUDED", "cannot rule out"],
    ["CONSENT_NOT_OBTAINED", "consent"],
    ["SOMETHING_NEW", "SOMETHING_NEW, not known here"],
  ])("explain %s", async (reason, words) => {
    expect((await read(sample(direct, [reason]))).interests).toMatchObject([{ note: expect.stringContaining(words) }]);
  });

  it("give several reasons together", async () => {
    const [interest] = (await read(sample(direct, ["LEGAL_OBSTACLES", "CONSENT_NOT_OBTAINED"]))).interests;
    expect(interest?.note).toContain("(LEGAL_OBSTACLES, CONSENT_NOT_OBTAINED)");
  });

  it("refuse what is no exception, and read the rest", async () => {
    const told = await read(
      sample(direct, []),
      sample("SOME_PARENT", ["NO_LEI"]),
      sample(direct, ["NO_LEI"], "", "x"),
      sample(direct, ["NO_LEI"]),
    );
    expect(told.refused.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("no reason"),
      expect.stringContaining('"SOME_PARENT"'),
      expect.stringContaining("no LEI"),
    ]);
    expect(told.interests).toHaveLength(1);
  });

  it("are the same in pieces of any size, and told by their content", async () => {
    const [name, content] = encoded(encoding, [sample(direct, ["NO_LEI"]), sample(ultimate, ["NON_PUBLIC"])]);
    const whole = await readSample(gleifExceptions, name, content);
    for (const size of [1, 7, 64, 999]) expect(await readSample(gleifExceptions, name, content, size)).toEqual(whole);
    expect(gleifExceptions.recognises({ name, text: content })).toBe(true);
  });
});
