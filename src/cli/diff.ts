import { lstat, readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import type { DiffSide } from "../diff.js";
import type { Review, ReviewComparison } from "../model/index.js";
import type { ComparisonFormat } from "../report/compare/report.js";
import type { LoadedPack } from "../review-options.js";
import { dataFolder, referenceFrom } from "./data-folder.js";
import { exitAfterReading, exitStatus, UsageError } from "./exit.js";
import { readDay, readPaths, repeat, today } from "./options.js";
import { type OutputOptions, outputColor, outputWidth, writeAnswer, writeReport } from "./output.js";
import { asReview, isReview } from "./saved-review.js";

const gateOutcomes = ["prohibited", "restricted", "review", "note"] as const;
const newThings = ["provider", "parent", "government"] as const;
type NewThing = (typeof newThings)[number];

interface DiffOptions extends OutputOptions {
  asOf: string[];
  rules: string[];
  data: string[];
  format: ComparisonFormat;
  failOn?: (typeof gateOutcomes)[number];
  failOnNew: NewThing[];
}

/** `beholden diff BEFORE AFTER`: how two reviews differ, and why. */
export function addDiffCommand(program: Command): void {
  program
    .command("diff")
    .summary("how two reviews differ, and why: artefacts, facts or law")
    .description(
      "Compares two reviews and explains each difference by what changed in the artefacts, in the facts or in the law. A side is a saved review (the JSON of review --format json) or a folder or file to review now. One path with two --as-of compares two days.",
    )
    .argument("<before>", "saved review, folder or file; alone: reviewed on two days")
    .argument("[after]", "saved review, folder or file")
    .option("--as-of <day>", "day of the sides reviewed now, UTC; twice: of the first and the second (default: today)", repeat, [])
    .option("--rules <id|file>", "rule pack for the sides reviewed now; repeatable (default: as for review)", repeat, [])
    .option("--data <folder>", "folder of imported data; twice: of the first and the second side", repeat, [])
    .addOption(new Option("--format <format>", "form of the answer").choices(["text", "json", "md"]).default("text"))
    .option("--output <file>", "write the answer there")
    .addOption(
      new Option("--fail-on <outcome>", "exit with 1 on new findings of this outcome or graver (default: no gate)").choices(gateOutcomes),
    )
    .addOption(
      new Option("--fail-on-new <what>", "exit with 1 on a new one that a government of concern stands behind; repeatable")
        .choices(newThings)
        .argParser((value, before: NewThing[] | undefined) => [...(before ?? []), readNewThing(value)])
        .default([]),
    )
    .option("-q, --quiet", "no remarks on standard error")
    .option("--no-color", "no colour on a terminal")
    .option("--offline", "never touch the network (always so for this command)")
    .action(runDiff);
}

async function runDiff(before: string, after: string | undefined, options: DiffOptions): Promise<void> {
  const sides = await readSides(before, after, options);
  const [{ diffReviews }, { renderComparison }] = await Promise.all([import("../diff.js"), import("../report/compare/report.js")]);
  const { comparison, ...reviews } = await diffReviews(...sides);
  await writeReport(
    renderComparison(comparison, options.format, { width: outputWidth(), color: outputColor(options) && !options.output }),
    options,
  );
  if (options.output && !options.quiet) writeAnswer(comparison.answer);
  const read = sides.flatMap((side, at) => ("saved" in side ? [] : [at === 0 ? reviews.before : reviews.after]));
  process.exitCode = gateCloses(comparison, options) ? exitStatus.findings : exitAfterReading(read.flatMap((one) => one.problems));
}

async function readSides(before: string, after: string | undefined, options: DiffOptions): Promise<[DiffSide, DiffSide]> {
  const { asOf, rules, data } = options;
  if (asOf.length > 2 || data.length > 2)
    throw new UsageError("diff compares two sides, and more than two were given. Give --as-of and --data once for both or twice.");
  const days = asOf.map(readDay);
  if (after === undefined && days.length < 2 && data.length < 2)
    throw new UsageError("diff needs two sides: BEFORE and AFTER, or one path with --as-of (or --data) given twice.");
  readPaths([before, ...(after === undefined ? [] : [after])]);
  const paths = [before, after ?? before];
  const saved = await Promise.all(paths.map(readSaved));
  if (saved.every((one) => one !== undefined) && (asOf.length > 0 || rules.length > 0 || data.length > 0))
    throw new UsageError("--as-of, --rules and --data are for sides that are reviewed now; both of these are saved reviews.");
  if (after === undefined && saved[0])
    throw new UsageError(`${before} is a saved review, of one day. Name a folder for --as-of, or another saved review.`);
  const now = today();
  const packs = await Promise.all(paths.map((path, at) => (saved[at] ? [] : packsFor(rules, path, data[at] ?? data[0]))));
  const references = saved.includes(undefined) ? await referencesFor(data) : [];
  const side = (at: 0 | 1): DiffSide => {
    const [path = "", review, day = now] = [paths[at], saved[at], days[at] ?? days[0]];
    if (review) return { name: path, saved: review };
    const reference = references[at] ?? references[0];
    if (!reference) throw new Error("no reference was loaded");
    return { name: path, paths: [path], options: { asOf: day, reference, packs: packs[at] ?? [] } };
  };
  return [side(0), side(1)];
}

/** A side may name its own rules in beholden.yaml, as in a review. */
async function packsFor(rules: string[], path: string, data: string | undefined): Promise<LoadedPack[]> {
  return (await import("../rule-packs.js")).rulePacksFor(rules, [path], dataFolder(data === undefined ? {} : { data }));
}

async function referencesFor(data: string[]) {
  return Promise.all((data.length > 0 ? data : [undefined]).map((folder) => referenceFrom(folder === undefined ? {} : { data: folder })));
}

/** A saved review, known by what it holds; undefined where the path is anything else, which is then reviewed. */
async function readSaved(path: string): Promise<Review | undefined> {
  if (!(await lstat(path)).isFile() || !path.endsWith(".json")) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, "utf8"));
  } catch {
    // Whatever it is, the review says what it cannot read of it.
    return undefined;
  }
  return isReview(content) ? asReview(path, content) : undefined;
}

function readNewThing(value: string): NewThing {
  const known = newThings.find((one) => one === value);
  if (!known) throw new UsageError(`--fail-on-new ${value}: no such thing. Allowed choices are ${newThings.join(", ")}.`);
  return known;
}

function gateCloses({ news }: ReviewComparison, { failOn, failOnNew }: DiffOptions): boolean {
  const line = failOn ? gateOutcomes.indexOf(failOn) : -1;
  const graver = news.findings.some((one) => gateOutcomes.some((outcome, at) => outcome === one.outcome && at <= line));
  const lists = { provider: news.providers, parent: news.parents, government: news.governments };
  return graver || failOnNew.some((what) => lists[what].some((one) => one.ofConcern));
}
