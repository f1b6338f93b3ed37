import type { Impact, ImpactChain, ImpactVerdict } from "../../../model/index.js";
import { chainClaim, verdictWords, weightiest } from "../../impact/words.js";
import { counted } from "../../words.js";
import { arrowHead, faces, group, lineHeight, pathOf, rectangle, sign, type TextClass, textLine, textLines, ways } from "../draw.js";
import { framed } from "../frame.js";
import { placeLayers } from "../layout/layers.js";
import type { LooseBox, LooseLine } from "../layout/placed.js";
import { linesOf, textWidth } from "../letters.js";
import type { Scene, SceneNode } from "../node.js";
import { insetOf, outline, type Shape, type Sign } from "../shapes.js";
import { impactLooks, impactSigns } from "./scene.js";

interface Box extends LooseBox {
  shape: Shape;
  look: string;
  sign: Sign;
  lines: { text: string; look: TextClass }[];
  said: string;
}

interface Line extends LooseLine {
  text: string;
  look: string;
  said: string;
}

const width = 200;
const mostSystems = 60;
const needLooks = { required: "sure", partial: "medium", unknown: "low" } as const;
const needWords = { required: "needs", partial: "needs in part", unknown: "may need" } as const;

/** Why systems fall: each with the chain that weighs most, from the system above down to what is cut off. Line and word tell how much it is needed. */
export function chainsScene({ systems, assets, asOf, scenario }: Pick<Impact, "systems" | "assets" | "asOf" | "scenario">): Scene {
  const hit = systems.filter(({ verdict }) => verdict !== "goes-on");
  const shown = hit.slice(0, mostSystems).flatMap((system) => {
    const chain = weightiest(system.chains);
    return chain ? [{ system, chain }] : [];
  });
  const verdictOf = new Map<string, ImpactVerdict>([...assets, ...systems].map(({ id, verdict }) => [id, verdict]));
  const { boxes, lines } = graphOf(
    shown.map(({ chain }) => chain),
    verdictOf,
  );
  const placed = placeLayers(boxes, lines, "");
  const boxById = new Map(boxes.map((box) => [box.id, box]));
  const lineByKey = new Map(lines.map((line) => [line.key, line]));
  const body: SceneNode[] = [
    ...placed.bars.map(({ points, arrow }) => group("bar", [pathOf(ways(points), "line"), ...(arrow ? [arrowHead(points)] : [])])),
    ...placed.lines.flatMap((one, at) => {
      const line = lineByKey.get(one.key);
      if (!line) return [];
      const x = one.beside ? one.labelAt.x - 4 : one.labelAt.x - one.label.width / 2;
      return [
        group(
          line.look,
          [
            pathOf(ways(one.points), "line"),
            ...(one.arrow ? [arrowHead(one.points)] : []),
            rectangle(x, one.labelAt.y - 8, one.label.width, 16, "under"),
            textLine(line.text, { x: one.labelAt.x, y: one.labelAt.y + 4 }, "label", one.beside ? "start" : "middle"),
          ],
          { kind: "need", id: line.key, name: line.said, order: boxes.length + at },
        ),
      ];
    }),
    ...[...placed.boxes]
      .sort((left, right) => left.y - right.y || left.x - right.x)
      .flatMap((one, order) => {
        const box = boxById.get(one.id);
        if (!box) return [];
        const top = one.y - (box.lines.length * lineHeight) / 2 + lineHeight / 2;
        return [
          group(
            box.look,
            [
              pathOf(outline(box.shape, one), "shape"),
              sign(box.sign, { x: one.x - one.width / 2 + 9, y: one.y - one.height / 2 + 8 }),
              ...textLines(box.lines, { x: one.x, y: top }, "middle"),
            ],
            { kind: "asset", id: one.id, name: box.said, order },
          ),
        ];
      }),
  ];
  const claims = shown.map(({ system, chain }) => `${system.name}: ${chainClaim(chain).toLowerCase()}.`);
  const remarks = [`As of ${asOf}, cut off on ${scenario.on}. ${counted(shown.length, "system")} with the chain that weighs most.`];
  return framed({
    kind: "chains",
    title: "Why the systems fall",
    remarks,
    about: `${remarks.join(" ")} ${claims.join(" ")}`,
    body: boxes.length > 0 ? body : [textLine("Nothing falls.", { x: 12, y: 20 }, "remark")],
    width: Math.max(placed.width, 200),
    height: boxes.length > 0 ? placed.height : 30,
    legend: [],
    notes: hit.length > shown.length ? [`${counted(hit.length - shown.length, "further system")} in the table.`] : [],
  });
}

function graphOf(chains: readonly ImpactChain[], verdictOf: ReadonlyMap<string, ImpactVerdict>): { boxes: Box[]; lines: Line[] } {
  const boxes = new Map<string, Box>();
  const lines = new Map<string, Line>();
  const add = (id: string, name: string, isCutOff: boolean) => {
    if (!boxes.has(id)) boxes.set(id, boxOf(id, name, isCutOff ? "stops" : (verdictOf.get(id) ?? "cannot-be-told"), isCutOff));
  };
  for (const { hops, blocked, blockedName } of chains) {
    add(blocked, blockedName, true);
    for (const { from, fromName, to, toName, need, because } of hops) {
      add(from, fromName, from === blocked);
      add(to, toName, to === blocked);
      const text = needWords[need];
      lines.set(`${from} ${to}`, {
        key: `${from} ${to}`,
        from,
        to,
        label: { width: textWidth(text, faces.about) + 8, height: lineHeight },
        text,
        look: needLooks[need],
        said: `${fromName} ${text} ${toName}. ${because}`,
      });
    }
  }
  return { boxes: [...boxes.values()], lines: [...lines.values()] };
}

function boxOf(id: string, name: string, verdict: ImpactVerdict, isCutOff: boolean): Box {
  const word = isCutOff ? "cut off" : verdictWords[verdict];
  const lines = [
    ...linesOf(name, width - 52, faces.name, 4).lines.map((text) => ({ text, look: "name" as const })),
    { text: word, look: "about" as const },
  ];
  const height = lines.length * lineHeight + 20;
  const shape = isCutOff ? "cut" : "plain";
  return {
    id,
    width,
    height,
    inset: insetOf(shape, height),
    shape,
    look: `box ${impactLooks[verdict]}`,
    sign: impactSigns[verdict],
    lines,
    said: `${name}: ${word}.`,
  };
}
