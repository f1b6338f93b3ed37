import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { currentStores } from "./current.js";
import type { HashKey } from "./hash.js";
import { SampleStores } from "./sample-store.js";
import { openStore, type Store } from "./store.js";

const samples = new SampleStores();
afterAll(() => samples.remove());

describe("torn and hostile stores", () => {
  const facts = {
    parties: [{ id: "a", name: "A" }],
    interests: [{ owner: "a", owned: "b", kind: "equity" as const, note: "n" }],
    listings: [{ party: "b", list: "l", from: "2020", citation: "c" }],
  };
  const torn = (damage: (folder: string) => void) => {
    const { folder } = samples.store("t", facts);
    damage(folder);
    return folder;
  };

  it("are found out on opening where a file or the manifest is missing, short or long", () => {
    const damages: [RegExp, (folder: string) => void][] = [
      [/mentions\.jsonl has 3 bytes, its manifest says/, (folder) => truncateSync(join(folder, "mentions.jsonl"), 3)],
      [/keys\.rows has 33 bytes, its manifest says 32/, (folder) => appendFileSync(join(folder, "keys.rows"), "x")],
      [/ids\.places is missing/, (folder) => rmSync(join(folder, "ids.places"))],
      [/manifest\.json cannot be read/, (folder) => rmSync(join(folder, "manifest.json"))],
      [/manifest\.json cannot be read/, (folder) => truncateSync(join(folder, "manifest.json"), 20)],
      [/another edition/, (folder) => writeFileSync(join(folder, "manifest.json"), '{"schemaVersion":"1"}')],
      [/does not fit together/, (folder) => change(folder, '"interests": 1,\n  "listings"', '"interests": 7,\n  "listings"')],
    ];
    for (const [message, damage] of damages) {
      const folder = torn(damage);
      expect(() => openStore(folder)).toThrow(message);
      expect(() => openStore(folder)).toThrow(folder);
      expect(() => openStore(folder)).toThrow("import again with `beholden reference import`");
    }
  });

  it("give an error and no garbage where bytes inside were changed", () => {
    const damages: [string, (store: Store) => unknown][] = [
      ["mentions.starts", (store) => store.mentions(0)],
      ["mentions.places", (store) => store.mentions(0)],
      ["mentions.jsonl", (store) => store.mentions(0)],
      ["ids.places", (store) => store.idOf(0)],
      ["interests.kind", (store) => store.interestsIn(1)],
      ["interests.owner", (store) => store.interestsIn(1)],
      ["interests.jsonl", (store) => store.interestsIn(1)],
      ["interests.owner-starts", (store) => store.interestsOf(0)],
      ["interests.by-owner", (store) => store.interestsOf(0)],
      ["listings.starts", (store) => store.listingsOf(1)],
      ["listings.jsonl", (store) => store.listingsOf(1)],
    ];
    for (const [file, ask] of damages) {
      const folder = torn((at) => {
        const path = join(at, file);
        const size = readFileSync(path).length;
        // Columns of noughts are empty files: give them a size, as a hostile manifest would.
        writeFileSync(path, Buffer.alloc(size || 4, 0xfe));
        if (size === 0) change(at, `"${file}": 0`, `"${file}": 4`);
      });
      expect(() => ask(openStore(folder)), file).toThrow(/cannot be used: .* import again/);
    }
  });

  it("include two ids of one hash, which the mentions give away", () => {
    const same: HashKey = (_, hash) => hash.fill(7);
    const store = samples.store("same", { parties: [{ id: "a" }, { id: "b" }] }, { hashKey: same });
    expect(() => store.mentions(0)).toThrow("what should be of a is of b");
  });

  function change(folder: string, from: string, to: string): void {
    const path = join(folder, "manifest.json");
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  }
});

describe("currentStores", () => {
  it("lists the editions in force, by source, and none where nothing was imported", () => {
    const folder = join(samples.folder, "imports");
    expect(currentStores(folder)).toEqual([]);
    for (const [source, edition] of [
      ["us-ofac-sdn", "0123456789abcdef"],
      ["gb-psc", "00000000000000aa"],
      ["unfinished", ""],
    ] as const) {
      mkdirSync(join(folder, source, edition), { recursive: true });
      writeFileSync(join(folder, source, edition, "manifest.json"), "{}");
      if (edition) writeFileSync(join(folder, source, "current"), `${edition}\n`);
    }
    const found = [join(folder, "gb-psc", "00000000000000aa"), join(folder, "us-ofac-sdn", "0123456789abcdef")];
    expect(currentStores(folder)).toEqual(found);
    writeFileSync(join(folder, "gb-psc", "current"), "../../elsewhere");
    expect(() => currentStores(folder)).toThrow(/gb-psc.*names no edition.*import again/);
    writeFileSync(join(folder, "gb-psc", "current"), "00000000000000ab");
    expect(() => currentStores(folder)).toThrow(/gb-psc.*00000000000000ab.*import again/);
    expect(existsSync(folder)).toBe(true);
  });
});
