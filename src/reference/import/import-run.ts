import { stat } from "node:fs/promises";
import type { Day, ImportedSource, ImportReport } from "../../model/index.js";
import { assertUnchanged, editionDigest, hashFile, type ImportedFile, imported } from "./digest.js";
import { type EditionInForce, incomingFolder, noteInForce } from "./editions.js";
import { ImportError, type ImportFormat, type ImportInput, type SourceDescription } from "./format.js";
import { withHead } from "./head.js";
import type { ImportProgress } from "./import-files.js";
import type { CreateWriter } from "./import-writer.js";
import { recognise, unrecognised } from "./recognise.js";
import { CheckedSink } from "./sink.js";
import { SourceImport, unchangedReport } from "./source-import.js";
import { regularFile, type UnpackedFile, unpack } from "./unpack.js";

/** Gives the SHA-256 of a file of so many bytes, worked out while this thread reads it; undefined where that is not worth it. */
export type HashBeside = (path: string, fileBytes: number) => Promise<string> | undefined;

/** What one import works with. */
export interface RunOptions {
  /** The folder of all imports. */
  imports: string;
  /** Every source's edition in force. */
  inForce: ReadonlyMap<string, EditionInForce>;
  importedOn: Day;
  only: string | undefined;
  /** Whether nothing is put in force until somebody accepts it. */
  hold: boolean;
  formats: readonly ImportFormat[];
  createWriter: CreateWriter;
  hashBeside?: HashBeside | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** Thrown through a reader as soon as it says which source it reads, where that very file is in force already. */
class InForceAlready extends Error {}

/** One import: reads every file, and only then puts in force what was read whole. */
export class ImportRun {
  private readonly options: RunOptions;
  private readonly sources = new Map<string, SourceImport>();
  private readonly unchanged = new Map<string, ImportedSource>();
  private readonly failed: ImportReport["failed"] = [];
  private readonly left: ImportReport["left"] = [];
  private readonly bytes = { hashing: 0, reading: 0 };
  private bytesOfAll = 0;

  constructor(options: RunOptions) {
    this.options = options;
  }

  async readAll(paths: readonly string[]): Promise<void> {
    for (const path of paths) this.bytesOfAll += (await stat(path).catch(() => undefined))?.size ?? 0;
    for (const path of paths) {
      try {
        await this.readFile(path);
      } catch (error) {
        const failed = failure(path, error);
        for (const source of this.sources.values()) if (source.file.path === path) source.fail(failed.reason);
        this.failed.push(failed);
      }
    }
  }

  async install(): Promise<ImportReport> {
    for (const source of this.sources.values()) await source.install(this.options.imports, this.options.hold);
    for (const id of this.unchanged.keys()) await noteInForce(this.options.imports, id);
    // A file that cannot even be hashed has failed, whatever it holds.
    const hashed = [...this.sources.values()].filter(({ file }) => file.sha256 !== undefined);
    const reports = [...hashed.map((source) => source.report()), ...[...this.unchanged.values()].map(unchangedReport)];
    return { schemaVersion: "1", sources: reports, failed: this.failed, left: this.left };
  }

  private async readFile(path: string): Promise<void> {
    await regularFile(path);
    const file = await imported(path);
    const hashing = this.mayBeInForce(file) ? undefined : this.options.hashBeside?.(path, file.bytes);
    // It is waited for below, where reading has ended; until then a failure is nobody's.
    hashing?.catch(() => {});
    if (!hashing) file.sha256 = await hashFile(path, (bytes) => this.progress("hashing", path, bytes));
    let recognised = 0;
    try {
      recognised = await this.readParts(file);
    } finally {
      if (hashing) file.sha256 = await hashing;
    }
    await assertUnchanged(file);
    if (recognised === 0) throw new ImportError("holds nothing that a format recognises.");
    this.progress("ordering", path, 0);
    for (const source of this.sources.values()) {
      if (source.file === file) await source.complete(this.options.inForce.get(source.description.id)?.source);
    }
  }

  /** Only a file of the same size can be one that is in force already, which is said at once and not after reading all of it. */
  private mayBeInForce({ bytes }: ImportedFile): boolean {
    return [...this.options.inForce.values()].some(({ source }) => source?.files.some((file) => file.bytes === bytes));
  }

