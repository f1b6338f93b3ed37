import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadReference } from "../reference/load.js";
import { review } from "../review.js";
import { folderState } from "./folder-state.js";
import { openShelf } from "./shelf.js";

const bucket = (name: string) => `resource "alicloud_oss_bucket" "archive" {\n  bucket = "${name}"\n}\n`;

it("tells which files of a kept review's folder are otherwise or gone since, by length and by digest", async () => {
  const data = mkdtempSync(join(tmpdir(), "folder-state-"));
  const folder = join(data, "shop");
  mkdirSync(join(folder, "infra"), { recursive: true });
  writeFileSync(join(folder, "infra", "main.tf"), bucket("one"));
  writeFileSync(join(folder, "other.tf"), bucket("two"));
  writeFileSync(join(folder, "third.tf"), bucket("six"));
  const made = await review([folder], { asOf: "2026-11-20", reference: loadReference(), packs: [] });
  const origin = { kind: "folder" as const, path: folder };
  const shelved = await openShelf({ data, folder: null }).keep(made, {
    origin,
    kept: "2026-11-20T10:00:00.000Z",
    by: null,
    handling: "internal",
  });
  const state = () => folderState({ shelved, review: made });
  expect(await state()).toEqual({ schemaVersion: "1", checked: true, files: 3, changed: [], gone: [] });
  // The same length, other words.
  writeFileSync(join(folder, "infra", "main.tf"), bucket("two"));
  writeFileSync(join(folder, "other.tf"), bucket("longer"));
  rmSync(join(folder, "third.tf"));
  expect(await state()).toMatchObject({ checked: true, changed: ["infra/main.tf", "other.tf"], gone: ["third.tf"] });
  const strange = { ...made, files: made.files.map((one) => ({ ...one, path: `../../${one.path}` })) };
  expect(await folderState({ shelved, review: strange })).toMatchObject({ changed: [], gone: { length: 3 } });
  expect(await folderState({ shelved: { ...shelved, again: false }, review: made })).toMatchObject({
    checked: false,
    changed: [],
    gone: [],
  });
});
