import type { PageTexts, Quote, QuoteCheck } from "../../../model/index.js";
import { type EvenText, evenText, readable } from "./even-text.js";
import { endsWith, findWords, type Span, startsWith } from "./find-words.js";
import { placeOf } from "./take-quote.js";
import { sharedWords, wordChanges } from "./word-changes.js";

/** Words alone, without their neighbours, are taken for the quote only where they are so long and stand once. */
const longEnough = 40;
/** What stands between the neighbours may be so much longer than the quote was. */
const roomBeside = 400;
/** So much of a neighbour tells it, where the rest of it changed. */
const nearest = 24;
/** With one neighbour alone, so much of the quote's words has to be there too. */
const enoughShared = 0.5;
/** More places beside one neighbour are not looked at: it stands everywhere, and tells none. */
const mostBeside = 200;

interface Ranked extends Candidate {
  rank: number;
}

export type Outcome = Pick<QuoteCheck, "outcome" | "because" | "place" | "now" | "changes">;

/** The pages of a file made even, once for all its quotes. */
export interface EvenPages extends Pick<PageTexts, "pages"> {
  even: EvenText[];
}

export function evenPages({ pages }: Pick<PageTexts, "pages">): EvenPages {
  return { pages, even: pages.map(({ text }) => evenText(text)) };
}

interface Candidate {
  page: number;
  span: Span;
}

/**
 * Looks for a quote in the text of a file, which may be another capture of the same source. `found`: the very words among the same neighbours;
 * `moved`: the very words elsewhere; `changed`: the neighbours are there, with other words between them; `gone`: neither. What is merely alike is
 * never found.
 */
export function recheckQuote({ selector, place }: Pick<Quote, "selector" | "place">, { pages, even }: EvenPages): Outcome {
  const exact = evenText(selector.exact).text;
  const placed = ({ page, span }: Candidate) => placeOf(even[page - 1] as EvenText, span, { page, label: pages[page - 1]?.label ?? "" });
  const all = even.flatMap((text, index) => findWords(text, exact).map((span): Candidate => ({ page: index + 1, span })));
  const sides = (one: Candidate) => neighbours(even[one.page - 1] as EvenText, one.span, selector);
  // The beginning of a page, or a word or two, is no neighbour that tells a short quote from a look-alike.
  const telling = (side: string) => exact.length >= longEnough || side.length >= nearest;

  const among = all.filter((one) => sides(one).before && sides(one).behind);
  const far = (one: Candidate) => Math.abs((placed(one)?.start ?? 0) - place.start);
  const same = among.filter(({ page }) => page === place.page).sort((one, other) => far(one) - far(other))[0] ?? among[0];
  if (same) return stands(placed(same), same.page === place.page, among.length);

  const change = between(even, selector, exact, place.page);
  if (change) return changedAt(change, selector.exact, even, placed);

  const beside = all.filter((one) => {
    const { before, behind } = sides(one);
    return before !== behind && telling(before ? selector.prefix : selector.suffix);
  });
  const [half] = beside.length === 1 ? beside : beside.filter(({ page }) => page === place.page);
  if (half && beside.filter(({ page }) => page === half.page).length === 1) {
    const outcome = stands(placed(half), half.page === place.page, 1);
    return { ...outcome, because: `${outcome.because}; what stands on one side of it is another text now` };
  }
  const [only] = all;
  if (only && all.length === 1 && exact.length >= longEnough)
    return {
      outcome: "moved",
      because: "the very words stand in it once, among other neighbours",
      place: placed(only),
      now: null,
      changes: [],
    };
  const elsewhere =
    all.length > 0
      ? `; the same words stand ${all.length === 1 ? "once" : `${all.length} times`} among other neighbours, which is not taken for the quote`
      : "";
  return {
    outcome: "gone",
    because: `neither the words among their neighbours nor the neighbours are there${elsewhere}`,
    place: null,
    now: null,
    changes: [],
  };
}

