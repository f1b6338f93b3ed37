import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { ScreenedFile, ScreenQuery } from "../model/index.js";
import { delimiterOf, forEachRow } from "../reference/import/csv.js";
import { forEachLine } from "../reference/import/lines.js";
import { UsageError } from "./exit.js";
import { queriesOfBody, queryFromValue } from "./screen-body.js";
import { columnsOf, queryFromRow } from "./screen-columns.js";

/** The queries of a file in its order, each under a key of its own: its id, or the line that it stands on. */
export interface ReadFile extends Omit<ScreenedFile, "name"> {
  queries: Map<string, ScreenQuery>;
}

const mostFaults = 100;
const mostQueries = 5_000_000;
const longestLine = 1 << 20;
const longestBody = 256 << 20;

/**
 * Reads names to screen: CSV with a header, JSON Lines (flat or FollowTheMoney), a body of yente's `/match`, or one name a line. What
 * cannot be read is told with its line, and the rest is read.
 */
export async function readScreenFile(path: string): Promise<ReadFile> {
  const head = await headOf(path);
  const file = new QueryCollector(formatOf(path, head));
  if (file.format === "yente") await readBody(path, file);
  else if (file.format === "jsonl") await eachLine(path, file, (text, line) => file.add(line, queryFromValue(parseLine(text))));
  else if (file.format === "csv") await readTable(path, head, file);
  else await eachLine(path, file, (text, line) => file.add(line, { schema: "LegalEntity", properties: { name: [text.trim()] } }));
  return file;
}

class QueryCollector implements ReadFile {
  readonly format: ScreenedFile["format"];
  readonly queries = new Map<string, ScreenQuery>();
  readonly faults: ScreenedFile["faults"] = [];
  moreFaults = 0;
  columnsNotRead: string[] = [];

  constructor(format: ScreenedFile["format"]) {
    this.format = format;
  }

  /** A text in the place of a query says why it is none. */
  add(line: number, query: ScreenQuery | string, key?: string): void {
    if (typeof query === "string") this.fault(line, query);
    else if (this.queries.size >= mostQueries) this.fault(line, `more than ${mostQueries} queries; split the file`);
    else {
      const wanted = key ?? query.id ?? `line-${line}`;
      this.queries.set(this.queries.has(wanted) ? `${wanted} (line ${line})` : wanted, query);
    }
  }

  fault(line: number, message: string): void {
    if (this.faults.length < mostFaults) this.faults.push({ line, message });
    else this.moreFaults += 1;
  }
}

async function headOf(path: string): Promise<string> {
  const handle = await open(path).catch((error: Error) => {
    throw new UsageError(`${path}: ${error.message}. Expected a file with names to screen.`);
  });
  try {
    if (!(await handle.stat()).isFile()) throw new UsageError(`${path} is no file. Expected a file with names to screen.`);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer.toString("utf8", 0, bytesRead).replace(/^\uFEFF/, "");
  } finally {
    await handle.close();
  }
}

function formatOf(path: string, head: string): ScreenedFile["format"] {
  const first = head.trimStart().split(/\r?\n/, 1)[0] ?? "";
  if (first.startsWith("[")) return "yente";
  if (first.startsWith("{")) return isWholeValue(first) && !/"queries"\s*:/.test(first) ? "jsonl" : "yente";
  if (/\.(csv|tsv)$/i.test(path) || columnsOf(cellsOf(first)).name !== undefined) return "csv";
  return "lines";
}

function isWholeValue(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

function cellsOf(header: string): string[] {
  return header.split(delimiterOf(header)).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
}

async function readBody(path: string, file: QueryCollector): Promise<void> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > longestBody)
      throw new UsageError(`${path} is one JSON value of more than ${longestBody >> 20} MiB. Give JSON Lines instead.`);
    pieces.push(piece);
  }
  const value = parseLine(
    Buffer.concat(pieces)
      .toString("utf8")
      .replace(/^\uFEFF/, ""),
  );
  for (const [key, query] of queriesOfBody(value, path)) file.add(1, typeof query === "string" ? `${key}: ${query}` : query, key);
}

async function readTable(path: string, head: string, file: QueryCollector): Promise<void> {
  let columns: ReturnType<typeof columnsOf> = {};
  const header = (names: readonly string[]) => {
    columns = columnsOf(names);
    const read = new Set(Object.values(columns));
    file.columnsNotRead = names.filter((_, index) => !read.has(index));
    if (columns.name === undefined && columns.lei === undefined && columns.registrationNumber === undefined) {
      throw new UsageError(`${path}, line 1: no column holds names. Expected a header with a column such as name, vendor or company.`);
    }
  };
  await forEachRow(
    createReadStream(path),
    { delimiter: delimiterOf(head), relaxedQuotes: true, header },
    (row) => {
      if (row.cells.some((cell) => cell.trim() !== "")) file.add(row.line, queryFromRow(row.cells, columns));
    },
    (line, reason) => file.fault(line, reason),
  );
}

async function eachLine(path: string, file: QueryCollector, visit: (text: string, line: number) => void): Promise<void> {
  await forEachLine(
    createReadStream(path),
    longestLine,
    (text, line) => {
      if (text.trim() !== "") visit(text, line);
    },
    (line) => file.fault(line, `the line is longer than ${longestLine} bytes`),
  );
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
