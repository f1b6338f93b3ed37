import type { Determination, Finding } from "../../src/model/index.js";
import type { ReachState } from "../../src/report/view.js";
import { determinationWords, outcomeWords, reachStateWords } from "../../src/report/words.js";
import style from "./tag.module.css";

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

/** How grave a tag looks; `open` is hatched: what cannot be judged is never drawn as harmless. */
type Gravity = "critical" | "high" | "moderate" | "low" | "none" | "open";

interface Look {
  shape: keyof typeof shapes;
  gravity: Gravity;
}

const outcomeLooks: Record<Finding["outcome"], Look> = {
  prohibited: { shape: "octagon", gravity: "critical" },
  restricted: { shape: "triangle", gravity: "high" },
  review: { shape: "diamond", gravity: "moderate" },
  note: { shape: "disc", gravity: "low" },
  exempt: { shape: "ring", gravity: "none" },
};

const determinationLooks: Record<Determination["outcome"], Look> = {
  prohibited: { shape: "octagon", gravity: "critical" },
  "permitted-with-measures": { shape: "diamond", gravity: "moderate" },
  "cannot-be-judged": { shape: "bars", gravity: "open" },
  "not-prohibited": { shape: "ring", gravity: "none" },
};

const stateLooks: Record<ReachState, Look> = {
  confirmed: { shape: "triangle", gravity: "high" },
  lead: { shape: "ring", gravity: "open" },
  supposed: { shape: "ring", gravity: "none" },
  cut: { shape: "tick", gravity: "none" },
};

const impactLooks = {
  stops: { shape: "octagon", gravity: "critical" },
  degrades: { shape: "triangle", gravity: "high" },
  "cannot-be-told": { shape: "bars", gravity: "open" },
  "goes-on": { shape: "ring", gravity: "none" },
} satisfies Record<string, Look>;

/** An outcome of a finding as word, shape and fill, in this order of trust. */
export function OutcomeTag({ outcome }: { outcome: Finding["outcome"] }) {
  return <Tag {...outcomeLooks[outcome]} word={outcomeWords[outcome]} />;
}

export function DeterminationTag({ outcome }: { outcome: Determination["outcome"] }) {
  return <Tag {...determinationLooks[outcome]} word={determinationWords[outcome]} />;
}

export function ReachTag({ state, word }: { state: ReachState; word?: string }) {
  return <Tag {...stateLooks[state]} word={word ?? reachStateWords[state]} />;
}

export function ImpactTag({ verdict, word }: { verdict: keyof typeof impactLooks; word: string }) {
  return <Tag {...impactLooks[verdict]} word={word} />;
}

/** A word that is neither grave nor harmless, such as a status. */
export function PlainTag({ word }: { word: string }) {
  return <span className={`${style.tag} ${style.none}`}>{word}</span>;
}

function Tag({ shape, gravity, word }: Look & { word: string }) {
  return (
    <span className={`${style.tag} ${style[gravity]}`}>
      <svg className={style.shape} viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
        <path d={shapes[shape]} />
      </svg>{" "}
      {word}
    </span>
  );
}
