import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Command, Option } from "commander";
import type { Enforced, EnforceOptions } from "../enforce.js";
import type { EnforcementPlan } from "../model/index.js";
import type { LoadedReference } from "../reference/load.js";
import type { EnforcementFormat } from "../report/enforcement/format.js";
import { type DataOptions, dataOption, referenceFrom } from "./data-folder.js";
import { howToChoose } from "./dossier.js";
import { exitStatus, UsageError } from "./exit.js";
import { readDay, readDayOf, readPaths, repeat, today } from "./options.js";
import { type OutputOptions, outputColor, outputWidth, writeReport } from "./output.js";

interface EnforceCommandOptions extends OutputOptions, DataOptions {
  target: string[];
  region: string[];
  except: string[];
  includeShared?: boolean;
  asOf?: string;
  from?: string;
  reviewOn?: string;
  expires?: string;
  dryRun?: string[];
  inventory?: string;
  format: "text" | "json";
}

/** `beholden enforce PROVIDER|DETERMINATION`: writes what carries a prohibition out. */
export function addEnforceCommand(program: Command): void {
  dataOption(program.command("enforce"))
    .summary("write what carries a prohibition out: firewall, DNS, proxy and policy files")
    .description(
      "Writes what cuts a provider off: its names, address ranges, registries and packages, in the form of a firewall, a resolver, a proxy or a policy. What others share is withheld and listed, so that nobody else is cut off unseen. Without --target: what would be blocked, and the forms.",
    )
    .argument("<provider or file>", "id or name of a provider, or a determination as JSON")
    .option("--target <form>", "form to write, such as nftables; repeatable", repeat, [])
    .option("--region <region>", "cut off this region only; repeatable (default: all)", repeat, [])
    .option("--except <provider[/region]>", "keep this reachable; repeatable", repeat, [])
    .option("--include-shared", "block what others share too (default: withheld, and listed in each file)")
    .option("--from <day>", "first day of the block (default: the determination's, else that of --as-of)")
    .option("--review-on <day>", "day of review (default: 90 days after the first day, or --as-of if later)")
    .option("--expires <day>", "last day (default: 365 days after the first day, or --as-of if later)")
    .option(
      "--dry-run <log...>",
      "write nothing: what would be cut off of the traffic in these logs of flows or of name lookups, by system",
    )
    .option("--inventory <file>", "for a dry run: declares systems and networks (default: beholden.yaml beside the logs, or here)")
    .option("--as-of <day>", "use the facts of this day, UTC (default: today)")
    .addOption(new Option("--format <format>", "form of the plan or of the dry run").choices(["text", "json"]).default("text"))
    .option("--output <file or folder>", "write there; a folder where several targets are named")
    .option("-q, --quiet", "no remarks on standard error")
    .option("--no-color", "no colour on a terminal")
    .option("--offline", "never touch the network (always so for this command)")
    .action(runEnforce);
}

async function runEnforce(asked: string, options: EnforceCommandOptions): Promise<void> {
  const { enforcementFormats } = await import("../report/enforcement/registry.js");
  const targets = options.target.map((id) => readTarget(id, enforcementFormats));
  if (targets.length > 1 && !options.output)
    throw new UsageError("several targets were named, and no folder to write them to. Name one with --output.");
  if (options.dryRun && targets.length > 0) throw new UsageError("--dry-run writes no files: leave --target out, or run it after.");
  if (options.inventory && !options.dryRun) throw new UsageError("--inventory is for --dry-run, and no log was named. Add --dry-run LOG.");
  const { answer, reference } = await planFor(asked, options);
  if ("nothing" in answer) {
    process.stdout.write(`${answer.nothing}\n`);
    return;
  }
  if (options.dryRun) return tryOut(answer.plan, options.dryRun, reference, options);
  if (targets.length > 0) return writeTargets(targets, answer.plan, options);
  const { enforcementText } = await import("../report/enforcement/summary.js");
  const shown = { width: outputWidth(), color: outputColor(options) && !options.output };
  await writeReport(options.format === "json" ? `${JSON.stringify(answer.plan, null, 2)}\n` : enforcementText(answer.plan, shown), options);
}

