import type { Parser, Tree, TreeCursor } from "web-tree-sitter";
import { Unreadable } from "./format.js";
import { type HclBlock, type HclFile, type HclValue, newBlock, type Place, proseAttributes, readingAttribute } from "./hcl-file.js";
import { addReference, composedValue, constantIn, endpointsIn, isName, keyOfElement, longestName } from "./hcl-values.js";
import { maxHclBytes, maxHclDepth } from "./limits.js";
import { isSecretName } from "./secret-names.js";

/**
 * Reads HCL's native syntax (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md). Syntax errors become `faults`; the
 * rest is read. Throws `Unreadable` for text that is too large or that the parser cannot come to an end with.
 */
export function readHcl(text: string, parser: Parser): HclFile {
  const whole = readPart(text, 0, parser);
  const starts = whole.faults.length > 0 ? [...text.matchAll(blockStart)].map((match) => match.index) : [];
  if (starts.length < 2) return whole;
  // One missing quote can take everything after it along: block by block, only the broken one is lost.
  const parts: HclFile[] = [];
  let linesAbove = 0;
  for (const [index, start] of starts.entries()) {
    const part = text.slice(index === 0 ? 0 : start, starts[index + 1]);
    parts.push(readPart(part, linesAbove, parser));
    linesAbove += part.split("\n").length - 1;
  }
  return joined(parts);
}

