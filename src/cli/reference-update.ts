import { type Command, Option } from "commander";
import type { ImportedSource, SourceUpdate, UpdateReport } from "../model/index.js";
import type { Publication } from "../reference/update/publications.js";
import { version } from "../version.js";
import { type DataOptions, dataFolder, dataOption } from "./data-folder.js";
import { exitStatus, UsageError } from "./exit.js";
import { today } from "./options.js";
import { type OutputOptions, writeReport } from "./output.js";
import { importProgress } from "./reference-progress.js";

interface UpdateCommandOptions extends OutputOptions, DataOptions {
  format: "text" | "json";
  offline?: boolean;
  hold?: boolean;
}

/** Adds `beholden reference update [SOURCE…]`: the one command that touches the network. */
export function addUpdateCommand(reference: Command): void {
  dataOption(reference.command("update"))
    .summary("fetch official lists and registers from their publishers")
    .description(
      "Fetches sources from their publishers, where they changed, and imports them. Without SOURCE: the official lists, and the registers that were imported before. The only command that touches the network.",
    )
    .argument("[source...]", "sources to fetch, such as us-ofac-sdn; an unknown one lists all")
    .option("--hold", "put nothing in force: it waits as a change set for `beholden reference changes SOURCE --accept`")
    .addOption(new Option("--format <format>", "form of the report").choices(["text", "json"]).default("text"))
    .option("--output <file>", "write the report there")
    .option("-q, --quiet", "no progress and no remarks on standard error")
    .option("--no-color", "no colour on a terminal (this command uses none)")
    .option("--offline", "never touch the network: this command then refuses to run")
    .action(runUpdate);
}

async function runUpdate(asked: string[], options: UpdateCommandOptions): Promise<void> {
  if (options.offline) {
    throw new UsageError(
      "reference update fetches from publishers, which --offline forbids. Leave --offline out, or fetch the files elsewhere and use `beholden reference import FILE…`.",
    );
  }
  const [{ publications }, { updateReference }, { hashOnThread, writeOnThread }, { updateReportText }, inForce] = await Promise.all([
    import("../reference/update/publications.js"),
    import("../reference/update/update.js"),
    import("./import-threads.js"),
    import("./reference-update-text.js"),
    readSourcesInForce(dataFolder(options)),
  ]);
  const wanted = publicationsToFetch(publications, asked, inForce);
  const progress = importProgress(options);
  const updates = await updateReference(wanted, {
    into: dataFolder(options),
    importedOn: today(),
    hold: options.hold === true,
    userAgent: `beholden/${version}`,
    createWriter: writeOnThread,
    hashBeside: hashOnThread,
    ...progress.callbacks,
  });
  progress.clear();
  const report: UpdateReport = { schemaVersion: "1", updates };
  await writeReport(options.format === "json" ? `${JSON.stringify(report, null, 2)}\n` : updateReportText(updates), options);
  process.exitCode = updateExit(updates);
}

/** What was asked for; else every list, and the registers that are in force. */
export function publicationsToFetch(
  publications: readonly Publication[],
  asked: readonly string[],
  inForce: ReadonlySet<ImportedSource["id"]>,
): Publication[] {
  if (asked.length === 0) return publications.filter(({ source, size }) => size === "list" || inForce.has(source));
  return [...new Set(asked)].map((source) => {
    const found = publications.find((publication) => publication.source === source);
    if (found) return found;
    const known = publications.map((one) => `  ${one.source.padEnd(22)}${one.title}, ${one.url}`).join("\n");
    throw new UsageError(
      `no address is known for ${source}. Known are:\n${known}\nOther files: fetch them and use \`beholden reference import FILE…\`.`,
    );
  });
}

async function readSourcesInForce(data: string): Promise<ReadonlySet<string>> {
  const [{ readInForce }, { importsFolder }] = await Promise.all([
    import("../reference/import/editions.js"),
    import("../reference/import/imports-folder.js"),
  ]);
  return new Set((await readInForce(importsFolder(data))).keys());
}

/** 2 where a source could not be fetched or imported. */
function updateExit(updates: readonly SourceUpdate[]): number {
  return updates.some(({ outcome }) => outcome === "failed") ? exitStatus.wrongUse : exitStatus.clean;
}
