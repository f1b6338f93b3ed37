import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Docket, DocketError, openDocket, verifyDocket } from "../journal/index.js";
import { asked, noteSet } from "../journal/sample-requests.js";
import { onEachStore } from "../journal/sample-stores.js";
import { checkBackup, importCase, restoreBackup, verifyBundle, writeBundle } from "./index.js";
import { packZip, unpackZip } from "./sample-zip.js";

const at = "2026-11-27T10:00:00.000Z";
const made = { by: "Ana Ruiz", at, version: "0.0.0" };
let folder = "";
const opened: Docket[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bundle-"));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function docketAt(address: string): Promise<Docket> {
  const docket = await openDocket(address, { create: true });
  opened.push(docket);
  return docket;
}

/** Two cases whose entries stand between each other's. */
async function twoCases(address: string): Promise<Docket> {
  const docket = await docketAt(address);
  const of = (id: string) => ({ act: "case-opened", case: id, object: { kind: "case", id }, after: { caption: `Secret of ${id}` } });
  await docket.append(asked("open"), async () => [of("2026-1"), of("2026-2")]);
  await docket.append(asked("note"), async () => [noteSet("a", "é 😀"), noteSet("b", "withheld", { case: "2026-2" }), noteSet("c", 3)]);
  return docket;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "nothing was thrown",
    (error: unknown) => (error instanceof DocketError ? error.code : String(error)),
  );
}

onEachStore((store) => {
  it("carries a whole docket over, with the same digests, into an empty one alone", async () => {
    const from = await twoCases(store.newAddress());
    const path = join(folder, "backup.zip");
    const { manifest } = await writeBundle(from, { path, case: null, ...made });
    expect(manifest).toMatchObject({ kind: "backup", case: null, head: await from.read((view) => view.head()) });
    expect(await checkBackup(path)).toMatchObject({ intact: true, entries: 6, closed: 0, faults: [] });
    const to = await docketAt(store.newAddress());
    await restoreBackup(to, path);
    const all = (docket: Docket) => docket.read((view) => view.entries({}));
    expect(await all(to)).toEqual(await all(from));
    expect(await verifyDocket(to)).toMatchObject({ unbroken: true, shown: { agrees: true } });
    expect(await codeOf(restoreBackup(to, path))).toBe("refused");
    await to.append(asked("on"), async () => [noteSet("d", 1)]);
    expect((await to.read((view) => view.head())).number).toBe(7);
  });

  it("carries a case elsewhere: it verifies there offline, and says nothing of other cases", async () => {
    const from = await twoCases(store.newAddress());
    const path = join(folder, "case.zip");
    const { manifest } = await writeBundle(from, { path, case: "2026-1", ...made });
    const { digest } = manifest.head;
    const verification = await verifyBundle(path, [digest.slice(0, 20), "0".repeat(16)]);
    expect(verification).toMatchObject({ intact: true, entries: 4, closed: 2, manifest: { case: "2026-1" } });
    expect(verification.heads.map(({ number }) => number)).toEqual([6, null]);

    const to = await docketAt(store.newAddress());
    const { entries } = await importCase(to, { path, by: "Ben", at });
    expect(entries.map(({ body }) => body.act)).toEqual(["case-imported", "case-opened", "note-set", "note-set"]);
    expect(entries[1]?.body).toMatchObject({
      by: "Ben",
      at,
      origin: { docket: manifest.docket, number: 2, by: "Ana Ruiz", at: "2026-11-27T09:30:00.000Z" },
    });
    expect((await to.read((view) => view.object("note", "a")))?.state).toBe("é 😀");
    expect(await to.read((view) => view.objects({ case: "2026-2" }))).toEqual([]);
    expect(await verifyDocket(to)).toMatchObject({ unbroken: true, shown: { agrees: true } });
    expect((await importCase(to, { path, by: "Ben", at })).repeated).toBe(true);

    // The case goes on where it came from: a later bundle adds what is new.
    await from.append(asked("later"), async () => [noteSet("a", "changed")]);
    const later = join(folder, "later.zip");
    await writeBundle(from, { path: later, case: "2026-1", ...made });
    const news = await importCase(to, { path: later, by: "Ben", at });
    expect(news.entries.map(({ body }) => [body.act, body.after])).toEqual([
      ["case-imported", expect.anything()],
      ["note-set", "changed"],
    ]);

    // It goes on here too: then it is another case, and a bundle no longer fits.
    await to.append(asked("own"), async () => [noteSet("a", "own")]);
    await from.append(asked("more"), async () => [noteSet("a", "more")]);
    const more = join(folder, "more.zip");
    await writeBundle(from, { path: more, case: "2026-1", ...made });
    expect(await codeOf(importCase(to, { path: more, by: "Ben", at }))).toBe("refused");
  });
});