/** A block at the left margin, as everyone writes the outermost ones. */
const blockStart = /^(?:resource|data|provider|module|terraform|variable|locals|output|ephemeral|check|moved|import|removed)\b[^\n{=]*\{/gm;

function readPart(text: string, linesAbove: number, parser: Parser): HclFile {
  const tree = parse(text, parser);
  const cursor = tree.walk();
  try {
    const reader = new HclReader(text, linesAbove, cursor);
    reader.readBody(reader.file.body, 0);
    if (tree.rootNode.hasError) reader.file.faults.push(...faultsIn(tree, linesAbove));
    return reader.file;
  } finally {
    // Trees live in the grammar's own memory, which no collector frees.
    cursor.delete();
    tree.delete();
  }
}

function joined(parts: HclFile[]): HclFile {
  const body = newBlock("", { line: 1, column: 1 });
  for (const part of parts) {
    for (const [name, value] of part.body.attributes) body.attributes.set(name, value);
    body.blocks.push(...part.body.blocks);
    body.endpoints.push(...part.body.endpoints);
  }
  return { body, faults: parts.flatMap((part) => part.faults), tooDeep: parts.find((part) => part.tooDeep)?.tooDeep ?? null };
}

function parse(text: string, parser: Parser): Tree {
  if (text.length > maxHclBytes) throw unparsable(`the file holds ${text.length} characters`, `at most ${maxHclBytes} characters`);
  // A count of the parser's steps in place of a time: the same file ends the same way on every machine.
  let steps = 10_000 + text.length;
  const tree = parser.parse(text, null, {
    progressCallback: () => {
      steps -= 1;
      return steps < 0;
    },
  });
  if (tree) return tree;
  parser.reset();
  throw unparsable("the parser came to no end with the file", "Terraform's language");
}

function unparsable(message: string, expected: string): Unreadable {
  const action = "Check that the file is what its name says, or split it.";
  return new Unreadable({ line: null, column: null, code: "hcl-unparsable", message, expected, action });
}

class HclReader {
  readonly file: HclFile = { body: newBlock("", { line: 1, column: 1 }), faults: [], tooDeep: null };
  private readonly text: string;
  private readonly linesAbove: number;
  private readonly cursor: TreeCursor;
  /** Within the value of an attribute that is named as secrets are: references count, literals are not looked at. */
  private inSecret = false;
  private readonly hostOffsets = new Set<number>();

  constructor(text: string, linesAbove: number, cursor: TreeCursor) {
    this.text = text;
    this.linesAbove = linesAbove;
    this.cursor = cursor;
  }

  /** Reads what stands below the cursor into a block; broken parts count as bodies, for good blocks can stand in them. */
  readBody(block: HclBlock, depth: number): void {
    const { cursor } = this;
    if (depth > maxHclDepth) {
      this.file.tooDeep ??= this.place();
      return;
    }
    if (!cursor.gotoFirstChild()) return;
    do {
      const type = cursor.nodeType;
      if (type === "attribute") this.readAttribute(block, depth);
      else if (type === "block") this.readBlock(block, depth);
      else if (type === "body" || type === "ERROR") this.readBody(block, depth + 1);
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }

  private readBlock(parent: HclBlock, depth: number): void {
    const { cursor } = this;
    const block = newBlock("", this.place());
    cursor.gotoFirstChild();
    do {
      const type = cursor.nodeType;
      if (type === "identifier" && block.type === "") block.type = this.source();
      else if (type === "identifier") block.labels.push(this.source());
      else if (type === "string_lit") block.labels.push(this.source().slice(1, -1));
      else if (type === "body" || type === "ERROR") this.readBody(block, depth + 1);
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
    parent.blocks.push(block);
  }

  private readAttribute(block: HclBlock, depth: number): void {
    const { cursor } = this;
    const place = this.place();
    cursor.gotoFirstChild();
    const name = this.source();
    while (cursor.nodeType !== "expression") {
      if (cursor.gotoNextSibling()) continue;
      cursor.gotoParent();
      return;
    }
    this.inSecret = isSecretName(name);
    if (!proseAttributes.has(name)) {
      block.attributes.set(name, { ...readingAttribute(block, name, () => this.readExpression(block, depth)), ...place });
    }
    this.inSecret = false;
    cursor.gotoParent();
  }

  /** Most expressions are one literal or one name and need no walk. */
  private readExpression(block: HclBlock, depth: number): HclValue {
    const text = this.source();
    const constant = constantIn(text);
    if (constant !== undefined) {
      this.readLiteral(block);
      return this.inSecret ? { kind: "other" } : { kind: "constant", text: constant };
    }
    if (isName(text)) {
      addReference(block, text);
      return { kind: "reference", name: text };
    }
    if (text.includes(".")) this.walkExpression(block, depth);
    return composedValue(text, block.type);
  }

  /** Depth first, without recursion: expressions nest as deep as their author likes. */
  private walkExpression(block: HclBlock, blockDepth: number): void {
    const { cursor } = this;
    for (let depth = 0; ; ) {
      if (blockDepth + depth > maxHclDepth) this.file.tooDeep ??= this.place();
      else if (this.visit(block) && cursor.gotoFirstChild()) {
        depth += 1;
        continue;
      }
      while (depth > 0 && !cursor.gotoNextSibling()) {
        cursor.gotoParent();
        depth -= 1;
      }
      if (depth === 0) return;
    }
  }

  /** Takes what is of interest at the cursor; says whether to look below it. */
  private visit(block: HclBlock): boolean {
    switch (this.cursor.nodeType) {
      case "string_lit":
        this.readLiteral(block);
        return false;
      case "quoted_template":
      case "heredoc_template":
        this.readLiteral(block);
        return true;
      case "variable_expr":
        addReference(block, this.text.slice(this.cursor.startIndex, this.cursor.startIndex + longestName));
        return false;
      case "object_elem":
        return !isSecretName(keyOfElement(this.source()));
      case "identifier":
      case "comment":
      case "template_literal":
        return false;
      default:
        return true;
    }
  }

  private readLiteral(block: HclBlock): void {
    if (this.inSecret) return;
    for (const seen of endpointsIn(this.source(), this.place())) {
      // A template and a literal nested in it can both give the same host at the same place.
      const offset = this.cursor.startIndex + seen.found.offset;
      if (!this.hostOffsets.has(offset)) block.endpoints.push(seen);
      this.hostOffsets.add(offset);
    }
  }

  private source(): string {
    return this.text.slice(this.cursor.startIndex, this.cursor.endIndex);
  }

  private place(): Place {
    const { row, column } = this.cursor.startPosition;
    return { line: this.linesAbove + row + 1, column: column + 1 };
  }
}

/** The outermost places that do not parse. */
function faultsIn(tree: Tree, linesAbove: number): Place[] {
  const faults: Place[] = [];
  const cursor = tree.walk();
  for (let depth = 0; ; ) {
    const node = cursor.currentNode;
    const isFault = node.isError || node.isMissing;
    if (isFault) faults.push({ line: linesAbove + node.startPosition.row + 1, column: node.startPosition.column + 1 });
    if (!isFault && node.hasError && cursor.gotoFirstChild()) {
      depth += 1;
      continue;
    }
    while (depth > 0 && !cursor.gotoNextSibling()) {
      cursor.gotoParent();
      depth -= 1;
    }
    if (depth === 0) break;
  }
  cursor.delete();
  return faults;
}
