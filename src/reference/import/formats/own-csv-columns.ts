import type { CsvRow } from "../csv.js";
import { delimiterOf } from "../csv.js";
import type { ImportHead } from "../format.js";

/** The columns of a table by the name that beholden calls them, with the other names that they may bear. */
export type Columns = Readonly<Record<string, readonly string[]>>;

/** Names of the table's columns by beholden's; and those that are none of them. */
export interface NamedColumns {
  known: ReadonlyMap<string, string>;
  unknown: string[];
}

/** Headings are read without regard to capitals, spaces, hyphens and underscores. */
export function nameColumns(headings: readonly string[], columns: Columns): NamedColumns {
  const byHeading = new Map(
    Object.entries(columns).flatMap(([name, others]) => [name, ...others].map((one) => [plain(one), name] as const)),
  );
  const known = new Map<string, string>();
  const unknown: string[] = [];
  for (const heading of headings) {
    const name = byHeading.get(plain(heading));
    if (name !== undefined && !known.has(name)) known.set(name, heading);
    else if (heading !== "") unknown.push(heading);
  }
  return { known, unknown };
}

/** Whether a file begins like a table of the user's own: the needed columns, and half of all at least are known. */
export function looksLike({ text }: ImportHead, columns: Columns, needed: readonly string[], oneOf: readonly string[]): boolean {
  const first = text.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0] ?? "";
  if (first.length > 10_000 || /^\s*[<{[]/.test(first)) return false;
  const { known, unknown } = nameColumns(
    first.split(delimiterOf(first)).map((heading) => heading.trim().replace(/^"|"$/g, "")),
    columns,
  );
  return needed.every((name) => known.has(name)) && oneOf.some((name) => known.has(name)) && unknown.length <= known.size;
}

/** A row whose cells are asked for by beholden's names, and what is wrong with the first that is wrong. */
export class OwnRow {
  fault: string | undefined;
  private readonly row: CsvRow;
  private readonly known: ReadonlyMap<string, string>;

  constructor(row: CsvRow, known: ReadonlyMap<string, string>) {
    this.row = row;
    this.known = known;
  }

  /** In the file, from 1. */
  get line(): number {
    return this.row.line;
  }

  text(name: string): string {
    const heading = this.known.get(name);
    return heading === undefined ? "" : this.row.cell(heading);
  }

  /** Several values, separated by semicolons or bars. */
  list(name: string): string[] {
    return this.text(name)
      .split(/[;|]/)
      .map((one) => one.trim())
      .filter(Boolean);
  }

  /** A value read from the cell, undefined where it is empty; one that cannot be read is a fault of the row. */
  value<Value>(name: string, read: (text: string) => Value | undefined, expected: string): Value | undefined {
    const text = this.text(name);
    if (text === "") return undefined;
    const value = read(text);
    if (value === undefined)
      this.fault ??= `column ${JSON.stringify(this.known.get(name))}: ${JSON.stringify(text.slice(0, 80))} cannot be read. Expected ${expected}.`;
    return value;
  }
}

function plain(heading: string): string {
  return heading.toLowerCase().replace(/[\s_-]+/g, "");
}
