import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Scene } from "../../src/report/scene/node.js";
import { type AskedSize, allSeen, type Seen, scaleIn } from "./size.js";

/**
 * Keeps a drawing fitted to its window: all of it where that can be read, else what it is about in the middle.
 *
 * @param about id of what must be in view: what is selected, else what the drawing is about
 * @returns the element around the drawing, and what of the drawing is seen
 */
export function useFitted(
  scene: Scene,
  asked: AskedSize,
  about: string | undefined,
): { around: RefObject<HTMLDivElement | null>; seen: Seen } {
  const around = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [seen, setSeen] = useState(allSeen);

  useLayoutEffect(() => {
    const frame = frameIn(around.current);
    if (!frame) return;
    const measure = () => setRoom(frame.clientWidth);
    measure();
    const watched = new ResizeObserver(measure);
    watched.observe(frame);
    return () => watched.disconnect();
  }, []);

  // What is selected must be in view when the drawing appears; a later choice is made by somebody who sees it.
  const wanted = useRef(about);
  wanted.current = about;
  useLayoutEffect(() => {
    const frame = frameIn(around.current);
    const drawing = frame?.querySelector("svg");
    if (!frame || !drawing || room === 0) return;
    const scale = scaleIn(room, scene.width, asked);
    drawing.setAttribute("width", String(Math.floor(scene.width * scale)));
    drawing.setAttribute("height", String(Math.ceil(scene.height * scale)));
    const box = wanted.current && frame.querySelector(`[data-id="${CSS.escape(wanted.current)}"]`);
    if (box) bringIntoView(frame, box);
    setSeen(seenIn(frame, scene.width, scale));
  }, [scene, asked, room]);

  useEffect(() => {
    const frame = frameIn(around.current);
    const told = () => frame && setSeen((last) => seenIn(frame, scene.width, last.scale));
    frame?.addEventListener("scroll", told, { passive: true });
    return () => frame?.removeEventListener("scroll", told);
  }, [scene]);
  return { around, seen };
}

function frameIn(around: HTMLElement | null): HTMLElement | null {
  return around?.querySelector<HTMLElement>(".drawing") ?? null;
}

/** Puts a box in the middle, unless the whole of it is in view. */
function bringIntoView(frame: HTMLElement, box: Element): void {
  const [window, place] = [frame.getBoundingClientRect(), box.getBoundingClientRect()];
  if (place.left >= window.left && place.right <= window.right) return;
  frame.scrollLeft += place.left + place.width / 2 - (window.left + window.width / 2);
}

/** A pixel at a side is the border's or a rounding's. */
const rounding = 2;

function seenIn(frame: HTMLElement, width: number, scale: number): Seen {
  const more = [
    ...(frame.scrollLeft > rounding ? (["left"] as const) : []),
    ...(frame.scrollLeft + frame.clientWidth < frame.scrollWidth - rounding ? (["right"] as const) : []),
  ];
  return { wide: width > frame.clientWidth, scale, more };
}
