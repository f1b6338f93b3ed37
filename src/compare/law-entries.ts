import type { RecordedLaw, Review } from "../model/index.js";
import type { Entry, Recorded } from "./entries.js";

type Pack = Review["rulePacks"][number];

/**
 * The law that a review applied, as entries. The parts of a pack that was not in force are left out: that it was not says it all. `both`:
 * packs that the other review applied too, in force there.
 */
export function recordedLaw(review: Review, both: ReadonlySet<string>): Recorded {
  return {
    entries: review.rulePacks.flatMap((pack) => [...packEntries(pack), ...(both.has(pack.id) && pack.law ? partsOf(pack, pack.law) : [])]),
    scopes: new Set(["packs", ...review.rulePacks.map((one) => `pack ${one.id}`)]),
  };
}

/** Packs that were in force on the day of the review, as far as it says. */
export function packsInForce(review: Review): string[] {
  return review.rulePacks.filter((one) => one.law?.held ?? true).map((one) => one.id);
}

const undatedPart = { from: null, until: null, held: true, sources: [] };

function packEntries({ id, title, sha256, law }: Pack): Entry[] {
  const applied: Entry = {
    kind: "pack",
    key: id,
    scope: "packs",
    identity: `pack ${id}`,
    what: `rule pack ${id} (${title})`,
    shown: "applied",
    about: [`pack:${id}`],
    ...undatedPart,
  };
  const text: Entry = {
    ...applied,
    kind: "pack-text",
    scope: `pack ${id}`,
    identity: sha256,
    what: `text of rule pack ${id}`,
    shown: short(sha256),
  };
  if (!law) return [applied, text];
  const { from, until, held } = law;
  const force: Entry = {
    ...applied,
    kind: "pack-in-force",
    scope: `pack ${id}`,
    identity: JSON.stringify([id, from, until]),
    shown: "in force",
  };
  return [applied, text, { ...force, from, until, held }];
}

function partsOf({ id }: Pack, law: RecordedLaw): Entry[] {
  const part = (
    kind: string,
    key: string,
    told: Pick<Entry, "what" | "shown" | "about" | "fields"> & { identity: unknown },
    dates: Dates,
  ): Entry => ({
    kind,
    key: `${id} ${key}`,
    scope: `pack ${id}`,
    ...told,
    identity: JSON.stringify([kind, id, told.identity, dates.from, dates.until]),
    from: dates.from,
    until: dates.until,
    held: dates.held,
    sources: [],
  });
  return [
    ...[
      ...law.rules.map((rule) => ["rule", rule] as const),
      ...law.criteria.map((rule) => ["criterion", rule] as const),
      ...law.duties.map((rule) => ["duty", rule] as const),
    ].map(([kind, rule]) =>
      part(
        kind,
        rule.id,
        {
          what: `${kind} ${id}/${rule.id}`,
          shown: rule.citation,
          fields: { "cited as": rule.citation, mark: rule.mark, text: short(rule.sha256) },
          about: [`${kind}:${id}/${rule.id}`],
          identity: rule.sha256,
        },
        rule,
      ),
    ),
    ...law.governments.map((one) =>
      part(
        "government-of-concern",
        one.code,
        {
          what: `${one.code} as a government of concern under ${id}`,
          shown: `mark ${one.mark}`,
          about: [`concern:${id}:${one.code}`],
          identity: [one.code, one.mark],
        },
        one,
      ),
    ),
    ...law.bulk.map((line) =>
      part(
        "bulk-line",
        `${line.category} ${line.unit} ${line.moreThan}`,
        {
          what: `bulk line of ${id} for ${line.category}`,
          shown: `more than ${line.moreThan} ${line.unit}, mark ${line.mark}`,
          about: [`bulk:${id}`],
          identity: [line.category, line.unit, line.moreThan, line.citation],
        },
        line,
      ),
    ),
    ...law.ownershipPeriods.map((one) =>
      part(
        "ownership-period",
        one.citation,
        { what: `owners count under ${id} (${one.citation})`, shown: `mark ${one.mark}`, about: [`periods:${id}`], identity: one.citation },
        one,
      ),
    ),
  ];
}

type Dates = Pick<Entry, "from" | "until" | "held">;

function short(sha256: string): string {
  return sha256.slice(0, 12);
}
