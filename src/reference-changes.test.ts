import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { importFiles } from "./reference/import/import-files.js";
import { importsFolder } from "./reference/import/imports-folder.js";
import { loadReference } from "./reference/load.js";
import { ChangeRefused, decideChange, referenceChange, referenceChanges } from "./reference-changes.js";
import { review } from "./review.js";
import { openShelf } from "./reviews/shelf.js";
import { rulePacksFor } from "./rule-packs.js";

const data = mkdtempSync(join(tmpdir(), "changes-"));
const table = join(data, "suppliers.csv");
const source = "user-suppliers";
const heading = "ID;Name;Kind;Jurisdiction\n";

async function imported(rows: string, importedOn: string): Promise<void> {
  writeFileSync(table, heading + rows);
  const report = await importFiles([table], { into: data, importedOn });
  expect(report.failed).toEqual([]);
}

const namesInForce = () =>
  [...loadReference({ imports: importsFolder(data) }).parties()]
    .filter(({ id }) => id.startsWith("user-"))
    .map(({ name }) => name)
    .sort();

const by = { by: "Ana", at: "2026-11-27T10:00:00.000Z" };

describe("an import as a change set", () => {
  beforeAll(async () => {
    await imported("S-1;Quux Software;company;DE\nS-2;Gone Ltd;company;GB\nS-4;Same SA;company;FR\n", "2026-11-01");
  }, 60_000);

  it("is the whole of a first import, in force and undecided", async () => {
    const { changes } = await referenceChanges(data);
    expect(changes).toMatchObject([
      { source, before: null, inForce: "after", decision: null, after: { parties: 3, importedOn: "2026-11-01" } },
    ]);
    expect((await referenceChange(data, source)).counts).toEqual({ added: 3, changed: 0, gone: 0, same: 0 });
  });

  it("tells what a later one adds, changes and leaves out, field by field, and what that does to a kept review", async () => {
    await imported("S-1;Quux Software;company;RU\nS-3;New Oy;company;FI\nS-4;Same SA;company;FR\n", "2026-11-25");
    const { change, counts, rows, knockOn } = await referenceChange(data, source, { knockOn: true });
    expect(change).toMatchObject({ inForce: "after", decision: null, before: { importedOn: "2026-11-01" } });
    expect(counts).toEqual({ added: 1, changed: 1, gone: 1, same: 1 });
    expect(rows.map(({ name, change: kind }) => `${kind} ${name}`).sort()).toEqual([
      "added New Oy",
      "changed Quux Software",
      "gone Gone Ltd",
    ]);
    expect(rows.find(({ name }) => name === "Quux Software")?.fields).toEqual([{ field: "jurisdiction", before: "DE", after: "RU" }]);
    expect(knockOn).toEqual([]);
  }, 60_000);

  it("tells which findings of a kept review come by it: the review is made again on both editions", async () => {
    const own = mkdtempSync(join(tmpdir(), "changes-"));
    const [stakes, folder] = [join(own, "stakes.csv"), join(own, "shop")];
    const share = async (percent: string) => {
      writeFileSync(stakes, `owner,owned,share\nparty:alibaba-group-holding,party:digitalocean-holdings,${percent}\n`);
      expect((await importFiles([stakes], { into: own, importedOn: "2026-11-01" })).failed).toEqual([]);
    };
    await share("1");
    mkdirSync(folder);
    writeFileSync(join(folder, "main.tf"), 'resource "digitalocean_droplet" "web" {\n  name = "web"\n  region = "nyc1"\n}\n');
    const reference = loadReference({ imports: importsFolder(own) });
    const packs = await rulePacksFor([], [folder]);
    const made = await review([folder], { asOf: "2026-11-20", reference, packs });
    const keeping = {
      origin: { kind: "folder" as const, path: folder },
      kept: "2026-11-20T10:00:00.000Z",
      by: "Ana",
      handling: "internal" as const,
    };
    await openShelf({ data: own, folder: null }).keep(made, keeping);
    await share("60");
    const { knockOn } = await referenceChange(own, "user-stakes", { knockOn: true });
    expect(knockOn).toHaveLength(1);
    expect(knockOn?.[0]?.answer.join(" ")).toContain("Alibaba Group Holding Limited");
    expect(knockOn?.[0]?.findings.filter(({ change: kind }) => kind === "added").length).toBeGreaterThan(0);
  }, 60_000);

  it("is taken out of force by a rejection, and back by its opposite", async () => {
    expect(namesInForce()).toContain("New Oy");
    const rejected = await decideChange(data, source, { state: "rejected", ...by, reason: "half of the list" });
    expect(rejected).toMatchObject({ inForce: "before", decision: { state: "rejected", reason: "half of the list" } });
    expect(namesInForce()).toEqual(["Gone Ltd", "Quux Software", "Same SA"]);
    const accepted = await decideChange(data, source, { state: "accepted", ...by, reason: null });
    expect(accepted).toMatchObject({ inForce: "after", decision: { state: "accepted" } });
    expect(namesInForce()).toContain("New Oy");
  });

  it("is decided row by row: a rejected row stands as it stood before, and the rest as the edition has it", async () => {
    const rows = async () =>
      Object.fromEntries((await referenceChange(data, source)).rows.map(({ name, decision }) => [name, decision?.state ?? "open"]));
    await expect(decideChange(data, source, { state: "rejected", ...by, reason: "typo" }, ["user-s-4"])).rejects.toThrow(ChangeRefused);
    const quux = await decideChange(data, source, { state: "rejected", ...by, reason: "they moved nowhere" }, ["user-s-1"]);
    expect(quux).toMatchObject({ inForce: "part", decidedRows: { accepted: 0, rejected: 1 } });
    const jurisdictions = () =>
      Object.fromEntries(
        [...loadReference({ imports: importsFolder(data) }).parties()]
          .filter(({ id }) => id.startsWith("user-"))
          .map(({ name, jurisdiction }) => [name, jurisdiction]),
      );
    expect(jurisdictions()).toEqual({ "Quux Software": "DE", "New Oy": "FI", "Same SA": "FR" });
    expect(loadReference({ imports: importsFolder(data) }).imports[0]?.title).toMatch(/, without 1 of its 3 changes$/);
    await decideChange(data, source, { state: "rejected", ...by, reason: "it is there" }, ["user-s-2"]);
    expect(jurisdictions()).toEqual({ "Quux Software": "DE", "Gone Ltd": "GB", "New Oy": "FI", "Same SA": "FR" });
    expect(await rows()).toEqual({ "Quux Software": "rejected", "Gone Ltd": "rejected", "New Oy": "open" });
    const back = await decideChange(data, source, { state: "accepted", ...by, reason: null }, ["user-s-1", "user-s-2"]);
    expect(back).toMatchObject({ inForce: "after", decidedRows: { accepted: 2, rejected: 0 } });
    expect(jurisdictions()).toEqual({ "Quux Software": "RU", "New Oy": "FI", "Same SA": "FR" });
  });

  it("keeps what was decided on it when the same bytes are imported again, and a held one waits with nothing in force", async () => {
    const rejected = await decideChange(data, source, { state: "rejected", ...by, reason: "half of the list" });
    await importFiles([table], { into: data, importedOn: "2026-11-25" });
    expect((await referenceChanges(data)).changes[0]).toMatchObject({ id: rejected.id, decision: { state: "rejected" } });
    expect(namesInForce()).not.toContain("New Oy");
    const fresh = mkdtempSync(join(tmpdir(), "changes-"));
    const report = await importFiles([table], { into: fresh, importedOn: "2026-11-25", hold: true });
    expect(report.sources[0]?.notes.join(" ")).toContain("it is held, and nothing of it is in force");
    const inForce = () => [...loadReference({ imports: importsFolder(fresh) }).parties()].filter(({ id }) => id.startsWith("user-")).length;
    expect((await referenceChanges(fresh)).changes[0]).toMatchObject({ held: true, open: true, inForce: "neither", decision: null });
    expect(inForce()).toBe(0);
    const taken = await decideChange(fresh, source, { state: "accepted", ...by, reason: null }, ["user-s-3"]);
    expect(taken).toMatchObject({ inForce: "part", open: true });
    expect(inForce()).toBe(1);
    expect(await decideChange(fresh, source, { state: "accepted", ...by, reason: null })).toMatchObject({ inForce: "after", open: false });
    expect(inForce()).toBe(3);
  });

  it("lets nothing in without a change set: every edition that is in force is the one of a change set, or was before it", async () => {
    const { changes } = await referenceChanges(data);
    for (const { id } of loadReference({ imports: importsFolder(data) }).imports)
      expect(changes.find((one) => one.source === id)).toMatchObject({ id: expect.stringMatching(/^user-suppliers\/[0-9a-f]{16}$/) });
  });

  it("is undecided again once the source is imported anew, and a rejected first import leaves nothing in force", async () => {
    await imported("S-9;Other AB;company;SE\n", "2026-11-26");
    expect((await referenceChanges(data)).changes[0]).toMatchObject({ decision: null, inForce: "after" });
    const fresh = mkdtempSync(join(tmpdir(), "changes-"));
    await importFiles([table], { into: fresh, importedOn: "2026-11-26" });
    expect(await decideChange(fresh, source, { state: "rejected", ...by, reason: "wrong file" })).toMatchObject({ inForce: "neither" });
    expect([...loadReference({ imports: importsFolder(fresh) }).imports]).toEqual([]);
  });

  it("is refused for a source without one, and for what is no source", async () => {
    for (const one of ["no-such-list", "../shop", ""]) await expect(referenceChange(data, one)).rejects.toThrow(ChangeRefused);
  });
});
