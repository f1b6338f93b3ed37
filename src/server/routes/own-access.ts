import { z } from "zod";
import {
  type Docket,
  DocketError,
  endSession,
  endSessionsOf,
  listSessions,
  listTokens,
  makeToken,
  revokeToken,
} from "../../docket/index.js";
import { Instant, mayDo, Role, SessionList, SessionsEnded, TokenChange, TokenList } from "../../model/index.js";
import type { Person } from "../access/access.js";
import { RequestProblem } from "../problems.js";
import { type Route, type RouteContext, route } from "../route.js";

const OneSession = z.strictObject({ session: z.string().regex(/^[0-9a-f]{16}$/, "expected the name of a session") });
const OneToken = z.strictObject({ token: z.string().regex(/^[0-9a-f]{16}$/, "expected the name of a token") });
const NewToken = z.strictObject({
  name: z.string().trim().min(1).max(100).describe("what it is for"),
  roles: z.array(Role).min(1).describe("some of your own"),
  until: Instant.describe("within a year"),
});

/** One's own sessions and tokens. What a token does not do is make or end others: whoever finds it must not outlive it. */
export const ownAccessRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/sessions",
    id: "listSessions",
    tag: "session",
    summary: "Your own sessions, in each browser",
    permission: "signed-in",
    commands: ["docket session list"],
    answer: { description: "The sessions", schema: SessionList },
    refusals: [],
    handle: async (context) => ({ json: { schemaVersion: "1", sessions: await ownSessions(context) } }),
  }),
  route({
    method: "DELETE",
    path: "/api/sessions",
    id: "endOtherSessions",
    tag: "session",
    summary: "End all your sessions but this one",
    permission: "signed-in",
    commands: ["docket session end"],
    answer: { description: "How many ended", schema: SessionsEnded },
    refusals: [],
    handle: async ({ docket, who }) => {
      refuseToken(who);
      return { json: { schemaVersion: "1", ended: await endSessionsOf(docket, who.name, who.session) } };
    },
  }),
  route({
    method: "DELETE",
    path: "/api/sessions/{session}",
    id: "endOneSession",
    tag: "session",
    summary: "End one of your sessions",
    permission: "signed-in",
    commands: ["docket session end"],
    params: OneSession,
    answer: { description: "It ended", schema: SessionsEnded },
    refusals: ["not-found"],
    handle: async ({ docket, who, params }) => {
      refuseToken(who);
      const ended = await endSession(docket, params.session, who.name);
      if (ended === 0) throw new DocketError("not-found", `there is no session ${params.session} of yours.`);
      return { json: { schemaVersion: "1", ended } };
    },
  }),
  route({
    method: "GET",
    path: "/api/tokens",
    id: "listTokens",
    tag: "session",
    summary: "Your own tokens, without their secrets; an administrator sees everybody's",
    permission: "signed-in",
    commands: ["docket token list"],
    answer: { description: "The tokens", schema: TokenList },
    refusals: [],
    handle: async ({ docket, who, at }) => ({
      json: await listTokens(docket, { person: mayDo(who.roles, "people:read") ? undefined : who.name, at }),
    }),
  }),
  route({
    method: "POST",
    path: "/api/tokens",
    id: "makeToken",
    tag: "session",
    summary: "Make a token by which a script acts for you; its secret is shown this once",
    permission: "signed-in",
    commands: ["docket token add"],
    body: NewToken,
    example: { name: "nightly import", roles: ["analyst"], until: "2026-01-31T00:00:00.000Z" },
    answer: { status: 201, description: "The token", schema: TokenChange },
    refusals: ["refused", "not-found"],
    handle: async ({ docket, who, at, key, body }) => {
      refuseToken(who);
      return { json: await makeToken(docket, { ...body, person: who.name }, { by: who.name, at, key }), status: 201 };
    },
  }),
  route({
    method: "DELETE",
    path: "/api/tokens/{token}",
    id: "revokeToken",
    tag: "session",
    summary: "Revoke a token of yours, or as an administrator anybody's",
    permission: "signed-in",
    commands: ["docket token revoke"],
    params: OneToken,
    answer: { description: "It is revoked", schema: TokenChange },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params }) => {
      const whose = mayDo(who.roles, "people:write") ? undefined : who.name;
      return { json: await revokeToken(docket, params.token, { by: who.name, at, key }, whose) };
    },
  }),
];

async function ownSessions({ docket, who, at, access }: { docket: Docket; who: Person; at: string } & Pick<RouteContext, "access">) {
  return access.limits === null ? [] : listSessions(docket, { person: who.name, own: who.session, at, limits: access.limits });
}

/** @throws RequestProblem 403 */
function refuseToken({ by }: Person): void {
  if (by !== "token") return;
  throw new RequestProblem(403, "not-by-token", "A token makes no token and ends no session.", { action: "Sign in for that." });
}
