import type { ASTNode } from "@marcbachmann/cel-js";
import { type ConditionWords, type Verdict, verdicts } from "../../model/index.js";
import { parseCondition } from "../conditions.js";
import { tellComparison } from "./comparisons.js";
import { tellMembers, tellSizes } from "./lists.js";
import { type Names, truthFact, verdictFact } from "./phrases.js";
import { sentence, type Telling } from "./telling.js";

/**
 * Tells a condition in words, as a lawyer would read it. What has no words is given as the CEL that it is; nothing is left out.
 *
 * @param source a condition that `checkCondition` finds no fault in
 * @example tellCondition('counterparty.covered != "no"', names) // the counterparty is, or may be, covered by the regime
 */
export function tellCondition(source: string, names: Names): ConditionWords {
  return tell(parseCondition(source), { names, called: new Map(), holds: true, tell });
}

/** Tells one node of the syntax tree. A negation is carried down to the facts, so that no sentence denies another. */
function tell(node: ASTNode, telling: Telling): ConditionWords {
  switch (node.op) {
    case "&&":
      return joined(telling.holds ? "all" : "any", node.args, telling);
    case "||":
      return joined(telling.holds ? "any" : "all", node.args, telling);
    case "!_":
      return tell(node.args, { ...telling, holds: !telling.holds });
    case "?:": {
      const [test, so, otherwise] = node.args;
      return {
        kind: "choice",
        if: tell(test, { ...telling, holds: true }),
        so: tell(so, telling),
        otherwise: tell(otherwise, telling),
      };
    }
    default:
      return tellAlone(node, telling);
  }
}

/** Chains of the same operator become one list. */
function joined(kind: "all" | "any", nodes: ASTNode[], telling: Telling): ConditionWords {
  const parts = nodes.map((node) => tell(node, telling)).flatMap((part) => (part.kind === kind ? part.parts : [part]));
  return { kind, parts };
}

function tellAlone(node: ASTNode, telling: Telling): ConditionWords {
  const told =
    tellTruth(node, telling) ??
    tellVerdict(node, telling) ??
    tellSizes(node, telling) ??
    tellMembers(node, telling) ??
    tellComparison(node, telling);
  if (told) return withOwnSide(told, telling.names);
  const cel = node.input.slice(node.range.start, node.range.end).replace(/\s+/g, " ").trim();
  return { kind: "expression", cel: telling.holds ? cel : `!(${cel})` };
}

function withOwnSide(words: ConditionWords, names: Names): ConditionWords {
  return words.kind === "sentence" ? { ...words, text: words.text.replaceAll("the pack's own side", names.ownSide) } : words;
}

function tellTruth(node: ASTNode, { holds }: Telling): ConditionWords | undefined {
  if (node.op === "value" && typeof node.args === "boolean") return sentence(node.args === holds ? "always" : "never");
  const direct = truthFact(node, holds);
  if (direct) return sentence(direct);
  if (node.op !== "==" && node.op !== "!=") return undefined;
  const [left, right] = node.args;
  const literal = [left, right].find((one) => one.op === "value" && typeof one.args === "boolean");
  const other = literal === left ? right : left;
  const said = literal && truthFact(other, (literal.args === true) === (holds === (node.op === "==")));
  return said === undefined ? undefined : sentence(said);
}

/** A verdict compared with one value or with several: of the three answers, those that remain. */
function tellVerdict(node: ASTNode, { holds }: Telling): ConditionWords | undefined {
  if (node.op !== "==" && node.op !== "!=" && node.op !== "in") return undefined;
  const [left, right] = node.args;
  const words = verdictFact(left) ?? (node.op === "in" ? undefined : verdictFact(right));
  const named = verdictsIn(verdictFact(left) ? right : left);
  if (!words || !named) return undefined;
  const keeps = (node.op !== "!=") === holds;
  const remaining = verdicts.filter((one) => named.includes(one) === keeps);
  const say = verdictSentences[[...remaining].sort().join(" ")];
  return sentence(say ? say(words.of, words.is) : remaining.length === 0 ? "never" : "always");
}

function verdictsIn(node: ASTNode): Verdict[] | undefined {
  const literals = node.op === "list" ? node.args : [node];
  const values = literals.map((one) => (one.op === "value" ? one.args : undefined));
  return values.every((value): value is Verdict => verdicts.some((verdict) => verdict === value)) ? values : undefined;
}

/** By the answers that remain, in the order of the alphabet. */
const verdictSentences: Record<string, (of: string, is: string) => string> = {
  yes: (of, is) => `${of} is ${is}`,
  no: (of, is) => `${of} is not ${is}`,
  "cannot-be-excluded": (of, is) => `it stays open whether ${of} is ${is}`,
  "cannot-be-excluded yes": (of, is) => `${of} is, or may be, ${is}`,
  "cannot-be-excluded no": (of, is) => `it is not established that ${of} is ${is}`,
  "no yes": (of, is) => `it is settled whether ${of} is ${is}`,
};
