import type { PartialDate, Party, ScreenExplanation, ScreenField } from "../model/index.js";
import { numbersOf } from "./identifiers.js";
import type { QueryFacts } from "./query.js";

/**
 * What each field weighs. An agreement closes that share of what is missing to 1; a difference is taken off. Equal identifiers decide:
 * the score is then 1 whatever the rest says. Fields that one side lacks change nothing.
 */
export const weights = {
  lei: { differs: 0.5 },
  registrationNumber: { agreesWithoutCountry: 0.4, differs: 0.3 },
  birthDate: { sameDay: 0.4, sameMonth: 0.2, sameYear: 0.1, anotherDay: 0.1, differs: 0.3 },
  nationality: { agrees: 0.05, differs: 0.1 },
  country: { agrees: 0.05, differs: 0.1 },
  address: { agrees: 0.2 },
} as const;

/** What one field says. `agrees` is the share of the missing that it closes, negative where it takes off; `decides`: it settles it. */
export interface FieldPart {
  field: ScreenField;
  agrees: number;
  decides: boolean;
  detail: string;
  query: string;
  candidate: string;
}

export interface FieldComparison {
  parts: FieldPart[];
  missing: ScreenField[];
}

/** Compares all but the names. `governmentOf` gives the government that holds a territory: Hong Kong is no other country than China. */
export function compareFields(query: QueryFacts, party: Party, governmentOf: (territory: string) => string): FieldComparison {
  const person = party.kind === "individual";
  const parts: FieldPart[] = [];
  const missing: ScreenField[] = [];
  const add = (field: ScreenField, part: FieldPart | "missing" | undefined) => {
    if (part === "missing") missing.push(field);
    else if (part) parts.push(part);
  };
  if (!person) add("lei", compareLei(query, party));
  add("registrationNumber", compareNumbers(query, party));
  if (person) add("birthDate", compareBirthDates(query.birthDates, party.birthDates ?? []));
  if (person) add("nationality", comparePlaces("nationality", query.nationalities, party.nationalities ?? [], governmentOf));
  add("country", comparePlaces("country", query.countries, countriesOf(party), governmentOf));
  add("address", compareAddresses(query, party));
  return { parts, missing };
}

/**
 * The score of a name with what the fields say, from 0 to 1, and each part of it with what it adds or takes. What agrees comes first,
 * so that it cannot make up for what differs.
 */
export function scoreWith(nameScore: number, parts: readonly FieldPart[]): { score: number; explanations: [string, ScreenExplanation][] } {
  const deciding = parts.some((one) => one.decides);
  let score = nameScore;
  const ordered = [...parts.filter(({ agrees }) => agrees >= 0), ...parts.filter(({ agrees }) => agrees < 0)];
  const explanations = ordered.map(({ field, agrees, decides, detail, query, candidate }): [string, ScreenExplanation] => {
    const effect = decides ? 1 - score : deciding ? 0 : agrees > 0 ? (1 - score) * agrees : agrees;
    score += effect;
    const verdict = agrees > 0 || decides ? "match" : agrees < 0 ? "mismatch" : "near";
    return [`${explanationNames[field]}_${verdict}`, { score: rounded(effect), detail, query, candidate }];
  });
  return { score: rounded(Math.min(1, Math.max(0, score))), explanations };
}

/** Scores carry four decimals, so that they are the same on every machine. */
export function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

const explanationNames = {
  lei: "lei_code",
  registrationNumber: "identifier",
  birthDate: "birth_date",
  nationality: "nationality",
  country: "country",
  address: "address",
} satisfies Record<ScreenField, string>;

function compareLei({ leis }: QueryFacts, { lei }: Party): FieldPart | "missing" {
  const [first] = leis;
  if (!first || !lei) return "missing";
  const same = leis.includes(lei);
  return {
    field: "lei",
    agrees: same ? 1 : -weights.lei.differs,
    decides: same,
    detail: same ? "the same LEI: one entity" : "another LEI: an entity has one",
    query: same ? lei : first,
    candidate: lei,
  };
}

