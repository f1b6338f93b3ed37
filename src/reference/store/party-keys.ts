import type { Party } from "../../model/index.js";

/** The keys by which a party is known: its id, its LEI, and every identifier with its scheme in front, as slugs. */
export function partyKeys(party: Pick<Party, "id" | "lei" | "identifiers">): string[] {
  const { id, lei, identifiers } = party;
  if (lei === undefined && identifiers === undefined) return [id];
  const keys = [id];
  if (lei !== undefined) addKey(keys, "lei", lei);
  for (const scheme in identifiers) addKey(keys, scheme, identifiers[scheme]);
  return keys;
}

function addKey(keys: string[], scheme: string, value: unknown): void {
  const slug = typeof value === "string" ? slugOf(value) : "";
  const key = `${slugOf(scheme)}-${slug}`;
  // An identifier that has no letter or digit identifies nobody.
  if (slug !== "" && !keys.includes(key)) keys.push(key);
}

/** Lower case, with a hyphen for all that is no letter or digit; letters of every script count, or numbers that differ would be one. */
function slugOf(text: string): string {
  if (/^[a-z0-9]+$/.test(text)) return text;
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
