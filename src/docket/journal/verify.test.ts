import { afterEach, expect, it } from "vitest";
import type { Connection } from "./database.js";
import { openDocket } from "./open.js";
import { asked, noteSet } from "./sample-requests.js";
import { onEachStore } from "./sample-stores.js";
import type { Docket } from "./store.js";
import { verifyDocket } from "./verify.js";

const opened: Docket[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

onEachStore((store) => {
  async function docketWithFive(): Promise<Docket> {
    const docket = await openDocket(store.newAddress(), { create: true });
    opened.push(docket);
    for (const number of [2, 3, 4, 5]) await docket.append(asked(number), async () => [noteSet(`n${number}`, number)]);
    return docket;
  }

  /** Does what somebody with write access could do: the triggers are no hindrance to them. */
  function tamper(docket: Docket, work: (connection: Connection) => Promise<void>): Promise<void> {
    return docket.database.write(async (connection) => {
      if (docket.database.dialect === "libsql") {
        for (const verb of ["update", "delete"]) await connection.run(`DROP TRIGGER journal_keeps_${verb}`);
      } else await connection.run("DROP TRIGGER journal_keeps ON journal");
      await work(connection);
    });
  }

  const cases: [string, number, RegExp, (connection: Connection) => Promise<void>][] = [
    [
      "a text that was changed",
      3,
      /its text was changed/,
      (it) => it.run("UPDATE journal SET body = REPLACE(body, 'Ana', 'Eve') WHERE number = 3"),
    ],
    [
      "an entry that was taken out",
      4,
      /entries are missing: 3 should stand before it/,
      (it) => it.run("DELETE FROM journal WHERE number = 3"),
    ],
    ["several that were taken out", 5, /entries are missing: 2 to 4/, (it) => it.run("DELETE FROM journal WHERE number IN (2, 3, 4)")],
    [
      "a digest that was changed",
      4,
      /its place was changed/,
      (it) => it.run(`UPDATE journal SET digest = '${"a".repeat(64)}' WHERE number = 4`),
    ],
    [
      "a column that was changed",
      2,
      /the columns by which it is found/,
      (it) => it.run("UPDATE journal SET case_id = 'other' WHERE number = 2"),
    ],
    ["a first entry that is gone", 2, /entries are missing: 1 should/, (it) => it.run("DELETE FROM journal WHERE number = 1")],
  ];
  it.each(cases)("finds %s, with its neighbours", async (_, number, what, work) => {
    const docket = await docketWithFive();
    await tamper(docket, work);
    const found = await verifyDocket(docket);
    expect(found).toMatchObject({ unbroken: false, shown: null, break: { number } });
    expect(found.break?.what).toMatch(what);
    expect(found.break?.entry?.number).toBe(number);
    expect(found.break?.after?.number ?? 6).toBe(number + 1);
    expect(found.break?.before?.number ?? 0).toBe(found.entries);
  });

  it("sees newest entries that were taken away only against a printed head", async () => {
    const docket = await docketWithFive();
    const { head } = await verifyDocket(docket);
    await tamper(docket, async (connection) => {
      await connection.run("DELETE FROM journal WHERE number > 3");
      await connection.run("DELETE FROM object WHERE version > 3");
    });
    const found = await verifyDocket(docket, [head.digest, head.digest.slice(0, 16)]);
    expect(found).toMatchObject({ unbroken: true, entries: 3, shown: { agrees: true } });
    expect(found.heads.map(({ number }) => number)).toEqual([null, null]);
    expect(found.provesNot[0]).toContain("only against a head");
    const { digest } = found.head;
    expect((await verifyDocket(docket, [digest.slice(0, 16)])).heads).toEqual([{ given: digest.slice(0, 16), number: 3 }]);
  });

  it("tells a clock that went back, which is no break", async () => {
    const docket = await docketWithFive();
    await docket.append(asked("late", { at: "2026-11-27T09:29:59.000Z" }), async () => [noteSet("x", 1)]);
    expect(await verifyDocket(docket)).toMatchObject({ unbroken: true, clockBack: 6, from: "2026-11-27T09:30:00.000Z" });
  });
});
