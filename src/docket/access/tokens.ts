import { AccessToken, type Json, type ListedPerson, type ListedToken, Role, type TokenChange, type TokenList } from "../../model/index.js";
import { type Connection, type Docket, DocketError, DocketView, type ShownObject } from "../journal/index.js";
import { personOf, readPerson } from "../people/list.js";
import { hasHash, hashOf, newName, newSecret } from "./secrets.js";

const tokenKind = "token";
/** A token is for a script that somebody looks after: it does not outlive them by much. */
const longest = 366 * 86_400_000;
const mostOfOne = 50;
/** How exact it is when a token was used last. */
const usedWithin = 5 * 60_000;

export interface TokenDoing {
  by: string;
  at: string;
  key?: string | undefined;
}

/**
 * Makes a token that lets a script act as a person, with some of their roles. That it was made is an entry; its secret is shown once.
 *
 * @throws DocketError `invalid` for a day that is over or more than a year away; `refused` for a role that the person does not have
 */
export async function makeToken(docket: Docket, given: Omit<AccessToken, "revoked">, { by, at, key }: TokenDoing): Promise<TokenChange> {
  const state = checked({ ...given, revoked: false }, at);
  const id = newName();
  const secret = newSecret();
  const { entries, repeated, head } = await docket.append({ by, at, key, asks: { token: state } as Json }, async (view) => {
    const person = await readPerson(view, state.person);
    if (person.retired) throw new DocketError("refused", `${person.id} retired: no token lets anybody in as them.`);
    const beyond = state.roles.filter((role) => !person.roles.includes(role));
    if (beyond.length > 0)
      throw new DocketError("refused", `${person.id} is no ${beyond.join(" and no ")}: a token has no more roles than its person.`);
    const live = (await view.objects({ kind: tokenKind }))
      .map(tokenState)
      .filter((one) => one.person === person.id && !one.revoked && one.until > at);
    if (live.length >= mostOfOne)
      throw new DocketError("refused", `${person.id} has ${live.length} tokens. Revoke those that nobody uses.`);
    return [{ act: "token-made", case: null, object: { kind: tokenKind, id }, after: state as Json, seen: 0 }];
  });
  const made = entries[0]?.body.object.id ?? id;
  if (!repeated)
    await docket.database.write((connection) =>
      connection.run("INSERT INTO access_token (id, hash, used_at) VALUES (?, ?, NULL)", [id, hashOf(secret)]),
    );
  return {
    schemaVersion: "1",
    token: await readToken(docket, made, at),
    secret: repeated ? null : `beholden_${made}_${secret}`,
    repeated,
    head,
  };
}

/**
 * Revokes a token: it lets nobody in from the next request on.
 *
 * @param person where it is said, only a token of theirs is revoked
 * @throws DocketError `not-found` where there is none
 */
export async function revokeToken(docket: Docket, id: string, { by, at, key }: TokenDoing, person?: string): Promise<TokenChange> {
  const { repeated, head } = await docket.append({ by, at, key, asks: { revoke: id } }, async (view) => {
    const found = await view.object(tokenKind, id);
    if (!found || (person !== undefined && tokenState(found).person !== person)) throw noToken(id);
    if (tokenState(found).revoked) throw new DocketError("refused", `token ${id} was revoked already.`);
    return [{ act: "token-revoked", case: null, object: { kind: tokenKind, id }, after: { ...tokenState(found), revoked: true } as Json }];
  });
  await docket.database.write((connection) => connection.run("DELETE FROM access_token WHERE id = ?", [id]));
  return { schemaVersion: "1", token: await readToken(docket, id, at), secret: null, repeated, head };
}

/** Tokens, of a person or of everybody, the newest first. */
export async function listTokens(docket: Docket, { person, at }: { person?: string | undefined; at: string }): Promise<TokenList> {
  return docket.readRaw(async (connection) => {
    const objects = (await new DocketView(connection).objects({ kind: tokenKind })).filter(
      (one) => person === undefined || tokenState(one).person === person,
    );
    const tokens: ListedToken[] = [];
    for (const one of objects) tokens.push(await listedToken(connection, one, at));
    return { schemaVersion: "1", tokens: tokens.reverse(), head: await new DocketView(connection).head() };
  });
}

