import type { Findings } from "./format.js";
import { type HclBlock, type HclFile, type HclValue, newBlock, proseAttributes, readingAttribute, referencesIn } from "./hcl-file.js";
import { hostsIn } from "./hosts.js";
import { textAt } from "./json-access.js";
import { type JsonNode, type JsonObject, readJson } from "./positioned-json.js";
import { isSecretName, withoutSecrets } from "./secret-names.js";

/** How many labels the blocks of each type have; other names are attributes. */
const labelled: Record<string, number> = { resource: 2, data: 2, module: 1, provider: 1, variable: 1, output: 1, terraform: 0, locals: 0 };
const settings: Record<string, number> = { backend: 1, cloud: 0, required_providers: 0 };

/**
 * Reads Terraform's JSON syntax (https://developer.hashicorp.com/terraform/language/syntax/json) into the same shape as the native one.
 * A break in the JSON is reported; what stood before it is read.
 */
export function readHclJson(text: string, findings: Findings): HclFile {
  const { root, broken } = readJson(text, { onProblem: (problem) => findings.problem(problem) });
  if (broken) findings.problem(broken.problem);
  const body = newBlock("", { line: 1, column: 1 });
  if (root) readBody(root, body, labelled);
  return { body, faults: [], tooDeep: null };
}

function readBody(node: JsonNode, into: HclBlock, blockTypes: Record<string, number>): void {
  for (const object of objectsIn(node)) {
    for (const [name, value] of object.members) {
      const labels = Object.hasOwn(blockTypes, name) ? blockTypes[name] : undefined;
      if (labels === undefined) readAttribute(name, value, into);
      else readBlocks(name, value, [], labels, into);
    }
  }
}

/** Each label is one level of objects; a block given several times is an array. */
function readBlocks(type: string, node: JsonNode, labels: string[], missing: number, into: HclBlock): void {
  if (missing > 0) {
    for (const object of objectsIn(node)) {
      for (const [label, value] of object.members) readBlocks(type, value, [...labels, label], missing - 1, into);
    }
    return;
  }
  for (const object of objectsIn(node)) {
    const block = newBlock(type, object);
    block.labels.push(...labels);
    readBody(object, block, type === "terraform" ? settings : {});
    into.blocks.push(block);
  }
}

function readAttribute(name: string, node: JsonNode, into: HclBlock): void {
  if (isUnread(name)) return;
  into.attributes.set(name, { ...readValue(node, into.type), line: node.line, column: node.column });
  readingAttribute(into, name, () => readStrings(node, into));
  // Names stand here without a template around them.
  if (name === "depends_on" && node.kind === "array") {
    for (const item of node.items) for (const one of referencesIn(textAt(item) ?? "")) into.references.add(one);
  }
}

function readValue(node: JsonNode, blockType: string): HclValue {
  if (node.kind === "object" && blockType === "required_providers") {
    const entries = [...node.members].map(([key, value]): [string, HclValue] => [key, readValue(value, "")]);
    return { kind: "object", entries: new Map(entries) };
  }
  if (node.kind !== "scalar" || typeof node.value !== "string") return { kind: "other" };
  const reference = /^\$\{\s*([A-Za-z_][\w-]*(?:\.[\w-]+)+)\s*\}$/.exec(node.value)?.[1];
  if (reference) return { kind: "reference", name: reference };
  return /[$%]\{/.test(node.value) ? { kind: "other" } : { kind: "constant", text: node.value };
}

function readStrings(node: JsonNode, into: HclBlock): void {
  if (node.kind === "array") for (const item of node.items) readStrings(item, into);
  else if (node.kind === "object") {
    for (const [name, value] of node.members) if (!isUnread(name)) readStrings(value, into);
  } else {
    const text = textAt(node);
    if (text === undefined) return;
    const { line, column } = node;
    for (const found of hostsIn(withoutSecrets(text))) into.endpoints.push({ found, line, column });
    for (const [, template = ""] of text.matchAll(/\$\{([^{}]{0,400})\}/g)) {
      for (const [traversal] of template.matchAll(/[A-Za-z_][\w-]*(?:\.[\w-]+(?:\[[^[\]]{0,200}\])?)+/g)) {
        for (const reference of referencesIn(traversal)) into.references.add(reference);
      }
    }
  }
}

/** Prose is for people, and secrets are nobody's business. */
function isUnread(name: string): boolean {
  return proseAttributes.has(name) || isSecretName(name);
}

function objectsIn(node: JsonNode): JsonObject[] {
  if (node.kind === "object") return [node];
  return node.kind === "array" ? node.items.filter((item) => item.kind === "object") : [];
}
