import type { ASTNode } from "@marcbachmann/cel-js";
import { children, type Fault, isNode, namedFact, namedFacts, walk } from "./expression.js";
import { factsByName } from "./fact-table.js";
import { nearest } from "./nearest.js";

const comprehensions = new Set(["all", "exists", "exists_one", "existsOne", "filter", "map", "bind"]);
const deepestComprehension = 2;

/** Faults that the type checker does not see or does not explain: unknown facts, values that never occur, what could run too long. */
export function expressionFaults(ast: ASTNode): Fault[] {
  return [...unknownFacts(ast), ...impossibleValues(ast), ...unbounded(ast)].sort((left, right) => left.start - right.start);
}

function unknownFacts(ast: ASTNode): Fault[] {
  return namedFacts(ast)
    .filter((fact) => !factsByName.has(fact.name))
    .map(({ name, node }) => unknownFact(name, node.range.start, node.range.end));
}

/** The fault of naming a fact that there is not, with the nearest one that there is. */
export function unknownFact(name: string, start: number, end: number): Fault {
  const meant = nearest(name, factsByName.keys());
  const group = name.split(".")[0];
  const siblings = [...factsByName.keys()].filter((known) => known.startsWith(`${group}.`));
  const hint = meant ?? (siblings.length > 0 ? `one of ${siblings.join(", ")}` : "a fact of docs/rules.md");
  return { start, end, message: `unknown fact ${name}`, expected: hint };
}

const nameLists: Record<string, "terms" | "deal"> = {
  "terms.met": "terms",
  "terms.open": "terms",
  "deal.states": "deal",
  "deal.denies": "deal",
};

/** `"x" in terms.met` with an x that the pack does not define would be silently false. */
export function unknownNames(source: string, known: Record<"terms" | "deal", string[]>): Fault[] {
  const pattern = /"([^"]*)"\s+in\s+(terms\.met|terms\.open|deal\.states|deal\.denies)\b/g;
  return [...source.matchAll(pattern)].flatMap(({ index, 0: all, 1: name = "", 2: list = "" }) => {
    const names = known[nameLists[list] ?? "terms"];
    if (names.includes(name)) return [];
    const what = nameLists[list] === "deal" ? "statement" : "term";
    const hint = nearest(name, names) ?? (names.length > 0 ? `one of ${names.join(", ")}` : `a ${what} that the pack defines`);
    return [{ start: index, end: index + all.length, message: `unknown ${what} ${name}`, expected: hint }];
  });
}

/** A comparison with a value that the fact never has would be silently false. */
function impossibleValues(ast: ASTNode): Fault[] {
  const faults: Fault[] = [];
  walk(ast, (node) => {
    if (node.op === "==" || node.op === "!=" || node.op === "in") {
      const [left, right] = node.args;
      faults.push(...impossible(left, right), ...impossible(right, left));
    }
    return true;
  });
  return faults;
}

function impossible(factNode: ASTNode, valueNode: ASTNode): Fault[] {
  const name = namedFact(factNode)?.name;
  const values = name ? factsByName.get(name)?.values : undefined;
  if (!values) return [];
  return texts(valueNode)
    .filter(({ text }) => !values.includes(text))
    .map(({ text, node }) => ({
      start: node.range.start,
      end: node.range.end,
      message: `${name} is never "${text}"`,
      expected: `one of ${values.join(", ")}`,
    }));
}

function texts(node: ASTNode): { text: string; node: ASTNode }[] {
  if (node.op === "value") return typeof node.args === "string" ? [{ text: node.args, node }] : [];
  return node.op === "list" ? node.args.flatMap(texts) : [];
}

/** Regular expressions can be made to hang, and comprehensions inside comprehensions multiply. */
function unbounded(ast: ASTNode, depth = 0): Fault[] {
  const call = calledName(ast);
  const here: Fault[] = [];
  if (call === "matches")
    here.push(
      fault(ast, "matches() is not allowed: a pattern can be made to run for ever", "==, in, contains(), startsWith() or endsWith()"),
    );
  const inside = call && comprehensions.has(call) ? depth + 1 : depth;
  if (inside > deepestComprehension)
    return [...here, fault(ast, "too many comprehensions inside each other", `at most ${deepestComprehension} levels`)];
  return [...here, ...children(ast).flatMap((child) => unbounded(child, inside))];
}

function calledName(node: ASTNode): string | undefined {
  if (node.op !== "call" && node.op !== "rcall") return undefined;
  const [name] = node.args;
  return isNode(name) ? undefined : name;
}

function fault(node: ASTNode, message: string, expected: string): Fault {
  return { start: node.range.start, end: node.range.end, message, expected };
}
