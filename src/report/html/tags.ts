import type { Determination, Finding, ImpactVerdict } from "../../model/index.js";
import { outcomeSigns } from "../scene/block/finding.js";
import { tagNode } from "../scene/block/tag.js";
import type { Sign } from "../scene/shapes.js";
import type { ReachState } from "../view.js";
import { determinationWords, outcomeWords, reachStateWords } from "../words.js";
import { inPage } from "./drawing.js";
import type { Markup } from "./markup.js";

const determinationShapes = {
  prohibited: "octagon",
  "permitted-with-measures": "diamond",
  "cannot-be-judged": "bars",
  "not-prohibited": "ring",
} as const;
const stateShapes = { confirmed: "triangle", lead: "ring", supposed: "ring", cut: "tick" } as const;

/** An outcome as word, shape and fill, in this order of trust. */
export function outcomeTag(outcome: Finding["outcome"]): Markup {
  return tag(outcome, outcomeSigns[outcome], outcomeWords[outcome]);
}

export function determinationTag(outcome: Determination["outcome"]): Markup {
  return tag(outcome, determinationShapes[outcome], determinationWords[outcome]);
}

export function reachTag(state: ReachState): Markup {
  return tag(state, stateShapes[state], reachStateWords[state]);
}

const impactShapes = { stops: "octagon", degrades: "triangle", "cannot-be-told": "bars", "goes-on": "ring" } as const;

/** What becomes of something when it is cut off, in the same shapes from worst to best. */
export function impactTag(verdict: ImpactVerdict, word: string): Markup {
  return tag(verdict, impactShapes[verdict], word);
}

function tag(look: string, sign: Sign, word: string): Markup {
  return inPage(tagNode(look, sign, word));
}
