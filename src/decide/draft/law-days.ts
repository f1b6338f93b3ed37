import { addDays, byText, type Day, firstDayOf, lastDayOf, type PartialDate, type Review } from "../../model/index.js";

/** A day after the review on which the law of its packs changes. */
export interface LawDay {
  day: Day;
  /** What begins or ends, in words. */
  changes: string[];
  /** Rules that are no longer in force from this day on. */
  ended: { pack: string; rule: string }[];
  /** Whether anything else changes, whose effect the findings on file do not show. */
  more: boolean;
}

interface Part {
  name: string;
  from: PartialDate | null;
  until: PartialDate | null;
  rule?: { pack: string; rule: string };
  government?: { pack: string; code: string; mark: string };
}

interface Change {
  part: Part;
  how: "begins" | "ends";
}

/** The days after a review on which a pack, a rule, a government of concern, an ownership test or a bulk line begins or ends, as recorded in it. */
export function lawDays(review: Review): LawDay[] {
  const days = new Map<Day, Change[]>();
  const at = (day: Day, change: Change) => days.set(day, [...(days.get(day) ?? []), change]);
  for (const part of partsOf(review)) {
    const begins = part.from && firstDayOf(part.from);
    if (begins && begins > review.asOf) at(begins, { part, how: "begins" });
    const ends = part.until && addDays(lastDayOf(part.until), 1);
    if (ends && ends > review.asOf) at(ends, { part, how: "ends" });
  }
  return [...days]
    .sort(([left], [right]) => byText(left, right))
    .map(([day, changes]) => ({
      day,
      changes: changesInWords(changes),
      ended: changes.flatMap(({ part, how }) => (how === "ends" && part.rule ? [part.rule] : [])),
      more: changes.some(({ part, how }) => how === "begins" || !part.rule),
    }));
}

/** One sentence part a change; governments that only change their mark, because other wording was read, are one. */
function changesInWords(changes: readonly Change[]): string[] {
  const marked = new Map<string, string[]>();
  const remarked = new Set<Part>();
  for (const { part, how } of changes) {
    const { government } = part;
    if (how !== "ends" || !government) continue;
    const again = changes.find(
      (one) => one.how === "begins" && one.part.government?.pack === government.pack && one.part.government.code === government.code,
    );
    if (!again?.part.government) continue;
    remarked.add(part).add(again.part);
    const words = `as governments of concern of ${government.pack} rest on other wording (mark ${government.mark} before, ${again.part.government.mark} after)`;
    marked.set(words, [...(marked.get(words) ?? []), government.code]);
  }
  return [
    ...changes.flatMap(({ part, how }) =>
      remarked.has(part) ? [] : [`${part.name} ${how === "begins" ? "begins to apply" : "no longer applies"}`],
    ),
    ...[...marked].map(([words, codes]) => `${codes.join(", ")} ${words}`),
  ];
}

function partsOf({ rulePacks }: Review): Part[] {
  return rulePacks.flatMap(({ id, law }): Part[] => {
    if (!law) return [];
    return [
      { name: `rule pack ${id}`, ...law },
      ...law.rules.map((one) => ({ name: `rule ${id}/${one.id} (${one.citation})`, ...one, rule: { pack: id, rule: one.id } })),
      ...law.governments.map((one) => ({
        name: `${one.code} as a government of concern of ${id} (mark ${one.mark})`,
        ...one,
        government: { pack: id, ...one },
      })),
      ...law.ownershipPeriods.map((one) => ({ name: `the ownership test of ${id} (${one.citation})`, ...one })),
      ...law.bulk.map((one) => ({ name: `the bulk line of ${id} for ${one.category} (${one.citation})`, ...one })),
    ];
  });
}
