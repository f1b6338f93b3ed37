import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";
import * as oidc from "openid-client";
import type { Vouched } from "../../docket/index.js";
import { type OidcSettings, Role } from "../../model/index.js";
import type { Flow } from "./flow.js";
import { type LoggedOut, LogoutNotValid, readLogoutToken } from "./logout-token.js";

/** How long an issuer may take to answer, in seconds. */
const patience = 10;
/** How long what an issuer said of itself is believed, in milliseconds. */
const discoveredFor = 3_600_000;

/** An answer of the issuer, or what a browser brought as one, that does not hold. */
export class AnswerNotValid extends Error {
  override name = "AnswerNotValid";
}

/** The issuer does not answer. */
export class IssuerAway extends Error {
  override name = "IssuerAway";
}

export interface IssuerOptions {
  settings: OidcSettings;
  clientSecret: string;
  /** Where people reach this server: the address that the issuer sends them back to is made of it, never of a request. */
  publicOrigin: string;
  clock: () => Date;
}

/** An OpenID Connect issuer, as this server is registered there. */
export interface Issuer {
  /** Where to send somebody who signs in, and what their answer must fit. */
  begin(back: string): Promise<{ address: URL; flow: Omit<Flow, "until"> }>;
  /**
   * Whom the issuer vouches for. State, nonce, code, issuer, audience, times and signature are checked.
   *
   * @throws AnswerNotValid, IssuerAway
   */
  finish(search: string, flow: Flow): Promise<Vouched>;
  /** Where signing out goes on at the issuer; null where it offers none. */
  signOutAddress(): Promise<string | null>;
  /**
   * What the issuer says is over, by a token that it sent.
   *
   * @throws LogoutNotValid, IssuerAway
   */
  loggedOut(token: string): Promise<LoggedOut>;
}

/** The path that the issuer sends people back to. */
export const callbackPath = "/sign-in/callback";
/** The page that stands after signing out. */
export const signedOutPath = "/sign-out";

