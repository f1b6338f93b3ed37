import { z } from "zod";
import { Role } from "./access.js";
import { Instant, JournalHead } from "./journal.js";
import { PersonId } from "./person.js";

/** How long a session lasts: unused, and in all. */
export const SessionLimits = z.strictObject({
  idleMinutes: z.int().min(1).max(1_440).default(30).describe("a session that nobody used for so long is over"),
  hours: z.int().min(1).max(168).default(12).describe("a session is over after so long, however it is used"),
});
export type SessionLimits = z.infer<typeof SessionLimits>;

/** A session: somebody who signed in, in one browser. Its secret is kept nowhere. */
export const Session = z.strictObject({
  id: z.string().describe("names it; lets nobody in"),
  person: PersonId,
  begun: Instant,
  used: Instant.describe("to a few minutes"),
  until: Instant.describe("over by then, however it is used"),
  groupRoles: z.array(Role).describe("roles that came from groups of the issuer, for this session alone"),
  browser: z.string().describe("what the browser said it is, so that people tell theirs apart"),
  own: z.boolean().describe("the one that asks"),
});
export type Session = z.infer<typeof Session>;

export const SessionList = z.strictObject({ schemaVersion: z.literal("1"), sessions: z.array(Session) });
export type SessionList = z.infer<typeof SessionList>;

/** What ending sessions came to. */
export const SessionsEnded = z.strictObject({ schemaVersion: z.literal("1"), ended: z.int() });
export type SessionsEnded = z.infer<typeof SessionsEnded>;

/** A token that lets a script act as a person, with some of their roles, until a day. */
export const AccessToken = z.strictObject({
  person: PersonId,
  name: z.string().trim().min(1).max(100).describe("what it is for"),
  roles: z.array(Role).min(1).describe("never more than its person has: what they lose, it loses"),
  until: Instant,
  revoked: z.boolean(),
});
export type AccessToken = z.infer<typeof AccessToken>;

/** A token in a list: without its secret, which is shown once and kept nowhere. */
export const ListedToken = z.strictObject({
  id: z.string(),
  ...AccessToken.shape,
  made: z.strictObject({ by: z.string(), at: Instant }),
  used: Instant.nullable().describe("to a few minutes"),
  state: z.enum(["good", "expired", "revoked", "person-retired", "no-roles-left"]),
});
export type ListedToken = z.infer<typeof ListedToken>;

export const TokenList = z.strictObject({ schemaVersion: z.literal("1"), tokens: z.array(ListedToken), head: JournalHead });
export type TokenList = z.infer<typeof TokenList>;

/** What was done about a token. */
export const TokenChange = z.strictObject({
  schemaVersion: z.literal("1"),
  token: ListedToken,
  secret: z.string().nullable().describe("the token itself, this once; null where it was shown before"),
  repeated: z.boolean(),
  head: JournalHead,
});
export type TokenChange = z.infer<typeof TokenChange>;

/** Why somebody was not let in. */
export const refusalReasons = [
  "not-listed",
  "retired",
  "domain",
  "email-not-verified",
  "other-subject",
  "answer-not-valid",
  "no-roles",
] as const;

/** Sign-ins that were refused, each kind and person in one line. */
export const SignInRefusal = z.strictObject({
  reason: z.enum(refusalReasons),
  who: z.string().describe("the e-mail address or subject that the issuer vouched for; empty where it vouched for none"),
  times: z.int(),
  first: Instant,
  last: Instant,
});
export type SignInRefusal = z.infer<typeof SignInRefusal>;

export const SignInRefusals = z.strictObject({ schemaVersion: z.literal("1"), refusals: z.array(SignInRefusal) });
export type SignInRefusals = z.infer<typeof SignInRefusals>;
