import {
  byText,
  type Holding,
  intellectualPropertyCategories,
  type RulePack,
  type TransactionFacts,
  type Verdict,
} from "../model/index.js";
import { type CategoryMembers, judgeBulk, type Member } from "./bulk.js";
import { type DataParameters, identifiersCount, listedIdentifiers } from "./identifiers.js";
import { allOf, anyOf } from "./verdicts.js";

/** What one pack makes of the data in a transaction. */
export type DataFacts = TransactionFacts["data"];

/**
 * Judges the holdings of one transaction by a pack's `data` parameters: bulk, 'omic, government-related, sensitive. Three-valued:
 * what the declared counts and links do not settle stays `cannot-be-excluded`, and so does everything where nothing is declared.
 *
 * @param holdings declared for the transaction
 * @param withCounterparty holdings of all transactions with the same counterparty: volumes add up over them (28 CFR 202.205)
 */
export function judgeData(holdings: Holding[], pack: Pick<RulePack, "data">, withCounterparty: Holding[] = holdings): DataFacts {
  const data = pack.data;
  const counts = holdings.map(({ usPersons }) => usPersons);
  const declared = {
    known: holdings.length > 0,
    holdings: sorted(holdings.map(({ name }) => name)),
    usPersons: Math.max(0, ...counts.map((count) => count ?? 0)),
    usPersonsKnown: holdings.length > 0 && !counts.includes(null),
    intellectualProperty: holdings.some((holding) => intellectualPropertyOf(holding, pack).length > 0),
  };
  if (!data)
    return {
      ...declared,
      ...nothing("no", "the pack draws no lines for data"),
      categories: sorted(holdings.flatMap(({ categories }) => categories)),
    };
  if (holdings.length === 0) return { ...declared, ...nothing("cannot-be-excluded", "no holding is declared for it"), categories: [] };
  const own = membersOf(holdings, data);
  const together = membersOf([...new Set([...holdings, ...withCounterparty])], data);
  const sensitive = own.byCategory.size > 0;
  const bulk = sensitive ? judgeBulk(together, data) : judgeBulk(own, data);
  return {
    ...declared,
    categories: sorted([...holdings.flatMap((holding) => categoriesOf(holding, data)), ...own.byCategory.keys()]),
    sensitive,
    bulk: bulk.verdict,
    bulkBecause: [bulk.because, ...unknownExclusions(holdings, data)].join("; "),
    omic: onlyOmic(own, data).byCategory.size > 0 ? judgeBulk(onlyOmic(together, data), data).verdict : "no",
    governmentRelated: anyOf(holdings.map((holding) => governmentRelated(holding, own, data))),
  };
}

/** Categories of a holding that are intellectual property: a class of its own beside personal data. */
export function intellectualPropertyOf({ categories }: Holding, { data }: Pick<RulePack, "data">): string[] {
  const known = data?.intellectualPropertyCategories ?? Object.keys(intellectualPropertyCategories);
  return categories.filter((category) => known.includes(category));
}

/** Categories of a holding that the pack calls sensitive, with the one that listed identifiers make up; without what an exclusion takes out. */
export function sensitiveCategoriesOf(holding: Holding, { data }: Pick<RulePack, "data">): string[] {
  if (!data) return [];
  return categoriesOf(holding, data).filter(
    (category) => data.sensitiveCategories.includes(category) || category === data.identifierCategory,
  );
}

function nothing(verdict: Verdict, because: string) {
  return { sensitive: false, bulk: verdict, bulkBecause: because, omic: verdict, governmentRelated: verdict };
}

function sorted(values: string[]): string[] {
  return [...new Set(values)].sort(byText);
}

/** Categories in law without those that an exclusion of the pack takes out. */
export function categoriesOf(holding: Holding, data: DataParameters): string[] {
  return [...presentCategories(holding, data).keys()];
}

/** The same, with whether the holding is in them for sure. */
function presentCategories(holding: Holding, data: DataParameters): Map<string, Member["presence"]> {
  const applied = data.exclusions.filter(({ name }) => holding.exclusions.includes(name));
  if (applied.some(({ categories }) => categories.length === 0)) return new Map();
  const out = new Set(applied.flatMap(({ categories }) => categories));
  const present = new Map<string, Member["presence"]>();
  for (const declared of holding.categories) {
    const { category, presence } = inLaw(declared, holding, data);
    if (presence !== "no" && !out.has(category) && !out.has(declared)) present.set(category, presence);
  }
  return present;
}

