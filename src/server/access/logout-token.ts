import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";

/** What says in a token that it is one for signing out (OpenID Connect Back-Channel Logout 1.0, 2.4). */
const logoutEvent = "http://schemas.openid.net/event/backchannel-logout";
/** Types of tokens that say so; one that says nothing has to be told by its event. */
const logoutTypes = ["logout+jwt", "application/logout+jwt", "jwt"];
/** An older token is nothing that an issuer sends today. */
const oldest = "10m";

/** A token for signing out that does not hold. */
export class LogoutNotValid extends Error {
  override name = "LogoutNotValid";
}

/** What an issuer says is over: a session of its own, or everything of a subject. */
export interface LoggedOut {
  session: string | null;
  subject: string | null;
  /** Names the token: the same one is good once. */
  token: string;
  /** When it was made: what began later goes on. */
  at: Date;
}

export interface LogoutChecks {
  issuer: string;
  clientId: string;
  keys: JWTVerifyGetKey;
  algorithms: readonly string[];
  skewSeconds: number;
  now: Date;
}

/**
 * Reads what an issuer sent to sign somebody out: signature, issuer, audience, times, and that it is a token for signing out and no other.
 *
 * @see https://openid.net/specs/openid-connect-backchannel-1_0.html#Validation
 * @throws LogoutNotValid where it does not hold
 */
export async function readLogoutToken(text: string, checks: LogoutChecks): Promise<LoggedOut> {
  const { issuer, clientId, keys, algorithms, skewSeconds, now } = checks;
  const options = {
    ...{ issuer, audience: clientId, algorithms: [...algorithms], clockTolerance: skewSeconds, currentDate: now },
    ...{ maxTokenAge: oldest, requiredClaims: ["iat", "jti", "events"] },
  };
  const { payload, protectedHeader } = await jwtVerify(text, keys, options).catch((error: unknown) => {
    const isAway = error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError) || error.code === "ERR_JOSE_GENERIC";
    throw isAway ? error : new LogoutNotValid(error.message);
  });
  const type = protectedHeader.typ?.toLowerCase();
  if (type !== undefined && !logoutTypes.includes(type)) throw new LogoutNotValid(`it is a token of the type ${type}`);
  return loggedOut(payload);
}

function loggedOut({ sub, sid, jti, iat, nonce, events }: JWTPayload): LoggedOut {
  if (!isObject(events) || !isObject(events[logoutEvent])) throw new LogoutNotValid("it is no token for signing out");
  // One with a nonce is an ID token that somebody uses for this.
  if (nonce !== undefined) throw new LogoutNotValid("it has a nonce");
  const [session, subject] = [sid, sub].map((one) => (typeof one === "string" && one !== "" ? one : null));
  if (typeof jti !== "string" || jti === "" || (!session && !subject)) throw new LogoutNotValid("it names neither a session nor a subject");
  return { session: session ?? null, subject: subject ?? null, token: jti, at: new Date((iat ?? 0) * 1000) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
