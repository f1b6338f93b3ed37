import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { calendarFile } from "../calendar-file.js";
import { type Docket, openDocket, verifyDocket } from "../journal/index.js";
import { onEachStore } from "../journal/sample-stores.js";
import { finalDetermination, initialDetermination } from "../sample-case.js";
import {
  addNote,
  confirmPoint,
  confirmService,
  correctEvent,
  deadlinesFor,
  editCase,
  listCases,
  openCase,
  recordEvent,
  recordOf,
  showCase,
  whyDeadline,
} from "./index.js";

const opened: Docket[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

const doing = { by: "Ana Ruiz", at: "2025-12-01T15:00:00.000Z" };
const look = { at: doing.at };
const inApril = { ...look, asOf: "2025-04-10" };

async function newDocket(address: string): Promise<Docket> {
  const docket = await openDocket(address, { create: true });
  opened.push(docket);
  return docket;
}

const acme = {
  caption: "Acme Cloud",
  kind: "provider-review" as const,
  procedure: "us-icts",
  reference: null,
  parties: [{ name: "Acme Ltd", role: "provider" }],
};

async function newCase(docket: Docket): Promise<string> {
  return (await openCase(docket, acme, doing)).id;
}

const happens = (docket: Docket, id: string, event: string, on: string, more = {}) =>
  recordEvent(docket, id, { event, on, ...more }, null, doing);

/** Up to the service of the Initial Determination on 2025-04-01. */
async function servedCase(docket: Docket, method = "by-hand"): Promise<string> {
  const id = await newCase(docket);
  await happens(docket, id, "review-started", "2025-02-11");
  await happens(docket, id, "agencies-notified", "2025-02-20");
  await happens(docket, id, "determination-proposed", "2025-03-11");
  await recordEvent(docket, id, initialDetermination("2025-04-01", { method }), null, doing);
  return id;
}

onEachStore((store) => {
  it("follows a case, with deadlines that were worked out by hand", async () => {
    const docket = await newDocket(store.newAddress());
    const id = await servedCase(docket);
    expect(id).toBe("2025-0001");
    const shown = await docket.read((view) => showCase(view, id, inApril));
    expect(shown.standing).toMatchObject({ state: "ID_SERVED", since: "2025-04-01" });
    // 1 April and 30 days: 1 May. 1 April and 180 days: 28 September.
    expect(shown.standing?.deadlines.map(({ id: name, due }) => [name, due])).toEqual([
      ["response", "2025-05-01"],
      ["final-determination", "2025-09-28"],
    ]);
    expect(shown.events.map(({ number, entry }) => [number, entry.id, entry.event])).toEqual([
      [1, "1", "review-started"],
      [2, "2", "agencies-notified"],
      [3, "3", "determination-proposed"],
      [4, "4", "initial-determination-served"],
    ]);
    const list = await docket.read((view) => listCases(view, inApril));
    expect(list.cases).toMatchObject([{ id, state: "ID_SERVED", next: { deadline: "response", due: "2025-05-01", days: 21 } }]);
    expect(await verifyDocket(docket)).toMatchObject({ unbroken: true, shown: { agrees: true } });
  });

  it("refuses what the law does not allow, with the section, and records nothing of it", async () => {
    const docket = await newDocket(store.newAddress());
    const id = await newCase(docket);
    await happens(docket, id, "review-started", "2025-02-11");
    const early = recordEvent(docket, id, finalDetermination("2025-05-01"), null, doing);
    await expect(early).rejects.toThrow(
      /final-determination of 2025-05-01 is not possible in UNDER_REVIEW: .*\(15 CFR 791.108\(b\)-\(c\), 791.109; mark R\*\)/,
    );
    await expect(happens(docket, id, "agencies-notified", "2026-11-02")).rejects.toThrow("today is 2025-12-01");
    await expect(happens(docket, id, "initial-determination-served", "2025-05-01")).rejects.toThrow(
      "Expected --service with one of by-hand",
    );
    await expect(happens(docket, id, "agencies-notified", "2025-02-30")).rejects.toThrow("there is no day 2025-02-30");
    expect((await docket.read((view) => showCase(view, id, look))).events).toHaveLength(1);
  });

  it("keeps as logged what the law keeps without effect", async () => {
    const docket = await newDocket(store.newAddress());
    const id = await servedCase(docket);
    const { logged, event } = await happens(docket, id, "response-received", "2025-05-02");
    expect([event, logged]).toEqual([
      5,
      [expect.objectContaining({ as: "logged", citation: "15 CFR 791.107", because: "it is late: the last day was 2025-05-01" })],
    ]);
  });

  it("computes anew when a trigger is corrected, and says what moved and what lost its effect", async () => {
    const docket = await newDocket(store.newAddress());
    const id = await servedCase(docket);
    await happens(docket, id, "response-received", "2025-05-03");
    const later = await correctEvent(docket, id, 4, { on: "2025-04-03" }, "the receipt says 3 April", doing);
    expect(later.moved.map(({ key, from, to, days }) => [key, from, to, days])).toEqual([
      ["response", "2025-05-01", "2025-05-03", 2],
      ["final-determination", "2025-09-28", "2025-09-30", 2],
    ]);
    // Agencies had notice on 11 March: 21 days later is 1 April, so a service on 20 March has no effect, nor has what followed from it.
    const early = await correctEvent(docket, id, 4, { on: "2025-03-20" }, "it was 20 March", doing);
    expect(early.withoutEffect.map(({ entry, citation }) => [entry.event, citation])).toContainEqual([
      "initial-determination-served",
      "15 CFR 791.105(b)(2)",
    ]);
    await correctEvent(docket, id, 4, { on: "2025-04-03" }, "no, 3 April", doing);
    await correctEvent(docket, id, 5, null, "it was another case's", doing);
    const { events, standing } = await docket.read((view) => showCase(view, id, inApril));
    expect(events.map(({ number, corrected, entry }) => [number, corrected, entry.event, entry.on])).toEqual([
      [1, "no", "review-started", "2025-02-11"],
      [2, "no", "agencies-notified", "2025-02-20"],
      [3, "no", "determination-proposed", "2025-03-11"],
      [4, "corrected", "initial-determination-served", "2025-04-01"],
      [5, "struck-out", "response-received", "2025-05-03"],
      [6, "no", "entry-corrected", "2025-12-01"],
      [7, "no", "entry-corrected", "2025-12-01"],
      [8, "no", "entry-corrected", "2025-12-01"],
      [9, "no", "entry-corrected", "2025-12-01"],
    ]);
    expect(standing).toMatchObject({ state: "ID_SERVED", since: "2025-04-03" });
    const record = await docket.read((view) => recordOf(view, { case: id, act: "event-corrected" }));
    expect(record[0]).toMatchObject({ by: "Ana Ruiz", reason: "the receipt says 3 April" });
    await expect(correctEvent(docket, id, 12, { on: "2025-04-03" }, "no", doing)).rejects.toThrow("there is no entry 12 to correct");
  });

  it("acts once on the same request", async () => {
    const docket = await newDocket(store.newAddress());
    const id = await newCase(docket);
    const started = (on: string) => recordEvent(docket, id, { event: "review-started", on }, null, { ...doing, key: "k" });
    const one = await started("2025-02-11");
    const two = await started("2025-02-11");
    expect([two.repeated, two.entries, two.event]).toEqual([true, one.entries, 1]);
    await expect(started("2025-02-12")).rejects.toThrow("stands for another request");
  });

  it("shows the later of two who edit one case mine, theirs and merged", async () => {
    const docket = await newDocket(store.newAddress());
    const id = await newCase(docket);
    const { version } = await docket.read((view) => showCase(view, id, look));
    await editCase(docket, id, { caption: "Acme Cloud Ltd" }, { by: "Ben", at: doing.at, seen: version, reason: null });
    const mine = editCase(docket, id, { reference: "ICTS-7" }, { ...doing, seen: version, reason: null });
    await expect(mine).rejects.toMatchObject({
      code: "conflict",
      conflict: {
        fields: [
          { path: ["caption"], from: "theirs" },
          { path: ["reference"], from: "mine" },
        ],
        merged: { caption: "Acme Cloud Ltd", reference: "ICTS-7" },
      },
    });
    const clash = editCase(docket, id, { caption: "Acme" }, { ...doing, seen: version, reason: null });
    await expect(clash).rejects.toThrow("both changed caption");
    expect((await docket.read((view) => showCase(view, id, look))).caption).toBe("Acme Cloud Ltd");
  });

  it("leaves open what hangs on a person, until somebody confirms it", async () => {
    const docket = await newDocket(store.newAddress());
    const id = await servedCase(docket, "publication");
    const before = await docket.read((view) => showCase(view, id, inApril));
    expect(before.standing?.deadlines.every(({ unsettled }) => unsettled !== null)).toBe(true);
    expect(calendarFile(deadlinesFor(before))).toContain("STATUS:TENTATIVE");
    const { moved } = await confirmService(docket, id, 4, "2025-04-03", "the Register of 3 April", doing);
    expect(moved.map(({ key, to }) => [key, to])).toEqual([
      ["response", "2025-05-03"],
      ["final-determination", "2025-09-30"],
    ]);
    await confirmPoint(docket, id, "deadline/response", true, "read in the edition of 2025-10-01", doing);
    const after = await docket.read((view) => showCase(view, id, inApril));
    expect(after.standing?.deadlines.map(({ unsettled }) => unsettled)).toEqual([null, null]);
    expect(calendarFile(deadlinesFor(after))).toContain("DTSTART;VALUE=DATE:20250503");
    expect(after.open.find(({ point }) => point === "deadline/response")?.confirmed).toMatchObject({ by: "Ana Ruiz", holds: true });
    await expect(confirmPoint(docket, id, "deadline/nothing", true, "no", doing)).rejects.toThrow("no open point deadline/nothing");
  });

  it("counts a deadline out day by day", async () => {
    const docket = await newDocket(store.newAddress());
    const id = await servedCase(docket);
    await happens(docket, id, "period-extended", "2025-09-01", { until: "2025-10-31", written: true, signed: true, by: "Secretary" });
    const why = await docket.read((view) => whyDeadline(view, id, "final-determination", { ...look, asOf: "2025-09-10" }));
    const counted = why.days.filter(({ role }) => role === "counted");
    expect([counted.length, counted.at(-1)?.day, why.due]).toEqual([180, "2025-09-28", "2025-10-31"]);
    expect(counted.filter(({ off }) => off?.kind === "holiday").map(({ day }) => day)).toEqual([
      "2025-05-26",
      "2025-06-19",
      "2025-07-04",
      "2025-09-01",
    ]);
    expect(why.days.filter(({ role, entry }) => role === "extended" && entry === "5")).toHaveLength(33);
    await expect(docket.read((view) => whyDeadline(view, id, "petition", look))).rejects.toThrow(
      "Expected one of: response, final-determination",
    );
  });

  it("holds reviews of one's own exposure, cases without clocks, and notes", async () => {
    const docket = await newDocket(store.newAddress());
    const own = await openCase(docket, { ...acme, kind: "own-exposure", procedure: "own-exposure" }, doing);
    await happens(docket, own.id, "opened", "2025-11-03");
    const free = await openCase(docket, { ...acme, id: "X-1", procedure: null }, doing);
    await addNote(docket, free.id, "called counsel", doing);
    await expect(happens(docket, free.id, "opened", "2025-11-03")).rejects.toThrow("follows no procedure");
    const list = await docket.read((view) => listCases(view, look));
    expect(list.cases.map(({ id, state }) => [id, state])).toEqual([
      ["2025-0001", "OPENED"],
      ["X-1", null],
    ]);
    expect((await docket.read((view) => showCase(view, "X-1", look))).notes).toEqual([
      { text: "called counsel", by: "Ana Ruiz", at: doing.at },
    ]);
    await expect(openCase(docket, { ...acme, id: "X-1" }, doing)).rejects.toThrow("there is a case X-1 already");
    await expect(openCase(docket, { ...acme, procedure: "us-none" }, doing)).rejects.toThrow("there is no procedure us-none");
  });
});

describe("a day of a case", () => {
  it("is a day where the office is, and what moves to business days goes by its holidays", async () => {
    const docket = await newDocket(join(mkdtempSync(join(tmpdir(), "docket-")), "docket.db"));
    const { id } = await openCase(docket, { ...acme, procedure: "us-cfius" }, doing);
    // 45 days from 10 April 2025 end on Sunday 25 May; Monday is Memorial Day.
    await happens(docket, id, "notice-accepted", "2025-04-10");
    const night = { at: "2025-05-28T03:30:00.000Z" };
    const shown = await docket.read((view) => showCase(view, id, night));
    expect(shown.standing).toMatchObject({ asOf: "2025-05-27", deadlines: [{ id: "review", due: "2025-05-27", status: "open" }] });
  });
});
