import { isAlias, isCollection, isMap, isPair, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { z } from "zod";
import type { Problem } from "./observation.js";

/** Aliases beyond this many are no document that a person wrote: expanding them is how a YAML bomb works. */
const MOST_ALIASES = 100;

/** A YAML text read against a schema: its value, or every fault with line and column. */
export type ValidatedYaml<T> = { value: T; problems: []; locate: (path: PropertyKey[]) => Position } | { value: null; problems: Problem[] };

export interface Position {
  line: number;
  column: number;
}

/**
 * Parses YAML 1.2 and checks it against a schema. All faults are told, each at the node that has it.
 * @param path named in the problems only; nothing is read
 */
export function readValidatedYaml<T>(text: string, path: string, schema: z.ZodType<T>, code: string): ValidatedYaml<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const fault = (position: Position, message: string, expected: string): Problem => ({
    path,
    ...position,
    severity: "error",
    code,
    message,
    expected,
    action: "Mend the file at this place and run again.",
  });

  if (document.errors.length > 0) {
    return { value: null, problems: document.errors.map((error) => fault(at(error.pos[0]), error.message, "YAML that parses")) };
  }
  const aliases = countAliases(document.contents);
  if (aliases > MOST_ALIASES) {
    return { value: null, problems: [fault({ line: 1, column: 1 }, `It has ${aliases} aliases`, `at most ${MOST_ALIASES} aliases`)] };
  }
  const locate = (keys: PropertyKey[]) => at(offsetOf(document.contents, keys));
  const checked = schema.safeParse(document.toJS({ maxAliasCount: MOST_ALIASES }));
  if (checked.success) return { value: checked.data, problems: [], locate };
  const problems = checked.error.issues.flatMap(innermost).map((issue) => {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
    const where = issue.path.join(".") || "the document";
    return fault(
      locate(unknown ? [...issue.path, unknown] : issue.path),
      `${where}: ${issue.message}`,
      "a document that fits its schema (see schemas/)",
    );
  });
  return { value: null, problems };
}

/** Of a choice that a value fits none of: what is wrong by the one form that has its type, where there is just one. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const forms = issue.errors.filter((faults) => !faults.some((one) => one.code === "invalid_type" && one.path.length === 0));
  const [only] = forms;
  if (!only || forms.length > 1) return [issue];
  return only.flatMap(innermost).map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
}

function countAliases(contents: unknown): number {
  let count = 0;
  if (isCollection(contents)) visit(contents, (_, node) => void (isAlias(node) && count++));
  return count;
}

/** Where the node of a path starts; a missing one is placed at its nearest ancestor, a key at the key itself. */
function offsetOf(contents: Node | null, keys: PropertyKey[]): number {
  let node: unknown = contents;
  let offset = contents?.range?.[0] ?? 0;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String((item.key as { value?: unknown })?.value ?? item.key) === String(key));
      if (!pair) return offset;
      offset = (pair.key as Node | null)?.range?.[0] ?? offset;
      node = pair.value;
    } else if (isCollection(node)) {
      node = node.get(Number(key), true);
      offset = (node as Node | null)?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
