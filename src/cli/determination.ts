import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import type { Day, DeterminationDraft, Reach, Reference, Review } from "../model/index.js";
import type { DeterminationFormat } from "../report/determination/report.js";
import { type DataOptions, dataFolder, dataOption, referenceFrom } from "./data-folder.js";
import { exitAfterReading, UsageError } from "./exit.js";
import { readDay, readDayOf, readPaths, repeat, today } from "./options.js";
import { type OutputOptions, outputColor, outputWidth, writeReport } from "./output.js";
import { readingProgress } from "./reading-progress.js";
import { parsedReview } from "./saved-review.js";

interface DeterminationCommandOptions extends OutputOptions, DataOptions {
  review?: string;
  transaction: string[];
  prohibit: string[];
  asOf?: string;
  rules: string[];
  on?: string;
  ceaseOn?: string;
  full?: boolean;
  format: DeterminationFormat;
}

/** `beholden determination [PATH…]`: a determination drafted from a review, as a letter in which every fact has its source. */
export function addDeterminationCommand(program: Command): void {
  dataOption(program.command("determination"))
    .summary("draft a determination with its letter: findings, criteria, measures, wind-down")
    .description(
      "Drafts a determination from a review, per transaction and for the case: the outcome and what it rests on, each criterion with its evidence, measures and how each is monitored, timing and manner of cessation, what remains, and what would change it. The letter is a draft for counsel; a fact without a source is a visible gap.",
    )
    .argument("[path...]", "folders or files to review (default: the present folder)")
    .option("--review <file>", "decide on a saved review, the JSON of review --format json, instead of paths")
    .option("--transaction <id>", "tell this transaction in detail; repeatable (default: all that are not `not prohibited`)", repeat, [])
    .option("--prohibit <id>", "draft a prohibition of this transaction, as you decide; repeatable", repeat, [])
    .option("--as-of <day>", "review as of this day, UTC (default: today)")
    .option("--rules <id|file>", "rule pack to apply; repeatable (default: as for review)", repeat, [])
    .option("--on <day>", "day of the determination, which days are counted from (default: that of the review)")
    .option("--cease-on <day>", "first day without use, where you date the wind-down (default: by precedent)")
    .option("--full", "as text: the whole letter (default: one page)")
    .addOption(new Option("--format <format>", "form of the draft").choices(["text", "md", "html", "docx", "json"]).default("text"))
    .option("--output <file>", "write the draft there")
    .option("-q, --quiet", "no remarks on standard error")
    .option("--no-color", "no colour on a terminal")
    .option("--offline", "never touch the network (always so for this command)")
    .action(runDetermination);
}

async function runDetermination(paths: string[], options: DeterminationCommandOptions): Promise<void> {
  if (options.format === "docx" && !options.output && process.stdout.isTTY)
    throw new UsageError("a Word document is not for a terminal. Name a file with --output, such as --output determination.docx.");
  const reference = await referenceFrom(options);
  const made = options.review ? await saved(options.review, paths, options) : await reviewed(paths, reference, options);
  const draft = await drafted(made, { reference, ...daysOf(made.review, options) }, options);
  const { renderDetermination } = await import("../report/determination/report.js");
  const shown = { width: outputWidth(), color: outputColor(options) && !options.output, full: options.full === true };
  await writeReport(await renderDetermination(draft, options.format, shown), options);
  process.exitCode = exitAfterReading(made.review.problems);
}

interface Reviewed {
  review: Review;
  reaches?: Reach[];
  reviewOn?: (day: Day) => Promise<Review>;
}

async function reviewed(paths: string[], reference: Reference, options: DeterminationCommandOptions): Promise<Reviewed> {
  const places = readPaths(paths.length > 0 ? paths : ["."]);
  const [{ review, reviewWhole }, { rulePacksFor }] = await Promise.all([import("../review.js"), import("../rule-packs.js")]);
  const packs = await rulePacksFor(options.rules, places, dataFolder(options));
  const progress = readingProgress(options);
  const asOf = options.asOf ? readDay(options.asOf) : today();
  const whole = await reviewWhole(places, { asOf, reference, packs, onProgress: progress.show });
  progress.clear();
  const reviewOn = (day: Day) => review(places, { asOf: day, reference, packs });
  return { review: whole.review, reaches: whole.reaches, reviewOn };
}

async function saved(file: string, paths: string[], options: DeterminationCommandOptions): Promise<Reviewed> {
  if (paths.length > 0 || options.asOf || options.rules.length > 0)
    throw new UsageError(
      "--review decides on a saved review; paths, --as-of and --rules are for one that is made now. Give one or the other.",
    );
  return { review: await parsedReview("--review", file, await readFile(file, "utf8").catch(cannotRead(file))) };
}

function cannotRead(file: string) {
  return (error: Error): never => {
    throw new UsageError(`--review ${file}: ${error.message}. Expected the JSON of a review (--format json).`);
  };
}

function daysOf(review: Review, options: DeterminationCommandOptions): { on: Day; ceaseOn?: Day } {
  const on = options.on ? readDayOf("--on", options.on) : review.asOf;
  if (on < review.asOf)
    throw new UsageError(`--on ${on} is before the day of the review, ${review.asOf}. Expected that day or a later one.`);
  if (!options.ceaseOn) return { on };
  const ceaseOn = readDayOf("--cease-on", options.ceaseOn);
  if (ceaseOn < on) throw new UsageError(`--cease-on ${ceaseOn} is before the determination of ${on}. Expected that day or a later one.`);
  return { on, ceaseOn };
}

async function drafted(
  { review, reaches, reviewOn }: Reviewed,
  given: { on: Day; ceaseOn?: Day; reference: Reference },
  { transaction, prohibit }: DeterminationCommandOptions,
): Promise<DeterminationDraft> {
  const [{ determination }, { DraftError }] = await Promise.all([import("../determination.js"), import("../decide/index.js")]);
  try {
    return await determination(review, { ...given, reaches, reviewOn, transactions: transaction, prohibit });
  } catch (error) {
    throw error instanceof DraftError ? new UsageError(error.message) : error;
  }
}
