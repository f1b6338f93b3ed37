import type { EvidenceItem, EvidenceShown, Quote, StoredFile } from "../../model/index.js";
import type { Doing } from "../cases/change.js";
import { noteRead } from "../cases/reads.js";
import { type Docket, DocketError } from "../journal/index.js";
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
  return docket.read(async (view) => {
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
    return { schemaVersion: "1", case: of, ...shown, quotes: own, pages: asked, read, head: await view.head() };
  });
}

export interface ReadFile {
  id: string;
  file: StoredFile;
  content: Uint8Array;
  read: number | null;
}

/**
 * A file of a piece of evidence: the original, or the text that was taken out of it. The reading of a restricted one is an entry.
 *
 * @throws DocketError `not-found` where it has none of that role
 */
export async function readEvidenceFile(docket: Docket, of: string, id: string, role: "original" | "text", doing: Doing): Promise<ReadFile> {
  const found: Kept<EvidenceItem> = await docket.read((view) => one<EvidenceItem>(view, of, "evidence", id));
  const file = found.state.files.find((one) => one.role === role);
  if (!file) throw new DocketError("not-found", `${shortId(found.id)} has no ${role} (${found.state.format}).`);
  const read = await readingOf(docket, of, found, file.sha256, doing);
  const content = await docket.read((view) => view.file(file.sha256));
  if (!content)
    throw new DocketError("broken", `the file ${file.sha256} is missing from the store. \`beholden docket verify\` names every one.`);
  return { id: found.id, file, content, read };
}
