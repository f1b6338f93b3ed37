import { basename } from "node:path";
import { type Command, Option } from "commander";
import type { ScreenQuery, ScreenResponse, ScreenRun } from "../model/index.js";
import type { ScreenFormat } from "../report/screen/report.js";
import type { Screened } from "../report/screen/words.js";
import { dataFolder, dataOption } from "./data-folder.js";
import { exitStatus, UsageError } from "./exit.js";
import { readDay, today } from "./options.js";
import { type OutputOptions, outputColor, outputWidth, writePieces } from "./output.js";
import { addDecideCommand } from "./screen-decide.js";
import { screenProgress } from "./screen-progress.js";
import { decisionsFile, openSession, type SessionSettings } from "./screen-session.js";
import type { Answered } from "./screen-threads.js";

/** Written out here, so that the renderers are loaded only when a file is screened; the type keeps them complete. */
const screenFormats = Object.keys({
  text: true,
  json: true,
  jsonl: true,
  csv: true,
  md: true,
  html: true,
} satisfies Record<ScreenFormat, true>);
const gates = ["match", "listed"] as const;

interface ScreenCommandOptions extends OutputOptions {
  asOf?: string;
  limit: string;
  threshold?: string;
  format: ScreenFormat;
  failOn?: (typeof gates)[number];
  decisions?: string;
  dismissed?: boolean;
  data?: string;
}

/** `beholden screen FILE`: names against providers, parties and official lists; and `beholden screen decide`. */
export function addScreenCommand(program: Command): void {
  const command = program
    .command("screen")
    .summary("match a list of names against providers, parties and official lists")
    .description(
      "Matches the names of a file against providers, built-in and imported parties, and official lists, and explains every score part by part. FILE is CSV with a header (name, country, kind, lei, registration number, address, birth date), JSON Lines, a body of yente's /match, or one name a line.",
    )
    .argument("<file>", "names to screen; a file called decide is ./decide")
    .option("--as-of <day>", "listings of this day, UTC (default: today)")
    .option("--limit <number>", "results for a name at most", "5")
    .option("--threshold <score>", "from which score on, 0 to 1, a result is a match (default: the one that was measured, see docs)")
    .addOption(new Option("--format <format>", "form of the answer").choices(screenFormats).default("text"))
    .addOption(
      new Option(
        "--fail-on <what>",
        "exit with 1 on matches, or only on matches with a party that is on a list; what was decided to be different does not count (default: no gate)",
      ).choices(gates),
    )
    .option("--decisions <file>", "file of decisions (default: decisions.jsonl in the folder of data)")
    .option("--dismissed", "also show what was decided to be somebody else")
    .option("--output <file>", "write the answer there")
    .option("-q, --quiet", "no progress, no remarks on standard error")
    .option("--no-color", "no colour on a terminal")
    .option("--offline", "never touch the network (always so for this command)")
    .action(runScreen);
  dataOption(command);
  addDecideCommand(command);
}

async function runScreen(path: string, options: ScreenCommandOptions): Promise<void> {
  const asOf = options.asOf ? readDay(options.asOf) : today();
  const limit = readLimit(options.limit);
  const threshold = options.threshold === undefined ? undefined : readThreshold(options.threshold);
  const [{ readScreenFile }, { renderScreened }] = await Promise.all([import("./screen-file.js"), import("../report/screen/report.js")]);
  const { queries, ...file } = await readScreenFile(path);
  const settings = {
    data: dataFolder(options),
    decisions: decisionsFile(options),
    asOf,
    limit,
    threshold,
    dismissed: options.dismissed ?? false,
  };
  const progress = screenProgress(options);
  progress.show("indexing the lists");
  const { responses, run } = await screenAll(queries, settings, (done) => progress.show(`screened ${done} of ${queries.size} names`));
  progress.clear();
  const screened: Screened = { schemaVersion: "1", asOf, responses, limit, run, file: { name: basename(path), ...file } };
  const rendered = renderScreened(screened, options.format, { width: outputWidth(), color: outputColor(options) && !options.output });
  await writePieces(rendered, options);
  if (!options.quiet && options.format !== "text") tellFaults(screened);
  process.exitCode = exitOf(screened, options.failOn);
}

async function screenAll(
  queries: ReadonlyMap<string, ScreenQuery>,
  settings: SessionSettings,
  onProgress: (done: number) => void,
): Promise<Answered> {
  const { screenOnThreads, threadsFor } = await import("./screen-threads.js");
  const threads = threadsFor(queries.size);
  if (threads > 1) return screenOnThreads(queries, settings, threads, onProgress);
  const screening = await openSession(settings);
  const responses = new Map<string, ScreenResponse>();
  for (const [key, query] of queries) {
    if (responses.size % 50 === 0) onProgress(responses.size);
    responses.set(key, screening.answer(query));
  }
  return { responses, run: screening.run() };
}

/** Matches at the gate come first; then lines that could not be read or screened. */
function exitOf({ responses, run, file }: Screened, gate: ScreenCommandOptions["failOn"]): number {
  if (gate) {
    for (const { results } of responses.values()) {
      if (results.some(({ match, target }) => match && (gate === "match" || target))) return exitStatus.findings;
    }
  }
  return isWhole(run, file) ? exitStatus.clean : exitStatus.wrongUse;
}

function isWhole(run: ScreenRun, file: Screened["file"]): boolean {
  return run.unscreened + file.faults.length + file.moreFaults === 0;
}

function tellFaults({ run, file }: Screened): void {
  for (const { line, message } of file.faults.slice(0, 10)) process.stderr.write(`beholden: ${file.name}, line ${line}: ${message}\n`);
  const more = Math.max(0, file.faults.length - 10) + file.moreFaults;
  if (more > 0) process.stderr.write(`beholden: ${more} more lines of ${file.name} could not be read\n`);
  if (run.unscreened > 0) process.stderr.write(`beholden: ${run.unscreened} queries could not be screened; their answer says why\n`);
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 500) return limit;
  throw new UsageError(`--limit ${text} is none. Expected a whole number from 1 to 500.`);
}

function readThreshold(text: string): number {
  const threshold = Number(text);
  if (text.trim() !== "" && threshold >= 0 && threshold <= 1) return threshold;
  throw new UsageError(`--threshold ${text} is none. Expected a number from 0 to 1, such as 0.7.`);
}
