import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { ImportError } from "./format.js";
import { pieceBytes } from "./limits.js";

/** Raise it when what an importer makes of the same bytes changes, so that importing them again is not taken for a repetition. */
export const importerVersion = 2;

/** A file as it was when its import began. */
export interface ImportedFile {
  path: string;
  bytes: number;
  /** By which a change while it is being read is seen. */
  stamp: string;
  /** Known at the end only, where it is worked out while the file is being read. */
  sha256?: string;
}

/** Looks at a file before it is read. */
export async function imported(path: string): Promise<ImportedFile> {
  const { size } = await stat(path);
  return { path, bytes: size, stamp: await stampOf(path) };
}

/** SHA-256 of a file as it lies on disk; tells `onRead` how many bytes more were read. */
export async function hashFile(path: string, onRead: (bytes: number) => void = () => {}): Promise<string> {
  const hash = createHash("sha256");
  // The same memory each time: fresh memory for gigabytes is what the system takes long to give.
  const piece = Buffer.allocUnsafeSlow(pieceBytes);
  const file = await open(path);
  try {
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, piece.length);
      if (bytesRead === 0) return hash.digest("hex");
      hash.update(piece.subarray(0, bytesRead));
      onRead(bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Throws where a file is no longer what it was when its import began. */
export async function assertUnchanged({ path, stamp }: ImportedFile): Promise<void> {
  if ((await stampOf(path)) !== stamp) throw new ImportError("was changed while it was being read. Import it again once it is complete.");
}

/** The digest by which an edition is named: over the digests of its files, in any order, and the importer's version. */
export function editionDigest(files: readonly string[]): string {
  return createHash("sha256")
    .update([`beholden import ${importerVersion}`, ...[...files].sort()].join("\n"))
    .digest("hex");
}

async function stampOf(path: string): Promise<string> {
  const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true });
  return [dev, ino, size, mtimeNs].join(" ");
}
