import { join } from "node:path";
import type { SuiteRun } from "../judge/conformance/run.js";
import type { RulePack } from "../model/index.js";
import { exitStatus, explainFault } from "./exit.js";
import { type PackExamples, testJson, testText } from "./rules-test-text.js";

/**
 * Runs what the names stand for: worked examples of rule packs, and conformance suites. What cannot be read is told on standard error, and the
 * rest is still run.
 */
export async function runRuleTests(names: string[], format: "text" | "json", width: number): Promise<{ text: string; exit: number }> {
  const faults: unknown[] = [];
  const { packs, suites } = await filesToTest(names, faults);
  const packRuns = await runPacks(packs, faults);
  const suiteRuns = await runSuites(suites, faults);
  const text = format === "json" ? testJson(packRuns, suiteRuns) : testText(packRuns, suiteRuns, width);
  const unreadable = suiteRuns.some(({ problems }) => problems.length > 0) ? exitStatus.wrongUse : exitStatus.clean;
  const worst = Math.max(unreadable, ...faults.map(explainFault));
  const failed = [...packRuns, ...suiteRuns].some((run) => run.failed.length > 0);
  return { text, exit: worst || (failed ? exitStatus.findings : exitStatus.clean) };
}

async function filesToTest(names: string[], faults: unknown[]): Promise<{ packs: string[]; suites: string[] }> {
  const [{ testFiles }, { packageRoot }] = await Promise.all([import("../judge/files.js"), import("../package-root.js")]);
  const folder = join(packageRoot(), "rules");
  const [packs, suites] = [new Set<string>(), new Set<string>()];
  for (const name of names.length > 0 ? names : [folder]) {
    try {
      const found = await testFiles(name, folder);
      for (const path of found.packs) packs.add(path);
      for (const path of found.suites) suites.add(path);
      faults.push(...found.faults);
    } catch (error) {
      faults.push(error);
    }
  }
  return { packs: [...packs], suites: [...suites] };
}

async function runPacks(paths: string[], faults: unknown[]): Promise<PackExamples[]> {
  if (paths.length === 0) return [];
  const [{ readRulePackFile }, { runExamples }, { runOwnershipExamples }, tools] = await Promise.all([
    import("../judge/files.js"),
    import("../judge/examples.js"),
    import("../judge/ownership-examples.js"),
    reference(),
  ]);
  const runs: PackExamples[] = [];
  for (const path of paths) {
    try {
      const { pack } = await readRulePackFile(path);
      const rules = runExamples(pack);
      const ownership = runOwnershipExamples(pack, tools.governments, tools.referenceOf);
      runs.push({ pack: pack.id, path, passed: rules.passed + ownership.passed, failed: [...rules.failed, ...ownership.failed] });
    } catch (error) {
      faults.push(error);
    }
  }
  return runs;
}

async function runSuites(paths: string[], faults: unknown[]): Promise<SuiteRun[]> {
  if (paths.length === 0) return [];
  const [{ packOfRegime, runSuite }, { readRulePackFile }, { readText }, { packageRoot }, tools] = await Promise.all([
    import("../judge/conformance/run.js"),
    import("../judge/files.js"),
    import("../judge/file-text.js"),
    import("../package-root.js"),
    reference(),
  ]);
  const packs = new Map<string, RulePack>();
  for (const id of Object.values(packOfRegime)) {
    packs.set(id, (await readRulePackFile(join(packageRoot(), "rules", `${id}.yaml`))).pack);
  }
  const runs: SuiteRun[] = [];
  for (const path of paths) {
    try {
      runs.push(runSuite(await readText(path), path, { packs, ...tools }));
    } catch (error) {
      faults.push(error);
    }
  }
  return runs;
}

/** The soil that each government holds comes from the built-in reference; the facts of a case are its own. */
async function reference() {
  const { loadReference, referenceFrom } = await import("../reference/load.js");
  return { governments: loadReference().catalogue.governments, referenceOf: referenceFrom };
}
