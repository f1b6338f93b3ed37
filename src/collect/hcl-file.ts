import type { FoundHost } from "./hosts.js";

export interface Place {
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
}

/** The value of an attribute as far as reading a module needs it. */
export type HclValue =
  | { kind: "constant"; text: string }
  /** A name such as `var.region` or `alicloud.us`. */
  | { kind: "reference"; name: string }
  | { kind: "object"; entries: Map<string, HclValue> }
  | { kind: "other" };

export interface HclBlock extends Place {
  type: string;
  labels: string[];
  attributes: Map<string, HclValue & Place>;
  blocks: HclBlock[];
  /**
   * What the block's expressions name, such as `alicloud_oss_bucket.orders`, `module.cdn`, its output as `module.cdn.output.cname`, and
   * `var.region`; may hold names that are nothing.
   */
  references: Set<string>;
  /** Of blocks whose attributes stand for themselves: what each attribute names. */
  referencesOf: Map<string, Set<string>> | undefined;
  /** Public hosts in its string literals, at any depth. */
  endpoints: (Place & { found: FoundHost })[];
}

/** What one file of Terraform says, in native or JSON syntax; the top level is a block without type. */
export interface HclFile {
  body: HclBlock;
  /** Places that do not parse, in order. */
  faults: Place[];
  /** Where nesting went too deep to be looked into. */
  tooDeep: Place | null;
}

export function newBlock(type: string, place: Place): HclBlock {
  const { line, column } = place;
  return {
    type,
    labels: [],
    attributes: new Map(),
    blocks: [],
    references: new Set(),
    referencesOf: new Map(),
    endpoints: [],
    line,
    column,
  };
}

/** Blocks of which each attribute is used by its own name: inputs of a module, locals. */
const separate = new Set(["module", "locals"]);

/** Reads an attribute; of some blocks what it names is also kept apart. */
export function readingAttribute<T>(block: HclBlock, name: string, read: () => T): T {
  if (!separate.has(block.type)) return read();
  const others = block.references;
  block.references = new Set();
  try {
    return read();
  } finally {
    block.referencesOf ??= new Map();
    block.referencesOf.set(name, block.references);
    for (const one of block.references) others.add(one);
    block.references = others;
  }
}

/**
 * The parts of a traversal that name a thing: `alicloud_oss_bucket.orders`, `data.alicloud_zones.default`, `var.region`; of a module's output
 * both the module and the output.
 */
export function referencesIn(traversal: string): string[] {
  const [, first = "", second, third] = name.exec(traversal) ?? [];
  if (!second || notNamed.has(first)) return [];
  if (first === "data") return third ? [`data.${second}.${third}`] : [];
  if (first === "module" && third) return [`module.${second}`, `module.${second}.output.${third}`];
  return [`${first}.${second}`];
}

/** With an index after the second part, as `module.cdn[0].cname` has. */
const name = /^([\w-]+)\.([\w-]+)(?:\[[^[\]]{0,200}\])?(?:\.([\w-]+))?/;
const notNamed = new Set(["each", "count", "self", "path", "terraform"]);

/** Attributes that are prose: an address in them is read by people, not by machines. */
export const proseAttributes = new Set(["description", "error_message", "comment"]);
