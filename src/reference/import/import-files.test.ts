import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { appendFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { currentEdition } from "./editions.js";
import type { ImportFormat } from "./format.js";
import { writeHere } from "./import-writer.js";
import { importsFolder } from "./imports-folder.js";
import { countOf, importSample, sampleFiles, sampleFormat, storeOf } from "./sample-import.js";

const first = "source x 2026-01\nparty x-1 Anna\nparty x-2 Works\nowns x-1 x-2 60\nlists x-1 l-1 2020\n";
const second = "source x 2026-02\nparty x-1 Anna\nowns x-1 x-2 40\n";

function editionsOf(folder: string, source: string): Promise<string[]> {
  return readdir(join(importsFolder(folder), source)).then((names) =>
    names.filter((name) => name !== "current" && name !== "change.json").sort(),
  );
}

describe("importFiles", () => {
  it("keeps what a file tells and reports what it did", async () => {
    const { folder, paths } = await sampleFiles({ "a.txt": `${first}pass ships\npass ships\nbad\n` });
    const report = await importSample(folder, paths);
    expect(report).toMatchObject({ schemaVersion: "1", failed: [], left: [] });
    expect(report.sources).toMatchObject([
      {
        id: "x",
        outcome: "imported",
        edition: "2026-01",
        importedOn: "2026-11-25",
        formats: ["sample"],
        counts: { records: 7, parties: 2, interests: 1, listings: 1, refused: 1, passedOver: 2 },
        refused: [{ place: paths[0], line: 8, reason: "it is bad" }],
        passedOver: { ships: 2 },
      },
    ]);
    const store = await storeOf(folder, "x");
    const [anna = -1, works = -1] = ["x-1", "x-2"].flatMap((id) => store?.partiesByKey(id) ?? []);
    expect(store?.mentions(anna)).toEqual([{ id: "x-1", name: "Anna" }]);
    expect(store?.interestsIn(works)).toMatchObject([{ owner: "x-1", owned: "x-2", kind: "equity", share: 60 }]);
    expect(store?.listingsOf(anna)).toMatchObject([{ party: "x-1", list: "l-1", citation: "sample", from: "2020" }]);
  });

  it("names editions by the first 16 characters of their digest, keeps the one before and removes older ones", async () => {
    const { folder, paths } = await sampleFiles({ "a.txt": first });
    const digests: string[] = [];
    for (const text of [first, second, `${second}party x-3 New\n`]) {
      await writeFile(paths[0] ?? "", text);
      digests.push((await importSample(folder, paths)).sources[0]?.sha256.slice(0, 16) ?? "");
    }
    expect(await editionsOf(folder, "x")).toEqual(digests.slice(1).sort());
    expect(await readFile(join(importsFolder(folder), "x", "current"), "utf8")).toBe(`${digests[2]}\n`);
  });

  it("changes nothing when the same bytes come again, whatever the file is called, and says so", async () => {
    const { folder, paths } = await sampleFiles({ "a.txt": first, "b.txt": first });
    const before = (await importSample(folder, paths.slice(0, 1))).sources[0];
    const current = await currentEdition(importsFolder(folder), "x");
    const again = (await importSample(folder, paths.slice(1), { importedOn: "2026-12-01" })).sources[0];
    expect(again).toMatchObject({
      id: "x",
      outcome: "unchanged",
      importedOn: "2026-11-25",
      sha256: before?.sha256,
      counts: before?.counts,
    });
    expect(await currentEdition(importsFolder(folder), "x")).toBe(current);
  });

  it("goes back to an older edition when asked, and says that it is older and smaller", async () => {
    const large = `${first}${"party x-9 More\n".repeat(20)}`;
    const { folder, paths } = await sampleFiles({ "old.txt": first, "new.txt": large.replace("2026-01", "2026-03") });
    const [old, recent] = paths;
    for (const path of [old, recent, old]) await importSample(folder, [path ?? ""]);
    expect(await countOf(folder, "x")).toBe(4);
    await importSample(folder, [recent ?? ""]);
    const { notes } = (await importSample(folder, [old ?? ""])).sources[0] ?? {};
    expect(notes).toEqual([
      "this edition, 2026-01, is older than the one it replaces, 2026-03",
      "it has 4 records, and the edition before had 24: check that it is whole",
    ]);
  });

  it("leaves the edition in force where a file ends too early, and imports the others", async () => {
    const { folder, paths } = await sampleFiles({ "x.txt": first });
    await importSample(folder, paths);
    const { paths: next } = await sampleFiles({ "x.txt": `${second}stop\n`, "y.txt": "source y\nparty y-1 Yes\n" });
    const report = await importSample(folder, next);
    expect(report.sources.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["x", "failed"],
      ["y", "imported"],
    ]);
    expect(report.failed).toEqual([{ place: next[0], reason: "line 4: ends too early.", fault: false }]);
    expect(await countOf(folder, "x")).toBe(4);
    expect(await editionsOf(folder, "x")).toHaveLength(1);
    expect(await countOf(folder, "y")).toBe(1);
  });

  it("leaves it too where nothing could be kept, and where a reader slips, which is told as a fault of ours", async () => {
    const { folder, paths } = await sampleFiles({ "x.txt": "source x\nbad\nbad\n", "y.txt": "source y\nparty y-1 Yes\ncrash\n" });
    const report = await importSample(folder, paths);
    expect(report.sources).toMatchObject([
      { id: "x", outcome: "failed", reason: "nothing of its 2 records could be kept", counts: { refused: 2 } },
      { id: "y", outcome: "failed" },
    ]);
    expect(report.failed).toMatchObject([{ place: paths[1], fault: true, reason: expect.stringContaining("a slip of the programmer") }]);
    expect(await readdir(importsFolder(folder))).toEqual([]);
  });

  it("says what is wrong with a file that is missing, empty, a folder or of no format", async () => {
    const { folder, paths } = await sampleFiles({
      "empty.txt": "",
      "page.html": "<!DOCTYPE html><title>502</title>",
      "other.txt": "hello",
    });
    const report = await importSample(folder, [join(folder, "none.txt"), folder, ...paths]);
    expect(report.sources).toEqual([]);
    expect(report.failed.map(({ reason }) => reason)).toEqual([
      "cannot be read: there is no such file.",
      "is a folder. Expected a file: name the files in it.",
      "is empty. Fetch it again.",
      "it is a web page, perhaps an error message instead of the list. Known are:\n  Sample lines",
      "no format recognises it. Known are:\n  Sample lines",
    ]);
  });

  it("refuses two files of the same source and names both", async () => {
    const { folder, paths } = await sampleFiles({ "a.txt": first, "b.txt": second });
    const report = await importSample(folder, paths);
    expect(report.sources).toMatchObject([{ id: "x", outcome: "failed" }]);
    expect(report.failed[0]?.reason).toContain(`${paths[0]} and ${paths[1]} both hold x.`);
    expect(await currentEdition(importsFolder(folder), "x")).toBeUndefined();
  });

  it("keeps the first hundred refusals and counts all", async () => {
    const { folder, paths } = await sampleFiles({ "a.txt": `${first}${"bad\n".repeat(250)}` });
    const source = (await importSample(folder, paths)).sources[0];
    expect(source?.counts.refused).toBe(250);
    expect(source?.refused).toHaveLength(100);
  });

  it("refuses facts that are none, with the record they came from", async () => {
    const wrong = ["party X_1 Bad", "owns x-1 x-2 120", "owns x-1 - 5", "lists x-1 l-1 2023-02-30"];
    const { folder, paths } = await sampleFiles({ "a.txt": `${first}${wrong.join("\n")}\n` });
    const source = (await importSample(folder, paths)).sources[0];
    expect(source?.counts).toMatchObject({ parties: 2, interests: 1, listings: 1, refused: 4 });
    expect(source?.refused.map(({ record, reason }) => [record, reason.split(".")[0]])).toEqual([
      ["number 5", 'the party\'s id, "X_1", is none'],
      ["number 6", "the share 120 is out of range"],
      ["number 7", 'the id of the owned, "-", is none'],
      ["number 8", '"2023-02-30" is no date'],
    ]);
  });

  it("dates a listing that bears no date by the day of the import, and says so", async () => {
    const { folder, paths } = await sampleFiles({ "a.txt": "source x\nlists x-1 l-1\n" });
    const { notes } = (await importSample(folder, paths)).sources[0] ?? {};
    expect(notes).toEqual(["1 listings bear no date: they count from the day of the import"]);
    expect((await storeOf(folder, "x"))?.listingsOf(0)).toMatchObject([{ from: "2026-11-25" }]);
  });

  it("tells how far it is, in bytes on disk", async () => {
    const { folder, paths } = await sampleFiles({ "a.txt": first, "b.txt": "source y\nparty y-1 Yes\n" });
    const seen: Record<string, number[]> = {};
    await importSample(folder, paths, {
      onProgress: ({ doing, bytes, bytesOfAll }) => {
        seen[doing] = [...(seen[doing] ?? []), bytes / bytesOfAll];
      },
    });
    expect(Object.keys(seen)).toEqual(["hashing", "reading", "ordering"]);
    for (const far of Object.values(seen)) {
      expect(far.at(-1)).toBe(1);
      expect(far).toEqual([...far].sort());
    }
  });
});

