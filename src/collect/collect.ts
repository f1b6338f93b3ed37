import { byText, type Collected, type Link, type Observation, type Problem } from "../model/index.js";
import { FileFindings } from "./file-findings.js";
import { type CollectOptions, type FolderFile, type Format, Unreadable } from "./format.js";
import { FileOnDisk } from "./input-file.js";
import { LeftOutLedger } from "./left-out.js";
import { formats } from "./registry.js";
import { walk } from "./walk.js";

export interface CollectEverything extends CollectOptions {
  /** What to leave out, in .gitignore syntax, from the reviewed folder (of several: from the deepest folder that holds them all). */
  exclude: string[];
  /** Told of every file looked at: how many so far, and its path. */
  onProgress?(files: number, path: string): void;
  /** The formats to read; the registry's unless a test brings its own. */
  formats?: readonly Format[];
}

/**
 * Reads folders and files into observations. Never throws for bad input: what cannot be read becomes a problem with its place, and
 * everything else is read. A fault of a format's own becomes the problem `reader-fault`. Files are read one after another, so that
 * memory holds the text of one file at a time and the result does not depend on timing.
 */
export async function collect(paths: string[], options: CollectEverything): Promise<Collected> {
  const collecting = new Collecting(options);
  const { files, problems } = walk(paths, options.exclude, collecting.leftOut);
  collecting.result.problems.push(...problems);
  for (const folder of byFolder(files)) await collecting.folder(folder);
  return collecting.sorted();
}

interface Found {
  path: string;
  absolute: string;
}

/** One file on its way: what was seen in it counts only once reading has come to its end. */
interface Reading {
  file: FileOnDisk;
  format: Format;
  findings: FileFindings;
}

class Collecting {
  readonly leftOut = new LeftOutLedger();
  readonly result: Collected = { observations: [], problems: [], filesRead: [], leftOut: [], trafficRead: false, links: [] };
  private readonly options: CollectEverything;
  private readonly formats: readonly Format[];
  private looked = 0;

  constructor(options: CollectEverything) {
    this.options = options;
    this.formats = options.formats ?? formats;
  }

  /** Reads the files of one folder: most by themselves, some formats' together. */
  async folder(files: Found[]): Promise<void> {
    const together = new Map<Format, Reading[]>();
    for (const found of files) {
      const reading = this.open(found);
      if (!reading) continue;
      if (reading.format.readFolder) {
        reading.file.release();
        together.set(reading.format, [...(together.get(reading.format) ?? []), reading]);
      } else await this.alone(reading);
    }
    for (const [format, readings] of together) await this.together(format, readings);
  }

  sorted(): Collected {
    const { result } = this;
    result.leftOut = this.leftOut.list();
    result.filesRead.sort((left, right) => byText(left.path, right.path));
    result.observations.sort(byPlace);
    result.links.sort(byLine);
    result.problems.sort((left, right) => byPosition(left, right) || byText(left.code, right.code) || byText(left.message, right.message));
    return result;
  }

  private open({ path, absolute }: Found): Reading | null {
    this.looked += 1;
    this.options.onProgress?.(this.looked, path);
    const findings = new FileFindings(path, this.leftOut, this.options.links);
    try {
      const file = new FileOnDisk(path, absolute, (problem) => findings.problem(problem));
      const format = file.isBinary ? undefined : this.formats.find((one) => one.recognises(file));
      if (format) return { file, format, findings: findings.of(format, file.size) };
      this.leftOut.file(path, file.isBinary ? "no text (NUL bytes)" : file.size === 0 ? "empty" : "no format recognises it");
    } catch (error) {
      this.result.problems.push({ path, ...problemOf(error) });
    }
    return null;
  }

  private async alone(reading: Reading): Promise<void> {
    const { file, format, findings } = reading;
    try {
      await format.read(file, findings, this.options);
    } catch (error) {
      findings.problem(problemOf(error));
    }
    await this.finish(reading);
  }

  /** A fault in one file must not cost its neighbours: then each is read by itself, which also names the one at fault. */
  private async together(format: Format, readings: Reading[]): Promise<void> {
    try {
      await format.readFolder?.(readings satisfies FolderFile[], this.options);
    } catch {
      for (const reading of readings) {
        reading.findings.forget();
        await this.alone(reading);
      }
      return;
    }
    for (const reading of readings) await this.finish(reading);
  }

  private async finish({ file, format, findings }: Reading): Promise<void> {
    const { result } = this;
    try {
      const sha256 = await file.sha256();
      result.filesRead.push({ path: file.path, format: format.id, bytes: file.size, sha256, observations: findings.observations.length });
    } catch (error) {
      findings.problem(problemOf(error));
    }
    for (const observation of findings.observations) result.observations.push(observation);
    for (const link of findings.links) result.links.push(link);
    for (const problem of findings.problems()) result.problems.push(problem);
    if (format.readsTraffic) result.trafficRead = true;
  }
}

function byFolder(files: Found[]): Found[][] {
  const folders = new Map<string, Found[]>();
  for (const file of files) {
    const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
    const inIt = folders.get(folder) ?? [];
    folders.set(folder, inIt);
    inIt.push(file);
  }
  return [...folders.values()];
}

/** What stopped the reading of a file, told for the person who has to mend it. */
export function problemOf(error: unknown): Omit<Problem, "path"> {
  if (error instanceof Unreadable) return error.problem;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^E[A-Z]+$/.test(code)) {
    return {
      line: null,
      column: null,
      severity: "error",
      code: "path-unreadable",
      message: `it cannot be read (${code})`,
      expected: "a file that the user who runs beholden may read",
      action: "Give the user read access, or exclude the path.",
    };
  }
  // The message of a fault could quote the input, so only its kind and place in the code are told.
  const place = error instanceof Error ? /\n\s+at (.*)/.exec(error.stack ?? "")?.[1] : undefined;
  return {
    line: null,
    column: null,
    severity: "error",
    code: "reader-fault",
    message: `a fault of beholden's own stopped reading: ${error instanceof Error ? error.name : typeof error}${place ? ` at ${place.replace(/\(.*[\\/]/, "(")}` : ""}`,
    expected: "no fault, whatever the file holds",
    action: "Report it with a file that shows it; everything else was reviewed.",
  };
}

interface Positioned {
  path: string;
  line: number | null;
  column: number | null;
}

function byPosition(left: Positioned, right: Positioned): number {
  return byText(left.path, right.path) || (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0);
}

function byLine(left: Link, right: Link): number {
  return (
    byText(left.path, right.path) || (left.line ?? 0) - (right.line ?? 0) || byText(left.from, right.from) || byText(left.to, right.to)
  );
}

function byPlace(left: Observation, right: Observation): number {
  return byPosition(left, right) || byText(left.kind, right.kind) || byText(left.value, right.value);
}
