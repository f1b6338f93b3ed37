import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changeSetsBehind, WithoutChangeSet } from "../../src/change-sets-behind.js";
import { addDocketCommand } from "../../src/cli/docket.js";
import { runCommand } from "../../src/cli/sample-run.js";
import type { ShelvedReview, ShownRun } from "../../src/model/index.js";
import { importFiles } from "../../src/reference/import/import-files.js";
import { importsFolder } from "../../src/reference/import/imports-folder.js";
import { importFormats } from "../../src/reference/import/registry.js";
import { loadReference } from "../../src/reference/load.js";
import { decideChange, referenceChanges } from "../../src/reference-changes.js";
import { builtInPacks, loadRulePacks } from "../../src/rule-packs.js";
import { type SampleServer, sampleServer } from "../../src/server/sample-server.js";
import { plantedList } from "./planted/lists.js";

const day = "2026-11-27";
const folderFor = (name: string) => mkdtempSync(join(tmpdir(), `${name}-`));
const inForce = (data: string) => loadReference({ imports: importsFolder(data) }).imports;

async function imported(data: string, format: string, hold = false): Promise<void> {
  const { name, text } = await plantedList(format);
  const file = join(folderFor("list"), name);
  writeFileSync(file, text);
  expect((await importFiles([file], { into: data, importedOn: day, hold })).failed).toEqual([]);
}

describe("nothing enters the record without a change set id", () => {
  it.each(importFormats.map(({ id }) => id))(
    "what is imported as %s is a change set, and without it nothing rests on it",
    async (format) => {
      const data = folderFor("entered");
      await imported(data, format, true);
      // Held, nothing of it is in force; it has its id all the same.
      expect(inForce(data)).toEqual([]);
      const { changes } = await referenceChanges(data);
      expect(changes.length).toBeGreaterThan(0);
      for (const { source } of changes)
        await decideChange(data, source, { state: "accepted", by: "Ana", at: `${day}T10:00:00.000Z`, reason: null });
      const imports = inForce(data);
      expect(imports.map(({ id, sha256 }) => `${id}/${sha256.slice(0, 16)}`).sort()).toEqual(changes.map(({ id }) => id).sort());
      expect(await changeSetsBehind(data, { imports, packs: [] }, day)).toEqual(
        imports.map(({ id, sha256 }) => `${id}/${sha256.slice(0, 16)}`),
      );
      for (const { source } of changes) rmSync(join(importsFolder(data), source, "change.json"));
      await expect(changeSetsBehind(data, { imports, packs: [] }, day)).rejects.toThrow(WithoutChangeSet);
      // Its file imported again makes it one, though nothing of the list differs.
      await imported(data, format);
      expect((await changeSetsBehind(data, { imports, packs: [] }, day)).sort()).toEqual(changes.map(({ id }) => id).sort());
    },
  );

  it("every rule pack that comes with beholden is one, by the edition that judges", async () => {
    const data = folderFor("entered");
    const packs = (await loadRulePacks(await builtInPacks(), data)).map(({ pack, sha256 }) => ({ id: pack.id, sha256 }));
    const ids = await changeSetsBehind(data, { imports: [], packs }, day);
    expect(ids).toEqual(packs.map(({ id, sha256 }) => `rules:${id}/${sha256.slice(0, 16)}`));
    expect((await referenceChanges(data)).packEditions.map(({ id }) => id).sort()).toEqual([...ids].sort());
    // A pack of somebody's own is no import: it is read anew from the folder that is reviewed, and named there by its digest.
    expect(await changeSetsBehind(data, { imports: [], packs: [{ id: "own", sha256: "a".repeat(64) }] }, day)).toEqual([]);
  });

  it("a run names the change sets that it rests on; without one it is refused, and the record stays as it was", async () => {
    const data = folderFor("entered");
    const shop = join(data, "shop");
    mkdirSync(shop);
    writeFileSync(join(shop, "main.tf"), 'resource "alicloud_oss_bucket" "archive" {\n  bucket = "archive"\n}\n');
    await imported(data, "own-parties-csv");
    const docket = async (...words: string[]) =>
      (await runCommand(addDocketCommand, "docket", ...words, "--data", data, "--quiet", "--format", "json")).stdout;
    await docket("new", "--id", "A-1", "--caption", "Acme", "--by", "Ana");
    await docket("attach", "A-1", shop, "--as-of", day, "--by", "Ana");
    const { run } = JSON.parse(await docket("run", "show", "A-1", "r1")) as ShownRun;
    const { changes, packEditions } = await referenceChanges(data);
    const behind = [...changes, ...packEditions.filter(({ source }) => ["rules:us-dsp", "rules:us-icts"].includes(source))].map(
      ({ id }) => id,
    );
    expect(run.changeSets?.slice().sort()).toEqual(behind.sort());
    const entries = async () => (JSON.parse(await docket("log")) as { lines: unknown[] }).lines.length;
    const before = await entries();
    for (const { source } of changes) rmSync(join(importsFolder(data), source, "change.json"));
    await expect(docket("attach", "A-1", shop, "--as-of", "2026-11-26", "--by", "Ana")).rejects.toThrow(/came in by no change set/);
    await expect(docket("attach", "A-1", "--dossier", "selectel", "--by", "Ana")).rejects.toThrow(/came in by no change set/);
    expect(await entries()).toBe(before);
  }, 60_000);

  it("a review is not kept that rests on what came in by none", async () => {
    const server: SampleServer = await sampleServer({ keepsReviews: true });
    try {
      await imported(server.folder, "own-parties-csv");
      const shop = join(server.folder, "shop");
      mkdirSync(shop);
      writeFileSync(join(shop, "hosts.txt"), "oss-us-west-1.aliyuncs.com\n");
      const keep = () => server.ask("POST", "/api/reviews", { body: { folder: "shop", asOf: day } });
      const kept = await keep();
      expect([kept.status, ((await kept.json()) as ShelvedReview).asOf]).toEqual([201, day]);
      for (const { source } of (await referenceChanges(server.folder)).changes)
        rmSync(join(importsFolder(server.folder), source, "change.json"));
      const refused = await keep();
      expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("came in by no change set")]);
    } finally {
      await server.stop();
    }
  }, 60_000);
});
