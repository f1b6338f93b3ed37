import type { ChangedRecord, Listing } from "../../model/index.js";
import type { PartyRecord } from "../import/format.js";
import type { Store } from "./store.js";

/** Parties of an edition up to which it is compared row by row; registers of millions are told by their counts. */
const mostParties = 250_000;
/** Rows that are told. */
const mostRows = 1_000;

export interface EditionChanges {
  counts: { added: number; changed: number; gone: number; same: number };
  rows: Omit<ChangedRecord, "decision">[];
  /** Every party that is added, changed or gone. */
  changed: ReadonlySet<string>;
}

/** What an edition of a source adds, changes and leaves out against the one before; null where they are too large to be compared. */
export function compareEditions(before: Store | null, after: Store): EditionChanges | null {
  if (after.manifest.parties > mostParties || (before?.manifest.parties ?? 0) > mostParties) return null;
  const counts = { added: 0, changed: 0, gone: 0, same: 0 };
  const rows: EditionChanges["rows"] = [];
  const changed = new Set<string>();
  const numbers = new Map<string, number>();
  for (let party = 0; party < (before?.manifest.parties ?? 0); party += 1) numbers.set(before?.idOf(party) ?? "", party);
  const tell = (change: ChangedRecord["change"], one: Told, fields: ChangedRecord["fields"]) => {
    counts[change] += 1;
    changed.add(one.id);
    if (rows.length < mostRows) rows.push({ party: one.id, name: one.name, change, lists: one.lists, fields });
  };
  for (let party = 0; party < after.manifest.parties; party += 1) {
    const now = toldOf(after, party);
    const earlier = numbers.get(now.id);
    numbers.delete(now.id);
    if (earlier === undefined || before === null) {
      tell("added", now, []);
      continue;
    }
    const fields = fieldChanges(toldOf(before, earlier).fields, now.fields);
    if (fields.length > 0) tell("changed", now, fields);
    else counts.same += 1;
  }
  for (const party of numbers.values()) if (before) tell("gone", toldOf(before, party), []);
  return { counts, rows, changed };
}

interface Told {
  id: string;
  name: string;
  lists: string[];
  fields: Map<string, string>;
}

function toldOf(store: Store, party: number): Told {
  const mentions = store.mentions(party);
  const listings = store.listingsOf(party);
  const id = store.idOf(party);
  const fields = new Map<string, string>();
  for (const mention of mentions) {
    for (const [field, value] of Object.entries(mention)) {
      if (field === "id" || value === null || value === undefined) continue;
      const text = typeof value === "string" ? value : JSON.stringify(value);
      const known = fields.get(field);
      if (known !== text) fields.set(field, known === undefined ? text : `${known}; ${text}`);
    }
  }
  if (listings.length > 0) fields.set("listings", listings.map(listingWords).sort().join("; "));
  const interests = store
    .interestsIn(party)
    .map(({ owner, kind, share }) => `${owner} ${kind}${share === undefined ? "" : ` ${JSON.stringify(share)}`}`);
  if (interests.length > 0) fields.set("interests", interests.sort().join("; "));
  return { id, name: (mentions[0] as PartyRecord | undefined)?.name ?? id, lists: [...new Set(listings.map(({ list }) => list))], fields };
}

/** A listing without what follows from the day of the import alone. */
function listingWords({ list, from, until, citation, note }: Listing): string {
  const dated = note?.includes("it was on the list when it was imported on") ? "" : ` from ${from}`;
  return `${list}${dated}${until ? ` until ${until}` : ""} (${citation})`;
}

function fieldChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ChangedRecord["fields"] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [was, is] = [before.get(field) ?? null, after.get(field) ?? null];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}
