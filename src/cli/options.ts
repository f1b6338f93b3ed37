import { existsSync } from "node:fs";
import type { Day } from "../model/index.js";
import { UsageError } from "./exit.js";

/** Today, UTC. */
export function today(): Day {
  return new Date().toISOString().slice(0, 10);
}

/** Reads a day from the command line; a day that is none, such as 2023-02-30, is refused. */
export function readDay(text: string): Day {
  return readDayOf("--as-of", text);
}

/** The same for a day that another option names. */
export function readDayOf(option: string, text: string): Day {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (!parsed || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== text) {
    throw new UsageError(`${option} ${text} is no day. Expected YYYY-MM-DD, such as 2022-01-18.`);
  }
  return text;
}

/** Paths given on the command line, each of which must exist. */
export function readPaths(paths: string[]): string[] {
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0) throw new UsageError(`${missing.join(", ")}: no such file or folder. Expected paths of artefacts to read.`);
  return paths;
}

/** Collects a repeatable option. */
export function repeat(value: string, before: string[]): string[] {
  return [...before, value];
}
