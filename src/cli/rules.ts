import { join } from "node:path";
import { type Command, Option } from "commander";
import type { RulePack } from "../model/index.js";
import { UsageError } from "./exit.js";
import { type OutputOptions, outputWidth, writeReport } from "./output.js";

interface RulesOptions extends OutputOptions {
  format: "text" | "json";
}

/** `beholden rules list|show|test`: what the packs say, and whether their worked examples hold. */
export function addRulesCommand(program: Command): void {
  const rules = program.command("rules").description("list, show and test rule packs");
  withOutput(rules.command("list").description("the built-in rule packs")).action(listRules);
  withOutput(
    rules
      .command("show")
      .description("a rule pack, or one rule of it, as a lawyer would read it")
      .argument("<pack[:rule]>", "id of a built-in pack or path of a file; with :RULE one rule of it"),
  ).action(showRules);
  withOutput(
    rules
      .command("test")
      .description(
        "run the worked examples of rule packs, and conformance suites in JSON Lines; exit with 1 when one fails, with 2 when a file cannot be read",
      )
      .argument("[pack...]", "ids, files (.yaml, .jsonl) or folders (default: all built-in packs)"),
  ).action(testRules);
}

function withOutput(command: Command): Command {
  return command
    .addOption(new Option("--format <format>", "form of the answer").choices(["text", "json"]).default("text"))
    .option("--output <file>", "write the answer there")
    .option("-q, --quiet", "no remarks on standard error")
    .option("--no-color", "no colour on a terminal (this command uses none)")
    .option("--offline", "never touch the network (always so for this command)");
}

async function listRules(options: RulesOptions): Promise<void> {
  const { listJson, listText } = await import("./rules-text.js");
  const packs = await Promise.all((await builtInPaths()).map(readPack));
  await writeReport(options.format === "json" ? listJson(packs) : listText(packs, outputWidth()), options);
}

async function showRules(name: string, options: RulesOptions): Promise<void> {
  const { showJson, showText } = await import("./rules-text.js");
  const { packName, ruleId } = splitName(name);
  const [path, ...others] = await pathsOf(packName);
  if (!path || others.length > 0) throw new UsageError(`rules show ${name}: this folder holds several packs. Name one file.`);
  const pack = await readPack(path);
  const shown = ruleId === undefined ? pack.rules : pack.rules.filter(({ id }) => id === ruleId);
  if (shown.length === 0) {
    throw new UsageError(
      `rules show ${name}: ${pack.id} has no rule ${ruleId}. Expected one of ${pack.rules.map(({ id }) => id).join(", ")}.`,
    );
  }
  await writeReport(options.format === "json" ? showJson({ ...pack, rules: shown }) : showText(pack, shown, outputWidth()), options);
}

async function testRules(names: string[], options: RulesOptions): Promise<void> {
  const { runRuleTests } = await import("./rules-test.js");
  const { text, exit } = await runRuleTests(names, options.format, outputWidth());
  await writeReport(text, options);
  process.exitCode = exit;
}

/** A colon followed by a rule's id ends the name; any other colon, as in a Windows path, belongs to it. */
function splitName(name: string): { packName: string; ruleId: string | undefined } {
  const [, packName, ruleId] = /^(.+):([a-z0-9-]+)$/.exec(name) ?? [];
  return packName === undefined ? { packName: name, ruleId: undefined } : { packName, ruleId };
}

async function builtInPaths(): Promise<string[]> {
  const [{ rulePackPaths }, { packageRoot }] = await Promise.all([import("../judge/files.js"), import("../package-root.js")]);
  return rulePackPaths(join(packageRoot(), "rules"), join(packageRoot(), "rules"));
}

async function pathsOf(name: string): Promise<string[]> {
  const [{ rulePackPaths }, { packageRoot }] = await Promise.all([import("../judge/files.js"), import("../package-root.js")]);
  return rulePackPaths(name, join(packageRoot(), "rules"));
}

async function readPack(path: string): Promise<RulePack> {
  const { readRulePackFile } = await import("../judge/files.js");
  return (await readRulePackFile(path)).pack;
}
