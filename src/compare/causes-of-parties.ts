import type { Change } from "../model/index.js";
import type { CauseSearch, Found } from "./cause-search.js";
import { partiesOn } from "./causes-of-reaches.js";
import { namesParty } from "./causes-of-uses.js";

/** A government is there by its reaches. */
export function causesOfGovernment({ key }: Found, search: CauseSearch): Change[] {
  return search.ofKind("reach", (id) => search.reachesNamed(id).some((one) => one.government === key));
}

/** A provider is there by its uses, and differs by their reaches. */
export function causesOfProvider({ key }: Found, search: CauseSearch): Change[] {
  const its = (id: string) => search.transactionsNamed(id).some((one) => one.provider === key);
  return [
    ...search.ofKind("transaction", its),
    ...search.ofKind("reach", (id) => search.reachesNamed(id).some((one) => its(one.transaction))),
  ];
}

/** A party is there by the uses that it stands behind, by the reaches that pass it, and by what it holds. */
export function causesOfParty({ key, kind }: Found, search: CauseSearch): Change[] {
  const behind = (id: string) =>
    search.transactionsNamed(id).some((one) => namesParty(one, key) || (kind === "parent" && search.ownersAbove(one.operator).has(key)));
  return [
    ...search.ofKind("transaction", behind),
    ...search.ofKind("reach", (id) => search.reachesNamed(id).some((one) => partiesOn(one).has(key))),
    ...search.changes.about(`party:${key}`, ...(kind === "parent" ? [`holder:${key}`] : [])),
  ];
}
