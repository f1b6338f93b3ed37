import { element, type Scene } from "./node.js";
import { fileStyle } from "./style.js";
import { sceneText } from "./text.js";

/** `any`: as its viewer wants it, light or dark; `paper`: light, to be made a bitmap of. */
export type FileLook = "any" | "paper";

/**
 * A drawing as a file of its own: SVG 1.1 with its style inside, readable in light, dark, forced colours and print. It runs nothing, loads nothing and
 * refers to nothing outside itself.
 */
export function sceneFile({ root, title, width, height }: Scene, look: FileLook = "any"): string {
  const ground = element("rect", { class: "ground", x: 0, y: 0, width, height });
  const whole = element("svg", { xmlns: "http://www.w3.org/2000/svg", ...root.attributes }, [
    element("title", {}, [title]),
    element("style", {}, [fileStyle(look)]),
    ground,
    ...root.children,
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${sceneText(whole)}\n`;
}
