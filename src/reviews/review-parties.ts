import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Review } from "../model/index.js";
import type { Shelf } from "./shelf.js";

type NamedIn = Review["parties"];

/** The parties that each review names, kept apart from the reviews: to know them, a review is opened once and never again. */
export interface ReviewParties {
  /** Those that are known without opening the review; undefined where it has to be opened. */
  known(review: string): Promise<NamedIn | undefined>;
  /** Opens the review and notes them; none where it is gone. */
  read(review: string): Promise<NamedIn>;
}

/**
 * Reviews never change: the id is a digest of what they say, so what was noted of one holds for as long as it is there.
 *
 * @param data the folder of data, below which reviews are kept
 */
export function openReviewParties(data: string, shelf: Shelf): ReviewParties {
  const folder = join(data, "reviews");
  const inMemory = new Map<string, NamedIn>();
  const fileOf = (review: string) => join(folder, `${review}.parties.json`);

  return {
    async known(review) {
      const held = inMemory.get(review) ?? (await noted(fileOf(review)));
      if (held) inMemory.set(review, held);
      return held;
    },
    async read(review) {
      const parties = (await shelf.find(review))?.review.parties ?? [];
      inMemory.set(review, parties);
      // Where nothing can be written they are read anew after the next start.
      await note(folder, fileOf(review), parties).catch(() => {});
      return parties;
    },
  };
}

async function noted(file: string): Promise<NamedIn | undefined> {
  try {
    const read: unknown = JSON.parse(await readFile(file, "utf8"));
    return Array.isArray(read) ? (read as NamedIn) : undefined;
  } catch {
    return undefined;
  }
}

async function note(folder: string, file: string, parties: NamedIn): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, JSON.stringify(parties), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
