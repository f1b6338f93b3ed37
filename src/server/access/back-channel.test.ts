import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Docket, listSessions, openDocket, recordOf, signIn } from "../../docket/index.js";
import { SessionLimits } from "../../model/index.js";
import { sampleBrowser } from "./sample-browser.js";
import { closed, listening, type SampleIssuer, sampleClient, startIssuer } from "./sample-issuer.js";
import { freeOrigin, listPerson, type SampleTeam, startTeam } from "./sample-team.js";

const limits = SessionLimits.parse({});
const now = () => new Date().toISOString();
const newDocket = () => openDocket(join(mkdtempSync(join(tmpdir(), "back-channel-")), "docket.db"), { create: true });

describe("signing out at a real issuer", () => {
  let docket: Docket;
  let issuer: SampleIssuer;
  let team: SampleTeam;
  beforeAll(async () => {
    docket = await newDocket();
    const origin = await freeOrigin();
    issuer = await startIssuer(origin);
    team = await startTeam(docket, issuer.address, { origin });
    await listPerson(docket, "ana", ["analyst"], { subject: "s-ana" });
    issuer.accounts.set("s-ana", {});
  });
  afterAll(async () => {
    await team?.served.stop();
    await issuer?.stop();
    await docket?.close();
  });

  it("ends the session here by its back channel, that of this browser alone, and is an entry", async () => {
    const [one, other] = [sampleBrowser(), sampleBrowser()];
    issuer.next.subject = "s-ana";
    for (const browser of [one, other]) await browser.go(`${team.origin}/sign-in`);
    const status = async (browser: typeof one) => (await browser.ask(`${team.origin}/api/session`)).status;
    expect([await status(one), await status(other)]).toEqual([200, 200]);

    const page = await (await one.ask(`${issuer.address}/session/end`)).text();
    const [, xsrf = ""] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
    const confirmed = await one.ask(`${issuer.address}/session/end/confirm`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ xsrf, logout: "yes" }),
    });
    expect(confirmed.status).toBeLessThan(400);
    await expect.poll(() => status(one)).toBe(401);
    expect(await status(other)).toBe(200);
    const entries = await docket.read((view) => recordOf(view, { act: "signed-out" }));
    expect(entries).toMatchObject([{ by: issuer.address, object: "sign-in ana" }]);
  });
});

