import type { TracedLink } from "../../../model/index.js";

/** Everybody that interests tie to a party, however far, in the order of their distance. */
export function tiedTo(party: string, links: readonly TracedLink[]): Map<string, number> {
  const beside = new Map<string, string[]>();
  const note = (one: string, other: string) => {
    const known = beside.get(one);
    if (known) known.push(other);
    else beside.set(one, [other]);
  };
  for (const { owner, owned } of links) {
    note(owner, owned);
    note(owned, owner);
  }
  const found = new Map([[party, 0]]);
  const queue = [party];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const one of beside.get(next) ?? []) {
      if (found.has(one)) continue;
      found.set(one, (found.get(next) ?? 0) + 1);
      queue.push(one);
    }
  }
  return found;
}
