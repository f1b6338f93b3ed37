import type { Evidence, Mark, Path, ReachEnds } from "../../../model/index.js";
import { placeText } from "../../paths.js";
import { isSource, sourceText } from "../../sources.js";
import { markWords } from "../../words.js";
import { counterOf, knownWords } from "../path/counter.js";
import { type HopBlock, pathBlock } from "./path.js";

/** A hop with all that there is to say of it, each part in words and empty where nothing is recorded: the card alone lets a reader restate it. */
export interface HopCard {
  number: number;
  fact: string;
  effect: string;
  isWeakest: boolean;
  /** How it is known and how sure it is. */
  reliability: string;
  quotes: { words: string; from: string }[];
  /** Laws and other sources with publisher, day and when they were opened. */
  sources: string[];
  /** Where it was read in the artefacts, declared, or from what it is concluded. */
  places: string[];
  against: string[];
  /** Measures that cut it. */
  ends: { id: string; name: string; alone: boolean }[];
}

/** The hops of a reach's strongest path as cards. */
export function hopCards(path: Path, ends: ReachEnds): HopCard[] {
  return pathBlock(path).hops.map((hop, at) => {
    const step = path.steps[at];
    return {
      ...{ number: hop.number, fact: hop.fact, effect: hop.effect, isWeakest: hop.isWeakest, reliability: reliabilityOf(hop) },
      quotes: hop.evidence.flatMap((one) => (one.quote ? [{ words: one.quote, from: spokenSource(one) }] : [])),
      sources: hop.evidence.filter(isSource).map(spokenSource),
      places: hop.evidence.filter((one) => !isSource(one)).map(placeText),
      against: step
        ? counterOf({ steps: [step] }).map((one) => one.replace("Step 1 ", "This hop ").replace("of step 1", "of this hop"))
        : [],
      ends: ends.measures.flatMap(({ id, name, steps, endsAll }) => (steps.includes(hop.number) ? [{ id, name, alone: endsAll }] : [])),
    };
  });
}

function reliabilityOf({ kind, known, confidence, isWeakest }: HopBlock): string {
  return `${kind}, ${knownWords[known]}, ${confidence} confidence${isWeakest ? ", the weakest hop" : ""}`;
}

/** A source in one line, with how far a law was read in words instead of its mark. */
function spokenSource(one: Evidence): string {
  return sourceText(one).replace(/\bmark (R\*|R|SAME|SEC|OLD|S|UNCONFIRMED)(?=;|$)/, (_, mark: string) => markWords[mark as Mark]);
}
