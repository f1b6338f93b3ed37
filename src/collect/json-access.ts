import type { JsonNode } from "./positioned-json.js";

/** The value at a path of keys, or undefined where a key is missing or a value is no object. */
export function member(node: JsonNode | undefined, ...keys: string[]): JsonNode | undefined {
  let found = node;
  for (const key of keys) found = found?.kind === "object" ? found.members.get(key) : undefined;
  return found;
}

/** The string at a path of keys; undefined for anything but a string. */
export function textAt(node: JsonNode | undefined, ...keys: string[]): string | undefined {
  const found = member(node, ...keys);
  return found?.kind === "scalar" && typeof found.value === "string" ? found.value : undefined;
}

/** The elements of the array at a path of keys; none for anything but an array. */
export function itemsAt(node: JsonNode | undefined, ...keys: string[]): JsonNode[] {
  const found = member(node, ...keys);
  return found?.kind === "array" ? found.items : [];
}

/** The members of the object at a path of keys; none for anything but an object. */
export function membersAt(node: JsonNode | undefined, ...keys: string[]): [string, JsonNode][] {
  const found = member(node, ...keys);
  return found?.kind === "object" ? [...found.members] : [];
}
