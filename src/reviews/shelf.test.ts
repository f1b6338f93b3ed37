import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openShelf } from "./shelf.js";

const root = mkdtempSync(join(tmpdir(), "beholden-shelf-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it("tells all who ask at once the same of a file, and of its change whoever asks after it", async () => {
  const path = join(root, "old.json");
  const old = { schemaVersion: "1", tool: { name: "beholden" }, determinations: [], transactions: [] };
  writeFileSync(path, JSON.stringify(old));
  const shelf = openShelf({ data: join(root, "data"), folder: root });
  const both = await Promise.all([shelf.list(), shelf.list()]);
  for (const { reviews, unread } of both) {
    expect(reviews).toEqual([]);
    expect(unread.map((one) => one.path)).toEqual([path]);
  }
  writeFileSync(path, JSON.stringify({ ...old, tool: { name: "another" } }));
  expect((await shelf.list()).unread).toEqual([]);
});
