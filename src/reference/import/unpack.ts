import { open, stat } from "node:fs/promises";
import { pipeline, Readable, type Transform } from "node:stream";
import { crc32, createGunzip, createInflateRaw } from "node:zlib";
import { ImportError } from "./format.js";
import { maxEntries, maxExpansionRatio, maxUnpackedBytes, pieceBytes, ratioJudgedAbove } from "./limits.js";

/** One file, or one entry of an archive, as it is inside all packing. */
export interface UnpackedFile {
  /** File name without folders and without .gz. Never a path to write to. */
  name: string;
  /** For people: the path as given, with the entry where it is one of an archive. */
  place: string;
  /** The unpacked bytes, once; a piece is good until the next is asked for. */
  bytes: AsyncGenerator<Uint8Array>;
}

/** An entry that cannot be unpacked. */
export interface LeftEntry {
  place: string;
  left: string;
}

/** Told with the number of bytes that were read from disk since the last time. */
export type OnRead = (bytes: number) => void;

/**
 * Opens a file, whether plain, gzip or ZIP, and gives what is in it, one after the other: take the bytes of one before asking for the
 * next. Sizes that an archive states are never trusted: what is unpacked is counted against the size on disk.
 */
export async function* unpack(path: string, onRead: OnRead): AsyncGenerator<UnpackedFile | LeftEntry> {
  const { size } = await regularFile(path);
  const growth = new Growth(size);
  const start = await firstBytes(path, 4);
  const name = baseName(path);
  if (isZip(start)) yield* unpackZip(path, growth, onRead);
  else {
    const bytes = () => (isGzip(start) ? readRange(path, 0, undefined, onRead) : readAhead(path, onRead));
    yield { ...gunzipWherePacked(name, start, bytes, growth), place: path };
  }
}

/** Size of a file that can be read; throws what is wrong with a folder, a pipe, nothing at all or an empty file. */
export async function regularFile(path: string): Promise<{ size: number }> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new ImportError(`cannot be read: ${cause.code === "ENOENT" ? "there is no such file" : cause.message}.`, { cause });
  });
  if (found.isDirectory()) throw new ImportError("is a folder. Expected a file: name the files in it.");
  if (!found.isFile())
    throw new ImportError("is neither a file nor an archive of files, so that it cannot be read twice. Save it as a file.");
  if (found.size === 0) throw new ImportError("is empty. Fetch it again.");
  return found;
}

async function* unpackZip(path: string, growth: Growth, onRead: OnRead): AsyncGenerator<UnpackedFile | LeftEntry> {
  const { openPromise, getFileNameLowLevel } = await import("yauzl");
  // Names are given out as names only, so that one that leads out of a folder harms nobody: yauzl need not refuse the archive for it.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  const archive = await openPromise(path, options).catch((cause) => damaged("ZIP", cause));
  try {
    if (archive.entryCount > maxEntries) throw new ImportError(`holds ${archive.entryCount} entries. Expected at most ${maxEntries}.`);
    for await (const entry of archive.eachEntry()) {
      const entryPath = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
      if (entryPath.endsWith("/")) continue;
      const place = `${path}: ${printable(entryPath)}`;
      if (!entry.canDecodeFileData()) {
        yield { place, left: entry.isEncrypted() ? "it is encrypted" : `its compression (method ${entry.compressionMethod}) is not read` };
        continue;
      }
      const { fileDataStart } = await archive.readLocalFileHeaderPromise(entry, { minimal: true }).catch((cause) => damaged("ZIP", cause));
      const raw = () => readRange(path, fileDataStart, fileDataStart + entry.compressedSize, onRead);
      const stored = () =>
        checked(entry.compressionMethod === 8 ? expand(raw(), createInflateRaw({ chunkSize: pieceBytes }), growth, "ZIP") : raw(), entry);
      const start = entry.uncompressedSize > 0 ? await firstOf(stored(), 4) : new Uint8Array(0);
      yield isZip(start)
        ? { place, left: "it is an archive in an archive" }
        : { ...gunzipWherePacked(baseName(entryPath), start, stored, growth), place };
    }
  } catch (error) {
    throw error instanceof ImportError ? error : damaged("ZIP", error);
  } finally {
    archive.close();
  }
}

