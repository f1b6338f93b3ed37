import { forEachLine } from "./lines.js";
import { ownCopy } from "./own-copy.js";

/** One row. Cells are asked for by the name of their column. */
export interface CsvRow {
  /** Line that the row begins on, from 1. */
  line: number;
  /** As they stand in the file, quotes taken off. */
  cells: readonly string[];
  /** The cell under a column, without white space around it; empty where the row or the table has none. */
  cell(column: string): string;
}

export interface CsvOptions {
  /** Default: a comma. */
  delimiter?: string | undefined;
  /** Names of the columns of a table whose first row is data already. Without it the first row names them. */
  columns?: readonly string[] | undefined;
  /** Quotes inside a cell that does not begin with one are text: `ACME "THE BEST" LTD`. Without it such a row is a fault. */
  relaxedQuotes?: boolean | undefined;
  /** Told once, before the first row; throw from it where a needed column is missing. */
  header?: ((columns: readonly string[]) => void) | undefined;
}

/** A cell with line breaks in it; whatever runs on longer is a quote that nobody closed. */
const maxLinesOfRow = 50;
const maxRowBytes = 4 * 1024 * 1024;

/**
 * Reads a table in CSV (RFC 4180), UTF-8, row by row; empty lines are no rows. A stray or unclosed quote costs the line that it
 * stands on and no other, and is told to `fault`. Rows are split by hand: registers have millions of rows with hundreds of columns, over
 * which csv-parse takes four times as long.
 */
export async function forEachRow(
  bytes: AsyncIterable<Uint8Array>,
  options: CsvOptions,
  visit: (row: CsvRow) => void,
  fault: (line: number, reason: string) => void,
): Promise<void> {
  const table = new TableReader(options, visit, fault);
  await forEachLine(
    bytes,
    maxRowBytes,
    (text, line) => table.line(text, line),
    (line) => table.tooLong(line),
  );
  table.end();
}

/** The delimiter that the first line of a table uses: the commonest of comma, semicolon, tab and bar outside quotes. */
export function delimiterOf(text: string): string {
  const first = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t", "|"].map((delimiter) => ({ delimiter, count: first.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

class TableReader {
  private readonly options: CsvOptions;
  private readonly delimiter: string;
  private readonly relaxed: boolean;
  private readonly visit: (row: CsvRow) => void;
  private readonly fault: (line: number, reason: string) => void;
  private columns: ReadonlyMap<string, number> | undefined;
  /** Lines of a row whose quotes are still open. */
  private pending: string[] = [];
  private pendingLine = 0;
  private pendingBytes = 0;

  constructor(options: CsvOptions, visit: (row: CsvRow) => void, fault: (line: number, reason: string) => void) {
    this.options = options;
    this.delimiter = options.delimiter ?? ",";
    this.relaxed = options.relaxedQuotes ?? false;
    this.visit = visit;
    this.fault = fault;
    if (options.columns) this.name(options.columns);
  }

  line(text: string, line: number): void {
    if (this.pending.length > 0) this.goOn(text);
    else if (text === "") return;
    else if (!text.includes('"')) this.row(text.split(this.delimiter), line);
    else if (this.isOpen(text)) this.open(text, line);
    else this.wholeRow(text, line, 'a quote stands where none may; expected "" for a quote inside a cell');
  }

  tooLong(line: number): void {
    this.end();
    this.fault(line, `the line is longer than ${maxRowBytes} bytes`);
  }

  end(): void {
    while (this.pending.length > 0) this.giveUp();
  }

  private open(text: string, line: number): void {
    this.pending = [text];
    this.pendingLine = line;
    this.pendingBytes = text.length;
  }

  private goOn(text: string): void {
    this.pending.push(text);
    this.pendingBytes += text.length;
    if (this.closes(text)) this.finishRow();
    else if (this.pending.length >= maxLinesOfRow || this.pendingBytes > maxRowBytes) this.giveUp();
  }

  private isOpen(text: string): boolean {
    return this.relaxed ? splitCells(text, this.delimiter, true) === undefined : hasOddQuotes(text);
  }

  /** Whether a row ends with this line: a second odd number of quotes makes the whole even. */
  private closes(text: string): boolean {
    return this.relaxed ? text.includes('"') && !this.isOpen(this.pending.join("\n")) : hasOddQuotes(text);
  }

  private finishRow(): void {
    const cells = this.split(this.pending.join("\n"));
    if (cells) {
      this.pending = [];
      this.row(cells, this.pendingLine);
    } else this.giveUp();
  }

  /** The quote of the first line was never closed: it is read alone, and the ones below it too. */
  private giveUp(): void {
    const [first = "", ...below] = this.pending;
    const line = this.pendingLine;
    this.pending = [];
    this.wholeRow(first, line, "a quote is opened and not closed; expected an even number of quotes");
    below.forEach((text, index) => {
      this.line(text, line + 1 + index);
    });
  }

  private wholeRow(text: string, line: number, reason: string): void {
    const cells = this.split(text);
    if (cells) this.row(cells, line);
    else this.fault(line, reason);
  }

  private split(text: string): string[] | undefined {
    return splitFullyQuoted(text, this.delimiter) ?? splitCells(text, this.delimiter, this.relaxed);
  }

  private row(cells: string[], line: number): void {
    const { columns } = this;
    if (!columns) this.name(cells);
    else this.visit(new Row(line, cells, columns));
  }

  private name(names: readonly string[]): void {
    const columns = names.map((name) => ownCopy(name.trim()));
    this.columns = new Map(columns.map((name, index) => [name, index]));
    this.options.header?.(columns);
  }
}

class Row implements CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  private readonly columns: ReadonlyMap<string, number>;

  constructor(line: number, cells: readonly string[], columns: ReadonlyMap<string, number>) {
    this.line = line;
    this.cells = cells;
    this.columns = columns;
  }

  cell(column: string): string {
    const index = this.columns.get(column);
    return index === undefined ? "" : ownCopy(this.cells[index]?.trim() ?? "");
  }
}

/** Registers quote every cell: `"a","b"` is split in one go, where no quote stands inside a cell. */
function splitFullyQuoted(text: string, delimiter: string): string[] | undefined {
  if (!text.startsWith('"') || !text.endsWith('"') || text.length < 2) return undefined;
  const cells = text.slice(1, -1).split(`"${delimiter}"`);
  return cells.some((cell) => cell.includes('"')) ? undefined : cells;
}

/** Nothing where the quotes are not in order. Relaxed, a quote in the wrong place is text, and only an unclosed one is a fault. */
function splitCells(text: string, delimiter: string, relaxed: boolean): string[] | undefined {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    const close = text[at] === '"' ? closingQuote(text, at) : at;
    if (close < 0) return undefined;
    const afterQuote = close > at ? blanksAfter(text, close + 1) : -1;
    const quoted = afterQuote === text.length || (afterQuote > 0 && text.startsWith(delimiter, afterQuote));
    const next = quoted ? afterQuote : text.indexOf(delimiter, at);
    const end = next < 0 ? text.length : next;
    const cell = text.slice(at, end);
    if (!quoted && !relaxed && cell.includes('"')) return undefined;
    cells.push(quoted ? text.slice(at + 1, close).replaceAll('""', '"') : cell);
    if (end >= text.length) return cells;
    at = end + delimiter.length;
  }
}

function closingQuote(text: string, at: number): number {
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close;
}

function blanksAfter(text: string, at: number): number {
  let end = at;
  while (text[end] === " ") end += 1;
  return end;
}

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}
