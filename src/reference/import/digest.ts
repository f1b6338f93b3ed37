import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { ImportError } from "./format.js";

/** Raise it when what an importer makes of the same bytes changes, so that importing them again is not taken for a repetition. */
export const importerVersion = 2;

/** A file as it was when it was hashed. */
export interface Digested {
  path: string;
  bytes: number;
  sha256: string;
  /** By which a change while it is being read is seen. */
  stamp: string;
}

/** Hashes a file as it lies on disk; tells `onRead` how many bytes more were read. */
export async function digestFile(path: string, onRead: (bytes: number) => void): Promise<Digested> {
  const stamp = await stampOf(path);
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(piece as Buffer);
    bytes += (piece as Buffer).length;
    onRead((piece as Buffer).length);
  }
  return { path, bytes, sha256: hash.digest("hex"), stamp };
}

/** Throws where a file is no longer what it was when it was hashed. */
export async function assertUnchanged({ path, stamp }: Digested): Promise<void> {
  if ((await stampOf(path)) !== stamp) throw new ImportError("was changed while it was being read. Import it again once it is complete.");
}

/** The digest by which an edition is named: over the files, in any order, and the importer's version. */
export function editionDigest(files: readonly { sha256: string }[]): string {
  const digests = files.map(({ sha256 }) => sha256).sort();
  return createHash("sha256")
    .update([`beholden import ${importerVersion}`, ...digests].join("\n"))
    .digest("hex");
}

async function stampOf(path: string): Promise<string> {
  const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true });
  return [dev, ino, size, mtimeNs].join(" ");
}
