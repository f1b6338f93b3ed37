import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { CaseEntry, CaseLine } from "../../model/index.js";
import { addDays, daysBetween } from "../days.js";
import { type Docket, DocketError, rebuildShown, verifyDocket } from "../journal/index.js";
import { onEachStore } from "../journal/sample-stores.js";
import { openDocket } from "../open.js";
import { circulated, initialDetermination, served } from "../sample-case.js";
import { type CaseQuery, correctEvent, editCase, listCases, openCase, recordEvent, showCases } from "./index.js";

const opened: Docket[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

const doing = { by: "Ana Ruiz", at: "2026-06-01T15:00:00.000Z" };

async function newDocket(address: string): Promise<Docket> {
  const docket = await openDocket(address, { create: true });
  opened.push(docket);
  return docket;
}

const newCase = (docket: Docket, caption: string, more = {}) =>
  openCase(docket, { caption, kind: "provider-review", procedure: "us-icts", reference: null, parties: [], ...more }, doing).then(
    ({ id }) => id,
  );

const list = (docket: Docket, asOf: string | undefined, query: CaseQuery = {}) =>
  docket.read((view) => listCases(view, { at: doing.at, asOf }, query));

/** The list worked out from each case by itself. */
async function listAnew(docket: Docket, asOf: string): Promise<CaseLine[]> {
  const cases = await docket.read((view) => showCases(view, undefined, { at: doing.at, asOf }));
  const lines = cases.map(({ id, caption, kind, procedure, standing }): CaseLine => {
    const running = (standing?.deadlines ?? []).filter(
      ({ status, due }) => due !== null && ["overdue", "open", "unsettled"].includes(status),
    );
    const [next] = running.sort((left, right) => (`${left.due} ${left.key}` < `${right.due} ${right.key}` ? -1 : 1));
    return {
      id,
      caption,
      kind,
      procedure,
      state: standing?.state ?? null,
      since: standing?.since ?? null,
      overdue: (standing?.deadlines ?? []).filter(({ status }) => status === "overdue").length,
      next: next
        ? {
            deadline: next.key,
            title: next.title,
            agency: next.agency,
            due: next.due ?? "",
            status: next.status,
            days: daysBetween(asOf, next.due ?? ""),
          }
        : null,
    };
  });
  const place = ({ id, next }: CaseLine) => `${next?.due ?? "9999"} ${id}`;
  return lines.sort((left, right) => (place(left) < place(right) ? -1 : 1));
}

const day = fc.integer({ min: 0, max: 470 }).map((days) => addDays("2025-02-10", days));
const further: fc.Arbitrary<CaseEntry> = fc.oneof(
  fc.record({ event: fc.constant("demand"), on: day, until: day }),
  fc.record({ event: fc.constant("demand-answered"), on: day }),
  day.map((on) => initialDetermination(on, { method: "publication" })),
  fc.record({ event: fc.constant("response-received"), on: day }),
  fc.record({ event: fc.constant("office-closed"), on: day, note: fc.constant("snow") }),
  fc.record({
    event: fc.constant("period-extended"),
    on: day,
    until: day,
    written: fc.constant(true),
    signed: fc.constant(true),
    by: fc.constant("Secretary"),
  }),
);
/** What is done to one of three cases. What the law refuses is refused, and the case stays as it was. */
type What = { record: CaseEntry } | { correct: number; on: string } | { withdraw: number } | { procedure: string | null };
const deed: fc.Arbitrary<{ which: number; what: What }> = fc.record({
  which: fc.integer({ min: 0, max: 2 }),
  what: fc.oneof(
    { weight: 4, arbitrary: further.map((entry) => ({ record: entry })) },
    fc.record({ correct: fc.integer({ min: 1, max: 8 }), on: day }),
    fc.record({ withdraw: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ procedure: fc.constantFrom("us-icts", "own-exposure", null) }),
  ),
});

async function done(docket: Docket, id: string, what: What): Promise<void> {
  try {
    if ("record" in what) await recordEvent(docket, id, { method: "by-hand", ...what.record }, null, doing);
    else if ("correct" in what) await correctEvent(docket, id, what.correct, { on: what.on }, "a test", doing);
    else if ("withdraw" in what) await correctEvent(docket, id, what.withdraw, null, "a test", doing);
    else await editCase(docket, id, { procedure: what.procedure }, { ...doing, reason: null });
  } catch (error) {
    if (!(error instanceof DocketError && error.code === "refused")) throw error;
  }
}

onEachStore((store) => {
  it("is what each case comes to by itself, whatever was done, on every day, from the table and without it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom([], served, circulated), { minLength: 3, maxLength: 3 }),
        fc.array(deed, { maxLength: 8 }),
        fc.array(day, { minLength: 2, maxLength: 5 }),
        async (starts, deeds, days) => {
          const docket = await newDocket(store.newAddress());
          const ids: string[] = [];
          for (const [index, start] of starts.entries()) {
            const id = await newCase(docket, `Case ${index}`);
            for (const entry of start) await recordEvent(docket, id, entry, null, doing);
            ids.push(id);
          }
          for (const { which, what } of deeds) await done(docket, ids[which] ?? "", what);
          const asked = [...days, ...days.map((one) => addDays(one, 470)), "2026-06-01"];
          for (const asOf of asked) expect((await list(docket, asOf)).cases).toEqual(await listAnew(docket, asOf));
          expect((await list(docket, undefined)).cases).toEqual(await listAnew(docket, "2026-06-01"));
          expect(await verifyDocket(docket)).toMatchObject({ unbroken: true, shown: { agrees: true, differing: [] } });
          await docket.write((connection) => connection.run("DELETE FROM case_line WHERE case_id <> ?", [ids[0] ?? ""]));
          for (const asOf of asked) expect((await list(docket, asOf)).cases).toEqual(await listAnew(docket, asOf));
        },
      ),
      { numRuns: store.name === "libsql" ? 25 : 6 },
    );
  }, 120_000);

  it("comes in pages, and in parts, that together are the whole", async () => {
    const docket = await newDocket(store.newAddress());
    for (let number = 1; number <= 7; number++) {
      const parties = [{ name: number % 2 ? "Ärmel & Söhne 100%_GmbH" : "Acme Ltd", role: "provider" }];
      const id = await newCase(docket, `Review ${number}`, { parties, reference: `R/${number}` });
      if (number < 6) for (const entry of served) await recordEvent(docket, id, entry, null, doing);
    }
    await newCase(docket, "No clocks", { id: "X_1", procedure: null });
    for (const without of [false, true]) {
      if (without) await docket.write((connection) => connection.run("DELETE FROM case_line WHERE case_id LIKE ?", ["%3"]));
      const whole = await list(docket, "2026-06-01");
      expect([whole.total, whole.cases.length, whole.next]).toEqual([8, 8, null]);
      const pages: CaseLine[] = [];
      let after: string | undefined;
      for (let turn = 0; turn < 3; turn++) {
        const page = await list(docket, "2026-06-01", { limit: 3, after });
        expect(page.total).toBe(8);
        pages.push(...page.cases);
        after = page.next ?? undefined;
        expect(after === undefined).toBe(turn === 2);
      }
      expect(pages).toEqual(whole.cases);
      const found = async (query: CaseQuery) => (await list(docket, "2026-06-01", query)).cases.map(({ id }) => id);
      // 2025-04-01 and 180 days were over on 2025-09-28; the window of 30 days is no duty.
      expect(await found({ overdue: true })).toEqual(["2026-0001", "2026-0002", "2026-0003", "2026-0004", "2026-0005"]);
      expect(await found({ state: "DEFAULT", party: "ärmel" })).toEqual(["2026-0001", "2026-0003", "2026-0005"]);
      expect(await found({ text: "R/4" })).toEqual(["2026-0004"]);
      expect(await found({ text: "x_1" })).toEqual(["X_1"]);
      expect(await found({ text: "0%_g" })).toEqual(["2026-0001", "2026-0003", "2026-0005", "2026-0007"]);
      expect(await found({ text: "%", state: "DEFAULT", overdue: true, party: "acme" })).toEqual([]);
    }
    await expect(list(docket, undefined, { after: "nonsense" })).rejects.toThrow("no place in the list");
  });

  it("gives the next number without reading the cases, also beside ids that somebody chose", async () => {
    const docket = await newDocket(store.newAddress());
    await newCase(docket, "a", { id: "2026-0007" });
    await newCase(docket, "b", { id: "2026-9x" });
    await newCase(docket, "c", { id: "2025-0100" });
    await newCase(docket, "d", { id: `2026-${"9".repeat(30)}` });
    expect(await newCase(docket, "e")).toBe("2026-0008");
    await docket.write((connection) => connection.run("DELETE FROM case_line", []));
    expect(await newCase(docket, "f")).toBe("2026-0009");
  });

  it("says which line was changed in the table, and rebuild mends it", async () => {
    const docket = await newDocket(store.newAddress());
    const id = await newCase(docket, "a");
    await recordEvent(docket, id, { event: "review-started", on: "2026-05-01" }, null, doing);
    await docket.write((connection) => connection.run("UPDATE case_line SET state = ?", ["PROHIBITED"]));
    expect((await verifyDocket(docket)).shown).toEqual({ agrees: false, differing: [`line ${id}`] });
    expect((await rebuildShown(docket)).mended).toEqual([`line ${id}`]);
    expect((await verifyDocket(docket)).shown).toEqual({ agrees: true, differing: [] });
    expect((await list(docket, undefined, { state: "UNDER_REVIEW" })).cases).toHaveLength(1);
  });

  it("makes lines of other tables anew, a few with every change", async () => {
    const docket = await newDocket(store.newAddress());
    const ids: string[] = [];
    for (let number = 1; number <= 3; number++) ids.push(await newCase(docket, `${number}`));
    await docket.write((connection) => connection.run("UPDATE case_line SET edition = ?, line = ?", ["older", "{}"]));
    expect((await list(docket, undefined)).cases.map(({ id }) => id)).toEqual(ids);
    await newCase(docket, "one more");
    const rows = await docket.readRaw((connection) => connection.all("SELECT DISTINCT edition FROM case_line"));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.edition).not.toBe("older");
  });
});

describe("a case of a procedure that is not known here", () => {
  onEachStore((store) => {
    it("stands in the list without a state, and hides no other", async () => {
      const docket = await newDocket(store.newAddress());
      const id = await newCase(docket, "known");
      const state = { caption: "Unknown", kind: "provider-review", procedure: "moon-base", reference: null, parties: [] };
      await docket.append({ ...doing, asks: "x" }, async () => [
        { act: "case-opened", case: "M-1", object: { kind: "case", id: "M-1" }, after: state },
      ]);
      expect((await list(docket, undefined)).cases.map((one) => [one.id, one.state, one.procedure])).toEqual([
        [id, null, "us-icts"],
        ["M-1", null, "moon-base"],
      ]);
    });
  });
});
