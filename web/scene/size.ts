/** How large a drawing is asked to be; empty: all of it where its text can be read so, else as it is. */
export type AskedSize = "" | "whole" | "actual";

/** Pixels of the smallest text of a drawing that is as large as it is drawn. */
const textHeight = 12;
/** Pixels below which text is not made smaller unasked. */
const smallestText = 9;

/**
 * By how much a drawing is made smaller to be in its window.
 *
 * @param width of the drawing, and the room that there is for it, in pixels
 */
export function scaleIn(room: number, width: number, asked: AskedSize): number {
  const whole = Math.min(1, room / width);
  if (asked === "actual") return 1;
  return asked === "whole" || whole * textHeight >= smallestText ? whole : 1;
}

/** What of a drawing is seen in its window. */
export interface Seen {
  /** Whether it is wider than its window as it is drawn, so that there is something to choose. */
  wide: boolean;
  /** By how much it is made smaller. */
  scale: number;
  /** Sides to which there is more of it. */
  more: readonly ("left" | "right")[];
}

export const allSeen: Seen = { wide: false, scale: 1, more: [] };

/** The same in a sentence: what a reader must know to miss nothing. */
export function seenWords({ scale, more }: Seen): string {
  if (more.length > 0) return `There is more to the ${more.join(" and to the ")}.`;
  const percent = Math.floor(100 * scale);
  if (scale * textHeight >= smallestText) return `All of it is in view, at ${percent} %.`;
  return `All of it is in view, at ${percent} %, too small to be read: its actual size can be.`;
}
