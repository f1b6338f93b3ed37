import { useLayoutEffect, useMemo, useRef } from "react";
import { counted } from "../../src/report/words.js";
import type { DrawWork } from "../scene/draw.js";
import { LaidOut } from "../scene/picture.js";
import { useDrawn } from "../scene/use-drawn.js";
import { fileName, SaveData } from "./exports.js";
import type { Family } from "./families.js";

interface ChartProps {
  family: Family;
  selected: string;
  onSelect(id: string): void;
  onExpand(id: string): void;
  onCollapse(id: string): void;
}

/** The chart, laid out by the worker. What was expanded or collapsed stays where it is on the screen. */
export function OwnershipChart({ family, selected, onSelect, onExpand, onCollapse }: ChartProps) {
  const { traced, options, view } = family;
  const work = useMemo<DrawWork>(() => ({ draw: "ownership", data: traced, options }), [traced, options]);
  const drawn = useDrawn(work);
  const place = useRef<HTMLDivElement>(null);
  const pinned = useRef<{ id: string; x: number; y: number } | null>(null);
  const boxOf = (id: string) => place.current?.querySelector<SVGElement>(`[data-id="${CSS.escape(id)}"]`);
  const keeping = (id: string, act: (id: string) => void) => {
    const box = boxOf(id)?.getBoundingClientRect();
    pinned.current = box ? { id, x: box.x, y: box.y } : null;
    act(id);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is moved when another drawing is there, and only then
  useLayoutEffect(() => {
    const was = pinned.current;
    const drawing = place.current?.querySelector(".drawing");
    const box = was && boxOf(was.id);
    if (!box || !drawing) return;
    const now = box.getBoundingClientRect();
    drawing.scrollBy({ left: now.x - was.x, behavior: "instant" });
    window.scrollBy({ top: now.y - was.y, behavior: "instant" });
    pinned.current = null;
  }, [drawn.scene]);
  return (
    <div ref={place}>
      <LaidOut
        drawn={drawn}
        what={counted(view.nodes.length, "party", "parties")}
        name={fileName(family)}
        selected={selected}
        onSelect={({ kind, id }) => (kind === "more" ? keeping(id.slice("more ".length), onExpand) : onSelect(id))}
        onKey={(key, { kind, id }) => {
          if (kind === "more") return false;
          if (key === "+" || key === "=") keeping(id, onExpand);
          else if (key === "-") keeping(id, onCollapse);
          else return false;
          return true;
        }}
      >
        <SaveData family={family} />
      </LaidOut>
    </div>
  );
}
