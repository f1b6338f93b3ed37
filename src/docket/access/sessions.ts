import { type Json, type ListedPerson, Role, type Session, type SessionLimits } from "../../model/index.js";
import { type Docket, DocketView, type Row } from "../journal/index.js";
import { personOf } from "../people/list.js";
import { hashOf, newName, newSecret } from "./secrets.js";

/** More sessions of one person than this are old browsers that nobody closed: the oldest ends. */
const mostOfOne = 20;
const minute = 60_000;
/** How far an issuer's clock may be behind. */
const issuerSkew = 30_000;

/** What a session is begun with. */
export interface NewSession {
  person: string;
  at: string;
  limits: SessionLimits;
  /** What the issuer knows the person by. */
  subject: string | null;
  /** The issuer's own session, by which it can end this one. */
  issuerSession: string | null;
  groupRoles: readonly Role[];
  browser: string;
}

/** Begins a session. Its secret goes into the cookie and is kept nowhere; what is kept lets nobody in. */
export async function beginSession(docket: Docket, id: string, begun: NewSession): Promise<{ secret: string; until: string }> {
  const { person, at, limits, subject, issuerSession, groupRoles, browser } = begun;
  const secret = newSecret();
  const until = later(at, limits.hours * 60 * minute);
  await docket.database.write(async (connection) => {
    await connection.run("DELETE FROM access_session WHERE until_at <= ?", [at]);
    await connection.run(
      `DELETE FROM access_session WHERE person = ? AND id NOT IN
        (SELECT id FROM access_session WHERE person = ? ORDER BY used_at DESC LIMIT ${mostOfOne - 1})`,
      [person, person],
    );
    await connection.run(
      `INSERT INTO access_session (hash, id, person, begun_at, used_at, until_at, subject, issuer_session, group_roles, browser)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [hashOf(secret), id, person, at, at, until, subject, issuerSession, JSON.stringify(groupRoles), browser.slice(0, 300)],
    );
  });
  return { secret, until };
}

/** A name for a session that is to begin. */
export const newSessionName = newName;

/** A session in force, with whose it is. */
export interface FoundSession {
  session: Session;
  person: ListedPerson;
  /** What the person has now, and what groups of the issuer gave at sign-in. */
  roles: Role[];
}

/**
 * The session of a secret, with its person as they are now; null where it is over, was ended, or its person retired or is known by another
 * subject since.
 */
export async function findSession(docket: Docket, secret: string, at: string, limits: SessionLimits): Promise<FoundSession | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(secret)) return null;
  return docket.readRaw(async (connection) => {
    const [row] = await connection.all("SELECT * FROM access_session WHERE hash = ?", [hashOf(secret)]);
    if (!row || isOver(row, at, limits)) return null;
    const person = await personOf(new DocketView(connection), String(row.person));
    if (!person || person.retired || person.subject !== row.subject) return null;
    const session = { ...sessionOf(row), own: true };
    const roles = Role.options.filter((role) => person.roles.includes(role) || session.groupRoles.includes(role));
    return { session, person, roles };
  });
}

/** Keeps a session from running out unused; written at most ten times in that period, so that reading does not write. */
export async function keepSession(docket: Docket, { session }: FoundSession, at: string, { idleMinutes }: SessionLimits): Promise<void> {
  if (Date.parse(at) - Date.parse(session.used) < (idleMinutes * minute) / 10) return;
  await docket.database.write((connection) =>
    connection.run("UPDATE access_session SET used_at = ? WHERE id = ? AND used_at < ?", [at, session.id, at]),
  );
}

/** Sessions in force, of a person or of everybody, the newest first. */
export async function listSessions(
  docket: Docket,
  { person, own, at, limits }: { person?: string | undefined; own?: string | undefined; at: string; limits: SessionLimits },
): Promise<Session[]> {
  const rows = await docket.readRaw((connection) =>
    person === undefined
      ? connection.all("SELECT * FROM access_session ORDER BY begun_at DESC, id")
      : connection.all("SELECT * FROM access_session WHERE person = ? ORDER BY begun_at DESC, id", [person]),
  );
  return rows.filter((row) => !isOver(row, at, limits)).map((row) => ({ ...sessionOf(row), own: row.id === own }));
}

/** Ends one session, where it is this person's; gives how many ended. */
export function endSession(docket: Docket, id: string, person: string): Promise<number> {
  return end(docket, "id = ? AND person = ?", [id, person]);
}

/** Ends the sessions of a person, but for one of them where that is said. */
export function endSessionsOf(docket: Docket, person: string, except = ""): Promise<number> {
  return end(docket, "person = ? AND id <> ?", [person, except]);
}

/**
 * Ends what the issuer says is over: one of its sessions, or everything of a subject. What began after the issuer said so goes on, so that its
 * word, sent again, ends nothing new. Gives whose sessions ended.
 */
export async function endByIssuer(
  docket: Docket,
  over: { session: string } | { subject: string },
  said: string,
): Promise<{ id: string; person: string }[]> {
  const [column, value] = "session" in over ? ["issuer_session", over.session] : ["subject", over.subject];
  const values = [value, later(said, issuerSkew)];
  return docket.database.write(async (connection) => {
    const rows = await connection.all(`SELECT id, person FROM access_session WHERE ${column} = ? AND begun_at <= ?`, values);
    await connection.run(`DELETE FROM access_session WHERE ${column} = ? AND begun_at <= ?`, values);
    return rows.map(({ id, person }) => ({ id: String(id), person: String(person) }));
  });
}

async function end(docket: Docket, where: string, values: string[]): Promise<number> {
  return docket.database.write(async (connection) => {
    const rows = await connection.all(`SELECT id FROM access_session WHERE ${where}`, values);
    if (rows.length > 0) await connection.run(`DELETE FROM access_session WHERE ${where}`, values);
    return rows.length;
  });
}

function isOver({ until_at, used_at }: Row, at: string, { idleMinutes }: SessionLimits): boolean {
  return String(until_at) <= at || later(String(used_at), idleMinutes * minute) <= at;
}

function sessionOf({ id, person, begun_at, used_at, until_at, group_roles, browser }: Row): Session {
  return {
    id: String(id),
    person: String(person),
    begun: String(begun_at),
    used: String(used_at),
    until: String(until_at),
    groupRoles: rolesIn(JSON.parse(String(group_roles)) as Json),
    browser: String(browser),
    own: false,
  };
}

function rolesIn(kept: Json): Role[] {
  return Role.options.filter((role) => Array.isArray(kept) && kept.includes(role));
}

function later(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}
