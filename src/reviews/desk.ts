import { openReviewParties, type ReviewParties } from "./review-parties.js";
import { openShelf, type Shelf } from "./shelf.js";

/** Where reviews are kept, for as long as the server runs. */
export interface ReviewDesk {
  shelf: Shelf;
  /** The parties that each of them names. */
  parties: ReviewParties;
}

/**
 * @param data the folder of data, below which reviews are kept
 * @param folder the folder that is served; null: none
 */
export function openDesk(data: string, folder: string | null): ReviewDesk {
  const shelf = openShelf({ data, folder });
  return { shelf, parties: openReviewParties(data, shelf) };
}