/** What people call it becomes the category of the law; where that asks how closely it locates somebody, a coarser set is in none. */
function inLaw(declared: string, { precisionMetres }: Holding, { becomes }: DataParameters): { category: string; presence: Verdict } {
  const named = becomes.find(({ category }) => category === declared);
  const rule = named ?? becomes.find(({ to }) => to === declared);
  const category = named?.to ?? declared;
  if (rule?.withinMetres === undefined) return { category, presence: "yes" };
  if (precisionMetres === undefined) return { category, presence: named ? "cannot-be-excluded" : "yes" };
  return { category, presence: precisionMetres <= rule.withinMetres ? "yes" : "no" };
}

function membersOf(holdings: Holding[], data: DataParameters): CategoryMembers {
  const byCategory = new Map<string, Member[]>();
  const linkable: Holding[] = [];
  const add = (category: string, member: Member) => byCategory.set(category, [...(byCategory.get(category) ?? []), member]);
  const remaining = holdings.filter((holding) => !wholeExcluded(holding, data));
  for (const holding of remaining) {
    const sensitive = [...presentCategories(holding, data)].filter(
      ([category]) => data.sensitiveCategories.includes(category) && category !== data.identifierCategory,
    );
    for (const [category, presence] of sensitive) add(category, { holding, presence });
    const identifiers = identifiersOf(holding, remaining, data);
    if (identifiers !== "no" && data.identifierCategory) add(data.identifierCategory, { holding, presence: identifiers });
    else if (sensitive.length === 0 && couldBeLinked(holding, data)) linkable.push(holding);
  }
  return { byCategory, linkable };
}

function wholeExcluded(holding: Holding, data: DataParameters): boolean {
  return data.exclusions.some(({ name, categories }) => categories.length === 0 && holding.exclusions.includes(name));
}

function identifiersOf(holding: Holding, others: Holding[], data: DataParameters): Verdict {
  const excluded = data.exclusions.some(
    ({ name, categories }) => holding.exclusions.includes(name) && categories.includes(data.identifierCategory ?? ""),
  );
  const linkedToSensitive = (one: Holding) =>
    one === holding || holding.linkedWith?.includes(one.id)
      ? [...presentCategories(one, data).keys()].some((name) => data.sensitiveCategories.includes(name) && name !== data.identifierCategory)
      : false;
  return excluded ? "no" : identifiersCount(holding, others, data, others.some(linkedToSensitive));
}

/**
 * Whether the listed identifiers of some holdings count as covered personal identifiers.
 *
 * @param among all holdings that they could be linked with
 */
export function identifiersVerdict(holdings: Holding[], among: Holding[], pack: Pick<RulePack, "data">): Verdict {
  const { data } = pack;
  if (!data) return "no";
  return anyOf(holdings.map((one) => (wholeExcluded(one, data) ? "no" : identifiersOf(one, among, data))));
}

/** The sensitive categories of the law that some holdings are in, each with whether they are for sure. */
export function sensitiveCategories(holdings: Holding[], pack: Pick<RulePack, "data">): Map<string, Member["presence"]> {
  if (!pack.data) return new Map();
  const { byCategory } = membersOf(holdings, pack.data);
  return new Map([...byCategory].map(([category, members]) => [category, anyOf(members.map((one) => one.presence)) as Member["presence"]]));
}

function couldBeLinked(holding: Holding, data: DataParameters): boolean {
  return holding.linkedTogether !== false && listedIdentifiers(holding, data).length > 0;
}

function onlyOmic({ byCategory }: CategoryMembers, data: DataParameters): CategoryMembers {
  return { byCategory: new Map([...byCategory].filter(([category]) => data.omicCategories.includes(category))), linkable: [] };
}

/** No volume floor: inside a listed area, or marketed as about government personnel (28 CFR 202.222). */
function governmentRelated(holding: Holding, members: CategoryMembers, data: DataParameters): Verdict {
  const located = [...presentCategories(holding, data)].flatMap(([category, presence]) =>
    data.listedAreaCategories.includes(category) ? [presence] : [],
  );
  const listedArea = holding.inListedGovernmentArea ? anyOf(located) : "no";
  const marketed = allOf([holding.marketedAsGovernmentPersonnel ? "yes" : "no", sensitivity(holding, members)]);
  return anyOf([listedArea, marketed]);
}

function sensitivity(holding: Holding, { byCategory }: CategoryMembers): Verdict {
  const presences = [...byCategory.values()].flat().flatMap((member) => (member.holding === holding ? [member.presence] : []));
  return anyOf(presences);
}

function unknownExclusions(holdings: Holding[], data: DataParameters): string[] {
  const known = new Set(data.exclusions.map(({ name }) => name));
  const unknown = sorted(holdings.flatMap(({ exclusions }) => exclusions)).filter((name) => !known.has(name));
  return unknown.map((name) => `the exclusion ${name} is not one of this pack and was not applied`);
}