describe("a token for signing out", () => {
  let server: Server;
  let address = "";
  let docket: Docket;
  let team: SampleTeam;
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let foreign: typeof keys;
  let keysAway = false;
  beforeAll(async () => {
    [keys, foreign] = [await generateKeyPair("RS256"), await generateKeyPair("RS256")];
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: "k", alg: "RS256", use: "sig" };
    server = createServer((request, response) => {
      const json = (value: unknown) => response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(value));
      if (request.url === "/keys") return keysAway ? response.writeHead(500).end() : json({ keys: [jwk] });
      json({
        issuer: address,
        authorization_endpoint: `${address}/authorize`,
        token_endpoint: `${address}/token`,
        jwks_uri: `${address}/keys`,
        response_types_supported: ["code"],
        id_token_signing_alg_values_supported: ["RS256", "HS256", "none"],
      });
    });
    address = await listening(server);
    docket = await newDocket();
    await listPerson(docket, "ana", ["analyst"], { subject: "s-ana" });
    await listPerson(docket, "rex", ["reader"], { subject: "s-rex" });
    team = await startTeam(docket, address, { origin: await freeOrigin() });
  });
  afterAll(async () => {
    await team?.served.stop();
    await closed(server);
    await docket?.close();
  });
  beforeEach(async () => {
    for (const [subject, session] of [
      ["s-ana", "sid-1"],
      ["s-ana", "sid-2"],
      ["s-rex", "sid-3"],
    ] as const) {
      const vouched = { subject, email: null, emailVerified: false, issuerSession: session, groupRoles: [] };
      await signIn(docket, vouched, { at: now(), limits, emailDomains: [], browser: session });
    }
  });

  const seconds = (from = 0) => Math.floor(Date.now() / 1000) + from;
  const events = { "http://schemas.openid.net/event/backchannel-logout": {} };
  const good = (): JWTPayload => ({
    ...{ iss: address, aud: sampleClient.clientId, iat: seconds(), exp: seconds(120), jti: randomUUID(), sid: "sid-1", events },
  });
  const sealed = (claims: JWTPayload, { key = keys.privateKey, type = "logout+jwt" as string | undefined } = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "k", ...(type ? { typ: type } : {}) }).sign(key);
  const send = (body: string | URLSearchParams, type = "application/x-www-form-urlencoded") =>
    fetch(`${team.origin}/sign-out/back-channel`, { method: "POST", headers: { "Content-Type": type }, body });
  const sendToken = (token: string) => send(new URLSearchParams({ logout_token: token }));
  /** Sessions in force, by the browser's name in these tests, and ends them all for the next test. */
  const left = async () => {
    const sessions = await listSessions(docket, { at: now(), limits });
    await docket.database.write((connection) => connection.run("DELETE FROM access_session", []));
    return sessions.map(({ browser }) => browser).sort();
  };

  it.each<[string, JWTPayload, string[]]>([
    ["one session", {}, ["sid-2", "sid-3"]],
    ["one session of a subject", { sub: "s-ana", sid: "sid-2" }, ["sid-1", "sid-3"]],
    ["everything of a subject", { sub: "s-ana", sid: undefined }, ["sid-3"]],
    ["nothing, where it is of nobody here", { sid: "sid-9" }, ["sid-1", "sid-2", "sid-3"]],
  ])("ends %s", async (_, claims, expected) => {
    const answer = await sendToken(await sealed({ ...good(), ...claims }));
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    expect(await left()).toEqual(expected);
  });

  it("holds without a type and without an end, as older issuers send it", async () => {
    expect((await sendToken(await sealed({ ...good(), exp: undefined }, { type: undefined }))).status).toBe(200);
    expect(await left()).toEqual(["sid-2", "sid-3"]);
  });

  it.each<[string, () => Promise<string> | string]>([
    ["is another's", () => sealed(good(), { key: foreign.privateKey })],
    ["is not signed", () => new UnsecuredJWT(good()).encode()],
    ["is signed with a secret", () => new SignJWT(good()).setProtectedHeader({ alg: "HS256" }).sign(new Uint8Array(32))],
    ["is for another audience", () => sealed({ ...good(), aud: "somebody-else" })],
    ["is of another issuer", () => sealed({ ...good(), iss: "https://evil.example" })],
    ["is over", () => sealed({ ...good(), iat: seconds(-300), exp: seconds(-100) })],
    ["is an hour old", () => sealed({ ...good(), iat: seconds(-3_600) })],
    ["is of tomorrow", () => sealed({ ...good(), iat: seconds(86_400), exp: seconds(90_000) })],
    ["has no time", () => sealed({ ...good(), iat: undefined })],
    ["has no name", () => sealed({ ...good(), jti: undefined })],
    ["names nobody", () => sealed({ ...good(), sid: undefined })],
    ["names somebody who is no text", () => sealed({ ...good(), sid: 7 as unknown as string })],
    ["has a nonce, so it is an ID token", () => sealed({ ...good(), nonce: "n" })],
    ["says nothing of signing out", () => sealed({ ...good(), events: {} })],
    ["says it in another form", () => sealed({ ...good(), events: { [Object.keys(events)[0] ?? ""]: "yes" } })],
    ["is an access token", () => sealed(good(), { type: "at+jwt" })],
    ["is none", () => "not.a.token"],
    ["is empty", () => ""],
  ])("that %s ends nothing", async (_, made) => {
    const answer = await sendToken(await made());
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([400, "application/problem+json"]);
    expect(await left()).toEqual(["sid-1", "sid-2", "sid-3"]);
  });

  it("is good once, and ends nothing that began after it was made", async () => {
    const token = await sealed({ ...good(), iat: seconds(-60), sid: undefined, sub: "s-ana" });
    // These sessions began a minute after it: who signed in again is not signed out by what was said before.
    expect((await sendToken(token)).status).toBe(200);
    expect((await sendToken(token)).status).toBe(400);
    expect(await left()).toEqual(["sid-1", "sid-2", "sid-3"]);
  });

  it("is refused in another form, twice in one form, too long, or by another method", async () => {
    const token = await sealed(good());
    expect((await send(JSON.stringify({ logout_token: token }), "application/json")).status).toBe(415);
    expect((await send(`logout_token=${token}&logout_token=${token}`)).status).toBe(400);
    expect((await send("other=1")).status).toBe(400);
    expect((await send(`logout_token=${"x".repeat(70_000)}`)).status).toBe(413);
    expect((await fetch(`${team.origin}/sign-out/back-channel?logout_token=${token}`)).status).toBe(404);
    expect(await left()).toEqual(["sid-1", "sid-2", "sid-3"]);
  });

  it("waits where the keys of the issuer cannot be had", async () => {
    const other = await startTeam(docket, address, { origin: await freeOrigin() });
    keysAway = true;
    const answer = await fetch(`${other.origin}/sign-out/back-channel`, {
      method: "POST",
      body: new URLSearchParams({ logout_token: await sealed(good()) }),
    });
    keysAway = false;
    await other.served.stop();
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "60"]);
    expect(await left()).toEqual(["sid-1", "sid-2", "sid-3"]);
  });
});
