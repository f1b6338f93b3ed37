import { type CsvRow, forEachRow } from "../csv.js";
import { ImportError, type ImportHead, type ImportInput, type ImportSink } from "../format.js";
import { forEachElement } from "../json.js";
import { dayOf } from "./gleif-record.js";
import { type Tree, treeOf } from "./gleif-tree.js";
import { forEachXmlRecord } from "./list-xml.js";

/** One kind of GLEIF's records, in its three encodings. */
export interface GleifKind<GleifRecord> {
  id: string;
  title: string;
  url: string;
  /** Name of the outermost element and of a record in XML. */
  root: string;
  element: string;
  /** Name of the list of records in JSON, and of a member that every record has. */
  list: string;
  member: string;
  /** Columns that the CSV must have. */
  columns: readonly string[];
  ofTree(tree: Tree): GleifRecord;
  ofRow(row: CsvRow): GleifRecord;
  /** Tells the sink; gives what is wrong with the record, nothing where it was told. */
  tell(record: GleifRecord, sink: ImportSink): string | undefined;
}

const publisher = "Global Legal Entity Identifier Foundation";
const licence = "CC0 1.0";

export function recognisesGleif<GleifRecord>(kind: GleifKind<GleifRecord>, { text }: ImportHead): boolean {
  switch (encodingOf(text)) {
    case "xml":
      return new RegExp(`<(\\w+:)?${kind.root}[\\s>]`).test(text);
    case "json":
      return new RegExp(`^\\s*(\\{\\s*"${kind.list}"\\s*:\\s*)?\\[\\s*\\{`).test(text) && text.includes(`"${kind.member}"`);
    default:
      return kind.columns.every((column) => headerOf(text).includes(column));
  }
}

/** Reads a golden copy or a file of one issuer, whatever its encoding. */
export async function readGleif<GleifRecord>(kind: GleifKind<GleifRecord>, input: ImportInput, sink: ImportSink): Promise<void> {
  refuseDelta(input);
  sink.source({ id: kind.id, title: kind.title, url: kind.url, publisher, licence, edition: editionOf(input) });
  const tell = (record: GleifRecord, line: number): void => {
    const fault = kind.tell(record, sink);
    if (fault) sink.refuse({ line }, fault);
  };
  const fault = (line: number, reason: string): void => {
    sink.record();
    sink.refuse({ line }, `the record cannot be read: ${reason}.`);
  };
  switch (encodingOf(input.text)) {
    case "xml":
      return readXmlRecords(kind, input, sink, tell);
    case "json":
      return forEachElement(
        input.bytes(),
        { arrays: [kind.list] },
        (element, { line }) => {
          sink.record();
          tell(kind.ofTree(element), line);
        },
        ({ line }, reason) => fault(line, reason),
      );
    default:
      return readTable(kind, input, sink, tell, fault);
  }
}

function readXmlRecords<GleifRecord>(
  kind: GleifKind<GleifRecord>,
  input: ImportInput,
  sink: ImportSink,
  tell: (record: GleifRecord, line: number) => void,
): Promise<void> {
  const root = (name: string): void => {
    if (name !== kind.root) throw new ImportError(`the outermost element is <${name}>. Expected <${kind.root}>.`);
  };
  return forEachXmlRecord(input.bytes(), root, {
    [kind.element]: (element) => {
      sink.record();
      tell(kind.ofTree(treeOf(element)), element.line);
    },
  });
}

function readTable<GleifRecord>(
  kind: GleifKind<GleifRecord>,
  input: ImportInput,
  sink: ImportSink,
  tell: (record: GleifRecord, line: number) => void,
  fault: (line: number, reason: string) => void,
): Promise<void> {
  let columns = 0;
  const header = (names: readonly string[]): void => {
    const missing = kind.columns.filter((column) => !names.includes(column));
    if (missing.length > 0) throw new ImportError(`line 1: the table has no column ${missing.join(", ")}. Expected GLEIF's own CSV.`);
    columns = names.length;
  };
  const visit = (row: CsvRow): void => {
    const { line, cells } = row;
    if (cells.length < columns) {
      fault(line, `it has ${cells.length} cells where the table has ${columns} columns`);
    } else {
      sink.record();
      tell(kind.ofRow(row), line);
    }
  };
  return forEachRow(input.bytes(), { header }, visit, fault);
}

function encodingOf(text: string): "xml" | "json" | "csv" {
  const first = text.replace(/^\uFEFF/, "").trimStart()[0];
  return first === "<" ? "xml" : first === "{" || first === "[" ? "json" : "csv";
}

function headerOf(text: string): string[] {
  const [first = ""] = text.replace(/^\uFEFF/, "").split(/\r?\n/, 1);
  return first.split(",").map((name) => name.trim().replace(/^"|"$/g, ""));
}

/** The header of the XML bears the day; the JSON and the CSV have it in their name: `20260911-1600-gleif-goldencopy-lei2-golden-copy.csv`. */
function editionOf({ name, text }: ImportHead): string | undefined {
  const stated = /<(?:\w+:)?ContentDate>\s*(\d{4}-\d\d-\d\d)/.exec(text)?.[1];
  const [, year, month, day] = /(20\d\d)-?([01]\d)-?([0-3]\d)/.exec(name) ?? [];
  return dayOf(stated ?? (year ? `${year}-${month}-${day}` : ""));
}

/** An import takes the place of the one before; a file of changes alone would leave everything else out. */
function refuseDelta({ name, text }: ImportHead): void {
  const stated = /<(?:\w+:)?FileContent>\s*\w*DELTA/.test(text);
  if (!stated && !/delta|intra-?day|last-?(day|week|month)/i.test(name)) return;
  throw new ImportError("the file holds only what changed (a delta). Expected the full file: fetch that of the day instead.");
}
