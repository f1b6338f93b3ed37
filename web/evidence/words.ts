import type { FactSupport, Grade, QuoteOutcome } from "../../src/model/index.js";

/** What a fact rests on, in words. */
export const supportWords = {
  quoted: "Rests on a quote",
  weakened: "None of its quotes stands",
  none: "Without evidence",
  supposed: "Supposed, without evidence",
} satisfies Record<FactSupport, string>;

/** What became of a quote, in words. */
export const outcomeWords = {
  found: "Found",
  moved: "Moved",
  changed: "Changed",
  gone: "Gone",
} satisfies Record<QuoteOutcome, string>;

/** B2; a dash for what nobody graded. */
export function gradeText({ reliability, credibility }: Grade): string {
  return reliability === null && credibility === null ? "not graded" : `${reliability ?? "-"}${credibility ?? "-"}`;
}

/** What a language tag says, as this browser names it. */
export function languageWords(tag: string | null | undefined): string {
  if (!tag) return "not said";
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `1.4 MB` */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [amount, unit] = bytes < 1e6 ? [bytes / 1000, "kB"] : [bytes / 1e6, "MB"];
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${unit}`;
}
