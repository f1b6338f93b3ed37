import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Docket, openDocket } from "../../docket/index.js";
import { sampleBrowser } from "./sample-browser.js";
import { closed, listening, sampleClient } from "./sample-issuer.js";
import { freeOrigin, listPerson, type SampleTeam, startTeam } from "./sample-team.js";

const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** What the issuer says next: claims over the good ones, the key it signs with, the algorithm it names. */
interface Saying {
  claims: Record<string, unknown>;
  key: KeyObject | null;
  algorithm: string;
  status: number;
}
const honest: Saying = { claims: {}, key: own.privateKey, algorithm: "RS256", status: 200 };

describe("an issuer that says what it should not, or somebody in its place", () => {
  let server: Server;
  let address = "";
  let docket: Docket;
  let team: SampleTeam;
  let saying = honest;
  let challenge = "";
  let nonce = "";
  const sent: { verifier: string; authorization: string }[] = [];

  const token = (): string => {
    const now = Math.floor(Date.now() / 1000);
    const good = { iss: address, sub: "s-ana", aud: sampleClient.clientId, iat: now, exp: now + 300, nonce };
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const text = `${part({ alg: saying.algorithm, kid: "k" })}.${part({ ...good, ...saying.claims })}`;
    return `${text}.${saying.key === null ? "" : sign("sha256", Buffer.from(text), saying.key).toString("base64url")}`;
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      const json = (value: unknown, status = 200) =>
        response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(value));
      if (request.url === "/.well-known/openid-configuration")
        return json({
          issuer: address,
          authorization_endpoint: `${address}/authorize`,
          token_endpoint: `${address}/token`,
          jwks_uri: `${address}/keys`,
          response_types_supported: ["code"],
          id_token_signing_alg_values_supported: ["RS256"],
        });
      if (request.url === "/keys")
        return json({ keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "k", alg: "RS256", use: "sig" }] });
      let body = "";
      request.on("data", (piece) => {
        body += String(piece);
      });
      request.on("end", () => {
        sent.push({ verifier: new URLSearchParams(body).get("code_verifier") ?? "", authorization: request.headers.authorization ?? "" });
        json({ access_token: "a", token_type: "Bearer", id_token: token() }, saying.status);
      });
    });
    address = await listening(server);
    docket = await openDocket(join(mkdtempSync(join(tmpdir(), "hostile-")), "docket.db"), { create: true });
    await listPerson(docket, "ana", ["analyst"], { subject: "s-ana" });
    team = await startTeam(docket, address, { origin: await freeOrigin() });
  });
  afterAll(async () => {
    await team?.served.stop();
    await closed(server);
    await docket?.close();
  });
  beforeEach(() => {
    saying = honest;
  });

  async function signIn(): Promise<{ status: number; signedIn: boolean }> {
    const browser = sampleBrowser();
    const begun = new URL((await browser.ask(`${team.origin}/sign-in`)).headers.get("Location") ?? "");
    nonce = begun.searchParams.get("nonce") ?? "";
    challenge = begun.searchParams.get("code_challenge") ?? "";
    const { status } = await browser.ask(`${team.origin}/sign-in/callback?code=c&state=${begun.searchParams.get("state")}`);
    return { status, signedIn: (await browser.ask(`${team.origin}/api/session`)).status === 200 };
  }

  it("lets in whom an honest one vouches for, and proves by the verifier that it began the sign-in", async () => {
    expect(await signIn()).toEqual({ status: 200, signedIn: true });
    const { verifier = "", authorization = "" } = sent.at(-1) ?? {};
    expect(createHash("sha256").update(verifier).digest("base64url")).toBe(challenge);
    expect(authorization).toMatch(/^Basic /);
  });

  const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;
  it.each<[string, () => Partial<Saying>]>([
    ["a clock that is 20 seconds behind", () => ({ claims: { iat: seconds(-320), exp: seconds(-20) } })],
    ["a clock that is 20 seconds ahead", () => ({ claims: { iat: seconds(20), exp: seconds(320), nbf: seconds(20) } })],
  ])("lets in with %s", async (_, said) => {
    saying = { ...honest, ...said() };
    expect(await signIn()).toEqual({ status: 200, signedIn: true });
  });

  it.each<[string, () => Partial<Saying>]>([
    ["a token that is over for five minutes", () => ({ claims: { iat: seconds(-600), exp: seconds(-300) } })],
    ["a token that is not good yet", () => ({ claims: { nbf: seconds(300) } })],
    ["another audience", () => ({ claims: { aud: "somebody-else" } })],
    ["several audiences and another authorised party", () => ({ claims: { aud: ["beholden", "other"], azp: "other" } })],
    ["another issuer", () => ({ claims: { iss: "https://evil.example" } })],
    ["another nonce", () => ({ claims: { nonce: "x" } })],
    ["no nonce", () => ({ claims: { nonce: undefined } })],
    ["no subject", () => ({ claims: { sub: undefined } })],
    ["another's key", () => ({ key: foreign.privateKey })],
    ["no signature", () => ({ key: null })],
    ["no algorithm", () => ({ key: null, algorithm: "none" })],
    ["an algorithm that it does not have", () => ({ algorithm: "HS256" })],
  ])("lets nobody in with %s", async (_, said) => {
    saying = { ...honest, ...said() };
    expect(await signIn()).toEqual({ status: 400, signedIn: false });
  });

  it("lets nobody in while it is broken, and says that it is", async () => {
    saying = { ...honest, status: 502 };
    expect(await signIn()).toEqual({ status: 503, signedIn: false });
  });
});
