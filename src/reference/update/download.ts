import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Answer, FetchError, get, type Patience } from "./http.js";

/** By which a server knows again what it sent: either may be missing. */
export interface Validators {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

export interface DownloadOptions {
  /** A folder of the download's own, in which what was fetched so far outlives the process. */
  folder: string;
  maxBytes: number;
  patience: Patience;
  userAgent: string;
  /** What is known of the file already: the same comes back as "not modified". */
  known: Validators | undefined;
  onBytes?: ((bytes: number, of: number | undefined) => void) | undefined;
}

export type Downloaded = { modified: false } | { modified: true; path: string; bytes: number; validators: Validators; resumedFrom: number };

interface Part extends Validators {
  url: string;
  total?: number | undefined;
  digest?: string | undefined;
}

const partFile = "download.part";
const partDescription = "download.json";

/**
 * Fetches a file into a folder, going on where an earlier attempt was cut off, if the server still has the same file (`If-Range`). A file
 * that is too large, ends too early, or has another digest than its server says throws `FetchError`.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 */
export async function download(url: string, options: DownloadOptions): Promise<Downloaded> {
  await mkdir(options.folder, { recursive: true });
  const part = await readPart(options.folder, url);
  const answer = await get(url, { "user-agent": options.userAgent, ...conditions(part, options.known) }, options.patience);
  if (answer.status === 304) {
    answer.cancel();
    return { modified: false };
  }
  const from = answer.status === 206 ? (part?.bytes ?? 0) : 0;
  try {
    await assertAnswer(answer, from, part, options);
  } catch (error) {
    answer.cancel();
    throw error;
  }
  const said = { ...describe(url, answer, from), ...(from > 0 && part ? { etag: part.etag, lastModified: part.lastModified } : {}) };
  await writeFile(join(options.folder, partDescription), JSON.stringify(said));
  const bytes = await receive(answer, from, said, options);
  await assertWhole(bytes, said, options.folder);
  const path = join(options.folder, fileName(new URL(url)));
  await rename(join(options.folder, partFile), path);
  await rm(join(options.folder, partDescription), { force: true });
  return { modified: true, path, bytes, validators: { etag: said.etag, lastModified: said.lastModified }, resumedFrom: from };
}

/** Forgets what was fetched so far. */
export async function forgetPart(folder: string): Promise<void> {
  await rm(join(folder, partFile), { force: true });
  await rm(join(folder, partDescription), { force: true });
}

async function readPart(folder: string, url: string): Promise<(Part & { bytes: number }) | undefined> {
  try {
    const part = JSON.parse(await readFile(join(folder, partDescription), "utf8")) as Part;
    const { size } = await stat(join(folder, partFile));
    return part.url === url && size > 0 && rangeCondition(part) ? { ...part, bytes: size } : undefined;
  } catch {
    return undefined;
  }
}

function conditions(part: (Part & { bytes: number }) | undefined, known: Validators | undefined): Record<string, string> {
  const condition = part && rangeCondition(part);
  if (part && condition) return { range: `bytes=${part.bytes}-`, "if-range": condition };
  return {
    ...(known?.etag ? { "if-none-match": known.etag } : {}),
    ...(known?.lastModified ? { "if-modified-since": known.lastModified } : {}),
  };
}

/** A weak validator does not promise the same bytes. */
function rangeCondition({ etag, lastModified }: Validators): string | undefined {
  return etag && !etag.startsWith("W/") ? etag : lastModified;
}

async function assertAnswer(
  answer: Answer,
  from: number,
  part: (Part & { bytes: number }) | undefined,
  options: DownloadOptions,
): Promise<void> {
  const { status, headers, url } = answer;
  if (status === 206) {
    const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get("content-range") ?? "") ?? [];
    const same = Number(start) === from && (part?.total === undefined || total === "*" || Number(total) === part.total);
    if (same) return;
  }
  if (status === 206 || status === 416) {
    await forgetPart(options.folder);
    throw new FetchError(`${url.host} cannot go on where the download was cut off; it begins anew.`, { passing: true });
  }
  if (status !== 200) {
    const passing = status >= 500 || status === 429 || status === 408;
    const retryAfter = Number(headers.get("retry-after") ?? Number.NaN);
    const advice = passing
      ? "Try again later."
      : "The address may have changed: fetch the file by hand and use `beholden reference import`.";
    throw new FetchError(`${url.host} answers with status ${status}. ${advice}`, {
      passing,
      retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
    });
  }
  const length = Number(headers.get("content-length") ?? 0);
  if (length > options.maxBytes) throw tooLarge(url, length, options.maxBytes);
}

function describe(url: string, { headers }: Answer, from: number): Part {
  const packed = (headers.get("content-encoding") ?? "identity") !== "identity";
  const length = headers.get("content-length");
  return {
    url,
    etag: headers.get("etag") ?? undefined,
    lastModified: headers.get("last-modified") ?? undefined,
    // What was packed on the way against our wish has another length when it is unpacked.
    total: packed || length === null ? undefined : from + Number(length),
    digest: packed ? undefined : statedDigest(headers),
  };
}

async function receive(answer: Answer, from: number, { total }: Part, options: DownloadOptions): Promise<number> {
  const file = await open(join(options.folder, partFile), from > 0 ? "r+" : "w");
  let bytes = from;
  try {
    for await (const piece of answer.pieces()) {
      if (bytes + piece.length > options.maxBytes) throw tooLarge(answer.url, bytes + piece.length, options.maxBytes);
      await file.write(piece, 0, piece.length, bytes);
      bytes += piece.length;
      options.onBytes?.(bytes, total);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return bytes;
}

async function assertWhole(bytes: number, { url, total, digest }: Part, folder: string): Promise<void> {
  const { host } = new URL(url);
  if (total !== undefined && bytes !== total) throw new FetchError(`${host} sent ${bytes} bytes of ${total}.`, { passing: true });
  if (digest === undefined) return;
  const hash = createHash("sha256");
  for await (const piece of createReadStream(join(folder, partFile))) hash.update(piece as Buffer);
  if (hash.digest("base64") === digest) return;
  await forgetPart(folder);
  throw new FetchError(`what ${host} sent has another SHA-256 than it says: it was damaged on the way, or is not what was published.`);
}

/** SHA-256 in base64, of the whole file: `Repr-Digest` (RFC 9530), or `Digest` (RFC 3230) before it. */
function statedDigest(headers: Headers): string | undefined {
  const now = /(?:^|[\s,])sha-256=:([A-Za-z0-9+/]{43}=):/.exec(headers.get("repr-digest") ?? "")?.[1];
  return now ?? /(?:^|[\s,])sha-256=([A-Za-z0-9+/]{43}=)/i.exec(headers.get("digest") ?? "")?.[1];
}

function tooLarge({ host }: URL, bytes: number, maxBytes: number): FetchError {
  return new FetchError(`${host} sends ${bytes} bytes or more. Expected at most ${maxBytes}: this is not the file.`);
}

/** Last part of the address that was asked for, which readers may look at; where it redirects to may be called anything. */
function fileName(url: URL): string {
  const name = (url.pathname.split("/").at(-1) ?? "").replace(/[^A-Za-z0-9._-]/g, "_").replace(/^\.+/, "");
  return name === "" || name === partFile || name === partDescription ? "file" : name.slice(-150);
}
