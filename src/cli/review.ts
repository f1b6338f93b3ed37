import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import type { AssumedMeasure, Reference, Review, RulePack } from "../model/index.js";
import { type DataOptions, dataFolder, dataOption, referenceFrom } from "./data-folder.js";
import { exitAfterReading, exitStatus, UsageError } from "./exit.js";
import { readDay, readPaths, repeat, today } from "./options.js";
import { type OutputOptions, outputColor, outputWidth, writeAnswer, writeReport } from "./output.js";
import { readingProgress } from "./reading-progress.js";

/** Names alone, so that the help does not load the reports; a test holds them equal to the registry. */
export const reviewFormats = ["text", "json", "jsonl", "sarif", "csv", "html", "md"] as const;
const gateOutcomes = ["prohibited", "restricted", "review", "note"] as const;

interface ReviewCommandOptions extends OutputOptions, DataOptions {
  asOf?: string;
  rules: string[];
  format: (typeof reviewFormats)[number];
  failOn?: (typeof gateOutcomes)[number];
  baseline?: string;
  sideBySide?: boolean;
  with: string[];
}

/** `beholden review [PATH…]`: the main job. */
export function addReviewCommand(program: Command): void {
  dataOption(program.command("review"))
    .summary("review artefacts: who can reach what, what the law says")
    .description(
      "Reviews folders or files: which governments can reach your data or cut you off, by what path, and what the law says of it.",
    )
    .argument("[path...]", "folders or files to review", ["."])
    .option("--as-of <day>", "review as of this day, UTC (default: today)")
    .option("--rules <id|file>", "rule pack to apply; repeatable (default: what beholden.yaml says, else us-dsp and us-icts)", repeat, [])
    .addOption(new Option("--format <format>", "form of the report").choices(reviewFormats).default("text"))
    .option("--output <file>", "write the report there and print a short summary")
    .addOption(
      new Option("--fail-on <outcome>", "exit with 1 on open findings of this outcome or graver (default: no gate)").choices(gateOutcomes),
    )
    .option("--baseline <file>", "JSON of an earlier review: its findings do not count for the gate")
    .option("--side-by-side", "also ask every built-in regime about every counterparty: which applies, and why the others do not")
    .option(
      "--with <measure>",
      "take a measure as in place though nobody declared it, everywhere or with MEASURE=HOLDING_OR_SYSTEM; repeatable",
      repeat,
      [],
    )
    .option("-q, --quiet", "no progress, no summary beside the report")
    .option("--no-color", "no colour on a terminal")
    .option("--offline", "never touch the network (always so for this command)")
    .action(runReview);
}

async function runReview(paths: string[], options: ReviewCommandOptions): Promise<void> {
  const asOf = options.asOf ? readDay(options.asOf) : today();
  readPaths(paths);
  const [{ review }, reference, { rulePacksFor }, { reports }, { failing }] = await Promise.all([
    import("../review.js"),
    referenceFrom(options),
    import("../rule-packs.js"),
    import("../report/registry.js"),
    import("../decide/index.js"),
  ]);
  const packs = await rulePacksFor(options.rules, paths, dataFolder(options));
  const baseline = options.baseline ? await readBaseline(options.baseline) : undefined;
  const assumed = options.with.length > 0 ? await readAssumed(options.with, paths, reference) : [];
  const progress = readingProgress(options);
  const result = await review(paths, {
    asOf,
    reference,
    packs,
    ...(baseline ? { baseline } : {}),
    ...(assumed.length > 0 ? { assumed } : {}),
    ...(options.sideBySide
      ? {
          sideBySide: await packsSideBySide(
            packs.map(({ pack }) => pack),
            dataFolder(options),
          ),
        }
      : {}),
    onProgress: progress.show,
  });
  progress.clear();

  const report = await reports[options.format]();
  await writeReport(report.render(result, { width: outputWidth(), color: outputColor(options) && !options.output }), options);
  if (options.output && !options.quiet) writeAnswer(result.answer);
  process.exitCode = reviewExit(result, options.failOn ? failing(result.findings, options.failOn).length : 0);
}

async function readAssumed(asked: string[], paths: string[], reference: Reference): Promise<AssumedMeasure[]> {
  const { assumedMeasures, NameNotFound } = await import("../assumed-measures.js");
  try {
    return await assumedMeasures(asked, paths, reference);
  } catch (error) {
    throw error instanceof NameNotFound ? new UsageError(`--with: ${error.message}`) : error;
  }
}

/** The packs that are applied, then the other built-in ones. */
async function packsSideBySide(applied: RulePack[], data: string): Promise<RulePack[]> {
  const { builtInPacks, loadRulePacks } = await import("../rule-packs.js");
  const others = (await builtInPacks()).filter((id) => applied.every((pack) => pack.id !== id));
  return [...applied, ...(await loadRulePacks(others, data)).map(({ pack }) => pack)];
}

/** Findings at or above the gate come first; then input that was lost; a reader's own fault is beholden's. */
function reviewExit(result: Review, failures: number): number {
  if (failures > 0) return exitStatus.findings;
  return exitAfterReading(result.problems);
}

async function readBaseline(file: string): Promise<Set<string>> {
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new UsageError(`--baseline ${file}: ${error.message}. Expected the JSON of an earlier review.`);
  });
  let findings: unknown;
  try {
    findings = (JSON.parse(text) as { findings?: unknown }).findings;
  } catch (error) {
    throw new UsageError(
      `--baseline ${file}: ${error instanceof Error ? error.message : "no JSON"}. Expected the JSON of an earlier review (--format json).`,
    );
  }
  if (!Array.isArray(findings))
    throw new UsageError(`--baseline ${file}: it has no list of findings. Expected the JSON of an earlier review (--format json).`);
  return new Set(findings.map((one: { id?: unknown }) => String(one.id)));
}
