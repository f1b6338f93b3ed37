import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportReport } from "../../model/index.js";
import { openStore, type Store } from "../store/store.js";
import { currentEdition } from "./editions.js";
import { ImportError, type ImportFormat } from "./format.js";
import { type ImportOptions, importFiles } from "./import-files.js";
import { importsFolder } from "./imports-folder.js";
import { forEachLine } from "./lines.js";

/** A format for tests: `source ID EDITION`, then lines such as `party x-1 Name`, `owns x-1 x-2 60`, `pass ships`, `bad`, `crash`, `stop`. */
export const sampleFormat: ImportFormat = {
  id: "sample",
  title: "Sample lines",
  specification: "https://example.org/sample",
  recognises: ({ text }) => text.startsWith("source "),
  async read(input, sink) {
    await forEachLine(input.bytes(), 1000, (text, line) => {
      const [word, first = "", second = "", third = ""] = text.split(" ");
      if (word === "source") sink.source({ id: first, title: first, url: "https://example.org/", edition: second || undefined });
      else sink.record();
      if (word === "party") sink.party({ id: first, name: second });
      if (word === "owns") sink.interest({ owner: first, owned: second, kind: "equity", share: Number(third) });
      if (word === "lists") sink.listing({ party: first, list: second, citation: "sample", ...(third ? { from: third } : {}) });
      if (word === "pass") sink.passOver(first);
      if (word === "bad") sink.refuse({ line }, "it is bad");
      if (word === "crash") throw new TypeError("a slip of the programmer");
      if (word === "stop") throw new ImportError(`line ${line}: ends too early.`);
    });
  },
};

/** Makes a folder with files in it; gives the folder and the files' paths. */
export async function sampleFiles(files: Record<string, string | Uint8Array>): Promise<{ folder: string; paths: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "beholden-import-"));
  const paths = Object.keys(files).map((name) => join(folder, name));
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
  return { folder, paths };
}

/** Imports files into a data folder with the sample format. */
export function importSample(into: string, paths: string[], options: Partial<ImportOptions> = {}): Promise<ImportReport> {
  return importFiles(paths, { into, importedOn: "2026-11-25", formats: [sampleFormat], ...options });
}

/** A source's edition in force, as its store has it. */
export async function storeOf(folder: string, source: string): Promise<Store | undefined> {
  const edition = await currentEdition(importsFolder(folder), source);
  return edition === undefined ? undefined : openStore(edition);
}

/** Facts that the store of a source's edition in force has. */
export async function countOf(folder: string, source: string): Promise<number> {
  const { mentions = 0, interests = 0, listings = 0 } = (await storeOf(folder, source))?.manifest ?? {};
  return mentions + interests + listings;
}
