import { z } from "zod";
import { Roles } from "./person.js";
import { SessionLimits } from "./session.js";

/** Whether an address is safe to send secrets to: HTTPS, or this machine itself. */
export function isSafeAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== "" || url.password !== "") return false;
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return url.protocol === "https:" || (url.protocol === "http:" && loopback);
}

const Address = z
  .string()
  .max(500)
  .refine(isSafeAddress, "expected an https:// address without a password (http:// on this machine alone)");

/** The address under which people reach a server. */
export const PublicAddress = Address.refine(
  (text) => URL.canParse(text) && new URL(text).pathname === "/" && !/[?#]/.test(text),
  "expected an address without a path, such as https://beholden.example.gov",
).overwrite((text) => new URL(text).origin);

/** How people sign in by an OpenID Connect issuer. The client secret stands in a file of its own, or in BEHOLDEN_OIDC_SECRET. */
export const OidcSettings = z.strictObject({
  issuer: Address.describe("as its own discovery document names it"),
  clientId: z.string().min(1).max(255),
  clientSecretFile: z
    .string()
    .min(1)
    .max(4_096)
    .optional()
    .describe("a file with the client secret, relative to this one; where there is none, BEHOLDEN_OIDC_SECRET holds it"),
  publicAddress: PublicAddress.optional().describe(
    "the address under which people reach beholden: `serve --public-address` where it is not said here",
  ),
  emailDomains: z
    .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "expected a domain such as example.gov"))
    .max(100)
    .default([])
    .describe("only people with a verified address in one of these are let in; empty: any that is in the list of people"),
  scopes: z
    .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/))
    .max(20)
    .default(["profile", "email"])
    .describe("asked for besides `openid`"),
  groups: z
    .strictObject({
      claim: z.string().min(1).max(200).describe("the claim that holds the groups of a person"),
      roles: z.record(z.string().min(1).max(200), Roles).describe("what each group gives, for the session"),
    })
    .optional()
    .describe("where it is not there, groups of the issuer give nothing"),
  clockSkewSeconds: z.int().min(0).max(300).default(30).describe("how far the issuer's clock may be off"),
  sessions: SessionLimits.prefault({}),
});
export type OidcSettings = z.infer<typeof OidcSettings>;
