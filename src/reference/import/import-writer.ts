import type { ImportedSource } from "../../model/index.js";
import { createStoreWriter, type StoreWriter, type StoreWriterOptions } from "../store/writer.js";

/** Where the checked facts of one source go to, in this thread or in another. */
export interface ImportWriter extends Pick<StoreWriter, "party" | "interest" | "listing"> {
  /** What is kept: right once `settle` is done. */
  readonly kept: StoreWriter["kept"];
  /** Waits until everything told so far is kept; throws where something could not be. */
  settle(): Promise<void>;
  /** Writes the store to its end. */
  finish(source: ImportedSource): Promise<void>;
  /** Lets go of what was written, which is of no use. */
  abandon(): Promise<void>;
}

/** Gives the writer of a store in a folder, for a file of so many bytes. */
export type CreateWriter = (folder: string, fileBytes: number) => ImportWriter;

/** Writes in this thread. */
export function writeHere(nameKeys?: StoreWriterOptions["nameKeys"]): CreateWriter {
  return (folder) => {
    const writer = createStoreWriter(folder, { nameKeys });
    return {
      party: (party) => writer.party(party),
      interest: (interest) => writer.interest(interest),
      listing: (listing) => writer.listing(listing),
      get kept() {
        return writer.kept;
      },
      settle: async () => {},
      finish: async (source) => writer.finish(source),
      abandon: async () => {},
    };
  };
}
