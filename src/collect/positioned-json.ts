import { type ParseError, printParseErrorCode, visit } from "jsonc-parser";
import type { Problem } from "../model/index.js";
import { Unreadable } from "./format.js";
import { maxJsonDepth } from "./limits.js";

interface Position {
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
}
/** Members in a Map: a key named `__proto__` is a key like any other. */
export interface JsonObject extends Position {
  kind: "object";
  members: Map<string, JsonNode>;
}
export interface JsonArray extends Position {
  kind: "array";
  items: JsonNode[];
}
export interface JsonScalar extends Position {
  kind: "scalar";
  value: string | number | boolean | null;
}
/** A JSON value (RFC 8259) that knows where it stands in its file. */
export type JsonNode = JsonObject | JsonArray | JsonScalar;

/** Elements to hand over as soon as they are complete and then to drop, so that a large array never stands in memory. */
export interface Emission {
  /** Path from the root; `*` stands for any index or key, one `**` for any number of them: `["resources", "*"]`. Not looked for within an emitted element. */
  path: string[];
  onElement(element: JsonNode, path: string[]): void;
}

export interface JsonOptions {
  emit?: Emission[];
  /** Told of what is odd but readable, such as a key given twice (the last one counts, as in every reader of JSON). */
  onProblem?(problem: Omit<Problem, "path">): void;
}

export interface JsonRead {
  /** The root, without what was emitted. After a break: what stood before it. */
  root: JsonNode | null;
  /** Why reading stopped early: truncated, malformed or too deep. Whoever uses `root` throws or reports this afterwards. */
  broken: Unreadable | null;
}

interface Frame {
  container: JsonObject | JsonArray;
  /** Key or index of the value that is being read. */
  segment: string;
  count: number;
  emission: Emission | undefined;
}

/** Thrown out of the visitor, which has no other way to stop. */
class Stop extends Error {
  readonly unreadable: Unreadable;
  constructor(unreadable: Unreadable) {
    super(unreadable.message);
    this.unreadable = unreadable;
  }
}

/**
 * Reads strict JSON (RFC 8259: no comments, no trailing commas) with line and column of every value.
 * Throws `Unreadable` where the text breaks off, is malformed or nests deeper than `maxJsonDepth`;
 * elements that `emit` asked for were handed over before.
 */
export function parseJson(text: string, options: JsonOptions = {}): JsonNode {
  const { root, broken } = readJson(text, options);
  if (broken) throw broken;
  if (!root) throw new Error("JSON without a value and without an error");
  return root;
}

