import type { Scene, SceneChild } from "../scene/node.js";
import { sceneText } from "../scene/text.js";
import { html, Markup } from "./markup.js";

/** A drawing in a page; one that is wider than the page scrolls within itself. */
export function drawing(scene: Scene): Markup {
  // The renderer of scenes escapes by itself.
  return html`<div class="drawing ${scene.kind}" tabindex="0" role="region" aria-label="Drawing: ${scene.title}">${new Markup(sceneText(scene.root))}</div>`;
}

/** Parts of a block in a page. */
export function inPage(...parts: readonly SceneChild[]): Markup {
  return html`${parts.map((part) => (typeof part === "string" ? part : new Markup(sceneText(part))))}`;
}
