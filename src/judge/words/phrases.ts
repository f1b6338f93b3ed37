import type { ASTNode } from "@marcbachmann/cel-js";
import { namedFact } from "../expression.js";
import { factsByName } from "../fact-table.js";
import { withThousands } from "../template.js";
import { factNamed, wordsByName } from "./fact-words.js";
import type { ListWords, NumberWords, TextWords, VerdictWords } from "./word-types.js";

/** How a pack's countries are called, and what the members of a list are called inside a statement about each. */
export interface Names {
  government(code: string): string;
  /** The territories whose persons the pack protects or binds, such as "the United States". */
  ownSide: string;
}

/** Names of comprehension variables, each with what it is called in words and with what its values are. */
export type Called = ReadonlyMap<string, { as: string; values: Values }>;

/** How literal values beside a fact are said. */
export interface Values {
  country?: boolean;
  words?: Record<string, string>;
  unit?: string;
}

export interface Phrase {
  text: string;
  values: Values;
}

/** The list fact that a node names. */
export function listFact(node: ASTNode): { name: string; words: ListWords } | undefined {
  return factWith(node, (words): words is ListWords => "some" in words);
}

/** The verdict that a node names. */
export function verdictFact(node: ASTNode): VerdictWords | undefined {
  return factWith(node, (words): words is VerdictWords => "of" in words)?.words;
}

/** The text or number that a node names. */
export function plainFact(node: ASTNode): (TextWords & NumberWords) | undefined {
  return factWith(node, (words): words is TextWords & NumberWords => "noun" in words && !("some" in words))?.words;
}

/** The truth value that a node names, as the sentence where it is true or not. */
export function truthFact(node: ASTNode, holds: boolean): string | undefined {
  const words = factWith(node, (one): one is { yes: string; no: string } => "yes" in one)?.words;
  return words && (holds ? words.yes : words.no);
}

function factWith<Words>(
  node: ASTNode,
  is: (words: NonNullable<ReturnType<typeof wordsByName.get>>) => words is Words & NonNullable<ReturnType<typeof wordsByName.get>>,
) {
  const name = namedFact(node)?.name;
  const words = name === undefined ? undefined : wordsByName.get(name);
  return name !== undefined && words && is(words) ? { name, words: words as Words } : undefined;
}

/** The members of a list as a plural without an article, and how they are said; undefined where there are no words. */
export function members(node: ASTNode): Phrase | undefined {
  const fact = listFact(node);
  if (!fact) return undefined;
  const { noun, values } = fact.words;
  return { text: noun, values: { country: factsByName.get(fact.name)?.type === "governments", ...(values ? { words: values } : {}) } };
}

/** A text or number in words: a fact, a member of a list, a count, a length or a sum; undefined where there are no words. */
export function phrase(node: ASTNode, called: Called): Phrase | undefined {
  const plain = plainFact(node);
  if (plain) return { text: plain.noun, values: valuesOf(plain) };
  switch (node.op) {
    case "id": {
      const variable = called.get(node.args);
      return variable && { text: variable.as, values: variable.values };
    }
    case "[]":
      return memberAt(node.args[0], node.args[1]);
    case "call":
      return callPhrase(node.args[0], node.args[1], called);
    case "rcall":
      return callPhrase(node.args[0], [node.args[1], ...node.args[2]], called);
    case "+":
    case "-":
    case "*":
    case "/":
      return arithmetic(node.op, node.args, called);
    default:
      return undefined;
  }
}

function valuesOf({ values, country, unit }: TextWords & NumberWords): Values {
  return { ...(values ? { words: values } : {}), ...(country ? { country } : {}), ...(unit ? { unit } : {}) };
}

const ordinals = ["first", "second", "third", "fourth", "fifth"];

function memberAt(list: ASTNode, index: ASTNode): Phrase | undefined {
  const of = members(list);
  const ordinal = index.op === "value" ? ordinals[Number(index.args)] : undefined;
  return of && ordinal ? { text: `the ${ordinal} of the ${of.text}`, values: of.values } : undefined;
}

function callPhrase(name: string, [first, ...rest]: ASTNode[], called: Called): Phrase | undefined {
  if (!first || rest.length > 0) return undefined;
  if (name === "double" || name === "int" || name === "string") return phrase(first, called);
  if (name !== "size") return undefined;
  const list = members(first);
  if (list) return { text: `the number of ${list.text}`, values: {} };
  const text = phrase(first, called);
  return text && { text: `the length of ${text.text}`, values: { unit: "characters" } };
}

const operations = { "+": "plus", "-": "less", "*": "times", "/": "divided by" };

function arithmetic(op: keyof typeof operations, [left, right]: [ASTNode, ASTNode], called: Called): Phrase | undefined {
  const [before, after] = [phrase(left, called), phrase(right, called)];
  const values = before?.values ?? after?.values ?? {};
  const operands = [before?.text ?? number(left, values), after?.text ?? number(right, values)];
  if (!(before || after) || operands.includes(undefined)) return undefined;
  const bracketed = operands.map((operand, at) =>
    op !== "+" && ([left, right][at]?.op as string) in operations ? `(${operand})` : operand,
  );
  return { text: bracketed.join(` ${operations[op]} `), values: op === "*" || op === "/" ? {} : values };
}

/** A literal text in words; undefined where the node is none. */
export function text(node: ASTNode, values: Values, names: Names): string | undefined {
  if (node.op !== "value" || typeof node.args !== "string") return undefined;
  return said(node.args, values, names);
}

/** A value beside a fact, as it is said. */
export function said(value: string, values: Values, names: Names): string {
  if (value === "") return "an empty text";
  if (values.country) return names.government(value);
  return values.words?.[value] ?? `"${value}"`;
}

/** A literal number, with its unit; undefined where the node is none. */
export function number(node: ASTNode, values: Values): string | undefined {
  const negative = node.op === "-_";
  const literal = negative ? node.args : node;
  if (literal.op !== "value" || (typeof literal.args !== "number" && typeof literal.args !== "bigint")) return undefined;
  return `${negative ? "-" : ""}${withThousands(Number(literal.args))}${values.unit ? ` ${values.unit}` : ""}`;
}

/** A blank of a template: what would stand there. */
export function blank(name: string): string {
  return `[${factNamed(name)}]`;
}
