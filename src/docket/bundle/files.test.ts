import { createHash, randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Docket, DocketError, type NewEntry, verifyDocket } from "../journal/index.js";
import { asked } from "../journal/sample-requests.js";
import { onEachStore } from "../journal/sample-stores.js";
import { importCase, restoreBackup, verifyBundle, writeBundle } from "./index.js";
import { caseOpened, made, sampleDockets } from "./sample-dockets.js";
import { packZip, unpackZip } from "./sample-zip.js";

const { at } = made;
const { path: inFolder, folder, docketAt } = sampleDockets();

const digest = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

function fileAdded(id: string, content: Uint8Array, of: string | null = "2026-1"): NewEntry {
  const sha256 = digest(content);
  const unknown = { source: null, publisher: null, published: null, retrieved: null, obtained: null, replaces: null, text: null };
  const after = {
    ...{ title: "A paper", format: "text", ...unknown, attachments: [], remarks: [], withdrawn: null },
    ...{ handling: "internal", grade: { reliability: null, credibility: null } },
    files: [{ sha256, bytes: content.length, mediaType: "text/plain", name: "a.txt", role: "original" }],
  };
  return { act: "evidence-added", case: of, object: { kind: "evidence", id: `${of}/${id}` }, after, files: [{ sha256, content }] };
}

const own = new Uint8Array(randomBytes(2_500_000));
// It packs better than any honest file, and is one all the same.
const blank = new Uint8Array(20 << 20);
const ofOther = Buffer.from("the other case's own");
const ofNone = Buffer.from("a template of the docket");

async function withFiles(address: string): Promise<Docket> {
  const docket = await docketAt(address);
  await docket.append(asked("open"), async () => [caseOpened("2026-1", "One"), caseOpened("2026-2", "Two")]);
  await docket.append(asked("files"), async () => [
    fileAdded("e1", own),
    fileAdded("e1", ofOther, "2026-2"),
    fileAdded("e1", ofNone, null),
    fileAdded("e2", blank),
    fileAdded("e3", own),
  ]);
  return docket;
}

async function thrown(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "nothing was thrown",
    (error: unknown) => (error instanceof DocketError ? `${error.code}: ${error.message}` : String(error)),
  );
}

onEachStore((store) => {
  it("takes every file along in a backup", async () => {
    const from = await withFiles(store.newAddress());
    const path = inFolder("backup.zip");
    const { manifest } = await writeBundle(from, { path, case: null, ...made });
    expect(manifest.files.map(({ path: name }) => name)).toEqual([
      "journal.jsonl",
      ...[own, ofOther, ofNone, blank].map((content) => `files/${digest(content)}`).sort(),
    ]);
    expect(await verifyBundle(path)).toMatchObject({ intact: true, files: 4 });
    const to = await docketAt(store.newAddress());
    await restoreBackup(to, path);
    expect(await verifyDocket(to)).toMatchObject({ unbroken: true, files: { named: 4, faults: [] } });
    expect(Buffer.from((await to.read((view) => view.file(digest(own)))) ?? []).equals(own)).toBe(true);
  });

  it("takes a case's own files along in its bundle, and nobody else's", async () => {
    const from = await withFiles(store.newAddress());
    const path = inFolder("case.zip");
    await writeBundle(from, { path, case: "2026-1", ...made });
    const names = [...(await unpackZip(path)).keys()].filter((name) => name.startsWith("files/"));
    expect(names).toEqual([own, blank].map((content) => `files/${digest(content)}`).sort());
    expect(await verifyBundle(path)).toMatchObject({ intact: true, files: 2 });
    const to = await docketAt(store.newAddress());
    await importCase(to, { path, by: "Ben", at });
    expect(await verifyDocket(to)).toMatchObject({ unbroken: true, files: { named: 2, faults: [] } });
  });

  it("makes none of a docket whose file was changed, and leaves nothing half behind", async () => {
    const docket = await withFiles(store.newAddress());
    await docket.database.write(async (connection) => {
      await connection.run(`DROP TRIGGER ${docket.database.dialect === "libsql" ? "file_keeps_update" : "file_keeps ON file_part"}`);
      await connection.run("UPDATE file_part SET content = ? WHERE sha256 = ?", [Buffer.from("x"), digest(ofOther)]);
    });
    const path = inFolder("backup.zip");
    expect(await thrown(writeBundle(docket, { path, case: null, ...made }))).toMatch(/^broken: the file .* was changed/);
    expect(readdirSync(folder())).toEqual([]);
  });
});

