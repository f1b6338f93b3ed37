import type { XmlElement } from "./list-xml.js";

/**
 * A record as GLEIF's JSON writes it: `{ "$": text, "@name": attribute, Child: … }`, children of one name in a list where there are several.
 * Other writers put the text in place of the object, and a list in place of its container; both are read alike.
 */
export type Tree = unknown;

/** An XML element in the form that the JSON has. */
export function treeOf(element: XmlElement): Tree {
  const tree: Record<string, unknown> = Object.create(null);
  if (element.text !== "") tree.$ = element.text;
  for (const [name, value] of Object.entries(element.attributes)) tree[`@${name}`] = value;
  for (const child of element.children) {
    const before = tree[child.name];
    const one = treeOf(child);
    if (before === undefined) tree[child.name] = one;
    else if (Array.isArray(before)) before.push(one);
    else tree[child.name] = [before, one];
  }
  return tree;
}

export function childOf(tree: Tree, name: string): Tree {
  const one = Array.isArray(tree) ? tree[0] : tree;
  return typeof one === "object" && one !== null && Object.hasOwn(one, name) ? (one as Record<string, unknown>)[name] : undefined;
}

/** The text at the end of a path of first children, without white space around it; empty where there is none. */
export function textAt(tree: Tree, ...path: string[]): string {
  const end = path.reduce(childOf, tree);
  const one = Array.isArray(end) ? end[0] : end;
  const text = typeof one === "object" ? childOf(one, "$") : one;
  return typeof text === "string" ? text.trim() : typeof text === "number" ? String(text) : "";
}

/** The children of one name, or the elements of a list that stands in their container's place. */
export function itemsOf(container: Tree, name: string): Tree[] {
  if (Array.isArray(container))
    return container.every((one) => childOf(one, name) === undefined) ? container : container.map(itemWith(name));
  const items = childOf(container, name);
  return items === undefined ? [] : Array.isArray(items) ? items : [items];
}

/** `{ "type": …, "OtherEntityName": text }` becomes an item with its text and type. */
function itemWith(name: string): (one: Tree) => Tree {
  return (one) => ({ "@type": textAt(one, "type") || textAt(one, "@type"), $: textAt(one, name) });
}
