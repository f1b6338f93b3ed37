import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { samplePackText } from "./judge/sample-pack.js";
import { rulePacksFor } from "./rule-packs.js";

const home = mkdtempSync(join(tmpdir(), "beholden-packs-"));
const folder = join(home, "artefacts");
afterAll(() => rmSync(home, { recursive: true }));
beforeAll(() => {
  mkdirSync(join(folder, "law"), { recursive: true });
  writeFileSync(join(folder, "law", "my-pack.yaml"), samplePackText);
  writeFileSync(join(home, "outside.yaml"), samplePackText);
  symlinkSync(join(home, "outside.yaml"), join(folder, "link.yaml"));
});

async function packsUnder(rules: string, named: string[] = []): Promise<string[]> {
  writeFileSync(join(folder, "beholden.yaml"), `subject: { name: Meridian }\n${rules}\n`);
  return (await rulePacksFor(named, [folder])).map(({ pack }) => pack.id);
}

describe("the packs of a review", () => {
  it("are those that beholden.yaml names: built-in ones by id, its own by path", async () => {
    expect(await packsUnder("rules: [us-ofac-sdn, law/my-pack.yaml]")).toEqual(["us-ofac-sdn", "sample"]);
  });

  it("are those of --rules where any are named, and the default where nothing is said", async () => {
    expect(await packsUnder("rules: [law/my-pack.yaml]", ["us-dsp"])).toEqual(["us-dsp"]);
    expect(await packsUnder("")).toEqual(["us-dsp", "us-icts"]);
  });

  it.each(["../outside.yaml", "link.yaml", "law/set.yaml"])("are none outside the folder that declares them: %s", async (name) => {
    writeFileSync(join(folder, "law", "set.yaml"), 'schemaVersion: "1"\nid: mine\ntitle: Mine\npacks: [../../outside.yaml]\n');
    await expect(packsUnder(`rules:\n  - us-dsp\n  - ${name}`)).rejects.toMatchObject({
      problems: [{ code: "rules-outside", path: join(folder, "beholden.yaml"), line: 4, column: 5 }],
    });
  });

  it("are refused where a declared one is not there", async () => {
    await expect(packsUnder("rules: [no-such.yaml]")).rejects.toThrow(/no-such\.yaml.*there is no such file/);
    await expect(packsUnder("rules: [no-such]")).rejects.toThrow(/no-such.*there is no such file/);
  });
});
