import { useKeys } from "../frame/keys.js";
import { useAddressPart, useAddressParts } from "../state/address.js";

/** The walk along the hops of a path: where one is, and which hop is disputed, as the address has it; with its keys. */
export function useWalk(hops: number) {
  const [hop, setHop] = useAddressPart("hop");
  const [{ dispute: disputing, without }, change] = useAddressParts(["dispute", "without"]);
  const at = within(hop, hops);
  const walk = (next: number) => {
    const to = Math.min(hops, Math.max(1, next));
    setHop(String(to));
    focusOn(`hop-${to}`);
  };
  const dispute = (which: number) => {
    change({ hop: String(which), dispute: String(which), without: "" } as object);
    focusOn(`hop-${which}`);
  };
  useKeys("The path", [
    { keys: "ArrowDown", does: "Next hop", run: () => walk(at + 1) },
    { keys: "ArrowUp", does: "Hop before", run: () => walk(at === 0 ? 1 : at - 1) },
    { keys: "e", does: "Evidence of the hop", run: () => focusOn(`evidence-${at || 1}`) },
    { keys: "x", does: "Dispute the hop: what changes without it", run: () => dispute(at || 1) },
  ]);
  return {
    at,
    walk,
    dispute,
    disputed: within(disputing, hops),
    isAsked: without === "yes",
    ask: () => change({ without: "yes" }),
    close: () => change({ dispute: "", without: "" }),
  };
}

function within(text: string, hops: number): number {
  const hop = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return hop <= hops ? hop : 0;
}

/** Leads the keyboard there; it can be read aloud, and is scrolled to. */
function focusOn(id: string): void {
  const there = document.getElementById(id);
  there?.focus({ preventScroll: true });
  there?.scrollIntoView({ block: "nearest" });
}
