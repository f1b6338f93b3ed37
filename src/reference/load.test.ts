import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Catalogue } from "../model/index.js";
import { loadReference, loadSnapshot, referenceFrom } from "./load.js";
import { encodeNetworks, openNetworks } from "./networks.js";
import { SampleStores, sampleSource } from "./store/sample-store.js";
import { createStoreWriter } from "./store/writer.js";

const fact = { sources: ["a/register"], confidence: "high" as const };

const catalogue: Catalogue = {
  schemaVersion: "1",
  edition: "2026-11-23",
  providers: [
    {
      id: "acme",
      names: { english: "Acme" },
      kinds: ["cloud"],
      nexus: { class: "non-adversary", government: "CA", basis: "seat" },
      operator: "acme-inc",
      group: "acme-holding",
      signatures: {},
    },
  ],
  parties: [
    { id: "acme-holding", name: "Acme Holding", kind: "entity", jurisdiction: "CA", ...fact },
    { id: "acme-inc", name: "Acme Inc.", kind: "entity", jurisdiction: "CA", ...fact },
  ],
  interests: [
    { owner: "acme-holding", owned: "acme-inc", kind: "equity", share: 60, ...fact },
    { owner: "fund", owned: "acme-inc", kind: "equity", share: 40, ...fact },
  ],
  listings: [{ party: "acme-inc", list: "a-list", from: "2020", citation: "Act 1", ...fact }],
  lists: [],
  ties: [{ government: "CA", party: "acme-inc", basis: "law", detail: "organised there", ...fact }],
  instruments: [],
  governments: [{ code: "CN", name: "China", territories: ["CN", "HK", "MO"] }],
  measures: [],
  sources: { "a/register": { id: "a/register", url: "https://register.example/", title: "Register", retrieved: null } },
};

const networks = encodeNetworks([{ first: 0xc0000200n, last: 0xc00002ffn, asn: 64500, organisation: "Example" }], [], {
  source: "a table",
  edition: "2026-06-17",
  licence: "CC-BY-4.0",
  attribution: "somebody",
});

describe("referenceFrom", () => {
  const reference = referenceFrom(catalogue, () => openNetworks(networks), "digest");

  it("finds by id, and by either end of an interest", () => {
    expect(reference.provider("acme")?.operator).toBe("acme-inc");
    expect(reference.party("acme-inc")?.name).toBe("Acme Inc.");
    expect(reference.interestsIn("acme-inc").map(({ owner }) => owner)).toEqual(["acme-holding", "fund"]);
    expect(reference.interestsOf("fund").map(({ owned }) => owned)).toEqual(["acme-inc"]);
    expect(reference.listingsOf("acme-inc").map(({ list }) => list)).toEqual(["a-list"]);
    expect(reference.tiesOf("acme-inc").map(({ basis }) => basis)).toEqual(["law"]);
    expect(reference.source("a/register")?.title).toBe("Register");
    expect(reference.sha256).toBe("digest");
  });

  it("gives nothing for what it does not know, names of object methods included", () => {
    for (const id of ["nobody", "constructor", "__proto__"]) {
      expect(reference.provider(id)).toBeUndefined();
      expect(reference.party(id)).toBeUndefined();
      expect(reference.source(id)).toBeUndefined();
      expect(reference.interestsIn(id)).toEqual([]);
      expect(reference.interestsOf(id)).toEqual([]);
      expect(reference.listingsOf(id)).toEqual([]);
      expect(reference.tiesOf(id)).toEqual([]);
    }
  });

  it("counts a territory to the government that holds it, and any other to itself", () => {
    expect(reference.governmentOf("HK")).toBe("CN");
    expect(reference.governmentOf("CN")).toBe("CN");
    expect(reference.governmentOf("CA")).toBe("CA");
  });

  it("asks the table of networks, and knows no address without one", () => {
    expect(reference.network("192.0.2.1")?.asn).toBe(64500);
    expect(referenceFrom(catalogue).network("192.0.2.1")).toBeUndefined();
  });
});

describe("loadReference", () => {
  const samples = new SampleStores();
  afterAll(() => samples.remove());

  it("answers from the imports in force beside the built-in catalogue", () => {
    const edition = join(samples.folder, "imports", "user-owners", "0123456789abcdef");
    const writer = createStoreWriter(edition);
    writer.party({ id: "user-acme", name: "Acme of ours" });
    writer.finish(sampleSource("user-owners", writer.kept));
    writeFileSync(join(samples.folder, "imports", "user-owners", "current"), "0123456789abcdef\n");

    const reference = loadReference({ imports: join(samples.folder, "imports") });
    expect(reference.party("user-acme")?.name).toBe("Acme of ours");
    expect(reference.imports.map(({ id }) => id)).toEqual(["user-owners"]);
    const builtIn = loadReference();
    expect(builtIn.party("user-acme")).toBeUndefined();
    expect(loadReference({ imports: join(samples.folder, "nothing here") }).sha256).toBe(builtIn.sha256);
    expect(reference.catalogue.parties.length).toBe(builtIn.catalogue.parties.length);

    truncateSync(join(edition, "ids.txt"), 1);
    expect(() => loadReference({ imports: join(samples.folder, "imports") })).toThrow(/user-owners.*ids\.txt has 1 bytes.*import again/);
  });
});

describe("loadSnapshot", () => {
  let folder = "";
  const text = Buffer.from(JSON.stringify(catalogue));
  const manifest = {
    schemaVersion: "1",
    sha256: "c".repeat(64),
    catalogue: { file: "catalogue.json", bytes: text.length, sha256: "a".repeat(64) },
    networks: { file: "networks.bin", bytes: networks.length, sha256: "b".repeat(64) },
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "snapshot-"));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
    writeFileSync(join(folder, "catalogue.json"), text);
    writeFileSync(join(folder, "networks.bin"), networks);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("opens the catalogue, and the networks when they are first asked for", () => {
    const reference = loadSnapshot(folder);
    expect(reference.provider("acme")?.names.english).toBe("Acme");
    expect(reference.sha256).toBe("c".repeat(64));
    expect(reference.network("192.0.2.9")?.organisation).toBe("Example");
    expect(reference.networks().origin.edition).toBe("2026-06-17");
  });

  it("needs no networks to answer from the catalogue", () => {
    rmSync(join(folder, "networks.bin"));
    const reference = loadSnapshot(folder);
    expect(reference.party("acme-inc")?.jurisdiction).toBe("CA");
    expect(() => reference.network("192.0.2.9")).toThrow("npm run build");
  });

  it("says what to do where the snapshot is missing or torn", () => {
    expect(() => loadSnapshot(join(folder, "nowhere"))).toThrow(/the compiled reference is missing.*npm run build/);
    writeFileSync(join(folder, "catalogue.json"), text.subarray(0, 10));
    expect(() => loadSnapshot(folder)).toThrow(`has 10 bytes, its manifest says ${text.length}`);
    writeFileSync(join(folder, "manifest.json"), "{");
    expect(() => loadSnapshot(folder)).toThrow(/manifest\.json is no JSON.*npm run build/);
  });
});
