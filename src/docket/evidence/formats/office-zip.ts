import { SaxesParser } from "saxes";
import type { Entry, ZipFile } from "yauzl";
import { NoText, RefusedContent } from "./format.js";

/** What an office document may hold at most: far more than people write, far too little to fill a machine. */
const most = { files: 5_000, partBytes: 64 << 20, allBytes: 256 << 20, ratio: 200, ratioFrom: 1 << 20, depth: 256 } as const;

/** The parts of an office document, which is a ZIP file. Only the parts that are asked for are unpacked, within bounds. */
export class OfficeZip {
  private readonly zip: ZipFile;
  private readonly entries: Map<string, Entry>;
  private unpacked = 0;

  private constructor(zip: ZipFile, entries: Map<string, Entry>) {
    this.zip = zip;
    this.entries = entries;
  }

  /** @throws NoText for what cannot be read, RefusedContent for what is made to harm */
  static async open(bytes: Uint8Array): Promise<OfficeZip> {
    const { fromBufferPromise } = await import("yauzl");
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      strictFileNames: true,
    }).catch(damaged);
    if (zip.entryCount > most.files) throw new RefusedContent(`it holds ${zip.entryCount} parts. Expected at most ${most.files}`);
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) {
        if (entries.has(entry.fileName))
          throw new RefusedContent(`it holds ${entry.fileName} twice: readers would differ about what it says`);
        if (!entry.canDecodeFileData()) throw new NoText("it is locked, or packed in a way that is not read");
        entries.set(entry.fileName, entry);
      }
    } catch (error) {
      throw damaged(error);
    }
    return new OfficeZip(zip, entries);
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Reads a part as XML. Document types, and with them entities of its own, are refused. */
  async xml(
    name: string,
    handlers: { open?: (tag: Tag) => void; close?: (name: string) => void; text?: (text: string) => void },
  ): Promise<void> {
    const text = new TextDecoder().decode(await this.part(name));
    const parser = new SaxesParser({ xmlns: false });
    let depth = 0;
    parser.on("doctype", () => {
      throw new RefusedContent(`${name} has a document type definition, which no office program writes`);
    });
    parser.on("error", (error) => {
      throw new NoText(`it is damaged: ${name}: ${error.message}`);
    });
    parser.on("opentag", ({ name: tag, attributes }) => {
      depth += 1;
      if (depth > most.depth) throw new RefusedContent(`${name} is nested deeper than ${most.depth}`);
      handlers.open?.({ name: tag, attributes });
    });
    parser.on("closetag", ({ name: tag }) => {
      depth -= 1;
      handlers.close?.(tag);
    });
    parser.on("text", (piece) => handlers.text?.(piece));
    parser.on("cdata", (piece) => handlers.text?.(piece));
    parser.write(text).close();
  }

  /** Targets of a part's relationships, by their ids. */
  async relationships(of: string): Promise<Map<string, { type: string; target: string }>> {
    const cut = of.lastIndexOf("/") + 1;
    const file = `${of.slice(0, cut)}_rels/${of.slice(cut)}.rels`;
    const found = new Map<string, { type: string; target: string }>();
    if (!this.has(file)) return found;
    await this.xml(file, {
      open: ({ name, attributes: { Id, Type, Target, TargetMode } }) => {
        if (name !== "Relationship" || !Id || !Target || TargetMode === "External") return;
        found.set(Id, { type: (Type ?? "").slice((Type ?? "").lastIndexOf("/") + 1), target: resolved(of.slice(0, cut), Target) });
      },
    });
    return found;
  }

  private async part(name: string): Promise<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new NoText(`it is damaged: it holds no ${name}`);
    const pieces: Buffer[] = [];
    let bytes = 0;
    try {
      for await (const piece of (await this.zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        bytes += piece.length;
        this.unpacked += piece.length;
        const swells = bytes > most.ratioFrom && bytes > entry.compressedSize * most.ratio;
        if (bytes > most.partBytes || this.unpacked > most.allBytes || swells)
          throw new RefusedContent(`${name} unpacks to more than a document may hold: it is made to exhaust whoever opens it`);
        pieces.push(piece);
      }
    } catch (error) {
      throw damaged(error);
    }
    return Buffer.concat(pieces);
  }
}

export interface Tag {
  name: string;
  attributes: Record<string, string>;
}

/** Whether a document brings macros or files within it; nothing here opens them. */
export function officeRemarks(zip: OfficeZip): string[] {
  const names = zip.names();
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  return [
    ...(has(/(^|\/)vbaProject\.bin$|^Basic\/|^Scripts\//i)
      ? ["It holds macros, which nothing here runs. Whoever opens it elsewhere should know."]
      : []),
    ...(has(/\/(embeddings|activeX)\//i) || has(/^Object [^/]+\//)
      ? ["It holds objects of other programs, which nothing here opens."]
      : []),
  ];
}

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts = folder.split("/").filter(Boolean);
  for (const step of target.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== "." && step !== "") parts.push(step);
  }
  return parts.join("/");
}

function damaged(error: unknown): never {
  if (error instanceof NoText || error instanceof RefusedContent) throw error;
  throw new NoText(`it is damaged: ${(error as Error).message}`);
}
