import type { TracedLink, TracedParty } from "../../../model/index.js";
import { rangeWords, shareWords, stakeWords } from "../../trace/words.js";
import { counted } from "../../words.js";
import { arrowHead, faces, group, lineHeight, pathOf, rectangle, sign, textLine, textLines, ways } from "../draw.js";
import { framed, type LegendEntry } from "../frame.js";
import { placeLayers } from "../layout/layers.js";
import { type LooseLine, type PlacedBox, type PlacedLayers, type PlacedLine, round } from "../layout/placed.js";
import { textWidth } from "../letters.js";
import type { Scene, SceneNode, StandsFor } from "../node.js";
import { outline, type Shape } from "../shapes.js";
import { badgeRoom, foldedBox, gapBox, gapId, type OwnershipBox, partyBox } from "./boxes.js";
import { indirectShares } from "./indirect.js";
import { ownershipLegend } from "./legend.js";
import type { StakeChange } from "./merged.js";
import { neighbours } from "./neighbours.js";
import { linkKind, type OwnershipOptions, type OwnershipView, ownershipView } from "./view.js";
import { groupSaid, headWords, moreSaid, partyName, stakeVerb } from "./words.js";

interface ChartLine extends LooseLine {
  text: string;
  /** Classes of its group. */
  look: string;
  stands: Omit<StandsFor, "order">;
}

/**
 * The owners above, the party, and below what it owns. Shape tells the kind of party, fill and sign how the regimes see it; equity, votes and other
 * control differ in line and label, thickness tells the share. Somebody who is not named, a share on no record and a party of which no owner is on file
 * are drawn apart. The same answer and options give the same drawing.
 *
 * @example
 * sceneFile(ownershipScene(traceParty("alibaba-cloud", { regimes, reference, asOf: "2022-01-18" }), { minimumShare: 5 }));
 */
