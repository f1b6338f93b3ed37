import { confidences, type Party } from "../../model/index.js";
import type { PartyRecord } from "../import/format.js";
import { isForeignNumber } from "../import/formats/psc-company-number.js";

/** What one source says of a party. */
export interface Mention {
  record: PartyRecord;
  sources: string[];
}

const lists = [
  "aliases",
  "weakAliases",
  "formerNames",
  "alsoOrganisedIn",
  "tickers",
  "birthDates",
  "nationalities",
  "engagements",
  "addresses",
] as const;

/**
 * One party from all that is said of it. The first name stands and the others become aliases; of other single facts the first that is
 * stated stands; lists are joined; the confidence is that of the surest source. Without a name the id is made readable.
 */
export function mergeParty(id: string, mentions: readonly Mention[]): Party {
  const records = mentions.map(({ record }) => record);
  const [only = { id }] = records;
  const merged = records.length < 2 ? only : mergedFields(records);
  const name = merged.name ?? readableId(id);
  const otherNames = namesBeside(name, merged.aliases, records);
  return {
    ...merged,
    id,
    name,
    ...((merged.aliases || otherNames.length > 0) && { aliases: otherNames }),
    kind: merged.kind ?? "entity",
    jurisdiction: merged.jurisdiction ?? placeOf(id),
    sources: unique(mentions.flatMap(({ sources }) => sources)),
    confidence: merged.confidence ?? "high",
  };
}

function mergedFields(records: readonly PartyRecord[]): PartyRecord {
  const merged: Record<string, unknown> = {};
  for (const record of records) {
    for (const [field, value] of Object.entries(record)) {
      if (value !== undefined && value !== null && merged[field] === undefined) merged[field] = value;
    }
  }
  for (const field of lists) if (merged[field] !== undefined) merged[field] = joinedList(field, records);
  // The first to give a number under a scheme is heard.
  if (merged.identifiers !== undefined) merged.identifiers = Object.assign({}, ...records.map(({ identifiers }) => identifiers).reverse());
  if (merged.note !== undefined) merged.note = unique(records.flatMap(({ note }) => note ?? [])).join(" ");
  // What one source withholds another may tell.
  merged.kind = records.find(({ kind }) => kind !== undefined && kind !== "unknown")?.kind ?? merged.kind;
  merged.confidence = confidences.find((one) => records.some(({ confidence = "high" }) => confidence === one));
  return merged as PartyRecord;
}

function namesBeside(name: string, aliases: readonly string[] = [], records: readonly PartyRecord[]): string[] {
  if (aliases.length === 0 && records.length < 2) return [];
  return unique([...records.flatMap((record) => record.name ?? []), ...aliases]).filter((one) => one !== name);
}

function joinedList(field: (typeof lists)[number], records: readonly PartyRecord[]): unknown[] {
  const byContent = new Map<string, unknown>();
  for (const record of records) for (const value of record[field] ?? []) byContent.set(JSON.stringify(value), value);
  return [...byContent.values()];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

const ukCompany = "gb-coh-";

/** What stands for a name where no record has one. */
export function readableId(id: string): string {
  if (id.startsWith(ukCompany))
    return `${isForeignNumber(ukNumber(id)) ? "foreign company on the UK register," : "UK company"} ${ukNumber(id)}`;
  return id.startsWith("lei-") ? `holder of LEI ${id.slice(4).toUpperCase()}` : id;
}

/** Where an id says that a company was formed. Foreign ones are in the UK's register too, under numbers of their own kinds. */
function placeOf(id: string): string | null {
  return id.startsWith(ukCompany) && !isForeignNumber(ukNumber(id)) ? "GB" : null;
}

function ukNumber(id: string): string {
  return id.slice(ukCompany.length).toUpperCase();
}
