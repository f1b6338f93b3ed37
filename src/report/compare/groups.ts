import { byText, type Change, changeAreas, type Difference, type ReviewComparison } from "../../model/index.js";

/** Differences of one way of changing that come from the same causes: they are told together, and why once. */
export interface Group {
  change: Difference["change"];
  differences: Difference[];
  causes: Change[];
}

const ways = ["added", "changed", "removed"] as const;

/** What is new first, then what changed, then what is gone; in each, in the order of the comparison. */
export function groupsOf({ differences, changes }: ReviewComparison): Group[] {
  const byId = new Map(changes.map((one) => [one.id, one]));
  return ways.flatMap((change) => {
    const groups = new Map<string, Group>();
    for (const difference of differences.filter((one) => one.change === change)) {
      const key = JSON.stringify([difference.causes, difference.causes.length > 0 ? "" : [difference.explained, difference.inputs]]);
      const group = groups.get(key) ?? { change, differences: [], causes: difference.causes.flatMap((id) => byId.get(id) ?? []) };
      group.differences.push(difference);
      groups.set(key, group);
    }
    return [...groups.values()];
  });
}

/** Changes that no difference comes from, by area: told in numbers, so that nothing is hidden. */
export function changesWithoutEffect({ differences, changes }: ReviewComparison): Change[] {
  const told = new Set(differences.flatMap((one) => one.causes));
  return changes
    .filter((one) => !told.has(one.id))
    .sort(
      (left, right) =>
        changeAreas.indexOf(left.area) - changeAreas.indexOf(right.area) ||
        Number(left.change === "changed") - Number(right.change === "changed") ||
        byText(left.id, right.id),
    );
}
