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
  /** What the block's expressions name, such as `alicloud_oss_bucket.orders`; may hold names that are no resources. */
  references: Set<string>;
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
  return { type, labels: [], attributes: new Map(), blocks: [], references: new Set(), endpoints: [], line, column };
}

/** The part of a traversal that names a thing: `alicloud_oss_bucket.orders`, `data.alicloud_zones.default`, `module.cdn`. */
export function referenceIn(traversal: string): string | null {
  const [, first = "", second, third] = /^([\w-]+)\.([\w-]+)(?:\.([\w-]+))?/.exec(traversal) ?? [];
  if (!second || notResources.has(first)) return null;
  if (first === "data") return third ? `data.${second}.${third}` : null;
  return `${first}.${second}`;
}

const notResources = new Set(["var", "local", "each", "count", "self", "path", "terraform"]);

/** Attributes that are prose: an address in them is read by people, not by machines. */
export const proseAttributes = new Set(["description", "error_message", "comment"]);
