import { type PlacedBar, type PlacedBox, type PlacedLayers, type Point, round, type Size } from "./placed.js";

export type Side = "above" | "below";

/** Boxes that hang on one other and have their places among themselves: the layout sees one node in their stead. */
export interface Hanging {
  id: string;
  /** The box that they hang on. */
  hub: string;
  side: Side;
  /** Their ids. */
  members: readonly string[];
  size: Size;
  /** Adds them, given the middle of their room and the box that they hang on, to what is placed. */
  add(middle: Point, hub: PlacedBox, placed: PlacedLayers): void;
}

export function levelBar(from: number, to: number, y: number): PlacedBar {
  return {
    points: [
      { x: from, y },
      { x: to, y },
    ],
    arrow: false,
  };
}

/** The line that leads past every row, and from the rows to the box that they hang on; `x` is where it runs, `edge` where their room begins. */
export function trunkOf(side: Side, hub: PlacedBox, x: number, edge: number, bars: readonly number[]): PlacedBar {
  const room = Math.max(0, hub.width / 2 - hub.inset);
  const onHub = round(Math.max(hub.x - room, Math.min(hub.x + room, x)));
  const half = hub.height / 2;
  if (side === "below") {
    const points = [
      { x: onHub, y: round(hub.y + half) },
      { x, y: round(edge) },
      { x, y: Math.max(...bars) },
    ];
    return { points, arrow: false };
  }
  const points = [
    { x, y: Math.min(...bars) },
    { x, y: round(edge) },
    { x: onHub, y: round(hub.y - half) },
  ];
  return { points, arrow: true };
}
