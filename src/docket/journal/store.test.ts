import { existsSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { canonicalJson, sha256 } from "./canonical.js";
import { ConflictError, DocketError } from "./errors.js";
import { openDocket } from "./open.js";
import { rebuildShown } from "./rebuild.js";
import { asked, noteSet } from "./sample-requests.js";
import { onEachStore, onPostgres } from "./sample-stores.js";
import type { Docket } from "./store.js";
import { verifyDocket } from "./verify.js";

const opened: Docket[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function docketAt(address: string, create = true): Promise<Docket> {
  const docket = await openDocket(address, { create, patience: 2_000 });
  opened.push(docket);
  return docket;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "nothing was thrown",
    (error: unknown) => (error instanceof DocketError ? error.code : String(error)),
  );
}

onEachStore((store) => {
  it("keeps entries in a chain whose digests anyone can recompute", async () => {
    const docket = await docketAt(store.newAddress());
    await docket.append(asked("one"), async () => [noteSet("a", { text: "first" }, { reason: "a call" })]);
    const { entries, head } = await docket.append(asked("two"), async () => [
      noteSet("a", { text: "second" }),
      noteSet("b", "€ \u0000 😀"),
    ]);
    expect(entries.map(({ number, body }) => [number, body.act, body.before, body.after])).toEqual([
      [3, "note-set", { text: "first" }, { text: "second" }],
      [4, "note-set", null, "€ \u0000 😀"],
    ]);
    const all = await docket.read((view) => view.entries({}));
    expect(all.map(({ body }) => body.act)).toEqual(["docket-opened", "note-set", "note-set", "note-set"]);
    let previous = "0".repeat(64);
    for (const { number, body, ...entry } of all) {
      const content = sha256(canonicalJson(body));
      expect(entry).toEqual({ previous, content, digest: sha256(`{"content":"${content}","number":${number},"previous":"${previous}"}`) });
      previous = entry.digest;
    }
    expect(head).toEqual({ number: 4, digest: previous });
  });

  it("shows the newest state, by kind and by case", async () => {
    const docket = await docketAt(store.newAddress());
    await docket.append(asked("one"), async () => [noteSet("a", 1), noteSet("b", 2, { case: "2026-2" }), noteSet("c", 3)]);
    await docket.append(asked("two"), async () => [noteSet("a", 4), noteSet("c", null)]);
    const shown = await docket.read((view) => view.objects({ kind: "note" }));
    expect(shown.map(({ id, version, state }) => [id, version, state])).toEqual([
      ["b", 3, 2],
      ["a", 5, 4],
    ]);
    expect((await docket.read((view) => view.objects({ case: "2026-2" }))).map(({ id }) => id)).toEqual(["b"]);
    expect((await docket.read((view) => view.entries({ case: "2026-1" }))).map(({ number }) => number)).toEqual([2, 4, 5, 6]);
  });

  it("does all of a request or nothing", async () => {
    const docket = await docketAt(store.newAddress());
    await docket.append(asked("one"), async () => [noteSet("a", 1)]);
    const failing = docket.append(asked("two"), async () => [noteSet("b", 1), noteSet("c", Number.NaN)]);
    expect(await codeOf(failing)).toBe("invalid");
    expect(
      await codeOf(
        docket.append(asked("three"), async () => {
          throw new DocketError("refused", "no");
        }),
      ),
    ).toBe("refused");
    expect((await docket.read((view) => view.head())).number).toBe(2);
  });

  it.each([
    ["a name that is too long", asked("x", { by: "A".repeat(201) }), noteSet("a", 1), /by: /],
    ["a moment that is none", asked("x", { at: "yesterday" }), noteSet("a", 1), /at: expected a moment/],
    ["an act in other letters", asked("x"), noteSet("a", 1, { act: "Note Set" }), /act: /],
    ["a reason that is too long", asked("x"), noteSet("a", 1, { reason: "a".repeat(10_001) }), /reason: /],
  ])("refuses %s, which would break the chain for whoever verifies it", async (_, request, entry, field) => {
    const docket = await docketAt(store.newAddress());
    await docket.append(asked("before"), async () => [noteSet("b", 1)]);
    await expect(docket.append(request, async () => [noteSet("c", 1), entry])).rejects.toThrow(field);
    expect(await verifyDocket(docket)).toMatchObject({ unbroken: true, entries: 2 });
  });

  it("acts once on a request that comes twice, and refuses its key for another", async () => {
    const docket = await docketAt(store.newAddress());
    const first = await docket.append(asked("one", { key: "k1" }), async () => [noteSet("a", 1), noteSet("b", 1)]);
    const second = await docket.append(asked("one", { key: "k1", at: "2026-11-28T00:00:00.000Z" }), async () => [noteSet("a", 2)]);
    expect(second).toEqual({ ...first, repeated: true });
    expect(await codeOf(docket.append(asked("other", { key: "k1" }), async () => [noteSet("a", 3)]))).toBe("key-used");
    expect(await codeOf(docket.append(asked("one", { key: "k1", by: "Ben" }), async () => [noteSet("a", 3)]))).toBe("key-used");
    const both = await Promise.all(["x", "y"].map((id) => docket.append(asked("same", { key: "k2" }), async () => [noteSet(id, 1)])));
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect((await docket.read((view) => view.head())).number).toBe(4);
  });

  it("tells a save on an older version, with mine, theirs and merged", async () => {
    const docket = await docketAt(store.newAddress());
    const { head } = await docket.append(asked("one"), async () => [noteSet("a", { title: "A", owner: "x" })]);
    await docket.append(asked("theirs", { by: "Ben" }), async () => [noteSet("a", { title: "B", owner: "x" }, { seen: head.number })]);
    const mine = docket.append(asked("mine"), async () => [noteSet("a", { title: "A", owner: "y" }, { seen: head.number })]);
    const error = await mine.catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(ConflictError);
    expect((error as ConflictError).conflict).toMatchObject({
      object: { kind: "note", id: "a" },
      seen: 2,
      current: 3,
      theirs: { by: "Ben", state: { title: "B", owner: "x" } },
      mine: { title: "A", owner: "y" },
      merged: { title: "B", owner: "y" },
    });
    expect((error as Error).message).toContain("was changed by Ben at 2026-11-27T09:30:00.000Z");
    expect(await codeOf(docket.append(asked("new"), async () => [noteSet("a", 1, { seen: 0 })]))).toBe("conflict");
  });

  it("puts many writers at once in one line", async () => {
    const address = store.newAddress();
    const dockets = await Promise.all(Array.from({ length: 4 }, () => docketAt(address)));
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        dockets[index % 4]?.append(asked(index), async (view) => {
          const count = await view.object("note", "count");
          return [noteSet("count", Number(count?.state ?? 0) + 1)];
        }),
      ),
    );
    const [docket] = dockets as [Docket];
    expect((await docket.read((view) => view.object("note", "count")))?.state).toBe(60);
    expect(await verifyDocket(docket)).toMatchObject({ unbroken: true, entries: 61, shown: { agrees: true } });
  });

  it("reads one state while others write", async () => {
    const address = store.newAddress();
    const [docket, other] = [await docketAt(address), await docketAt(address)];
    await docket.append(asked("one"), async () => [noteSet("a", 1)]);
    await docket.read(async (view) => {
      await view.head();
      await other.append(asked("two"), async () => [noteSet("a", 2)]);
      expect((await view.object("note", "a"))?.state).toBe(1);
    });
    expect((await docket.read((view) => view.object("note", "a")))?.state).toBe(2);
  });

  it("lets nobody change or remove an entry by an oversight", async () => {
    const docket = await docketAt(store.newAddress());
    await docket.append(asked("one"), async () => [noteSet("a", 1)]);
    for (const sql of ["UPDATE journal SET body = 'x'", "DELETE FROM journal"]) {
      await expect(docket.database.write((connection) => connection.run(sql))).rejects.toThrow("the journal is append-only");
    }
    expect((await docket.read((view) => view.head())).number).toBe(2);
  });

  it("rebuilds what is shown from the journal alone, and tells what was otherwise", async () => {
    const docket = await docketAt(store.newAddress());
    await docket.append(asked("one"), async () => [noteSet("a", 1), noteSet("b", { text: "é" }), noteSet("c", 1), noteSet("c", null)]);
    const before = await docket.read((view) => view.objects({}));
    await docket.database.write(async (connection) => {
      await connection.run("UPDATE object SET state = '9' WHERE id = 'a'");
      await connection.run("DELETE FROM object WHERE id = 'b'");
      await connection.run("INSERT INTO object (kind, id, case_id, version, state) VALUES ('note', 'd', NULL, 1, '1')");
    });
    const differing = ["note a", "note b", "note d"];
    expect(await verifyDocket(docket)).toMatchObject({ unbroken: true, shown: { agrees: false, differing } });
    expect(await rebuildShown(docket)).toMatchObject({ entries: 5, objects: 3, mended: differing });
    expect(await docket.read((view) => view.objects({}))).toEqual(before);
    expect((await verifyDocket(docket)).shown).toEqual({ agrees: true, differing: [] });
  });

  it("says where there is no docket, and makes none by reading", async () => {
    const address = store.newAddress();
    expect(await codeOf(openDocket(address, { create: false }))).toBe("not-found");
    if (store.name === "libsql") expect(existsSync(address)).toBe(false);
  });

  it("leaves alone what a newer version made", async () => {
    const address = store.newAddress();
    const docket = await docketAt(address);
    await docket.database.write((connection) => connection.run("INSERT INTO migration (number, name) VALUES (99, 'of tomorrow')"));
    expect(await codeOf(openDocket(address, { create: true }))).toBe("newer");
  });
});

