import { type Command, Option } from "commander";
import type { Party, RulePack } from "../model/index.js";
import type { TraceFormat } from "../report/trace/report.js";
import { UsageError } from "./exit.js";
import { readDay, repeat, today } from "./options.js";
import { type OutputOptions, outputColor, outputWidth, writeReport } from "./output.js";

interface TraceOptions extends OutputOptions {
  regime: string[];
  asOf?: string;
  format: TraceFormat;
}

/** `beholden trace PARTY`: owned, controlled or reached by whom, under which regime, with the proof. */
export function addTraceCommand(program: Command): void {
  program
    .command("trace")
    .summary("owned, controlled or reached by whom, under which regime, with the proof")
    .description(
      "Whether a party is covered through ownership or control under each regime, with bounds, proof and what would settle it. The party is named by id, LEI, identifier, provider or name.",
    )
    .argument("<party>", "id, LEI, identifier (gb-coh:01234567), provider, or name")
    .option("--regime <id or file>", "a rule pack whose regime is asked; repeatable (default: every built-in one)", repeat, [])
    .option("--as-of <day>", "as of this day, UTC (default: today)")
    .addOption(new Option("--format <format>", "form of the answer").choices(["text", "json", "html", "md"]).default("text"))
    .option("--output <file>", "write the answer there")
    .option("-q, --quiet", "no remarks on standard error")
    .option("--no-color", "no colour on a terminal")
    .option("--offline", "never touch the network (always so for this command)")
    .action(runTrace);
}

async function runTrace(asked: string, options: TraceOptions): Promise<void> {
  const asOf = options.asOf ? readDay(options.asOf) : today();
  const [{ PartyNotFound, traceParty }, { loadReference }, { renderTrace }, regimes] = await Promise.all([
    import("../trace-party.js"),
    import("../reference/load.js"),
    import("../report/trace/report.js"),
    readRegimes(options.regime),
  ]);
  try {
    const traced = traceParty(asked, { regimes, reference: loadReference(), asOf });
    await writeReport(renderTrace(traced, options.format, { width: outputWidth(), color: outputColor(options) }), options);
  } catch (error) {
    throw error instanceof PartyNotFound ? howToChoose(asked, error.candidates) : error;
  }
}

async function readRegimes(names: string[]): Promise<RulePack[]> {
  const { loadRulePacks, builtInPacks } = await import("../rule-packs.js");
  return (await loadRulePacks(names.length > 0 ? names : await builtInPacks())).map(({ pack }) => pack);
}

function howToChoose(asked: string, candidates: Party[]): UsageError {
  if (candidates.length === 0) {
    return new UsageError(
      `nobody on file is known as ${asked}. Expected an id, an LEI, an identifier such as gb-coh:01234567, a provider, or a whole name. \`beholden screen\` finds names that are written otherwise; \`beholden reference import\` adds registers and lists.`,
    );
  }
  const lines = candidates.map(
    ({ id, name, kind, jurisdiction }) => `  ${id}  ${name} (${kind}${jurisdiction ? `, ${jurisdiction}` : ""})`,
  );
  return new UsageError([`several parties are known as ${asked}. Name one by its id:`, ...lines].join("\n"));
}
