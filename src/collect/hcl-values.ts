import { type HclBlock, type HclValue, type Place, referencesIn } from "./hcl-file.js";
import { hostsIn } from "./hosts.js";
import { withoutSecrets } from "./secret-names.js";

/** The string of an expression that is one literal and nothing else; undefined for any other. */
export function constantIn(expression: string): string | undefined {
  return plainString.exec(expression)?.[1];
}

/** Whether an expression is one name and nothing else, such as `var.region`. */
export function isName(expression: string): boolean {
  return plainName.test(expression);
}

/** The value of an expression that is neither one literal nor one name, for an attribute of a block of this type. */
export function composedValue(expression: string, blockType: string): HclValue {
  const only = onlyTemplate.exec(expression)?.[1];
  if (only) return { kind: "reference", name: only };
  return blockType === "required_providers" ? objectOf(expression) : { kind: "other" };
}

/** Notes what a traversal names; what follows the traversal in the text does no harm. */
export function addReference(block: HclBlock, traversal: string): void {
  for (const reference of referencesIn(traversal)) block.references.add(reference);
}

/** The key that the text of an object's element begins with, as far as it shows whether it is a secret's. */
export function keyOfElement(element: string): string {
  return /^"?([\w.-]+)/.exec(element)?.[1] ?? "";
}

/** Long enough for any `data.type.name`. */
export const longestName = 400;

/** The public hosts of a literal that begins at a place, each with its own place and its offset in the literal. */
export function* endpointsIn(literal: string, start: Place): Generator<HclBlock["endpoints"][number]> {
  const text = withoutSecrets(literal);
  let { line, column } = start;
  let read = 0;
  for (const found of hostsIn(text)) {
    for (let feed = text.indexOf("\n", read); feed >= 0 && feed < found.offset; feed = text.indexOf("\n", read)) {
      line += 1;
      column = 1;
      read = feed + 1;
    }
    column += found.offset - read;
    read = found.offset;
    yield { found, line, column };
  }
}

const plainString = /^"([^"\\$%]*)"$/;
const plainName = /^[A-Za-z_][\w-]*(?:\.[\w-]+)*$/;
const onlyTemplate = /^"\$\{\s*([A-Za-z_][\w-]*(?:\.[\w-]+)+)\s*\}"$/;
/** An entry of an object, with comments passed over. */
const objectEntry = /#.*|\/\/.*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|"?([A-Za-z_][\w-]*)"?\s*[=:]\s*"([^"\\$%]*)"|"(?:[^"\\]|\\.)*"/g;

/** The constant entries of `{ source = "aliyun/alicloud", version = "…" }`; a string alone is the version, as before Terraform 0.13. */
function objectOf(text: string): HclValue {
  const entries = new Map<string, HclValue>();
  for (const [, name, value] of text.matchAll(objectEntry)) {
    if (name !== undefined && value !== undefined) entries.set(name, { kind: "constant", text: value });
  }
  return { kind: "object", entries };
}
