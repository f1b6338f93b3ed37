import { afterAll, beforeAll, expect, it } from "vitest";
import { type Docket, makeToken, openDocket } from "../../docket/index.js";
import { onEachStore } from "../../docket/journal/sample-stores.js";
import { type SampleBrowser, sampleBrowser } from "./sample-browser.js";
import { type SampleIssuer, startIssuer } from "./sample-issuer.js";
import { freeOrigin, listPerson, type SampleTeam, startTeam } from "./sample-team.js";

const write = { "Beholden-Request": "1", "Content-Type": "application/json" };

onEachStore((store) => {
  let dockets: Docket[];
  let issuer: SampleIssuer;
  let teams: SampleTeam[];
  let browser: SampleBrowser;
  beforeAll(async () => {
    const address = store.newAddress();
    dockets = [await openDocket(address, { create: true }), await openDocket(address, { create: true })];
    const [one, other] = dockets as [Docket, Docket];
    const origin = await freeOrigin();
    issuer = await startIssuer(origin);
    // Two servers behind one address: the second has a port of its own, as behind a proxy that spreads requests.
    const second = await freeOrigin();
    teams = [
      await startTeam(one, issuer.address, { origin }),
      await startTeam(other, issuer.address, { origin, port: Number(new URL(second).port) }),
    ];
    await listPerson(one, "boss", ["administrator"], { subject: "s-boss" });
    await listPerson(one, "ana", ["analyst"], { subject: "s-ana" });
    for (const subject of ["s-boss", "s-ana"]) issuer.accounts.set(subject, {});
    browser = sampleBrowser();
  });
  afterAll(async () => {
    await Promise.all((teams ?? []).map(({ served }) => served.stop()));
    await issuer?.stop();
    await Promise.all((dockets ?? []).map((one) => one.close()));
  });

  /** Asks one of the two servers with the same cookies, under the public name. */
  const ask = async (
    which: 0 | 1,
    method: string,
    path: string,
    { by = browser, body, headers = {} }: { by?: SampleBrowser; body?: unknown; headers?: Record<string, string> } = {},
  ) => {
    const team = teams[which] as SampleTeam;
    const cookie = [...by.cookies]
      .filter(([name]) => name.startsWith(team.origin))
      .map(([name, value]) => `${name.split(" ")[1]}=${value}`);
    const { request } = await import("node:http");
    return new Promise<{ status: number; json: Record<string, never> }>((resolve, reject) => {
      const sent = request(
        {
          host: "127.0.0.1",
          port: team.served.port,
          method,
          path,
          headers: { Host: new URL(team.origin).host, Cookie: cookie.join("; "), ...write, ...headers },
        },
        (answer) => {
          let text = "";
          answer.on("data", (piece) => {
            text += String(piece);
          });
          answer.on("end", () => resolve({ status: answer.statusCode ?? 0, json: JSON.parse(text) as Record<string, never> }));
        },
      );
      sent.on("error", reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  };
  const signIn = async (subject: string, by = browser) => {
    issuer.next.subject = subject;
    await by.go(`${teams[0]?.origin}/sign-in`);
  };

  it("a session that one server made works on the other, and one that is ended there is gone here", async () => {
    await signIn("s-ana");
    expect((await ask(1, "GET", "/api/session")).json).toMatchObject({ name: "ana" });
    const second = sampleBrowser();
    await signIn("s-ana", second);
    const { json } = await ask(1, "GET", "/api/sessions");
    const sessions = (json as unknown as { sessions: { id: string; own: boolean }[] }).sessions;
    expect(sessions.map(({ own }) => own).sort()).toEqual([false, true]);
    const other = sessions.find(({ own }) => !own)?.id;
    expect((await ask(1, "DELETE", `/api/sessions/${other}`)).status).toBe(200);
    expect((await ask(0, "GET", "/api/session", { by: second })).status).toBe(401);
    expect((await ask(0, "GET", "/api/session")).status).toBe(200);
  });

  it("an administrator lets people in, gives roles and ends sessions, and sees no case", async () => {
    const boss = sampleBrowser();
    await signIn("s-boss", boss);
    const added = await ask(0, "POST", "/api/people", { by: boss, body: { id: "eve", name: "Eve", subject: "s-eve", roles: ["reader"] } });
    expect([added.status, (added.json as unknown as { person: { roles: string[] } }).person.roles]).toEqual([201, ["reader"]]);
    expect((await ask(0, "PATCH", "/api/people/boss", { by: boss, body: { roles: ["administrator", "analyst"] } })).status).toBe(409);
    expect((await ask(0, "POST", "/api/people/boss/retirement", { by: boss, body: {} })).status).toBe(409);
    for (const path of ["/api/cases", "/api/record"]) expect((await ask(0, "GET", path, { by: boss })).status).toBe(403);
    expect((await ask(0, "DELETE", "/api/people/ana/sessions", { by: boss })).json).toMatchObject({ ended: 1 });
    expect((await ask(1, "GET", "/api/session")).status).toBe(401);
  });

  it("a token acts for its person with its roles alone, and makes no other", async () => {
    await signIn("s-ana");
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const made = await ask(0, "POST", "/api/tokens", { body: { name: "import", roles: ["analyst"], until } });
    const { secret, token } = made.json as unknown as { secret: string; token: { id: string } };
    const bearer = { Authorization: `Bearer ${secret}` };
    const nobody = sampleBrowser();
    expect((await ask(1, "GET", "/api/session", { by: nobody, headers: bearer })).json).toMatchObject({ name: "ana", by: "token" });
    expect((await ask(1, "POST", "/api/cases", { by: nobody, headers: bearer, body: { caption: "By a script" } })).status).toBe(201);
    expect(
      (await ask(1, "POST", "/api/tokens", { by: nobody, headers: bearer, body: { name: "x", roles: ["analyst"], until } })).status,
    ).toBe(403);
    expect((await ask(0, "GET", "/api/session", { headers: { Authorization: "Bearer beholden_0" } })).status).toBe(401);
    const out = await ask(1, "DELETE", "/api/session", { by: nobody, headers: bearer });
    expect([out.status, out.json]).toEqual([409, expect.objectContaining({ title: "A token has no session that could end." })]);
    expect((await ask(1, "GET", "/api/session", { by: nobody, headers: bearer })).status).toBe(200);
    expect((await ask(0, "DELETE", `/api/tokens/${token.id}`)).status).toBe(200);
    expect((await ask(1, "GET", "/api/session", { by: nobody, headers: bearer })).status).toBe(401);
  });

  it("a token of another is not there for who is no administrator", async () => {
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const at = new Date().toISOString();
    const { token } = await makeToken(
      dockets[0] as Docket,
      { person: "boss", name: "x", roles: ["administrator"], until },
      { by: "boss", at },
    );
    expect((await ask(0, "DELETE", `/api/tokens/${token.id}`)).status).toBe(404);
    expect(JSON.stringify((await ask(0, "GET", "/api/tokens")).json)).not.toContain(token.id);
  });
});
