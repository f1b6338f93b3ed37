import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { runExamples } from "./examples.js";
import { readRulePackFile } from "./files.js";
import { rulesFile } from "./rule-sets.js";

const rules = join(import.meta.dirname, "../../rules");

describe("the built-in packs and sets", () => {
  for (const file of readdirSync(rules)) {
    it(`${file} loads and its worked examples hold`, async () => {
      const path = join(rules, file);
      const { set } = await rulesFile(path, rules);
      if (set) return expect(`${set.id}.yaml`).toBe(basename(path));
      const { pack } = await readRulePackFile(path);
      expect(`${pack.id}.yaml`).toBe(file);
      expect(runExamples(pack).failed).toEqual([]);
    });
  }
});
