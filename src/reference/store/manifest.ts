import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { interestColumnNames, interestColumns, StoreError, type StoreManifest, storeFiles, widths } from "./layout.js";
import { partyColumnNames, partyColumns } from "./party-facts.js";

/** Reads a store's manifest and checks it against the sizes on disk. Throws `StoreError` where the store is torn. */
export function readStoreManifest(folder: string): StoreManifest {
  const manifest = parsed(folder);
  const sizes = columnSizes(manifest);
  for (const name of storeFiles) {
    const said = manifest.files[name];
    const width = sizes[name];
    const fits = said !== undefined && (width === undefined ? said % unitOf(name) === 0 : said === 0 || said === width);
    if (!fits) {
      throw new StoreError(folder, `its manifest does not fit together (${name})`);
    }
    const size = statSync(join(folder, name), { throwIfNoEntry: false })?.size;
    if (size === undefined) throw new StoreError(folder, `${name} is missing`);
    if (size !== said) throw new StoreError(folder, `${name} has ${size} bytes, its manifest says ${said}`);
  }
  return manifest;
}

function parsed(folder: string): StoreManifest {
  const path = join(folder, "manifest.json");
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new StoreError(folder, "manifest.json cannot be read", cause);
  }
  if (!isManifest(value)) throw new StoreError(folder, "manifest.json is of another edition of beholden, or torn");
  return value;
}

function isManifest(value: unknown): value is StoreManifest {
  if (!isObject(value) || value.schemaVersion !== "2" || !isObject(value.files) || !isObject(value.source)) return false;
  const { source } = value;
  const texts = [source.id, source.title, source.url, source.importedOn, source.sha256];
  const counts = [value.parties, value.mentions, value.interests, value.listings, ...Object.values(value.files)];
  return (
    texts.every((text) => typeof text === "string") &&
    counts.every((count) => Number.isSafeInteger(count) && Number(count) >= 0) &&
    Array.isArray(value.lists) &&
    value.lists.every((list) => typeof list === "string")
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Rows of keys are as many as they are, but whole. */
function unitOf(name: string): number {
  return name.endsWith(".rows") ? widths.hashRow : 1;
}

/** Bytes that each column must have, or none. */
function columnSizes({ parties, mentions, interests, listings }: StoreManifest): Record<string, number> {
  const starts = (parties + 1) * widths.u32;
  return {
    "ids.places": parties * widths.place,
    "ids.identified": parties * widths.u8,
    ...Object.fromEntries(partyColumnNames.map((name) => [`parties.${name}`, parties * partyColumns[name].BYTES_PER_ELEMENT])),
    "mentions.places": mentions * widths.place,
    "mentions.starts": starts,
    ...Object.fromEntries(interestColumnNames.map((name) => [`interests.${name}`, interests * interestColumns[name].BYTES_PER_ELEMENT])),
    "interests.details": interests * widths.place,
    "interests.owned-starts": starts,
    "interests.by-owner": interests * widths.u32,
    "interests.owner-starts": starts,
    "listings.places": listings * widths.place,
    "listings.party": listings * widths.u32,
    "listings.list": listings * widths.u32,
    "listings.starts": starts,
  };
}
