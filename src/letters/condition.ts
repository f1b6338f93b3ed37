import { Environment } from "@marcbachmann/cel-js";
import type { TemplateFront } from "../model/index.js";
import type { TextFault } from "./language.js";

/** What a condition of a template can ask for. */
export interface ConditionFacts {
  /** What people filled in; a field that nobody filled is the empty text. */
  field: Record<string, string>;
  kind: string;
  procedure: string;
  state: string;
  events: string[];
  roles: string[];
}

export interface Condition {
  source: string;
  at: number;
}

const limits = { maxAstNodes: 200, maxDepth: 20, maxListElements: 32, maxMapEntries: 8, maxCallArguments: 4 };

function environmentFor(fields: TemplateFront["fields"]): Environment {
  const names = Object.keys(fields).map((id) => [id.replaceAll("-", "_"), "string"] as const);
  const environment = new Environment({ limits }).registerVariable({
    name: "field",
    schema: Object.fromEntries([["none", "string"], ...names]),
  });
  for (const name of ["kind", "procedure", "state"]) environment.registerVariable(name, "string");
  for (const name of ["events", "roles"]) environment.registerVariable(name, "list<string>");
  return environment;
}

/** What is wrong with a condition: it does not parse, names what there is not, compares a choice with what it never is, or gives no yes or no. */
export function conditionFault({ source, at }: Condition, { fields }: TemplateFront): TextFault | undefined {
  const environment = environmentFor(fields);
  try {
    environment.parse(source);
  } catch (error) {
    return libraryFault(error, at, "a condition in CEL");
  }
  for (const { 1: name = "", 2: value = "", index } of source.matchAll(/\bfield\.(\w+)\s*[!=]=\s*["']([^"']*)["']/g)) {
    const choices = fields[name.replaceAll("_", "-")]?.choices;
    if (choices && value !== "" && !choices.includes(value))
      return { at: at + index, message: `field.${name} is never "${value}"`, expected: `one of ${choices.join(", ")}` };
  }
  const checked = environment.check(source);
  if (!checked.valid) return libraryFault(checked.error, at, `field.NAME, kind, procedure, state, events or roles, of matching types`);
  return checked.type === "bool"
    ? undefined
    : { at, message: `the condition gives ${checked.type}`, expected: "one that gives true or false" };
}

function libraryFault(error: unknown, at: number, expected: string): TextFault {
  const { summary, message, range } = error as { summary?: string; message: string; range?: { start: number } };
  return { at: at + (range?.start ?? 0), message: summary ?? message.split("\n")[0] ?? message, expected };
}

/** Whether a condition that was checked holds. */
export function holds({ source }: Condition, { fields }: TemplateFront, { field, ...facts }: ConditionFacts): boolean {
  const named = Object.keys(fields).map((id) => [id.replaceAll("-", "_"), field[id] ?? ""] as const);
  return environmentFor(fields).evaluate(source, { ...facts, field: Object.fromEntries([["none", ""], ...named]) }) === true;
}
