import type { Confidence, Path, Place, Reach, Step } from "../../../model/index.js";
import { effectSentence, stepSentence, weakSteps } from "../../paths.js";
import { counted, stepVerbs } from "../../words.js";
import { arrowHead, faces, group, lineHeight, pathOf, sign, type TextClass, textLines, ways } from "../draw.js";
import { framed } from "../frame.js";
import { linesOf } from "../letters.js";
import type { Scene, SceneNode } from "../node.js";
import { outline, type Shape } from "../shapes.js";
import { counterOf } from "./counter.js";

/** A path to be drawn, with what is said of it. */
export interface DrawnPath {
  path: Path;
  /** What all of it comes to: `China can obtain data of Orders`. */
  claim: string;
  asOf?: string | undefined;
  /** What ends it, or would: each a sentence. */
  ends: string[];
  /** What speaks against it, each a sentence; where there is none, the drawing says so. */
  counter: readonly string[];
}

export interface PathOptions {
  /** Pixels. Default: 360, which a telephone has. */
  width?: number;
}

/** The strongest path of a reach, with the measures that end it. `namesOf` gives names of measures and governments. */
export function drawnReach(
  reach: Reach,
  names: { governmentName(code: string): string; measureName(id: string): string },
  asOf?: string,
): DrawnPath {
  const cut = reach.cutBy.map(({ measure, status }) => `${names.measureName(measure)} (${status === "in-place" ? "in place" : status})`);
  const standing = reach.residual ? "No measure in place ends it." : "It is ended.";
  return {
    path: reach.path,
    claim: effectSentence(names.governmentName(reach.government), reach.effect, reach.target),
    asOf,
    ends: [standing, ...cut.map((one) => `Cut by ${one}.`)],
    counter: counterOf(reach.path),
  };
}

const shapes = {
  government: "pointed",
  list: "folder",
  party: "plain",
  service: "cut",
  region: "round",
  system: "stack",
  holding: "drum",
} satisfies Record<Place["kind"], Shape>;

const margin = 12;
/** Where the line between two places runs, and where what is said of it begins. */
const trunk = 34;
const beside = 52;
/** How far below its highest point the curved top of a drum is where the line meets it. */
const dip = 3;

/**
 * Hop by hop from a government down to what it reaches: the kind of place by shape, how sure a step is by line and word, the weakest marked.
 * What ends it and what speaks against it stand below.
 */
export function pathScene({ path, claim, asOf, ends, counter }: DrawnPath, { width = 360 }: PathOptions = {}): Scene {
  const weak = new Set(weakSteps(path));
  const nodes: SceneNode[] = [];
  const [first] = path.steps;
  let y = 4;
  let order = 0;
  const place = (one: Place) => {
    const drawn = placeNode(one, width, y, order);
    nodes.push(drawn.node);
    order += 1;
    y += drawn.height;
  };
  if (first) place(first.from);
  path.steps.forEach((step, at) => {
    const drawn = stepNode(
      step,
      { number: at + 1, isWeakest: weak.has(step), order, into: step.to.kind === "holding" ? dip : 0 },
      width,
      y,
    );
    nodes.push(drawn.node);
    order += 1;
    y += drawn.height;
    // A path whose steps do not join shows the break: the next place is drawn anew.
    place(step.to);
    const next = path.steps[at + 1];
    if (next && next.from.id !== step.to.id) {
      y += 14;
      place(next.from);
    }
  });
  const remarks = [`${asOf ? `As of ${asOf}. ` : ""}${counted(path.steps.length, "step")}, ${path.confidence} confidence.`];
  return framed({
    kind: "path",
    title: claim,
    remarks,
    about: `${remarks.join(" ")} ${path.steps.map((step, at) => `${at + 1}: ${stepSentence(step)}.`).join(" ")}`,
    body: nodes,
    width,
    height: y + 6,
    legend: [],
    notes: [...ends, ...(counter.length > 0 ? counter.map((one) => `Against it: ${one}`) : ["Against it: nothing is recorded."])],
  });
}

function placeNode(place: Place, width: number, y: number, order: number): { node: SceneNode; height: number } {
  const shape = shapes[place.kind];
  const outer = width - 2 * margin;
  const { lines } = linesOf(place.name, outer - 60, faces.name, 4);
  const texts = [...lines.map((text) => ({ text, look: "name" as TextClass })), { text: place.kind, look: "about" as TextClass }];
  const height = texts.length * lineHeight + 18;
  const middle = y + height / 2;
  const top = middle - (texts.length * lineHeight) / 2 + lineHeight / 2 + (shape === "drum" || shape === "folder" ? 2 : 0);
  const node = group(
    "box",
    [
      pathOf(outline(shape, { x: width / 2, y: middle, width: outer, height }), "shape"),
      ...textLines(texts, { x: width / 2, y: top }, "middle"),
    ],
    { kind: place.kind, id: place.id, name: `${place.name}, ${place.kind}.`, order },
  );
  return { node, height };
}

const sure = { high: "sure", medium: "medium", low: "low" } satisfies Record<Confidence, string>;

interface StepPlace {
  number: number;
  isWeakest: boolean;
  order: number;
  /** How far into the next place's room the line goes on. */
  into: number;
}

function stepNode(
  step: Step,
  { number, isWeakest, order, into }: StepPlace,
  width: number,
  y: number,
): { node: SceneNode; height: number } {
  const room = width - beside - margin - (isWeakest ? 16 : 0);
  const law = step.evidence.find(({ kind }) => kind === "law");
  const doubt = `${step.confidence} confidence${step.confidence === "low" ? ", a lead" : ""}${isWeakest ? ": the weakest step" : ""}; ${counted(step.evidence.length, "piece")} of evidence`;
  const texts = [
    ...linesOf(`${number} ${stepVerbs[step.kind]}`, room, faces.name).lines.map((text) => ({ text, look: "name" })),
    ...(law ? linesOf(law.locator, room, faces.about, 2).lines.map((text) => ({ text, look: "about" })) : []),
    ...linesOf(doubt, room, faces.about).lines.map((text) => ({ text, look: "remark" })),
  ];
  const height = texts.length * lineHeight + 20;
  const points = [
    { x: trunk, y },
    { x: trunk, y: y + height + into },
  ];
  const node = group(
    sure[step.confidence],
    [
      pathOf(ways(points), "line"),
      arrowHead(points),
      ...(isWeakest ? [sign("triangle", { x: width - margin - 14, y: y + 12 }, "head")] : []),
      ...textLines(texts, { x: beside, y: y + 10 + lineHeight / 2 }),
    ],
    { kind: "step", id: String(number), name: `${stepSentence(step)}. ${doubt}.`, order },
  );
  return { node, height };
}
