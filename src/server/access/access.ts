import type { Hono } from "hono";
import { type HandlingMark, handlingMarks, type Role, type SessionLimits, seesUpTo } from "../../model/index.js";

/** Who sends a request. */
export interface Person {
  /** As the journal names them. */
  name: string;
  roles: readonly Role[];
  /** The strictest mark that they see; null: nothing of what stands in a case. */
  seesUpTo: HandlingMark | null;
  /** Tells one session from another, for limits; never the secret itself. */
  session: string;
  /** By what they are known. */
  by: "link" | "session" | "token";
  /** When that is over, however it is used; null: when the server ends. */
  until: string | null;
}

/** How people get in. The local one and that of a team are the two of them. */
export interface Access {
  readonly kind: "local" | "team";
  /** Who sends a request; null where nobody is signed in. */
  person(request: Request): Promise<Person | null>;
  /** Ends the session of a request; gives the headers that take the cookie away, and where signing out goes on, at an issuer. */
  leave(request: Request): Promise<{ headers: Headers; onward: string | null }>;
  /** How long sessions of people last; null where they have none in the docket. */
  readonly limits: SessionLimits | null;
  /** The pages by which one gets in, such as `/enter`; they answer without a session. They stand behind the checks of host, origin and rate. */
  readonly pages: Hono;
}

/** A person with the sum of what their roles let them see. */
export function personOf(name: string, roles: readonly Role[], session: string): Person {
  const marks = roles.map((role) => seesUpTo[role]);
  const upTo = handlingMarks.findLast((mark) => marks.includes(mark)) ?? null;
  return { name, roles, seesUpTo: upTo, session, by: "link", until: null };
}
