import { Composer, type Document, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type Pair, Parser, type YAMLMap } from "yaml";
import type { Problem } from "../model/index.js";
import { maxYamlAliases, maxYamlDepth, maxYamlDocumentLength } from "./limits.js";
import { readPlainYaml } from "./yaml-plain.js";

export interface YamlPosition {
  line: number;
  column: number;
}

/** One document of a YAML file, with the way from a node to its place. */
export interface YamlDocument {
  root: unknown;
  at(node: unknown): YamlPosition;
}

/** A document that could not be read, as it stands in the file. */
export interface UnreadDocument {
  text: string;
  firstLine: number;
  problem: Omit<Problem, "path">;
}

export interface YamlRead {
  documents: YamlDocument[];
  unread: UnreadDocument[];
}

/**
 * Reads a YAML 1.2 stream. Each document stands for itself (`---` begins one whatever came before: section 9.1.4), so one with faults, too
 * deep or too large costs nothing but itself. Aliases lead to the node that they name, which is never copied.
 */
export function readYaml(text: string): YamlRead {
  const read: YamlRead = { documents: [], unread: [] };
  for (const piece of piecesOf(text)) readPiece(piece, read);
  return read;
}

interface Piece {
  text: string;
  firstLine: number;
}

function* piecesOf(text: string): Generator<Piece> {
  const starts = [0, ...[...text.matchAll(/^---(?=\s|$)/gm)].map((match) => match.index).filter((index) => index > 0)];
  let firstLine = 1;
  for (const [index, start] of starts.entries()) {
    const piece = text.slice(start, starts[index + 1]);
    if (piece.trim() !== "") yield { text: piece, firstLine };
    firstLine += lineFeeds(piece);
  }
}

function lineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

function readPiece({ text, firstLine }: Piece, read: YamlRead): void {
  const counter = new LineCounter();
  const at = (offset: number): YamlPosition => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };
  const fail = (offset: number, code: string, message: string, expected: string) =>
    read.unread.push({ text, firstLine, problem: fault(at(offset), code, message, expected) });

  counter.addNewLine(0);
  if (text.length > maxYamlDocumentLength) {
    const limit = `a document of at most ${maxYamlDocumentLength} characters`;
    return void fail(0, "yaml-too-large", `the document has ${text.length} characters`, limit);
  }
  // Most manifests are written plainly, and the library takes several times as long.
  const plain = readPlainYaml(text);
  if (plain) {
    for (const start of plain.lineStarts) counter.addNewLine(start);
    return void read.documents.push({ root: plain.root, at: placeOf(at) });
  }
  const composed = compose(text, counter);
  if ("tooDeepAt" in composed) {
    const limit = `at most ${maxYamlDepth} levels`;
    return void fail(composed.tooDeepAt, "yaml-too-deep", `values are nested more than ${maxYamlDepth} levels deep`, limit);
  }
  for (const document of composed.documents) {
    const [error] = document.errors;
    const aliases = error ? 0 : linkAliases(document);
    if (error) fail(error.pos[0], "yaml-malformed", `this is not YAML: ${error.message.split("\n", 1)[0]}`, "YAML 1.2 that parses");
    else if (aliases > maxYamlAliases) {
      const limit = `at most ${maxYamlAliases} aliases in a document`;
      fail(document.range[0], "yaml-aliases", `the document has ${aliases} aliases`, limit);
    } else read.documents.push({ root: document.contents, at: placeOf(at) });
  }
}

function placeOf(at: (offset: number) => YamlPosition): YamlDocument["at"] {
  return (node) => at((node as { range?: [number] } | null)?.range?.[0] ?? 0);
}

/** Stops at the depth limit before the composer, which descends by recursion, meets it. */
function compose(text: string, counter: LineCounter): { documents: Document.Parsed[] } | { tooDeepAt: number } {
  const parser = new Parser(counter.addNewLine);
  const composer = new Composer({ uniqueKeys: false, logLevel: "silent" });
  const documents: Document.Parsed[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > maxYamlDepth) return { tooDeepAt: parser.offset };
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  return { documents };
}

/** Puts the node that an alias names in its place, so that the tree becomes a graph, and gives the number of aliases. */
function linkAliases(document: Document.Parsed): number {
  const anchored = new Map<string, unknown>();
  let aliases = 0;
  const target = (node: unknown): unknown => {
    if (!isAlias(node)) {
      link(node);
      return node;
    }
    aliases += 1;
    return anchored.get(node.source) ?? node;
  };
  const link = (node: unknown): void => {
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor) anchored.set(node.anchor, node);
    if (isMap(node)) for (const pair of node.items as Pair[]) pair.value = target(pair.value);
    else if (isSeq(node)) for (let index = 0; index < node.items.length; index += 1) node.items[index] = target(node.items[index]);
  };
  link(document.contents);
  return aliases;
}

function fault(place: YamlPosition, code: string, message: string, expected: string): Omit<Problem, "path"> {
  return {
    ...place,
    severity: "error",
    code,
    message,
    expected,
    action:
      "Mend or split this document; of what stands in it only lines such as `image: host/path:tag` were read, the other documents in full.",
  };
}

/** The value under a path of keys, also where a merge key (`<<`) brings it in; undefined where there is none. */
export function under(node: unknown, ...keys: string[]): unknown {
  let found = node;
  for (const key of keys)
    found = mergedMaps(found)
      .find((map) => map.has(key))
      ?.get(key, true);
  return found;
}

/** The text of a scalar under a path of keys. */
export function textUnder(node: unknown, ...keys: string[]): string | undefined {
  return scalarText(under(node, ...keys));
}

/** Entries of a map and of those that it merges, as key and value node; none for anything else. The nearest of equal keys counts. */
export function entriesOf(node: unknown): [string, unknown][] {
  const entries = new Map<string, unknown>();
  for (const map of mergedMaps(node))
    for (const { key, value } of map.items as Pair[])
      if (isScalar(key) && key.value !== "<<" && !entries.has(String(key.value))) entries.set(String(key.value), value);
  return [...entries];
}

/** A map and every map that it merges (yaml.org/type/merge), nearest first; each once, so that a circle ends. */
function mergedMaps(node: unknown): YAMLMap[] {
  const found = new Set<YAMLMap>();
  const add = (one: unknown): void => {
    if (!isMap(one) || found.has(one)) return;
    found.add(one);
    const merged = one.get("<<", true) as unknown;
    for (const source of isSeq(merged) ? merged.items : [merged]) add(source);
  };
  add(node);
  return [...found];
}

/** Items of a sequence; none for anything else. */
export function itemsOf(node: unknown): unknown[] {
  return isSeq(node) ? node.items : [];
}

/** The text of a scalar node. */
export function scalarText(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
}

/** The text of a scalar as written: a tag such as 1.20 is a number for YAML. */
export function writtenText(node: unknown): string | undefined {
  return isScalar(node) ? (node.source ?? undefined) : undefined;
}

/** Visits every map of a document once, outermost first. */
export function everyMap(root: unknown, visit: (map: unknown) => void): void {
  const visited = new Set<unknown>();
  const descend = (node: unknown): void => {
    if (visited.has(node) || isScalar(node)) return;
    visited.add(node);
    if (isMap(node)) {
      visit(node);
      for (const { value } of node.items as Pair[]) descend(value);
    } else for (const item of itemsOf(node)) descend(item);
  };
  descend(root);
}
