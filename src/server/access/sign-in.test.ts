import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Docket, editPerson, listRefusals, listSessions, openDocket, readPerson, retirePerson } from "../../docket/index.js";
import { onEachStore } from "../../docket/journal/sample-stores.js";
import { type SampleBrowser, sampleBrowser } from "./sample-browser.js";
import { type SampleIssuer, startIssuer } from "./sample-issuer.js";
import { freeOrigin, listPerson, type SampleTeam, startTeam } from "./sample-team.js";

const now = () => new Date().toISOString();

onEachStore((store) => {
  let docket: Docket;
  let issuer: SampleIssuer;
  let team: SampleTeam;
  let browser: SampleBrowser;
  beforeAll(async () => {
    docket = await openDocket(store.newAddress(), { create: true });
    const origin = await freeOrigin();
    issuer = await startIssuer(origin);
    const groups = { claim: "groups", roles: { clerks: ["clerk" as const] } };
    team = await startTeam(docket, issuer.address, { origin, settings: { groups } });
    await listPerson(docket, "boss", ["administrator"], { subject: "s-boss" });
    await listPerson(docket, "ana", ["analyst"], { email: "Ana@Example.gov" });
    await listPerson(docket, "rex", ["reader"], { subject: "s-rex" });
    issuer.accounts.set("s-ana", { email: "ana@example.gov", email_verified: true });
    issuer.accounts.set("s-boss", {}).set("s-rex", {});
  });
  afterAll(async () => {
    await team?.served.stop();
    await issuer?.stop();
    await docket?.close();
  });
  beforeEach(() => {
    browser = sampleBrowser();
    team.clock.ahead = 0;
    issuer.next.subject = null;
  });

  const signIn = async (subject: string, path = "/sign-in", by = browser) => {
    issuer.next.subject = subject;
    return by.go(`${team.origin}${path}`);
  };
  const session = async (by = browser) => {
    const answer = await by.ask(`${team.origin}/api/session`);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const toCallback = async (subject: string) => {
    issuer.next.subject = subject;
    const { address } = await browser.go(`${team.origin}/sign-in`, (one) => one.startsWith(`${team.origin}/sign-in/callback`));
    return address;
  };

  describe("signing in by an issuer", () => {
    it("lets in who is in the list, to the screen that they came from, and says who they are", async () => {
      expect((await session()).status).toBe(401);
      const { address } = await signIn("s-boss", "/sign-in?back=/people%3Fq%3D1");
      expect(address).toBe(`${team.origin}/people?q=1`);
      expect((await session()).body).toMatchObject({
        name: "boss",
        roles: ["administrator"],
        seesUpTo: null,
        access: "team",
        by: "session",
      });
      const cookie = browser.set.find((one) => one.startsWith("__Host-beholden="));
      expect(cookie).toMatch(/^__Host-beholden=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=43200$/);
      const flow = browser.set.find((one) => one.startsWith("__Host-beholden-sign-in-"));
      expect(flow).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/);
    });

    it("knows them by a verified e-mail address once, and by their subject from then on", async () => {
      await signIn("s-ana");
      expect((await session()).body).toMatchObject({ name: "ana", roles: ["analyst"] });
      expect(await docket.read((view) => readPerson(view, "ana"))).toMatchObject({ subject: "s-ana", email: "ana@example.gov" });
      issuer.accounts.set("s-heir", { email: "ana@example.gov", email_verified: true });
      const heir = sampleBrowser();
      expect((await signIn("s-heir", "/sign-in", heir)).answer.status).toBe(403);
      expect((await session(heir)).status).toBe(401);
    });

    it.each([
      ["is not in the list", "s-nobody", { email: "x@example.gov", email_verified: true }, "not-listed"],
      ["has an address that nobody verified", "s-liar", { email: "pat@example.gov", email_verified: false }, "email-not-verified"],
      ["retired", "s-gone", {}, "retired"],
    ])("does not let in who %s, and names nobody", async (_, subject, account, reason) => {
      if (subject === "s-liar") await listPerson(docket, "pat", ["analyst"], { email: "pat@example.gov" });
      if (subject === "s-gone") {
        await listPerson(docket, "gone", ["analyst"], { subject });
        await retirePerson(docket, "gone", { by: "boss", at: now() });
      }
      issuer.accounts.set(subject, account);
      const before = (await docket.read((view) => view.head())).number;
      const { answer, text } = await signIn(subject);
      expect(answer.status).toBe(403);
      expect(text).toContain("Ask whoever invited you, or the administrator");
      expect(text).not.toMatch(/boss|ana|rex|gone|pat/);
      expect((await session()).status).toBe(401);
      // Beside the journal: a stranger adds nothing to the record.
      expect((await docket.read((view) => view.head())).number).toBe(before);
      await expect.poll(async () => (await listRefusals(docket)).map((one) => one.reason), { timeout: 15_000 }).toContain(reason);
    });

    it("gives roles by groups that the settings name, for the session, and by no others", async () => {
      issuer.accounts.set("s-rex", { groups: ["clerks", "admins"] });
      await signIn("s-rex");
      expect((await session()).body).toMatchObject({ roles: ["reader", "clerk"], seesUpTo: "restricted" });
      issuer.accounts.set("s-rex", {});
      const later = sampleBrowser();
      await signIn("s-rex", "/sign-in", later);
      expect((await session(later)).body).toMatchObject({ roles: ["reader"], seesUpTo: "internal" });
    });

    it("lets changes of roles and retirement take effect at the next request", async () => {
      await listPerson(docket, "eve", ["analyst"], { subject: "s-eve" });
      await signIn("s-eve");
      expect((await browser.ask(`${team.origin}/api/cases`)).status).toBe(200);
      await editPerson(docket, "eve", { roles: ["auditor"] }, { by: "boss", at: now() });
      expect((await browser.ask(`${team.origin}/api/cases`)).status).toBe(403);
      await retirePerson(docket, "eve", { by: "boss", at: now() });
      expect((await browser.ask(`${team.origin}/api/cases`)).status).toBe(401);
      await editPerson(docket, "eve", { retired: false }, { by: "boss", at: now() });
      expect((await session()).status).toBe(401);
    });

    it("gives a new secret at each sign-in, and ends the session that the browser brought along", async () => {
      await signIn("s-rex");
      const planted = browser.cookies.get(`${team.origin} __Host-beholden`) ?? "";
      await signIn("s-boss");
      expect(browser.cookies.get(`${team.origin} __Host-beholden`)).not.toBe(planted);
      const attacker = sampleBrowser();
      attacker.cookies.set(`${team.origin} __Host-beholden`, planted);
      expect((await session(attacker)).status).toBe(401);
      // A cookie that somebody made up stays worthless, and no sign-in makes it good.
      browser.cookies.set(`${team.origin} __Host-beholden`, "x".repeat(43));
      await signIn("s-boss");
      attacker.cookies.set(`${team.origin} __Host-beholden`, "x".repeat(43));
      expect((await session(attacker)).status).toBe(401);
    });

    it("ends sessions that nobody uses, and all of them after a while", async () => {
      await signIn("s-boss");
      const minutes = async (ahead: number) => {
        team.clock.ahead = ahead * 60_000;
        return (await session()).status;
      };
      expect([await minutes(29), await minutes(29 + 31)]).toEqual([200, 401]);
      team.clock.ahead = 0;
      const used: number[] = [];
      // What keeps a session is written after its answer. Rex was never here later than now, so that the last use is this one's.
      const lastUse = async () => {
        const limits = { idleMinutes: 1_440, hours: 12 };
        const all = await listSessions(docket, { person: "rex", at: now(), limits });
        return Math.max(...all.map((one) => Date.parse(one.used)));
      };
      browser = sampleBrowser();
      await signIn("s-rex");
      for (let at = 0; at <= 12 * 60; at += 20) {
        used.push(await minutes(at));
        if (at < 12 * 60) await expect.poll(lastUse, { timeout: 20_000 }).toBeGreaterThanOrEqual(Date.now() + (at - 1) * 60_000);
      }
      expect(used.slice(0, -1)).toEqual(used.slice(0, -1).map(() => 200));
      expect(used.at(-1)).toBe(401);
    });

    it("signs out here, and says where to sign out at the issuer", async () => {
      await signIn("s-boss");
      const secret = browser.cookies.get(`${team.origin} __Host-beholden`) ?? "";
      const out = await browser.ask(`${team.origin}/api/session`, { method: "DELETE", headers: { "Beholden-Request": "1" } });
      const { onward } = (await out.json()) as { onward: string };
      expect(onward.startsWith(`${issuer.address}/session/end?`)).toBe(true);
      expect((await fetch(onward)).status).toBe(200);
      browser.cookies.set(`${team.origin} __Host-beholden`, secret);
      expect((await session()).status).toBe(401);
      const acts = (await docket.read((view) => view.entries({ object: { kind: "sign-in", id: "boss" } }))).map(({ body }) => body.act);
      expect(acts.at(-1)).toBe("signed-out");
      expect(acts.at(-2)).toBe("signed-in");
      expect((await browser.ask(`${team.origin}/sign-out`)).status).toBe(200);
    });
  });

  describe("what does not let anybody in", () => {
    it("is an answer without the browser that asked for it: a forged sign-in, or another's", async () => {
      const address = await toCallback("s-boss");
      const other = sampleBrowser();
      expect((await other.go(address)).answer.status).toBe(400);
      expect((await session(other)).status).toBe(401);
      expect((await other.ask(`${team.origin}/sign-in/callback?code=abc&state=xyz`)).status).toBe(400);
      expect((await other.ask(`${team.origin}/sign-in/callback`)).status).toBe(400);
    });

    it("is a code that was used already", async () => {
      const address = await toCallback("s-boss");
      const kept = new Map(browser.cookies);
      expect((await browser.ask(address)).status).toBe(200);
      const again = sampleBrowser();
      for (const [name, value] of kept) if (!name.endsWith("__Host-beholden")) again.cookies.set(name, value);
      expect((await again.ask(address)).status).toBe(400);
      expect((await session(again)).status).toBe(401);
    });

    it.each<[string, (address: URL, cookies: Map<string, string>) => void]>([
      ["another state", (address) => address.searchParams.set("state", "x".repeat(43))],
      ["no state", (address) => address.searchParams.delete("state")],
      ["two states", (address) => address.searchParams.append("state", "y")],
      ["another code", (address) => address.searchParams.set("code", "x".repeat(43))],
      ["another issuer's name", (address) => address.searchParams.set("iss", "https://evil.example")],
      ["no issuer's name, where this one names itself", (address) => address.searchParams.delete("iss")],
      [
        "a flow that was tampered with",
        (_, cookies) => {
          for (const [name, value] of cookies)
            if (name.includes("__Host-beholden-sign-in")) cookies.set(name, `${value.slice(0, -2)}${value.endsWith("AA") ? "BB" : "AA"}`);
        },
      ],
    ])("is an answer with %s", async (_, change) => {
      const address = new URL(await toCallback("s-boss"));
      change(address, browser.cookies);
      expect((await browser.ask(address.href)).status).toBe(400);
      expect((await session()).status).toBe(401);
    });

    it("is an answer that comes too late", async () => {
      const address = await toCallback("s-boss");
      team.clock.ahead = 11 * 60_000;
      expect((await browser.ask(address)).status).toBe(400);
      team.clock.ahead = 0;
      expect((await session()).status).toBe(401);
    });

    it("is a no of the issuer", async () => {
      const { answer, text } = await browser.go(`${team.origin}/sign-in`);
      expect(answer.status).toBe(400);
      expect(text).toContain("You are not signed in");
    });

    it.each([
      "//evil.example",
      "https://evil.example",
      "/\\evil.example",
      "/sign-in?back=/x",
      "/api/cases",
      "javascript:alert(1)",
      "/\t/evil.example",
    ])("and %s is no screen to go back to", async (back) => {
      const { address } = await signIn("s-boss", `/sign-in?back=${encodeURIComponent(back)}`);
      expect(address).toBe(`${team.origin}/`);
    });

    it("and the address that people are sent back to is the configured one, whatever a request names", async () => {
      const forged = await browser.ask(`${team.origin}/sign-in`, {
        headers: { "X-Forwarded-Host": "evil.example", Forwarded: "host=evil.example" },
      });
      const address = new URL(forged.headers.get("Location") ?? "");
      expect(address.searchParams.get("redirect_uri")).toBe(`${team.origin}/sign-in/callback`);
      expect(address.searchParams.get("code_challenge_method")).toBe("S256");
      expect([address.searchParams.get("state"), address.searchParams.get("nonce")].every((one) => (one ?? "").length >= 43)).toBe(true);
    });
  });

  it("never prints a secret", () => {
    expect(team.told.join("\n")).not.toMatch(/a secret that only the test knows/);
  });
});
