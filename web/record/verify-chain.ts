import { canonicalJson } from "../../src/model/canonical-json.js";
import { chainFaults, numberFault, proves, provesNot } from "../../src/model/chain-words.js";
import { type ChainBreak, type ChainLink, type ChainPage, JournalBody, type JournalHead } from "../../src/model/journal.js";

/** What a verification in the browser came to. */
export interface ChainVerdict {
  /** Entries that verified, up to the first break. */
  entries: number;
  /** Of these, entries whose text is not shown to whoever asks: their place was verified by digest alone. */
  withheld: number;
  from: string | null;
  until: string | null;
  head: JournalHead;
  unbroken: boolean;
  break: ChainBreak | null;
  heads: { given: string; number: number | null }[];
  proves: string[];
  provesNot: string[];
}

export interface Verifying {
  /** The pages of the journal, from its beginning. */
  pages: AsyncIterable<Pick<ChainPage, "links">>;
  /** SHA-256 of a text in UTF-8, in hexadecimal. */
  digestOf(text: string): Promise<string>;
  /** Digests that were printed elsewhere, whole or their first digits. */
  heads?: readonly string[];
  onProgress?(entries: number): void;
}

const zeros = "0".repeat(64);

/**
 * Recomputes a chain from its entries: every digest from what it stands for, every place from the entry before. Stops at the first break, which
 * is told in the words of `docket verify`.
 */
export async function verifyChain({ pages, digestOf, heads = [], onProgress = () => {} }: Verifying): Promise<ChainVerdict> {
  const verdict: ChainVerdict = {
    ...{ entries: 0, withheld: 0, from: null, until: null, head: { number: 0, digest: zeros }, unbroken: true, break: null },
    heads: heads.map((given) => ({ given, number: null })),
    proves: [proves[0] ?? ""],
    provesNot: [...provesNot, notHere],
  };
  let before: ChainLink | null = null;
  let broken: { link: ChainLink; what: string } | null = null;
  for await (const { links } of pages) {
    const digests = await Promise.all(links.map(async (link) => ({ link, ...(await recomputed(link, digestOf)) })));
    for (const one of digests) {
      if (broken) return brokenAt(verdict, broken, before, one.link);
      const { link } = one;
      const body = link.text === null ? null : parsed(link.text);
      const what = faultOf(one, body, verdict.head);
      if (what !== null) {
        broken = { link, what };
        continue;
      }
      verdict.entries += 1;
      if (link.text === null) verdict.withheld += 1;
      verdict.head = { number: link.number, digest: link.digest };
      const at = atOf(body);
      verdict.from ??= at;
      verdict.until = at ?? verdict.until;
      for (const head of verdict.heads) if (link.digest.startsWith(head.given)) head.number = link.number;
      before = link;
    }
    onProgress(verdict.entries);
  }
  return broken ? brokenAt(verdict, broken, before, null) : verdict;
}

const notHere =
  "That what is shown is what the entries say, and that kept files have their digests: `beholden docket verify` compares those where the store is.";

/** A digest as somebody pastes it: blanks and dots between its parts do not count; null where it is none. */
export function pastedHead(text: string): string | null {
  const digest = text.toLowerCase().replace(/[\s…]/g, "");
  return /^[0-9a-f]{16,64}$/.test(digest) ? digest : null;
}

interface Recomputed {
  link: ChainLink;
  content: string | null;
  place: string;
}

async function recomputed(
  { text, content, number, previous }: ChainLink,
  digestOf: Verifying["digestOf"],
): Promise<Omit<Recomputed, "link">> {
  const [own, place] = await Promise.all([text === null ? null : digestOf(text), digestOf(canonicalJson({ content, number, previous }))]);
  return { content: own, place };
}

function faultOf({ link, content, place }: Recomputed, body: unknown, head: JournalHead): string | null {
  if (link.number !== head.number + 1) return numberFault(link.number, head.number + 1);
  if (content !== null && content !== link.content) return chainFaults.text;
  if (place !== link.digest) return chainFaults.place;
  if (link.previous !== head.digest) return chainFaults.order;
  if (link.text === null) return null;
  const read = JournalBody.safeParse(body);
  if (!read.success || canonicalJson(body) !== link.text) return chainFaults.form;
  return link.found && !isFoundBy(link.found, read.data) ? chainFaults.found : null;
}

function isFoundBy(found: NonNullable<ChainLink["found"]>, { case: of, object, change, by, act }: JournalBody): boolean {
  const expected = { case: of, kind: object.kind, id: object.id, key: change.part === 1 ? change.key : null, by, act };
  return canonicalJson(found) === canonicalJson(expected);
}

function brokenAt(
  verdict: ChainVerdict,
  { link, what }: { link: ChainLink; what: string },
  before: ChainLink | null,
  after: ChainLink | null,
): ChainVerdict {
  return {
    ...verdict,
    unbroken: false,
    break: { number: link.number, what, before: neighbour(before), entry: neighbour(link), after: neighbour(after) },
  };
}

/** What can be told of an entry, whatever was done to it. */
function neighbour(link: ChainLink | null): ChainBreak["before"] {
  if (!link) return null;
  const body = link.text === null ? null : parsed(link.text);
  const of = (key: string): string | null => {
    const value = isObject(body) ? body[key] : undefined;
    return typeof value === "string" ? value : null;
  };
  const object = isObject(body) && isObject(body.object) ? `${String(body.object.kind)} ${String(body.object.id)}` : null;
  return { number: link.number, digest: link.digest, at: of("at"), by: of("by"), act: of("act"), object };
}

function atOf(body: unknown): string | null {
  return isObject(body) && typeof body.at === "string" ? body.at : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
