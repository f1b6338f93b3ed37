import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { proposeDecision } from "../decisions/index.js";
import { stateFact } from "../evidence/index.js";
import type { Docket } from "../journal/index.js";
import { openDocket } from "../open.js";
import { attachSample } from "../runs/sample-run.js";
import { initialDetermination, served } from "../sample-case.js";
import { type Looking, openCase, recordEvent, workOf } from "./index.js";

let docket: Docket;
afterEach(() => docket.close());

const ana = { by: "Ana Ruiz", at: "2025-05-01T15:00:00.000Z" };
const everybody: Looking = { name: "Ben Okafor", may: () => true, sees: () => true };

async function withCase(entries: typeof served, more: { kind?: "own-exposure"; procedure?: string | null } = {}): Promise<string> {
  docket = await openDocket(join(mkdtempSync(join(tmpdir(), "work-")), "docket.db"), { create: true });
  const given = { caption: "Acme", kind: "provider-review" as const, procedure: "us-icts", reference: null, parties: [], ...more };
  const { id } = await openCase(docket, given, ana);
  for (const entry of entries) await recordEvent(docket, id, entry, null, ana);
  return id;
}

const work = (asOf: string, who = everybody) => docket.read((view) => workOf(view, { at: ana.at, asOf }, who));
const told = async (asOf: string, who = everybody) =>
  (await work(asOf, who)).items.map(({ group, ask, due, days, owner }) => ({ group, ask, due, days, owner }));

describe("what waits", () => {
  it("has a window of the parties with others and the office's own duty by its clock", async () => {
    await withCase(served);
    // Served on 1 April 2025: 30 days end on 1 May, 180 days on 28 September.
    expect(await told("2025-04-20")).toEqual([
      { group: "later", ask: "Act before the last day: Final Determination", due: "2025-09-28", days: 161, owner: "Secretary" },
      { group: "others", ask: "Await: Response of the parties", due: "2025-05-01", days: 11, owner: "parties" },
    ]);
  });

  it.each([
    // 28 September 2025 is a Sunday: of the days after Friday the 19th, 22 to 26 are five of business; after Thursday the 18th there are six.
    ["2025-09-18", "later"],
    ["2025-09-19", "soon"],
    ["2025-09-28", "soon"],
    ["2025-09-29", "overdue"],
  ])("on %s a duty of 28 September is %s, by business days of the office", async (asOf, group) => {
    await withCase(served);
    expect((await told(asOf)).find(({ ask }) => ask.endsWith("Final Determination"))).toMatchObject({ group });
  });

  it("counts Columbus Day and the day after it as the office's calendar does", async () => {
    // 180 days after 15 April 2025 are Sunday 12 October; 180 after 17 April, Tuesday the 14th, with Monday the 13th a holiday.
    await withCase([...served.slice(0, 4), initialDetermination("2025-04-17")]);
    // From Monday the 6th on: 7, 8, 9, 10 and 14 are five days of business.
    expect((await told("2025-10-06")).find(({ due }) => due === "2025-10-14")).toMatchObject({ group: "soon" });
    expect((await told("2025-10-05")).find(({ due }) => due === "2025-10-14")).toMatchObject({ group: "later" });
  });

  it("asks to confirm a service whose day is not known, and lets nobody be late by it", async () => {
    await withCase([...served.slice(0, 4), initialDetermination("2025-04-01", { method: "mail" })]);
    expect((await told("2025-05-20"))[1]).toMatchObject({ group: "no-clock", ask: "Confirm the day of service: Response of the parties" });
  });

  it("tells whose step is next where no clock runs, and nothing of what has ended", async () => {
    await withCase(served.slice(0, 2));
    expect(await told("2025-03-01")).toEqual([
      { group: "no-clock", ask: "Take the next step: Under review", due: null, days: null, owner: "Secretary" },
    ]);
    await docket.close();
    await withCase([
      { event: "information-received", on: "2025-03-01" },
      { event: "intake-stopped", on: "2025-03-02" },
    ]);
    expect(await told("2025-03-03")).toEqual([]);
  });

  it("waits with others for whoever wrote a decision, and asks an approver who did not", async () => {
    const id = await withCase(served.slice(0, 2));
    await stateFact(docket, id, { text: "Acme holds the keys.", quotes: [] }, ana);
    await attachSample(docket, id, [["a1", "prohibited"]], { asOf: "2025-04-01" });
    const rest = { handling: "internal" as const, outcome: "prohibited" as const, measures: [], grounds: null, draft: null };
    await proposeDecision(docket, id, { title: "Determination", run: "r1", findings: ["a1"], facts: [], evidence: [], ...rest }, ana);
    const decision = async (who: Looking) => (await work("2025-05-01", who)).items.find(({ about }) => about === "decision")?.group;
    expect(await decision(everybody)).toBe("no-clock");
    expect(await decision({ ...everybody, name: " ana  ruiz" })).toBe("others");
    expect(await decision({ ...everybody, may: () => false })).toBe("others");
    expect((await told("2025-05-01")).map(({ ask }) => ask)).toContain("Find evidence for 1 fact without any");
    const seen = await work("2025-05-01", { ...everybody, sees: () => false });
    expect([seen.items.map(({ about }) => about), seen.withheld]).toEqual([["step"], 2]);
  });
});
