import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import type { Problem } from "../model/index.js";
import type { Fault } from "./expression.js";

/** A place in a file, both counted from 1. */
export interface Position {
  line: number;
  column: number;
}

type Path = readonly PropertyKey[];

/** A YAML text with the position of everything in it. */
export interface YamlText {
  /** The parsed content; undefined where the text is no YAML. */
  value: unknown;
  /** What the parser itself complains of. */
  problems: Problem[];
  /** Position of the value at a path; of its nearest parent where there is none. */
  positionOf(path: Path): Position;
  /** Position of a key in the map at a path. */
  positionOfKey(path: Path, key: string): Position;
  /** Position of a fault inside the text at a path, also where quotes or folding lie between. */
  positionInside(path: Path, text: string, fault: Fault): Position;
}

const largestText = 512 * 1024;
const mostAliases = 100;
/** One broken bracket can make the parser complain of everything after it. */
const mostComplaints = 20;

/**
 * Reads a YAML 1.2 text in bounded memory: no more than 512 KiB, no more than 100 expansions of aliases.
 *
 * @param path for problems
 */
export function readYamlText(text: string, path: string): YamlText {
  if (text.length > largestText)
    return unreadable(
      problem(
        path,
        start,
        "yaml-too-large",
        `the file has ${text.length} characters`,
        `at most ${largestText}`,
        "Split it into several packs.",
      ),
    );
  const lines = new LineCounter();
  try {
    return positioned(parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true }), lines, text, path);
  } catch (error) {
    const message = error instanceof RangeError ? "it is nested too deeply" : (error as Error).message;
    return unreadable(problem(path, start, "yaml-unreadable", message, "YAML 1.2 of moderate depth", "Simplify the file."));
  }
}

const start: Position = { line: 1, column: 1 };

function unreadable(only: Problem): YamlText {
  return { value: undefined, problems: [only], positionOf: () => start, positionOfKey: () => start, positionInside: () => start };
}

function positioned(document: Document.Parsed, lines: LineCounter, text: string, path: string): YamlText {
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = document.errors
    .slice(0, mostComplaints)
    .map((error) =>
      problem(
        path,
        at(error.pos[0]),
        `yaml-${error.code.toLowerCase().replaceAll("_", "-")}`,
        error.message,
        "valid YAML 1.2",
        "Correct the syntax here.",
      ),
    );
  return {
    value: content(document, problems, path),
    problems,
    positionOf: (to) => at(offsetOf(document, to)),
    positionOfKey: (to, key) => at(keyOffset(document, to, key)),
    positionInside: (to, value, fault) => at(insideOffset(document, to, text, value, fault)),
  };
}

function content(document: Document.Parsed, problems: Problem[], path: string): unknown {
  if (problems.length > 0) return undefined;
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    problems.push(
      problem(
        path,
        start,
        "yaml-aliases",
        (error as Error).message,
        `aliases that expand to no more than ${mostAliases} values`,
        "Write the values out.",
      ),
    );
    return undefined;
  }
}

function problem(path: string, position: Position, code: string, message: string, expected: string, action: string): Problem {
  return { path, ...position, severity: "error", code, message, expected, action };
}

function resolved(document: Document, node: unknown): Node | undefined {
  return (isAlias(node) ? node.resolve(document) : node) as Node | undefined;
}

function nodeAt(document: Document, path: Path): { node: Node | undefined; depth: number } {
  let node = resolved(document, document.contents);
  for (const [depth, part] of path.entries()) {
    const next = resolved(document, child(node, part));
    if (!next) return { node, depth };
    node = next;
  }
  return { node, depth: path.length };
}

function child(node: Node | undefined, part: PropertyKey): unknown {
  if (isMap(node)) return pairOf(node.items, String(part))?.value;
  return isSeq(node) ? node.items[Number(part)] : undefined;
}

function pairOf(items: Pair[], key: string): Pair | undefined {
  return items.find((pair) => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key)) === key);
}

function offsetOf(document: Document, path: Path): number {
  return nodeAt(document, path).node?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: Path, key: string): number {
  const { node } = nodeAt(document, path);
  const found = isMap(node) ? pairOf(node.items, key)?.key : undefined;
  return (isScalar(found) ? found.range?.[0] : undefined) ?? offsetOf(document, path);
}

/** The faulty word is found in the source by its occurrence: the third `covred` of the value is the third in the source. */
function insideOffset(document: Document, path: Path, text: string, value: string, fault: Fault): number {
  const range = nodeAt(document, path).node?.range;
  if (!range) return 0;
  const word = value.slice(fault.start, fault.end).split(/\s/)[0] ?? "";
  if (word === "") return lastOffset(text, range[0], range[1]);
  let offset = range[0] - 1;
  for (let nth = occurrences(value.slice(0, fault.start), word); nth >= 0; nth--) {
    const next = text.indexOf(word, offset + 1);
    if (next < 0 || next >= range[1]) return range[0];
    offset = next;
  }
  return offset;
}

function lastOffset(text: string, from: number, to: number): number {
  return from + Math.max(0, text.slice(from, to).trimEnd().length - 1);
}

function occurrences(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) count++;
  return count;
}
