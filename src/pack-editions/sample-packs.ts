import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRulePack } from "../judge/load.js";
import type { RulePack } from "../model/index.js";

/** For tests: a pack as it comes with beholden. */
export const icts = readRulePack(readFileSync("rules/us-icts.yaml", "utf8"), "rules/us-icts.yaml");

/** The pack as it may have been before: one rule was not there yet, another had other words, a third has gone since, and it named less law. */
export function earlierIcts(): RulePack {
  const earlier = structuredClone(icts);
  const [first, ...others] = earlier.rules.filter(({ id }) => id !== "tamper");
  if (!first) throw new Error("the pack has no rules");
  return {
    ...earlier,
    rules: [{ ...first, title: "As it was called" }, ...others, { ...first, id: "of-old", title: "A rule of old" }],
    authority: "Executive Order 13873",
  };
}

/** A folder of rule packs that holds this one alone. */
export function rulesFolderOf(pack: RulePack): string {
  const folder = mkdtempSync(join(tmpdir(), "packs-"));
  writeFileSync(join(folder, `${pack.id}.yaml`), JSON.stringify(pack));
  return folder;
}
