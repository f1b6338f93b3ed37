import { type Command, Option } from "commander";
import type { Day, Party, RulePack } from "../model/index.js";
import type { AllFormat } from "../report/trace/all.js";
import type { TraceFormat } from "../report/trace/report.js";
import { writeBitmap } from "./bitmap-output.js";
import { type DataOptions, dataFolder, dataOption, referenceFrom } from "./data-folder.js";
import { UsageError } from "./exit.js";
import { readDay, repeat, today } from "./options.js";
import { type OutputOptions, outputColor, outputWidth, writePieces, writeReport } from "./output.js";

/** Not a rule pack: shows every regime asked for with shares multiplied beside it. */
const multiplicative = "multiplicative";

interface TraceOptions extends OutputOptions, DataOptions {
  regime: string[];
  asOf?: string;
  all?: boolean;
  sideBySide?: boolean;
  ended?: boolean;
  minimumShare?: string;
  most?: string;
  format: TraceFormat | AllFormat | "png";
}

/** `beholden trace PARTY`: owned, controlled or reached by whom, under which regime, with the proof. */
export function addTraceCommand(program: Command): void {
  dataOption(program.command("trace"))
    .summary("owned, controlled or reached by whom, under which regime, with the proof")
    .description(
      "Whether a party is covered through ownership or control under each regime, with bounds, proof and what would settle it. The party is named by id, LEI, identifier, provider or name.",
    )
    .argument("[party]", "id, LEI, identifier (gb-coh:01234567), provider, or name")
    .option("--all", "every party that is covered, or cannot be excluded, through its owners under the one --regime given")
    .option(
      "--regime <id or file>",
      "a rule pack whose regime is asked; repeatable (default: every built-in one). multiplicative: with shares multiplied beside it, which is no law",
      repeat,
      [],
    )
    .option("--side-by-side", "the regimes in one table: which applies on the day, and why the others do not")
    .option("--ended", "also the interests among the parties shown that had ended by the day")
    .option("--minimum-share <percent>", "of the chart in html, svg and png: smaller shares are hidden, and how many is said")
    .option("--most <count>", "parties in the answer, the nearest and largest first (default: 60)")
    .option("--as-of <day>", "as of this day, UTC (default: today)")
    .addOption(
      new Option(
        "--format <format>",
        "form of the answer; svg and png are the chart alone, bods and csv are its interests, jsonl goes with --all",
      )
        .choices(["text", "json", "html", "svg", "png", "md", "bods", "jsonl", "csv"])
        .default("text"),
    )
    .option("--output <file>", "write the answer there")
    .option("-q, --quiet", "no remarks on standard error")
    .option("--no-color", "no colour on a terminal")
    .option("--offline", "never touch the network (always so for this command)")
    .action(runTrace);
}

async function runTrace(asked: string | undefined, options: TraceOptions): Promise<void> {
  const asOf = options.asOf ? readDay(options.asOf) : today();
  const { format } = options;
  if (options.all) {
    if (asked !== undefined) throw new UsageError(`trace --all takes no party, and ${asked} was given. Leave one of them out.`);
    if (format !== "text" && format !== "jsonl" && format !== "csv")
      throw new UsageError(`trace --all has no form ${format}. Expected text, jsonl or csv.`);
    return runAll(format, asOf, options);
  }
  if (asked === undefined)
    throw new UsageError("trace needs a party: an id, an LEI, an identifier, a provider or a name; or --all with one --regime.");
  if (format === "jsonl") throw new UsageError("--format jsonl goes with --all. Expected text, json, html, svg, png, bods, csv or md.");
  const [{ PartyNotFound, traceParty }, { renderTrace }, reference, regimes] = await Promise.all([
    import("../trace-party.js"),
    import("../report/trace/report.js"),
    referenceFrom(options),
    readRegimes(options.regime, dataFolder(options)),
  ]);
  try {
    const multiplied = options.regime.includes(multiplicative);
    const traced = traceParty(asked, {
      regimes,
      multiplied,
      sideBySide: options.sideBySide === true,
      ended: options.ended === true,
      ...(options.most === undefined ? {} : { most: readMost(options.most) }),
      reference,
      asOf,
    });
    const shown = { width: outputWidth(), color: outputColor(options), minimumShare: readMinimumShare(options.minimumShare) };
    if (format === "png") await writeBitmap(renderTrace(traced, "svg", { ...shown, look: "paper" }), options);
    else await writeReport(renderTrace(traced, format, shown), options);
  } catch (error) {
    throw error instanceof PartyNotFound ? howToChoose(asked, error.candidates) : error;
  }
}

function readMinimumShare(text = "0"): number {
  const share = Number(text.replace(/\s*%$/, ""));
  if (text.trim() === "" || !(share >= 0 && share <= 100))
    throw new UsageError(`--minimum-share ${text} is no share. Expected percent from 0 to 100, such as 5.`);
  return share;
}

function readMost(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 4 || count > 5_000)
    throw new UsageError(`--most ${text} is no count of parties. Expected a whole number from 4 to 5000.`);
  return count;
}

async function runAll(format: AllFormat, asOf: Day, options: TraceOptions): Promise<void> {
  const [name, ...others] = options.regime;
  if (name === undefined || others.length > 0 || name === multiplicative)
    throw new UsageError("trace --all needs exactly one --regime, such as us-ofac-sdn.");
  const [{ traceAll }, { renderAll }, reference, [pack]] = await Promise.all([
    import("../trace-all.js"),
    import("../report/trace/all.js"),
    referenceFrom(options),
    readRegimes([name], dataFolder(options)),
  ]);
  if (!pack) throw new UsageError(`--regime ${name} names no rule pack.`);
  await writePieces(renderAll(traceAll(pack, { reference, asOf }), format), options);
}

async function readRegimes(names: string[], data: string): Promise<RulePack[]> {
  const { loadRulePacks, builtInPacks } = await import("../rule-packs.js");
  const packs = names.filter((name) => name !== multiplicative);
  return (await loadRulePacks(packs.length > 0 ? packs : await builtInPacks(), data)).map(({ pack }) => pack);
}

function howToChoose(asked: string, candidates: Party[]): UsageError {
  if (candidates.length === 0) {
    return new UsageError(
      `nobody on file is known as ${asked}. Expected an id, an LEI, an identifier such as gb-coh:01234567, a provider, or a whole name. \`beholden screen\` finds names that are written otherwise; \`beholden reference import\` adds registers and lists.`,
      "not-found",
    );
  }
  const lines = candidates.map(
    ({ id, name, kind, jurisdiction }) => `  ${id}  ${name} (${kind}${jurisdiction ? `, ${jurisdiction}` : ""})`,
  );
  return new UsageError([`several parties are known as ${asked}. Name one by its id:`, ...lines].join("\n"));
}
