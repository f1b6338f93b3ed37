import { visible } from "../visible.js";
import { checkedAttributes, isSvg } from "./checked.js";
import type { SceneChild, SceneNode } from "./node.js";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * A drawing or block as text, for pages and files: well-formed as XML and as HTML. Every text is escaped, control and direction characters
 * are shown as their codes. What a part stands for is told by `data-kind` and `data-id`, and in SVG by its title.
 */
export function sceneText(node: SceneNode): string {
  const { tag, children, standsFor } = node;
  const attributes = checkedAttributes(node).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const told = standsFor ? ` data-kind="${escaped(standsFor.kind)}" data-id="${escaped(standsFor.id)}"` : "";
  const title = standsFor && isSvg(tag) ? `<title>${escaped(standsFor.name)}</title>` : "";
  // The style of a file is ours and holds no text of others; `>` in it must stay as it is.
  const body = tag === "style" ? children.join("") : children.map(childText).join("");
  return `<${tag}${attributes.join("")}${told}>${title}${body}</${tag}>${tag === "g" && standsFor ? "\n" : ""}`;
}

function childText(child: SceneChild): string {
  return typeof child === "string" ? escaped(child) : sceneText(child);
}
