import type {
  EvidenceItem,
  EvidenceList,
  Fact,
  FactList,
  FactShown,
  Quote,
  ShownCase,
  ShownEvidence,
  ShownFact,
  ShownQuote,
} from "../../model/index.js";
import type { DocketView } from "../journal/index.js";
import { all, type Kept, type Kind, madeBy, one, theCase } from "./case-objects.js";
import { supportOf } from "./facts.js";

/** The evidence of a case with its quotes, and the facts that rest on none that stands. */
export async function listEvidence(view: DocketView, of: string): Promise<EvidenceList> {
  await theCase(view, of);
  const [items, quotes, facts] = [
    await all<EvidenceItem>(view, of, "evidence"),
    await all<Quote>(view, of, "quote"),
    await shownFacts(view, of),
  ];
  return {
    schemaVersion: "1",
    case: of,
    evidence: await inOrder(items, (item) => shownEvidence(view, item, quotes)),
    quotes: await inOrder(quotes, (quote) => shownQuote(view, quote, items)),
    withoutEvidence: without(facts),
    restricted: [],
    head: await view.head(),
  };
}

/** How much evidence a case has, and which of its facts rest on none. */
export async function evidenceOf(view: DocketView, of: string): Promise<ShownCase["evidence"]> {
  const there = async (kind: Kind) =>
    (await all<{ withdrawn: string | null }>(view, of, kind)).filter(({ state }) => state.withdrawn === null).length;
  const facts = await there("fact");
  return {
    items: await there("evidence"),
    quotes: await there("quote"),
    facts,
    withoutEvidence: facts === 0 ? [] : without(await shownFacts(view, of)),
  };
}

function without(facts: ShownFact[]): ShownFact[] {
  return facts.filter(({ support, fact }) => fact.withdrawn === null && support !== "quoted");
}

/** The facts of a case with what each rests on. */
export async function listFacts(view: DocketView, of: string): Promise<FactList> {
  await theCase(view, of);
  const items = await all<EvidenceItem>(view, of, "evidence");
  const facts = await shownFacts(view, of);
  const cited = new Set(facts.flatMap(({ fact }) => fact.quotes));
  const quotes = (await all<Quote>(view, of, "quote")).filter(({ id }) => cited.has(id));
  return {
    schemaVersion: "1",
    case: of,
    facts,
    quotes: await inOrder(quotes, (quote) => shownQuote(view, quote, items)),
    restricted: [],
    head: await view.head(),
  };
}

/**
 * One fact with the quotes that it rests on.
 *
 * @throws DocketError `not-found` where the case has none of that id
 */
export async function showFact(view: DocketView, of: string, name: string): Promise<FactShown> {
  const found = await one<Fact>(view, of, "fact", name);
  const items = await all<EvidenceItem>(view, of, "evidence");
  const quotes = await all<Quote>(view, of, "quote");
  const own = quotes.filter(({ id }) => found.state.quotes.includes(id));
  return {
    ...{ schemaVersion: "1", case: of, id: found.id, version: found.version },
    stated: await madeBy(view, "fact", found.id),
    support: supportOf(found.state, new Map(quotes.map(({ id, state }) => [id, state]))),
    fact: found.state,
    quotes: await inOrder(own, (quote) => shownQuote(view, quote, items)),
    head: await view.head(),
  };
}

/** The facts of a case, with what each rests on. */
export async function shownFacts(view: DocketView, of: string): Promise<ShownFact[]> {
  const quotes = new Map((await all<Quote>(view, of, "quote")).map(({ id, state }) => [id, state]));
  return inOrder(await all<Fact>(view, of, "fact"), async ({ id, version, state }) => ({
    id,
    version,
    stated: await madeBy(view, "fact", id),
    support: supportOf(state, quotes),
    fact: state,
  }));
}

export async function shownEvidence(
  view: DocketView,
  { id, version, state }: Kept<EvidenceItem>,
  quotes: Kept<Quote>[],
): Promise<ShownEvidence> {
  const own = quotes.filter((quote) => quote.state.evidence === id && quote.state.withdrawn === null);
  return { id, version, added: await madeBy(view, "evidence", id), item: state, quotes: own.length };
}

export async function shownQuote(view: DocketView, { id, version, state }: Kept<Quote>, items: Kept<EvidenceItem>[]): Promise<ShownQuote> {
  const item = items.find((one) => one.id === state.evidence)?.state;
  return {
    id,
    version,
    taken: await madeBy(view, "quote", id),
    title: item?.title ?? "",
    grade: item?.grade ?? { reliability: null, credibility: null },
    quote: state,
  };
}

/** One question after the other: they share a connection. */
async function inOrder<Item, Result>(items: Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