/** A token in force, with whose it is. */
export interface FoundToken {
  id: string;
  token: AccessToken;
  person: ListedPerson;
  /** Those of the token that its person still has. */
  roles: Role[];
  used: string | null;
}

/** Whether a text has the form of a token. */
const form = /^beholden_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/** The token of a text; null where it is over, was revoked, or its person retired or lost all of its roles. */
export async function findToken(docket: Docket, text: string, at: string): Promise<FoundToken | null> {
  const [, id = "", secret = ""] = form.exec(text) ?? [];
  if (id === "") return null;
  return docket.readRaw(async (connection) => {
    const [row] = await connection.all("SELECT hash, used_at FROM access_token WHERE id = ?", [id]);
    if (!row || !hasHash(secret, String(row.hash))) return null;
    const view = new DocketView(connection);
    const object = await view.object(tokenKind, id);
    if (!object) return null;
    const token = tokenState(object);
    const person = await personOf(view, token.person);
    if (person === null || stateOf(token, person, at) !== "good") return null;
    return { id, token, person, roles: commonRoles(token, person), used: row.used_at === null ? null : String(row.used_at) };
  });
}

/** Notes that a token was used; written every few minutes at most, so that reading does not write. */
export async function keepToken(docket: Docket, { id, used }: FoundToken, at: string): Promise<void> {
  if (used !== null && Date.parse(at) - Date.parse(used) < usedWithin) return;
  await docket.database.write((connection) => connection.run("UPDATE access_token SET used_at = ? WHERE id = ?", [at, id]));
}

async function readToken(docket: Docket, id: string, at: string): Promise<ListedToken> {
  return docket.readRaw(async (connection) => {
    const object = await new DocketView(connection).object(tokenKind, id);
    if (!object) throw noToken(id);
    return listedToken(connection, object, at);
  });
}

async function listedToken(connection: Connection, object: ShownObject, at: string): Promise<ListedToken> {
  const view = new DocketView(connection);
  const token = tokenState(object);
  const [first] = await view.entries({ object: { kind: tokenKind, id: object.id }, limit: 1 });
  const [row] = await connection.all("SELECT used_at FROM access_token WHERE id = ?", [object.id]);
  const used = row?.used_at === undefined || row.used_at === null ? null : String(row.used_at);
  const made = { by: first?.body.by ?? "", at: first?.body.at ?? at };
  return { id: object.id, ...token, made, used, state: stateOf(token, await personOf(view, token.person), at) };
}

function stateOf(token: AccessToken, person: ListedPerson | null, at: string): ListedToken["state"] {
  if (token.revoked) return "revoked";
  if (token.until <= at) return "expired";
  if (person === null || person.retired) return "person-retired";
  return commonRoles(token, person).length > 0 ? "good" : "no-roles-left";
}

function commonRoles(token: AccessToken, person: ListedPerson): Role[] {
  return Role.options.filter((role) => token.roles.includes(role) && person.roles.includes(role));
}

function tokenState({ state }: ShownObject): AccessToken {
  return state as AccessToken;
}

function noToken(id: string): DocketError {
  return new DocketError("not-found", `there is no token ${id}. \`beholden docket token list\` names those there are.`);
}

function checked(given: unknown, at: string): AccessToken {
  const read = AccessToken.safeParse(given);
  if (!read.success) {
    const issues = read.error.issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`);
    throw new DocketError("invalid", `that is not a token: ${issues.join("; ")}.`);
  }
  const left = Date.parse(read.data.until) - Date.parse(at);
  if (!(left > 0 && left <= longest))
    throw new DocketError(
      "invalid",
      `a token until ${read.data.until} is over already, or lasts more than a year. Expected a moment within a year.`,
    );
  return read.data;
}
