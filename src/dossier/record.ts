import {
  byText,
  type DossierAction,
  type DossierInstrument,
  type DossierListing,
  type DossierMarketFact,
  type DossierPower,
  type DossierRelation,
  type DossierStatement,
  firstDayOf,
  holdsOn,
  type Instrument,
  type Listing,
} from "../model/index.js";
import { confidenceOfMark } from "../trace/index.js";
import { isAction } from "./companies.js";
import { endBy, textBy } from "./dating.js";
import type { Ground } from "./sieve.js";

/** Listings of the family up to the day, those that have ended among them. */
export function listingsOf(family: readonly string[], { reference, asOf, sieve }: Ground): DossierListing[] {
  const listings = family.flatMap((id) => reference.listingsOf(id));
  const titled = (list: string) => reference.catalogue.lists.find((one) => one.id === list)?.name ?? list;
  const nameOf = (id: string) => reference.party(id)?.name ?? id;
  return sieve
    .sift("listings", listings, (listing) => ({ text: `${nameOf(listing.party)}: ${titled(listing.list)}${programmeOf(listing)}` }))
    .map(({ fact, statement }) => ({
      party: fact.party,
      name: nameOf(fact.party),
      list: fact.list,
      listName: titled(fact.list),
      inForce: holdsOn(fact, asOf),
      citation: textBy(fact.citation, asOf) ?? titled(fact.list),
      statement,
    }))
    .sort((left, right) => byDate(left.statement, right.statement) || byText(left.list, right.list) || byText(left.party, right.party));
}

function programmeOf({ programme, scope }: Listing): string {
  return [programme, scope]
    .filter(Boolean)
    .map((one) => `, ${one}`)
    .join("");
}

/** What authorities did about companies of the family, and companies about that. */
export function actionsOf(family: readonly string[], ground: Ground): DossierAction[] {
  const { reference, asOf, sieve } = ground;
  const nameOf = (id: string) => reference.party(id)?.name ?? id;
  const ids = new Set(family);
  const written = reference.catalogue.providers.flatMap((one) => one.priorActions ?? []).filter(({ party }) => ids.has(party));
  const recorded = sieve
    .sift("prior actions", written, ({ statement, outcome }) => ({
      text: `${statement}${outcome && firstDayOf(outcome.on) <= asOf ? `. Outcome of ${outcome.on}: ${outcome.statement}` : ""}`,
    }))
    .map(({ fact, statement }) => ({
      kind: fact.kind,
      authority: fact.authority as string | null,
      party: fact.party,
      name: nameOf(fact.party),
      citation: textBy(fact.citation, asOf) ?? null,
      statement,
    }));
  const ties = family.flatMap((id) => reference.tiesOf(id)).filter(({ basis }) => isAction(basis));
  const tied = sieve
    .sift("prior actions", ties, ({ detail }) => ({ text: detail }))
    .map(({ fact, statement }) => ({
      kind: fact.basis === "regulatory" ? ("regulatory" as const) : ("finding" as const),
      authority: null,
      party: fact.party,
      name: nameOf(fact.party),
      citation: textBy(fact.instrument, asOf) ?? null,
      statement,
    }));
  return [...recorded, ...tied].sort(
    (left, right) => byDate(left.statement, right.statement) || byText(left.statement.text, right.statement.text),
  );
}

export function marketOf({ provider, sieve }: Ground): DossierMarketFact[] {
  return sieve
    .sift("market", provider.marketFacts ?? [], ({ statement, saidBy }) => ({ text: statement, saidBy }))
    .map(({ fact, statement }) => ({
      measure: fact.measure,
      value: fact.value ?? null,
      bound: fact.bound ?? "exact",
      unit: fact.unit ?? null,
      period: fact.period ?? null,
      estimate: fact.estimate ?? false,
      statement,
    }))
    .sort((left, right) => -byDate(left.statement, right.statement));
}

export function disclosuresOf({ provider, sieve }: Ground): DossierStatement[] {
  return sieve
    .sift("disclosures", provider.disclosures ?? [], ({ by, document, statement }) => ({ text: `${statement} (${document})`, saidBy: by }))
    .map(({ statement }) => statement);
}

/** Customers and partners, those of the United States first. */
export function relationsOf({ provider, sieve }: Ground): DossierRelation[] {
  return sieve
    .sift("relations", provider.relationships ?? [], ({ party, kind, detail }) => ({ text: `${party} (${kind}): ${detail}` }))
    .map(({ fact, statement }) => ({ party: fact.party, kind: fact.kind, country: fact.country, statement }))
    .sort((left, right) => Number(right.country === "US") - Number(left.country === "US"));
}

/** What reviewing offices of a government may do on the day. */
export function powersOf({ reference, asOf, sieve }: Ground): DossierPower[] {
  const inForce = (reference.catalogue.powers ?? []).filter((one) => holdsOn(one, asOf));
  const facts = inForce.map((one) => ({ ...one, confidence: confidenceOfMark[one.mark] }));
  return sieve
    .sift("powers", facts, ({ office, statement, citation }) => ({ text: `${office}: ${statement} (${citation})` }))
    .map(({ fact, statement }) => ({
      id: fact.id,
      office: fact.office,
      citation: fact.citation,
      adversaries: fact.adversaries ?? [],
      mark: fact.mark,
      statement,
    }));
}

/** The laws by which the governments named can compel, as they stood on the day; those of an adversary of the reviewing office first. */
export function instrumentsOf(governments: ReadonlySet<string>, adversaries: ReadonlySet<string>, ground: Ground): DossierInstrument[] {
  const { reference, asOf, sieve } = ground;
  const laws = reference.catalogue.instruments.filter((one) => governments.has(one.government) && holdsOn(one, asOf));
  const facts = laws.map((one) => ({ ...one, confidence: confidenceOfMark[one.mark] }));
  return sieve
    .sift("instruments", facts, (law) => ({ text: lawText(law, asOf) }))
    .map(({ fact, statement }) => ({
      id: fact.id,
      government: fact.government,
      name: fact.name,
      standing: adversaries.has(fact.government) ? ("adversary" as const) : ("context" as const),
      articles: articlesOn(fact, asOf),
      effects: fact.effects,
      mark: fact.mark,
      // Laws that hold without a first day on file are undated; their names may not say so.
      statement,
    }))
    .sort(
      (left, right) =>
        byText(left.standing, right.standing) ||
        byText(left.government, right.government) ||
        right.effects.length - left.effects.length ||
        byText(left.id, right.id),
    );
}

function lawText(law: Instrument, asOf: string): string {
  const articles = articlesOn(law, asOf);
  const amended = (law.amended ?? []).filter(({ on, inForce }) => endBy(inForce ?? on, asOf)).map(({ on }) => `amended ${on}`);
  return `${law.name}${articles.length > 0 ? `, article ${articles.join(", ")}` : ""}: ${law.compels}; from ${law.addressees}${amended.length > 0 ? ` (${amended.join(", ")})` : ""}`;
}

function articlesOn(law: Instrument, asOf: string): string[] {
  return law.articles.filter((one) => holdsOn(one, asOf)).map(({ article }) => article);
}

/** Earliest first; what has no date comes last. */
export function byDate(left: DossierStatement, right: DossierStatement): number {
  const day = ({ date }: DossierStatement) => (date ? firstDayOf(date) : "9999");
  return byText(day(left), day(right));
}
