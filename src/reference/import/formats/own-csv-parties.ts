import type { ImportFormat, ImportSink, PartyRecord } from "../format.js";
import { countryCode } from "./list-countries.js";
import { distinct } from "./list-identity.js";
import { type Columns, looksLike, type OwnRow } from "./own-csv-columns.js";
import { readOwnTable } from "./own-csv-table.js";
import { dateOf, endsEarly, expectedDate, expectedParty, partyIdOf, wordOf } from "./own-csv-values.js";

const columns: Columns = {
  id: ["party", "party id"],
  name: ["legal name", "company name"],
  "native name": ["local name"],
  aliases: ["alias", "other names"],
  "former names": ["previous names", "former name", "previous name"],
  kind: ["party kind"],
  form: ["legal form"],
  jurisdiction: ["country of incorporation", "residence"],
  // Stands in for the jurisdiction, yet does not tell an own table: official lists have one too.
  country: [],
  city: [],
  lei: [],
  identifiers: ["identifier"],
  address: ["full address"],
  "birth date": ["date of birth", "born"],
  nationalities: ["nationality"],
  from: ["since", "valid from"],
  until: ["valid until"],
  note: ["notes", "comment"],
  confidence: [],
};

const kinds = {
  entity: "entity",
  company: "entity",
  organisation: "entity",
  organization: "entity",
  individual: "individual",
  person: "individual",
  government: "government",
  aggregate: "aggregate",
  unknown: "unknown",
} as const;
const expectedCountry = "an ISO 3166-1 code or an English name of a country";
const confidences = { high: "high", medium: "medium", low: "low" } as const;

/** A table of parties of the user's own, in CSV with any of comma, semicolon, tab and bar; see docs/imports.md for the columns. */
export const ownParties: ImportFormat = {
  id: "own-parties-csv",
  title: "own table of parties (CSV)",
  specification: "docs/imports.md",

  recognises: (head) => looksLike(head, columns, ["name"], ["id", "kind", "jurisdiction", "lei"]) && !looksLikeInterests(head.text),

  read: (input, sink) => readOwnTable({ what: "parties", columns, tell }, input, sink),
};

/** A table with both owner and owned is one of interests, whatever else it has. */
function looksLikeInterests(text: string): boolean {
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  return /\bowner\b/i.test(first) && /\bowned\b/i.test(first);
}

function tell(row: OwnRow, sink: ImportSink): string | undefined {
  const name = row.text("name");
  if (name === "") return "the row has no name.";
  const id = row.text("id") === "" ? partyIdOf(name) : row.value("id", partyIdOf, expectedParty);
  const party: PartyRecord = {
    id: id ?? "",
    name,
    nativeName: row.text("native name") || undefined,
    aliases: some(row.list("aliases")),
    formerNames: some(row.list("former names")),
    kind: row.value("kind", wordOf(kinds), "entity, individual, government, aggregate or unknown") ?? "entity",
    form: row.text("form") || undefined,
    jurisdiction: row.value("jurisdiction", countryOf, expectedCountry) ?? row.value("country", countryOf, expectedCountry) ?? null,
    lei: row.value("lei", (text) => (/^[A-Z0-9]{18}\d{2}$/.test(text) ? text : undefined), "an LEI of 20 letters and digits"),
    identifiers: row.value("identifiers", identifiersOf, "scheme:number, several separated by semicolons"),
    addresses: row.text("address") ? [{ full: row.text("address") }] : undefined,
    birthDates: one(row.value("birth date", dateOf, expectedDate)),
    nationalities: row.value("nationalities", countriesOf, "ISO 3166-1 codes or English names, separated by semicolons"),
    from: row.value("from", dateOf, expectedDate),
    until: row.value("until", dateOf, expectedDate),
    note: row.text("note") || undefined,
    confidence: row.value("confidence", wordOf(confidences), "high, medium or low"),
  };
  const city = row.text("city");
  if (city && party.jurisdiction) party.principalPlace = { city, country: party.jurisdiction };
  if (row.fault) return row.fault;
  if (endsEarly(party)) return `it ends on ${party.until}, before it begins on ${party.from}.`;
  if (!id) return `${JSON.stringify(name.slice(0, 80))} gives no id. Expected a shorter name, or an id.`;
  sink.party(party);
  return undefined;
}

function identifiersOf(text: string): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const part of text.split(/[;|]/).filter((one) => one.trim() !== "")) {
    const [, scheme, value] = /^\s*([a-z0-9]+(?:-[a-z0-9]+)*)\s*[:=]\s*(\S.{0,98}?)\s*$/i.exec(part) ?? [];
    if (!scheme || !value) return undefined;
    found[scheme.toLowerCase()] = value;
  }
  return found;
}

function countriesOf(text: string): string[] | undefined {
  const codes = text
    .split(/[;|]/)
    .filter((one) => one.trim() !== "")
    .map(countryOf);
  return codes.includes(undefined) ? undefined : distinct(codes);
}

function countryOf(text: string): string | undefined {
  const plain = text.trim();
  return countryCode(plain.length === 2 ? plain.toUpperCase() : plain);
}

function some(values: string[]): string[] | undefined {
  return values.length > 0 ? values : undefined;
}

function one(value: string | undefined): string[] | undefined {
  return value === undefined ? undefined : [value];
}
