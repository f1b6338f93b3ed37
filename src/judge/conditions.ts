import { type ASTNode, Environment } from "@marcbachmann/cel-js";
import type { TransactionFacts } from "../model/index.js";
import { expressionFaults } from "./condition-faults.js";
import { type Fault, factNames } from "./expression.js";
import { type FactEntry, type FactType, factsByName } from "./fact-table.js";

/** A compiled condition. */
export interface Condition {
  source: string;
  /** Dotted names of the facts that it reads. */
  facts: string[];
  /** Whether it holds; throws `ConditionError` where it cannot be evaluated, such as an index past the end of a list. */
  holds(facts: TransactionFacts): boolean;
}

/** A condition that cannot be compiled, or that failed on the facts of a transaction. A fault of the rule pack, not of the artefacts. */
export class ConditionError extends Error {
  constructor(rule: string, message: string, options?: { cause?: unknown }) {
    super(`Rule ${rule}: ${message}`, options);
    this.name = "ConditionError";
  }
}

/** Bounds of one expression: the packs of the house stay under a tenth of them. */
const limits = { maxAstNodes: 500, maxDepth: 40, maxListElements: 64, maxMapEntries: 16, maxCallArguments: 8 };

const celTypes: Record<FactType, string> = {
  string: "string",
  verdict: "string",
  bool: "bool",
  int: "int",
  double: "double",
  list: "list<string>",
  governments: "list<string>",
};

let shared: Environment | undefined;

/** Built once: declaring variables is the slow part of the library. */
function environment(): Environment {
  if (shared) return shared;
  shared = new Environment({ limits });
  for (const [group, schema] of Object.entries(schemas())) {
    if (typeof schema === "string") shared.registerVariable(group, schema);
    else shared.registerVariable({ name: group, schema });
  }
  return shared;
}

function schemas(): Record<string, string | Record<string, string>> {
  const all: Record<string, string | Record<string, string>> = {};
  for (const [name, entry] of factsByName) {
    const [group, field] = name.split(".") as [string, string | undefined];
    if (!field) all[group] = celTypes[entry.type];
    else all[group] = { ...(all[group] as Record<string, string> | undefined), [field]: celTypes[entry.type] };
  }
  return all;
}

/** The syntax tree of a condition; throws the library's error where it does not parse. */
export function parseCondition(source: string): ASTNode {
  return environment().parse(source).ast;
}

/** A pack is checked when it is read and compiled when it is applied: each expression once. */
const checkedBefore = new Map<string, Fault[]>();

/** Parses and type-checks a CEL expression over the facts of a transaction; gives every fault found, in order. */
export function checkCondition(source: string): Fault[] {
  const known = checkedBefore.get(source);
  if (known) return known;
  const faults = conditionFaults(source);
  checkedBefore.set(source, faults);
  return faults;
}

function conditionFaults(source: string): Fault[] {
  let ast: ASTNode;
  try {
    ast = environment().parse(source).ast;
  } catch (error) {
    return [libraryFault(error, source, "an expression in CEL")];
  }
  const faults = expressionFaults(ast);
  if (faults.length > 0) return faults;
  const checked = environment().check(source);
  if (!checked.valid) return [libraryFault(checked.error, source, "facts and values of matching types")];
  if (checked.type === "bool") return [];
  return [
    { start: 0, end: source.length, message: `the condition gives ${checked.type}`, expected: "an expression that gives true or false" },
  ];
}

function libraryFault(error: unknown, source: string, expected: string): Fault {
  const { summary, message, range } = error as { summary?: string; message: string; range?: { start: number; end: number } };
  return { start: range?.start ?? 0, end: range?.end ?? source.length, message: summary ?? message, expected };
}

/**
 * Compiles a condition once, for many transactions.
 *
 * @param source CEL over `TransactionFacts`
 * @param rule name of the rule for errors, such as us-dsp/restricted-bulk-access
 * @throws ConditionError where the expression is not valid
 */
export function compileCondition(source: string, rule: string): Condition {
  const [fault] = checkCondition(source);
  if (fault) throw new ConditionError(rule, `${fault.message}; expected ${fault.expected}`);
  const run = environment().parse(source);
  return {
    source,
    facts: factNames(run.ast),
    holds(facts) {
      try {
        return run(celContext(facts)) === true;
      } catch (error) {
        const { summary, message } = error as { summary?: string; message: string };
        throw new ConditionError(
          rule,
          `the condition could not be evaluated: ${summary ?? message}. Guard it, for example with size() > 0.`,
          {
            cause: error,
          },
        );
      }
    },
  };
}

/** The facts as the library wants them: whole numbers are BigInt there, percentages stay numbers. */
function celContext(facts: TransactionFacts): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  for (const [group, value] of Object.entries(facts)) {
    context[group] = typeof value === "object" ? convertGroup(group, value as Record<string, unknown>) : value;
  }
  return context;
}

function convertGroup(group: string, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, convert(factsByName.get(`${group}.${name}`), value)]));
}

function convert(entry: FactEntry | undefined, value: unknown): unknown {
  return entry?.type === "int" && typeof value === "number" ? BigInt(Math.trunc(value)) : value;
}
