import { createHash, randomBytes } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import type { StoredFile } from "../../model/index.js";
import { DocketError } from "./errors.js";
import { mostFileBytes, type NewFile } from "./files.js";
import { openDocket } from "./open.js";
import { rebuildShown } from "./rebuild.js";
import { asked, noteSet } from "./sample-requests.js";
import { onEachStore } from "./sample-stores.js";
import type { Docket } from "./store.js";
import { verifyDocket } from "./verify.js";

const opened: Docket[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function docketAt(address: string): Promise<Docket> {
  const docket = await openDocket(address, { create: true });
  opened.push(docket);
  return docket;
}

const digest = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");
const newFile = (content: Uint8Array): NewFile => ({ sha256: digest(content), content });
const named = (content: Uint8Array, more: Partial<StoredFile> = {}): StoredFile => {
  return { sha256: digest(content), bytes: content.length, mediaType: "text/plain", name: "a.txt", role: "original", ...more };
};
const withFiles = (id: string, files: StoredFile[], given: NewFile[]) => noteSet(id, { files }, { files: given });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "nothing was thrown",
    (error: unknown) => (error instanceof DocketError ? `${error.code}: ${error.message}` : String(error)),
  );

onEachStore((store) => {
  it("keeps files of every size with the entry that names them", async () => {
    const docket = await docketAt(store.newAddress());
    const contents = [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_500_000].map((size) => new Uint8Array(randomBytes(size)));
    for (const [index, content] of contents.entries()) {
      await docket.append(asked(index), async () => [withFiles(`n${index}`, [named(content)], [newFile(content)])]);
    }
    for (const content of contents) {
      const kept = await docket.read((view) => view.file(digest(content)));
      expect(kept && Buffer.from(kept).equals(content)).toBe(true);
    }
    expect(await docket.read((view) => view.file("0".repeat(64)))).toBeNull();
    await rebuildShown(docket);
    const { files, unbroken } = await verifyDocket(docket);
    expect([unbroken, files]).toEqual([true, { named: 6, bytes: 1 + 3 * (1 << 20) + 3_500_000, faults: [] }]);
  });

  it("keeps a file once, however many name it, and asks for its content only where it is not kept", async () => {
    const docket = await docketAt(store.newAddress());
    const content = Buffer.from("one and the same");
    await docket.append(asked(1), async () => [withFiles("a", [named(content)], [newFile(content)])]);
    const lazy: NewFile = { sha256: digest(content), content: () => Promise.reject(new Error("is not asked for")) };
    await docket.append(asked(2), async () => [withFiles("b", [named(content)], [lazy]), withFiles("c", [named(content)], [])]);
    const rows = await docket.readRaw((connection) => connection.all("SELECT part FROM file_part"));
    expect(rows).toHaveLength(1);
  });

  const good = Buffer.from("good");
  const other = Buffer.from("other");
  it.each<[string, StoredFile[], NewFile[], RegExp]>([
    ["a content of another digest", [named(good)], [{ sha256: digest(good), content: other }], /^invalid: .*its content has the digest/],
    ["a file that nothing names", [named(good)], [newFile(good), newFile(other)], /^invalid: .*does not name it/],
    ["a name without its file", [named(good)], [], /^invalid: .*was not given/],
    ["another size than is stated", [named(good, { bytes: 5 })], [newFile(good)], /^invalid: .*has 4 bytes, and 5 are stated/],
    ["files in another form", [{ sha256: digest(good) } as StoredFile], [], /^invalid: .*not told as digest/],
    [
      "a file that is too large",
      [named(good)],
      [{ sha256: digest(good), content: { length: mostFileBytes + 1 } as Uint8Array }],
      /^invalid: .*at most 134217728/,
    ],
  ])("refuses %s, and keeps nothing of the request", async (_, files, given, message) => {
    const docket = await docketAt(store.newAddress());
    const first = Buffer.from("first");
    const both = docket.append(asked(1), async () => [withFiles("a", [named(first)], [newFile(first)]), withFiles("b", files, given)]);
    expect(await codeOf(both)).toMatch(message);
    expect(await docket.read((view) => view.file(digest(first)))).toBeNull();
    expect((await docket.read((view) => view.head())).number).toBe(0);
  });

  it("lets nobody change or remove a file by an oversight; done on purpose, verify names it", async () => {
    const docket = await docketAt(store.newAddress());
    const contents = ["changed", "missing", "kept", "half"].map((text) => Buffer.from(text.repeat(text === "half" ? 400_000 : 1)));
    for (const [index, content] of contents.entries()) {
      await docket.append(asked(index), async () => [withFiles(`n${index}`, [named(content)], [newFile(content)])]);
    }
    const [changed, missing, , half] = contents.map(digest) as [string, string, string, string];
    for (const sql of ["UPDATE file_part SET part = 9", "DELETE FROM file_part"]) {
      await expect(docket.database.write((connection) => connection.run(sql))).rejects.toThrow("files are kept as they are");
    }
    await docket.database.write(async (connection) => {
      if (docket.database.dialect === "libsql")
        for (const verb of ["update", "delete"]) await connection.run(`DROP TRIGGER file_keeps_${verb}`);
      else await connection.run("DROP TRIGGER file_keeps ON file_part");
      await connection.run("UPDATE file_part SET content = ? WHERE sha256 = ?", [Buffer.from("Changed"), changed]);
      await connection.run("DELETE FROM file_part WHERE sha256 = ?", [missing]);
      await connection.run("DELETE FROM file_part WHERE sha256 = ? AND part = 1", [half]);
      await connection.run("INSERT INTO file_part (sha256, part, content) VALUES (?, 0, ?)", ["e".repeat(64), Buffer.from("x")]);
    });
    const { unbroken, files } = await verifyDocket(docket);
    expect(unbroken).toBe(true);
    expect(files.faults).toEqual([
      { sha256: changed, entry: 2, what: "it was changed: its content does not have its digest" },
      { sha256: missing, entry: 3, what: "it is missing" },
      { sha256: half, entry: 5, what: "it was changed: its content does not have its digest" },
      { sha256: "e".repeat(64), entry: null, what: "it is kept, and no entry names it" },
    ]);
    expect(await codeOf(docket.read((view) => view.file(changed)))).toMatch(/^broken: /);
  });
});