function stands(place: Outcome["place"], samePage: boolean, places: number): Outcome {
  const many = places > 1 ? `; it stands so ${places} times` : "";
  return samePage
    ? { outcome: "found", because: `the very words stand among the same neighbours${many}`, place, now: null, changes: [] }
    : {
        outcome: "moved",
        because: `the very words stand among the same neighbours, on page ${place?.label}${many}`,
        place,
        now: null,
        changes: [],
      };
}

/** Which sides of a place are as they were. A side without a neighbour, at the end of a page, is as it was where it still has none. */
function neighbours({ text }: EvenText, { start, end }: Span, { prefix, suffix }: Quote["selector"]): { before: boolean; behind: boolean } {
  const [left, right] = [text.slice(0, start), text.slice(end)];
  const before = prefix === "" ? left.trim() === "" : endsWith(left, evenText(prefix).text);
  const behind = suffix === "" ? right.trim() === "" : startsWith(right, evenText(suffix).text);
  return { before, behind };
}

/** What stands where the quote stood: between both neighbours, or beside one of them where it is still much of the quote. */
function between(pages: EvenText[], { prefix, suffix }: Quote["selector"], exact: string, page: number): Candidate | undefined {
  const [left, right] = [evenText(prefix).text, evenText(suffix).text];
  const room = exact.length * 2 + roomBeside;
  const candidates = pages.flatMap((even, index) => {
    const { text } = even;
    const lefts = left === "" ? [0] : places(even, left, "end").map(({ end }) => end);
    const rights = right === "" ? [text.length] : places(even, right, "start").map(({ start }) => start);
    const both = lefts.flatMap((from) => {
      const until = rights.find((one) => one >= from);
      return until !== undefined && until - from <= room && (left !== "" || right !== "") ? [{ start: from, end: until }] : [];
    });
    const one = [
      ...(left === "" ? [] : lefts.map((from) => ({ start: from, end: wordEnd(text, Math.min(text.length, from + exact.length)) }))),
      ...(right === "" ? [] : rights.map((until) => ({ start: wordStart(text, Math.max(0, until - exact.length)), end: until }))),
    ]
      .slice(0, mostBeside)
      .filter(({ start, end }) => sharedWords(exact, text.slice(start, end)) >= enoughShared);
    return (both.length > 0 ? both : one).map((span): Ranked => {
      const rank = Number(both.length > 0) * 4 + Number(index + 1 === page) * 2 + sharedWords(exact, text.slice(span.start, span.end));
      return { page: index + 1, span, rank };
    });
  });
  return candidates.sort((one, other) => other.rank - one.rank)[0];
}

/** Where a neighbour stands: all of it, or what is nearest to the quote where further off something else changed. */
function places(even: EvenText, neighbour: string, side: "start" | "end"): Span[] {
  const whole = findWords(even, neighbour);
  if (whole.length > 0 || neighbour.length <= nearest) return whole;
  const near =
    side === "end" ? neighbour.slice(wordStart(neighbour, neighbour.length - nearest)) : neighbour.slice(0, wordEnd(neighbour, nearest));
  return findWords(even, near);
}

function changedAt(change: Candidate, exact: string, pages: EvenText[], placed: (one: Candidate) => Outcome["place"]): Outcome {
  const now = readable((pages[change.page - 1] as EvenText).text.slice(change.span.start, change.span.end)).trim();
  if (now === "")
    return {
      outcome: "gone",
      because: "its neighbours stand next to each other: the words between them were taken out",
      place: null,
      now: null,
      changes: [],
    };
  return {
    outcome: "changed",
    because: "its neighbours are there, and other words stand beside them",
    place: placed(change),
    now: now.slice(0, 40_000),
    changes: wordChanges(exact, now).slice(0, 5000),
  };
}

function wordEnd(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  return space < 0 ? text.length : space;
}

function wordStart(text: string, at: number): number {
  return text.lastIndexOf(" ", at) + 1;
}
