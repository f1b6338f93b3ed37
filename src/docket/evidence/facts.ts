import { type EvidenceChange, Fact, type FactSupport, type HandlingMark, isOpenTo, type Quote, strictestMark } from "../../model/index.js";
import type { Doing } from "../cases/change.js";
import { type Docket, DocketError, type DocketView } from "../journal/index.js";
import { changed, checked, entryOf, type Kept, nextId, one, seenOne, shortId, stillThere, wholeId } from "./case-objects.js";

export interface NewFact {
  text: string;
  quotes: string[];
  supposed?: boolean | undefined;
  /** The strictest of its quotes where nothing is said, and internal without any. */
  handling?: HandlingMark | undefined;
  note?: string | null | undefined;
}

/**
 * States a fact, with the quotes that it rests on. Without any it is kept, and listed as without evidence.
 *
 * @throws DocketError `refused` for a supposition that claims evidence, or a quote that was withdrawn
 */
export function stateFact(docket: Docket, of: string, given: NewFact, doing: Doing): Promise<EvidenceChange> {
  return changed<Fact>(docket, { of, kind: "fact", did: "fact-stated" }, { ...doing, asks: { fact: given } }, async (view) => {
    const quotes = await citable(view, of, given.quotes);
    const state = factOf({ ...given, handling: given.handling ?? strictest(quotes) }, quotes);
    const id = await nextId(view, of, "fact");
    return { id, entries: [entryOf(of, "fact", id, state, { act: "fact-stated", seen: 0 })], remarks: remarksOf(state, quotes) };
  });
}

export type FactEdit = Partial<Pick<Fact, "text" | "quotes" | "supposed" | "handling" | "note">>;

/**
 * Changes a fact: its words, its quotes, whether it is supposed, how it may be handled.
 *
 * @throws ConflictError where another version is there than was seen, with mine, theirs and merged
 */
export function editFact(
  docket: Docket,
  of: string,
  id: string,
  edit: FactEdit,
  reason: string | null,
  { seen, ...doing }: Doing & { seen?: number | undefined },
): Promise<EvidenceChange> {
  const asks = { id, edit, reason, seen: seen ?? null };
  return changed<Fact>(docket, { of, kind: "fact", did: "fact-edited" }, { ...doing, asks }, async (view) => {
    stillThere(await one<Fact>(view, of, "fact", id));
    const found = await seenOne<Fact>(view, of, "fact", id, seen);
    const { state } = found;
    const quotes = await citable(view, of, edit.quotes ?? state.quotes);
    const handling = edit.handling ?? strictestMark([state.handling, strictest(quotes)]);
    const after = factOf({ ...state, ...edit, handling }, quotes);
    return {
      id: found.id,
      entries: [entryOf(of, "fact", found.id, after, { act: "fact-edited", reason, seen: found.version })],
      remarks: remarksOf(after, quotes),
    };
  });
}

/** Withdraws a fact: it stays in the record. */
export function withdrawFact(docket: Docket, of: string, id: string, why: string, doing: Doing): Promise<EvidenceChange> {
  return changed<Fact>(docket, { of, kind: "fact", did: "fact-withdrawn" }, { ...doing, asks: { id, why } }, async (view) => {
    const found = await one<Fact>(view, of, "fact", id);
    const after = { ...stillThere(found), withdrawn: why };
    return { id: found.id, entries: [entryOf(of, "fact", found.id, after, { act: "fact-withdrawn", reason: why, seen: found.version })] };
  });
}

/** What a fact rests on, given the quotes of its case. A quote that a re-check found changed or gone carries nothing. */
export function supportOf({ quotes, supposed }: Fact, all: ReadonlyMap<string, Quote>): FactSupport {
  if (supposed) return "supposed";
  if (quotes.length === 0) return "none";
  return quotes.some((id) => stands(all.get(id))) ? "quoted" : "weakened";
}

function stands(quote: Quote | undefined): boolean {
  if (!quote || quote.withdrawn !== null) return false;
  return quote.checked === null || quote.checked.outcome === "found" || quote.checked.outcome === "moved";
}

async function citable(view: DocketView, of: string, ids: readonly string[]): Promise<Kept<Quote>[]> {
  const quotes: Kept<Quote>[] = [];
  for (const id of new Set(ids.map((one) => wholeId(of, one)))) {
    const found = await one<Quote>(view, of, "quote", id);
    stillThere(found);
    quotes.push(found);
  }
  return quotes;
}

function strictest(quotes: Kept<Quote>[]): HandlingMark {
  return quotes.length === 0 ? "internal" : strictestMark(quotes.map(({ state }) => state.handling));
}

function factOf({ text, supposed = false, handling, note }: Omit<NewFact, "quotes">, quotes: Kept<Quote>[]): Fact {
  if (supposed && quotes.length > 0)
    throw new DocketError("refused", "a fact that is supposed rests on nobody's words: give it quotes, or let it be supposed.");
  return checked(Fact, { text, quotes: quotes.map(({ id }) => id), supposed, handling, note: note ?? null, withdrawn: null }, "a fact");
}

function remarksOf({ quotes, supposed, handling }: Fact, cited: Kept<Quote>[]): string[] {
  const stricter = cited.filter(({ state }) => state.handling !== handling && isOpenTo(handling, state.handling));
  return [
    ...(supposed ? ["It is supposed: a person takes it as given, and it is told as that."] : []),
    ...(!supposed && quotes.length === 0 ? ["It has no evidence, and is listed as that until a quote carries it."] : []),
    ...(stricter.length > 0
      ? [
          `It is ${handling}, more open than ${stricter.map(({ id }) => shortId(id)).join(", ")}: see that its words give nothing of them away.`,
        ]
      : []),
  ];
}
