import type { Verdict } from "../../../model/index.js";
import { gravest, verdictWords } from "../../trace/words.js";
import { arrowHead, group, pathOf, sign, ways } from "../draw.js";
import type { LegendEntry } from "../frame.js";
import type { SceneNode } from "../node.js";
import { outline, type Shape, type Sign } from "../shapes.js";
import { linkKind, type OwnershipView } from "./view.js";

/** What the shapes, signs and lines of a chart mean: those that it has. */
export function ownershipLegend(view: OwnershipView): LegendEntry[] {
  const kinds = new Set(view.nodes.map(({ kind }) => kind));
  const verdicts = new Set(view.nodes.filter(({ kind }) => kind !== "unknown").map(gravest));
  const lines = new Set(view.links.map(linkKind));
  return [
    ...shapesOfKinds.filter(([kind]) => kinds.has(kind)).map(([, shape, words]) => ({ sample: [box("box", shape)], words })),
    ...fills
      .filter(([verdict]) => verdicts.has(verdict))
      .map(([verdict, look, which]) => ({ sample: [signed(look, which)], words: verdictWords[verdict] })),
    ...(kinds.has("unknown") ? [{ sample: [signed("unknown", "none", "round")], words: "Not disclosed" }] : []),
    ...(view.gaps.length > 0 ? [{ sample: [signed("unrecorded", "question", "round")], words: "Share on no record" }] : []),
    ...(view.unsought.size > 0 ? [{ sample: [sign("dots", { x: 12, y: 4 }, "head")], words: "No owner on file" }] : []),
    ...lineWords.filter(([kind]) => lines.has(kind)).map(([kind, words]) => ({ sample: [line(kind)], words })),
    ...(view.folded.length > 0 ? [{ sample: [box("box folded", "stack")], words: "Several parties" }] : []),
  ];
}

const shapesOfKinds = [
  ["entity", "plain", "Entity"],
  ["individual", "round", "Individual"],
  ["government", "pointed", "Government"],
  ["aggregate", "stack", "Holders counted as one"],
] as const satisfies readonly (readonly [string, Shape, string])[];

const fills = [
  ["yes", "high", "octagon"],
  ["cannot-be-excluded", "moderate", "diamond"],
  ["no", "clear", "ring"],
] as const satisfies readonly (readonly [Verdict, string, Sign])[];

const lineWords = [
  ["equity", "Equity"],
  ["votes", "Votes"],
  ["control", "Control by other means"],
] as const;

function box(look: string, shape: Shape): SceneNode {
  return group(look, [pathOf(outline(shape, { x: 18, y: 10, width: 32, height: 16 }), "shape")]);
}

function signed(look: string, which: Sign, shape: Shape = "plain"): SceneNode {
  return group(`box ${look}`, [pathOf(outline(shape, { x: 18, y: 10, width: 32, height: 16 }), "shape"), sign(which, { x: 12, y: 4 })]);
}

function line(look: string): SceneNode {
  const points = [
    { x: 1, y: 10 },
    { x: 35, y: 10 },
  ];
  return group(look, [pathOf(ways(points), "line"), arrowHead(points, look === "control")]);
}
