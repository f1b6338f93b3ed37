import { rm, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currentEdition } from "./editions.js";
import { importsFolder } from "./imports-folder.js";
import { countOf, importSample, sampleFiles } from "./sample-import.js";
import { sampleZip } from "./sample-zip.js";

const first = "source x 2026-01\nparty x-1 Anna\nparty x-2 Works\nowns x-1 x-2 60\nlists x-1 l-1 2020\n";
const second = "source x 2026-02\nparty x-1 Anna\nowns x-1 x-2 40\n";

describe("importFiles on packed files", () => {
  it("reads gzip, ZIP and gzip in ZIP as if they were plain", async () => {
    const zip = sampleZip([
      { name: "folder/", content: "" },
      { name: "../../x.txt", content: first },
      { name: "readme.md", content: "hello" },
      { name: "secret.txt", content: "?", flags: 1 },
      { name: "new.zst", content: "?", method: 99 },
      { name: "y.txt.gz", content: gzipSync("source y\nparty y-1 Yes\n") },
      { name: "inner.zip", content: sampleZip([{ name: "z.txt", content: "source z\n" }]) },
    ]);
    const { folder, paths } = await sampleFiles({ "a.zip": zip, "b.txt.gz": gzipSync("source w\nparty w-1 We\n") });
    const report = await importSample(folder, paths);
    expect(report.sources.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["x", "imported"],
      ["y", "imported"],
      ["w", "imported"],
    ]);
    expect(report.failed).toEqual([]);
    expect(report.left).toEqual([
      { place: `${paths[0]}: readme.md`, reason: expect.stringContaining("no format recognises it") },
      { place: `${paths[0]}: secret.txt`, reason: "it is encrypted" },
      { place: `${paths[0]}: new.zst`, reason: "its compression (method 99) is not read" },
      { place: `${paths[0]}: inner.zip`, reason: "it is an archive in an archive" },
    ]);
    expect(await countOf(folder, "x")).toBe(4);
  });

  it("takes entries of one archive for parts of one source, unless they are of different editions", async () => {
    const part = "source x 2026-01\nparty x-3 Third\n";
    const { folder, paths } = await sampleFiles({
      "parts.zip": sampleZip([
        { name: "1", content: first },
        { name: "2", content: part },
      ]),
      "mixed.zip": sampleZip([
        { name: "1", content: first },
        { name: "2", content: second },
      ]),
    });
    expect((await importSample(folder, paths.slice(0, 1))).sources).toMatchObject([{ counts: { parties: 3, records: 5 } }]);
    const mixed = await importSample(folder, paths.slice(1));
    expect(mixed.failed[0]?.reason).toContain("of 2026-01 and");
    expect(await countOf(folder, "x")).toBe(5);
  });

  it("does not import what is cut off, damaged or lies about itself", async () => {
    const zip = sampleZip([{ name: "x.txt", content: first }]);
    const { folder, paths } = await sampleFiles({
      "cut.gz": gzipSync(first).subarray(0, -9),
      "cut.zip": zip.subarray(0, -30),
      "crc.zip": sampleZip([{ name: "x.txt", content: first, crc: 1 }]),
      "long.zip": sampleZip([{ name: "x.txt", content: first, stated: 5 }]),
      "empty.zip": sampleZip([]),
    });
    const report = await importSample(folder, paths);
    expect(report.failed.map(({ place }) => place)).toEqual(paths);
    expect(report.failed.map(({ fault }) => fault)).toEqual([false, false, false, false, false]);
    expect(await currentEdition(importsFolder(folder), "x")).toBeUndefined();
  });

  it("imports all or nothing of an archive with damage anywhere, and never takes it for a fault of its own", async () => {
    const packed = [
      sampleZip([{ name: "x.txt", content: first }]),
      gzipSync(first),
      sampleZip([{ name: "x.txt", content: first, method: 0 }]),
    ];
    const { folder, paths } = await sampleFiles({ x: "" });
    const damage = fc.tuple(
      fc.nat({ max: packed.length - 1 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.nat({ max: 255 }),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([which, where, value, cut]) => {
        const bytes = Buffer.from(packed[which] ?? []);
        const at = Math.floor(where * bytes.length);
        bytes[at] = value;
        await writeFile(paths[0] ?? "", cut ? bytes.subarray(0, at + 1) : bytes);
        await rm(importsFolder(folder), { recursive: true, force: true });
        const { failed } = await importSample(folder, paths);
        expect(failed.filter(({ fault }) => fault)).toEqual([]);
        expect([0, 4]).toContain(await countOf(folder, "x"));
      }),
      { numRuns: 150 },
    );
  });

  it("stops at a bomb", async () => {
    const { folder, paths } = await sampleFiles({
      "bomb.gz": gzipSync(Buffer.concat([Buffer.from(first), Buffer.alloc(80 << 20, " ")])),
    });
    const report = await importSample(folder, paths);
    expect(report.failed[0]?.reason).toMatch(/^\d+ bytes unpack to more than \d+\. Expected at most 200 times the size on disk/);
  });
});
