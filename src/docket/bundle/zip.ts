import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { Entry, ZipFile } from "yauzl";
import { DocketError } from "../journal/index.js";

/** What a bundle may hold at most: enough for a docket of millions of entries, too little to fill a machine. */
export const most = {
  files: 250_000,
  manifestBytes: 64 << 20,
  fileBytes: 8 * 2 ** 30,
  lineBytes: 64 << 20,
  ratio: 400,
  ratioFrom: 8 << 20,
} as const;

export const journalFile = "journal.jsonl";
export const manifestFile = "manifest.json";

/** Where a bundle holds a file of a digest. */
export function filePath(sha256: string): string {
  return `files/${sha256}`;
}

/** A ZIP file that others made, and that is read with bounds: nothing is written, no name is a path, no stated size is believed. */
export class BundleZip {
  private readonly zip: ZipFile;
  private readonly entries: Map<string, Entry>;
  readonly path: string;

  private constructor(zip: ZipFile, entries: Map<string, Entry>, path: string) {
    this.zip = zip;
    this.entries = entries;
    this.path = path;
  }

  /** @throws DocketError `invalid` for what is no bundle */
  static async open(path: string): Promise<BundleZip> {
    const { openPromise } = await import("yauzl");
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch((error: unknown) =>
      refuse(path, error),
    );
    try {
      if (zip.entryCount > most.files) throw invalid(path, `it holds ${zip.entryCount} files. Expected at most ${most.files}.`);
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        if (entries.has(entry.fileName)) throw invalid(path, `it holds ${entry.fileName} twice.`);
        if (!entry.canDecodeFileData()) throw invalid(path, `${entry.fileName} is encrypted, or packed in a way that is not read.`);
        entries.set(entry.fileName, entry);
      }
      return new BundleZip(zip, entries, path);
    } catch (error) {
      zip.close();
      throw refuse(path, error);
    }
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  /** The pieces of a file, counted while they come. */
  async *pieces(name: string, limit: number): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw invalid(this.path, `it holds no ${name}.`);
    let bytes = 0;
    try {
      const stream = (await this.zip.openReadStreamPromise(entry)) as Readable;
      for await (const piece of stream as AsyncIterable<Buffer>) {
        bytes += piece.length;
        const expanded = bytes > most.ratioFrom && bytes > entry.compressedSize * most.ratio;
        if (bytes > limit || expanded) throw invalid(this.path, `${name} unpacks to more than a bundle may hold.`);
        yield piece;
      }
    } catch (error) {
      throw refuse(this.path, error);
    }
  }

  /** The lines of a file, without holding more than one. `digest` gives the file's once all were read. */
  lines(name: string): { lines: AsyncGenerator<string>; digest: () => { bytes: number; sha256: string } } {
    const hash = createHash("sha256");
    let bytes = 0;
    const pieces = this.pieces(name, most.fileBytes);
    const path = this.path;
    async function* lines(): AsyncGenerator<string> {
      let rest: Buffer[] = [];
      let held = 0;
      for await (const piece of pieces) {
        hash.update(piece);
        bytes += piece.length;
        let from = 0;
        for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
          yield Buffer.concat([...rest, piece.subarray(from, end)]).toString("utf8");
          rest = [];
          held = 0;
          from = end + 1;
        }
        if (from < piece.length) {
          rest.push(Buffer.from(piece.subarray(from)));
          held += piece.length - from;
        }
        if (held > most.lineBytes) throw invalid(path, `${name} has a line of more than ${most.lineBytes} bytes.`);
      }
      if (held > 0) yield Buffer.concat(rest).toString("utf8");
    }
    return { lines: lines(), digest: () => ({ bytes, sha256: hash.digest("hex") }) };
  }

  close(): void {
    this.zip.close();
  }
}

function invalid(path: string, what: string): DocketError {
  return new DocketError("invalid", `${path} is no bundle of a docket: ${what} \`beholden docket export\` and \`backup\` make one.`);
}

function refuse(path: string, error: unknown): never {
  if (error instanceof DocketError) throw error;
  const reason = error instanceof Error ? error.message : String(error);
  throw new DocketError(
    "invalid",
    `${path} cannot be read as a bundle: ${reason.replace(/\.$/, "")}. Expected a ZIP file from \`beholden docket export\` or \`backup\`.`,
    error,
  );
}
