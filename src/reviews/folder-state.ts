import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import type { FolderState, Review, ShelvedReview } from "../model/index.js";

/** Files of one length are held by their digests as long as all of them are not larger than this; beyond it by their lengths alone. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Whether the files that a kept review read are still as it read them. What came into the folder since is not looked for: that takes a review.
 *
 * @returns `checked: false` where the folder is gone, or was never one of this machine
 */
export async function folderState({ shelved, review }: { shelved: ShelvedReview; review: Review }): Promise<FolderState> {
  const state: FolderState = { schemaVersion: "1", checked: shelved.again, files: review.files.length, changed: [], gone: [] };
  if (!shelved.again) return state;
  const home = resolve(shelved.origin.path);
  const hashed = review.files.reduce((sum, { bytes }) => sum + bytes, 0) <= mostBytes;
  for (const { path, bytes, sha256 } of review.files) {
    const place = resolve(join(home, path));
    // A review that was changed by hand cannot have other files looked at.
    const found = place.startsWith(home + sep) ? await stat(place).catch(() => null) : null;
    if (!found?.isFile()) state.gone.push(path);
    else if (found.size !== bytes || (hashed && (await digestOf(place)) !== sha256)) state.changed.push(path);
  }
  return state;
}

async function digestOf(path: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    return null;
  }
  return hash.digest("hex");
}