function compareNumbers({ numbers, countries }: QueryFacts, party: Party): FieldPart | "missing" | undefined {
  const theirs = numbersOf(party);
  if (numbers.length === 0 || theirs.length === 0) return "missing";
  const field = "registrationNumber";
  for (const one of theirs) {
    if (!numbers.some(({ number }) => number === one.number)) continue;
    const decides = one.country === null || (one.country !== undefined && countries.includes(one.country));
    const detail = decides ? `the same number (${one.scheme})` : `the same number (${one.scheme}), the country is not told`;
    return { field, agrees: decides ? 1 : weights[field].agreesWithoutCountry, decides, detail, query: one.number, candidate: one.number };
  }
  const other = theirs.find((one) => one.registration && one.country && countries.includes(one.country));
  const ours = numbers.find((one) => one.registration);
  if (!other || !ours) return undefined;
  const detail = `another number in the register of ${other.country} (${other.scheme})`;
  return { field, agrees: -weights[field].differs, decides: false, detail, query: ours.number, candidate: other.number };
}

function compareBirthDates(ours: readonly PartialDate[], theirs: readonly PartialDate[]): FieldPart | "missing" {
  let best: FieldPart | undefined;
  for (const query of ours) {
    for (const candidate of theirs) {
      const [agrees, detail] = birthDatesAgree(query, candidate);
      if (!best || agrees > best.agrees) best = { field: "birthDate", agrees, decides: false, detail, query, candidate };
    }
  }
  return best ?? "missing";
}

function birthDatesAgree(left: PartialDate, right: PartialDate): [agrees: number, detail: string] {
  const { sameDay, sameMonth, sameYear, anotherDay, differs } = weights.birthDate;
  const [leftYear = "", leftMonth, leftDay] = left.split("-");
  const [rightYear = "", rightMonth, rightDay] = right.split("-");
  const years = Math.abs(Number(leftYear) - Number(rightYear));
  if (years > 1) return [-differs, `born ${years} years apart`];
  if (years === 1) return [0, "born in neighbouring years"];
  if (!leftMonth || !rightMonth) return [sameYear, "born in the same year"];
  if (leftMonth === rightMonth && (!leftDay || !rightDay)) return [sameMonth, "born in the same month"];
  if (leftMonth === rightMonth && leftDay === rightDay) return [sameDay, "born on the same day"];
  if (leftDay && rightDay && leftMonth === rightDay && leftDay === rightMonth)
    return [sameMonth, "the same day with day and month changed about"];
  return [-anotherDay, "born in the same year on another day"];
}

function comparePlaces(
  field: "nationality" | "country",
  ours: readonly string[],
  theirs: readonly string[],
  governmentOf: (territory: string) => string,
): FieldPart | "missing" {
  if (ours.length === 0 || theirs.length === 0) return "missing";
  const texts = { query: ours.join(", "), candidate: theirs.join(", ") };
  if (ours.some((code) => theirs.includes(code))) {
    return { field, agrees: weights[field].agrees, decides: false, detail: `the same ${field}`, ...texts };
  }
  const governments = new Set(theirs.map(governmentOf));
  if (ours.some((code) => governments.has(governmentOf(code)))) {
    return { field, agrees: 0, decides: false, detail: "territories of the same government", ...texts };
  }
  return { field, agrees: -weights[field].differs, decides: false, detail: `another ${field}`, ...texts };
}

function countriesOf(party: Party): string[] {
  const { jurisdiction, alsoOrganisedIn = [], principalPlace, addresses = [], nationalities = [] } = party;
  const all = [jurisdiction, ...alsoOrganisedIn, principalPlace?.country, ...nationalities, ...addresses.map(({ country }) => country)];
  return [...new Set(all.flatMap((code) => (code ? [code] : [])))];
}

/** Words that two addresses share, at least; numbers count as words. */
const fewestSharedWords = 3;
const mostWords = 40;

function compareAddresses(query: QueryFacts, party: Party): FieldPart | "missing" | undefined {
  const theirs = party.addresses ?? [];
  if (query.addresses.length === 0 || theirs.length === 0) return "missing";
  for (const ours of query.addresses) {
    const words = addressWords(ours);
    for (const { full } of theirs) {
      const other = addressWords(full);
      const shared = [...words].filter((word) => other.has(word)).length;
      if (shared < fewestSharedWords || shared < 0.7 * Math.min(words.size, other.size)) continue;
      const detail = `${shared} of ${Math.min(words.size, other.size)} words of the address are the same`;
      return { field: "address", agrees: weights.address.agrees, decides: false, detail, query: ours, candidate: full };
    }
  }
  return undefined;
}

function addressWords(address: string): Set<string> {
  const words =
    address
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(0, mostWords));
}
