import type { ASTNode } from "@marcbachmann/cel-js";
import type { ConditionWords } from "../../model/index.js";
import { type Called, listFact, members, type Values } from "./phrases.js";
import { asSentence } from "./sentences.js";
import { sentence, type Telling } from "./telling.js";
import type { ListWords } from "./word-types.js";

/** Whether lists are empty or not: `size(a) + size(b) > 0` is said of each list. Undefined where the node asks something else. */
export function tellSizes(node: ASTNode, telling: Telling): ConditionWords | undefined {
  const asked = emptiness(node);
  const lists = asked && sizedLists(asked.sizes);
  if (!asked || !lists) return undefined;
  const some = asked.filled === telling.holds;
  const parts = lists.map((words) => sentence(some ? words.some : words.none));
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind: some ? "any" : "all", parts };
}

/** `> 0`, `>= 1` and `!= 0` ask for something in it; `== 0`, `< 1` and `<= 0` for nothing. */
function emptiness(node: ASTNode): { sizes: ASTNode; filled: boolean } | undefined {
  const asked: Record<string, boolean> = { "> 0": true, ">= 1": true, "!= 0": true, "== 0": false, "< 1": false, "<= 0": false };
  if (!(node.op === ">" || node.op === ">=" || node.op === "!=" || node.op === "==" || node.op === "<" || node.op === "<="))
    return undefined;
  const [sizes, bound] = node.args;
  const filled = bound.op === "value" ? asked[`${node.op} ${bound.args}`] : undefined;
  return filled === undefined ? undefined : { sizes, filled };
}

function sizedLists(node: ASTNode): ListWords[] | undefined {
  if (node.op === "+") {
    const [left, right] = node.args.map(sizedLists);
    return left && right ? [...left, ...right] : undefined;
  }
  const list = sizedList(node);
  const words = list && listFact(list)?.words;
  return words && [words];
}

/** The list inside `size(list)` or `list.size()`. */
function sizedList(node: ASTNode): ASTNode | undefined {
  if (node.op === "call" && node.args[0] === "size") return node.args[1][0];
  return node.op === "rcall" && node.args[0] === "size" && node.args[2].length === 0 ? node.args[1] : undefined;
}

const macros: Record<
  string,
  { which: (ConditionWords & { kind: "members" })["which"]; not: (ConditionWords & { kind: "members" })["which"] }
> = {
  exists: { which: "at least one", not: "none" },
  exists_one: { which: "exactly one", not: "not exactly one" },
  existsOne: { which: "exactly one", not: "not exactly one" },
  all: { which: "every one", not: "at least one" },
};

/** `exists`, `all` and `exists_one` over the members of a list; `all` denied is one member that fails. */
export function tellMembers(node: ASTNode, telling: Telling): ConditionWords | undefined {
  if (node.op !== "rcall") return undefined;
  const [name, list, [variable, condition]] = node.args;
  const macro = macros[name];
  const of = macro && narrowed(list, telling);
  if (!macro || !of || variable?.op !== "id" || !condition) return undefined;
  const called = calling(telling.called, variable.args, of.values);
  const holds = name !== "all" || telling.holds;
  return {
    kind: "members",
    which: telling.holds ? macro.which : macro.not,
    of: of.text,
    hold: telling.tell(condition, { ...telling, called, holds }),
  };
}

/** A list as it stands, or what a filter leaves of it. */
function narrowed(node: ASTNode, telling: Telling): { text: string; values: Values } | undefined {
  if (node.op !== "rcall" || node.args[0] !== "filter") return members(node);
  const [, list, [variable, condition]] = node.args;
  const of = members(list);
  if (!of || variable?.op !== "id" || !condition) return undefined;
  const told = telling.tell(condition, { ...telling, called: calling(telling.called, variable.args, of.values), holds: true });
  return { text: `${of.text} of which this is true (${asSentence(told)})`, values: of.values };
}

/** Inside another list's statement, "it" would be ambiguous. */
function calling(called: Called, variable: string, values: Values): Called {
  return new Map([...called, [variable, { as: called.size === 0 ? "it" : "that other one", values }]]);
}
