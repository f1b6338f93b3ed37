import { type Command, Option } from "commander";
import type { Day, Provider, RulePack } from "../model/index.js";
import type { DossierFormat } from "../report/dossier/report.js";
import { writeBitmap } from "./bitmap-output.js";
import { type DataOptions, dataFolder, dataOption, referenceFrom } from "./data-folder.js";
import { UsageError } from "./exit.js";
import { readDay, readDayOf, repeat, today } from "./options.js";
import { type OutputOptions, outputColor, outputWidth, writeReport } from "./output.js";

interface DossierCommandOptions extends OutputOptions, DataOptions {
  regime: string[];
  asOf?: string;
  since?: string;
  full?: boolean;
  format: DossierFormat | "png";
}

/** `beholden dossier PROVIDER`: everything known about a provider on a day, ownership to government, with the review's questions. */
export function addDossierCommand(program: Command): void {
  dataOption(program.command("dossier"))
    .summary("everything known about a provider, ownership to government, as of a date")
    .description(
      "Everything known about a provider on a day: who runs and owns it up to the governments, where it runs, the laws that can compel it, listings, prior actions, market and partners, and the questions of a review, answered or open. Nothing dated later is in it.",
    )
    .argument("<provider>", "id or name, such as alibaba-cloud")
    .option("--as-of <day>", "as of this day, UTC (default: today)")
    .option("--since <day>", "tell what has changed since this earlier day")
    .option("--full", "as text: every part in full, with the addresses of the sources (default: one page)")
    .option(
      "--regime <id or file>",
      "a rule pack whose regime is asked about the owners; repeatable (default: every built-in one)",
      repeat,
      [],
    )
    .addOption(
      new Option("--format <format>", "form of the answer; svg and png are the axis of lists and laws alone")
        .choices(["text", "json", "html", "svg", "png"])
        .default("text"),
    )
    .option("--output <file>", "write the answer there")
    .option("-q, --quiet", "no remarks on standard error")
    .option("--no-color", "no colour on a terminal")
    .option("--offline", "never touch the network (always so for this command)")
    .action(runDossier);
}

async function runDossier(asked: string, options: DossierCommandOptions): Promise<void> {
  const asOf = options.asOf ? readDay(options.asOf) : today();
  const since = options.since ? readSince(options.since, asOf) : undefined;
  const [{ dossier, ProviderNotFound }, { renderDossier }, reference, regimes] = await Promise.all([
    import("../dossier.js"),
    import("../report/dossier/report.js"),
    referenceFrom(options),
    readRegimes(options.regime, dataFolder(options)),
  ]);
  try {
    const found = dossier(asked, { ...regimes, reference, asOf, since });
    const shown = { width: outputWidth(), color: outputColor(options), full: options.full === true };
    if (options.format === "png") await writeBitmap(renderDossier(found, "svg", { ...shown, look: "paper" }), options);
    else await writeReport(renderDossier(found, options.format, shown), options);
  } catch (error) {
    throw error instanceof ProviderNotFound ? howToChoose(asked, error.candidates) : error;
  }
}

function readSince(text: string, asOf: Day): Day {
  const since = readDayOf("--since", text);
  if (since >= asOf) throw new UsageError(`--since ${since} is not before the day of the dossier, ${asOf}. Expected an earlier day.`);
  return since;
}

/** The packs whose regimes are asked, every built-in one where none is named, with the digests of their texts. */
export async function readRegimes(names: string[], data: string): Promise<{ regimes: RulePack[]; packDigests: Map<string, string> }> {
  const { loadRulePacks, builtInPacks } = await import("../rule-packs.js");
  const loaded = await loadRulePacks(names.length > 0 ? names : await builtInPacks(), data);
  return { regimes: loaded.map(({ pack }) => pack), packDigests: new Map(loaded.map(({ pack, sha256 }) => [pack.id, sha256])) };
}

/** What to name instead, where none or several providers go by a name. */
export function howToChoose(asked: string, candidates: Provider[]): UsageError {
  if (candidates.length === 0) {
    return new UsageError(
      `no provider on file is known as ${asked}. Expected the id or the name of one, such as alibaba-cloud; \`beholden who\` says whose a host, image or package is, \`beholden trace\` asks about a company.`,
      "not-found",
    );
  }
  const lines = candidates.map(({ id, names }) => `  ${id}  ${names.english}`);
  return new UsageError([`several providers are known as ${asked}. Name one by its id:`, ...lines].join("\n"));
}
