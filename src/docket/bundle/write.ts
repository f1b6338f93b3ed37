import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { DocketManifest, JournalBody } from "../../model/index.js";
import { type Docket, DocketError, type DocketView, filesOf, type StoredEntry } from "../journal/index.js";
import { filePath, most } from "./zip.js";

export interface BundleRequest {
  path: string;
  /** The case; the whole docket where there is none. */
  case: string | null;
  by: string;
  at: string;
  /** Of beholden. */
  version: string;
}

export interface WrittenBundle {
  manifest: DocketManifest;
  /** Of the manifest, which holds the digests of all else. */
  sha256: string;
}

/**
 * Writes a bundle: a ZIP file with the journal, of other cases only the digests that hold the chain together, the files that its entries name,
 * and a manifest with the digest of every file. It verifies without the docket it came from.
 *
 * @throws DocketError `not-found` where there is no such case; `unusable` where the file cannot be written
 */
export async function writeBundle(docket: Docket, { path, case: of, by, at, version }: BundleRequest): Promise<WrittenBundle> {
  const { default: yazl } = await import("yazl");
  return docket.read(async (view) => {
    const head = await view.head();
    if (of !== null && !(await view.object("case", of)))
      throw new DocketError("not-found", `there is no case ${of} in ${docket.database.name}.`);
    const [first] = await view.entries({ limit: 1 });
    if (!first) throw new DocketError("not-found", `the docket at ${docket.database.name} is empty: there is nothing to bundle.`);
    const zip = new yazl.ZipFile();
    const options = { mtime: new Date(at), mode: 0o600 };
    const out = zip.outputStream as unknown as Readable;
    const written = toFile(out, path);
    written.catch(() => {});
    try {
      const named = new Set<string>();
      const add = async (path: string, source: AsyncIterable<string | Uint8Array>, compress: boolean) => {
        const { stream, ended, counted: count } = counted(source);
        // What breaks while it is packed ends the file too.
        stream.on("error", (error) => out.destroy(error));
        zip.addReadStream(stream, path, { ...options, compress });
        await ended;
        return { path, ...count() };
      };
      const files = [await add("journal.jsonl", lines(view, of, named), true)];
      if (named.size > most.files - 2)
        throw new DocketError(
          "refused",
          `the docket names ${named.size} files, and a bundle holds ${most.files}. Export cases by themselves.`,
        );
      // Packed already, most of them; what packs too well would look like a bomb to whoever reads it.
      for (const sha256 of [...named].sort()) files.push(await add(filePath(sha256), parts(view, sha256), false));
      const made = { at, by, version };
      const kind = of === null ? "backup" : "case";
      const manifest: DocketManifest = {
        schemaVersion: "1",
        form: "beholden-docket",
        kind,
        docket: first.body.object.id,
        case: of,
        head,
        made,
        files,
      };
      const text = `${JSON.stringify(manifest, null, 2)}\n`;
      zip.addBuffer(Buffer.from(text), "manifest.json", options);
      zip.end();
      await written;
      return { manifest, sha256: createHash("sha256").update(text).digest("hex") };
    } catch (error) {
      await written.catch(() => {});
      throw error instanceof DocketError ? error : new DocketError("unusable", `cannot write ${path}: ${(error as Error).message}.`, error);
    }
  });
}

/** Records that a bundle was made: what leaves the docket is an entry of it. */
export async function noteExport(
  docket: Docket,
  { manifest, sha256 }: WrittenBundle,
  { by, at }: { by: string; at: string },
): Promise<void> {
  const after = { kind: manifest.kind, case: manifest.case, head: manifest.head };
  const entry = { act: "exported", case: manifest.case, object: { kind: "export", id: sha256 }, after };
  // No key: each file that leaves is an entry of its own.
  await docket.append({ by, at, asks: { export: sha256 } }, async () => [entry]);
}

/** The journal's lines. What the entries that are shown name in files is told by `named`. */
async function* lines(view: DocketView, of: string | null, named: Set<string>): AsyncGenerator<string> {
  for await (const stored of view.stored()) {
    const shown = of === null || stored.found?.case === of || stored.number === 1;
    if (shown) for (const { sha256 } of filesOf((JSON.parse(stored.body) as JournalBody).after)) named.add(sha256);
    yield `${lineOf(stored, shown)}\n`;
  }
}

/** What stands for an entry: its digests, and its text where it belongs to the case. */
function lineOf({ number, digest, content, body }: StoredEntry, shown: boolean): string {
  return shown
    ? `{"number":${number},"digest":"${digest}","content":"${content}","body":${body}}`
    : JSON.stringify({ number, digest, content });
}

/** A file as it is kept. One that was changed in the store is no evidence of anything, and a bundle of it would not verify. */
async function* parts(view: DocketView, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const part of view.fileParts(sha256)) {
    hash.update(part);
    yield part;
  }
  if (hash.digest("hex") !== sha256)
    throw new DocketError(
      "broken",
      `the file ${sha256} is missing from the store, or was changed in it. \`beholden docket verify\` names every one.`,
    );
}

/** A stream that counts and digests what goes through. */
function counted(source: AsyncIterable<string | Uint8Array>) {
  const hash = createHash("sha256");
  let bytes = 0;
  let done = () => {};
  let failed = (_: unknown) => {};
  const ended = new Promise<void>((resolve, reject) => {
    done = resolve;
    failed = reject;
  });
  async function* through(): AsyncGenerator<Buffer> {
    try {
      for await (const piece of source) {
        const text = typeof piece === "string" ? Buffer.from(piece) : Buffer.from(piece);
        hash.update(text);
        bytes += text.length;
        yield text;
      }
      done();
    } catch (error) {
      failed(error);
      throw error;
    }
  }
  return { stream: Readable.from(through(), { objectMode: false }), ended, counted: () => ({ bytes, sha256: hash.digest("hex") }) };
}

/** The file is there whole or not at all, and on disk. */
async function toFile(stream: Readable, path: string): Promise<void> {
  const half = `${path}.${randomUUID()}.part`;
  try {
    await pipeline(stream, createWriteStream(half, { mode: 0o600 }));
    const file = await open(half, "r+");
    await file.sync();
    await file.close();
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}
