import { open, writeFile } from "node:fs/promises";
import { visible } from "../report/visible.js";
import { UsageError } from "./exit.js";

/** Options of every command that prints a result. */
export interface OutputOptions {
  output?: string;
  quiet?: boolean;
  color?: boolean;
}

/** Columns of the terminal; 100 where there is none, so that a file reads the same on every machine. */
export function outputWidth(): number {
  return process.stdout.isTTY ? Math.max(40, process.stdout.columns ?? 100) : 100;
}

/** Colour only on a terminal that wants it: --no-color and NO_COLOR turn it off. */
export function outputColor(options: OutputOptions): boolean {
  return options.color !== false && process.stdout.isTTY === true && !process.env.NO_COLOR;
}

/** Writes a report to the file asked for, or to standard output. */
export async function writeReport(text: string | Uint8Array, options: OutputOptions): Promise<void> {
  if (!options.output) {
    process.stdout.write(text);
    return;
  }
  try {
    await writeFile(options.output, text);
  } catch (error) {
    throw new UsageError(
      `cannot write ${options.output}: ${error instanceof Error ? error.message : String(error)}. Name a file in a folder that can be written.`,
    );
  }
  if (!options.quiet) process.stderr.write(`wrote ${options.output}\n`);
}

/** The answer in sentences, beside a report that went into a file. What artefacts say steers no terminal. */
export function writeAnswer(sentences: readonly string[]): void {
  for (const sentence of sentences) process.stdout.write(`${visible(sentence)}\n`);
}

/** The same for a report that comes in pieces, because whole it may be longer than a text can be. */
export async function writePieces(pieces: Iterable<string>, options: OutputOptions): Promise<void> {
  if (!options.output) {
    for (const piece of batches(pieces)) {
      if (!process.stdout.write(piece)) await new Promise((drained) => process.stdout.once("drain", drained));
    }
    return;
  }
  try {
    const file = await open(options.output, "w");
    try {
      for (const piece of batches(pieces)) await file.write(piece);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new UsageError(
      `cannot write ${options.output}: ${error instanceof Error ? error.message : String(error)}. Name a file in a folder that can be written.`,
    );
  }
  if (!options.quiet) process.stderr.write(`wrote ${options.output}\n`);
}

const batchLength = 1 << 20;

function* batches(pieces: Iterable<string>): Generator<string> {
  let batch = "";
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < batchLength) continue;
    yield batch;
    batch = "";
  }
  if (batch) yield batch;
}
