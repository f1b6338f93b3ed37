import { useEffect } from "react";
import type { HandlingMark } from "../../src/model/index.js";
import { handlingWords } from "../case/words.js";

/**
 * Names in the margin of every printed page what is printed, and how it may be handled.
 *
 * @param title of the review or case
 */
export function usePaper(title: string | undefined, handling: HandlingMark | null | undefined): void {
  useEffect(() => {
    const { style } = document.documentElement;
    if (title) style.setProperty("--paper-title", asStyle(title));
    if (handling) style.setProperty("--paper-mark", asStyle(handlingWords[handling]));
    return () => {
      for (const name of ["--paper-title", "--paper-mark"]) style.removeProperty(name);
    };
  }, [title, handling]);
}

/** A text as a string of CSS, whatever it has in it. */
function asStyle(text: string): string {
  return `"${text.replace(/["\\\p{Cc}]/gu, (one) => `\\${one.charCodeAt(0).toString(16)} `)}"`;
}
