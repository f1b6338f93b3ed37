import { FetchError, get, type Patience } from "./http.js";

const maxPageBytes = 1_000_000;

/** The newest of the files that a page links to, by their names. Only the name is taken from the page: the file lies beside it. */
export async function newestLink(page: string, link: RegExp, userAgent: string, patience: Patience): Promise<string> {
  const answer = await get(page, { "user-agent": userAgent }, patience);
  if (answer.status !== 200) {
    answer.cancel();
    throw new FetchError(`${answer.url.host} answers with status ${answer.status} for ${page}.`, { passing: answer.status >= 500 });
  }
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of answer.pieces()) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > maxPageBytes) throw new FetchError(`${page} is larger than a page of links. The address may have changed.`);
  }
  const newest = Buffer.concat(pieces).toString("utf8").match(link)?.sort().at(-1);
  if (newest === undefined) throw new FetchError(`${page} names no file such as ${link.source}. The page may have changed.`);
  return new URL(newest, answer.url).href;
}
