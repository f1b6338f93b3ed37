import { createHash } from "node:crypto";
import type { ImportedSource } from "../../model/index.js";
import type { PartyRecord } from "../import/format.js";
import type { Store } from "./store.js";
import { createStoreWriter } from "./writer.js";

/** Which parties stand as an edition has them; all others stand as the edition before had them. */
export interface Taken {
  before: Store | null;
  after: Store;
  /** Whether a party stands as the edition after has it, or is gone with it. */
  asAfter(party: string): boolean;
  /** How many of the changes stand otherwise than the edition has them, and how many there are. */
  left: number;
  changes: number;
}

/** The digest of what is taken of an edition: another selection is another edition. */
export function takenDigest(before: string | null, after: string, otherwise: Iterable<string>): string {
  return createHash("sha256")
    .update(["beholden rows taken 1", before ?? "nothing", after, ...[...otherwise].sort()].join("\n"))
    .digest("hex");
}

/**
 * Writes a store in which some parties stand as one edition has them and the others as the one before had them: names and numbers, listings, and who
 * holds them. It says of itself that it is not the whole edition of its publisher.
 *
 * @param folder empty or not there
 */
export function writeTakenEdition(
  folder: string,
  taken: Taken,
  { sha256, nameKeys }: { sha256: string; nameKeys?: ((party: PartyRecord) => string[]) | undefined },
): void {
  const { before, after, asAfter, left, changes } = taken;
  const writer = createStoreWriter(folder, { nameKeys });
  const copy = (store: Store, party: number) => {
    for (const mention of store.mentions(party)) writer.party(mention);
    for (const { sources: _, ...listing } of store.listingsOf(party)) writer.listing(listing);
    for (const { sources: _, ...interest } of store.interestsIn(party)) writer.interest(interest);
  };
  const earlier = numbersOf(before);
  for (const [id, party] of numbersOf(after)) {
    const was = earlier.get(id);
    if (asAfter(id)) copy(after, party);
    else if (before && was !== undefined) copy(before, was);
    earlier.delete(id);
  }
  for (const [id, party] of earlier) if (before && !asAfter(id)) copy(before, party);
  const source: ImportedSource = {
    ...after.source,
    title: `${after.source.title}, without ${left} of its ${changes} changes`,
    counts: { ...after.source.counts, ...writer.kept },
    sha256,
  };
  writer.finish(source);
}

function numbersOf(store: Store | null): Map<string, number> {
  const numbers = new Map<string, number>();
  for (let party = 0; party < (store?.manifest.parties ?? 0); party += 1) numbers.set(store?.idOf(party) ?? "", party);
  return numbers;
}
