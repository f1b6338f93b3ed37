import { statSync } from "node:fs";
import { dirname } from "node:path";
import { type Command, Option } from "commander";
import type { Day, Impact, ScenarioFile } from "../model/index.js";
import { writeBitmap } from "./bitmap-output.js";
import { type DataOptions, dataFolder, dataOption, referenceFrom } from "./data-folder.js";
import { exitStatus, UsageError } from "./exit.js";
import { readDay, readDayOf, readPaths, repeat, today } from "./options.js";
import { type OutputOptions, outputColor, outputWidth, writeReport } from "./output.js";

const formats = ["text", "json", "jsonl", "md", "html", "csv", "svg", "png"] as const;

interface ImpactCommandOptions extends OutputOptions, DataOptions {
  block: string[];
  region: string[];
  except: string[];
  scenario: string[];
  rules: string[];
  on?: string;
  egress?: string;
  save?: string;
  asOf?: string;
  full?: boolean;
  format: (typeof formats)[number];
}

/** `beholden impact [PATH…]`: what breaks when a provider, a company or whatever a government reaches is cut off. */
export function addImpactCommand(program: Command): void {
  dataOption(program.command("impact"))
    .summary("what breaks if a provider is cut off, and how to leave it in time")
    .description(
      "What a cut-off breaks: which systems and assets stop, degrade or go on, at build, deploy, run and restore, each with its chain; the data to be moved, the revenue, contracts and people it touches; a dated order of exit, and where to go. Up to three scenarios stand side by side.",
    )
    .argument("[path...]", "folders or files to review", ["."])
    .option("--block <name>", "provider, company or government (such as CN) to cut off; repeatable", repeat, [])
    .option("--region <id>", "cut off only what stands in this region; repeatable", repeat, [])
    .option("--except <name>", "leave this provider, service, region, system or asset; repeatable", repeat, [])
    .option("--on <day>", "day of the cut-off, UTC (default: the day of the review)")
    .option("--egress <megabits>", "how many megabits a second data can leave with (default: what beholden.yaml declares)")
    .option("--scenario <name|file>", "a saved scenario, or a YAML file; repeatable, three at most side by side", repeat, [])
    .option("--save <name>", "save the cut-off of these options as a scenario")
    .option("--as-of <day>", "review as of this day, UTC (default: today)")
    .option(
      "--rules <id|file>",
      "rule pack that a replacement must pass; repeatable (default: what beholden.yaml says, else us-dsp and us-icts)",
      repeat,
      [],
    )
    .option("--full", "as text: everything, not one page")
    .addOption(
      new Option(
        "--format <format>",
        "form of the answer; of several scenarios json compares them and jsonl is the whole answer of each, one a line; svg and png are the drawing of the systems alone",
      )
        .choices(formats)
        .default("text"),
    )
    .option("--output <file>", "write the answer there")
    .option("-q, --quiet", "no remarks on standard error")
    .option("--no-color", "no colour on a terminal")
    .option("--offline", "never touch the network (always so for this command)")
    .action(runImpact);
}

async function runImpact(paths: string[], options: ImpactCommandOptions): Promise<void> {
  const asOf = options.asOf ? readDay(options.asOf) : today();
  readPaths(paths);
  const [story, { renderImpact, renderImpacts }, reference, { rulePacksFor }] = await Promise.all([
    import("../impact.js"),
    import("../report/impact/report.js"),
    referenceFrom(options),
    import("../rule-packs.js"),
  ]);
  const folder = reviewedFolder(paths);
  const own = scenarioOf(options, asOf);
  const scenarios = [...(own ? [own] : []), ...(await Promise.all(options.scenario.map((one) => story.readScenario(one, folder))))];
  checkCount(scenarios, story.mostScenarios);
  for (const one of scenarios) checkDay(one, asOf);
  const packs = await rulePacksFor(options.rules, paths, dataFolder(options));
  try {
    const found = await story.impact(paths, { asOf, reference, packs, scenarios });
    if (options.save) await save(options.save, own, found[0], folder, options, story);
    const shown = { width: outputWidth(), color: outputColor(options) && !options.output, full: options.full === true };
    const [first, ...others] = found;
    if (!first) return;
    const rendered = (format: Exclude<typeof options.format, "png">, look?: "paper") =>
      others.length > 0
        ? renderImpacts(found, story.compareImpacts(found), format, { ...shown, ...(look ? { look } : {}) })
        : renderImpact(first, format, { ...shown, ...(look ? { look } : {}) });
    if (options.format === "png") await writeBitmap(rendered("svg", "paper"), options);
    else await writeReport(rendered(options.format), options);
    process.exitCode = first.problems.some((one) => one.severity === "error") ? exitStatus.wrongUse : exitStatus.clean;
  } catch (error) {
    throw error instanceof story.UnknownName ? new UsageError(error.message) : error;
  }
}

/** The cut-off that the options tell of; undefined where they name nothing to cut off. */
function scenarioOf(
  { block, region, except, on, egress, scenario, save: saved }: ImpactCommandOptions,
  asOf: Day,
): ScenarioFile | undefined {
  if (block.length === 0) {
    const idle = [
      ...region.map(() => "--region"),
      ...except.map(() => "--except"),
      ...(on ? ["--on"] : []),
      ...(egress ? ["--egress"] : []),
      ...(saved ? ["--save"] : []),
    ];
    if (idle[0]) throw new UsageError(`${idle[0]} says nothing without --block. Expected --block PROVIDER, PARTY or GOVERNMENT.`);
    if (scenario.length > 0) return undefined;
    throw new UsageError(
      "nothing is named to be cut off. Expected --block PROVIDER, PARTY or GOVERNMENT, such as --block alibaba-cloud, or --scenario.",
    );
  }
  return {
    schemaVersion: "1",
    ...(saved ? { name: saved } : {}),
    block,
    regions: region,
    except,
    on: on ? readDayOf("--on", on) : asOf,
    ...(egress ? { egressMegabitsPerSecond: readRate(egress) } : {}),
  };
}

function readRate(text: string): number {
  const rate = Number(text);
  if (!Number.isFinite(rate) || rate <= 0) throw new UsageError(`--egress ${text} is no rate. Expected megabits a second, such as 500.`);
  return rate;
}

function checkCount(scenarios: ScenarioFile[], most: number): void {
  if (scenarios.length <= most) return;
  throw new UsageError(
    `${scenarios.length} scenarios are more than stand side by side. Expected ${most} at most, the one of --block among them.`,
  );
}

function checkDay({ on, name }: ScenarioFile, asOf: Day): void {
  if (on === undefined || on >= asOf) return;
  throw new UsageError(
    `${name ? `the scenario ${name} is` : "--on is"} of ${on}, before the day of the review, ${asOf}. Expected that day or a later one, or an earlier --as-of.`,
  );
}

async function save(
  name: string,
  asked: ScenarioFile | undefined,
  found: Impact | undefined,
  folder: string,
  options: ImpactCommandOptions,
  { saveScenario }: typeof import("../impact.js"),
): Promise<void> {
  if (!asked || !found) return;
  const file = await saveScenario(name, found.scenario, asked, folder);
  if (!options.quiet) process.stderr.write(`saved scenario ${found.scenario.id} as ${file}\n`);
}

/** Where scenarios are kept: the first folder that is reviewed, or the folder of the first file. */
function reviewedFolder([first = "."]: string[]): string {
  return statSync(first).isDirectory() ? first : dirname(first);
}
