import { type HclBlock, type HclFile, type HclValue, newBlock, type Place, proseAttributes, readingAttribute } from "./hcl-file.js";
import { addReference, composedValue, constantIn, endpointsIn, isName, keyOfElement, longestName } from "./hcl-values.js";
import { maxHclBytes } from "./limits.js";
import { isSecretName } from "./secret-names.js";

/**
 * Reads HCL that is written as most of it is: blocks, attributes on lines of their own, and expressions of names, strings, numbers, lists,
 * objects, calls and operators. Gives exactly what `readHcl` does, or null where the text holds anything else (heredocs, `for`, directives,
 * faults): then only the grammar can tell.
 */
export function readPlainHcl(text: string): HclFile | null {
  // The grammar ends a comment at a NUL.
  if (text.length > maxHclBytes || text.includes("\0")) return null;
  try {
    return { body: new PlainReader(text).readFile(), faults: [], tooDeep: null };
  } catch (error) {
    if (error === notPlain) return null;
    throw error;
  }
}

const notPlain = new Error("not written plainly");
/** Deeper than people nest, and far from where recursion ends. */
const mostNested = 24;

const blanks = /[ \t\r]*/y;
const blanksAndComments = /(?:[ \t\r\n]+|#[^\n]*|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/y;
const endOfEntry = /[ \t\r]*(?:$|(?=[\n}]|#|\/\/))/y;
const name = /[A-Za-z_][\w-]*/y;
const label = /"([^"\\$%\n\r]*)"/y;
const number = /\d+(?:\.\d+)?(?![\w.])/y;
const plainPart = /[^"\\$%\n\r]+/y;
const escaped = /\\[nrt"\\]|[$%](?![$%{])/y;
const interpolated = /\$\{[ \t]*([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)[ \t]*\}/y;
const attributeStep = /\.(?:[A-Za-z_][\w-]*|\*(?![\w*]))|\[\*\]/y;
const operator = /==|!=|<=|>=|&&|\|\||[+\-*/%]|[<>](?![<>])/y;
const unary = /[ \t]*[-!]/y;
const keywords = new Set(["for", "in", "if", "else", "endif", "endfor", "true", "false", "null"]);
const constants = new Set(["true", "false", "null"]);

/** A literal or a name within an expression, in the order of the text. */
type Seen = { kind: "literal"; start: number; end: number; place: Place } | { kind: "name"; start: number };

class PlainReader {
  private readonly text: string;
  private at = 0;
  private line = 1;
  private lineStart = 0;
  /** Kept, since a file of one line would be searched to its end for every place; -1 where no line ends any more. */
  private nextFeed: number;
  private seen: Seen[] = [];
  /** How many elements under a secret's name surround what is read. */
  private hidden = 0;

  constructor(text: string) {
    this.text = text;
    this.nextFeed = text.indexOf("\n");
  }

  readFile(): HclBlock {
    const body = newBlock("", { line: 1, column: 1 });
    this.readBody(body, 0);
    if (this.at < this.text.length) throw notPlain;
    return body;
  }

  private readBody(block: HclBlock, depth: number): void {
    if (depth > mostNested) throw notPlain;
    for (;;) {
      this.skip(blanksAndComments);
      if (this.at >= this.text.length || this.text[this.at] === "}") return;
      const place = this.place();
      const type = this.take(name);
      if (keywords.has(type)) throw notPlain;
      this.skip(blanks);
      if (this.text[this.at] === "=") this.readAttribute(type, place, block, depth);
      else this.readBlock(type, place, block, depth);
      this.take(endOfEntry);
    }
  }

  private readBlock(type: string, place: Place, parent: HclBlock, depth: number): void {
    const block = newBlock(type, place);
    while (this.text[this.at] !== "{") {
      const written = this.take(this.text[this.at] === '"' ? label : name);
      block.labels.push(written.startsWith('"') ? written.slice(1, -1) : written);
      this.skip(blanks);
    }
    this.at += 1;
    this.readBody(block, depth + 1);
    this.expect("}");
    parent.blocks.push(block);
  }

  private readAttribute(key: string, place: Place, block: HclBlock, depth: number): void {
    this.expect("=");
    this.skip(blanks);
    this.seen = [];
    const start = this.at;
    const end = this.readExpression(depth);
    if (proseAttributes.has(key)) return;
    const value = readingAttribute(block, key, () => this.valueOf(this.text.slice(start, end), block, isSecretName(key)));
    block.attributes.set(key, { ...value, ...place });
  }

  /** As `readHcl` values it: a secret's literals are not looked at. */
  private valueOf(expression: string, block: HclBlock, secret: boolean): HclValue {
    const constant = constantIn(expression);
    if (constant !== undefined) {
      if (!secret) this.readSeen(block, secret);
      return secret ? { kind: "other" } : { kind: "constant", text: constant };
    }
    if (isName(expression)) {
      addReference(block, expression);
      return { kind: "reference", name: expression };
    }
    if (expression.includes(".")) this.readSeen(block, secret);
    return composedValue(expression, block.type);
  }

  private readSeen(block: HclBlock, secret: boolean): void {
    for (const one of this.seen) {
      if (one.kind === "name") addReference(block, this.text.slice(one.start, one.start + longestName));
      else if (!secret) block.endpoints.push(...endpointsIn(this.text.slice(one.start, one.end), one.place));
    }
  }

  /** Reads an expression and gives its end. Which operator binds closer does not matter: only literals and names count. */
  private readExpression(depth: number): number {
    if (depth > mostNested) throw notPlain;
    for (;;) {
      while (this.skip(unary));
      this.skip(blanks);
      this.readTerm(depth + 1);
      const end = this.at;
      this.skip(blanks);
      if (this.text[this.at] === "?") {
        this.at += 1;
        this.readExpression(depth + 1);
        this.expect(":");
      } else if (this.text.startsWith("//", this.at) || this.text.startsWith("/*", this.at) || !this.skip(operator)) {
        this.at = end;
        return end;
      }
      this.skip(blanks);
    }
  }

  private readTerm(depth: number): void {
    const first = this.text[this.at] ?? "";
    if (first === '"') return void this.readString();
    if (first >= "0" && first <= "9") return void this.take(number);
    if (first === "[" || first === "(") this.readList(first === "[" ? "]" : ")", first === "[", depth);
    else if (first === "{") this.readObject(depth);
    else this.readName(depth);
    while (this.skip(attributeStep) || this.readIndex(depth));
  }

  private readName(depth: number): void {
    const start = this.at;
    const word = this.take(name);
    if (constants.has(word)) return;
    if (keywords.has(word)) throw notPlain;
    if (this.text[this.at] === "(") this.readList(")", true, depth);
    else if (this.hidden === 0) this.seen.push({ kind: "name", start });
  }

  /** Expressions between brackets: of a list and of a call any number, in parentheses one. */
  private readList(close: string, many: boolean, depth: number): void {
    this.at += 1;
    for (let count = 0; ; count += 1) {
      this.skip(blanksAndComments);
      if (many && this.text[this.at] === close) break;
      if (!many && count > 0) throw notPlain;
      this.readExpression(depth);
      this.skip(blanksAndComments);
      if (this.text[this.at] === close) break;
      this.expect(",");
    }
    this.at += 1;
  }

  private readIndex(depth: number): boolean {
    if (this.text[this.at] !== "[") return false;
    this.readList("]", false, depth);
    return true;
  }

  private readObject(depth: number): void {
    this.at += 1;
    for (;;) {
      this.skip(blanksAndComments);
      if (this.text[this.at] === "}") break;
      const start = this.at;
      const before = this.seen.length;
      if (this.text[this.at] === '"') this.readString();
      else if (keywords.has(this.take(name))) throw notPlain;
      const secret = isSecretName(keyOfElement(this.text.slice(start, this.at)));
      if (secret) this.seen.length = before;
      this.skip(blanks);
      if (this.text[this.at] !== "=" && this.text[this.at] !== ":") throw notPlain;
      this.at += 1;
      this.skip(blanks);
      this.hidden += Number(secret);
      this.readExpression(depth);
      this.hidden -= Number(secret);
      this.skip(blanks);
      if (this.text[this.at] === ",") this.at += 1;
      else this.take(endOfEntry);
    }
    this.at += 1;
  }

  /** A string with escapes and templates of single names. */
  private readString(): void {
    const place = this.place();
    const start = this.at;
    const position = this.seen.length;
    this.at += 1;
    while (this.text[this.at] !== '"') {
      if (this.skip(plainPart) || this.skip(escaped)) continue;
      const inner = this.at;
      const found = this.take(interpolated);
      if (this.hidden === 0) this.seen.push({ kind: "name", start: inner + found.search(/[A-Za-z_]/) });
    }
    this.at += 1;
    if (this.hidden === 0) this.seen.splice(position, 0, { kind: "literal", start, end: this.at, place });
  }

  /** Passes over what an expression matches here; says whether that was anything. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text) || pattern.lastIndex === this.at) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) throw notPlain;
    const start = this.at;
    this.at = pattern.lastIndex;
    return this.text.slice(start, this.at);
  }

  private expect(character: string): void {
    this.skip(blanks);
    if (this.text[this.at] !== character) throw notPlain;
    this.at += 1;
  }

  private place(): Place {
    while (this.nextFeed >= 0 && this.nextFeed < this.at) {
      this.line += 1;
      this.lineStart = this.nextFeed + 1;
      this.nextFeed = this.text.indexOf("\n", this.lineStart);
    }
    return { line: this.line, column: this.at - this.lineStart + 1 };
  }
}
