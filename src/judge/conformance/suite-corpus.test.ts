import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { RulePack } from "../../model/index.js";
import { referenceFrom } from "../../reference/load.js";
import { readRulePackFile } from "../files.js";
import { packOfRegime, runSuite } from "./run.js";
import { governments } from "./sample-governments.js";

const folder = join(import.meta.dirname, "../../../../shared/law/conformance");

describe.skipIf(!existsSync(folder))("the conformance suites (needs ../shared/law/conformance)", () => {
  const packs = new Map<string, RulePack>();
  beforeAll(async () => {
    for (const id of Object.values(packOfRegime)) {
      packs.set(id, (await readRulePackFile(join(import.meta.dirname, "../../../rules", `${id}.yaml`))).pack);
    }
  });

  it.each(["covered-person", "us-person", "ownership-ofac", "ownership-bis"])("%s passes whole", (name) => {
    const run = runSuite(readFileSync(join(folder, `${name}.jsonl`), "utf8"), name, { packs, governments, referenceOf: referenceFrom });
    expect(run).toMatchObject({ failed: [], remarks: [], notJudged: {}, problems: [] });
    expect(run.passed).toBeGreaterThan(5);
  });

  it("reads every suite, and counts apart what it does not judge", () => {
    for (const file of readdirSync(folder).filter((one) => one.endsWith(".jsonl"))) {
      const run = runSuite(readFileSync(join(folder, file), "utf8"), file, { packs, governments, referenceOf: referenceFrom });
      expect(run.problems).toEqual([]);
      expect(run.failed).toEqual([]);
    }
  });
});
