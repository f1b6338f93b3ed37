import { useEffect } from "react";
import type { Impact } from "../../src/model/index.js";
import { weightiest } from "../../src/report/impact/words.js";

/** Ids of what stands on the chain that weighs most of a system, with the system itself; none where nothing is lit. */
export function chainOf({ systems }: Pick<Impact, "systems">, system: string): ReadonlySet<string> {
  const chain = weightiest(systems.find(({ id }) => id === system)?.chains ?? []);
  if (!chain) return new Set();
  return new Set([system, ...chain.hops.flatMap(({ from, to }) => [from, to, needOf(from, to)]), chain.blocked]);
}

/** Marks what is lit in the drawings of chains: the rest is dimmed by the style of the page. */
export function useLit(scene: unknown, lit: ReadonlySet<string>): void {
  const all = [...lit].join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a drawing that is laid out anew is marked anew
  useEffect(() => {
    const ids = new Set(all.split("\n").filter(Boolean));
    for (const node of document.querySelectorAll<SVGElement>(".drawing.chains [data-id]"))
      node.toggleAttribute("data-lit", ids.has(node.dataset.id ?? ""));
  }, [scene, all]);
}

/** What the drawing calls the line between two things. */
function needOf(from: string, to: string): string {
  return `${from} ${to}`;
}
