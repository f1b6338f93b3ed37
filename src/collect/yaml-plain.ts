import { Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";

/** A document's nodes, and where its lines begin but the first. */
export interface PlainYaml {
  root: YAMLMap | YAMLSeq;
  lineStarts: number[];
}

/**
 * Reads a YAML document that is written as most manifests are: maps and lists by indentation, keys of letters, and values of one line,
 * plain or in quotes without escapes. Gives the nodes that the library gives, as far as values, sources and beginnings go, or null where the
 * text holds anything else (comments behind a value, block scalars, flow collections, anchors, tags, faults): then only the library can tell.
 */
export function readPlainYaml(text: string): PlainYaml | null {
  if (/[\t\r\u0085\u2028\u2029\uFEFF]/.test(text)) return null;
  const { lines, lineStarts } = linesOf(text);
  if (lines[0]?.text === "---" && lines[0].indent === 0) lines.shift();
  const [first] = lines;
  if (!first) return null;
  try {
    const reader = new PlainReader(lines);
    const root = reader.readNode(first.indent, 0);
    return reader.atEnd ? { root, lineStarts } : null;
  } catch (error) {
    if (error === notPlain) return null;
    throw error;
  }
}

const notPlain = new Error("not written plainly");
/** Deeper than manifests nest, and far from where recursion ends. */
const mostNested = 40;

/** A line that is no comment and not empty; of one in a list what follows the dash stands in its place once the dash is read. */
interface Line {
  text: string;
  indent: number;
  /** Where the line's text begins, after the indentation. */
  offset: number;
}

function linesOf(text: string): { lines: Line[]; lineStarts: number[] } {
  const lines: Line[] = [];
  const lineStarts: number[] = [];
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    if (start > 0) lineStarts.push(start);
    let from = start;
    while (from < end && text.charCodeAt(from) === 32) from += 1;
    if (from < end && text[from] !== "#") lines.push({ text: withoutBlanksBehind(text, from, end), indent: from - start, offset: from });
    start = end + 1;
  }
  return { lines, lineStarts };
}

/** Of all that Unicode calls space, YAML takes only blanks and tabs off a value. */
function withoutBlanksBehind(text: string, from: number, end: number): string {
  let until = end;
  while (text.charCodeAt(until - 1) === 32) until -= 1;
  return text.slice(from, until);
}

/** Keys of up to 1,024 characters: YAML takes no longer one (https://yaml.org/spec/1.2.2/#742-flow-mappings). */
const entry = /^([A-Za-z_][\w./-]{0,1023}):(?: +(.+))?$/;
const plainValue = /^[A-Za-z0-9_/](?:[^\s:#]|:(?=\S)|(?<=\S)#|[ ](?=[^\s#]))*$/;
const numberLike = /^[\d.]+(?:[eE][-+]?\d+)?$|^0[ox]/;
const constantLike = /^(?:true|false|null)$/i;
const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/;

class PlainReader {
  private readonly lines: Line[];
  private next = 0;

  constructor(lines: Line[]) {
    this.lines = lines;
  }

  get atEnd(): boolean {
    return this.next >= this.lines.length;
  }

  /** The map or list whose entries stand at this indentation. */
  readNode(indent: number, depth: number): YAMLMap | YAMLSeq {
    if (depth > mostNested) throw notPlain;
    const line = this.lines[this.next];
    const node = isItem(line) ? this.readList(indent, depth) : this.readMap(indent, depth);
    if (line) node.range = [line.offset, line.offset, line.offset];
    const after = this.lines[this.next];
    if (after && after.indent > indent) throw notPlain;
    return node;
  }

  private readList(indent: number, depth: number): YAMLSeq {
    const list = new YAMLSeq();
    for (let line = this.lines[this.next]; line?.indent === indent && isItem(line); line = this.lines[this.next]) {
      const behind = line.text.slice(1).search(/[^ ]/) + 1;
      if (behind === 0) throw notPlain;
      const inner = { text: line.text.slice(behind), indent: indent + behind, offset: line.offset + behind };
      if (entry.test(inner.text) || isItem(inner)) {
        this.lines[this.next] = inner;
        list.items.push(this.readNode(inner.indent, depth + 1));
      } else {
        list.items.push(scalar(inner.text, inner.offset));
        this.next += 1;
        if ((this.lines[this.next]?.indent ?? 0) > indent) throw notPlain;
      }
    }
    return list;
  }

  private readMap(indent: number, depth: number): YAMLMap {
    const map = new YAMLMap();
    for (let line = this.lines[this.next]; line?.indent === indent && !isItem(line); line = this.lines[this.next]) {
      const [, key, value] = entry.exec(line.text) ?? [];
      if (key === undefined || constantLike.test(key)) throw notPlain;
      this.next += 1;
      const keyNode = scalar(key, line.offset);
      const below = this.lines[this.next];
      if (value !== undefined) {
        if (below && below.indent > indent) throw notPlain;
        map.items.push(new Pair(keyNode, scalar(value, line.offset + line.text.length - value.length)));
      } else {
        const nested = below && (below.indent > indent || (below.indent === indent && isItem(below)));
        // Where an empty value stands is not told plainly.
        if (!nested) throw notPlain;
        map.items.push(new Pair(keyNode, this.readNode(below.indent, depth + 1)));
      }
    }
    return map;
  }
}

function isItem(line: Line | undefined): boolean {
  return line !== undefined && (line.text === "-" || line.text.startsWith("- "));
}

function scalar(text: string, offset: number): Scalar {
  const [whole, double, single] = quoted.exec(text) ?? [];
  const value = whole === undefined ? plainScalar(text) : (double ?? single ?? "");
  const node = new Scalar(value);
  node.source = typeof value === "string" ? value : text;
  node.range = [offset, offset, offset];
  return node;
}

function plainScalar(text: string): string | number {
  if (!plainValue.test(text) || constantLike.test(text)) throw notPlain;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  if (numberLike.test(text)) throw notPlain;
  return text;
}
