import { delimiterOf, forEachRow } from "../csv.js";
import type { ImportInput, ImportSink } from "../format.js";
import { type Columns, nameColumns, OwnRow } from "./own-csv-columns.js";
import { sourceName } from "./own-csv-values.js";

/** One of the user's own tables: what it holds, such as "parties", its columns, and what to make of a row. */
export interface OwnTable {
  what: string;
  columns: Columns;
  /** Gives what is wrong with the row, nothing where it was told. */
  tell(row: OwnRow, sink: ImportSink): string | undefined;
}

/** Reads a table of the user's own row by row; rows that cannot be read, and columns that are not known, are told. */
export async function readOwnTable({ what, columns, tell }: OwnTable, input: ImportInput, sink: ImportSink): Promise<void> {
  sink.source({ id: sourceName(input.name), title: `own ${what}: ${input.name}`, url: input.name });
  let known: ReadonlyMap<string, string> = new Map();
  await forEachRow(
    input.bytes(),
    {
      delimiter: delimiterOf(input.text),
      header: (headings) => {
        const named = nameColumns(headings, columns);
        known = named.known;
        for (const heading of named.unknown) sink.passOver(`the column ${JSON.stringify(heading.slice(0, 60))}, which is not known`);
      },
    },
    (row) => {
      sink.record();
      const fault = tell(new OwnRow(row, known), sink);
      if (fault) sink.refuse({ line: row.line }, fault);
    },
    (line, reason) => {
      sink.record();
      sink.refuse({ line }, `the row cannot be read: ${reason}.`);
    },
  );
}