function gunzipWherePacked(
  name: string,
  start: Uint8Array,
  bytes: () => AsyncGenerator<Uint8Array>,
  growth: Growth,
): Omit<UnpackedFile, "place"> {
  if (!isGzip(start)) return { name, bytes: bytes() };
  return { name: name.replace(/\.gz$/i, ""), bytes: expand(bytes(), createGunzip({ chunkSize: pieceBytes }), growth, "gzip") };
}

/** The bytes of a file between two places, in pieces, closing it when nobody wants more. */
async function* readRange(path: string, from: number, to: number | undefined, onRead: OnRead): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    for (let at = from; to === undefined || at < to; ) {
      const wanted = Math.min(pieceBytes, to === undefined ? pieceBytes : to - at);
      // A fresh piece each time: what unpacks it takes several ahead.
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      onRead(bytesRead);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** All bytes of a file, the next piece being read while one is worked on, in the same memory over and over. */
async function* readAhead(path: string, onRead: OnRead): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  const pieces = [Buffer.allocUnsafeSlow(pieceBytes), Buffer.allocUnsafeSlow(pieceBytes)] as const;
  const read = (turn: number, at: number) => {
    const reading = file.read(pieces[turn % 2 === 0 ? 0 : 1], 0, pieceBytes, at);
    // Whoever asks for it is told; nobody may.
    reading.catch(() => {});
    return reading;
  };
  let reading = read(0, 0);
  try {
    for (let turn = 1, at = 0; ; turn += 1) {
      const { bytesRead, buffer } = await reading;
      if (bytesRead === 0) return;
      at += bytesRead;
      onRead(bytesRead);
      reading = read(turn, at);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await reading.catch(() => {});
    await file.close();
  }
}

async function* expand(source: AsyncIterable<Uint8Array>, unpacker: Transform, growth: Growth, kind: string): AsyncGenerator<Uint8Array> {
  const unpacked = pipeline(Readable.from(source, { objectMode: false }), unpacker, () => {});
  try {
    for await (const piece of unpacked) {
      growth.count((piece as Buffer).length);
      yield piece as Buffer;
    }
  } catch (error) {
    throw isZlibError(error) ? damaged(kind, error) : error;
  } finally {
    unpacked.destroy();
  }
}

/** ZIP states the length and the CRC-32 of an entry: deflate alone would not notice damage in it. */
async function* checked(bytes: AsyncIterable<Uint8Array>, entry: { crc32: number; uncompressedSize: number }): AsyncGenerator<Uint8Array> {
  let sum = 0;
  let length = 0;
  for await (const piece of bytes) {
    sum = crc32(piece, sum);
    length += piece.length;
    yield piece;
  }
  if (length !== entry.uncompressedSize || sum !== entry.crc32)
    damaged("ZIP", new Error("length or checksum of an entry is not as stated"));
}

/** What came out of one file on disk, held against what went in. */
class Growth {
  private readonly packed: number;
  private unpacked = 0;

  constructor(packed: number) {
    this.packed = packed;
  }

  count(bytes: number): void {
    this.unpacked += bytes;
    const tooMuch = this.unpacked > ratioJudgedAbove && this.unpacked > this.packed * maxExpansionRatio;
    if (!tooMuch && this.unpacked <= maxUnpackedBytes) return;
    throw new ImportError(
      `${this.packed} bytes unpack to more than ${this.unpacked - bytes}. Expected at most ${maxExpansionRatio} times the size on disk, and ${maxUnpackedBytes} bytes. Check where the file comes from; if it is good, unpack it and import that.`,
    );
  }
}

async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  return firstOf(
    readRange(path, 0, count, () => {}),
    count,
  );
}

async function firstOf(bytes: AsyncGenerator<Uint8Array>, count: number): Promise<Uint8Array> {
  for await (const piece of bytes) return piece.subarray(0, count);
  return new Uint8Array(0);
}

function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

function isZip(start: Uint8Array): boolean {
  // "PK", then 3 4 for a first entry or 5 6 for an archive with none.
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");
}

function damaged(kind: string, cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new ImportError(`the ${kind} is damaged or cut off: ${reason}. Fetch it again.`, { cause });
}

function baseName(path: string): string {
  return printable(path.split(/[/\\]/).at(-1) ?? path);
}

/** Names come from strangers: no line breaks or control characters in what is shown. */
function printable(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return name.replace(/[\u0000-\u001f\u007f-\u009f]/g, "?").slice(0, 300);
}
