import { type ReactNode, useEffect, useRef } from "react";
import { useKeys } from "../frame/keys.js";
import { useKept } from "../state/kept.js";
import { Action } from "./action.js";
import style from "./inspector.module.css";

interface WithInspectorProps {
  /** What is inspected; null: nothing, and the whole width is the screen's. */
  title: string | null;
  inspector: ReactNode;
  onClose(): void;
  children: ReactNode;
}

const narrowest = 18;
const widest = 48;

/**
 * A screen with the details of what is selected beside it; below it where there is no room. Opening it leads nowhere else: what was arranged stays
 * as it is. Its width is changed with the arrow keys or by dragging its edge, and remembered.
 */
export function WithInspector({ title, inspector, onClose, children }: WithInspectorProps) {
  const [kept, keep] = useKept("inspector-width", "28");
  const width = clamp(Number(kept) || 28);
  const grid = useRef<HTMLDivElement>(null);
  useKeys("Details", title === null ? [] : [{ keys: "Escape", does: "Close the details", run: onClose }]);
  useEffect(() => {
    grid.current?.style.setProperty("--inspector", `${width}rem`);
  }, [width]);
  return (
    <div ref={grid} className={title === null ? undefined : style.grid}>
      <div className={style.screen}>{children}</div>
      {title === null ? null : (
        <aside className={style.inspector} aria-label={`Details: ${title}`}>
          <Edge width={width} onWidth={(next) => keep(String(clamp(next)))} />
          <div className={style.close}>
            <Action onPress={onClose}>
              Close <kbd>Esc</kbd>
            </Action>
          </div>
          {inspector}
        </aside>
      )}
    </div>
  );
}

function Edge({ width, onWidth }: { width: number; onWidth(width: number): void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      className={style.edge}
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the details"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onKeyDown={(event) => {
        const step = { ArrowLeft: 2, ArrowRight: -2 }[event.key];
        if (step) onWidth(width + step);
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.buttons !== 1) return;
        const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
        onWidth(Math.round((event.currentTarget.parentElement?.getBoundingClientRect().right ?? 0) - event.clientX) / rem);
      }}
    />
  );
}

function clamp(width: number): number {
  return Math.round(Math.min(widest, Math.max(narrowest, width)));
}
