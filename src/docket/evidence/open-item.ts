import type { EvidenceItem, EvidenceShown, HandlingMark, JournalHead, Quote, StoredFile } from "../../model/index.js";
import type { Doing } from "../cases/change.js";
import { noteReads, type ReadItem } from "../cases/reads.js";
import { type Docket, DocketError, type DocketView } from "../journal/index.js";
import { all, type Kept, one, shortId } from "./case-objects.js";
import { keptText } from "./quotes/page-texts.js";
import { shownEvidence, shownQuote } from "./shown.js";

/**
 * A piece of evidence with its quotes, and the text of the pages that are asked for. The reading of what is restricted of it is an entry, made
 * before anything of it is given.
 */
export async function openEvidence(
  docket: Docket,
  of: string,
  id: string,
  pages: readonly number[],
  doing: Omit<Doing, "key">,
): Promise<EvidenceShown> {
  const shown = await docket.read((view) => showEvidence(view, of, id, []));
  const head = await noteReads(docket, readOfEvidence(shown), doing);
  return { ...(await docket.read((view) => showEvidence(view, of, id, pages))), read: head?.number ?? null };
}

/** What is read where a piece of evidence is opened: itself, and its quotes, as far as they are restricted. */
export function readOfEvidence({ case: of, id, item, quotes }: EvidenceShown): ReadItem[] {
  const all = [
    { item: `evidence ${shortId(id)}`, handling: item.handling },
    ...quotes.map((one) => ({ item: `quote ${shortId(one.id)}`, handling: one.quote.handling })),
  ];
  return all
    .filter(({ handling }) => handling === "restricted")
    .map((one): ReadItem => ({ act: "item-read", case: of, ...one, sha256: null }));
}

/** The same, for whoever records the reading itself. */
export async function showEvidence(view: DocketView, of: string, id: string, pages: readonly number[]): Promise<EvidenceShown> {
  const found = await one<EvidenceItem>(view, of, "evidence", id);
  const quotes = (await all<Quote>(view, of, "quote")).filter(({ state }) => state.evidence === found.id);
  const { quotes: _, ...shown } = await shownEvidence(view, found, []);
  const own: EvidenceShown["quotes"] = [];
  for (const quote of quotes) own.push(await shownQuote(view, quote, [found]));
  const texts = pages.length > 0 ? (await keptText(view, found)).texts.pages : [];
  const asked = pages.map((page) => {
    const text = texts[page - 1];
    if (!text) throw new DocketError("not-found", `${shortId(found.id)} has ${texts.length} pages, and no page ${page}.`);
    return { page, ...text };
  });
  return { schemaVersion: "1", case: of, ...shown, quotes: own, pages: asked, read: null, head: await view.head() };
}

export interface EvidenceFile {
  id: string;
  handling: HandlingMark;
  file: StoredFile;
  content: Uint8Array;
}

export type TakenFile = EvidenceFile & { head: JournalHead };

/**
 * A file of a piece of evidence: the original, or the text that was taken out of it. That it was taken out is an entry.
 *
 * @throws DocketError `not-found` where it has none of that role
 */
export async function takeEvidenceFile(
  docket: Docket,
  of: string,
  id: string,
  role: "original" | "text",
  doing: Omit<Doing, "key">,
): Promise<TakenFile> {
  const found = await docket.read((view) => evidenceFile(view, of, id, role));
  const item = { item: `evidence ${shortId(found.id)}`, handling: found.handling, sha256: found.file.sha256 };
  const head = await noteReads(docket, [{ act: "exported", case: of, ...item }], doing);
  return { ...found, head: head ?? (await docket.read((view) => view.head())) };
}

/** The same, for whoever records the reading itself. */
export async function evidenceFile(view: DocketView, of: string, id: string, role: "original" | "text"): Promise<EvidenceFile> {
  const found = await one<EvidenceItem>(view, of, "evidence", id);
  const file = fileOf(found, role);
  const content = await view.file(file.sha256);
  if (!content)
    throw new DocketError("broken", `the file ${file.sha256} is missing from the store. \`beholden docket verify\` names every one.`);
  return { id: found.id, handling: found.state.handling, file, content };
}

function fileOf({ id, state }: Kept<EvidenceItem>, role: string): StoredFile {
  const file = state.files.find((one) => one.role === role);
  if (!file) throw new DocketError("not-found", `${shortId(id)} has no ${role} (${state.format}).`);
  return file;
}
