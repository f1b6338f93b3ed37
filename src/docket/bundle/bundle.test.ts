import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Docket, DocketError, type NewEntry, verifyDocket } from "../journal/index.js";
import { asked, noteSet } from "../journal/sample-requests.js";
import { onEachStore } from "../journal/sample-stores.js";
import { checkBackup, importCase, restoreBackup, verifyBundle, writeBundle } from "./index.js";
import { caseOpened, made, sampleDockets } from "./sample-dockets.js";
import { packZip, unpackZip } from "./sample-zip.js";

const { at } = made;
const { path: inFolder, folder, docketAt } = sampleDockets();

/** Two cases whose entries stand between each other's. */
async function twoCases(address: string): Promise<Docket> {
  const docket = await docketAt(address);
  const of = (id: string) => caseOpened(id, `Secret of ${id}`);
  await docket.append(asked("open"), async () => [of("2026-1"), of("2026-2")]);
  await docket.append(asked("note"), async () => [
    noteSet("2026-1/note-1", "é 😀"),
    noteSet("2026-2/note-1", "withheld", { case: "2026-2" }),
    noteSet("2026-1/note-2", "3"),
  ]);
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
    const path = inFolder("backup.zip");
    const { manifest } = await writeBundle(from, { path, case: null, ...made });
    expect(manifest).toMatchObject({ kind: "backup", case: null, head: await from.read((view) => view.head()) });
    expect(await checkBackup(path)).toMatchObject({ intact: true, entries: 6, closed: 0, faults: [] });
    const to = await docketAt(store.newAddress());
    await restoreBackup(to, path);
    const all = (docket: Docket) => docket.read((view) => view.entries({}));
    expect(await all(to)).toEqual(await all(from));
    expect(await verifyDocket(to)).toMatchObject({ unbroken: true, shown: { agrees: true } });
    expect(await codeOf(restoreBackup(to, path))).toBe("refused");
    await to.append(asked("on"), async () => [noteSet("2026-1/note-3", "1")]);
    expect((await to.read((view) => view.head())).number).toBe(7);
  });

  it("carries a case elsewhere: it verifies there offline, and says nothing of other cases", async () => {
    const from = await twoCases(store.newAddress());
    const path = inFolder("case.zip");
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
    expect((await to.read((view) => view.object("note", "2026-1/note-1")))?.state).toBe("é 😀");
    expect(await to.read((view) => view.objects({ case: "2026-2" }))).toEqual([]);
    expect(await verifyDocket(to)).toMatchObject({ unbroken: true, shown: { agrees: true } });
    expect((await importCase(to, { path, by: "Ben", at })).repeated).toBe(true);

    // The case goes on where it came from: a later bundle adds what is new.
    await from.append(asked("later"), async () => [noteSet("2026-1/note-1", "changed")]);
    const later = inFolder("later.zip");
    await writeBundle(from, { path: later, case: "2026-1", ...made });
    const news = await importCase(to, { path: later, by: "Ben", at });
    expect(news.entries.map(({ body }) => [body.act, body.after])).toEqual([
      ["case-imported", expect.anything()],
      ["note-set", "changed"],
    ]);

    // It goes on here too: then it is another case, and a bundle no longer fits.
    await to.append(asked("own"), async () => [noteSet("2026-1/note-1", "own")]);
    await from.append(asked("more"), async () => [noteSet("2026-1/note-1", "more")]);
    const more = inFolder("more.zip");
    await writeBundle(from, { path: more, case: "2026-1", ...made });
    expect(await codeOf(importCase(to, { path: more, by: "Ben", at }))).toBe("refused");
  });
});

describe("a case from elsewhere", () => {
  const put = (kind: string, id: string, after: NewEntry["after"]): NewEntry => ({
    act: "put",
    case: "2026-1",
    object: { kind, id },
    after,
  });
  const stranger = { name: "Eve", roles: ["administrator"] };

  it.each<[string, NewEntry, RegExp]>([
    ["a person, who would be an administrator here", put("person", "eve", stranger), /entry 3 .* person eve, and no bundle of a case/],
    ["a template of the docket", put("template", "notice", { text: "x" }), /entry 3 .* template/],
    ["a token", put("token", "t1", { person: "eve" }), /entry 3 .* token/],
    ["another case", put("case", "2026-9", caseOpened("2026-9", "x").after), /entry 3 .* case 2026-9, which is not of case 2026-1/],
    ["an object of another case", put("note", "2026-9/note-1", "x"), /entry 3 .* not of case 2026-1/],
    ["a state that is none of its kind", put("event", "2026-1/1", { id: "1", event: 7 }), /entry 3 .* does not read as event: event: /],
    [
      "an event that skips a number",
      put("event", "2026-1/2", { id: "2", event: "x", on: "2026-11-01" }),
      /entry 3 .* 2026-1\/1 was expected/,
    ],
    ["an event that is taken away", put("event", "2026-1/1", null), /entry 3 .* event/],
  ])("is not taken where it brings %s", async (_, entry, words) => {
    const from = await docketAt(inFolder("from.db"));
    await from.append(asked("open"), async () => [caseOpened("2026-1", "Acme"), entry]);
    const path = inFolder("case.zip");
    await writeBundle(from, { path, case: "2026-1", ...made });
    const to = await docketAt(inFolder("to.db"));
    await expect(importCase(to, { path, by: "Ben", at })).rejects.toThrow(words);
    expect((await to.read((view) => view.head())).number).toBe(0);
  });
});

describe("a bundle", () => {
  interface Parts {
    manifest: Record<string, unknown>;
    journal: string[];
  }

  async function parts(): Promise<Parts> {
    const docket = await twoCases(inFolder("docket.db"));
    const path = inFolder("whole.zip");
    await writeBundle(docket, { path, case: "2026-1", ...made });
    const texts = new Map([...(await unpackZip(path))].map(([name, content]) => [name, content.toString()]));
    expect(texts.get("journal.jsonl")).not.toContain("withheld");
    expect(texts.get("journal.jsonl")).not.toContain("Secret of 2026-2");
    return { manifest: JSON.parse(texts.get("manifest.json") ?? ""), journal: (texts.get("journal.jsonl") ?? "").trimEnd().split("\n") };
  }

  const packed = (files: [string, string | Buffer][]) => packZip(folder(), files);

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
    expect(await codeOf(importCase(await docketAt(inFolder("to.db")), { path, by: "Ben", at }))).toBe("broken");
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
    const escaping = inFolder("escaping.zip");
    writeFileSync(escaping, Buffer.from(bytes.toString("latin1").replaceAll("aa/evil.txt", "../evil.txt"), "latin1"));
    const cut = inFolder("cut.zip");
    writeFileSync(cut, bytes.subarray(0, bytes.length - 30));
    const text = inFolder("text.zip");
    writeFileSync(text, "not a ZIP file");
    for (const one of [escaping, cut, text, inFolder("nowhere.zip"), folder()]) expect(await codeOf(verifyBundle(one))).toBe("invalid");
  });
});