function readTarget(id: string, formats: readonly EnforcementFormat[]): EnforcementFormat {
  const format = formats.find((one) => one.id === id);
  if (format) return format;
  throw new UsageError(`--target ${id} is no form that can be written. Expected one of: ${formats.map((one) => one.id).join(", ")}.`);
}

async function planFor(asked: string, options: EnforceCommandOptions) {
  const asOf = options.asOf ? readDay(options.asOf) : today();
  const [{ enforce, CannotEnforce, NoDetermination }, { ProviderNotFound }, reference, enforced] = await Promise.all([
    import("../enforce.js"),
    import("../dossier.js"),
    referenceFrom(options),
    readEnforced(asked),
  ]);
  if ("determination" in enforced && options.region.length > 0)
    throw new UsageError("--region is for a provider; a determination names the regions itself. Leave it out, or keep some with --except.");
  const settings: EnforceOptions = {
    ...{ reference, asOf, regions: options.region, except: options.except, includeShared: options.includeShared === true },
    from: options.from ? readDayOf("--from", options.from) : undefined,
    review: options.reviewOn ? readDayOf("--review-on", options.reviewOn) : undefined,
    expires: options.expires ? readDayOf("--expires", options.expires) : undefined,
  };
  try {
    return { answer: enforce(enforced, settings), reference };
  } catch (error) {
    if (error instanceof ProviderNotFound) throw howToChoose(error.asked, error.candidates);
    if (error instanceof CannotEnforce) throw new UsageError(error.message);
    if (error instanceof NoDetermination)
      throw new UsageError(
        `${asked} is no determination: ${error.message}. Expected the file that \`beholden determination --format json\` writes.`,
      );
    throw error;
  }
}

async function tryOut(plan: EnforcementPlan, logs: string[], reference: LoadedReference, options: EnforceCommandOptions): Promise<void> {
  const [{ dryRun, NoInventory }, { dryRunText }] = await Promise.all([
    import("../enforce/dry-run.js"),
    import("../report/enforcement/dry-run.js"),
  ]);
  try {
    const found = await dryRun(plan, readPaths(logs), { reference, inventory: options.inventory, folders: ["."] });
    const shown = { width: outputWidth(), color: outputColor(options) && !options.output };
    await writeReport(options.format === "json" ? `${JSON.stringify(found, null, 2)}\n` : dryRunText(found, shown), options);
    // Content of a log that was lost leaves the sums too small.
    if (found.problems.some(({ severity }) => severity === "error")) process.exitCode = exitStatus.wrongUse;
  } catch (error) {
    throw error instanceof NoInventory ? new UsageError(error.message) : error;
  }
}

/** A file of that name is a determination; else it is asked as a provider. */
async function readEnforced(asked: string): Promise<Enforced> {
  const found = await stat(asked).catch(() => undefined);
  return found?.isFile() ? { determination: await readFile(asked) } : { provider: asked };
}

async function writeTargets(targets: EnforcementFormat[], plan: EnforcementPlan, options: EnforceCommandOptions): Promise<void> {
  const { output } = options;
  const [only, ...others] = targets;
  if (only && others.length === 0 && !(output && (await isFolder(output)))) return writeReport(only.render(plan), options);
  const folder = output ?? ".";
  await makeFolder(folder);
  for (const target of targets) await writeReport(target.render(plan), { ...options, output: join(folder, target.fileName) });
}

async function isFolder(path: string): Promise<boolean> {
  return /[/\\]$/.test(path) || ((await stat(path).catch(() => undefined))?.isDirectory() ?? false);
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot make the folder ${folder}: ${reason}. Name a folder that can be written.`);
  }
}