export function ownershipScene(traced: TracedParty, options: OwnershipOptions = {}): Scene {
  const view = ownershipView(traced, options);
  const names = new Map(traced.parties.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const shares = indirectShares(traced);
  const boxes = [
    ...view.nodes.map((node) =>
      partyBox(node, shares.get(node.id), {
        ...{ unsought: view.unsought.has(node.id), isSubject: node.id === traced.party, more: view.more.get(node.id) ?? 0 },
      }),
    ),
    ...view.gaps.map(gapBox),
    ...view.folded.map((one) => foldedBox(one, nameOf)),
  ];
  const lines = linesOfView(view, traced, options, nameOf);
  const placed = placeLayers(boxes, lines, traced.party);
  const said = new Map(view.nodes.map((node) => [node.id, partyName(node, view, shares.get(node.id), nameOf)]));
  for (const { party, share } of view.gaps)
    said.set(gapId(party), `${rangeWords(share, share)} of ${nameOf(party)} is on no record: who holds it is unknown.`);
  for (const one of view.folded) said.set(one.id, groupSaid(one, nameOf));
  const title = `Owners of ${nameOf(traced.party)} and what it owns`;
  const [first = "", ...rest] = headWords(traced, view, options);
  return framed({
    kind: "ownership",
    title,
    remarks: [first, ...rest],
    about: `${[first, ...rest].join(" ")} The tables say the same in words.`,
    body: drawn(placed, boxes, lines, said, view),
    width: placed.width,
    height: placed.height,
    home: traced.party,
    legend: ownershipLegend(view) satisfies LegendEntry[],
    notes: boxes.flatMap(({ cut }) => (cut ? [`In full: ${cut}`] : [])),
  });
}

function linesOfView(
  view: OwnershipView,
  traced: TracedParty,
  { compared }: OwnershipOptions,
  nameOf: (id: string) => string,
): ChartLine[] {
  const ended = new Set(traced.ended?.map(({ number }) => number));
  return [
    ...view.links.map((link) => interestLine(link, ended.has(link.number), compared?.changes[link.number], nameOf)),
    ...view.gaps.map(({ party, share }): ChartLine => {
      const text = `${rangeWords(share, share)} unknown`;
      return {
        ...labelled(text),
        key: gapId(party),
        from: gapId(party),
        to: party,
        look: "gap",
        stands: { kind: "gap", id: `share ${party}`, name: `${rangeWords(share, share)} of ${nameOf(party)}: on no record` },
      };
    }),
    ...view.folded.map(({ id, hub, side, links }): ChartLine => {
      const text = counted(links, "interest");
      const [from, to] = side === "above" ? [id, hub] : [hub, id];
      return { ...labelled(text), key: id, from, to, look: "folded", stands: { kind: "interests", id: `interests ${id}`, name: text } };
    }),
  ];
}

function interestLine(link: TracedLink, hasEnded: boolean, change: StakeChange | undefined, nameOf: (id: string) => string): ChartLine {
  const share = shareWords(link);
  const what = link.kind === "equity" ? share || "equity" : stakeWords(link);
  // Doubt is told in words: the line already tells the kind.
  const text = `${change ? `${changeSigns[change]} ` : ""}${link.number}: ${what}${hasEnded ? `, ended ${link.until ?? ""}` : ""}${link.confidence === "high" ? "" : ` (${link.confidence})`}`;
  const id = String(link.number);
  const name = `Interest ${link.number}: ${nameOf(link.owner)} ${stakeVerb(link)} of ${nameOf(link.owned)}, ${link.confidence} confidence${hasEnded ? `, ended ${link.until ?? ""}` : ""}${change ? `, ${change} since the earlier day` : ""}.`;
  return {
    ...labelled(text),
    key: id,
    from: link.owner,
    to: link.owned,
    weight: link.stated ? link.shareMin + link.shareMax / 1_000 : 0,
    look: `${linkKind(link)}${thickness(link)}${hasEnded || change === "gone" ? " ended" : ""}`,
    stands: { kind: "interest", id, name },
  };
}

/** What stands before an interest that is not the same on both days. */
export const changeSigns = { added: "+", gone: "−" } satisfies Record<StakeChange, string>;

/** Thicker, the more is held; what is not stated is thin. */
function thickness(link: TracedLink): string {
  if (!link.stated || linkKind(link) === "control") return "";
  return link.shareMin >= 50 ? " t4" : link.shareMin >= 25 ? " t3" : link.shareMin >= 10 ? " t2" : "";
}

function labelled(text: string): { text: string; label: LooseLine["label"] } {
  return { text, label: { width: textWidth(text, faces.about) + 8, height: lineHeight } };
}

function drawn(
  placed: PlacedLayers,
  boxes: readonly OwnershipBox[],
  lines: readonly ChartLine[],
  said: ReadonlyMap<string, string>,
  view: OwnershipView,
): SceneNode[] {
  const boxById = new Map(boxes.map((box) => [box.id, box]));
  const lineByKey = new Map(lines.map((line) => [line.key, line]));
  const near = neighbours(placed, lines);
  const kinds = new Map([
    ...view.gaps.map(({ party }) => [gapId(party), "gap"] as const),
    ...view.folded.map(({ id }) => [id, "group"] as const),
  ]);
  // From the top and from the left: owners are met before what they own.
  const inOrder = [...placed.boxes].sort((left, right) => left.y - left.height / 2 - (right.y - right.height / 2) || left.x - right.x);
  const bars = placed.bars.map(({ points, arrow }) => group("bar", [pathOf(ways(points), "line"), ...(arrow ? [arrowHead(points)] : [])]));
  const drawnLines = placed.lines.flatMap((one) => {
    const line = lineByKey.get(one.key);
    return line ? [lineNode(one, line)] : [];
  });
  const drawnBoxes = inOrder.flatMap((one, order) => {
    const box = boxById.get(one.id);
    if (!box) return [];
    return [
      boxNode(one, box, {
        kind: kinds.get(one.id) ?? "party",
        id: one.id,
        name: said.get(one.id) ?? one.id,
        order,
        near: near.get(one.id) ?? {},
      }),
    ];
  });
  const badges = inOrder.flatMap((one, at) => {
    const box = boxById.get(one.id);
    return box?.more ? [badgeNode(one, box.more, drawnBoxes.length + drawnLines.length + at)] : [];
  });
  const inLines = drawnLines.map((node, at) =>
    node.standsFor ? { ...node, standsFor: { ...node.standsFor, order: drawnBoxes.length + at } } : node,
  );
  return [...bars, ...inLines, ...drawnBoxes, ...badges];
}

function lineNode({ points, labelAt, label, beside, arrow }: PlacedLine, { text, look, stands }: ChartLine): SceneNode {
  const left = beside ? labelAt.x - 4 : labelAt.x - label.width / 2;
  return group(
    look,
    [
      pathOf(ways(points), "line"),
      ...(arrow ? [arrowHead(points, look.startsWith("control"))] : []),
      rectangle(left, labelAt.y - 8, label.width, 16, "under"),
      textLine(text, { x: labelAt.x, y: labelAt.y + 4 }, "label", beside ? "start" : "middle"),
    ],
    { ...stands, order: 0 },
  );
}

function signTop(shape: Shape): number {
  return shape === "stack" ? 11 : shape === "roof" ? 17 : 8;
}

/** `+12`, at the foot of a box: beside the box and not in it, so that each can be pressed. */
function badgeNode({ id, x, y, height }: PlacedBox, more: number, order: number): SceneNode {
  const text = `+${more} more`;
  const room = { x, y: round(y + height / 2 - badgeRoom / 2 - 1), width: textWidth(text, faces.name) + 22, height: 24 };
  return group("more", [pathOf(outline("round", room), "pill"), textLine(text, { x, y: room.y + 4 }, "name", "middle")], {
    kind: "more",
    id: `more ${id}`,
    name: moreSaid(more),
    order,
    near: { up: id, left: id, right: id },
  });
}

function boxNode(placed: PlacedBox, { shape, look, sign: which, lines, unsought, more }: OwnershipBox, stands: StandsFor): SceneNode {
  const { x, y, width, height } = placed;
  const top = y - (more ? badgeRoom / 2 : 0) - (lines.length * lineHeight) / 2 + lineHeight / 2;
  const above = y - height / 2;
  return group(
    look,
    [
      ...(unsought
        ? [
            pathOf(
              ways([
                { x, y: above - 10 },
                { x, y: above },
              ]),
              "line",
            ),
            sign("dots", { x: x - 6, y: above - 22 }, "head"),
          ]
        : []),
      pathOf(outline(shape, placed), "shape"),
      sign(which, {
        x: x - width / 2 + (shape === "pointed" ? 14 : 9),
        y: shape === "pointed" ? y - 6 : y - height / 2 + signTop(shape),
      }),
      ...textLines(lines, { x, y: top }, "middle"),
    ],
    stands,
  );
}
