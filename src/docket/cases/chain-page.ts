import type { ChainLink, JournalEntry, RecordLine } from "../../model/index.js";
import type { DocketView, StoredEntry } from "../journal/index.js";
import { linesOf } from "./record.js";

/** Characters of text in one page, about; the entry that goes over it is the last. */
const mostText = 4 * 1024 * 1024;

/** Entries as they are kept, in order, each with the line of the record that says how it is handled; null where its text is no entry. */
export async function chainPage(
  view: DocketView,
  { after, limit }: { after: number; limit: number },
): Promise<{ links: { link: ChainLink; line: RecordLine | null }[]; next: number | null }> {
  const kept: StoredEntry[] = [];
  let text = 0;
  let more = false;
  for await (const entry of view.stored({ after, limit: limit + 1 })) {
    more = kept.length === limit || text > mostText;
    if (more) break;
    kept.push(entry);
    text += entry.body.length;
  }
  const lines = new Map((await linesOf(view, kept.flatMap(entryOf))).map((line) => [line.number, line]));
  const links = kept.map(({ number, previous, content, digest, body, found }) => ({
    link: { number, previous, content, digest, text: body, found: found ?? null },
    line: lines.get(number) ?? null,
  }));
  return { links, next: more ? (kept.at(-1)?.number ?? null) : null };
}

/** The entry that a text says it is; none where somebody made something else of it. */
function entryOf({ body, ...place }: StoredEntry): JournalEntry[] {
  try {
    const parsed = JSON.parse(body) as JournalEntry["body"];
    return typeof parsed?.object?.kind === "string" ? [{ ...place, body: parsed }] : [];
  } catch {
    return [];
  }
}