/** Like `parseJson`, but gives what stood before a break together with the reason, so that it can still be used. */
export function readJson(text: string, options: JsonOptions = {}): JsonRead {
  const builder = new Builder(options);
  try {
    visit(text, builder.visitor(text), { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { root: builder.root, broken: error.unreadable };
  }
  return { root: builder.root, broken: null };
}

/** Puts the parser's events together; attaches containers when they open, so that a break loses nothing that stood before it. */
class Builder {
  root: JsonNode | null = null;
  private readonly open: Frame[] = [];
  private readonly options: JsonOptions;
  private duplicates = 0;
  private emitting = 0;

  constructor(options: JsonOptions) {
    this.options = options;
  }

  visitor(text: string): NonNullable<Parameters<typeof visit>[1]> {
    return {
      onObjectBegin: (_offset, _length, line, column) => this.begin({ kind: "object", members: new Map(), ...place(line, column) }),
      onArrayBegin: (_offset, _length, line, column) => this.begin({ kind: "array", items: [], ...place(line, column) }),
      onObjectEnd: () => this.end(),
      onArrayEnd: () => this.end(),
      onObjectProperty: (key, _offset, _length, line, column) => this.property(key, place(line, column)),
      onLiteralValue: (value, _offset, _length, line, column) => this.literal({ kind: "scalar", value, ...place(line, column) }),
      onError: (error, offset, length, line, column) => {
        throw new Stop(describe(text, { error, offset, length }, place(line, column)));
      },
    };
  }

  private begin(container: JsonObject | JsonArray): void {
    if (this.open.length >= maxJsonDepth) throw new Stop(tooDeep(container));
    const emission = this.attach(container);
    if (emission) this.emitting += 1;
    this.open.push({ container, segment: "", count: 0, emission });
  }

  private end(): void {
    const frame = this.open.pop();
    if (!frame?.emission) return;
    this.emitting -= 1;
    frame.emission.onElement(frame.container, this.path());
  }

  private literal(scalar: JsonScalar): void {
    const emission = this.attach(scalar);
    if (emission) emission.onElement(scalar, this.path());
  }

  private property(key: string, position: Position): void {
    const frame = this.open.at(-1);
    if (frame?.container.kind !== "object") return;
    frame.segment = key;
    if (!frame.container.members.has(key)) return;
    this.duplicates += 1;
    // One report is enough to act on; a hostile file could hold millions.
    if (this.duplicates === 1) this.options.onProblem?.(duplicateKey(key, position));
  }

  /** Hangs a value into its parent, unless somebody waits for it by itself. */
  private attach(node: JsonNode): Emission | undefined {
    const frame = this.open.at(-1);
    if (!frame) {
      this.root = node;
      return undefined;
    }
    if (frame.container.kind === "array") {
      frame.segment = String(frame.count);
      frame.count += 1;
    }
    const emission = this.emitting > 0 ? undefined : this.options.emit?.find((one) => this.isAt(one.path));
    if (emission) return emission;
    if (frame.container.kind === "array") frame.container.items.push(node);
    else frame.container.members.set(frame.segment, node);
    return undefined;
  }

  private isAt(pattern: string[]): boolean {
    const { open } = this;
    const any = pattern.indexOf("**");
    if (any < 0) return pattern.length === open.length && pattern.every((segment, index) => fits(segment, open[index]));
    const before = pattern.slice(0, any);
    const after = pattern.slice(any + 1);
    if (open.length < before.length + after.length) return false;
    const tail = open.length - after.length;
    return (
      before.every((segment, index) => fits(segment, open[index])) && after.every((segment, index) => fits(segment, open[tail + index]))
    );
  }

  private path(): string[] {
    return this.open.map((frame) => frame.segment);
  }
}

function fits(segment: string, frame: Frame | undefined): boolean {
  return segment === "*" || segment === frame?.segment;
}

function place(line: number, column: number): Position {
  return { line: line + 1, column: column + 1 };
}

function tooDeep(position: Position): Unreadable {
  return new Unreadable({
    line: position.line,
    column: position.column,
    code: "json-too-deep",
    message: `values are nested more than ${maxJsonDepth} levels deep`,
    expected: `JSON of at most ${maxJsonDepth} levels`,
    action: "Check that the file is what its name says; what stood before this place was read.",
  });
}

function duplicateKey(key: string, position: Position): Omit<Problem, "path"> {
  return {
    line: position.line,
    column: position.column,
    severity: "warning",
    code: "json-duplicate-key",
    message: `the key ${JSON.stringify(key.slice(0, 60))} is given twice in one object; the last one counts`,
    expected: "every key once",
    action: "Remove the key that is not meant.",
  };
}

/** Tells a file that ends too early from one that is wrong. */
function describe(text: string, error: ParseError, position: Position): Unreadable {
  const name = printParseErrorCode(error.error);
  const end = text.trimEnd().length;
  const atEnd = error.offset >= end || (error.offset + error.length >= end && isCutOff(name, text.slice(error.offset, end)));
  const expected = expectations[name] ?? "valid JSON (RFC 8259)";
  if (atEnd) {
    return new Unreadable({
      ...position,
      code: end === 0 ? "json-empty" : "json-truncated",
      message: end === 0 ? "the file is empty" : "the file ends in the middle of the JSON",
      expected,
      action: end === 0 ? "Write the file again, or remove it." : "Write the file again; what stood before this place was read.",
    });
  }
  return new Unreadable({
    ...position,
    code: "json-malformed",
    message: `this is not JSON: found ${JSON.stringify(text.slice(error.offset, error.offset + 1))}`,
    expected,
    action: "Mend the file at this place; what stood before it was read.",
  });
}

/** Whether the last token of a file is the beginning of a good one. */
function isCutOff(error: string, token: string): boolean {
  if (error !== "InvalidSymbol") return /^UnexpectedEnd|^InvalidUnicode/.test(error);
  return ["true", "false", "null"].some((word) => word.startsWith(token));
}

const expectations: Record<string, string> = {
  InvalidSymbol: "a value: an object, array, string, number, true, false or null",
  InvalidNumberFormat: "a number such as 12, -0.5 or 1e3",
  PropertyNameExpected: "a key in double quotes",
  ValueExpected: "a value: an object, array, string, number, true, false or null",
  ColonExpected: "a colon after the key",
  CommaExpected: "a comma between values",
  CloseBraceExpected: "a closing brace }",
  CloseBracketExpected: "a closing bracket ]",
  EndOfFileExpected: "the end of the file after the first value",
  InvalidCommentToken: "no comments: JSON has none",
  UnexpectedEndOfComment: "no comments: JSON has none",
  UnexpectedEndOfString: "a closing double quote on the same line",
  UnexpectedEndOfNumber: "a digit",
  InvalidUnicode: "four hexadecimal digits after \\u",
  InvalidEscapeCharacter: 'one of " \\ / b f n r t u after a backslash',
  InvalidCharacter: "no control characters inside a string",
};
