import type { Scene } from "../scene/node.js";
import { sceneText } from "../scene/text.js";
import { html, Markup } from "./markup.js";

/** A drawing in a page; one that is wider than the page scrolls within itself. */
export function drawing(scene: Scene): Markup {
  // The renderer of scenes escapes by itself.
  return html`<div class="drawing" tabindex="0" role="region" aria-label="Drawing: ${scene.title}">${new Markup(sceneText(scene.root))}</div>`;
}
