import { afterEach, describe, expect, it } from "vitest";
import type { Role } from "../../model/index.js";
import { type Docket, openDocket, verifyDocket } from "../journal/index.js";
import { onEachStore } from "../journal/sample-stores.js";
import { addPerson, editPerson, type NewPerson, retirePerson } from "./change.js";
import { listPeople, showPerson } from "./list.js";
import { isOnePerson } from "./one-person.js";

const at = "2026-11-27T09:30:00.000Z";
const opened: Docket[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

onEachStore((store) => {
  async function office(): Promise<Docket> {
    const docket = await openDocket(store.newAddress(), { create: true });
    opened.push(docket);
    await add(docket, "boss", ["administrator"], { by: "root" });
    return docket;
  }
  const add = (docket: Docket, id: string, roles: Role[], { by = "boss", ...more }: Partial<NewPerson> & { by?: string } = {}) =>
    addPerson(docket, { id, name: id, roles, ...more }, { by, at });

  describe("people of a docket", () => {
    it("makes every grant an entry: who gave it, when, why, before and after", async () => {
      const docket = await office();
      const added = await add(docket, "ana", ["clerk", "analyst", "clerk"], { email: "Ana.Ruiz@Example.GOV" });
      expect(added.person).toMatchObject({ id: "ana", email: "ana.ruiz@example.gov", roles: ["analyst", "clerk"], retired: false });
      await editPerson(docket, "ana", { roles: ["approver"] }, { by: "boss", at, reason: "order 7" });
      const { entries } = await docket.read((view) => showPerson(view, "ana"));
      expect(entries.map(({ by, act, roles, reason }) => [by, act, roles, reason])).toEqual([
        ["boss", "person-added", ["analyst", "clerk"], null],
        ["boss", "person-edited", ["approver"], "order 7"],
      ]);
      expect(await verifyDocket(docket)).toMatchObject({ unbroken: true, shown: { agrees: true } });
    });

    it("lets nobody give themselves a role, and anybody give up one", async () => {
      const docket = await office();
      await expect(editPerson(docket, "boss", { roles: ["administrator", "analyst"] }, { by: "boss", at })).rejects.toMatchObject({
        code: "refused",
      });
      await expect(add(docket, "ana", ["analyst"], { by: "ana" })).rejects.toThrow(/nobody gives themselves a role: analyst/);
      await add(docket, "vic", ["administrator", "reader"]);
      expect((await editPerson(docket, "boss", { roles: [] }, { by: "boss", at })).person.roles).toEqual([]);
      await expect(editPerson(docket, "boss", { roles: ["administrator"] }, { by: "boss", at })).rejects.toMatchObject({ code: "refused" });
      await retirePerson(docket, "boss", { by: "vic", at });
      await expect(editPerson(docket, "vic", { roles: ["administrator", "clerk"] }, { by: "vic", at })).rejects.toMatchObject({
        code: "refused",
      });
    });

    it("keeps the last administrator, whoever asks", async () => {
      const docket = await office();
      for (const work of [
        retirePerson(docket, "boss", { by: "boss", at }),
        retirePerson(docket, "boss", { by: "root", at }),
        editPerson(docket, "boss", { roles: ["reader"] }, { by: "root", at }),
      ])
        await expect(work).rejects.toThrow(/the last administrator/);
      await add(docket, "vic", ["administrator"]);
      expect((await retirePerson(docket, "boss", { by: "boss", at })).person.retired).toBe(true);
    });

    it("keeps two administrators from retiring each other at once", async () => {
      const docket = await office();
      await add(docket, "vic", ["administrator"]);
      const both = await Promise.allSettled([
        retirePerson(docket, "boss", { by: "vic", at }),
        retirePerson(docket, "vic", { by: "boss", at }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    });

    it("gives no name, subject or address twice, and a retired name never again", async () => {
      const docket = await office();
      await add(docket, "ana", ["analyst"], { subject: "s-1", email: "a@example.gov" });
      await expect(add(docket, "ana", ["clerk"])).rejects.toThrow(/there is a person ana already/);
      await expect(add(docket, "eve", ["clerk"], { subject: "s-1" })).rejects.toThrow(/that subject is ana's already/);
      await expect(add(docket, "eve", ["clerk"], { email: "A@EXAMPLE.gov" })).rejects.toThrow(/that e-mail address is ana's already/);
      await retirePerson(docket, "ana", { by: "boss", at });
      await expect(add(docket, "ana", ["clerk"])).rejects.toMatchObject({ code: "refused" });
      await add(docket, "eve", ["clerk"], { email: "a@example.gov" });
      await expect(editPerson(docket, "ana", { retired: false }, { by: "boss", at })).rejects.toThrow(/is eve's already/);
      const { people } = await docket.read((view) => listPeople(view));
      expect(people.map(({ id }) => id)).toEqual(["boss", "eve"]);
      expect((await docket.read((view) => listPeople(view, { retired: true }))).people).toHaveLength(3);
    });

    it.each(["Ana", "ana ruiz", "", "ana@example.gov", "-ana", "a".repeat(65), "аna"])("takes %j for no user name", async (id) => {
      const docket = await office();
      await expect(add(docket, id, ["reader"])).rejects.toMatchObject({ code: "invalid" });
    });

    it("knows for one person whoever was ever vouched for by one subject, not by one address", async () => {
      const docket = await office();
      await add(docket, "ana", ["analyst"], { subject: "s-1", email: "a@example.gov" });
      await retirePerson(docket, "ana", { by: "boss", at });
      await add(docket, "ana.two", ["approver"], { subject: "s-1" });
      await add(docket, "heir", ["approver"], { subject: "s-2", email: "a@example.gov" });
      const isOne = (left: string, right: string) => docket.read((view) => isOnePerson(view, left, right));
      expect([await isOne("ana", "ana.two"), await isOne("ana.two", "ana"), await isOne("ana", "heir"), await isOne("x", "y")]).toEqual([
        ...[true, true, false, false],
      ]);
    });

    it("does a request once, and shows mine, theirs and merged where another version is there", async () => {
      const docket = await office();
      const ana = await add(docket, "ana", ["analyst"]);
      const twice = { by: "boss", at, key: "k-1" };
      const first = await editPerson(docket, "ana", { name: "Ana Ruiz" }, twice);
      expect((await editPerson(docket, "ana", { name: "Ana Ruiz" }, twice)).repeated).toBe(true);
      expect(first.person.name).toBe("Ana Ruiz");
      const late = editPerson(docket, "ana", { roles: ["clerk"] }, { by: "boss", at, seen: ana.person.version });
      await expect(late).rejects.toMatchObject({ code: "conflict", conflict: { seen: ana.person.version } });
    });
  });
});
