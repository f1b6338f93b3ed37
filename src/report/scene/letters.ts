import { columnsOf, graphemesOf } from "../text/columns.js";
import { visible } from "../visible.js";

/**
 * Widths of the printable ASCII characters in hundredths of an em: those of DejaVu Sans, which is as wide as Verdana and wider than the other faces
 * that the style names. What fits by these fits in all of them.
 */
const regular = [
  32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54, 100, 69,
  69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55,
  64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];
const bold = [
  35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84, 84, 84, 59, 100, 78,
  77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 50, 50, 68, 72, 60,
  72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
];

export interface Face {
  /** Pixels of an em. */
  size: number;
  bold?: boolean;
}

/** How wide a text is at most, in pixels. */
export function textWidth(text: string, face: Face): number {
  let hundredths = 0;
  for (const letter of graphemesOf(visible(text))) hundredths += letterWidth(letter, face.bold === true);
  return Math.ceil((hundredths * face.size) / 100);
}

function letterWidth(letter: string, isBold: boolean): number {
  const known = letter.length === 1 ? (isBold ? bold : regular)[letter.charCodeAt(0) - 32] : undefined;
  if (known !== undefined) return known;
  const columns = columnsOf(letter);
  if (columns >= 2) return letter.length > 1 ? 135 : 105;
  if (columns === 0) return 0;
  // Capitals of other scripts are the widest; a ligature that stands for a whole phrase is wider than any of them.
  if (/^[\ufb50-\ufdff]/.test(letter)) return /^[\ufdf0-\ufdfd]/.test(letter) ? 700 : 160;
  return /\p{Lu}/u.test(letter) ? 130 : 105;
}

/** A text in lines, and whether some of it had no room. */
export interface Lines {
  lines: string[];
  cut: boolean;
}

/** Breaks a text at spaces into lines that fit, and inside a word only where it alone is too wide. */
export function linesOf(text: string, width: number, face: Face, most = Number.POSITIVE_INFINITY): Lines {
  const lines: string[] = [];
  let line = "";
  const words = visible(text)
    .split(" ")
    .filter(Boolean)
    .flatMap((word) => pieces(word, width, face));
  for (const { text: word, joined } of words) {
    const longer = line === "" ? word : joined ? line + word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, face) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
    if (lines.length > most) break;
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return { lines, cut: false };
  const kept = lines.slice(0, most);
  kept[most - 1] = ended(kept[most - 1] ?? "", width, face);
  return { lines: kept, cut: true };
}

/** A line that ends in three dots and still fits. */
function ended(line: string, width: number, face: Face): string {
  const letters = graphemesOf(line);
  while (letters.length > 0 && textWidth(`${letters.join("")}…`, face) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** A word in parts that fit, each but the first joined to the one before; most words are one part. */
function pieces(word: string, width: number, face: Face): { text: string; joined: boolean }[] {
  if (textWidth(word, face) <= width) return [{ text: word, joined: false }];
  const parts: string[] = [];
  let part = "";
  let room = 0;
  for (const letter of graphemesOf(word)) {
    const wide = (letterWidth(letter, face.bold === true) * face.size) / 100;
    if (part !== "" && room + wide > width - 1) {
      parts.push(part);
      part = "";
      room = 0;
    }
    part += letter;
    room += wide;
  }
  return [...parts, part].map((text, at) => ({ text, joined: at > 0 }));
}
