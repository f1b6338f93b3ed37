import type { ImportedSource } from "../../model/index.js";
import { partyColumnNames } from "./party-facts.js";

/**
 * One import on disk. Every file is a plain column or a run of texts, so that a lookup is a few reads at known places and nothing is
 * loaded whole. Numbers are little endian; a party is numbered from 0 in the order in which the source first names it; a column whose
 * values are all 0 is an empty file.
 *
 * ```
 * manifest.json        what was imported, counts, and the size of every file; written last
 * ids.txt              the id of each party, one a line            ids.places        by party: place
 * ids.identified       by party: 1 where a record gives it an identifier beside its id (u8)
 * parties.*            what its records state, by party: kind (u8), jurisdiction, place, nationality (u16), marks (u8); see party-facts.ts
 * mentions.jsonl       what each record says of a party, as JSON   mentions.places   by party: place; mentions.starts finds them
 * keys.rows            every id and identifier of a party: hash (3 × u32), party (u32), in order of hash
 * keys.starts          for the first bits of the hash: where its rows begin (u32), and the end
 * names.rows, .starts  the same for the keys of its names
 * interests.*          columns in order of owned, then owner: owner, owned, min, max, from, until, joint (i32), kind, capacity (u8),
 *                      form (u16), details (place); .owned-starts finds the rows of an owned party; .by-owner (u32) has the numbers
 *                      of the rows in order of owner, .owner-starts finds them
 * interests.jsonl      what an interest has beyond its columns, as JSON; most have nothing
 * listings.jsonl       listings as JSON; .party, .list (u32) and .places in order of party; .starts finds those of a party
 * ```
 *
 * A place is 8 bytes, see place.ts. `starts` have one number a group and one more for the end.
 */
export interface StoreManifest {
  schemaVersion: "2";
  source: ImportedSource;
  parties: number;
  mentions: number;
  interests: number;
  listings: number;
  /** Ids of the lists, by their number in `listings.list`. */
  lists: string[];
  /** Size of every file in bytes. */
  files: Record<string, number>;
}

/** Bytes a row of each column of fixed width; texts and hash rows are checked by size alone. */
export const widths = { u8: 1, u16: 2, u32: 4, place: 8, hashRow: 16 } as const;

/** The columns of interests: name, and how a value is kept. */
export const interestColumns = {
  owner: Int32Array,
  owned: Int32Array,
  min: Int32Array,
  max: Int32Array,
  from: Int32Array,
  until: Int32Array,
  joint: Int32Array,
  kind: Uint8Array,
  capacity: Uint8Array,
  form: Uint16Array,
} as const;
export type InterestColumn = keyof typeof interestColumns;
export const interestColumnNames = Object.keys(interestColumns) as InterestColumn[];

/** The files of a store beside its manifest. */
export const storeFiles = [
  "ids.txt",
  "ids.places",
  "ids.identified",
  ...partyColumnNames.map((name) => `parties.${name}`),
  "mentions.jsonl",
  "mentions.places",
  "mentions.starts",
  "keys.rows",
  "keys.starts",
  "names.rows",
  "names.starts",
  ...interestColumnNames.map((name) => `interests.${name}`),
  "interests.details",
  "interests.jsonl",
  "interests.owned-starts",
  "interests.by-owner",
  "interests.owner-starts",
  "listings.jsonl",
  "listings.places",
  "listings.party",
  "listings.list",
  "listings.starts",
];

/** Imported data that cannot be used: which folder, what is wrong with it, what to do. */
export class StoreError extends Error {
  override name = "StoreError";

  constructor(folder: string, what: string, cause?: unknown) {
    super(`the imported data in ${folder} cannot be used: ${what}; import again with \`beholden reference import\``, { cause });
  }
}
