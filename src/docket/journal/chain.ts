import { isDeepStrictEqual } from "node:util";
import { chainFaults, numberFault } from "../../model/chain-words.js";
import type { ChainBreak, JournalBody, JournalEntry, JournalHead, Neighbour } from "../../model/index.js";
import { canonicalJson, sha256 } from "./canonical.js";

export { proves, provesNot } from "../../model/chain-words.js";

/** The head of a journal without entries. */
export const emptyHead: JournalHead = { number: 0, digest: "0".repeat(64) };

/** The act of the first entry: its object is the docket itself. */
export const docketOpened = "docket-opened";

/** An entry as a store keeps it: the body as canonical text, and the columns by which it is found. */
export interface StoredEntry {
  number: number;
  previous: string;
  content: string;
  digest: string;
  body: string;
  /** Copies of fields of the body for finding it; undefined where none are kept, as in a bundle. */
  found?: { case: string | null; kind: string; id: string; key: string | null; by: string; act: string };
}

/** An entry whose text is not at hand, as those of other cases in a bundle: its digest still holds the chain together. */
export type ClosedEntry = Omit<StoredEntry, "body"> & { body: null };

/**
 * Puts a body behind the head of a journal.
 *
 * @throws CanonicalError where the body holds what JSON cannot
 */
export function sealed(head: JournalHead, body: JournalBody): StoredEntry {
  const text = canonicalJson(body);
  const place = { content: sha256(text), number: head.number + 1, previous: head.digest };
  return { ...place, digest: placeDigest(place), body: text, found: foundBy(body) };
}

/** The digest of an entry by its place: enough to follow a chain past entries whose bodies are not at hand. */
export function placeDigest({ content, number, previous }: Pick<StoredEntry, "content" | "number" | "previous">): string {
  return sha256(canonicalJson({ content, number, previous }));
}

/** By what a body is found. The key of a request stands with its first entry alone, where it is unique. */
export function foundBy({ case: of, object, change, by, act }: JournalBody): NonNullable<StoredEntry["found"]> {
  return { case: of, kind: object.kind, id: object.id, key: change.part === 1 ? change.key : null, by, act };
}

/** The entry that a stored one stands for. */
export function opened({ number, previous, content, digest, body }: StoredEntry): JournalEntry {
  return { number, previous, content, digest, body: JSON.parse(body) as JournalBody };
}

export interface ChainReading {
  /** Entries that verified, up to the first break. */
  entries: number;
  head: JournalHead;
  break: ChainBreak | null;
  first: string | null;
  last: string | null;
  clockBack: number | null;
}

/**
 * Recomputes a chain: every digest from what it stands for, every place from the entry before. Stops at the first break.
 *
 * @param visit is given every entry that verified, in order
 * @param isBody whether the parsed body has the shape of one
 */
export async function readChain(
  stored: AsyncIterable<StoredEntry | ClosedEntry>,
  isBody: (body: unknown) => body is JournalBody,
  visit: (entry: JournalEntry) => void = () => {},
): Promise<ChainReading> {
  const reading: ChainReading = { entries: 0, head: emptyHead, break: null, first: null, last: null, clockBack: null };
  let before: StoredEntry | ClosedEntry | null = null;
  let broken: { entry: StoredEntry | ClosedEntry; what: string } | null = null;
  for await (const entry of stored) {
    if (broken) {
      reading.break = breakAt(broken.entry, broken.what, before, entry);
      return reading;
    }
    const body = entry.body === null ? null : parsed(entry.body);
    const what = fault(entry, body, reading.head, isBody);
    if (what !== null) {
      broken = { entry, what };
      continue;
    }
    reading.entries += 1;
    reading.head = { number: entry.number, digest: entry.digest };
    before = entry;
    if (entry.body === null) continue;
    const { number, previous, content, digest } = entry;
    const whole = { number, previous, content, digest, body: body as JournalBody };
    if (reading.last !== null && whole.body.at < reading.last) reading.clockBack ??= entry.number;
    reading.first ??= whole.body.at;
    reading.last = whole.body.at;
    visit(whole);
  }
  if (broken) reading.break = breakAt(broken.entry, broken.what, before, null);
  return reading;
}

/** What does not fit in an entry behind a head; null where all does. */
function fault(
  entry: StoredEntry | ClosedEntry,
  body: unknown,
  head: JournalHead,
  isBody: (body: unknown) => body is JournalBody,
): string | null {
  const { number, previous, content, digest, found } = entry;
  if (number !== head.number + 1) {
    return numberFault(number, head.number + 1);
  }
  if (entry.body !== null && sha256(entry.body) !== content) return chainFaults.text;
  if (placeDigest({ content, number, previous }) !== digest) return chainFaults.place;
  if (previous !== head.digest) return chainFaults.order;
  if (entry.body === null) return null;
  if (!isBody(body) || canonicalJson(body) !== entry.body) return chainFaults.form;
  if (found && !isDeepStrictEqual(found, foundBy(body))) return chainFaults.found;
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function breakAt(
  entry: StoredEntry | ClosedEntry,
  what: string,
  before: StoredEntry | ClosedEntry | null,
  after: StoredEntry | ClosedEntry | null,
): ChainBreak {
  return { number: entry.number, what, before: neighbour(before), entry: neighbour(entry), after: neighbour(after) };
}

/** What can be told of an entry, whatever was done to it. */
function neighbour(stored: StoredEntry | ClosedEntry | null): Neighbour | null {
  if (!stored) return null;
  const body = stored.body === null ? null : parsed(stored.body);
  const of = (key: string): string | null => {
    const value = typeof body === "object" && body !== null ? (body as Record<string, unknown>)[key] : undefined;
    return typeof value === "string" ? value : null;
  };
  const object =
    typeof body === "object" && body !== null ? (body as { object?: { kind?: unknown; id?: unknown } | null }).object : undefined;
  const name = object && typeof object === "object" ? `${String(object.kind)} ${String(object.id)}` : null;
  return { number: stored.number, digest: stored.digest, at: of("at"), by: of("by"), act: of("act"), object: name };
}
