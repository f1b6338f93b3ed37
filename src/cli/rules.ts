import { join } from "node:path";
import { type Command, Option } from "commander";
import type { RulesFile } from "../judge/rule-sets.js";
import type { Rule, RulePack, RuleSet } from "../model/index.js";
import { UsageError } from "./exit.js";
import { type OutputOptions, outputWidth, writeReport } from "./output.js";

interface RulesOptions extends OutputOptions {
  format: "text" | "json";
}

/** `beholden rules list|show|test`: what the packs say, and whether their worked examples hold. */
export function addRulesCommand(program: Command): void {
  const rules = program.command("rules").description("list, show and test rule packs");
  withOutput(rules.command("list").description("the built-in rule packs and sets of packs")).action(listRules);
  withOutput(
    rules
      .command("show")
      .description("a rule pack, a set of packs, or one rule, as a lawyer would read it")
      .argument("<pack[:rule]>", "id of a built-in pack or set, or path of a file; with :RULE one rule of it"),
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
  const files = await namedFiles(await builtInFolder());
  const packs = await readPacks(files);
  const sets = files.flatMap(({ set }) => set ?? []);
  await writeReport(options.format === "json" ? listJson(packs, sets) : listText(packs, sets, outputWidth()), options);
}

async function showRules(name: string, options: RulesOptions): Promise<void> {
  const { packName, ruleId } = splitName(name);
  const [file, ...others] = await namedFiles(packName);
  if (!file || others.length > 0) throw new UsageError(`rules show ${name}: this folder holds several packs. Name one file.`);
  const packs = (await readPacks([file])).map((pack) => ({ pack, shown: pack.rules.filter(({ id }) => (ruleId ?? id) === id) }));
  const shown = packs.filter((one) => one.shown.length > 0);
  if (shown.length === 0) {
    const known = packs.flatMap(({ pack }) => pack.rules.map(({ id }) => id)).join(", ");
    throw new UsageError(`rules show ${name}: ${(file.set ?? packs[0]?.pack)?.id} has no rule ${ruleId}. Expected one of ${known}.`);
  }
  await writeReport(await shownAs(options.format, file.set, shown), options);
}

async function shownAs(format: RulesOptions["format"], set: RuleSet | null, shown: { pack: RulePack; shown: Rule[] }[]): Promise<string> {
  const { setHeadText, setJson, showJson, showText } = await import("./rules-text.js");
  if (format === "text") {
    const packs = shown.map((one) => showText(one.pack, one.shown, outputWidth()));
    return set ? [setHeadText(set, outputWidth()), ...packs].join("\n") : packs.join("");
  }
  const packs = shown.map((one) => ({ ...one.pack, rules: one.shown }));
  return set ? setJson(set, packs) : packs.map(showJson).join("");
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

async function builtInFolder(): Promise<string> {
  return join((await import("../package-root.js")).packageRoot(), "rules");
}

async function namedFiles(name: string): Promise<RulesFile[]> {
  const [{ rulesFiles }, folder] = await Promise.all([import("../judge/files.js"), builtInFolder()]);
  return rulesFiles(name, folder);
}

/** The packs of the files, each once. */
async function readPacks(files: RulesFile[]): Promise<RulePack[]> {
  const { readRulePackFile } = await import("../judge/files.js");
  const paths = [...new Set(files.flatMap(({ packs }) => packs))];
  return Promise.all(paths.map(async (path) => (await readRulePackFile(path)).pack));
}
