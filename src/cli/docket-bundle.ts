import type { Command } from "commander";
import {
  answer,
  type DocketCommandOptions,
  docketOptions,
  doingOf,
  type RecordingOptions,
  recordingOptions,
  withDocket,
} from "./docket-session.js";
import { exitStatus, UsageError } from "./exit.js";

/** Where a bundle goes. `--output` is it for these commands, and their answer goes to standard output. */
interface BundleOptions extends RecordingOptions {
  to?: string;
}

/** Adds `docket backup`, `restore`, `export` and `import`. */
export function addBundleCommands(docket: Command): void {
  recordingOptions(docket.command("backup"))
    .description("the whole docket as one file that verifies by itself; others go on writing meanwhile")
    .requiredOption("--to <file>", "the file to make, such as docket-2026-11-27.zip")
    .action((options: BundleOptions) => runBundle(null, options));

  docketOptions(docket.command("restore"))
    .description("put a backup into an empty docket, on either kind of database: the same entries with the same digests")
    .argument("<file>", "the backup")
    .option("--dry-run", "verify it and say what would be done, and do nothing")
    .action(runRestore);

  recordingOptions(docket.command("export"))
    .description(
      "one case as a bundle that verifies elsewhere: its part of the journal, and of other cases only digests. The export is an entry",
    )
    .argument("<case>", "id of the case")
    .requiredOption("--to <file>", "the file to make")
    .action((id: string, options: BundleOptions) => runBundle(id, options));

  recordingOptions(docket.command("import"))
    .description("take the case of a bundle into this docket; each entry keeps who made it, when and where")
    .argument("<bundle>", "the bundle")
    .action(async (path: string, options: RecordingOptions) => {
      const [{ importCase }, { importText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/record.js")]);
      const { by, at } = doingOf(options);
      const { entries, repeated, head, verification } = await withDocket(options, true, (one) => importCase(one, { path, by, at }));
      const { manifest, sha256 } = verification;
      const taken = {
        schemaVersion: "1",
        case: manifest.case,
        from: manifest.docket,
        bundle: sha256,
        entries: repeated ? 0 : entries.length - 1,
        repeated,
        head,
      } as const;
      await answer(taken, options, importText);
    });
}

async function runBundle(id: string | null, options: BundleOptions): Promise<void> {
  const { to } = options;
  if (!to) throw new UsageError("the file is missing. Expected --to with its name.");
  const [{ writeBundle, noteExport }, { writtenText }, { version }] = await Promise.all([
    import("../docket/index.js"),
    import("../report/docket/record.js"),
    import("../version.js"),
  ]);
  const doing = doingOf(options);
  const written = await withDocket(options, false, async (docket) => {
    const made = await writeBundle(docket, { path: to, case: id, by: doing.by, at: doing.at, version });
    await noteExport(docket, made, doing);
    return made;
  });
  await answer({ schemaVersion: "1", file: to, ...written } as const, options, writtenText);
}

async function runRestore(path: string, options: DocketCommandOptions & { dryRun?: boolean }): Promise<void> {
  const [{ checkBackup, restoreBackup }, { bundleText, restoredText }] = await Promise.all([
    import("../docket/index.js"),
    import("../report/docket/record.js"),
  ]);
  if (options.dryRun) {
    const checked = await checkBackup(path);
    await answer(checked, options, bundleText);
    if (!checked.intact) process.exitCode = exitStatus.findings;
    return;
  }
  const restored = await withDocket(options, true, (docket) => restoreBackup(docket, path));
  await answer(restored, options, restoredText);
}
