import type { z } from "zod";
import { byText, type Problem, RulePack } from "../model/index.js";
import { nearest } from "./nearest.js";
import { checkPack } from "./pack-checks.js";
import type { PackFault } from "./part-checks.js";
import { type Position, readYamlText, type YamlText } from "./yaml-text.js";

/** A rule pack that cannot be used, with everything that is wrong in it. */
export class RulePackError extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map(problemLine).join("\n"));
    this.name = "RulePackError";
    this.problems = problems;
  }
}

function problemLine({ path, line, column, message, expected }: Problem): string {
  return `${[path, line, column].filter((part) => part !== null).join(":")}: ${message}; expected ${expected}`;
}

/**
 * Reads a rule pack from its YAML text: structure, dates, every CEL expression parsed and type-checked, every placeholder and
 * every fact of an example known.
 *
 * @param path for problems only; nothing is read from it
 * @throws RulePackError with every problem found, each with line and column
 * @example
 * const pack = readRulePack(await readFile("rules/us-dsp.yaml", "utf8"), "rules/us-dsp.yaml");
 */
export function readRulePack(text: string, path: string): RulePack {
  const yaml = readYamlText(text, path);
  if (yaml.problems.length > 0) throw new RulePackError(yaml.problems);
  const parsed = RulePack.safeParse(yaml.value);
  const problems = [
    ...schemaProblems(parsed.error, RulePack, yaml, path, "the pack"),
    ...checkPack(yaml.value).map((fault) => faultProblem(fault, yaml, path)),
  ];
  if (problems.length > 0 || !parsed.success) throw new RulePackError(inOrder(problems));
  return parsed.data;
}

/** What a schema complains of, each with its place in the text; `whole` is what the text is called. */
export function schemaProblems(error: z.ZodError | undefined, schema: z.ZodType, yaml: YamlText, path: string, whole: string): Problem[] {
  return error?.issues.flatMap((issue) => issueProblems(issue, schema, yaml, path, whole)) ?? [];
}

function inOrder(problems: Problem[]): Problem[] {
  return problems.sort(
    (left, right) =>
      (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0) || byText(left.message, right.message),
  );
}

function faultProblem(fault: PackFault, yaml: YamlText, path: string): Problem {
  return problemAt(path, faultPosition(fault, yaml), fault.code, fault.message, fault.expected, "Correct the rule pack here.");
}

function faultPosition({ path, key, inside }: PackFault, yaml: YamlText): Position {
  if (key !== undefined) return yaml.positionOfKey(path, key);
  return inside ? yaml.positionInside(path, inside.text, inside.fault) : yaml.positionOf(path);
}

function problemAt(path: string, position: Position, code: string, message: string, expected: string, action: string): Problem {
  return { path, ...position, severity: "error", code, message, expected, action };
}

type Issue = z.core.$ZodIssue;

function issueProblems(issue: Issue, schema: z.ZodType, yaml: YamlText, path: string, whole: string): Problem[] {
  const at = issue.path;
  const name = at.length > 0 ? dotted(at) : whole;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const known = knownKeys(schema, at);
      const meant = nearest(key, known);
      const expected = meant ? `${meant}` : `one of ${known.join(", ")}`;
      return problemAt(
        path,
        yaml.positionOfKey(at, key),
        "pack-unknown-key",
        `unknown key ${key} in ${name}`,
        expected,
        "Rename or remove the key.",
      );
    });
  }
  const missing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
  const message = missing ? `${name} is missing` : `${name}: ${issue.message}`;
  const code = missing ? "pack-missing-key" : "pack-invalid-value";
  return [problemAt(path, yaml.positionOf(at), code, message, expectation(issue), missing ? "Add it." : "Correct the value.")];
}

function dotted(path: PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

function expectation(issue: Issue): string {
  if (issue.code === "invalid_type")
    return issue.expected === "string" ? 'a text (quote a bare year: "2025")' : `a value of type ${issue.expected}`;
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_union") {
    const values = issue.errors.flat().flatMap((inner) => (inner.code === "invalid_value" ? inner.values.map(String) : []));
    return `one of ${values.join(", ")}`;
  }
  return issue.message;
}

/** Keys that the schema knows at a path, seen through arrays, defaults and optionals. */
function knownKeys(schema: z.ZodType, path: PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const part of path) {
    const inner = unwrapped(at);
    at = typeof part === "number" ? inner.element : inner.shape?.[String(part)];
  }
  return Object.keys(unwrapped(at).shape ?? {});
}

interface SchemaParts {
  shape?: Record<string, unknown>;
  element?: unknown;
  unwrap?: () => unknown;
}

function unwrapped(schema: unknown): SchemaParts {
  let parts = (schema ?? {}) as SchemaParts;
  while (!parts.shape && !parts.element && parts.unwrap) parts = parts.unwrap() as SchemaParts;
  return parts;
}
