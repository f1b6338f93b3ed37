import { useEffect } from "react";
/**
 * Names in the margin of every printed page what is printed, and how it may be handled.
 *
 * @param title of the review, case or screen, with the day that it is of
 * @param mark how it may be handled, in words
 */
export function usePaper(title: string | undefined, mark: string | undefined): void {
  useMargin("--paper-title", title);
  useMargin("--paper-mark", mark);
}

/** Writes up to which entry of the journal a printed page is, on every page: a print can be held against the record. */
export function usePaperHead(head: string | undefined): void {
  useMargin("--paper-head", head);
}

function useMargin(name: string, text: string | undefined): void {
  useEffect(() => {
    const { style } = document.documentElement;
    if (text) style.setProperty(name, asStyle(text));
    return () => {
      style.removeProperty(name);
    };
  }, [name, text]);
}

/** A text as a string of CSS, whatever it has in it. */
function asStyle(text: string): string {
  return `"${text.replace(/["\\\p{Cc}]/gu, (one) => `\\${one.charCodeAt(0).toString(16)} `)}"`;
}
