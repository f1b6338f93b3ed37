import { element, type SceneNode } from "../node.js";
import { type Sign, signs } from "../shapes.js";

/** A standing as sign, word and fill, in this order of trust: nothing is told by colour alone. */
export function tagNode(look: string, sign: Sign, word: string): SceneNode {
  const drawn = element("svg", { viewBox: "0 0 12 12", width: 11, height: 11, "aria-hidden": "true" }, [
    element("path", { d: signs[sign] }),
  ]);
  return element("span", { class: `tag ${look}` }, [drawn, " ", word]);
}