describe("a bundle with files that somebody made", () => {
  const path = (content: Uint8Array) => `files/${digest(content)}`;
  type Parts = Map<string, Buffer>;

  let honest: Promise<Parts> | undefined;
  /** What an honest bundle holds, to be changed. */
  async function parts(): Promise<Parts> {
    honest ??= (async () => {
      const docket = await withFiles(inFolder("docket.db"));
      const whole = inFolder("whole.zip");
      await writeBundle(docket, { path: whole, case: "2026-1", ...made });
      return unpackZip(whole);
    })();
    return new Map([...(await honest)].map(([name, content]) => [name, Buffer.from(content)]));
  }

  const inManifest = (all: Parts, change: (files: { path: string; bytes: number; sha256: string }[]) => unknown[]) => {
    const manifest = JSON.parse(String(all.get("manifest.json")));
    all.set("manifest.json", Buffer.from(JSON.stringify({ ...manifest, files: change(manifest.files) })));
  };
  const stranger = Buffer.from("#!/bin/sh");

  it.each<[string, (all: Parts) => void, RegExp]>([
    ["another content", (all) => all.set(path(own), Buffer.from("other")), /files\/.* does not have the digest that the manifest names/],
    ["a file taken out", (all) => all.delete(path(own)), /files\/.* is named in the manifest and not in it/],
    [
      "a file taken out of the manifest too",
      (all) => {
        all.delete(path(own));
        inManifest(all, (files) => files.filter((one) => one.path !== path(own)));
      },
      /files\/.* is named by an entry and not in the manifest/,
    ],
    ["a file more", (all) => all.set(path(stranger), stranger), /files\/.* is in it and not in the manifest/],
    [
      "a file more that the manifest vouches for",
      (all) => {
        all.set(path(stranger), stranger);
        inManifest(all, (files) => [...files, { path: path(stranger), bytes: stranger.length, sha256: digest(stranger) }]);
      },
      /files\/.* is named in the manifest, and no entry names it/,
    ],
    [
      "a name that is not its digest",
      (all) => {
        all.set(path(own), stranger);
        inManifest(all, (files) =>
          files.map((one) => (one.path === path(own) ? { ...one, bytes: stranger.length, sha256: digest(stranger) } : one)),
        );
      },
      /files\/.* by another digest than its name/,
    ],
    [
      "another size",
      (all) => inManifest(all, (files) => files.map((one) => (one.path === path(own) ? { ...one, bytes: 3 } : one))),
      /files\/.* does not have the size/,
    ],
    [
      "a file named twice",
      (all) => inManifest(all, (files) => [...files, ...files.filter((one) => one.path === path(own))]),
      /the manifest names a file twice/,
    ],
  ])("%s is a fault, and nothing is taken", async (_, change, fault) => {
    const all = await parts();
    change(all);
    const changed = await packZip(folder(), [...all]);
    const { intact, faults } = await verifyBundle(changed);
    expect([intact, faults.join("\n")]).toEqual([false, expect.stringMatching(fault)]);
    expect(faults).toHaveLength(1);
    const to = await docketAt(inFolder("to.db"));
    expect(await thrown(importCase(to, { path: changed, by: "Ben", at }))).toMatch(/^broken: .*Nothing was taken from it/);
    expect((await to.read((view) => view.head())).number).toBe(0);
  });

  it("a file that is larger than any may be is refused", async () => {
    const all = await parts();
    all.set(path(own), Buffer.alloc((128 << 20) + 1, 1));
    const large = await packZip(folder(), [...all]);
    expect(await thrown(verifyBundle(large))).toMatch(/^invalid: .*unpacks to more than a bundle may hold/);
  });
});
