import { collect } from "./collect/collect.js";
import { declaredRuleFiles, INVENTORY_NAME, readInventory } from "./collect/inventory.js";
import { measuresOn } from "./decide/index.js";
import type { Collected, Inventory } from "./model/index.js";
import type { ReviewOptions } from "./review-options.js";

/** What a review reads: the declaration, as it is and as it holds on the day, and what the artefacts show. */
export interface ReviewInputs {
  declared: Inventory | null;
  inventory: Inventory | null;
  collected: Collected;
}

/** Reads the declaration of some paths and their artefacts; what is wrong with either stands among the problems. */
export async function readInputs(paths: string[], { asOf, onLinks, onProgress }: ReviewOptions): Promise<ReviewInputs> {
  const { inventory: declared, problems } = await readInventory(paths);
  const inventory = measuresOn(declared, asOf);
  const collected = await collect(paths, {
    ownNetworks: inventory?.networks ?? [],
    exclude: [`/${INVENTORY_NAME}`, ...(inventory?.exclude ?? [])],
    links: onLinks !== undefined,
    ...(onProgress ? { onProgress } : {}),
  });
  onLinks?.(collected.links);
  // The declaration and the rules that it names are read apart, so they are not left out.
  const readApart = [INVENTORY_NAME, ...declaredRuleFiles(inventory)];
  const leftOut = collected.leftOut.filter((one) => !readApart.includes(one.path));
  return { declared, inventory, collected: { ...collected, leftOut, problems: [...problems, ...collected.problems] } };
}
