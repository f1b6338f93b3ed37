import type { EvidenceItem, EvidenceShown, HandlingMark, Quote, StoredFile } from "../../model/index.js";
import type { Doing } from "../cases/change.js";
import { noteRead } from "../cases/reads.js";
import { type Docket, DocketError, type DocketView } from "../journal/index.js";
import { all, type Kept, one, shortId } from "./case-objects.js";
import { keptText } from "./quotes/page-texts.js";
import { shownEvidence, shownQuote } from "./shown.js";

/**
 * Records the reading of a piece of evidence that is restricted, before anything of it is given. Every way to its file and its text goes through here.
 *
 * @returns the entry that says so; null where it is not restricted
 */
async function readingOf(
  docket: Docket,
  of: string,
  { id, state }: Kept<EvidenceItem>,
  sha256: string | null,
  doing: Doing,
): Promise<number | null> {
  if (state.handling !== "restricted") return null;
  const head = await noteRead(
    docket,
    { act: "item-read", case: of, item: `evidence ${shortId(id)}`, handling: state.handling, sha256 },
    doing,
  );
  return head.number;
}

/** A piece of evidence with its quotes, and the text of the pages that are asked for. The reading of a restricted one is an entry. */
export async function openEvidence(docket: Docket, of: string, id: string, pages: readonly number[], doing: Doing): Promise<EvidenceShown> {
  const found = await docket.read((view) => one<EvidenceItem>(view, of, "evidence", id));
  const read = await readingOf(docket, of, found, null, doing);
  return { ...(await docket.read((view) => showEvidence(view, of, id, pages))), read };
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

export type ReadFile = EvidenceFile & { read: number | null };

/**
 * A file of a piece of evidence: the original, or the text that was taken out of it. The reading of a restricted one is an entry.
 *
 * @throws DocketError `not-found` where it has none of that role
 */
export async function readEvidenceFile(docket: Docket, of: string, id: string, role: "original" | "text", doing: Doing): Promise<ReadFile> {
  const found = await docket.read((view) => one<EvidenceItem>(view, of, "evidence", id));
  const read = await readingOf(docket, of, found, fileOf(found, role).sha256, doing);
  return { ...(await docket.read((view) => evidenceFile(view, of, id, role))), read };
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
