import { createReadStream } from "node:fs";
import { appendFile, mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { ScreenDecision } from "../model/index.js";
import { type DecisionBook, decisionBook, noDecisions } from "./decisions.js";

/** A file of decisions, or a line of it, that cannot be read. */
export class DecisionsError extends Error {
  override name = "DecisionsError";
  /** Marks bad input for the command line. */
  problems = true;
}

/** A larger file is no file of decisions. */
const mostBytes = 1 << 30;
const longestLine = 1 << 16;

/** Reads a file of decisions; one that is not there yet holds none. A line that cannot be read is an error: it may be the one that matters. */
export async function readDecisions(file: string): Promise<DecisionBook> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return noDecisions;
  if (!found.isFile() || found.size > mostBytes)
    throw new DecisionsError(`${file} is no file of decisions. Expected JSON Lines of at most 1 GiB.`);
  const decisions: ScreenDecision[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== "") decisions.push(readDecision(line, file, number));
  }
  return decisionBook(decisions);
}

/** Appends decisions to the file, which is made with its folder where it is not there. Nothing in it is ever changed. */
export async function appendDecisions(file: string, decisions: readonly ScreenDecision[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, decisions.map((one) => `${JSON.stringify(one)}\n`).join(""));
}

function readDecision(line: string, file: string, number: number): ScreenDecision {
  const expected = "Expected one decision a line, as `beholden screen decide` writes them. Mend the line or take it out.";
  if (line.length > longestLine) throw new DecisionsError(`${file}, line ${number}: it has ${line.length} characters. ${expected}`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new DecisionsError(`${file}, line ${number}: it is no JSON. ${expected}`, { cause });
  }
  const parsed = ScreenDecision.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DecisionsError(`${file}, line ${number}: ${issue?.path.join(".")}: ${issue?.message}. ${expected}`);
}
