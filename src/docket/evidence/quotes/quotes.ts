import {
  type EvidenceChange,
  type EvidenceItem,
  type Fact,
  type HandlingMark,
  isOpenTo,
  Quote,
  type QuoteRecheck,
  strictestMark,
} from "../../../model/index.js";
import type { Doing } from "../../cases/change.js";
import { noteReads } from "../../cases/reads.js";
import { type Docket, DocketError, type DocketView } from "../../journal/index.js";
import { all, changed, checked, entryOf, type Kept, nextId, one, shortId, stillThere, theCase } from "../case-objects.js";
import { keptText } from "./page-texts.js";
import { type EvenPages, evenPages, recheckQuote } from "./recheck-quote.js";
import { type Found, findQuote, type Wanted } from "./take-quote.js";

/** Places that are shown where a quote has several. */
const mostShown = 10;

export interface NewQuote extends Wanted {
  /** That of its evidence where nothing is said. */
  handling?: HandlingMark | undefined;
  translation?: string | null | undefined;
  note?: string | null | undefined;
}

/**
 * Takes a quote out of a piece of evidence.
 *
 * @throws DocketError `refused` where the very words are not in it, stand in several places, or would be more open than their file
 */
export function takeQuote(docket: Docket, of: string, evidence: string, given: NewQuote, doing: Doing): Promise<EvidenceChange> {
  return changed<Quote>(docket, { of, kind: "quote", did: "quote-taken" }, { ...doing, asks: { evidence, quote: given } }, async (view) => {
    const found = await one<EvidenceItem>(view, of, "evidence", evidence);
    const item = stillThere(found);
    const handling = given.handling ?? item.handling;
    if (handling !== item.handling && isOpenTo(handling, item.handling))
      throw new DocketError(
        "refused",
        `${shortId(found.id)} is ${item.handling}: a quote of it cannot be ${handling}. Mark the evidence first.`,
      );
    const { sha256, texts } = await keptText(view, found);
    if (given.page !== undefined && given.page > texts.pages.length)
      throw new DocketError("invalid", `${shortId(found.id)} has ${texts.pages.length} pages, and no page ${given.page}.`);
    const { selector, place } = theOne(findQuote(texts, given), given, shortId(found.id), item.handling);
    const state = checked(
      Quote,
      {
        evidence: found.id,
        file: item.files[0]?.sha256,
        text: sha256,
        selector,
        place,
        translation: given.translation ?? null,
        note: given.note ?? null,
        handling,
        checked: null,
        withdrawn: null,
      },
      "a quote",
    );
    const id = await nextId(view, of, "quote");
    return { id, entries: [entryOf(of, "quote", id, state, { act: "quote-taken", seen: 0 })] };
  });
}

function theOne(found: Found[], { exact, page, prefix, suffix }: NewQuote, name: string, mark: HandlingMark): Found {
  const [first] = found;
  const narrowed = page !== undefined || prefix || suffix ? " there" : "";
  if (!first)
    throw new DocketError(
      "refused",
      `"${short(exact)}" does not stand in ${name}${narrowed}: not one word may differ, on one page. \`beholden docket evidence show … ${name} --page N\` shows its text.`,
    );
  if (found.length > 1) {
    const places = found.slice(0, mostShown).map(({ place, selector }) =>
      // A refusal is no way to read what is restricted.
      mark === "restricted"
        ? `page ${place.page}`
        : `page ${place.page}: "…${selector.prefix.slice(-30)}[…]${selector.suffix.slice(0, 30)}…"`,
    );
    throw new DocketError(
      "refused",
      `"${short(exact)}" stands ${found.length} times in ${name}${narrowed}. Say which one with --page, --prefix or --suffix: ${places.join("; ")}.`,
    );
  }
  return first;
}

/** Changes how a quote may be handled, within what its evidence allows. */
export function markQuote(
  docket: Docket,
  of: string,
  id: string,
  handling: HandlingMark,
  reason: string | null,
  doing: Doing,
): Promise<EvidenceChange> {
  return changed<Quote>(docket, { of, kind: "quote", did: "quote-marked" }, { ...doing, asks: { id, handling, reason } }, async (view) => {
    const found = await one<Quote>(view, of, "quote", id);
    const state = stillThere(found);
    const { state: item } = await one<EvidenceItem>(view, of, "evidence", state.evidence);
    if (strictestMark([handling, item.handling]) !== handling)
      throw new DocketError("refused", `its evidence ${shortId(state.evidence)} is ${item.handling}: the quote cannot be ${handling}.`);
    return {
      id: found.id,
      entries: [entryOf(of, "quote", found.id, { ...state, handling }, { act: "quote-marked", reason, seen: found.version })],
    };
  });
}

/**
 * Withdraws a quote.
 *
 * @throws DocketError `refused` while facts rest on it
 */
