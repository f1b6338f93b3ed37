import type { ASTNode } from "@marcbachmann/cel-js";
import { factsByName } from "./fact-table.js";

const groups = new Set([...factsByName.keys()].map((name) => name.split(".")[0]));

/** What is wrong in an expression: `start` and `end` are offsets in its text. */
export interface Fault {
  start: number;
  end: number;
  message: string;
  expected: string;
}

/** A fact that an expression names, with the node that does. */
export interface NamedFact {
  name: string;
  node: ASTNode;
}

/** Calls `visit` on every node, parents first; descends where it gives true. */
export function walk(node: ASTNode, visit: (node: ASTNode) => boolean): void {
  if (!visit(node)) return;
  for (const child of children(node)) walk(child, visit);
}

/** The nodes directly below one, in the order of the text. */
export function children(node: ASTNode): ASTNode[] {
  return isNode(node.args) ? [node.args] : nodesIn(node.args);
}

function nodesIn(value: unknown): ASTNode[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((part: unknown) => (isNode(part) ? [part] : nodesIn(part)));
}

export function isNode(value: unknown): value is ASTNode {
  return typeof value === "object" && value !== null && "op" in value && "args" in value;
}

/** The dotted fact that a node names, known or not; undefined where it is no member of a group of facts. */
export function namedFact(node: ASTNode): NamedFact | undefined {
  const name = dottedName(node);
  if (!name) return undefined;
  return groups.has(name.split(".")[0]) ? { name, node } : undefined;
}

function dottedName(node: ASTNode): string | undefined {
  if (node.op === "id") return node.args;
  if (node.op !== ".") return undefined;
  const [owner, field] = node.args;
  const before = dottedName(owner);
  return before && `${before}.${field}`;
}

/** Every fact that an expression names, known or not, in the order of the text. */
export function namedFacts(ast: ASTNode): NamedFact[] {
  const found: NamedFact[] = [];
  walk(ast, (node) => {
    const fact = namedFact(node);
    if (fact) found.push(fact);
    return !fact;
  });
  return found;
}

/** The known facts that an expression names, each once. */
export function factNames(ast: ASTNode): string[] {
  return [...new Set(namedFacts(ast).map((fact) => fact.name))].filter((name) => factsByName.has(name));
}
