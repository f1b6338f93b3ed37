import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Interest } from "../../model/index.js";
import { composeReference } from "./compose.js";
import { SampleStores, sampleBuiltIn } from "./sample-store.js";

const samples = new SampleStores();
afterAll(() => samples.remove());

const fact = { sources: ["a/register"], confidence: "medium" as const };
const builtIn = sampleBuiltIn({
  parties: [
    { id: "acme-inc", name: "Acme Inc.", kind: "entity", jurisdiction: "CA", lei: "529900T8BM49AURSDO55", ...fact },
    { id: "alone", name: "Alone", kind: "entity", jurisdiction: null, aliases: ["Alone"], ...fact },
  ],
  interests: [{ owner: "fund", owned: "acme-inc", kind: "equity", share: 40, ...fact }],
  listings: [{ party: "acme-inc", list: "a-list", from: "2020", citation: "Act 1", ...fact }],
  sources: { "a/register": { id: "a/register", url: "https://register.example/", title: "Register", retrieved: null } },
});

const gleif = samples.store("gleif-lei", {
  parties: [
    { id: "lei-529900t8bm49aursdo55", name: "ACME INC", kind: "entity", identifiers: { "gb-coh": "FC000001" } },
    { id: "lei-00000000000000000002", name: "Second Ltd", identifiers: { "gb-coh": "01234567" } },
  ],
  interests: [{ owner: "lei-00000000000000000002", owned: "lei-529900t8bm49aursdo55", kind: "consolidation" }],
});
const psc = samples.store("gb-psc", {
  parties: [{ id: "gb-psc-x", name: "Jo Bloggs", kind: "individual", confidence: "low" }],
  interests: [
    { owner: "gb-psc-x", owned: "gb-coh-01234567", kind: "equity", shareMin: 25, shareMax: 50, minExclusive: true, record: "/x" },
    { owner: "gb-coh-fc000001", owned: "gb-coh-99999999", kind: "voting", shareMin: 75, shareMax: 100 },
  ],
  listings: [{ party: "gb-coh-fc000001", list: "a-list", from: "2021", citation: "Act 2" }],
});
const reference = composeReference(builtIn, [psc, gleif]);

