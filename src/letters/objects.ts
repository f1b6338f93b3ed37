import type { DocketView } from "../docket/index.js";
import { type Evidence, EvidenceItem, Fact, type HandlingMark, type Json, Quote, strictestMark } from "../model/index.js";
import type { CitedObject } from "./record.js";

/** The evidence, quotes and facts of a case as what sentences can rest on, by kind and short id, such as `fact f1`. */
export async function evidenceObjects(view: DocketView, of: string): Promise<Map<string, CitedObject>> {
  const evidence = await read(view, of, "evidence", (state) => EvidenceItem.parse(state));
  const quotes = await read(view, of, "quote", (state) => Quote.parse(state));
  const facts = await read(view, of, "fact", (state) => Fact.parse(state));
  const cited = new Map<string, CitedObject>();
  for (const [id, item] of evidence)
    cited.set(`evidence ${id}`, { text: "", evidence: [sourceOf(id, item)], handling: item.handling, missing: withdrawnWords(item) });
  for (const [id, quote] of quotes) cited.set(`quote ${id}`, quoteObject(id, quote, evidence.get(shortId(quote.evidence))));
  for (const [id, fact] of facts) cited.set(`fact ${id}`, factObject(fact, cited));
  return cited;
}

async function read<State>(view: DocketView, of: string, kind: string, parse: (state: Json) => State): Promise<Map<string, State>> {
  return new Map((await view.objects({ kind, case: of })).map(({ id, state }) => [shortId(id), parse(state)]));
}

function shortId(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

function withdrawnWords({ withdrawn }: { withdrawn: string | null }): string | null {
  return withdrawn === null ? null : `it was withdrawn: ${withdrawn}`;
}

/** A file of the case as a source, by its digest. */
function sourceOf(id: string, { title, publisher, published, retrieved, source, grade, files }: EvidenceItem): Evidence {
  const original = files.find(({ role }) => role === "original");
  const graded = [grade.reliability, grade.credibility].filter(Boolean).join("");
  return {
    kind: "reference",
    locator: [source, `evidence ${id}`, original && `SHA-256 ${original.sha256}`, graded && `graded ${graded}`].filter(Boolean).join(", "),
    title,
    ...(publisher ? { publisher } : {}),
    ...(published ? { asOf: published } : {}),
    ...(retrieved ? { retrieved } : {}),
    ...(original ? { sha256: original.sha256 } : {}),
  };
}

/** A quote that a re-check found changed or gone is no source any more. */
function quoteObject(id: string, quote: Quote, item: EvidenceItem | undefined): CitedObject {
  const { selector, place, checked } = quote;
  const lost =
    checked && (checked.outcome === "changed" || checked.outcome === "gone") ? `the quote is ${checked.outcome}: ${checked.because}` : null;
  const missing = withdrawnWords(quote) ?? (item ? withdrawnWords(item) : "its file is not in the case") ?? lost;
  const source = item && sourceOf(shortId(quote.evidence), item);
  const evidence = source ? [{ ...source, locator: `${source.locator}, page ${place.label}, quote ${id}`, quote: selector.exact }] : [];
  return { text: "", evidence, handling: strictestMark([quote.handling, item?.handling ?? "internal"]), missing };
}

/** A fact rests on its quotes that stand. One that is supposed rests on nobody but who supposed it. */
function factObject(fact: Fact, cited: ReadonlyMap<string, CitedObject>): CitedObject {
  const all = fact.quotes.flatMap((id) => cited.get(`quote ${shortId(id)}`) ?? []);
  const standing = all.filter(({ missing }) => missing === null);
  const handling: HandlingMark = strictestMark([fact.handling, ...all.map((one) => one.handling)]);
  const none = fact.supposed
    ? "it is supposed, without evidence"
    : all.length > 0
      ? `no quote of it stands: ${all[0]?.missing}`
      : "it has no quote";
  return {
    text: fact.text,
    evidence: standing.flatMap(({ evidence }) => evidence),
    handling,
    missing: withdrawnWords(fact) ?? (standing.length > 0 ? null : none),
  };
}
