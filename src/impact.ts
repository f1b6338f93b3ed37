import { attributeOne } from "./attribute/attribute.js";
import { INVENTORY_NAME, readInventory } from "./collect/inventory.js";
import { dependencyGraph, indexGraph } from "./decide/impact/index.js";
import { type ImpactGround, impactOf } from "./impact/assess.js";
import { understood } from "./impact/scenario.js";
import type { Attribution, Impact, Link, ScenarioFile } from "./model/index.js";
import { review } from "./review.js";
import type { ReviewOptions } from "./review-options.js";

export { compareImpacts, mostScenarios } from "./impact/compare.js";
export { UnknownName } from "./impact/names.js";
export { readScenario, ScenarioError, saveScenario } from "./impact/scenario-files.js";

export interface ImpactOptions extends Omit<ReviewOptions, "baseline" | "sideBySide"> {
  /** What to cut off: one, or up to three to be told side by side. */
  scenarios: ScenarioFile[];
}

/**
 * What a cut-off breaks, scenario by scenario: which systems and assets stop, degrade, go on or cannot be told, at which time and by what chain; the data,
 * contracts, people and revenue that it touches; and a dated order of exit.
 *
 * @throws UnknownName where a scenario names what is not known, with the nearest names
 * @example
 * const [answer] = await impact(["."], { asOf: "2026-11-23", reference, packs, scenarios: [{ block: ["alibaba-cloud"], regions: [], except: [] }] });
 */
export async function impact(paths: string[], { scenarios, ...options }: ImpactOptions): Promise<Impact[]> {
  const { asOf, reference, packs } = options;
  let links: Link[] = [];
  const reviewed = await review(paths, {
    ...options,
    onLinks: (found) => {
      links = found;
    },
  });
  const { inventory, locate } = await readInventory(paths);
  const attribute = (kind: "host" | "vendor", value: string): Attribution => attributeOne({ kind, value }, reference, asOf);
  const { observations, transactions } = reviewed;
  const declaration = { path: INVENTORY_NAME, locate };
  const graph = dependencyGraph({ observations, transactions, inventory, links, declaration, attribute });
  const ground: ImpactGround = { graph: indexGraph(graph), inventory, reviewed, packs: packs.map(({ pack }) => pack), reference, asOf };
  return scenarios.map((asked) => impactOf(understood(asked, graph, reference, asOf), ground));
}
