import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A secret that nobody guesses: 256 bits, in the letters of a cookie and a header. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** A name that is no secret. */
export function newName(): string {
  return randomBytes(8).toString("hex");
}

/** What is kept of a secret. It is random through and through, so that one round is enough: there is no list of likely ones to try. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}

/** Whether a secret has a kept hash, in the same time whatever it is. */
export function hasHash(secret: string, hash: string): boolean {
  const [given, kept] = [Buffer.from(hashOf(secret)), Buffer.from(hash)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}
