import { type Holding, Holding as HoldingSchema, type RulePack, type Verdict } from "../../model/index.js";
import { identifiersVerdict, judgeData, sensitiveCategories } from "../data.js";
import { linesInForce } from "../lines-in-force.js";
import type { Stated } from "../statements.js";
import { anyOf } from "../verdicts.js";
import type { CaseData, ConformanceCase } from "./case.js";

/** What a pack makes of some of the data of a case. */
export interface DataJudgement {
  bulk: Verdict;
  identifiers: Verdict;
  sensitive: Verdict;
  governmentRelated: Verdict;
  /** As the suites name it: `sensitive` where the source names none, `none` where it is in none. */
  category: string;
}

const monthsApart = /^(\d+)-months-apart$/;

/** The data of a case as holdings, with what the further facts say of how they hang together. */
export function holdingsOf(data: CaseData[], { states, denies }: Stated): Holding[] {
  const linked = data.filter((one) => one.linkedTogether === true).map(({ id }) => id);
  const needed = states.includes("needed-for-network-service");
  const otherPurpose = states.includes("advertising-purpose") || denies.includes("needed-for-network-service");
  const network = needed ? true : otherPurpose ? false : undefined;
  return data.map((one) =>
    HoldingSchema.parse({
      id: one.id,
      name: one.id,
      categories: [one.category],
      usPersons: one.usPersons,
      usDevices: one.usDevices,
      identifiers: one.identifiers,
      linkedTogether: one.linkedTogether,
      marketedAsGovernmentPersonnel: one.marketedAsUsgPersonnel === true,
      inListedGovernmentArea: one.inListedGovArea === true,
      exclusions: one.exclusions,
      ...(one.statedBulk === true ? { bulk: true } : {}),
      ...(one.precisionMeters === null ? {} : { precisionMetres: one.precisionMeters }),
      ...(linked.length > 1 && linked.includes(one.id) ? { linkedWith: linked.filter((id) => id !== one.id) } : {}),
      ...(network === undefined ? {} : { neededForNetworkService: network }),
    }),
  );
}

/** Sets that are judged together: volumes of other counterparties, or of more than twelve months ago, do not add up. */
export function setsTogether(holdings: Holding[], { transaction }: ConformanceCase, { states }: Stated): Holding[][] {
  const months = transaction.facts.flatMap((fact) => monthsApart.exec(fact)?.[1] ?? []).map(Number);
  const apart = states.includes("other-counterparty") || states.includes("apart-in-time") || months.some((count) => count > 12);
  if (apart) return holdings.map((one) => [one]);
  if (states.includes("same-individuals")) return [mergedByCategory(holdings, (left, right) => Math.max(left, right))];
  return [states.includes("distinct-individuals") ? mergedByCategory(holdings, (left, right) => left + right) : holdings];
}

/** Sets of one category as one, where the case says whether they are about the same people. */
function mergedByCategory(holdings: Holding[], count: (left: number, right: number) => number): Holding[] {
  const merged = new Map<string, Holding>();
  const both = (left: number | null, right: number | null) => (left === null || right === null ? null : count(left, right));
  for (const one of holdings) {
    const key = one.categories.join(" ");
    const known = merged.get(key);
    merged.set(
      key,
      known
        ? {
            ...known,
            usPersons: both(known.usPersons, one.usPersons),
            usDevices: both(known.usDevices, one.usDevices),
            identifiers: [...known.identifiers, ...one.identifiers],
          }
        : one,
    );
  }
  return [...merged.values()];
}

/** Judges one set of data, or all of a case, by the pack's data parameters. */
export function judgeCaseData(subject: string, given: ConformanceCase, stated: Stated, pack: RulePack): DataJudgement {
  const all = holdingsOf(given.data, stated);
  const chosen = all.some(({ id }) => id === subject) ? all.filter(({ id }) => id === subject) : all;
  const judged = setsTogether(chosen, given, stated).map((set) => judgeData(set, linesInForce(pack, given.transaction.date)));
  const present = sensitiveCategories(chosen, pack);
  const identifiers = identifiersVerdict(chosen, all, pack);
  return {
    bulk: anyOf(judged.map((one) => one.bulk)),
    governmentRelated: anyOf(judged.map((one) => one.governmentRelated)),
    identifiers,
    sensitive: anyOf([...present.values()]),
    category: categoryOf([...present.keys()]),
  };
}

function categoryOf(categories: string[]): string {
  const [only] = categories;
  if (only === undefined) return "none";
  if (categories.length > 1) return "combined";
  return only === "sensitive-unspecified" ? "sensitive" : only;
}
