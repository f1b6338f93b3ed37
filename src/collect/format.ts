import type { LeftOut, Link, Observation, Problem, TrafficRow } from "../model/index.js";

/** A file as a format sees it. Sizes are bounded, links resolved and gzip opened before a format is asked. */
export interface InputFile {
  /** Path below the reviewed folder, forward slashes. */
  readonly path: string;
  /** Last part of the path, without `.gz`. */
  readonly name: string;
  /** Bytes on disk. */
  readonly size: number;
  /** First 8 KiB as text, after gunzip: enough to tell the format. */
  readonly head: string;
  /** The whole file as text. Throws `Unreadable` over the limit or on bytes that are no text. */
  text(): Promise<string>;
  /** Line by line, numbered from 1, in bounded memory; an overlong line is reported once and skipped. */
  lines(): AsyncIterable<{ number: number; text: string }>;
  /**
   * Blocks of whole lines as UTF-8 bytes, each line with a line feed at its end, and the number of the first: for logs with millions
   * of lines, which are read in place. Overlong lines are reported and left out as in `lines`.
   */
  blocks(): AsyncIterable<LineBlock>;
}

/** Some whole lines of a file. */
export interface LineBlock {
  /** Of the first line, from 1. */
  number: number;
  bytes: Buffer;
}

/** What a format says it saw; path and format id are added for it. */
export type Seen = Omit<Observation, "path" | "format" | "count" | "column"> & { count?: number; column?: number | null };

/** Where a format reports to. */
export interface Findings {
  observe(seen: Seen): void;
  problem(problem: Omit<Problem, "path">): void;
  leaveOut(left: Omit<LeftOut, "path">): void;
  /** What needs what; only there where somebody asked for it, so that a review does not pay for it. */
  link?(link: Omit<Link, "path">): void;
}

/** What formats need to know about the subject: own address ranges, CIDR. */
export interface CollectOptions {
  ownNetworks: string[];
  /** Whether to read what needs what, too. */
  links?: boolean;
}

/** How one kind of artefact is recognised and read. A new format is one file with one of these and one line in `registry.ts`. */
export interface Format {
  readonly id: string;
  readonly title: string;
  /** Address of the format's specification. */
  readonly specification: string;
  /** By content as well as name; cheap. */
  recognises(file: InputFile): boolean;
  /** True for logs of traffic: without one, "never seen" cannot be said. */
  readonly readsTraffic?: true;
  /** Reports everything that it sees; throws `Unreadable` when nothing (more) can be read. */
  read(file: InputFile, findings: Findings, options: CollectOptions): Promise<void>;
  /** Hands over every row of a log by itself, for questions that its sums do not answer. The row may be reused for the next one. */
  readTraffic?(file: InputFile, findings: Findings, visit: (row: TrafficRow) => void): Promise<void>;
  /**
   * For formats whose files explain each other (a Terraform module is a folder): asked in place of `read`, with all files of one
   * folder. What goes wrong with one file is reported to that file's findings.
   */
  readFolder?(files: FolderFile[], options: CollectOptions): Promise<void>;
}

/** One of the files that are read together, with where to report what is seen in it. */
export interface FolderFile {
  readonly file: InputFile;
  readonly findings: Findings;
}

/** Input that cannot be read, told for the person who has to mend it. */
export class Unreadable extends Error {
  readonly problem: Omit<Problem, "path">;
  constructor(problem: Omit<Problem, "path" | "severity"> & { severity?: Problem["severity"] }, options?: { cause?: unknown }) {
    super(problem.message, options);
    this.name = "Unreadable";
    this.problem = { severity: "error", ...problem };
  }
}
