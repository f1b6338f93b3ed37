import type { LoadedReference } from "../reference/load.js";
import { openShelf, type Shelf } from "./shelf.js";

/** What reviews are made and kept with, for as long as the server runs. */
export interface ReviewDesk {
  shelf: Shelf;
  /** Read when it is first asked for, so that the first screen does not wait for it. */
  reference(): Promise<LoadedReference>;
}

/**
 * @param data the folder of data, below which reviews are kept
 * @param folder the folder that is served
 */
export function openDesk(data: string, folder: string, loadReference: () => Promise<LoadedReference>): ReviewDesk {
  let reference: Promise<LoadedReference> | undefined;
  return {
    shelf: openShelf({ data, folder }),
    reference: () => {
      reference ??= loadReference();
      return reference;
    },
  };
}
