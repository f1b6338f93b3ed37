import { describe, expect, it } from "vitest";
import { compileCatalogue } from "./compile.js";
import { parseReferenceFile, type ReferenceFile } from "./parse.js";

function file(path: string, text: string): ReferenceFile {
  const { file: parsed, problems } = parseReferenceFile({ path, text });
  if (!parsed) throw new Error(JSON.stringify(problems));
  return parsed;
}

const bravo = file(
  "providers/bravo.yaml",
  `schemaVersion: "1"
id: bravo
names: { english: Bravo }
kinds: [cloud]
nexus: { class: non-adversary, government: CA, basis: seat }
operator: bravo-inc
group: bravo-inc
parties: [{ id: bravo-inc, name: Bravo Inc., kind: entity, jurisdiction: CA, sources: [register], confidence: high }]
signatures:
  domains: [{ suffix: bravo.example, sources: [register], confidence: high }]
sources: [{ id: register, url: "https://register.example/b", title: Register, asOf: 2026-03, retrieved: 2026-04-05 }]
`,
);
const owners = file(
  "owners.yaml",
  `schemaVersion: "1"
parties: [{ id: acme-holding, name: Acme Holding, kind: entity, jurisdiction: CA, sources: [register], confidence: high }]
interests:
  - { owner: acme-holding, owned: bravo-inc, kind: equity, asOf: 2026-02, sources: [register], confidence: high }
  - { owner: acme-holding, owned: bravo-inc, kind: equity, asOf: 2024-02, until: 2025-01, sources: [register], confidence: high }
sources: [{ id: register, url: "https://register.example/o", title: Register, asOf: 2026-06-07, retrieved: null }]
`,
);

describe("compileCatalogue", () => {
  it("keeps sources of two files with the same id apart, and every fact points to its own", () => {
    const catalogue = compileCatalogue([bravo, owners]);
    expect(Object.keys(catalogue.sources)).toEqual(["bravo/register", "owners/register"]);
    expect(catalogue.sources["bravo/register"]?.url).toBe("https://register.example/b");
    expect(catalogue.providers[0]?.signatures.domains?.[0]?.sources).toEqual(["bravo/register"]);
    expect(catalogue.parties.map(({ id, sources }) => [id, sources[0]])).toEqual([
      ["acme-holding", "owners/register"],
      ["bravo-inc", "bravo/register"],
    ]);
  });

  it("leaves parties and sources of a provider's file out of the provider", () => {
    expect(Object.keys(compileCatalogue([bravo]).providers[0] ?? {}).sort()).toEqual([
      "group",
      "id",
      "kinds",
      "names",
      "nexus",
      "operator",
      "signatures",
    ]);
  });

  it("takes as edition the newest day on which a source was written or read", () => {
    expect(compileCatalogue([bravo]).edition).toBe("2026-04-05");
    expect(compileCatalogue([bravo, owners]).edition).toBe("2026-06-07");
  });

  it("gives the same bytes whatever the order of the files", () => {
    expect(JSON.stringify(compileCatalogue([owners, bravo]))).toBe(JSON.stringify(compileCatalogue([bravo, owners])));
    expect(compileCatalogue([owners, bravo]).interests.map(({ asOf }) => asOf)).toEqual(["2024-02", "2026-02"]);
  });
});
