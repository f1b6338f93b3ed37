import { userInfo } from "node:os";
import { join } from "node:path";
import { type Command, Option } from "commander";
import type { Docket, ReadItem } from "../docket/index.js";
import type { HandlingMark } from "../model/index.js";
import { type DataOptions, dataFolder, dataOption } from "./data-folder.js";
import { UsageError } from "./exit.js";
import { type OutputOptions, outputColor, outputWidth, writeReport } from "./output.js";

/** Options of every command on a docket. */
export interface DocketCommandOptions extends OutputOptions, DataOptions {
  database?: string;
  format: "text" | "json";
}

/** Options of those that open something, of which a restricted one is an entry. */
export interface ReadingOptions extends DocketCommandOptions {
  by?: string;
}

/** Options of those that record something. */
export interface RecordingOptions extends ReadingOptions {
  key?: string;
}

/** Adds the options that every command on a docket has. */
export function docketOptions(command: Command, formats: readonly string[] = ["text", "json"]): Command {
  return dataOption(command)
    .option(
      "--database <address>",
      "the docket: postgres://user@host/database, or a file (default: BEHOLDEN_DATABASE, else docket.db in the folder of data)",
    )
    .addOption(new Option("--format <format>", "form of the answer").choices(formats).default("text"))
    .option("--output <file>", "write the answer there")
    .option("-q, --quiet", "no remarks on standard error")
    .option("--no-color", "no colour on a terminal")
    .option("--offline", "never touch the network, but for --database postgres://… (always so for this command)");
}

/** The same, with who does it. */
export function readingOptions(command: Command, formats?: readonly string[]): Command {
  return docketOptions(command, formats).option("--by <name>", "who does it (default: BEHOLDEN_USER, else the user of this machine)");
}

/** The same, with the key of the request. */
export function recordingOptions(command: Command, formats?: readonly string[]): Command {
  return readingOptions(command, formats).option(
    "--key <key>",
    "a key of your own for this request: asked again with the same key, it is done once",
  );
}

/** Who does it, when, and by which key. */
export function doingOf({ by, key }: Pick<RecordingOptions, "by" | "key">): { by: string; at: string; key: string | undefined } {
  return { by: by || process.env.BEHOLDEN_USER || machineUser(), at: now(), key };
}

/** The moment, by this machine's clock. */
export function now(): string {
  return new Date().toISOString();
}

function machineUser(): string {
  try {
    return userInfo().username;
  } catch {
    throw new UsageError("this machine does not say who its user is. Name whoever does it with --by.");
  }
}

/** Opens the docket for one piece of work, and closes it whatever becomes of that. */
export async function withDocket<Result>(
  options: DocketCommandOptions,
  create: boolean,
  work: (docket: Docket) => Promise<Result>,
): Promise<Result> {
  const { openDocket } = await import("../docket/index.js");
  const address = options.database || process.env.BEHOLDEN_DATABASE || join(dataFolder(options), "docket.db");
  const docket = await openDocket(address, { create });
  try {
    const result = await work(docket);
    if (!options.quiet) for (const remark of docket.database.remarks) process.stderr.write(`beholden: ${remark}\n`);
    return result;
  } finally {
    await docket.close();
  }
}

/** Reads something out of the docket; what restricted of it is read is an entry before anything of it is given. */
export function withReading<Result>(
  options: ReadingOptions,
  work: (docket: Docket) => Promise<{ shown: Result; read: readonly ReadItem[] }>,
): Promise<Result> {
  return withDocket(options, false, async (docket) => {
    const { noteReads } = await import("../docket/index.js");
    const { shown, read } = await work(docket);
    await noteReads(docket, read, doingOf(options));
    return shown;
  });
}

/** Something of a case as it is read: an entry where it is restricted. */
export function readOf(of: string | null, item: string, handling: HandlingMark): ReadItem[] {
  return handling === "restricted" ? [{ act: "item-read", case: of, item, handling, sha256: null }] : [];
}

/** Writes an answer as JSON, or as text of the terminal's width. */
export async function answer<Answer>(
  value: Answer,
  options: DocketCommandOptions,
  text: (value: Answer, shown: { width: number; color: boolean }) => string,
): Promise<void> {
  const shown = { width: outputWidth(), color: outputColor(options) };
  await writeReport(options.format === "json" ? `${JSON.stringify(value, null, 2)}\n` : text(value, shown), options);
}

/** A number of an event or a version. */
export function readNumber(what: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${what} ${text} is no number. Expected one as \`beholden docket show\` gives it.`);
  return Number(text);
}

/** How many at most; undefined where nothing is said. */
export function readLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new UsageError(`--limit ${text} is no count. Expected a whole number from 1, such as 50.`);
  return Number(text);
}
