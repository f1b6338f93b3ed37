import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";

/** What a sign-in that is under way keeps in the browser: what its answer must fit. */
const Flow = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The screen to go back to. */
  back: z.string(),
  until: z.number(),
});
export type Flow = z.infer<typeof Flow>;

/** A sign-in that takes longer is begun again. */
const longestFlow = 10 * 60_000;

/** The key that flows are sealed with: of the client secret, which every server of a team has. */
export function flowKey(clientSecret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", clientSecret, "", "beholden sign-in flow", 32));
}

/** Seals a flow for the cookie: the browser cannot read or change it, nor use it later. */
export function sealFlow(flow: Omit<Flow, "until">, key: Buffer, now: number): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const text = JSON.stringify({ ...flow, until: now + longestFlow });
  return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

/** The flow that was sealed; null where it was changed, sealed by another key, or is over. */
export function openFlow(sealed: string, key: Buffer, now: number): Flow | null {
  try {
    const bytes = Buffer.from(sealed, "base64url");
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(bytes.subarray(-16));
    const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString("utf8");
    const flow = Flow.parse(JSON.parse(text));
    return flow.until > now ? flow : null;
  } catch {
    return null;
  }
}

/** A screen of this server to go back to; `/` for anything that could lead elsewhere. */
export function safeBack(given: string | undefined): string {
  if (given === undefined || given.length > 2_000 || !/^\/[^/\\]/.test(given) || /[\p{Cc}\\]/u.test(given)) return "/";
  const url = new URL(given, "https://beholden.invalid");
  return url.host === "beholden.invalid" && !/^\/(api|enter|sign-in|sign-out)(\/|$)/.test(url.pathname)
    ? `${url.pathname}${url.search}`
    : "/";
}
