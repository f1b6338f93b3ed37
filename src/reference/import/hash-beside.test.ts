import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { HashBeside } from "./import-run.js";
import { countOf, importSample, sampleFiles } from "./sample-import.js";

const first = "source x 2026-01\nparty x-1 Anna\nowns x-1 x-2 60\n";

/** Hashes beside the reading, and counts how often. */
function counting(): { hashBeside: HashBeside; asked: string[] } {
  const asked: string[] = [];
  const hashBeside: HashBeside = async (path) => {
    asked.push(path);
    return createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
  };
  return { hashBeside, asked };
}

describe("a file that is hashed while it is read", () => {
  it("gives the report that one hashed first gives", async () => {
    const { folder, paths } = await sampleFiles({ "a.txt": first, "data.txt": "" });
    const { hashBeside, asked } = counting();
    const beside = await importSample(folder, paths.slice(0, 1), { hashBeside });
    const before = await importSample(`${folder}/other`, paths.slice(0, 1));
    const told = ({ sources }: typeof beside) => sources.map((source) => ({ ...source, seconds: 0 }));
    expect(told(beside)).toEqual(told(before));
    expect(asked).toEqual(paths.slice(0, 1));
  });

  it("is hashed first where an edition of its size is in force, so that nothing is read for nothing", async () => {
    const { folder, paths } = await sampleFiles({ "a.txt": first });
    await importSample(folder, paths);
    const { hashBeside, asked } = counting();
    expect((await importSample(folder, paths, { hashBeside })).sources[0]?.outcome).toBe("unchanged");
    expect(asked).toEqual([]);
    await writeFile(paths[0] ?? "", `${first}party x-3 New\n`);
    expect((await importSample(folder, paths, { hashBeside })).sources[0]?.outcome).toBe("imported");
    expect(asked).toEqual(paths);
  });

  it("fails where it cannot be hashed, or not be read, and leaves what is in force", async () => {
    const { folder, paths } = await sampleFiles({
      "a.txt": first,
      "b.txt": `${first}party x-3 New\nstop\n`,
      "c.txt": `${first}party x-4 C\n`,
    });
    const [good = "", torn = "", sound = ""] = paths;
    await importSample(folder, [good]);
    const refusing: HashBeside = () => Promise.reject(Object.assign(new Error("EIO: i/o error"), { syscall: "read" }));
    const unhashed = await importSample(folder, [sound], { hashBeside: refusing });
    expect(unhashed).toMatchObject({ sources: [], failed: [{ place: sound, reason: "EIO: i/o error.", fault: false }] });
    const unread = await importSample(folder, [torn], counting());
    expect(unread.sources).toMatchObject([{ id: "x", outcome: "failed", reason: expect.stringContaining("ends too early") }]);
    expect(await countOf(folder, "x")).toBe(2);
  });
});
