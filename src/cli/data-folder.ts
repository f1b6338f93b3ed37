import { homedir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import type { LoadedReference } from "../reference/load.js";

export interface DataOptions {
  data?: string;
}

/** Adds `--data` to a command that uses what was imported. */
export function dataOption(command: Command): Command {
  return command.option("--data <folder>", "folder of imported data (default: BEHOLDEN_DATA, else the platform's folder for data)");
}

/** The folder of imported data: the option, else the environment's, else where the platform keeps the data of programs. It need not exist. */
export function dataFolder(options: DataOptions, platform = process.platform, environment = process.env, home = homedir()): string {
  const { BEHOLDEN_DATA: own, XDG_DATA_HOME: shared, LOCALAPPDATA: local } = environment;
  if (options.data || own) return options.data || own || "";
  if (platform === "win32") return join(local || join(home, "AppData", "Local"), "beholden");
  if (platform === "darwin") return join(home, "Library", "Application Support", "beholden");
  // A relative path there is to be ignored: XDG Base Directory Specification.
  return join(shared?.startsWith("/") ? shared : join(home, ".local", "share"), "beholden");
}

/** The reference that a command stands on: what is built in, and what was imported into the data folder. */
export async function referenceFrom(options: DataOptions): Promise<LoadedReference> {
  const [{ loadReference }, { importsFolder }] = await Promise.all([
    import("../reference/load.js"),
    import("../reference/import/imports-folder.js"),
  ]);
  return loadReference({ imports: importsFolder(dataFolder(options)) });
}
