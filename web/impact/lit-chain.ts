import { type RefObject, useEffect, useState } from "react";
import type { Impact, ImpactChain } from "../../src/model/index.js";
import { weightiest } from "../../src/report/impact/words.js";

/**
 * Ids of what stands on the chain of a thing, with the thing itself; none where nothing is lit. Of a system or an asset that is the chain that weighs
 * most; what is cut off itself lights the chains of all the systems that fall by it.
 */
export function chainOf({ systems, assets }: Pick<Impact, "systems" | "assets">, thing: string): ReadonlySet<string> {
  const own = [...systems, ...assets].find(({ id }) => id === thing);
  const chain = weightiest(own?.chains ?? []);
  if (chain && chain.hops.length > 0) return new Set([thing, ...idsOn(chain)]);
  const through = systems.flatMap(({ id, chains }) => {
    const most = weightiest(chains);
    return most && most.blocked === thing ? [id, ...idsOn(most)] : [];
  });
  return new Set(through.length > 0 || chain ? [thing, ...through] : []);
}

function idsOn({ hops, blocked }: ImpactChain): string[] {
  return [...hops.flatMap(({ from, to }) => [from, to, needOf(from, to)]), blocked];
}

/** The thing of a drawing that the pointer is over or the keyboard stands on; empty where that is none. */
export function useLookedAt(around: RefObject<HTMLElement | null>): string {
  const [looked, setLooked] = useState("");
  useEffect(() => {
    const within = around.current;
    if (!within) return;
    const over = ({ target }: Event) => setLooked(idAt(target));
    const out = ({ relatedTarget }: PointerEvent | FocusEvent) => setLooked(idAt(relatedTarget));
    within.addEventListener("pointerover", over);
    within.addEventListener("focusin", over);
    within.addEventListener("pointerout", out);
    within.addEventListener("focusout", out);
    return () => {
      within.removeEventListener("pointerover", over);
      within.removeEventListener("focusin", over);
      within.removeEventListener("pointerout", out);
      within.removeEventListener("focusout", out);
    };
  }, [around]);
  return looked;
}

function idAt(target: EventTarget | null): string {
  return (target instanceof Element && target.closest<SVGElement>("[data-id]")?.dataset.id) || "";
}

/** Marks what is lit in a drawing of chains: the rest is dimmed by the style of the page. */
export function useLit(around: RefObject<HTMLElement | null>, scene: unknown, lit: ReadonlySet<string>): void {
  const all = [...lit].join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a drawing that is laid out anew is marked anew
  useEffect(() => {
    const ids = new Set(all.split("\n").filter(Boolean));
    for (const node of around.current?.querySelectorAll<SVGElement>(".drawing.chains [data-id]") ?? [])
      node.toggleAttribute("data-lit", ids.has(node.dataset.id ?? ""));
  }, [scene, all]);
}

/** What the drawing calls the line between two things. */
function needOf(from: string, to: string): string {
  return `${from} ${to}`;
}
