import { createHash } from "node:crypto";
import { type BundleVerification, type DocketManifest, type JournalEntry, DocketManifest as ManifestSchema } from "../../model/index.js";
import {
  type ClosedEntry,
  canonicalJson,
  DocketError,
  filesOf,
  foundBy,
  isBody,
  mostFileBytes,
  proves,
  provesNot,
  readChain,
  type StoredEntry,
} from "../journal/index.js";
import { fileFaults } from "./file-faults.js";
import { BundleZip, filePath, journalFile, manifestFile, most } from "./zip.js";

/**
 * Verifies a bundle by itself: every file against the manifest, every entry against its digest, the chain from the first entry to the head.
 *
 * @param heads digests that letters, reports or exports printed: each is looked for
 * @param visit is given every entry whose text is in it, in order, as long as the chain holds
 * @throws DocketError `invalid` for what is no bundle
 */
export async function verifyBundle(
  path: string,
  heads: readonly string[] = [],
  visit: (entry: JournalEntry) => void = () => {},
): Promise<BundleVerification> {
  const zip = await BundleZip.open(path);
  try {
    const { manifest, sha256: digest } = await readManifest(zip);
    const found = new Map<string, number>();
    const named = new Map<string, number>();
    let entries = 0;
    let closed = 0;
    const journal = storedEntries(zip, (stored) => {
      if (stored.body === null) closed += 1;
      for (const head of heads) if (stored.digest.startsWith(head)) found.set(head, stored.number);
    });
    const reading = await readChain(journal.entries, isBody, (entry) => {
      entries += 1;
      for (const { sha256, bytes } of filesOf(entry.body.after)) named.set(sha256, bytes);
      visit(entry);
    });
    const faults = reading.break
      ? []
      : [...(await fileFaults(zip, manifest, journal.digest(), named)), ...headFaults(manifest, reading.head)];
    return {
      schemaVersion: "1",
      bundle: path,
      sha256: digest,
      manifest,
      intact: reading.break === null && faults.length === 0,
      faults,
      entries,
      closed,
      files: named.size,
      break: reading.break,
      heads: heads.map((given) => ({ given, number: found.get(given) ?? null })),
      proves:
        closed > 0
          ? [...proves, "Entries of other cases stand in it by their digests alone: nothing can be read from those."]
          : [...proves],
      provesNot: [...provesNot],
    };
  } finally {
    zip.close();
  }
}

/** A file of a bundle that was verified; its digest is looked at again where it is kept. */
export async function fileOf(zip: BundleZip, sha256: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of zip.pieces(filePath(sha256), mostFileBytes)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The entries of a bundle that was verified, as a store keeps them. */
export function entriesOf(zip: BundleZip): AsyncGenerator<StoredEntry | ClosedEntry> {
  return storedEntries(zip, () => {}).entries;
}

async function readManifest(zip: BundleZip): Promise<{ manifest: DocketManifest; sha256: string }> {
  const pieces: Buffer[] = [];
  for await (const piece of zip.pieces(manifestFile, most.manifestBytes)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  const read = ManifestSchema.safeParse(parsed(bytes.toString("utf8")));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new DocketError(
      "invalid",
      `${zip.path}: its ${manifestFile} is none of a docket (${issue?.path.join(".") || "whole"}: ${issue?.message}).`,
    );
  }
  return { manifest: read.data, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function storedEntries(zip: BundleZip, seen: (stored: StoredEntry | ClosedEntry) => void) {
  const { lines, digest } = zip.lines(journalFile);
  async function* entries(): AsyncGenerator<StoredEntry | ClosedEntry> {
    let previous = "0".repeat(64);
    let line = 0;
    for await (const text of lines) {
      line += 1;
      const stored = storedOf(text, previous);
      if (!stored) throw new DocketError("invalid", `${zip.path}: ${journalFile}, line ${line} is no entry of a journal.`);
      seen(stored);
      yield stored;
      previous = stored.digest;
    }
  }
  return { entries: entries(), digest };
}

function storedOf(text: string, previous: string): StoredEntry | ClosedEntry | null {
  const line = parsed(text);
  if (typeof line !== "object" || line === null) return null;
  const { number, digest, content, body } = line as Record<string, unknown>;
  if (!Number.isInteger(number) || typeof digest !== "string" || !/^[0-9a-f]{64}$/.test(digest)) return null;
  if (typeof content !== "string" || !/^[0-9a-f]{64}$/.test(content)) return null;
  const place = { number: number as number, previous, digest, content };
  if (body === undefined) return { ...place, body: null };
  const canonical = canonicalOf(body);
  if (canonical === null) return null;
  return { ...place, body: canonical, ...(isBody(body) ? { found: foundBy(body) } : {}) };
}

function canonicalOf(body: unknown): string | null {
  try {
    return canonicalJson(body);
  } catch {
    return null;
  }
}

function headFaults({ head }: DocketManifest, reached: DocketManifest["head"]): string[] {
  return head.number === reached.number && head.digest === reached.digest
    ? []
    : [`the chain ends in entry ${reached.number} (${reached.digest}), and the manifest names ${head.number} (${head.digest})`];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
