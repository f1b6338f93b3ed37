import { faces, group, lineHeight, moved, paragraph } from "./draw.js";
import { textWidth } from "./letters.js";
import { element, type Scene, type SceneChild, type SceneNode } from "./node.js";

/** A sample of a shape or line in a field of 36 by 20, and what it means. */
export interface LegendEntry {
  sample: SceneNode[];
  words: string;
}

export interface Framed {
  kind: Scene["kind"];
  title: string;
  /** Stands below the title: the day, what is hidden. */
  remarks: readonly string[];
  /** What it holds, for those who do not see it. */
  about: string;
  body: readonly SceneChild[];
  width: number;
  height: number;
  legend: readonly LegendEntry[];
  /** Id of what the drawing is about. */
  home?: string;
  /** Stands below the drawing: names that had no room, what is not shown. */
  notes: readonly string[];
}

const margin = 12;
const narrowest = 336;

/** A drawing with its title and day above, and its legend and notes below, all of it in the picture: an exported file says the same as the page. */
export function framed({ kind, title, remarks, about, body, width: drawn, height, legend, notes, home }: Framed): Scene {
  const width = Math.max(narrowest, Math.ceil(drawn));
  const room = width - 2 * margin;
  const head: SceneNode[] = [];
  let y = margin;
  const write = (text: string, look: "heading" | "about", classes: string) => {
    const { nodes, height: tall } = paragraph(text, { x: margin, y }, room, look, classes);
    head.push(...nodes);
    y += tall;
  };
  write(title, "heading", "heading");
  for (const remark of remarks) write(remark, "about", "remark");
  y += 6;
  const children: SceneChild[] = [element("desc", {}, [about]), ...head, moved({ x: (width - drawn) / 2, y }, body)];
  y += height + 6;
  const { nodes, height: tall } = legendOf(legend, { x: margin, y }, room);
  children.push(...nodes);
  y += tall;
  for (const note of notes) {
    const written = paragraph(note, { x: margin, y }, room, "about", "remark");
    children.push(...written.nodes);
    y += written.height;
  }
  const full = Math.ceil(y + margin);
  const root = element(
    "svg",
    { class: `scene ${kind}`, viewBox: `0 0 ${width} ${full}`, width, height: full, role: "img", "aria-label": title },
    children,
  );
  return { kind, title, about, width, height: full, ...(home === undefined ? {} : { home }), root };
}

/** Entries beside each other as long as there is room. */
function legendOf(
  entries: readonly LegendEntry[],
  { x, y }: { x: number; y: number },
  room: number,
): { nodes: SceneNode[]; height: number } {
  if (entries.length === 0) return { nodes: [], height: 0 };
  const nodes: SceneNode[] = [];
  let [at, down] = [0, 0];
  for (const { sample, words } of entries) {
    const wide = 42 + Math.min(textWidth(words, faces.about), room - 42);
    if (at > 0 && at + wide > room) {
      at = 0;
      down += 22;
    }
    const written = paragraph(words, { x: 42, y: 2 }, room - 42, "about", "remark");
    nodes.push(moved({ x: x + at, y: y + down }, [group("sample", sample), ...written.nodes]));
    if (written.height > lineHeight) down += written.height - lineHeight;
    at += wide + 18;
  }
  return { nodes: [element("g", { class: "legend", "aria-hidden": "true" }, nodes)], height: down + 26 };
}
