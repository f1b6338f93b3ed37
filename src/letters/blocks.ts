import type { PassageBlock, TextFault } from "./language.js";
import { readPassage } from "./passage.js";

/** A line of a text with its place in the whole. */
export interface Line {
  text: string;
  start: number;
  end: number;
}

/** The lines of a part of a text. */
export function linesOf(text: string, start = 0, end = text.length): Line[] {
  const lines: Line[] = [];
  for (let from = start; from <= end; ) {
    const newline = text.indexOf("\n", from);
    const until = newline < 0 || newline > end ? end : newline;
    lines.push({ text: text.slice(from, until).replace(/\r$/, ""), start: from, end: until });
    from = until + 1;
  }
  return lines;
}

const item = /^\s{0,3}([-*]|\d{1,3}[.)])\s+/;
const alone = /^\s*(?:\(([a-z-]+)\)\s*)?\{\{\s*([^{}]*?)\s*\}\}\s*$/;

/**
 * Reads paragraphs and lists; a place alone on its line stands for whole paragraphs, a list or a table.
 *
 * @param isWhole whether a place stands for a whole block
 */
export function readBlocks(text: string, lines: Line[], isWhole: (path: string) => boolean, faults: TextFault[]): PassageBlock[] {
  const blocks: PassageBlock[] = [];
  let open: { start: number; end: number; ordered: boolean | null } | null = null;
  const close = () => {
    if (!open) return;
    const passage = readPassage(text, open.start, open.end, faults);
    const last = blocks.at(-1);
    if (open.ordered === null) blocks.push({ kind: "paragraph", passage });
    else if (last?.kind === "list" && last.ordered === open.ordered && joined) last.items.push(passage);
    else blocks.push({ kind: "list", ordered: open.ordered, items: [passage] });
    joined = open.ordered !== null;
    open = null;
  };
  let joined = false;
  for (const line of lines) {
    const [whole, mark, path = ""] = alone.exec(line.text) ?? [];
    const [start, sign = ""] = item.exec(line.text) ?? [];
    if (line.text.trim() === "") close();
    else if (whole !== undefined && !open && isWhole(path)) {
      const handling = mark ? readPassage(text, line.start, line.end, faults).handling : null;
      blocks.push({ kind: "place", path, handling, at: line.start + line.text.indexOf("{{") });
      joined = false;
    } else if (start !== undefined) {
      close();
      const ordered = sign !== "-" && sign !== "*";
      open = { start: line.start + start.length, end: line.end, ordered };
    } else if (open) open.end = line.end;
    else {
      joined = false;
      open = { start: line.start, end: line.end, ordered: null };
    }
  }
  close();
  return blocks;
}
