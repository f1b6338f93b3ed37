import { type Command, Option } from "commander";
import type { Effect } from "../model/common.js";
import { effects } from "../model/order.js";
import type { MeasuresFormat } from "../report/measures/report.js";
import { type DataOptions, dataFolder, dataOption, referenceFrom } from "./data-folder.js";
import { exitStatus, UsageError } from "./exit.js";
import { readDay, readPaths, repeat, today } from "./options.js";
import { type OutputOptions, outputColor, outputWidth, writeReport } from "./output.js";
import { readingProgress } from "./reading-progress.js";

const measuresFormats = ["text", "json", "html", "md"] as const satisfies MeasuresFormat[];

interface MeasuresCommandOptions extends OutputOptions, DataOptions {
  asOf?: string;
  rules: string[];
  cost: string[];
  effect: Effect[];
  format: MeasuresFormat;
}

/** `beholden measures [PATH…]`: the cheapest sets of measures that leave no unacceptable reach. */
export function addMeasuresCommand(program: Command): void {
  dataOption(program.command("measures"))
    .summary("the cheapest sets of measures that leave no unacceptable reach")
    .description(
      "The cheapest sets of measures that end every reach that an open finding rests on, proven so, with all ties; the cut points of each such reach; what no measure ends; and what the law demands besides.",
    )
    .argument("[path...]", "folders or files to review", ["."])
    .option("--as-of <day>", "as of this day, UTC (default: today)")
    .option("--rules <id|file>", "rule pack to apply; repeatable (default: what beholden.yaml says, else us-dsp and us-icts)", repeat, [])
    .option(
      "--cost <measure=number>",
      "what a measure costs, in any one unit; repeatable (default: what beholden.yaml says, else each counts 1)",
      repeat,
      [],
    )
    .addOption(
      new Option("--effect <effect>", "only reaches of this effect; repeatable (default: all)")
        .choices(effects)
        .argParser((value: string, before: Effect[]) => [...before, readEffect(value)])
        .default([], "all"),
    )
    .addOption(new Option("--format <format>", "form of the answer").choices(measuresFormats).default("text"))
    .option("--output <file>", "write the answer there")
    .option("-q, --quiet", "no progress, no remarks on standard error")
    .option("--no-color", "no colour on a terminal")
    .option("--offline", "never touch the network (always so for this command)")
    .action(runMeasures);
}

async function runMeasures(paths: string[], options: MeasuresCommandOptions): Promise<void> {
  const asOf = options.asOf ? readDay(options.asOf) : today();
  readPaths(paths);
  const [{ measures }, { renderMeasures }, reference, { rulePacksFor }] = await Promise.all([
    import("../measures.js"),
    import("../report/measures/report.js"),
    referenceFrom(options),
    import("../rule-packs.js"),
  ]);
  const costs = await readCosts(options.cost, reference.catalogue.measures);
  const packs = await rulePacksFor(options.rules, paths, dataFolder(options));
  const progress = readingProgress(options);
  const asked = effects.filter((effect) => options.effect.length === 0 || options.effect.includes(effect));
  const found = await measures(paths, { asOf, reference, packs, costs, effects: asked, onProgress: progress.show });
  progress.clear();
  await writeReport(
    renderMeasures(found, options.format, { width: outputWidth(), color: outputColor(options) && !options.output }),
    options,
  );
  process.exitCode = found.inputLost ? exitStatus.wrongUse : exitStatus.clean;
}

function readEffect(value: string): Effect {
  const effect = effects.find((one) => one === value);
  if (!effect) throw new UsageError(`--effect ${value} is no effect. Expected one of ${effects.join(", ")}.`);
  return effect;
}

async function readCosts(asked: string[], measures: { id: string; name: string }[]): Promise<Map<string, number>> {
  if (asked.length === 0) return new Map();
  const { measureNamed, NameNotFound } = await import("../assumed-measures.js");
  return new Map(
    asked.map((text): [string, number] => {
      const [, name = "", number = ""] = /^([^=]*)=(.*)$/.exec(text) ?? [];
      if (!name || !/^\d+(\.\d+)?$/.test(number)) {
        throw new UsageError(`--cost ${text} is no cost. Expected MEASURE=NUMBER, the number zero or more, such as M04=20000.`);
      }
      try {
        return [measureNamed(name, measures).id, Number(number)];
      } catch (error) {
        throw error instanceof NameNotFound ? new UsageError(`--cost: ${error.message}`) : error;
      }
    }),
  );
}
