import { type StatedInterest, statedInterest } from "./bods-interest.js";
import type { Records, Relationship } from "./bods-records.js";
import { isObject } from "./bods-statement.js";

/**
 * Whether the parts of an indirect relationship say all that it says, so that counting both would count the stake twice: every relationship
 * among the parts is there, and they lead from the subject to the interested party by stakes of the kind in question (or of a nature that is
 * not stated). A way through mere influence does not carry a share, so that the indirect stake then stands.
 */
export function componentsReplace(relationship: Relationship, interest: StatedInterest, records: Records): boolean {
  const { subject, party, components } = relationship;
  if (party === undefined || interest.stake === "office") return false;
  const { kind } = interest.stake;
  const parts: Relationship[] = [];
  for (const component of components) {
    const part = records.relationships.get(records.latest(component));
    if (part) parts.push(part);
    else if (!records.parties.has(records.latest(component))) return false;
  }
  const links = parts.filter((part) => !part.closed && carries(part, kind));
  const reached = new Set([records.latest(subject)]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const link of links) {
      const holder = link.party === undefined ? undefined : records.latest(link.party);
      if (holder === undefined || reached.has(holder) || !reached.has(records.latest(link.subject))) continue;
      reached.add(holder);
      grew = true;
    }
  }
  return reached.has(records.latest(party));
}

function carries(part: Relationship, kind: string): boolean {
  if (part.interests.length === 0) return true;
  return part.interests.filter(isObject).some((value) => {
    const stated = statedInterest(value);
    return typeof stated !== "string" && stated.stake !== "office" && stated.stake.kind === kind;
  });
}
