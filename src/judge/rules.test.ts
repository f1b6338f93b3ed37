import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runExamples } from "./examples.js";
import { readRulePackFile } from "./files.js";

const rules = join(import.meta.dirname, "../../rules");

describe("the built-in packs", () => {
  for (const file of readdirSync(rules)) {
    it(`${file} loads and its worked examples hold`, async () => {
      const { pack } = await readRulePackFile(join(rules, file));
      expect(`${pack.id}.yaml`).toBe(file);
      expect(runExamples(pack).failed).toEqual([]);
    });
  }
});
