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
}

/** The days after a review on which a pack, a rule, a government of concern, an ownership test or a bulk line begins or ends, as recorded in it. */
export function lawDays(review: Review): LawDay[] {
  const days = new Map<Day, LawDay>();
  const at = (day: Day): LawDay => {
    const known = days.get(day) ?? { day, changes: [], ended: [], more: false };
    days.set(day, known);
    return known;
  };
  for (const { name, from, until, rule } of partsOf(review)) {
    const begins = from && firstDayOf(from);
    if (begins && begins > review.asOf) {
      const day = at(begins);
      day.changes.push(`${name} begins to apply`);
      day.more = true;
    }
    const ends = until && addDays(lastDayOf(until), 1);
    if (ends && ends > review.asOf) {
      const day = at(ends);
      day.changes.push(`${name} no longer applies`);
      if (rule) day.ended.push(rule);
      else day.more = true;
    }
  }
  return [...days.values()].sort((left, right) => byText(left.day, right.day));
}

function partsOf({ rulePacks }: Review): Part[] {
  return rulePacks.flatMap(({ id, law }): Part[] => {
    if (!law) return [];
    return [
      { name: `rule pack ${id}`, ...law },
      ...law.rules.map((one) => ({ name: `rule ${id}/${one.id} (${one.citation})`, ...one, rule: { pack: id, rule: one.id } })),
      ...law.governments.map((one) => ({ name: `${one.code} as a government of concern of ${id} (mark ${one.mark})`, ...one })),
      ...law.ownershipPeriods.map((one) => ({ name: `the ownership test of ${id} (${one.citation})`, ...one })),
      ...law.bulk.map((one) => ({ name: `the bulk line of ${id} for ${one.category} (${one.citation})`, ...one })),
    ];
  });
}
