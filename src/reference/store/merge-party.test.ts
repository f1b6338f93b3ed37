import { describe, expect, it } from "vitest";
import type { PartyRecord } from "../import/format.js";
import { mergeParty } from "./merge-party.js";

function merged(...records: PartyRecord[]) {
  return mergeParty(
    records[0]?.id ?? "",
    records.map((record, index) => ({ record, sources: [`import/${index}`] })),
  );
}

describe("mergeParty", () => {
  it("keeps the first of each single fact, joins lists and notes, and makes other names aliases", () => {
    const party = merged(
      { id: "a", aliases: ["ACME"], jurisdiction: null, note: "Listed.", addresses: [{ full: "1 Main St" }], identifiers: { ofac: "1" } },
      { id: "a", name: "Acme", form: "company", status: "active", note: "Listed.", weakAliases: ["AC"] },
      {
        id: "a",
        name: "Acme Limited",
        aliases: ["Acme", "Ajax"],
        jurisdiction: "GB",
        status: "dissolved",
        note: "Registered.",
        addresses: [{ full: "1 Main St" }, { full: "2 Main St" }],
        identifiers: { ofac: "2", "gb-coh": "01234567" },
        confidence: "low",
      },
    );
    expect(party).toEqual({
      id: "a",
      name: "Acme",
      aliases: ["Acme Limited", "ACME", "Ajax"],
      weakAliases: ["AC"],
      kind: "entity",
      form: "company",
      jurisdiction: "GB",
      status: "active",
      note: "Listed. Registered.",
      addresses: [{ full: "1 Main St" }, { full: "2 Main St" }],
      identifiers: { ofac: "1", "gb-coh": "01234567" },
      sources: ["import/0", "import/1", "import/2"],
      confidence: "high",
    });
  });

  it("takes the kind that a source tells over one that another withholds", () => {
    expect(merged({ id: "a", kind: "unknown" }, { id: "a", kind: "individual" }).kind).toBe("individual");
    expect(merged({ id: "a", kind: "unknown" }).kind).toBe("unknown");
  });

  it("is no surer than its surest source", () => {
    expect(merged({ id: "a", confidence: "low" }, { id: "a", confidence: "medium" }).confidence).toBe("medium");
    expect(merged({ id: "a", confidence: "low" }).confidence).toBe("low");
  });

  it("names a party by its id where nobody names it, and places it where the scheme tells", () => {
    expect(merged({ id: "gb-coh-sc123456" })).toMatchObject({ name: "UK company SC123456", jurisdiction: "GB" });
    // An overseas company with an establishment in the UK.
    expect(merged({ id: "gb-coh-fc012345" })).toMatchObject({ name: "foreign company on the UK register, FC012345", jurisdiction: null });
    expect(merged({ id: "lei-529900t8bm49aursdo55" })).toMatchObject({ name: "holder of LEI 529900T8BM49AURSDO55", jurisdiction: null });
    expect(merged({ id: "ftm-abc" })).toMatchObject({ name: "ftm-abc", jurisdiction: null });
    expect(mergeParty("gb-coh-sc123456", []).name).toBe("UK company SC123456");
  });
});
