import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, parseAllDocuments, visit } from "yaml";
import type { Problem } from "../model/index.js";
import { maxYamlAliases, maxYamlDepth } from "./limits.js";

export interface YamlPosition {
  line: number;
  column: number;
}

/** One document of a YAML file, with the way from a node to its place. */
export interface YamlDocument {
  root: unknown;
  at(node: unknown): YamlPosition;
}

export interface YamlRead {
  documents: YamlDocument[];
  /** Faults of the documents that were left out; the others are good. */
  problems: Omit<Problem, "path">[];
}

/**
 * Reads a YAML 1.2 stream document by document; a document with faults is left out and told. Aliases are not expanded here; too many
 * of them, or too deep a nesting, are faults of the document.
 */
export function readYaml(text: string): YamlRead {
  const tooDeep = deepLine(text);
  if (tooDeep !== undefined)
    return { documents: [], problems: [fault(tooDeep, 1, "yaml-too-deep", `values are nested more than ${maxYamlDepth} levels deep`)] };
  const counter = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const at = (node: unknown): YamlPosition => {
    const { line, col } = counter.linePos((node as { range?: [number] } | null)?.range?.[0] ?? 0);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems: YamlRead["problems"] = [];
  const documents: YamlDocument[] = [];
  for (const document of Array.isArray(parsed) ? parsed : []) {
    const problem = faultOf(document, counter);
    if (problem) problems.push(problem);
    else documents.push({ root: document.contents, at });
  }
  return { documents, problems };
}

function faultOf(document: Document.Parsed, counter: LineCounter): Omit<Problem, "path"> | undefined {
  const [error] = document.errors;
  if (error) {
    const { line, col } = counter.linePos(error.pos[0]);
    return fault(Math.max(1, line), Math.max(1, col), "yaml-malformed", `this is not YAML: ${error.message.split("\n", 1)[0]}`);
  }
  let aliases = 0;
  visit(document, { Alias: () => void aliases++ });
  return aliases > maxYamlAliases ? fault(1, 1, "yaml-aliases", `it has ${aliases} aliases, more than ${maxYamlAliases}`) : undefined;
}

function fault(line: number, column: number, code: string, message: string): Omit<Problem, "path"> {
  return {
    line,
    column,
    severity: "error",
    code,
    message,
    expected: "YAML that parses, of sane size",
    action: "Mend this document; the other documents of the file were read.",
  };
}

/** Line at which brackets or indentation nest deeper than the limit: found before a recursive parser meets them. */
function deepLine(text: string): number | undefined {
  let depth = 0;
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) line += 1;
    else if (code === 91 || code === 123) depth += 1;
    else if (code === 93 || code === 125) depth = Math.max(0, depth - 1);
    if (depth > maxYamlDepth) return line;
  }
  const indented = text
    .split("\n")
    .findIndex((one) => one.length > maxYamlDepth * 2 && /^\s+[^\s]/.test(one) && one.search(/\S/) > maxYamlDepth * 2);
  const compact = text.split("\n").findIndex((one) => /^\s*(?:- ){100}/.test(one));
  const found = [indented, compact].filter((one) => one >= 0);
  return found.length > 0 ? Math.min(...found) + 1 : undefined;
}

/** The value under a key of a map; undefined for anything else, aliases included. */
export function under(node: unknown, ...keys: string[]): unknown {
  let found = node;
  for (const key of keys) found = isMap(found) ? found.get(key, true) : undefined;
  return found;
}

/** The text of a scalar under a path of keys. */
export function textUnder(node: unknown, ...keys: string[]): string | undefined {
  const found = under(node, ...keys);
  return isScalar(found) && typeof found.value === "string" ? found.value : undefined;
}

/** Entries of a map as key and value node; none for anything else. */
export function entriesOf(node: unknown): [string, unknown][] {
  if (!isMap(node)) return [];
  return (node.items as Pair[]).flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair.value] as [string, unknown]] : []));
}

/** Items of a sequence; none for anything else. */
export function itemsOf(node: unknown): unknown[] {
  return isSeq(node) ? node.items : [];
}

/** The text of a scalar node. */
export function scalarText(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
}

/** Visits every map in a tree, outermost first, without following aliases. */
export function everyMap(node: unknown, seen: (map: unknown) => void): void {
  if (isAlias(node)) return;
  if (isMap(node)) {
    seen(node);
    for (const [, value] of entriesOf(node)) everyMap(value, seen);
  } else for (const item of itemsOf(node)) everyMap(item, seen);
}
