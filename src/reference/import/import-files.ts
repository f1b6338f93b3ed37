import type { Day, ImportReport } from "../../model/index.js";
import type { StoreWriterOptions } from "../store/writer.js";
import { readInForce, removeDebris } from "./editions.js";
import type { ImportFormat } from "./format.js";
import { ImportRun } from "./import-run.js";
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
  /** Keys of a party's names, by which it is found later: `nameKeys` of `screen/`. */
  nameKeys?: StoreWriterOptions["nameKeys"];
  /** The only source that the files may hold: what was fetched as one list must not replace another. */
  only?: string | undefined;
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
    const { importedOn, nameKeys, onProgress, only, formats = importFormats } = options;
    const run = new ImportRun({ imports, importedOn, nameKeys, onProgress, only, formats, inForce: await readInForce(imports) });
    await run.readAll(paths);
    return run.install();
  });
}
