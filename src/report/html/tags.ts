import type { Determination, Finding, ImpactVerdict } from "../../model/index.js";
import type { ReachState } from "../view.js";
import { determinationWords, outcomeWords, reachStateWords } from "../words.js";
import { html, type Markup } from "./markup.js";

/** Outlines in a box of 12 by 12, one a meaning, so that nothing is told by colour alone. */
const shapes = {
  octagon: "M4 1h4l3 3v4l-3 3H4L1 8V4z",
  triangle: "M6 1l5.5 10H.5z",
  diamond: "M6 .5L11.5 6 6 11.5.5 6z",
  disc: "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z",
  ring: "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1zm0 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  bars: "M1 1h2v10H1zm4 0h2v10H5zm4 0h2v10H9z",
  tick: "M1 6.5L2.7 4.8 5 7.1 9.6 2 11.3 3.7 5 10.5z",
} as const;

const outcomeShapes = { prohibited: "octagon", restricted: "triangle", review: "diamond", note: "disc", exempt: "ring" } as const;
const determinationShapes = {
  prohibited: "octagon",
  "permitted-with-measures": "diamond",
  "cannot-be-judged": "bars",
  "not-prohibited": "ring",
} as const;
const stateShapes = { confirmed: "triangle", lead: "ring", supposed: "ring", cut: "tick" } as const;

/** An outcome as word, shape and fill, in this order of trust. */
export function outcomeTag(outcome: Finding["outcome"]): Markup {
  return tag(outcome, outcomeShapes[outcome], outcomeWords[outcome]);
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

function tag(kind: string, shape: keyof typeof shapes, word: string): Markup {
  return html`<span class="tag ${kind}"><svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true"><path d="${shapes[shape]}"/></svg> ${word}</span>`;
}