export function openIssuer({ settings, clientSecret, publicOrigin, clock }: IssuerOptions): Issuer {
  const redirect = `${publicOrigin}${callbackPath}`;
  let known: { configuration: oidc.Configuration; until: number } | null = null;
  let keys: { address: string; set: JWTVerifyGetKey } | null = null;

  /** The keys of the issuer; they are asked for again where one is not among them, at most every half a minute. */
  const keysAt = (address: string): JWTVerifyGetKey => {
    if (keys?.address !== address) keys = { address, set: createRemoteJWKSet(new URL(address), { timeoutDuration: patience * 1000 }) };
    return keys.set;
  };

  const configuration = async (): Promise<oidc.Configuration> => {
    const now = clock().getTime();
    if (known && known.until > now) return known.configuration;
    known = { configuration: await discovered(settings, clientSecret), until: now + discoveredFor };
    return known.configuration;
  };

  return {
    async begin(back) {
      const at = await configuration();
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const address = oidc.buildAuthorizationUrl(at, {
        redirect_uri: redirect,
        scope: [...new Set(["openid", ...settings.scopes])].join(" "),
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state,
        nonce,
      });
      return { address, flow: { state, nonce, verifier, back } };
    },
    async finish(search, { state, nonce, verifier }) {
      const at = await configuration();
      try {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
        const tokens = await oidc.authorizationCodeGrant(at, new URL(`${redirect}${search}`), checks);
        const claims = tokens.claims();
        if (!claims) throw new AnswerNotValid("The issuer gave no ID token.");
        const more = needsMore(claims, settings) && at.serverMetadata().userinfo_endpoint;
        const all = more ? { ...claims, ...(await oidc.fetchUserInfo(at, tokens.access_token, claims.sub)) } : claims;
        return vouched({ ...all, sub: claims.sub, sid: claims.sid }, settings);
      } catch (error) {
        throw issuerFault(error);
      }
    },
    async signOutAddress() {
      const at = await configuration();
      if (at.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(at, { post_logout_redirect_uri: `${publicOrigin}${signedOutPath}` }).href;
    },
    async loggedOut(token) {
      const {
        issuer,
        jwks_uri: address,
        id_token_signing_alg_values_supported: stated = ["RS256"],
      } = (await configuration()).serverMetadata();
      const isSafe = address !== undefined && (new URL(issuer).protocol === "http:" || new URL(address).protocol === "https:");
      if (!isSafe) throw new IssuerAway("The issuer names no keys that are fetched safely.");
      const checks = {
        ...{ issuer, clientId: settings.clientId, keys: keysAt(address), skewSeconds: settings.clockSkewSeconds, now: clock() },
        // What is signed with a secret, or not at all, says nothing of who sent it.
        algorithms: stated.filter((one) => /^(RS|PS|ES)\d|^Ed/.test(one)),
      };
      return readLogoutToken(token, checks).catch((error: unknown) => {
        throw error instanceof LogoutNotValid
          ? error
          : new IssuerAway(`The keys of the issuer cannot be had: ${messageOf(error)}`, { cause: error });
      });
    },
  };
}

async function discovered(settings: OidcSettings, clientSecret: string): Promise<oidc.Configuration> {
  const issuer = new URL(settings.issuer);
  const onThisMachine = issuer.protocol === "http:";
  // What the settings let through as plain HTTP is on this machine.
  const execute = onThisMachine ? [oidc.allowInsecureRequests] : [];
  const metadata = { client_secret: clientSecret, [oidc.clockTolerance]: settings.clockSkewSeconds };
  try {
    const found = await oidc.discovery(issuer, settings.clientId, metadata, undefined, { execute, timeout: patience });
    const server = found.serverMetadata();
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const authentication = methods.includes("client_secret_basic")
      ? oidc.ClientSecretBasic(clientSecret)
      : oidc.ClientSecretPost(clientSecret);
    const configuration = new oidc.Configuration(server, settings.clientId, metadata, authentication);
    configuration.timeout = patience;
    if (onThisMachine) oidc.allowInsecureRequests(configuration);
    // The signature of the ID token is checked by the issuer's keys too, though it comes over TLS from the issuer itself.
    oidc.enableNonRepudiationChecks(configuration);
    return configuration;
  } catch (error) {
    throw new IssuerAway(`${settings.issuer} does not answer as an OpenID Connect issuer: ${messageOf(error)}`, { cause: error });
  }
}

function needsMore(claims: oidc.IDToken, { groups }: OidcSettings): boolean {
  return claims.email === undefined || claims.email_verified === undefined || (groups !== undefined && claims[groups.claim] === undefined);
}

function vouched(claims: Record<string, unknown> & { sub: string }, { groups }: OidcSettings): Vouched {
  const email = typeof claims.email === "string" ? claims.email.normalize("NFC").toLowerCase() : null;
  const held = groups === undefined ? [] : textsOf(claims[groups.claim]);
  const given = held.flatMap((group) => (groups && Object.hasOwn(groups.roles, group) ? (groups.roles[group] ?? []) : []));
  return {
    subject: claims.sub,
    email,
    emailVerified: email !== null && claims.email_verified === true,
    issuerSession: typeof claims.sid === "string" ? claims.sid : null,
    groupRoles: Role.options.filter((role) => given.includes(role)),
  };
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");
}

/** Whether the issuer said no, what it said does not hold, or it did not answer. */
function issuerFault(error: unknown): Error {
  if (error instanceof AnswerNotValid || error instanceof IssuerAway) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const gone =
    error instanceof TypeError || code === "OAUTH_TIMEOUT" || (code === "OAUTH_RESPONSE_IS_NOT_CONFORM" && statusOf(error) >= 500);
  const told = messageOf(error);
  return gone && code !== "OAUTH_INVALID_RESPONSE"
    ? new IssuerAway(`The issuer does not answer: ${told}`, { cause: error })
    : new AnswerNotValid(told, { cause: error });
}

function statusOf(error: unknown): number {
  const cause = error instanceof Error ? (error.cause as { status?: unknown } | undefined) : undefined;
  return typeof cause?.status === "number" ? cause.status : 0;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
