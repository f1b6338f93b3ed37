import { type AttributeName, attributeNames, type SceneNode, type SceneTag, svgTags, textTags } from "./node.js";

const knownTags: ReadonlySet<string> = new Set<string>([...svgTags, ...textTags]);
const knownAttributes: ReadonlySet<string> = new Set<string>(attributeNames);
const inSvg: ReadonlySet<string> = new Set<string>(svgTags);

/** Whether an element is drawn in SVG, where it can have a title of its own. */
export function isSvg(tag: SceneTag): boolean {
  return inSvg.has(tag);
}

/**
 * The attributes of a part that are written, in their order. Scenes are also handed over by workers and read from storage, so the closed sets are
 * held here once more; an address leads within the page, to the application's own pages or to the web over TLS, else it is left out.
 *
 * @throws TypeError for an element or attribute that no scene has
 */
export function checkedAttributes({ tag, attributes }: SceneNode): [AttributeName, string][] {
  if (!knownTags.has(tag)) throw new TypeError(`a scene has no element ${String(tag)}`);
  return Object.entries(attributes).flatMap(([name, value]): [AttributeName, string][] => {
    if (!knownAttributes.has(name)) throw new TypeError(`an element of a scene has no attribute ${name}`);
    if (value === undefined || (name === "href" && !isSafeAddress(String(value)))) return [];
    return [[name as AttributeName, String(value)]];
  });
}

function isSafeAddress(address: string): boolean {
  return /^(?:#[^\s"'<>]*|\/(?!\/)[^\s"'<>\\]*|https:\/\/[^\s"'<>]+)$/.test(address);
}
