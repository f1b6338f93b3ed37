import { basename } from "node:path";
import type { Day, ImportedSource, SourceReport } from "../../model/index.js";
import { editionDigest, type ImportedFile } from "./digest.js";
import { dropIncoming, installEdition } from "./editions.js";
import type { SourceDescription } from "./format.js";
import type { CreateWriter, ImportWriter } from "./import-writer.js";
import { type Receiver, Tally } from "./sink.js";

/** One source while it is being imported: from the moment a reader describes it until it is in force, or is given up. */
export class SourceImport implements Receiver {
  readonly tally = new Tally();
  readonly description: SourceDescription;
  readonly writer: ImportWriter;
  readonly file: ImportedFile;
  private readonly folder: string;
  private readonly importedOn: Day;
  private readonly formats = new Set<string>();
  private readonly notes: string[] = [];
  private outcome: SourceReport["outcome"] = "imported";
  private reason: string | undefined;
  private milliseconds = 0;

  constructor(description: SourceDescription, file: ImportedFile, importedOn: Day, folder: string, createWriter: CreateWriter) {
    this.description = description;
    this.file = file;
    this.importedOn = importedOn;
    this.folder = folder;
    this.writer = createWriter(folder, file.bytes);
  }

  get failed(): boolean {
    return this.outcome === "failed";
  }

  readWith(format: string, milliseconds: number): void {
    this.formats.add(format);
    this.milliseconds += milliseconds;
  }

  /** Gives the import up: the edition in force stays. The first reason counts. */
  fail(reason: string): void {
    this.reason ??= reason;
    this.outcome = "failed";
  }

  /** Writes the store to its end. */
  async complete(before: ImportedSource | undefined): Promise<void> {
    const { parties, interests, listings, records } = this.tally.counts;
    if (parties + interests + listings === 0) this.fail(`nothing of its ${records} records could be kept`);
    if (this.failed) return;
    this.notes.push(...notesOn(this.tally, this.description, before));
    const started = performance.now();
    await this.writer.settle();
    await this.writer.finish(this.source());
    this.milliseconds += performance.now() - started;
  }

  /** Puts the edition in force, or holds it, or clears away what a failure left. */
  async install(imports: string, hold: boolean): Promise<void> {
    if (this.failed) {
      await this.writer.abandon();
      await dropIncoming(this.folder);
      return;
    }
    const { id } = this.description;
    const { standing } = await installEdition(imports, id, this.folder, { sha256: this.source().sha256, hold });
    const decide = `\`beholden reference changes ${id}\` shows it and takes the decision`;
    if (standing?.decision?.state === "accepted") return;
    if (standing) this.notes.push(`what was decided on this very edition before still holds: ${decide}`);
    else if (hold) this.notes.push(`it is held, and nothing of it is in force: ${decide}`);
  }

  source(): ImportedSource {
    const { id, title, url, publisher, licence, edition } = this.description;
    const { path, bytes, sha256 } = this.file;
    if (sha256 === undefined) throw new Error(`${path} is not hashed yet`);
    return {
      id,
      title,
      url,
      ...(publisher ? { publisher } : {}),
      ...(licence ? { licence } : {}),
      edition: edition ?? null,
      importedOn: this.importedOn,
      format: [...this.formats].join(", "),
      files: [{ name: basename(path), bytes, sha256 }],
      counts: { ...this.tally.counts, ...this.writer.kept },
      sha256: editionDigest([sha256]),
    };
  }

  report(): SourceReport {
    const { id, title, edition, importedOn, files, counts, sha256 } = this.source();
    return {
      id,
      title,
      formats: [...this.formats],
      outcome: this.outcome,
      ...(this.reason ? { reason: this.reason } : {}),
      files,
      edition,
      importedOn,
      sha256,
      counts,
      refused: this.tally.refused,
      passedOver: this.tally.passedOver,
      notes: this.notes,
      seconds: Math.round(this.milliseconds) / 1000,
    };
  }
}

/** What the same source is told of that is in force already: nothing was read. */
export function unchangedReport(source: ImportedSource): SourceReport {
  const { id, title, format, edition, importedOn, files, counts, sha256 } = source;
  const told = { refused: [], passedOver: {}, notes: [], seconds: 0 };
  return { id, title, formats: format.split(", "), outcome: "unchanged", files, edition, importedOn, sha256, counts, ...told };
}

function notesOn(tally: Tally, { edition }: SourceDescription, before: ImportedSource | undefined): string[] {
  const notes: string[] = [];
  if (tally.undated > 0) notes.push(`${tally.undated} listings bear no date: they count from the day of the import`);
  if (!before) return notes;
  if (edition && before.edition && edition < before.edition) {
    notes.push(`this edition, ${edition}, is older than the one it replaces, ${before.edition}`);
  }
  const { records } = before.counts;
  if (tally.counts.records < records / 2) {
    notes.push(`it has ${tally.counts.records} records, and the edition before had ${records}: check that it is whole`);
  }
  return notes;
}
