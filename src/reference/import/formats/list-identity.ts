import { createHash } from "node:crypto";
import anyAscii from "any-ascii";
import { withoutControls } from "./list-encoding.js";

const LONGEST = 80;

/** A text as a lower-case slug of letters and digits, other scripts spelled in Latin; empty where nothing is left. */
export function slugOf(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/['‘’`´]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/**
 * The id of a party that its list gives no number: the scheme and the name as a slug. Spelling with or without commas and dots gives
 * the same id; a name too long for an id, or with nothing to spell in Latin, ends in a digest of itself.
 */
export function idByName(scheme: string, name: string): string {
  const slug = slugOf(name);
  if (slug && slug.length <= LONGEST) return `${scheme}-${slug}`;
  const digest = createHash("sha256")
    .update(slug || name.normalize("NFC"))
    .digest("hex")
    .slice(0, 10);
  return [scheme, slug.slice(0, LONGEST).replace(/-+$/, ""), digest].filter(Boolean).join("-");
}

/** The texts that say something, trimmed, each once, in their first order. */
export function distinct(texts: Iterable<string | undefined>): string[] {
  const said = new Set<string>();
  for (const text of texts) if (text) said.add(plain(text));
  said.delete("");
  return [...said];
}

function plain(text: string): string {
  const readable = withoutControls(text).trim();
  return /\s\s|[^\S ]/.test(readable) ? readable.replace(/\s+/g, " ") : readable;
}

/** An object without its empty members: a list of nothing says nothing. */
export function filled<Fields extends object>(fields: Fields): Fields {
  const said: Partial<Fields> = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0)) said[key] = value;
  }
  return said as Fields;
}
