import { appendFile, copyFile, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { compileRulePacks, readCompiledPackFile } from "./compiled-packs.js";
import { readRulePackFile } from "./files.js";

const builtIn = join(import.meta.dirname, "../../rules");

describe("compiled rule packs", () => {
  let folder = "";
  let compiled = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "packs-"));
    compiled = join(folder, "compiled");
    await copyFile(join(builtIn, "us-dsp.yaml"), join(folder, "pack.yaml"));
    await compileRulePacks(folder, compiled);
  });

  it("are the packs that their text gives", async () => {
    const path = join(folder, "pack.yaml");
    expect(await readCompiledPackFile(path, compiled)).toEqual(await readRulePackFile(path));
  });

  it("count for the very text that was compiled, and for no other", async () => {
    const [file = ""] = await readdir(compiled);
    await writeFile(join(compiled, file), '{"id":"as-compiled"}');
    expect((await readCompiledPackFile(join(folder, "pack.yaml"), compiled)).pack.id).toBe("as-compiled");
    await appendFile(join(folder, "pack.yaml"), "# changed\n");
    expect((await readCompiledPackFile(join(folder, "pack.yaml"), compiled)).pack.id).toBe("us-dsp");
    await appendFile(join(folder, "pack.yaml"), "surprise: true\n");
    await expect(readCompiledPackFile(join(folder, "pack.yaml"), compiled)).rejects.toThrow(/unknown key surprise/);
  });
});
