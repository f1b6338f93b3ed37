import type { Verdict } from "../../../model/index.js";
import { drawnKind } from "../../trace/party-kind.js";
import { gravest, verdictWords } from "../../trace/words.js";
import { arrowHead, group, pathOf, sign, textLine, ways } from "../draw.js";
import type { LegendEntry } from "../frame.js";
import type { SceneNode } from "../node.js";
import { outline, type Shape, type Sign } from "../shapes.js";
import { gapSigns, shapes } from "./boxes.js";
import { linkKind, type OwnershipView } from "./view.js";

/** What the shapes, signs and lines of a chart mean: those that it has. */
export function ownershipLegend(view: OwnershipView): LegendEntry[] {
  const kinds = new Set(view.nodes.map(drawnKind));
  const verdicts = new Set(view.nodes.filter(({ kind }) => kind !== "unknown").map(gravest));
  const lines = new Set(view.links.map(linkKind));
  return [
    ...shapesOfKinds.filter(([kind]) => kinds.has(kind)).map(([kind, words]) => ({ sample: [box("box", shapes[kind])], words })),
    ...fills
      .filter(([verdict]) => verdicts.has(verdict))
      .map(([verdict, look, which]) => ({ sample: [signed(look, which)], words: verdictWords[verdict] })),
    ...gapsOfKinds
      .filter(([kind]) => kinds.has(kind))
      .map(([kind, words]) => ({ sample: [signed("unknown", gapSigns[kind], "round")], words })),
    ...(view.gaps.length > 0 ? [{ sample: [signed("unrecorded", "question", "round")], words: "Share on no record" }] : []),
    ...(view.unsought.size > 0 ? [{ sample: [sign("dots", { x: 12, y: 4 }, "head")], words: "No owner on file" }] : []),
    ...lineWords.filter(([kind]) => lines.has(kind)).map(([kind, words]) => ({ sample: [line(kind)], words })),
    ...(view.folded.length > 0 ? [{ sample: [box("box folded", "stack")], words: "Several parties" }] : []),
    ...(view.nodes.some(({ id }) => view.more.has(id)) ? [{ sample: [badge()], words: "More on file, not in the answer" }] : []),
  ];
}

const shapesOfKinds = [
  ["company", "Company or other entity"],
  ["person", "Person"],
  ["state", "State or state body"],
  ["fund", "Fund, trust or foundation"],
  ["aggregate", "Holders counted as one"],
] as const;

const gapsOfKinds = [
  ["not-known", "Not known"],
  ["not-disclosed", "Not disclosed"],
  ["not-looked-for", "Not looked for yet"],
] as const;

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

function badge(): SceneNode {
  const pill = pathOf(outline("round", { x: 18, y: 10, width: 32, height: 18 }), "pill");
  return group("more", [pill, textLine("+9", { x: 18, y: 14 }, "name", "middle")]);
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
