import { createHash } from "node:crypto";
import { slugOf } from "./list-identity.js";

/**
 * The id of a party by the id that its source gives it, with the scheme in front: letters are made small, and where more than that must
 * change, a digest of the whole keeps two ids apart. Undefined for an empty one.
 */
export function idOf(scheme: string, raw: string): string | undefined {
  const plain = raw.trim();
  if (plain === "" || plain.length > 1000) return undefined;
  const lower = plain.toLowerCase();
  if (lower.length <= 120 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(lower)) return `${scheme}-${lower}`;
  const digest = createHash("sha256").update(plain.normalize("NFC")).digest("hex").slice(0, 10);
  return [scheme, slugOf(plain.slice(0, 60)).slice(0, 60).replace(/-$/, ""), digest].filter(Boolean).join("-");
}
