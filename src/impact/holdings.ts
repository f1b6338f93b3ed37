import type { HeldAt } from "../decide/impact/index.js";
import { assetTest } from "../model/declared-assets.js";
import type { Asset, Inventory, Reference, Review } from "../model/index.js";
import { providerOf } from "./contracts.js";

/** Where each declared holding lies: the assets that it names; of one that names none, those of the transactions that host its system. */
export function placedHoldings(
  inventory: Inventory | null,
  assets: readonly Asset[],
  { observations, transactions }: Pick<Review, "observations" | "transactions">,
): HeldAt[] {
  return (inventory?.holdings ?? []).map((holding): HeldAt => {
    const test = assetTest(holding.storedIn);
    const hosting = transactions.filter((one) => one.kind === "hosting" && one.holdings.includes(holding.id));
    const seen = holding.storedIn.length > 0 ? observations.filter(test).map(({ id }) => id) : hosting.flatMap((one) => one.observations);
    const ids = new Set(seen);
    const all = assets.filter((one) => one.kind !== "system" && one.observations.some((id) => ids.has(id)));
    // A store's endpoints stand where the store does, and hold nothing themselves.
    const stores = all.filter(({ kind }) => kind !== "host");
    const places = stores.length > 0 ? stores : all;
    return { holding, places: places.map(({ id, name, provider }) => ({ id, name, provider })) };
  });
}

/** Whether a declared name stands for a provider. */
export function sameProvider(reference: Reference): (declared: string, provider: string) => boolean {
  return (declared, provider) => providerOf(declared, reference)?.id === provider;
}
