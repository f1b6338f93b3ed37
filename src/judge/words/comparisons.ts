import type { ASTNode } from "@marcbachmann/cel-js";
import type { ConditionWords } from "../../model/index.js";
import { listFact, members, number, type Phrase, phrase, plainFact, said, text, type Values } from "./phrases.js";
import { series } from "./sentences.js";
import { sentence, type Telling } from "./telling.js";

type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** A comparison, a membership or a test of a text in words; undefined where there are none. */
export function tellComparison(node: ASTNode, telling: Telling): ConditionWords | undefined {
  const words = comparison(node, telling);
  return words === undefined ? undefined : sentence(words);
}

function comparison(node: ASTNode, telling: Telling): string | undefined {
  switch (node.op) {
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const op = telling.holds ? node.op : denied[node.op];
      const [left, right] = node.args;
      return compared(left, op, right, telling) ?? compared(right, mirrored[op], left, telling);
    }
    case "in":
      return memberOf(node.args, telling);
    case "rcall":
      return textTest(node.args, telling);
    default:
      return undefined;
  }
}

const denied: Record<Comparison, Comparison> = { "==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">" };
const mirrored: Record<Comparison, Comparison> = { "==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

function compared(left: ASTNode, op: Comparison, right: ASTNode, telling: Telling): string | undefined {
  if (listFact(left)) return op === "==" || op === "!=" ? sameList(left, op === "==", right, telling) : undefined;
  const what = phrase(left, telling.called);
  if (!what) return undefined;
  if (op === "==" || op === "!=") return equal(what, op === "==", right, telling);
  if (plainFact(left)?.date) return dated(what.text, op, right);
  const amount = number(right, what.values);
  if (amount !== undefined) return `${what.text} is ${amounts[op](amount)}`;
  const other = phrase(right, telling.called);
  return other && `${what.text} is ${relations[op]} ${other.text}`;
}

function sameList(left: ASTNode, same: boolean, right: ASTNode, telling: Telling): string | undefined {
  const [words, of] = [listFact(left)?.words, members(left)];
  if (right.op !== "list" || !words || !of) return undefined;
  if (right.args.length === 0) return same ? words.none : words.some;
  const values = literals(right.args, of.values, telling);
  return values && `the ${of.text} are ${same ? "" : "not "}exactly ${series(values)}`;
}

function equal(what: Phrase, same: boolean, right: ASTNode, { called, names }: Telling): string | undefined {
  if (right.op === "value" && right.args === "") return `${what.text} is ${same ? "not known" : "known"}`;
  const value = text(right, what.values, names) ?? number(right, what.values) ?? phrase(right, called)?.text;
  return value && `${what.text} is ${same ? "" : "not "}${value}`;
}

const amounts = {
  "<": (amount: string) => `less than ${amount}`,
  "<=": (amount: string) => `at most ${amount}`,
  ">": (amount: string) => `more than ${amount}`,
  ">=": (amount: string) => `${amount} or more`,
};

const relations = { "<": "less than", "<=": "at most", ">": "more than", ">=": "at least" };

/** Dates are texts that sort like days. */
function dated(what: string, op: "<" | "<=" | ">" | ">=", right: ASTNode): string | undefined {
  if (right.op !== "value" || typeof right.args !== "string") return undefined;
  const day = right.args;
  return `${what} is ${{ "<": `before ${day}`, "<=": `${day} or before`, ">": `after ${day}`, ">=": `${day} or after` }[op]}`;
}

function memberOf([left, right]: [ASTNode, ASTNode], telling: Telling): string | undefined {
  const not = telling.holds ? "" : "not ";
  const list = members(right);
  const named = listFact(right)?.words.member;
  if (named && left.op === "value" && typeof left.args === "string") {
    return (telling.holds ? named.yes : named.no).replace("{}", left.args.replaceAll("-", " "));
  }
  if (list) {
    const value = text(left, list.values, telling.names) ?? phrase(left, telling.called)?.text;
    return value && `${value} is ${not}among the ${list.text}`;
  }
  const what = phrase(left, telling.called);
  if (!what || right.op !== "list") return undefined;
  const values = literals(right.args, what.values, telling);
  return values && values.length > 0 ? `${what.text} is ${not}${series(values, "or")}` : undefined;
}

function literals(nodes: ASTNode[], values: Values, { names }: Telling): string[] | undefined {
  const told = nodes.map((node) => text(node, values, names) ?? number(node, values));
  return told.every((one) => one !== undefined) ? told : undefined;
}

const tests: Record<string, { yes: string; no: string }> = {
  contains: { yes: "contains", no: "does not contain" },
  startsWith: { yes: "begins with", no: "does not begin with" },
  endsWith: { yes: "ends with", no: "does not end with" },
};

function textTest(
  [name, subject, [argument, ...more]]: [string, ASTNode, ASTNode[]],
  { called, names, holds }: Telling,
): string | undefined {
  const words = tests[name];
  const what = phrase(subject, called);
  if (!words || !what || more.length > 0 || argument?.op !== "value" || typeof argument.args !== "string") return undefined;
  return `${what.text} ${holds ? words.yes : words.no} ${said(argument.args, {}, names)}`;
}
