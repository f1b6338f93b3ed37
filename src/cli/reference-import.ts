import { type Command, Option } from "commander";
import type { ImportReport } from "../model/index.js";
import { type DataOptions, dataFolder, dataOption } from "./data-folder.js";
import { exitStatus } from "./exit.js";
import { today } from "./options.js";
import { type OutputOptions, writeReport } from "./output.js";
import { importProgress } from "./reference-progress.js";

interface ImportCommandOptions extends OutputOptions, DataOptions {
  format: "text" | "json";
  hold?: boolean;
}

/** Adds `beholden reference import FILE…`: official lists, registers and own tables into the data folder. */
export function addImportCommand(reference: Command): void {
  dataOption(reference.command("import"))
    .summary("import official lists, registers or your own tables")
    .description(
      "Imports official lists, registers of owners and your own tables, plain, gzip or ZIP; the format is told by what is in them. A file that cannot be read leaves the edition imported before in force.",
    )
    .argument("<file...>", "files to import")
    .option("--hold", "put nothing in force: it waits as a change set for `beholden reference changes SOURCE --accept`")
    .addOption(new Option("--format <format>", "form of the report").choices(["text", "json"]).default("text"))
    .option("--output <file>", "write the report there")
    .option("-q, --quiet", "no progress and no remarks on standard error")
    .option("--no-color", "no colour on a terminal (this command uses none)")
    .option("--offline", "never touch the network (always so for this command)")
    .action(runImport);
}

async function runImport(files: string[], options: ImportCommandOptions): Promise<void> {
  const [{ importFiles }, { hashOnThread, writeOnThread }, { importReportText }] = await Promise.all([
    import("../reference/import/import-files.js"),
    import("./import-threads.js"),
    import("./reference-import-text.js"),
  ]);
  const progress = importProgress(options);
  const report = await importFiles(files, {
    into: dataFolder(options),
    importedOn: today(),
    hold: options.hold === true,
    createWriter: writeOnThread,
    hashBeside: hashOnThread,
    ...progress.callbacks,
  });
  progress.clear();
  await writeReport(options.format === "json" ? `${JSON.stringify(report, null, 2)}\n` : importReportText(report), options);
  process.exitCode = importExit(report);
}

/** 2 where a file could not be read; 3 where beholden itself is at fault. Refused records are told and change nothing. */
export function importExit({ sources, failed }: ImportReport): number {
  if (failed.some(({ fault }) => fault)) return exitStatus.fault;
  return failed.length > 0 || sources.some(({ outcome }) => outcome === "failed") ? exitStatus.wrongUse : exitStatus.clean;
}
