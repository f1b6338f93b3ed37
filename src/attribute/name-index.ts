import type { Confidence, Party, Provider, Reference } from "../model/index.js";
import { weakest } from "../model/order.js";
import type { Signed } from "./signed.js";

/** By which of its names a provider is known, the nearest first: a brand before the company that stands above several brands. */
const roles = ["brand", "own-company", "operator", "region-operator", "group"] as const;
type Role = (typeof roles)[number];

export interface NameSignature extends Signed {
  name: string;
  role: Role;
  /** The company that bears the name, where it is a party. */
  party?: string | undefined;
}

export interface NameIndex {
  /** Everybody who bears a name, in the nearest role that anybody has it in. */
  bearers(name: string): NameSignature[];
  /** Parties of that name that are neither a provider's operator nor its group. */
  otherParties(name: string): Party[];
}

/** Indexes the names of providers and of the companies behind them, as written and in normal form. */
export function nameIndex(reference: Reference): NameIndex {
  const named = new Map<string, NameSignature[]>();
  const add = (signature: NameSignature) => collect(named, normalName(signature.name), signature);
  const byParty = new Map<string, { provider: Provider; role: Role }[]>();
  for (const provider of reference.catalogue.providers) {
    for (const name of brandNames(provider, reference)) add(name);
    for (const role of companyRoles(provider)) collect(byParty, role.party, { provider, role: role.role });
  }
  const others = new Map<string, Party[]>();
  for (const party of reference.catalogue.parties) {
    const behind = byParty.get(party.id) ?? [];
    for (const { name, confidence } of companyNames(party)) {
      if (behind.length === 0) collect(others, normalName(name), party);
      for (const { provider, role } of behind) add({ provider, role, name, party: party.id, confidence, sources: party.sources });
    }
  }
  return {
    bearers(name) {
      const all = named.get(normalName(name)) ?? [];
      const nearest = roles.find((role) => all.some((one) => one.role === role));
      return all.filter((one) => one.role === nearest);
    },
    otherParties: (name) => [...new Set(others.get(normalName(name)) ?? [])],
  };
}

/** Words that say what form a company has; they stand at the end of a name, and in a few languages at its beginning. */
const legalForms = new Set(
  (
    "inc incorporated llc ltd limited co company corp corporation gmbh mbh ag kg kgaa ug se sa sas sarl sl srl spa sro bv nv plc pte pty pvt private " +
    "kk ab as asa aps oy oyj llp lp lllp jsc pjsc ojsc cjsc zao oao ooo pao ао оао зао ооо пао тоо fze fzco bhd sdn"
  ).split(" "),
);
const joinedForms = /股份有限公司|有限责任公司|有限責任公司|有限公司|株式会社|주식회사|㈜/g;

/** A company name without what does not tell companies apart: case, punctuation, legal form, width of characters, a leading "the". */
export function normalName(name: string): string {
  const plain = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(joinedForms, " ")
    .replace(/&/g, " and ")
    .replace(/['’.]/g, "")
    .replace(/[\p{P}\p{S}\s]+/gu, " ")
    .trim();
  const words = plain.split(" ");
  while (words.length > 1 && legalForms.has(words.at(-1) ?? "")) words.pop();
  while (words.length > 1 && (words[0] === "the" || legalForms.has(words[0] ?? ""))) words.shift();
  return words.join(" ");
}

function brandNames(provider: Provider, reference: Reference): NameSignature[] {
  const { english, native = [], aliases = [] } = provider.names;
  const sources = reference.party(provider.operator)?.sources ?? [];
  const bearer = { provider, role: "brand" as const, sources };
  return [
    ...[english, ...native.map(({ text }) => text)].map((name) => ({ ...bearer, name, confidence: "high" as const })),
    ...aliases.map((name) => ({ ...bearer, name, confidence: "medium" as const })),
  ];
}

function companyRoles(provider: Provider): { party: string; role: Role }[] {
  const { operator, group, regions = [] } = provider;
  const regionOperators = new Set(regions.flatMap((region) => (region.operator && region.operator !== operator ? [region.operator] : [])));
  return [
    { party: operator, role: operator === group ? "own-company" : "operator" },
    ...(operator === group ? [] : [{ party: group, role: "group" as const }]),
    ...[...regionOperators].map((party) => ({ party, role: "region-operator" as const })),
  ];
}

/** The names of a company, and how surely each is its own. */
export function companyNames(party: Party): { name: string; confidence: Confidence }[] {
  const full = [party.name, ...(party.nativeName ? [party.nativeName] : [])].map((name) => ({ name, confidence: party.confidence }));
  return [...full, ...(party.aliases ?? []).map((name) => ({ name, confidence: weakest("medium", party.confidence) }))];
}

function collect<K, T>(index: Map<K, T[]>, key: K, value: T): void {
  const group = index.get(key);
  if (group) group.push(value);
  else index.set(key, [value]);
}
