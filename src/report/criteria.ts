import type { AnsweredCriterion, CriteriaGroup, CriterionAnswer, ReviewCriteria } from "../model/index.js";
import type { View } from "./view.js";

/** One criterion of one transaction, with the words of its group. */
export interface ShownCriterion {
  group: CriteriaGroup;
  asked: ReviewCriteria["list"][number];
  answered: AnsweredCriterion;
}

/** The criteria put to one transaction, group by group in the order of the pack; groups that were not asked are left out. */
export function shownByGroup(
  { groups, list }: ReviewCriteria,
  criteria: readonly AnsweredCriterion[],
): { group: CriteriaGroup; shown: ShownCriterion[] }[] {
  const byId = new Map(criteria.map((one) => [one.criterion, one]));
  return groups.flatMap((group) => {
    const shown = list.flatMap((asked) => {
      const answered = asked.group === group.id ? byId.get(asked.id) : undefined;
      return answered ? [{ group, asked, answered }] : [];
    });
    return shown.length > 0 ? [{ group, shown }] : [];
  });
}

/** What an answer says in its group, no more than a possibility where it is one: `possibly: raises the risk`. */
export function leaningWords({ leaning, certainty }: CriterionAnswer, { words }: CriteriaGroup): string {
  return certainty === "established" ? words[leaning] : `possibly: ${words[leaning]}`;
}

/** How a criterion stands in a word: what its answers for or against say, possibilities only where nothing is established; else that there is only evidence, or that it is open. */
export function standingWords({ group, answered }: ShownCriterion): string {
  const weighing = answered.answers.filter(({ leaning }) => leaning !== "evidence");
  const established = weighing.filter(({ certainty }) => certainty === "established");
  const shown = [established, weighing, answered.answers].find((some) => some.length > 0) ?? [];
  const words = [...new Set(shown.map((one) => leaningWords(one, group)))];
  return words.length > 0 ? words.join(" and ") : "open";
}

/** `at most SEAL-2 (Data Sovereignty)`; undefined where nothing caps it. */
export function capWords({ scale }: ReviewCriteria, { atMost }: Pick<AnsweredCriterion, "atMost">): string | undefined {
  if (!scale || atMost === null) return undefined;
  const name = scale.levels.find(({ level }) => level === atMost)?.name;
  return `at most ${scale.name}-${atMost}${name ? ` (${name})` : ""}`;
}

/** One line a group: `met: s1, s2; open: s5`, criteria by id. */
export function overviewOf(pack: ReviewCriteria, shown: readonly ShownCriterion[]): string {
  const byStanding = new Map<string, string[]>();
  for (const one of shown) {
    const cap = capWords(pack, one.answered);
    const standing = standingWords(one);
    byStanding.set(standing, [...(byStanding.get(standing) ?? []), cap ? `${one.asked.id} (${cap})` : one.asked.id]);
  }
  const open = byStanding.get("open");
  byStanding.delete("open");
  return [...byStanding, ...(open ? [["open", open] as const] : [])].map(([standing, ids]) => `${standing}: ${ids.join(", ")}`).join("; ");
}

/** The use that the criteria were put to: provider, region, system, kind. */
export function useWords(transaction: string, view: View): string {
  const use = view.transaction(transaction);
  const provider = use && [view.providerName(use.provider), use.region].filter(Boolean).join(" ");
  return use ? `${provider}, ${view.targetName(use.system)} (${use.kind})` : transaction;
}
