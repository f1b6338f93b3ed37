import type { Reference } from "./catalogue.js";
import type { Day } from "./common.js";
import { holdsOn } from "./order.js";
import type { GovernmentList, Listing } from "./party.js";

/** The listings of a party that hold on a day. */
export function listingsOn(party: string, reference: Pick<Reference, "listingsOf" | "catalogue">, day: Day): Listing[] {
  return reference.listingsOf(party).filter((one) => listingHolds(one, reference.catalogue.lists, day));
}

/**
 * Whether an entry counts on a day: by its own dates, and by those of its list, which may end or be suspended. A list that is not on file,
 * such as one of the user's own, is in force as long as its entries are.
 */
export function listingHolds(listing: Pick<Listing, "list" | "from" | "until">, lists: readonly GovernmentList[], day: Day): boolean {
  if (!holdsOn(listing, day)) return false;
  const list = lists.find((one) => one.id === listing.list);
  return !list || (holdsOn(list, day) && !(list.suspended ?? []).some((period) => holdsOn(period, day)));
}
