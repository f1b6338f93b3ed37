import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Command, Option } from "commander";
import type { RulesFile } from "../judge/rule-sets.js";
import type { ReferenceNames } from "../judge/words/tell-pack.js";
import type { RulePack } from "../model/index.js";
import type { ShownFormat } from "../report/rules/report.js";
import { UsageError } from "./exit.js";
import { type OutputOptions, outputWidth, writeReport } from "./output.js";

interface RulesOptions extends OutputOptions {
  format: "text" | "json";
}

interface ShowOptions extends OutputOptions {
  format: ShownFormat;
  cel?: boolean;
}

/** `beholden rules list|show|test|schema`: what the packs say, and whether their worked examples hold. */
export function addRulesCommand(program: Command): void {
  const rules = program.command("rules").description("list, show and test rule packs");
  withOutput(rules.command("list").description("the built-in rule packs and sets of packs")).action(listRules);
  withOutput(
    rules
      .command("show")
      .description("a rule pack, a set of packs, or one rule, as a lawyer would read it")
      .argument(
        "<pack[:rule]>",
        "id of a built-in pack or set, or path of a file; with :RULE or /RULE one rule, criterion, duty or term of it",
      )
      .option("--cel", "conditions also as they are written, in CEL"),
    ["text", "json", "md", "html"],
  ).action(showRules);
  withOutput(
    rules
      .command("test")
      .description(
        "run the worked examples of rule packs, and conformance suites in JSON Lines; exit with 1 when one fails, with 2 when a file cannot be read",
      )
      .argument("[pack...]", "ids, files (.yaml, .jsonl) or folders (default: all built-in packs)"),
  ).action(testRules);
  rules
    .command("schema")
    .description("the JSON Schema of rule packs, for the completion of an editor")
    .option("--path", "print where its file lies in the installed package")
    .option("--output <file>", "write the schema there")
    .option("-q, --quiet", "no remarks on standard error")
    .action(printSchema);
}

function withOutput(command: Command, formats = ["text", "json"]): Command {
  return command
    .addOption(new Option("--format <format>", "form of the answer").choices(formats).default("text"))
    .option("--output <file>", "write the answer there")
    .option("-q, --quiet", "no remarks on standard error")
    .option("--no-color", "no colour on a terminal (this command uses none)")
    .option("--offline", "never touch the network (always so for this command)");
}

async function listRules(options: RulesOptions): Promise<void> {
  const { listJson, listText } = await import("./rules-text.js");
  const files = await namedFiles(await builtInFolder());
  const packs = (await readPacks(files)).sort((left, right) => (left.id < right.id ? -1 : 1));
  const sets = files.flatMap(({ set }) => set ?? []);
  await writeReport(options.format === "json" ? listJson(packs, sets) : listText(packs, sets, outputWidth()), options);
}

async function showRules(name: string, options: ShowOptions): Promise<void> {
  const { packName, id } = await splitName(name);
  const [file, ...others] = await namedFiles(packName);
  if (!file || others.length > 0) throw new UsageError(`rules show ${name}: this folder holds several packs. Name one file.`);
  const packs = await readPacks([file]);
  const known = packs.flatMap(idsIn);
  if (id !== undefined && !known.includes(id)) {
    throw new UsageError(
      `rules show ${name}: ${(file.set ?? packs[0])?.id} has no rule, criterion, duty or term ${id}. Expected one of ${known.join(", ")}.`,
    );
  }
  const [{ tellPack }, { renderRules }, names] = await Promise.all([
    import("../judge/words/tell-pack.js"),
    import("../report/rules/report.js"),
    referenceNames(),
  ]);
  const shown = packs.filter((pack) => id === undefined || idsIn(pack).includes(id)).map((pack) => tellPack(pack, id, names));
  await writeReport(renderRules(file.set, shown, options.format, { width: outputWidth(), cel: options.cel === true }), options);
}

function idsIn({ rules, criteria, terms, duties }: RulePack): string[] {
  return [...rules, ...(criteria?.list ?? []), ...duties, ...terms].map(({ id }) => id);
}

async function referenceNames(): Promise<ReferenceNames> {
  const { governments, measures } = (await import("../reference/load.js")).loadReference().catalogue;
  const countries = new Intl.DisplayNames(["en"], { type: "region" });
  return {
    government: (code) => governments.find((one) => one.code === code)?.name ?? countries.of(code),
    measure: (id) => measures.find((one) => one.id === id)?.name,
  };
}

async function testRules(names: string[], options: RulesOptions): Promise<void> {
  const { runRuleTests } = await import("./rules-test.js");
  const { text, exit } = await runRuleTests(names, options.format, outputWidth());
  await writeReport(text, options);
  process.exitCode = exit;
}

/** A colon, or a slash where no such file is, followed by an id ends the name; any other colon, as in a Windows path, belongs to it. */
async function splitName(name: string): Promise<{ packName: string; id: string | undefined }> {
  const [, packName, between, id] = /^(.+)([:/])([a-z0-9-]+)$/.exec(name) ?? [];
  const whole = { packName: name, id: undefined };
  if (packName === undefined || id === undefined) return whole;
  if (between === "/" && ((await kindOf(name)) !== undefined || (await kindOf(packName)) === "folder")) return whole;
  return { packName, id };
}

async function kindOf(path: string): Promise<"folder" | "file" | undefined> {
  return stat(path).then(
    (found) => (found.isDirectory() ? "folder" : "file"),
    () => undefined,
  );
}

async function printSchema(options: OutputOptions & { path?: boolean }): Promise<void> {
  const file = join((await import("../package-root.js")).packageRoot(), "schemas", "rule-pack.schema.json");
  await writeReport(options.path ? `${file}\n` : await readFile(file, "utf8"), options);
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
