export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** A box before it has a place. */
export interface LooseBox extends Size {
  id: string;
  /** How far from its corners lines may end at its top and bottom: its outline is straight between. */
  inset: number;
  /** Room kept free above the outline. */
  above?: number;
}

/** A line from what stands above to what stands below; several between the same two are told apart by their key. */
export interface LooseLine {
  key: string;
  from: string;
  to: string;
  label: Size;
  /** Of lines that hang on the same box, the heavier come first. */
  weight?: number;
}

export interface PlacedBox extends LooseBox {
  /** Middle of the outline. */
  x: number;
  y: number;
}

export interface PlacedLine extends LooseLine {
  points: Point[];
  /** Middle of the label; of one that stands beside its line, the middle of its left side. */
  labelAt: Point;
  beside: boolean;
  /** It ends at a box; otherwise at the bar of a fan, and the arrow stands further on. */
  arrow: boolean;
}

/** Lines that several others share on their way. */
export interface PlacedBar {
  points: Point[];
  arrow: boolean;
}

export interface PlacedLayers extends Size {
  boxes: PlacedBox[];
  lines: PlacedLine[];
  bars: PlacedBar[];
}

/** A tenth of a pixel is enough, and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
