import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { loadPolicy } from "@open-policy-agent/opa-wasm";
import type { EnforcementPlan } from "../../model/index.js";
import { blockedIn, rego } from "./rego.js";

/** What a policy answers about one input on one day. */
export interface Answer {
  deny: string[];
  warn: string[];
}

/** Evaluates the policy of a plan against an input, as of a moment. */
export type Evaluation = (plan: EnforcementPlan, input: unknown, moment: string) => Promise<Answer>;

export const compiledRules = "src/report/enforcement/fixtures/rules.wasm.gz";

export function hasOpa(): boolean {
  return spawnSync("opa", ["version"]).status === 0;
}

/** The rules as opa compiled them to WebAssembly, with what is blocked given to them as data. */
export const evaluateCompiled: Evaluation = async (plan, input, moment) => {
  const policy = await loadPolicy(gunzipSync(readFileSync(compiledRules)), 16, { "time.now_ns": () => Date.parse(moment) * 1e6 });
  const numbers = (_key: string, value: unknown) => (typeof value === "bigint" ? Number(value) : value);
  policy.setData({ beholden: { enforcement: JSON.parse(JSON.stringify(blockedIn(plan).entries, numbers)) } });
  const ask = (rule: string): string[] => policy.evaluate(input, `beholden/enforcement/${rule}`)[0]?.result ?? [];
  return { deny: ask("deny"), warn: ask("warn") };
};

/** The whole file, by the real opa. */
export const evaluateWithOpa: Evaluation = async (plan, input, moment) => {
  const folder = mkdtempSync(join(tmpdir(), "beholden-opa-"));
  try {
    writeFileSync(join(folder, "policy.rego"), rego.render(plan));
    writeFileSync(join(folder, "input.json"), JSON.stringify(input));
    const now = `${BigInt(Date.parse(moment)) * 1_000_000n}`;
    const query = `{"deny": data.beholden.enforcement.deny, "warn": data.beholden.enforcement.warn} with time.now_ns as ${now}`;
    const options = [
      "eval",
      "--strict",
      "--format=json",
      "--data",
      join(folder, "policy.rego"),
      "--input",
      join(folder, "input.json"),
      query,
    ];
    return JSON.parse(execFileSync("opa", options, { encoding: "utf8" })).result[0].expressions[0].value;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
