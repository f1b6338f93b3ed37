import { createHash } from "node:crypto";

export { CanonicalError, canonicalJson } from "../../model/canonical-json.js";

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
