import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { RulePack } from "../../model/index.js";
import { referenceFrom } from "../../reference/load.js";
import { readRulePackFile } from "../files.js";
import { packOfRegime, runSuite } from "./run.js";
import { governments } from "./sample-governments.js";

const shared = join(import.meta.dirname, "../../../../shared/law/conformance");
const own = join(import.meta.dirname, "cases");
const folders = [own, shared].filter((one) => existsSync(one));

describe.each(folders)("the conformance suites of %s (others than our own need ../shared/law/conformance)", (folder) => {
  const packs = new Map<string, RulePack>();
  beforeAll(async () => {
    for (const id of Object.values(packOfRegime)) {
      packs.set(id, (await readRulePackFile(join(import.meta.dirname, "../../../rules", `${id}.yaml`))).pack);
    }
  });

  it.each(readdirSync(folder).filter((one) => one.endsWith(".jsonl")))("%s passes whole", (name) => {
    const run = runSuite(readFileSync(join(folder, name), "utf8"), name, { packs, governments, referenceOf: referenceFrom });
    expect(run).toMatchObject({ failed: [], remarks: [], notJudged: {}, problems: [] });
    expect(run.passed).toBeGreaterThan(1);
  });
});
