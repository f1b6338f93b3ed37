import {
  byText,
  type DossierOperator,
  type DossierRegion,
  type DossierSite,
  type DossierStatement,
  type GovernmentTie,
  holdsOn,
  type Party,
  type Reference,
  type TracedParty,
} from "../model/index.js";
import { partyConfidence } from "./grounds.js";
import { type Ground, type StatedFact, stated } from "./sieve.js";

/**
 * Who runs the service, its regions and its networks, who heads the group and who signs with customers. A company known as a lead only stands
 * under the leads.
 */
export function operatorsOf(ground: Ground, regionsShown: ReadonlySet<string>, ownership: readonly TracedParty[]): DossierOperator[] {
  const { provider, reference, asOf } = ground;
  return rolesIn(ground, regionsShown, ownership).flatMap(({ role, id, of }) => {
    const party = reference.party(id);
    if (!party) return [];
    const fact: StatedFact = { sources: party.sources, confidence: partyConfidence(party, asOf, reference), note: party.note };
    const statement = stated(
      { text: operatorText(role, party, of, provider.names.english, (code) => countryName(code, reference)) },
      fact,
      reference,
      asOf,
    );
    if (statement.confidence === "low") {
      ground.sieve.lead("operators", statement);
      return [];
    }
    const { name, nativeName = null, jurisdiction, principalPlace } = party;
    return [{ role, party: id, name, nativeName, jurisdiction, principalPlace: principalPlace?.country ?? null, of, statement }];
  });
}

interface Role {
  role: DossierOperator["role"];
  id: string;
  of: string[];
}

/** Each company once, in its weightiest role. */
function rolesIn({ provider, grounds }: Ground, regionsShown: ReadonlySet<string>, ownership: readonly TracedParty[]): Role[] {
  const regions = grouped(
    (provider.regions ?? []).filter(({ id }) => regionsShown.has(id)),
    ({ operator }) => operator ?? provider.operator,
  );
  const networks = grouped(provider.signatures.asns ?? [], ({ party }) => party);
  const held = ownership.flatMap(({ holdings }) => holdings.map(({ owned }) => owned));
  const contracting = held.filter((id) => /contracting party/i.test(grounds.party(id)?.role ?? ""));
  const roles: Role[] = [
    { role: "operator", id: provider.operator, of: [] },
    { role: "group", id: provider.group, of: [] },
    ...contracting.map((id): Role => ({ role: "contracting-party", id, of: [] })),
    ...[...regions].map(([id, its]): Role => ({ role: "region-operator", id, of: its.map((one) => one.id) })),
    ...[...networks].map(([id, its]): Role => ({ role: "network-holder", id, of: its.map(({ asn }) => `AS${asn}`) })),
  ];
  return roles.filter(({ id }, at) => roles.findIndex((one) => one.id === id) === at);
}

/** A territory that is no government's own code, such as HK, stays a code: it is not named apart in the reference. */
function countryName(code: string, reference: Reference): string {
  return reference.catalogue.governments.find((one) => one.code === code)?.name ?? code;
}

function operatorText(
  role: DossierOperator["role"],
  party: Party,
  of: string[],
  provider: string,
  nameOf: (country: string) => string,
): string {
  const place = [
    party.jurisdiction ? `organised in ${nameOf(party.jurisdiction)}` : "",
    party.principalPlace
      ? `seat in ${[party.principalPlace.city, party.principalPlace.country && nameOf(party.principalPlace.country)].filter(Boolean).join(", ")}`
      : "",
  ].filter(Boolean);
  const who = `${party.name}${place.length > 0 ? ` (${place.join(", ")})` : " (place not on file)"}`;
  switch (role) {
    case "operator":
      return `${who} runs ${provider}`;
    case "group":
      return `${who} heads the group`;
    case "contracting-party":
      return `${who} is ${party.role ?? "a contracting party"}`;
    case "region-operator":
      return `${who} runs ${of.join(", ")}`;
    case "network-holder":
      return `${who} holds ${of.join(", ")}`;
  }
}

function grouped<Value>(values: readonly Value[], key: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
}

export function regionsOf({ provider, reference, asOf, sieve }: Ground): DossierRegion[] {
  const nameOf = (id: string) => reference.party(id)?.name ?? id;
  const standing = (provider.regions ?? []).filter((one) => one.until === undefined || holdsOn({ until: one.until }, asOf));
  return sieve
    .sift("regions", standing, (region) => ({
      text: `${region.name}: ${[region.city, region.country].filter(Boolean).join(", ") || "place not on file"}, run by ${nameOf(region.operator ?? provider.operator)}`,
    }))
    .map(({ fact, statement }) => ({
      id: fact.id,
      name: fact.name,
      city: fact.city,
      country: fact.country,
      operator: nameOf(fact.operator ?? provider.operator),
      // A state of today, such as closed, says nothing of an earlier day.
      status: fact.until === undefined ? (fact.status ?? null) : null,
      statement,
    }))
    .sort((left, right) => byText(left.country ?? "", right.country ?? "") || byText(left.id, right.id));
}

export function usSitesOf({ provider, asOf, sieve }: Ground): DossierSite[] {
  const standing = (provider.usLocations ?? []).filter((one) => one.until === undefined || holdsOn({ until: one.until }, asOf));
  return sieve
    .sift("U.S. sites", standing, ({ place, state, what }) => ({ text: `${place === state ? place : `${place}, ${state}`}: ${what}` }))
    .map(({ fact, statement }) => ({ place: fact.place, state: fact.state, region: fact.region ?? null, statement }));
}

/** What ties a company of the family to a government, apart from laws, which stand under the instruments, and from what authorities did. */
export function tiesOf(family: readonly string[], { reference, sieve }: Ground): DossierStatement[] {
  const nameOf = (id: string) => reference.party(id)?.name ?? id;
  const ties = family.flatMap((id) => reference.tiesOf(id)).filter(({ basis }) => !isLaw(basis) && !isAction(basis));
  return sieve
    .sift("ties to a government", ties, (tie) => ({
      text: `${nameOf(tie.party)} and ${tie.government} (${tie.basis.replaceAll("-", " ")}${tie.instrument ? `, ${tie.instrument}` : ""}): ${tie.detail}`,
    }))
    .map(({ statement }) => statement);
}

function isLaw(basis: string): boolean {
  return basis === "law";
}

/** Ties that are an act of an authority: they stand with what it did before. */
export function isAction(basis: GovernmentTie["basis"]): boolean {
  return ["finding", "regulatory", "allegation", "review"].includes(basis);
}
