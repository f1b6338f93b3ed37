import { confidences, type Party } from "../../model/index.js";
import type { PartyRecord } from "../import/format.js";

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
  const merged: Partial<Party> = {};
  for (const { record } of mentions) {
    for (const [field, value] of Object.entries(record)) {
      if (value !== undefined && value !== null && !Object.hasOwn(merged, field)) Object.assign(merged, { [field]: value });
    }
  }
  for (const field of lists) joinList(merged, field, mentions);
  const name = merged.name ?? readableId(id);
  const aliases = unique([...mentions.flatMap(({ record }) => (record.name ? [record.name] : [])), ...(merged.aliases ?? [])]);
  const otherNames = aliases.filter((alias) => alias !== name);
  const identifiers = Object.assign({}, ...mentions.map(({ record }) => record.identifiers).reverse()) as Record<string, string>;
  const notes = unique(mentions.flatMap(({ record }) => (record.note ? [record.note] : [])));
  const kinds = mentions.flatMap(({ record }) => (record.kind ? [record.kind] : []));
  return {
    ...merged,
    id,
    name,
    ...(otherNames.length > 0 && { aliases: otherNames }),
    // What one source withholds another may tell.
    kind: kinds.find((kind) => kind !== "unknown") ?? kinds[0] ?? "entity",
    jurisdiction: merged.jurisdiction ?? placeOf(id),
    ...(Object.keys(identifiers).length > 0 && { identifiers }),
    ...(notes.length > 0 && { note: notes.join(" ") }),
    sources: unique(mentions.flatMap(({ sources }) => sources)),
    confidence: confidences.find((confidence) => mentions.some(({ record }) => (record.confidence ?? "high") === confidence)) ?? "high",
  };
}

function joinList(merged: Partial<Party>, field: (typeof lists)[number], mentions: readonly Mention[]): void {
  if (merged[field] === undefined) return;
  const byContent = new Map<string, unknown>();
  for (const { record } of mentions) for (const value of record[field] ?? []) byContent.set(JSON.stringify(value), value);
  Object.assign(merged, { [field]: [...byContent.values()] });
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** Schemes of ids that say where a party is registered, and how their numbers are called. */
const schemes = [
  { prefix: "gb-coh-", called: "UK company", place: "GB" },
  { prefix: "lei-", called: "holder of LEI", place: null },
];

function readableId(id: string): string {
  const scheme = schemes.find(({ prefix }) => id.startsWith(prefix));
  return scheme ? `${scheme.called} ${id.slice(scheme.prefix.length).toUpperCase()}` : id;
}

function placeOf(id: string): string | null {
  return schemes.find(({ prefix }) => id.startsWith(prefix))?.place ?? null;
}
