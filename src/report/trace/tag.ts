import type { Verdict } from "../../model/index.js";
import { inPage } from "../html/drawing.js";
import type { Markup } from "../html/markup.js";
import { tagNode } from "../scene/block/tag.js";
import type { Sign } from "../scene/shapes.js";
import { verdictWords } from "./words.js";

/** The signs that the chart has for the same. */
const signsOf = { yes: "octagon", "cannot-be-excluded": "diamond", no: "ring" } satisfies Record<Verdict, Sign>;

const classes = { yes: "covered", "cannot-be-excluded": "open", no: "clear" } satisfies Record<Verdict, string>;

/** A verdict as word, shape and fill. */
export function verdictTag(verdict: Verdict): Markup {
  return inPage(tagNode(classes[verdict], signsOf[verdict], verdictWords[verdict]));
}