  /** Gives how many parts of the file a format recognises. */
  private async readParts(file: ImportedFile): Promise<number> {
    const { path } = file;
    let recognised = 0;
    for await (const part of unpack(path, (bytes) => this.progress("reading", path, bytes))) {
      if ("left" in part) this.left.push({ place: part.place, reason: part.left });
      else if (await this.readPart(part, file)) recognised += 1;
    }
    return recognised;
  }

  /** Gives whether a format recognises the part. One that cannot be read costs its source, not the other parts of an archive. */
  private async readPart(part: UnpackedFile, file: ImportedFile): Promise<boolean> {
    const input = await withHead(part);
    try {
      const format = recognise(input, this.options.formats);
      if (format) await this.readWith(format, input, part.place, file);
      else if (part.place === file.path) throw unrecognised(input, this.options.formats);
      else this.left.push({ place: part.place, reason: unrecognised(input, []).message });
      return format !== undefined;
    } finally {
      await part.bytes.return(undefined);
    }
  }

  private async readWith(format: ImportFormat, input: ImportInput, place: string, file: ImportedFile): Promise<void> {
    let source: SourceImport | undefined;
    const sink = new CheckedSink(place, (description) => {
      source = this.receiver(description, file, place);
      return source;
    });
    const started = performance.now();
    try {
      await format.read(input, sink);
      if (!source) throw new ImportError("holds no source: it ends before it says what it is.");
    } catch (error) {
      if (error instanceof InForceAlready) return;
      const failed = failure(place, error);
      source?.fail(failed.reason);
      this.failed.push(failed);
    } finally {
      source?.readWith(format.id, performance.now() - started);
    }
  }

  private receiver(description: SourceDescription, file: ImportedFile, place: string): SourceImport {
    const { id } = description;
    const { imports, inForce, importedOn, createWriter, only } = this.options;
    if (only !== undefined && id !== only) throw new ImportError(`holds ${id}. Expected ${only}.`);
    const known = this.sources.get(id);
    if (known) return joined(known, description, file, place);
    const current = inForce.get(id)?.source;
    if (file.sha256 !== undefined && current?.sha256 === editionDigest([file.sha256])) {
      this.unchanged.set(id, current);
      throw new InForceAlready();
    }
    const folder = incomingFolder(imports, id);
    const source = new SourceImport(description, file, importedOn, folder, createWriter);
    this.sources.set(id, source);
    return source;
  }

  private progress(doing: ImportProgress["doing"], path: string, bytes: number): void {
    if (doing !== "ordering") this.bytes[doing] += bytes;
    let records = 0;
    for (const source of this.sources.values()) records += source.tally.counts.records;
    this.options.onProgress?.({
      doing,
      path,
      bytes: this.bytes[doing === "hashing" ? doing : "reading"],
      bytesOfAll: this.bytesOfAll,
      records,
    });
  }
}

/** Entries of one archive may be parts of one source; two files, or two editions, are no one source. */
function joined(known: SourceImport, { id, edition }: SourceDescription, file: ImportedFile, place: string): SourceImport {
  const { path } = known.file;
  const reason =
    known.file !== file
      ? `${path} and ${place} both hold ${id}. Import one of them, or put them into one ZIP where they are parts of one edition.`
      : known.description.edition !== edition
        ? `holds ${id} of ${known.description.edition ?? "no date"} and, in ${place}, of ${edition ?? "no date"}. Import one edition.`
        : undefined;
  if (reason === undefined && !known.failed) return known;
  if (reason !== undefined) known.fail(reason);
  throw new ImportError(reason ?? `another part of ${id} could not be read.`);
}

/** Bad input and what the system refuses in their own words; anything else is a fault of beholden's own, which must show. */
function failure(place: string, error: unknown): ImportReport["failed"][number] {
  if (error instanceof ImportError) return { place, reason: error.message, fault: false };
  if (error instanceof Error && "syscall" in error) return { place, reason: `${error.message}.`, fault: false };
  return { place, reason: error instanceof Error ? (error.stack ?? error.message) : String(error), fault: true };
}
