import type { PageTexts, QuotePlace, TextQuote } from "../../../model/index.js";
import { type EvenText, evenText, readable } from "./even-text.js";
import { endsWith, findWords, type Span, startsWith } from "./find-words.js";

/** Characters of the neighbourhood that are kept on each side at least, and at most where fewer do not tell places apart. */
const leastContext = 32;
const mostContext = 200;

/** What a quote is asked for by. */
export interface Wanted {
  exact: string;
  /** From 1; any page where nothing is said. */
  page?: number | undefined;
  /** Words right before it, and right behind it. */
  prefix?: string | undefined;
  suffix?: string | undefined;
}

export interface Found {
  selector: TextQuote;
  place: QuotePlace;
}

interface Candidate {
  page: number;
  span: Span;
}

/** Every place of a quote, with what stands around it. One is the quote; of more, somebody has to say which. */
export function findQuote({ pages }: PageTexts, wanted: Wanted): Found[] {
  const exact = evenText(wanted.exact).text;
  const [prefix, suffix] = [evenText(wanted.prefix ?? "").text, evenText(wanted.suffix ?? "").text];
  const even = pages.map(({ text }) => evenText(text));
  const all = even.flatMap((page, index) => findWords(page, exact).map((span): Candidate => ({ page: index + 1, span })));
  const fitting = all.filter(({ page, span: { start, end } }) => {
    const { text } = even[page - 1] as EvenText;
    return (
      (wanted.page === undefined || wanted.page === page) &&
      (prefix === "" || endsWith(text.slice(0, start), prefix)) &&
      (suffix === "" || startsWith(text.slice(end), suffix))
    );
  });
  return fitting.map(({ page, span }) => {
    const text = even[page - 1] as EvenText;
    const place = placeOf(text, span, { page, label: pages[page - 1]?.label ?? "" });
    return { place, selector: { exact: readable(exact), ...context(even, all, { page, span }) } };
  });
}

/** A span of an even text as a place in the kept text. */
export function placeOf({ places }: EvenText, { start, end }: Span, { page, label }: { page: number; label: string }): QuotePlace {
  // The last character may stand for several: the place ends where the next begins.
  return { page, label, start: places[start] ?? 0, end: places[end] ?? 0 };
}

/** What stands before and behind a place: so much that no other place of the same words has it too, where that is possible. */
function context(pages: EvenText[], all: Candidate[], own: Candidate): Pick<TextQuote, "prefix" | "suffix"> {
  const around = ({ page, span: { start, end } }: Candidate, size: number) => {
    const { text } = pages[page - 1] as EvenText;
    return { prefix: before(text, start, size), suffix: behind(text, end, size) };
  };
  for (let size = leastContext; ; size = Math.min(size * 2, mostContext)) {
    const mine = around(own, size);
    const others = all.filter(({ page, span }) => page !== own.page || span.start !== own.span.start).map((one) => around(one, size));
    if (size === mostContext || others.every(({ prefix, suffix }) => prefix !== mine.prefix || suffix !== mine.suffix)) return mine;
  }
}

/** Not less than `size` characters, up to the beginning of a word where one is near. */
function before(text: string, end: number, size: number): string {
  const least = Math.max(0, end - size);
  // Where no space stands before it, the page begins with that word.
  const word = text.lastIndexOf(" ", least);
  const from = least - word < 20 ? word + 1 : least;
  return whole(readable(text.slice(from, end)))
    .slice(-mostContext)
    .trimStart();
}

function behind(text: string, start: number, size: number): string {
  const least = Math.min(text.length, start + size);
  const word = text.indexOf(" ", least);
  const until = word >= 0 && word - least < 20 ? word : Math.min(text.length, word < 0 && text.length - least < 20 ? text.length : least);
  return whole(readable(text.slice(start, until)))
    .slice(0, mostContext)
    .trimEnd();
}

/** Halves of a pair that a cut left over are no characters. */
function whole(text: string): string {
  return text.replace(/\p{Cs}/gu, "");
}