describe("a bundle", () => {
  interface Parts {
    manifest: Record<string, unknown>;
    journal: string[];
  }

  async function parts(): Promise<Parts> {
    const docket = await twoCases(join(folder, "docket.db"));
    const path = join(folder, "whole.zip");
    await writeBundle(docket, { path, case: "2026-1", ...made });
    const texts = new Map([...(await unpackZip(path))].map(([name, content]) => [name, content.toString()]));
    expect(texts.get("journal.jsonl")).not.toContain("withheld");
    expect(texts.get("journal.jsonl")).not.toContain("Secret of 2026-2");
    return { manifest: JSON.parse(texts.get("manifest.json") ?? ""), journal: (texts.get("journal.jsonl") ?? "").trimEnd().split("\n") };
  }

  const packed = (files: [string, string | Buffer][]) => packZip(folder, files);

  it("shows a text that was changed in it, with its neighbours, and is not taken", async () => {
    const { manifest, journal } = await parts();
    const changed = journal.map((line) => line.replace("é", "e")).join("\n");
    const path = await packed([
      ["journal.jsonl", changed],
      ["manifest.json", JSON.stringify(manifest)],
    ]);
    expect(await verifyBundle(path)).toMatchObject({
      intact: false,
      break: { number: 4, what: expect.stringContaining("its text was changed"), before: { number: 3 }, after: { number: 5 } },
    });
    expect(await codeOf(importCase(await docketAt(join(folder, "to.db")), { path, by: "Ben", at }))).toBe("broken");
  });

  it("shows entries that were cut off at its end, and files that nobody vouches for", async () => {
    const { manifest, journal } = await parts();
    const short = await packed([
      ["journal.jsonl", journal.slice(0, -1).join("\n")],
      ["manifest.json", JSON.stringify(manifest)],
      ["run.sh", "rm"],
    ]);
    const { intact, break: broken, faults } = await verifyBundle(short);
    expect([intact, broken]).toEqual([false, null]);
    expect(faults).toEqual([
      "run.sh is in it and not in the manifest",
      "journal.jsonl does not have the digest that the manifest names",
      expect.stringMatching(/^the chain ends in entry 5 .* and the manifest names 6 /),
    ]);
  });

  it.each<[string, (parts: Parts) => [string, string | Buffer][], RegExp]>([
    ["without a manifest", ({ journal }) => [["journal.jsonl", journal.join("\n")]], /it holds no manifest.json/],
    [
      "with a manifest of something else",
      () => [
        ["manifest.json", '{"schemaVersion":"9"}'],
        ["journal.jsonl", ""],
      ],
      /is none of a docket/,
    ],
    [
      "with a manifest that is too long",
      () => [
        ["manifest.json", " ".repeat(65 << 20)],
        ["journal.jsonl", ""],
      ],
      /unpacks to more/,
    ],
    [
      "with a line that is no entry",
      ({ manifest }) => [
        ["manifest.json", JSON.stringify(manifest)],
        ["journal.jsonl", '{"number":1}\n'],
      ],
      /line 1 is no entry/,
    ],
    [
      "with two files of one name",
      ({ manifest }) => [
        ["manifest.json", JSON.stringify(manifest)],
        ["manifest.json", "{}"],
      ],
      /holds manifest.json twice/,
    ],
    [
      "that swells",
      ({ manifest }) => [
        ["manifest.json", JSON.stringify(manifest)],
        ["journal.jsonl", Buffer.alloc(40 << 20, 32)],
      ],
      /unpacks to more/,
    ],
  ])("%s is refused, and named", async (_, files, message) => {
    const path = await packed(files(await parts()));
    await expect(verifyBundle(path)).rejects.toThrow(message);
  });

  it("is refused where a name leads out of a folder, where it is cut off, and where it is no ZIP file at all", async () => {
    const { manifest, journal } = await parts();
    const path = await packed([
      ["manifest.json", JSON.stringify(manifest)],
      ["journal.jsonl", journal.join("\n")],
      ["aa/evil.txt", "x"],
    ]);
    const bytes = readFileSync(path);
    const escaping = join(folder, "escaping.zip");
    writeFileSync(escaping, Buffer.from(bytes.toString("latin1").replaceAll("aa/evil.txt", "../evil.txt"), "latin1"));
    const cut = join(folder, "cut.zip");
    writeFileSync(cut, bytes.subarray(0, bytes.length - 30));
    const text = join(folder, "text.zip");
    writeFileSync(text, "not a ZIP file");
    for (const one of [escaping, cut, text, join(folder, "nowhere.zip"), folder]) expect(await codeOf(verifyBundle(one))).toBe("invalid");
  });
});