export function withdrawQuote(docket: Docket, of: string, id: string, why: string, doing: Doing): Promise<EvidenceChange> {
  return changed<Quote>(docket, { of, kind: "quote", did: "quote-withdrawn" }, { ...doing, asks: { id, why } }, async (view) => {
    const found = await one<Quote>(view, of, "quote", id);
    const facts = (await all<Fact>(view, of, "fact")).filter(({ state }) => state.withdrawn === null && state.quotes.includes(found.id));
    if (facts.length > 0)
      throw new DocketError(
        "refused",
        `${facts.map((fact) => shortId(fact.id)).join(", ")} rest on ${shortId(found.id)}. Change or withdraw those first.`,
      );
    const after = { ...stillThere(found), withdrawn: why };
    return { id: found.id, entries: [entryOf(of, "quote", found.id, after, { act: "quote-withdrawn", reason: why, seen: found.version })] };
  });
}

export interface RecheckRequest {
  /** All that stand where none is named. */
  quotes: string[];
  /** The newest capture of each quote's source where nothing is said. */
  against?: string | undefined;
  /** Whether the outcome becomes part of the record. */
  record: boolean;
}

/** Looks again for quotes: in a piece of evidence, or each in the newest capture of its source. */
export async function recheckQuotes(docket: Docket, of: string, request: RecheckRequest, doing: Doing): Promise<QuoteRecheck> {
  const look = (view: DocketView) => checksOf(view, of, request, doing.at);
  if (!request.record) {
    const looked = await docket.read(look);
    // What is recorded tells by itself that the quote was looked at.
    const read = looked.filter(({ quote }) => quote.state.handling === "restricted");
    await noteReads(
      docket,
      read.map(({ quote: { id, state } }) => ({
        ...{ act: "item-read", case: of, item: `quote ${shortId(id)}`, handling: state.handling, sha256: null },
      })),
      doing,
    );
    const checks = looked.map(({ shown }) => shown);
    return { schemaVersion: "1", case: of, checks, recorded: false, entries: [], head: await docket.read((view) => view.head()) };
  }
  const asks = { case: of, did: "quotes-rechecked", quotes: request.quotes, against: request.against ?? null };
  const { entries, head } = await docket.append({ ...doing, asks }, async (view) =>
    (await look(view)).map(({ quote, shown }) =>
      entryOf(of, "quote", quote.id, { ...quote.state, checked: shown.check }, { act: "quote-rechecked", seen: quote.version }),
    ),
  );
  const checks = entries.flatMap(({ body }) => {
    const { selector, place, checked: check } = body.after as Quote;
    return check ? [{ id: body.object.id, exact: selector.exact, was: place, check }] : [];
  });
  return { schemaVersion: "1", case: of, checks, recorded: true, entries: entries.map(({ number }) => number), head };
}

async function checksOf(view: DocketView, of: string, { quotes, against }: RecheckRequest, at: string) {
  await theCase(view, of);
  const items = await all<EvidenceItem>(view, of, "evidence");
  const named =
    quotes.length > 0 ? await Promise.all(quotes.map((id) => one<Quote>(view, of, "quote", id))) : await all<Quote>(view, of, "quote");
  const standing =
    quotes.length > 0
      ? named.map((quote) => ({ ...quote, state: stillThere(quote) }))
      : named.filter(({ state }) => state.withdrawn === null);
  const target = against === undefined ? undefined : await one<EvidenceItem>(view, of, "evidence", against);
  const checks: { quote: Kept<Quote>; shown: QuoteRecheck["checks"][number] }[] = [];
  const texts = new Map<string, EvenPages>();
  for (const quote of standing) {
    const item = target ?? newestCapture(items, quote.state.evidence);
    const pages = texts.get(item.id) ?? evenPages((await keptText(view, item)).texts);
    texts.set(item.id, pages);
    const outcome = recheckQuote(quote.state, pages);
    const check = { at, against: item.id, file: item.state.files[0]?.sha256 ?? "", ...outcome };
    checks.push({ quote, shown: { id: quote.id, exact: quote.state.selector.exact, was: quote.state.place, check } });
  }
  return checks;
}

/** The newest capture of a source, by what says that it replaces what. */
function newestCapture(items: Kept<EvidenceItem>[], id: string): Kept<EvidenceItem> {
  const seen = new Set([id]);
  for (let current = id; ; ) {
    const next = items.findLast(({ id: other, state }) => state.replaces === current && state.withdrawn === null && !seen.has(other));
    if (!next) {
      const item = items.find((one) => one.id === current);
      if (!item) throw new DocketError("not-found", `there is no piece of evidence ${shortId(current)}.`);
      return item;
    }
    seen.add(next.id);
    current = next.id;
  }
}

function short(text: string): string {
  const even = text.replace(/\s+/g, " ").trim();
  return even.length > 80 ? `${even.slice(0, 79)}…` : even;
}
