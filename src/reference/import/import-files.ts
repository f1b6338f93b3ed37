import type { Day, ImportReport } from "../../model/index.js";
import { readInForce, removeDebris } from "./editions.js";
import type { ImportFormat } from "./format.js";
import { type HashBeside, ImportRun } from "./import-run.js";
import { type CreateWriter, writeHere } from "./import-writer.js";
import { importsFolder } from "./imports-folder.js";
import { type Holder, withLock } from "./lock.js";
import { importFormats } from "./registry.js";

/** How far an import is. Bytes as they lie on disk, packed or not. */
export interface ImportProgress {
  /** Hashing the file, reading it, or putting what was read in order. */
  doing: "hashing" | "reading" | "ordering";
  path: string;
  bytes: number;
  bytesOfAll: number;
  records: number;
}

export interface ImportOptions {
  /** The data folder. */
  into: string;
  /** Today, UTC. */
  importedOn: Day;
  /** Where the stores are written, and with which keys of names; in this thread and without keys unless told otherwise. */
  createWriter?: CreateWriter | undefined;
  /** How large files are hashed while they are read; without it every file is hashed first. */
  hashBeside?: HashBeside | undefined;
  /** The only source that the files may hold: what was fetched as one list must not replace another. */
  only?: string | undefined;
  /** Whether what is read waits as a change set and nothing of it is in force until somebody accepts it. */
  hold?: boolean | undefined;
  formats?: readonly ImportFormat[] | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Called once where another import runs on the same folder: this one waits for it. */
  onWait?: ((holder: Holder, lock: string) => void) | undefined;
}

/**
 * Imports official lists, registers and own tables into the data folder: plain, gzip or ZIP, recognised by what is in them. Each file
 * is a source of its own; entries of one archive that are of the same source are parts of it. A source that cannot be read to its end
 * leaves the edition in force in place, whatever happens to the others. Importing the same bytes again changes nothing.
 */
export async function importFiles(paths: readonly string[], options: ImportOptions): Promise<ImportReport> {
  const imports = importsFolder(options.into);
  return withLock(imports, options.onWait ?? (() => {}), async () => {
    await removeDebris(imports);
    const { importedOn, onProgress, only, hold = false, hashBeside, createWriter = writeHere(), formats = importFormats } = options;
    const inForce = await readInForce(imports);
    const run = new ImportRun({ imports, importedOn, createWriter, hashBeside, onProgress, only, hold, formats, inForce });
    await run.readAll(paths);
    return run.install();
  });
}
