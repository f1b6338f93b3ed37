import type { InterestKind, TracedLink } from "../../model/index.js";

/** Codes of the standard's list interestType; for kinds without one, the nearest, and the kind in the details. */
const types = {
  equity: "shareholding",
  voting: "votingRights",
  board: "appointmentOfBoard",
  influence: "otherInfluenceOrControl",
  management: "seniorManagingOfficial",
  "vie-contract": "otherInfluenceOrControl",
  "state-control": "otherInfluenceOrControl",
  "golden-share": "otherInfluenceOrControl",
  "joint-operation": "otherInfluenceOrControl",
  consolidation: "otherInfluenceOrControl",
  linked: "otherInfluenceOrControl",
} satisfies Record<InterestKind, string>;

const named = new Set<InterestKind>(["equity", "voting", "board", "influence", "management"]);

/** An interest of a relationship statement. */
export function bodsInterest(link: TracedLink): Record<string, unknown> {
  const { kind, capacity, from, until, note } = link;
  const marks = [...(named.has(kind) ? [] : [`kind ${kind}`]), ...(capacity ? [`held as ${capacity}`] : [])];
  const details = [marks.length > 0 ? `[${marks.join(", ")}]` : "", note ?? ""].filter(Boolean).join(" ");
  return {
    type: types[kind],
    directOrIndirect: "direct",
    ...(link.stated ? { share: shareOf(link) } : {}),
    ...(from ? { startDate: from } : {}),
    ...(until ? { endDate: until } : {}),
    ...(details ? { details } : {}),
  };
}

/** In 0.4 a bound that is not part of its range is a number of its own. */
function shareOf({ shareMin, shareMax, minExclusive, maxExclusive }: TracedLink): Record<string, number> {
  if (shareMin === shareMax) return { exact: shareMin };
  return {
    ...(minExclusive ? { exclusiveMinimum: shareMin } : { minimum: shareMin }),
    ...(maxExclusive ? { exclusiveMaximum: shareMax } : { maximum: shareMax }),
  };
}
