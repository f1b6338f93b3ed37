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
  return [
    ...new Set(
      [...texts]
        .map((text) =>
          withoutControls(text ?? "")
            .replace(/\s+/g, " ")
            .trim(),
        )
        .filter(Boolean),
    ),
  ];
}

/** An object without its empty members: a list of nothing says nothing. */
export function filled<Fields extends Record<string, unknown>>(fields: Fields): Fields {
  const said = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && !value.length),
  );
  return Object.fromEntries(said) as Fields;
}
