import { counted } from "../../words.js";
import { faces, group, pathOf, rectangle, sign, textLine, ways } from "../draw.js";
import { framed } from "../frame.js";
import { textWidth } from "../letters.js";
import type { Scene, SceneNode } from "../node.js";
import type { Sign } from "../shapes.js";

/** A country in which something lies: where it is drawn, and what is said of it. */
export interface MapSite {
  /** ISO code: what is written beside the mark. */
  code: string;
  x: number;
  y: number;
  /** How many uses are served from there. */
  uses: number;
  /** Whether a government of concern can reach data there: a class of the style and a sign. */
  look: string;
  sign: Sign;
  said: string;
}

export interface MapDrawing {
  title: string;
  remarks: readonly string[];
  width: number;
  height: number;
  /** Outline of land, as the value of `d`; there are no borders in it. */
  land: string;
  /** Borders, where a pack of them was chosen, with whose view they are. */
  borders: { d: string; view: string } | null;
  sites: readonly MapSite[];
  notes: readonly string[];
}

interface Room {
  x: number;
  y: number;
  width: number;
  height: number;
}

const half = 7;
const tall = 15;

/** Where data lies on a map of land alone: a mark and the code of each country. Borders are drawn only where somebody chose whose view they show. */
export function mapScene({ title, remarks, width, height, land, borders, sites, notes }: MapDrawing): Scene {
  const taken: Room[] = sites.map(({ x, y }) => ({ x: x - half, y: y - half, width: 2 * half, height: 2 * half }));
  const inOrder = [...sites].sort((left, right) => left.y - right.y || left.x - right.x);
  const nodes = inOrder.map((site, order) => siteNode(site, order, taken, { width, height }));
  return framed({
    kind: "map",
    title,
    remarks,
    about: `${remarks.join(" ")} ${counted(sites.length, "country", "countries")} marked. The table says the same in words.`,
    body: [pathOf(land, "land"), ...(borders ? [pathOf(borders.d, "grid")] : []), ...nodes],
    width,
    height,
    legend: [],
    notes: [
      borders ? `Borders: ${borders.view}` : "Land only: no borders are drawn.",
      "A mark stands somewhere in its country: where in it something lies is not told.",
      ...notes,
    ],
  });
}

function siteNode(site: MapSite, order: number, taken: Room[], whole: { width: number; height: number }): SceneNode {
  const { code, x, y, uses, look, sign: which, said } = site;
  const text = `${code} ${counted(uses, "use")}`;
  const label = labelRoom(x, y, textWidth(text, faces.name) + 4, taken, whole);
  taken.push(label);
  const middle = { x: label.x + label.width / 2, y: label.y + tall / 2 };
  const isFar = Math.hypot(middle.x - x, middle.y - y) > label.width / 2 + 2 * half;
  return group(
    "site",
    [
      ...(isFar ? [pathOf(ways([{ x, y }, nearestSide(label, { x, y })]), "line")] : []),
      group(`box ${look}`, [rectangle(x - half, y - half, 2 * half, 2 * half, "shape"), sign(which, { x: x - 6, y: y - 6 })]),
      rectangle(label.x, label.y, label.width, tall, "under"),
      textLine(text, { x: label.x + 2, y: label.y + 11.5 }, "name"),
    ],
    { kind: "country", id: code, name: said, order },
  );
}

/** The nearest place beside a mark where a label covers nothing that is drawn already. */
function labelRoom(x: number, y: number, width: number, taken: readonly Room[], whole: { width: number; height: number }): Room {
  for (let away = 0; away < 400; away += 4) {
    const [beside, above] = [half + 2 + away, half + 1 + away];
    const places = [
      { x: x + beside, y: y - tall / 2 },
      { x: x - beside - width, y: y - tall / 2 },
      { x: x - width / 2, y: y + above },
      { x: x - width / 2, y: y - above - tall },
      { x: x + beside, y: y + above },
      { x: x - beside - width, y: y - above - tall },
    ];
    const free = places.find(
      (one) =>
        one.x >= 0 &&
        one.y >= 0 &&
        one.x + width <= whole.width &&
        one.y + tall <= whole.height &&
        taken.every((other) => !overlap({ ...one, width, height: tall }, other)),
    );
    if (free) return { ...free, width, height: tall };
  }
  return { x: x + half + 2, y: y - tall / 2, width, height: tall };
}

function overlap(one: Room, other: Room): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

function nearestSide({ x, y, width, height }: Room, from: { x: number; y: number }): { x: number; y: number } {
  return { x: Math.max(x, Math.min(x + width, from.x)), y: Math.max(y, Math.min(y + height, from.y)) };
}
