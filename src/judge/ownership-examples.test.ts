import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OwnershipExample } from "../model/index.js";
import { referenceFrom } from "../reference/load.js";
import { governments } from "./conformance/sample-governments.js";
import { readRulePackFile } from "./files.js";
import { runOwnershipExamples } from "./ownership-examples.js";
import { rulesFile } from "./rule-sets.js";
import { samplePack } from "./sample-pack.js";

const rules = join(import.meta.dirname, "../../rules");

describe("worked examples of ownership in the built-in packs", () => {
  it.each(readdirSync(rules))("%s: they hold", async (file) => {
    if ((await rulesFile(join(rules, file), rules)).set) return;
    const { pack } = await readRulePackFile(join(rules, file));
    const { passed, failed } = runOwnershipExamples(pack, governments, referenceFrom);
    expect(failed).toEqual([]);
    expect(passed).toBe(pack.ownershipExamples.length);
  });
});

describe("runOwnershipExamples", () => {
  const half = { name: "half", interests: [{ owner: "o", owned: "s", share: 50 }], subject: "s", expect: "yes" };
  const owner = { parties: [{ id: "o", jurisdiction: "CN" }] };

  it("counts what comes out as expected, and tells what does not with bounds and citation", () => {
    const examples = [
      { ...half, ...owner },
      { ...half, ...owner, name: "wrong", expect: "no", shareMin: 10, citation: "Act, section 2" },
    ];
    const run = runOwnershipExamples(samplePack({ ownershipExamples: examples }), governments, referenceFrom);
    expect(run.passed).toBe(1);
    expect(run.failed).toEqual([
      {
        rule: "ownership",
        example: "wrong",
        expected: "no, at least 10 percent",
        got: "yes, at least 50 percent",
        why: expect.stringContaining("As of 2026-06-01."),
        citation: "Act, section 2",
      },
    ]);
  });

  it("takes a party that is not described as organised in a neutral country", () => {
    const run = runOwnershipExamples(samplePack({ ownershipExamples: [{ ...half, expect: "no" }] }), governments, referenceFrom);
    expect(run).toEqual({ passed: 1, failed: [] });
  });

  it("reads examples strictly", () => {
    expect(OwnershipExample.safeParse({ ...half, shre: 1 }).success).toBe(false);
  });
});
