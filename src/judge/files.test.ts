import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readRulePackFile, rulePackPaths } from "./files.js";
import { RulePackError } from "./load.js";
import { samplePackText } from "./sample-pack.js";

const folder = mkdtempSync(join(tmpdir(), "beholden-rules-"));
afterAll(() => rmSync(folder, { recursive: true }));
const pack = join(folder, "sample.yaml");
writeFileSync(pack, samplePackText);
writeFileSync(join(folder, "notes.txt"), "no pack");
writeFileSync(join(folder, "binary.yaml"), Buffer.from([0xff, 0xfe, 0x00]));

describe("rule pack files", () => {
  it("are read with the digest of their text", async () => {
    const read = await readRulePackFile(pack);
    expect(read.pack.id).toBe("sample");
    expect(read.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("are found by id, by path and in a folder, in the order of their names", async () => {
    expect(await rulePackPaths("sample", folder)).toEqual([pack]);
    expect(await rulePackPaths(pack, "/nowhere")).toEqual([pack]);
    expect(await rulePackPaths(folder, "/nowhere")).toEqual([join(folder, "binary.yaml"), pack]);
  });

  it("are refused with a reason where they cannot be read", async () => {
    await expect(readRulePackFile(join(folder, "none.yaml"))).rejects.toThrow(/there is no such file/);
    await expect(readRulePackFile(join(folder, "binary.yaml"))).rejects.toThrow(/not UTF-8/);
    await expect(rulePackPaths("no-such-pack", folder)).rejects.toThrow(RulePackError);
  });
});