describe("a docket in a file", () => {
  it("is for its owner alone", async () => {
    const address = join(tmpdir(), `folder-${process.pid}`, "docket.db");
    const docket = await docketAt(address);
    await docket.append(asked("one"), async () => [noteSet("a", 1)]);
    for (const path of [address, `${address}-wal`]) expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("is none where the file is something else", async () => {
    const address = join(tmpdir(), `other-${process.pid}.db`);
    writeFileSync(address, "this is no database, and long enough to be looked at ".repeat(100));
    await expect(openDocket(address, { create: true })).rejects.toThrow(/is no docket, or its file is damaged/);
    await expect(openDocket(join(address, "docket.db"), { create: true })).rejects.toThrow(/cannot make a docket/);
  });
});

onPostgres((cluster) => {
  it("never shows a password, and says what to do where it cannot get in", async () => {
    const address = cluster().newDatabase().replace("postgres@", "postgres:secret@");
    const docket = await docketAt(address);
    expect(docket.database.name).not.toContain("secret");
    const nowhere = openDocket(`${address}_nowhere`, { create: true });
    await expect(nowhere).rejects.toThrow(/does not exist.*Check the user/);
    await expect(nowhere).rejects.not.toThrow(/secret/);
    await expect(openDocket("postgres://postgres@127.0.0.1:1/x", { create: true, patience: 50 })).rejects.toThrow(/It does not answer/);
  });
});
