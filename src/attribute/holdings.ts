import { assetTest } from "../model/declared-assets.js";
import type { AttributedObservation, Holding, Inventory, Transaction } from "../model/index.js";

/** Holdings that go to transactions beyond those that hold a named asset, by transaction id, and what has to be said about it. */
export interface PlacedHoldings {
  extra: Map<string, string[]>;
  notes: string[];
}

/**
 * A holding without a place lies somewhere in its system: it is taken to lie with each provider that hosts the system, and that is
 * said. A named place that no artefact shows, or that no known provider runs, is said too.
 */
export function placeHoldings(
  transactions: Transaction[],
  observations: AttributedObservation[],
  inventory: Inventory | null,
): PlacedHoldings {
  const extra = new Map<string, string[]>();
  const notes = (inventory?.holdings ?? []).flatMap((holding) => {
    if (holding.storedIn.length > 0) {
      const placed = transactions.some((one) => one.holdings.includes(holding.id));
      return placed ? [] : [whereItLies(holding, observations)];
    }
    const hosts = transactions.filter((one) => one.kind === "hosting" && (holding.system === undefined || one.system === holding.system));
    for (const host of hosts) extra.set(host.id, [...(extra.get(host.id) ?? []), holding.id]);
    const system = holding.system ?? "anything";
    if (hosts.length === 0)
      return [`Holding ${holding.id} names no place, and nothing that hosts ${holding.system ?? "the subject"} was found.`];
    return [`Holding ${holding.id} names no place, so it is taken to lie with every provider that hosts ${system}.`];
  });
  return { extra, notes };
}

function whereItLies({ id, storedIn }: Holding, observations: AttributedObservation[]): string {
  const places = storedIn.join(", ");
  if (!observations.some(assetTest(storedIn)))
    return `Holding ${id} is declared to lie in ${places}, which was not found among the artefacts.`;
  return `Holding ${id} lies in ${places}, which was found, but no known provider stores data there.`;
}
