import type { ListedPerson, Role, SessionLimits } from "../../model/index.js";
import { type Docket, DocketError, type DocketView, type NewEntry } from "../journal/index.js";
import { personEntry } from "../people/change.js";
import { everybody, readPerson } from "../people/list.js";
import type { RefusalReason } from "./refusals.js";
import { beginSession, endSessionsOf, newSessionName } from "./sessions.js";

/** What an issuer vouches for. */
export interface Vouched {
  subject: string;
  email: string | null;
  emailVerified: boolean;
  /** The issuer's own session, by which it can end ours. */
  issuerSession: string | null;
  /** Roles that groups of the issuer give, where the settings name such. */
  groupRoles: readonly Role[];
}

export interface SignInOptions {
  at: string;
  limits: SessionLimits;
  /** Domains of e-mail addresses that are let in; empty: any. */
  emailDomains: readonly string[];
  browser: string;
}

export type SignedIn = { person: ListedPerson; session: string; secret: string; until: string } | { refused: RefusalReason };

/**
 * Lets somebody in that an issuer vouches for, where they are in the list of people: by their subject, or by a verified e-mail address the
 * first time; from then on the subject counts, so that an address that is given to somebody else later lets nobody in. It is an entry.
 */
export async function signIn(docket: Docket, vouched: Vouched, { at, limits, emailDomains, browser }: SignInOptions): Promise<SignedIn> {
  const found = await docket.read((view) => admitted(view, vouched, emailDomains));
  if (typeof found === "string") return { refused: found };
  const session = newSessionName();
  const { subject, issuerSession, groupRoles } = vouched;
  await docket.append({ by: found.id, at, asks: { signIn: session } }, async (view) => {
    const now = await admitted(view, vouched, emailDomains);
    if (typeof now === "string") throw new DocketError("refused", `${found.id} is not let in any more.`);
    const { id: _, version: __, ...state } = now;
    const known = now.subject === null ? [personEntry(now.id, "person-recognised", { ...state, subject })] : [];
    return [...known, signInEntry(now.id, "signed-in", { session, roles: [...now.roles], groupRoles: [...groupRoles] })];
  });
  const begun = await beginSession(docket, session, { person: found.id, at, limits, subject, issuerSession, groupRoles, browser });
  return { person: { ...found, subject }, session, ...begun };
}

/** Records that a session ended before its time, and by whose doing. */
export async function noteSignOut(
  docket: Docket,
  person: string,
  { by, at, sessions, how }: { by: string; at: string; sessions: number; how: string },
): Promise<void> {
  await docket.append({ by, at, asks: { signOut: person, how, sessions } }, async () => [
    signInEntry(person, "signed-out", { sessions, how }),
  ]);
}

/** Ends every session of a person, and records who did it. Gives how many there were. */
export async function signOutEverywhere(docket: Docket, person: string, { by, at }: { by: string; at: string }): Promise<number> {
  await docket.read((view) => readPerson(view, person));
  const sessions = await endSessionsOf(docket, person);
  if (sessions > 0) await noteSignOut(docket, person, { by, at, sessions, how: by === person ? "by themselves" : "by somebody else" });
  return sessions;
}

function signInEntry(person: string, act: string, after: NewEntry["after"]): NewEntry {
  return { act, case: null, object: { kind: "sign-in", id: person }, after };
}

/** The person whom the issuer vouches for, or why they are not let in. */
async function admitted(view: DocketView, vouched: Vouched, domains: readonly string[]): Promise<ListedPerson | RefusalReason> {
  const all = await everybody(view);
  const bySubject = all.filter(({ subject }) => subject === vouched.subject);
  const byEmail = vouched.email === null ? [] : all.filter(({ email }) => email === vouched.email);
  const candidates = bySubject.length > 0 ? bySubject : byEmail;
  // Somebody may have retired under the subject or the address of one who is there.
  const person = candidates.find(({ retired }) => !retired) ?? candidates[0];
  if (!person) return "not-listed";
  if (person.retired) return "retired";
  if (person.subject !== null && person.subject !== vouched.subject) return "other-subject";
  if ((person.subject === null || domains.length > 0) && !vouched.emailVerified) return "email-not-verified";
  if (domains.length > 0 && !domains.includes(domainOf(vouched.email))) return "domain";
  return person.roles.length + vouched.groupRoles.length > 0 ? person : "no-roles";
}

function domainOf(email: string | null): string {
  return email?.slice(email.lastIndexOf("@") + 1) ?? "";
}
