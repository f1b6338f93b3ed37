import { useEffect, useRef } from "react";
import { boxed } from "../../src/report/visible.js";
import style from "./reader.module.css";
import type { Span } from "./selected.js";

/** A quote of a page by its place in the page's text. */
export interface Lit extends Span {
  id: string;
  lit: boolean;
}

interface PageTextProps {
  /** As it is kept: places count its characters. */
  text: string;
  label: string;
  quotes: readonly Lit[];
  onSelected(): void;
}

/** The text of a page with its quotes marked. Its words can be selected with the mouse, and with the keys while it has the focus. */
export function PageText({ text, label, quotes, onSelected }: PageTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const lit = quotes.find((one) => one.lit)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has the quote elsewhere
  useEffect(() => {
    box.current?.querySelector("[data-lit]")?.scrollIntoView({ block: "center" });
  }, [lit, text]);
  useEffect(() => {
    document.addEventListener("selectionchange", onSelected);
    return () => document.removeEventListener("selectionchange", onSelected);
  }, [onSelected]);
  return (
    <section
      ref={box}
      className={style.text}
      id="page-text"
      aria-label={`Text of page ${label}. Arrow keys select words, with Shift more of them; q takes them as a quote.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its words are selected with the keys
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (moved(event.currentTarget, event.key, event.shiftKey)) event.preventDefault();
      }}
    >
      {partsOf(text, quotes).map(({ start, end, quote }) => {
        const words = boxed(text.slice(start, end));
        if (quote === null) return words;
        return (
          <mark key={start} className={quote.lit ? style.lit : undefined} data-quote={quote.id} data-lit={quote.lit ? "" : undefined}>
            {words}
          </mark>
        );
      })}
    </section>
  );
}

const steps: Readonly<Record<string, readonly [direction: "forward" | "backward", by: "word" | "line"]>> = {
  ArrowRight: ["forward", "word"],
  ArrowLeft: ["backward", "word"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
};

/** Moves or widens the selection by words or lines; whether the key does so. */
function moved(box: HTMLElement, key: string, more: boolean): boolean {
  const step = steps[key];
  const selection = document.getSelection();
  if (!step || !selection) return false;
  const inside = selection.rangeCount > 0 && box.contains(selection.anchorNode) && box.contains(selection.focusNode);
  if (!inside) selection.collapse(box, 0);
  const [direction, by] = step;
  if (!more && inside && !selection.isCollapsed) {
    if (direction === "forward") selection.collapseToEnd();
    else selection.collapseToStart();
  }
  // What is selected is seen; a place between two letters is not.
  if (!more && by === "line") selection.modify("move", direction, "line");
  selection.modify("extend", more || by === "word" ? direction : "forward", more ? by : "word");
  if (!box.contains(selection.focusNode)) selection.extend(box, direction === "forward" ? box.childNodes.length : 0);
  (selection.focusNode instanceof Element ? selection.focusNode : selection.focusNode?.parentElement)?.scrollIntoView({ block: "nearest" });
  return true;
}

/** The text in parts, each within one quote or none; where quotes overlap, the lit one shows, else the later. */
function partsOf(text: string, quotes: readonly Lit[]): { start: number; end: number; quote: Lit | null }[] {
  const inText = quotes.filter(({ start, end }) => start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...inText.flatMap(({ start, end }) => [start, end])])].sort((left, right) => left - right);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const over = inText.filter((one) => one.start <= start && one.end >= end);
    return { start, end, quote: over.find((one) => one.lit) ?? over.at(-1) ?? null };
  });
}
