import { parse } from "csv-parse/sync";

export interface CsvRow {
  cells: string[];
  /** Line that the row begins on, from 1. */
  line: number;
}

/** A row whose quotes cannot be read: it begins on `line`. */
export interface CsvFault {
  line: number;
  cells: null;
}

/** Parsed in one call; when one fails, its rows are parsed one by one. */
const rowsAtOnce = 200;
/** A cell with line breaks in it; whatever runs on longer is a quote that nobody closed. */
const mostLinesOfRow = 50;

/**
 * Reads rows of CSV (RFC 4180) with a delimiter; empty lines are no rows. A stray or unclosed quote costs the line that it stands on
 * and no other: which lines belong together is told by counting quotes, before anything is parsed.
 */
export function* csvRows(text: string, delimiter: string): Generator<CsvRow | CsvFault> {
  const lines = text.split(/\r?\n/);
  let at = 0;
  while (at < lines.length) {
    const batch = rowsFrom(lines, at);
    const parsed = parseRows(batch, delimiter);
    if (parsed) yield* parsed;
    at = parsed ? (batch.at(-1)?.next ?? lines.length) : yield* oneByOne(lines, at, batch.at(-1)?.next ?? lines.length, delimiter);
    while (at < lines.length && lines[at]?.trim() === "") at += 1;
  }
}

interface RawRow {
  text: string;
  line: number;
  /** Index of the line below it. */
  next: number;
}

function rowsFrom(lines: readonly string[], start: number): RawRow[] {
  const rows: RawRow[] = [];
  for (let at = start; at < lines.length && rows.length < rowsAtOnce; ) {
    const row = rowAt(lines, at);
    if (row.text.trim() !== "") rows.push(row);
    at = row.next;
  }
  return rows;
}

/** The lines from one on until their quotes are even; that line alone where they never are. */
function rowAt(lines: readonly string[], at: number): RawRow {
  let quotes = 0;
  for (let end = at; end < lines.length && end < at + mostLinesOfRow; end += 1) {
    quotes += (lines[end] ?? "").split('"').length - 1;
    if (quotes % 2 === 0) return { text: lines.slice(at, end + 1).join("\n"), line: at + 1, next: end + 1 };
  }
  return { text: lines[at] ?? "", line: at + 1, next: at + 1 };
}

function* oneByOne(lines: readonly string[], from: number, to: number, delimiter: string): Generator<CsvRow | CsvFault, number> {
  let at = from;
  while (at < to) {
    const row = rowAt(lines, at);
    const parsed = row.text.trim() === "" ? [] : parseRows([row], delimiter);
    if (parsed) yield* parsed;
    else yield { line: row.line, cells: null };
    at = parsed ? row.next : at + 1;
  }
  return at;
}

/** Null where a row cannot be parsed, or where what was taken for one row is several. */
function parseRows(rows: readonly RawRow[], delimiter: string): CsvRow[] | null {
  try {
    const parsed: string[][] = parse(rows.map((row) => row.text).join("\n"), { delimiter, relax_column_count: true, trim: true });
    return parsed.length === rows.length ? parsed.map((cells, index) => ({ cells, line: rows[index]?.line ?? 1 })) : null;
  } catch {
    return null;
  }
}
