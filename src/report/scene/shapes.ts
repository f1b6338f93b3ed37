import { round } from "./layout/placed.js";

/** How something is outlined: by the kind of thing that it is. */
export type Shape = "plain" | "round" | "pointed" | "stack" | "drum" | "cut" | "folder" | "roof";

interface Room {
  /** Middle. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How far from its corners the top and bottom of an outline are not straight. */
export function insetOf(shape: Shape, height: number): number {
  return { plain: 6, round: Math.min(height / 2, 26) + 2, pointed: 16, stack: 10, drum: 30, cut: 14, folder: 64, roof: 38 }[shape];
}

/** The outline of a shape, as the value of `d`. It fills its room and goes nowhere beyond it. */
export function outline(shape: Shape, { x, y, width, height }: Room): string {
  const [left, right, top, bottom] = [round(x - width / 2), round(x + width / 2), round(y - height / 2), round(y + height / 2)];
  const middle = round(y);
  switch (shape) {
    case "round": {
      const r = round(Math.min(height / 2, 26));
      return `M${left + r} ${top}H${right - r}A${r} ${r} 0 0 1 ${right} ${top + r}V${bottom - r}A${r} ${r} 0 0 1 ${right - r} ${bottom}H${left + r}A${r} ${r} 0 0 1 ${left} ${bottom - r}V${top + r}A${r} ${r} 0 0 1 ${left + r} ${top}z`;
    }
    case "pointed":
      return `M${left + 14} ${top}H${right - 14}L${right} ${middle}L${right - 14} ${bottom}H${left + 14}L${left} ${middle}z`;
    case "stack":
      return `M${left} ${top + 5}H${right - 5}V${bottom}H${left}zM${left + 5} ${top + 5}V${top}H${right}V${bottom - 5}H${right - 5}`;
    case "drum":
      return `M${left} ${top + 6}A${width / 2} 6 0 0 1 ${right} ${top + 6}V${bottom - 6}A${width / 2} 6 0 0 1 ${left} ${bottom - 6}zM${left} ${top + 6}A${width / 2} 6 0 0 0 ${right} ${top + 6}`;
    case "cut":
      return `M${left + 12} ${top}H${right - 12}L${right} ${top + 12}V${bottom - 12}L${right - 12} ${bottom}H${left + 12}L${left} ${bottom - 12}V${top + 12}z`;
    case "folder":
      return `M${left} ${top}H${left + 52}L${left + 60} ${top + 6}H${right}V${bottom}H${left}z`;
    case "roof": {
      // The ridge is level, so that lines can end on it.
      const [eave, ridge] = [round(Math.min(14, height / 3)), Math.min(36, width / 4)];
      return `M${left} ${top + eave}L${left + ridge} ${top}H${right - ridge}L${right} ${top + eave}V${bottom}H${left}z`;
    }
    case "plain":
      return `M${left} ${top}H${right}V${bottom}H${left}z`;
  }
}

/** Signs in a field of 12 by 12, one a meaning, so that nothing is told by colour alone. */
export const signs = {
  octagon: "M4 1h4l3 3v4l-3 3H4L1 8V4z",
  triangle: "M6 1l5.5 10H.5z",
  diamond: "M6 .5L11.5 6 6 11.5.5 6z",
  disc: "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z",
  ring: "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1zm0 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  bars: "M1 1h2v10H1zm4 0h2v10H5zm4 0h2v10H9z",
  tick: "M1 6.5L2.7 4.8 5 7.1 9.6 2 11.3 3.7 5 10.5z",
  square: "M1 2h10v8H1z",
  none: "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1zm0 1.6a3.4 3.4 0 0 0-2.7 5.5l4.8-4.8A3.4 3.4 0 0 0 6 2.6zm2.7 1.3L3.9 8.7A3.4 3.4 0 0 0 8.7 3.9z",
  question:
    "M3 4.2C3 2.3 4.3 1 6.1 1S9.2 2.2 9.2 3.9c0 2.2-2.3 2.4-2.3 4H5.2C5.2 5.4 7.4 5.4 7.4 4c0-.8-.5-1.3-1.3-1.3S4.8 3.3 4.8 4.2zM5.1 9.2H7V11H5.1z",
  dots: "M1.5 4.8h2.200V7H1.5zm3.400 0h2.200V7H4.900zm3.400 0h2.200V7H8.300z",
} as const;
export type Sign = keyof typeof signs;
