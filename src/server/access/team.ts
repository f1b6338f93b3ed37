import { Hono } from "hono";
import {
  type Docket,
  endSession,
  findSession,
  findToken,
  keepSession,
  keepToken,
  noteSignOut,
  type RefusalReason,
  signIn,
} from "../../docket/index.js";
import type { OidcSettings } from "../../model/index.js";
import { type Access, type Person, personOf } from "./access.js";
import { backChannel, backChannelPath } from "./back-channel.js";
import { type Flow, flowKey, openFlow, safeBack, sealFlow } from "./flow.js";
import { AnswerNotValid, callbackPath, type Issuer, IssuerAway, signedOutPath } from "./issuer.js";
import { cookieOf } from "./local.js";
import { answerNotValid, flowOver, issuerAway, notListed, pageAnswer, signedIn, signedOut, styleAnswer, stylePath } from "./pages.js";
import { refusalLog } from "./refusal-log.js";

export interface TeamOptions {
  docket: Docket;
  settings: OidcSettings;
  clientSecret: string;
  issuer: Issuer;
  clock: () => Date;
  tell: (line: string) => void;
}

/** No other site's request carries it, no script reads it, no other host and no plain HTTP sets it. */
const sessionCookie = "__Host-beholden";
const sessionFlags = "Path=/; Secure; HttpOnly; SameSite=Strict";
/** The answer of the issuer comes from another site: Strict would leave this one behind. One for each sign-in, so that two tabs do not disturb each other. */
const flowCookie = (state: string) => `__Host-beholden-sign-in-${state.slice(0, 12)}`;
const flowFlags = "Path=/; Secure; HttpOnly; SameSite=Lax";
const flowSeconds = 600;

/** The access of a team: people of the docket's list sign in by an OpenID Connect issuer; scripts bring a token. */
export function teamAccess({ docket, settings, clientSecret, issuer, clock, tell }: TeamOptions): Access {
  const limits = settings.sessions;
  const key = flowKey(clientSecret);
  const refusals = refusalLog(docket, clock, tell);
  const at = () => clock().toISOString();
  // What only keeps a session alive may fail: the next request does it again.
  const later = (work: Promise<void>) => void work.catch((error: Error) => tell(`a session was not kept: ${error.message}`));

  const sessionOf = async (request: Request) => {
    const secret = cookieOf(request, sessionCookie);
    return secret === null ? null : findSession(docket, secret, at(), limits);
  };

  const byToken = async (authorization: string): Promise<Person | null> => {
    const [, text = ""] = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(authorization) ?? [];
    const found = await findToken(docket, text, at());
    if (!found) return null;
    later(keepToken(docket, found, at()));
    return { ...personOf(found.person.id, found.roles, found.id), by: "token", until: found.token.until };
  };

  const begin = async (back: string): Promise<Response> => {
    try {
      const { address, flow } = await issuer.begin(back);
      const sealed = sealFlow(flow, key, clock().getTime());
      const cookie = `${flowCookie(flow.state)}=${sealed}; ${flowFlags}; Max-Age=${flowSeconds}`;
      return new Response(null, { status: 303, headers: { Location: address.href, "Set-Cookie": cookie } });
    } catch (error) {
      return failed(error);
    }
  };

  /** The flow that an answer belongs to: the browser's own, by the state in both. */
  const flowOf = (request: Request, state: string | null): Flow | null => {
    const sealed = state === null ? null : cookieOf(request, flowCookie(state));
    const flow = sealed === null ? null : openFlow(sealed, key, clock().getTime());
    return flow !== null && flow.state === state ? flow : null;
  };

  const finish = async (request: Request): Promise<Response> => {
    const { search, searchParams } = new URL(request.url);
    const flow = flowOf(request, searchParams.get("state"));
    // Whoever brings no flow of ours is no sign-in: there is nothing to note.
    if (!flow) return pageAnswer(flowOver);
    const headers = new Headers({ "Set-Cookie": `${flowCookie(flow.state)}=; ${flowFlags}; Max-Age=0` });
    try {
      const vouched = await issuer.finish(search, flow);
      const { emailDomains } = settings;
      const done = await signIn(docket, vouched, { at: at(), limits, emailDomains, browser: request.headers.get("User-Agent") ?? "" });
      if ("refused" in done) return refused(done.refused, vouched.email ?? vouched.subject, headers);
      // A session that the browser brought along, whoever planted it, ends: the new one has a secret of its own.
      const before = await sessionOf(request);
      if (before) await endSession(docket, before.session.id, before.person.id);
      headers.append("Set-Cookie", `${sessionCookie}=${done.secret}; ${sessionFlags}; Max-Age=${limits.hours * 3_600}`);
      return pageAnswer(signedIn(flow.back), headers);
    } catch (error) {
      return failed(error, headers);
    }
  };

  const refused = async (reason: RefusalReason, who: string, headers: Headers): Promise<Response> => {
    refusals.note(reason, who);
    return pageAnswer(notListed, headers);
  };

  const failed = (error: unknown, headers = new Headers()): Response => {
    if (error instanceof IssuerAway) {
      tell(error.message);
      headers.set("Retry-After", "60");
      return pageAnswer(issuerAway, headers);
    }
    if (!(error instanceof AnswerNotValid)) throw error;
    refusals.note("answer-not-valid", "");
    tell(`a sign-in was refused: ${error.message}`);
    return pageAnswer(answerNotValid, headers);
  };

  const signOutByIssuer = backChannel({ docket, issuer, issuerName: settings.issuer.slice(0, 200), clock, tell });
  const pages = new Hono();
  pages.get("/sign-in", (c) => begin(safeBack(c.req.query("back"))));
  pages.get(callbackPath, (c) => finish(c.req.raw));
  pages.post(backChannelPath, (c) => signOutByIssuer(c.req.raw));
  pages.get(signedOutPath, () => pageAnswer(signedOut));
  pages.get(stylePath, styleAnswer);

  return {
    kind: "team",
    pages,
    async person(request) {
      const authorization = request.headers.get("Authorization");
      if (authorization !== null) return byToken(authorization);
      const found = await sessionOf(request);
      if (!found) return null;
      later(keepSession(docket, found, at(), limits));
      return { ...personOf(found.person.id, found.roles, found.session.id), by: "session", until: found.session.until };
    },
    async leave(request) {
      const found = await sessionOf(request);
      const headers = new Headers({ "Set-Cookie": `${sessionCookie}=; ${sessionFlags}; Max-Age=0` });
      if (!found) return { headers, onward: null };
      const { session, person } = found;
      await endSession(docket, session.id, person.id);
      await noteSignOut(docket, person.id, { by: person.id, at: at(), sessions: 1, how: "by themselves" });
      return { headers, onward: await issuer.signOutAddress().catch(() => null) };
    },
    limits,
  };
}