describe("importFiles, interrupted or at the same time", () => {
  it("clears away what a killed import left, and takes over its lock", async () => {
    const { folder, paths } = await sampleFiles({ "a.txt": first });
    await importSample(folder, paths);
    const imports = importsFolder(folder);
    await mkdir(join(imports, "x", ".incoming-dead"));
    await mkdir(join(imports, "y", ".incoming-dead"), { recursive: true });
    await writeFile(join(imports, "x", ".incoming-dead", "half"), "half");
    const dead = spawn(process.execPath, ["-e", "0"]);
    await new Promise((resolve) => dead.once("exit", resolve));
    await writeFile(join(imports, ".import.lock"), JSON.stringify({ process: dead.pid, host: hostname(), token: "dead" }));
    await writeFile(paths[0] ?? "", second);
    const waits: number[] = [];
    await importSample(folder, paths, { onWait: ({ process: id }) => waits.push(id) });
    expect(waits).toEqual([]);
    expect(await countOf(folder, "x")).toBe(2);
    expect((await readdir(imports)).sort()).toEqual(["x"]);
    expect((await readdir(join(imports, "x"))).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("waits for another import and leaves one whole edition, never a mixture", async () => {
    const { folder, paths } = await sampleFiles({ "a.txt": first, "b.txt": second });
    const waits: number[] = [];
    const imports = paths.map((path) => importSample(folder, [path], { onWait: ({ process: id }) => waits.push(id) }));
    const reports = await Promise.all(imports);
    expect(reports.map(({ sources }) => sources[0]?.outcome)).toEqual(["imported", "imported"]);
    expect(waits).toEqual([process.pid]);
    expect([4, 2]).toContain(await countOf(folder, "x"));
    expect(await editionsOf(folder, "x")).toHaveLength(2);
  });

  it("leaves the old edition where the store cannot be written, and where the file changes underneath", async () => {
    const { folder, paths } = await sampleFiles({ "a.txt": first });
    await importSample(folder, paths);
    await writeFile(paths[0] ?? "", second);
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { syscall: "write" });
    const nameKeys = () => {
      throw full;
    };
    expect((await importSample(folder, paths, { createWriter: writeHere(nameKeys) })).failed).toEqual([
      { place: paths[0], reason: "ENOSPC: no space left on device, write.", fault: false },
    ]);
    const growing: ImportFormat = {
      ...sampleFormat,
      read: async (input, sink) => {
        await appendFile(paths[0] ?? "", "party x-8 Late\n");
        await sampleFormat.read(input, sink);
      },
    };
    const report = await importSample(folder, paths, { formats: [growing] });
    expect(report.failed[0]?.reason).toContain("was changed while it was being read");
    expect(await countOf(folder, "x")).toBe(4);
    expect(existsSync(join(importsFolder(folder), "x", "current"))).toBe(true);
    await rm(folder, { recursive: true });
  });
});