describe("composeReference", () => {
  it("is the built-in reference where nothing was imported", () => {
    expect(composeReference(builtIn, [])).toBe(builtIn);
  });

  it("names a party by any key of any source, under the built-in id, else the LEI, else the company number", () => {
    for (const id of ["acme-inc", "lei-529900t8bm49aursdo55", "gb-coh-fc000001"]) expect(reference.party(id)?.id).toBe("acme-inc");
    expect(reference.party("gb-coh-01234567")?.id).toBe("lei-00000000000000000002");
    expect(reference.party("gb-coh-99999999")).toEqual({
      id: "gb-coh-99999999",
      name: "UK company 99999999",
      kind: "entity",
      jurisdiction: "GB",
      sources: ["import/gb-psc"],
      confidence: "high",
    });
    expect(reference.party("nobody")).toBeUndefined();
    expect(reference.party("alone")).toBe(builtIn.party("alone"));
  });

  it("merges what the sources say: the first name stands, the surest confidence, all sources", () => {
    expect(reference.party("acme-inc")).toEqual({
      id: "acme-inc",
      name: "Acme Inc.",
      aliases: ["ACME INC"],
      kind: "entity",
      jurisdiction: "CA",
      lei: "529900T8BM49AURSDO55",
      identifiers: { "gb-coh": "FC000001" },
      sources: ["a/register", "import/gb-psc", "import/gleif-lei"],
      confidence: "high",
    });
    expect(reference.party("gb-psc-x")?.confidence).toBe("low");
  });

  it("gives interests with canonical ends, built-in ones first", () => {
    expect(reference.interestsIn("lei-529900t8bm49aursdo55")).toEqual([
      { owner: "fund", owned: "acme-inc", kind: "equity", share: 40, ...fact },
      { owner: "lei-00000000000000000002", owned: "acme-inc", kind: "consolidation", sources: ["import/gleif-lei"], confidence: "high" },
    ]);
    const banded: Interest = {
      owner: "gb-psc-x",
      owned: "lei-00000000000000000002",
      kind: "equity",
      shareMin: 25,
      shareMax: 50,
      minExclusive: true,
      record: "/x",
      sources: ["import/gb-psc"],
      confidence: "high",
    };
    expect(reference.interestsIn("gb-coh-01234567")).toEqual([banded]);
    expect(reference.interestsOf("gb-psc-x")).toEqual([banded]);
    expect(reference.interestsOf("acme-inc").map(({ owned }) => owned)).toEqual(["gb-coh-99999999"]);
    expect(reference.interestsOf("fund").map(({ owned }) => owned)).toEqual(["acme-inc"]);
    expect(reference.interestsIn("nobody")).toEqual([]);
  });

  it("gives listings of all sources, and each listed party once", () => {
    expect(reference.listingsOf("gb-coh-fc000001").map(({ party, citation }) => [party, citation])).toEqual([
      ["acme-inc", "Act 1"],
      ["acme-inc", "Act 2"],
    ]);
    expect([...reference.listedParties("a-list")]).toEqual(["acme-inc"]);
    expect([...reference.listedParties()]).toEqual(["acme-inc"]);
    expect([...reference.listedParties("b-list")]).toEqual([]);
  });

  it("answers for imports as sources, and names all facts it stands on in its digest", () => {
    expect(reference.source("import/gleif-lei")).toEqual({
      id: "import/gleif-lei",
      url: "https://register.example/gleif-lei",
      title: "Register gleif-lei",
      publisher: "Register",
      asOf: "2026-10",
      retrieved: "2026-11-25",
    });
    expect(reference.source("a/register")?.title).toBe("Register");
    expect(reference.source("import/nothing")).toBeUndefined();
    expect(reference.imports.map(({ id }) => id)).toEqual(["gb-psc", "gleif-lei"]);
    expect(reference.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(reference.sha256).not.toBe(builtIn.sha256);
    expect(composeReference(builtIn, [gleif, psc]).sha256).toBe(reference.sha256);
    expect(composeReference(builtIn, [gleif]).sha256).not.toBe(reference.sha256);
  });

  it("gives an error and no garbage where the columns of an import are torn inside", () => {
    for (const file of ["keys.rows", "interests.kind", "interests.owner", "parties.kind", "parties.jurisdiction"]) {
      const torn = samples.store("torn", {
        parties: [{ id: "a", kind: "entity", jurisdiction: "GB" }],
        interests: [
          { owner: "a", owned: "b", kind: "voting" },
          { owner: "b", owned: "a", kind: "voting" },
        ],
      });
      const path = join(torn.folder, file);
      writeFileSync(path, Buffer.alloc(readFileSync(path).length, 0xfe));
      expect(() => composeReference(builtIn, [torn]).columns(), file).toThrow(/cannot be used: .* import again/);
    }
  });

  it("goes through every party once", () => {
    const ids = [...reference.parties()].map(({ id }) => id);
    expect(ids.sort()).toEqual(["acme-inc", "alone", "gb-coh-99999999", "gb-psc-x", "lei-00000000000000000002"]);
  });

  it("gives all interests as columns, ends numbered over all sources", () => {
    const columns = reference.columns();
    const rows = Array.from(columns.owner, (owner, row) => [columns.idOf(owner), columns.idOf(columns.owned[row] ?? -1), columns.min[row]]);
    expect(rows.sort()).toEqual([
      ["acme-inc", "gb-coh-99999999", 750_000],
      ["fund", "acme-inc", 400_000],
      ["gb-psc-x", "lei-00000000000000000002", 250_001],
      ["lei-00000000000000000002", "acme-inc", 0],
    ]);
    expect(columns.numberOf("gb-coh-fc000001")).toBe(columns.numberOf("acme-inc"));
    expect(columns.idOf(columns.numberOf("gb-coh-01234567") ?? -1)).toBe("lei-00000000000000000002");
    expect(columns.numberOf("nobody")).toBeUndefined();
    expect(columns.partyCount).toBe(6);
  });
});
