import type { Path, Step } from "../../../model/index.js";
import { stepSentence, weakestSentence, weakSteps } from "../../paths.js";
import { element, type SceneNode } from "../node.js";
import { counterOf, type Known, knownBy, knownWords } from "../path/counter.js";
import { type BlockContext, groundsLine, quotes } from "./cited.js";

/** One hop of a path in words: the fact, its legal effect, what was quoted, where it stands, and whether it is the weakest. */
export interface HopBlock {
  number: number;
  fact: string;
  effect: string;
  kind: Step["kind"];
  known: Known;
  confidence: Step["confidence"];
  isWeakest: boolean;
  evidence: Step["evidence"];
}

/** A path in words. */
export interface PathBlock {
  hops: HopBlock[];
  /** Which steps hold its confidence down; empty where none does. */
  weakest: string;
  /** What speaks against it; empty where nothing is recorded. */
  against: string[];
}

export function pathBlock(path: Path): PathBlock {
  const weak = new Set(weakSteps(path));
  const hops = path.steps.map((step, at): HopBlock => {
    const { kind, because, confidence, evidence } = step;
    const isWeakest = weak.has(step);
    return { number: at + 1, fact: stepSentence(step), effect: because, kind, known: knownBy(step), confidence, isWeakest, evidence };
  });
  return { hops, weakest: weakestSentence(path), against: counterOf(path) };
}

/** The hops as a numbered list, the sentence on the weakest, and what speaks against it. */
export function pathNodes({ hops, weakest, against }: PathBlock, context: BlockContext): SceneNode[] {
  return [
    element(
      "ol",
      { class: "path" },
      hops.map((hop) => hopNode(hop, context)),
    ),
    ...(weakest ? [element("p", { class: "quiet" }, [weakest])] : []),
    element("p", { class: "against" }, [
      element("strong", {}, ["Against it: "]),
      against.length > 0 ? against.join(" ") : "nothing is recorded.",
    ]),
  ];
}

function hopNode({ number, fact, effect, kind, known, confidence, isWeakest, evidence }: HopBlock, context: BlockContext): SceneNode {
  const doubt = `(${kind}, ${knownWords[known]}, ${confidence} confidence${isWeakest ? ", the weakest step" : ""})`;
  return element(
    "li",
    { class: isWeakest ? `${confidence} weakest` : confidence },
    [
      element("strong", {}, [fact]),
      element("span", {}, [effect]),
      " ",
      element("span", { class: "quiet" }, [doubt]),
      ...quotes(evidence, context),
      groundsLine(evidence, context),
    ],
    { kind: "step", id: String(number), name: `${fact}. ${effect}`, order: number - 1 },
  );
}
