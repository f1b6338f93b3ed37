import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { rulePackPaths, testFiles } from "./files.js";
import { RulePackError } from "./load.js";
import { rulesFile } from "./rule-sets.js";
import { samplePackText } from "./sample-pack.js";

const folder = mkdtempSync(join(tmpdir(), "beholden-sets-"));
afterAll(() => rmSync(folder, { recursive: true }));
const builtIn = join(folder, "built-in");
const own = join(folder, "own");
for (const one of [builtIn, own]) mkdirSync(one);
const put = (inFolder: string, name: string, text: string) => {
  writeFileSync(join(inFolder, name), text);
  return join(inFolder, name);
};
const setText = (id: string, ...packs: string[]) =>
  `schemaVersion: "1"\nid: ${id}\ntitle: A set\npacks:\n${packs.map((name) => `  - ${name}\n`).join("")}`;

const first = put(builtIn, "first.yaml", samplePackText);
const second = put(builtIn, "second.yaml", samplePackText);
const both = put(builtIn, "both.yaml", setText("both", "second", "first"));
const mine = put(own, "mine.yaml", samplePackText);

async function faultsOf(path: string) {
  try {
    await rulesFile(path, builtIn);
  } catch (error) {
    if (error instanceof RulePackError) return error.problems;
    throw error;
  }
  return [];
}

describe("a set of rule packs", () => {
  it("stands for its packs in its order, by id and by file", async () => {
    expect(await rulePackPaths("both", builtIn)).toEqual([second, first]);
    expect(await rulePackPaths(both, builtIn)).toEqual([second, first]);
    expect(await rulesFile(both, builtIn)).toMatchObject({ set: { id: "both", title: "A set" }, packs: [second, first] });
  });

  it("names built-in packs and sets by id and the user's own by path from its folder; each pack counts once", async () => {
    const path = put(own, "all.yaml", setText("all", "both", "first", "mine.yaml"));
    expect(await rulePackPaths(path, builtIn)).toEqual([second, first, mine]);
  });

  it("is told from a pack, whatever the way of writing", async () => {
    const path = put(own, "flow.yaml", '{"schemaVersion": "1", "id": "flow", "title": "A set", "packs": ["first"]}');
    expect(await rulePackPaths(path, builtIn)).toEqual([first]);
    expect(await rulesFile(first, builtIn)).toEqual({ path: first, set: null, packs: [first] });
    // The word in a comment makes no set.
    const remark = put(own, "remark.yaml", `# packs: see below\n${samplePackText}`);
    expect(await rulesFile(remark, builtIn)).toMatchObject({ set: null, packs: [remark] });
  });

  it("does not lose the packs of a folder beside a set at fault", async () => {
    const mixed = join(folder, "mixed");
    mkdirSync(mixed);
    const pack = put(mixed, "pack.yaml", samplePackText);
    put(mixed, "set.yaml", setText("set", "no-such"));
    const found = await testFiles(mixed, builtIn);
    expect(found.packs).toEqual([pack]);
    expect(found.faults).toHaveLength(1);
  });

  it("tells a member that is not there, with its place and the name that was meant", async () => {
    const path = put(own, "typo.yaml", setText("typo", "first", "secnd", "far/away.yaml"));
    expect(await faultsOf(path)).toEqual([
      expect.objectContaining({ path, line: 6, column: 5, code: "set-member", expected: "second" }),
      expect.objectContaining({ path, line: 7, column: 5, message: "there is no built-in pack and no file far/away.yaml" }),
    ]);
  });

  it("tells a member named twice, and a set that leads back to itself", async () => {
    const twice = put(own, "twice.yaml", setText("twice", "first", "first"));
    expect(await faultsOf(twice)).toEqual([expect.objectContaining({ line: 6, column: 5, message: "first is named twice" })]);
    const round = put(own, "round.yaml", setText("round", "first", "again.yaml"));
    const again = put(own, "again.yaml", setText("again", "round.yaml"));
    expect(await faultsOf(round)).toEqual([
      expect.objectContaining({ path: again, line: 5, column: 5, message: "round.yaml contains this set" }),
    ]);
  });

  it("tells keys that are unknown or missing, and values that do not fit", async () => {
    const text = setText("Bad Id", "first").replace("title:", "titel:").replace("- first", "- 7");
    const faults = await faultsOf(put(own, "keys.yaml", text));
    expect(faults.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      expect.stringMatching(/^2:5 id: /),
      "1:1 title is missing",
      expect.stringMatching(/^5:5 packs\[0\]: /),
      "3:1 unknown key titel in the set",
    ]);
    expect(await faultsOf(put(own, "empty.yaml", 'schemaVersion: "1"\nid: empty\ntitle: None\npacks: []\n'))).toEqual([
      expect.objectContaining({ line: 4, column: 8 }),
    ]);
  });
});
