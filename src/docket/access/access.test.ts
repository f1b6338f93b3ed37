import { afterEach, describe, expect, it } from "vitest";
import { type Role, SessionLimits } from "../../model/index.js";
import { type Docket, openDocket, rebuildShown, verifyDocket } from "../journal/index.js";
import { onEachStore } from "../journal/sample-stores.js";
import { addPerson, editPerson, retirePerson } from "../people/change.js";
import { listRefusals, mostRefusals, noteRefusals } from "./refusals.js";
import { hashOf } from "./secrets.js";
import { beginSession, endByIssuer, endSession, findSession, keepSession, listSessions, newSessionName } from "./sessions.js";
import { findToken, listTokens, makeToken, revokeToken } from "./tokens.js";

const limits = SessionLimits.parse({});
const at = "2026-11-27T09:00:00.000Z";
const opened: Docket[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

function minutesOn(minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

onEachStore((store) => {
  async function open(address: string): Promise<Docket> {
    const docket = await openDocket(address, { create: true });
    opened.push(docket);
    return docket;
  }
  async function office(address = store.newAddress()): Promise<Docket> {
    const docket = await open(address);
    await addPerson(docket, { id: "boss", name: "Boss", roles: ["administrator"] }, { by: "root", at });
    await addPerson(docket, { id: "ana", name: "Ana", subject: "s-ana", roles: ["analyst", "clerk"] }, { by: "boss", at });
    return docket;
  }
  async function begin(docket: Docket, more: Partial<Parameters<typeof beginSession>[2]> = {}) {
    const id = newSessionName();
    const given = { person: "ana", at, limits, subject: "s-ana", issuerSession: "sid-1", groupRoles: [] as Role[], browser: "Firefox" };
    return { id, ...(await beginSession(docket, id, { ...given, ...more })) };
  }

  describe("sessions", () => {
    it("are there for every server of a docket, and gone for all of them", async () => {
      const address = store.newAddress();
      const [one, other] = [await office(address), await open(address)];
      const { id, secret } = await begin(one);
      expect((await findSession(other, secret, at, limits))?.person.id).toBe("ana");
      expect(await endSession(other, id, "ana")).toBe(1);
      expect(await findSession(one, secret, at, limits)).toBeNull();
    });

    it("keep no secret: what is in the database lets nobody in", async () => {
      const docket = await office();
      const { id, secret } = await begin(docket);
      const rows = await docket.readRaw((connection) => connection.all("SELECT * FROM access_session"));
      expect(JSON.stringify(rows)).not.toContain(secret);
      for (const known of [id, hashOf(secret), "", "x".repeat(43), `${secret}=`])
        expect(await findSession(docket, known, at, limits)).toBeNull();
    });

    it("run out unused after half an hour, and after twelve hours however they are used", async () => {
      const docket = await office();
      const { secret, until } = await begin(docket);
      expect(until).toBe(minutesOn(720));
      expect([
        await findSession(docket, secret, minutesOn(29.9), limits),
        await findSession(docket, secret, minutesOn(30), limits),
      ]).toEqual([expect.anything(), null]);
      for (let minutes = 20; minutes < 720; minutes += 20) {
        const found = await findSession(docket, secret, minutesOn(minutes), limits);
        if (!found) throw new Error(`it was over after ${minutes} minutes`);
        await keepSession(docket, found, minutesOn(minutes), limits);
      }
      expect(await findSession(docket, secret, minutesOn(720), limits)).toBeNull();
    });

    it("are not written at every request", async () => {
      const docket = await office();
      const { secret } = await begin(docket);
      const found = await findSession(docket, secret, minutesOn(2.9), limits);
      if (!found) throw new Error("no session");
      await keepSession(docket, found, minutesOn(2.9), limits);
      expect((await findSession(docket, secret, minutesOn(2.9), limits))?.session.used).toBe(at);
      await keepSession(docket, found, minutesOn(3), limits);
      expect((await findSession(docket, secret, minutesOn(3), limits))?.session.used).toBe(minutesOn(3));
    });

    it("have the roles of now, and those of groups besides", async () => {
      const docket = await office();
      const { secret } = await begin(docket, { groupRoles: ["reviewer"] });
      const rolesNow = async () => (await findSession(docket, secret, at, limits))?.roles;
      expect(await rolesNow()).toEqual(["analyst", "reviewer", "clerk"]);
      await editPerson(docket, "ana", { roles: ["reader"] }, { by: "boss", at });
      expect(await rolesNow()).toEqual(["reader", "reviewer"]);
      await editPerson(docket, "ana", { subject: "s-other" }, { by: "boss", at });
      expect(await rolesNow()).toBeUndefined();
    });

    it("end with their person, and do not come back with them", async () => {
      const docket = await office();
      const { secret } = await begin(docket);
      await begin(docket);
      expect((await retirePerson(docket, "ana", { by: "boss", at })).ended).toBe(2);
      await editPerson(docket, "ana", { retired: false }, { by: "boss", at });
      expect(await findSession(docket, secret, at, limits)).toBeNull();
    });

    it("are listed and ended by their own person alone, twenty at most", async () => {
      const docket = await office();
      const { id } = await begin(docket);
      expect(await endSession(docket, id, "boss")).toBe(0);
      for (let minute = 1; minute <= 20; minute++) await begin(docket, { at: minutesOn(minute) });
      const all = await listSessions(docket, { person: "ana", own: id, at: minutesOn(21), limits });
      expect([all.length, all.some((one) => one.id === id)]).toEqual([20, false]);
      expect(await listSessions(docket, { person: "boss", at: minutesOn(21), limits })).toEqual([]);
    });

    it("end where the issuer says so", async () => {
      const docket = await office();
      const [first, second] = [await begin(docket), await begin(docket, { issuerSession: "sid-2" })];
      expect(await endByIssuer(docket, { session: "sid-1" }, at)).toEqual([{ id: first.id, person: "ana" }]);
      expect(await findSession(docket, second.secret, at, limits)).not.toBeNull();
      expect(await endByIssuer(docket, { subject: "s-ana" }, at)).toHaveLength(1);
      expect(await endByIssuer(docket, { subject: "s-nobody" }, at)).toEqual([]);
      const later = await begin(docket, { at: minutesOn(1) });
      expect(await endByIssuer(docket, { subject: "s-ana" }, at)).toEqual([]);
      expect(await findSession(docket, later.secret, minutesOn(1), limits)).not.toBeNull();
    });

    it("are nothing of the journal: a rebuild and a verification do not know them", async () => {
      const docket = await office();
      const { secret } = await begin(docket);
      await rebuildShown(docket);
      expect(await verifyDocket(docket)).toMatchObject({ unbroken: true, shown: { agrees: true }, entries: 3 });
      expect(await findSession(docket, secret, at, limits)).not.toBeNull();
    });
  });

  describe("tokens", () => {
    const until = "2027-01-01T00:00:00.000Z";
    const make = (docket: Docket, roles: Role[], more = {}) =>
      makeToken(docket, { person: "ana", name: "import", roles, until, ...more }, { by: "ana", at });

    it("let a script act for a person, with some of their roles; the secret is shown once and kept nowhere", async () => {
      const docket = await office();
      const asked = { person: "ana", name: "import", roles: ["clerk" as const], until };
      const { secret, token } = await makeToken(docket, asked, { by: "ana", at, key: "k" });
      expect(secret).toMatch(/^beholden_[0-9a-f]{16}_[\w-]{43}$/);
      expect(await findToken(docket, secret ?? "", at)).toMatchObject({ person: { id: "ana" }, roles: ["clerk"] });
      expect(await makeToken(docket, asked, { by: "ana", at, key: "k" })).toMatchObject({
        secret: null,
        repeated: true,
        token: { id: token.id },
      });
      const entries = await docket.read((view) => view.entries({}));
      const rows = await docket.readRaw((connection) => connection.all("SELECT * FROM access_token"));
      const kept = JSON.stringify([entries, rows]);
      expect(kept).not.toContain((secret ?? "").slice(-43));
      expect(entries.at(-1)?.body).toMatchObject({ act: "token-made", object: { kind: "token", id: token.id } });
      expect(JSON.stringify(entries)).not.toContain(String(rows[0]?.hash));
    });

    it("lose what their person loses", async () => {
      const docket = await office();
      const { secret, token } = await make(docket, ["analyst", "clerk"]);
      const state = async () => [
        (await findToken(docket, secret ?? "", at))?.roles ?? null,
        (await listTokens(docket, { person: "ana", at })).tokens.find(({ id }) => id === token.id)?.state,
      ];
      await editPerson(docket, "ana", { roles: ["clerk", "approver"] }, { by: "boss", at });
      expect(await state()).toEqual([["clerk"], "good"]);
      await editPerson(docket, "ana", { roles: ["approver"] }, { by: "boss", at });
      expect(await state()).toEqual([null, "no-roles-left"]);
      await retirePerson(docket, "ana", { by: "boss", at });
      expect(await state()).toEqual([null, "person-retired"]);
    });

    it("are refused beyond their person's roles and beyond a year", async () => {
      const docket = await office();
      await expect(make(docket, ["approver"])).rejects.toThrow(/ana is no approver/);
      await expect(make(docket, [])).rejects.toMatchObject({ code: "invalid" });
      for (const wrong of ["2026-11-27T08:59:59.999Z", "2028-11-27T09:00:00.000Z"])
        await expect(make(docket, ["clerk"], { until: wrong })).rejects.toMatchObject({ code: "invalid" });
    });

    it("end: by their day, and at once where they are revoked, by their own person alone where that is said", async () => {
      const docket = await office();
      const { secret, token } = await make(docket, ["clerk"]);
      expect(await findToken(docket, secret ?? "", until)).toBeNull();
      await expect(revokeToken(docket, token.id, { by: "boss", at }, "boss")).rejects.toMatchObject({ code: "not-found" });
      expect((await revokeToken(docket, token.id, { by: "ana", at }, "ana")).token.state).toBe("revoked");
      expect(await findToken(docket, secret ?? "", at)).toBeNull();
    });

    it("are not guessed: another secret with the same name lets nobody in", async () => {
      const docket = await office();
      const { secret } = await make(docket, ["clerk"]);
      const good = secret ?? "";
      const other = `${good.slice(0, -1)}${good.endsWith("A") ? "B" : "A"}`;
      for (const wrong of [other, good.slice(0, -1), ` ${good}`, `${good} `, good.toUpperCase(), ""])
        expect(await findToken(docket, wrong, at)).toBeNull();
    });
  });

  describe("refused sign-ins", () => {
    it("are a line for each person and reason, and a thousand lines at most", async () => {
      const docket = await office();
      const note = (who: string, when: string, times = 1) => noteRefusals(docket, { reason: "not-listed", who, at: when, times });
      await note("a@example.com", minutesOn(0), 3);
      await note("a@example.com", minutesOn(1), 2);
      expect(await listRefusals(docket)).toEqual([
        { reason: "not-listed", who: "a@example.com", times: 5, first: minutesOn(0), last: minutesOn(1) },
      ]);
      for (let one = 2; one <= mostRefusals + 3; one++) await note(`${one}@example.com`, minutesOn(one));
      const all = await listRefusals(docket);
      expect([all.length, all[0]?.who, all.some(({ who }) => who === "a@example.com")]).toEqual([
        mostRefusals,
        `${mostRefusals + 3}@example.com`,
        false,
      ]);
    });
  });
});
