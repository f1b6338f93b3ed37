import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseEntry } from "../model/index.js";
import { countOf, movedDeadlines, openPoints, standing } from "./index.js";
import { circulated, finalDetermination, initialDetermination, served, shippedProcedure } from "./sample-case.js";

const procedure = shippedProcedure("us-icts");
const at = (entries: CaseEntry[], asOf: string) => standing(procedure, entries, asOf);
const due = (entries: CaseEntry[], asOf: string, key: string) => at(entries, asOf).deadlines.find((one) => one.key === key)?.due;
const refusals = (entries: CaseEntry[], asOf: string) => at(entries, asOf).ineffective.map(({ entry, because }) => [entry.event, because]);

/** The served case, its service being entry 5. */
const record: CaseEntry[] = [...served.slice(0, 4), initialDetermination("2025-04-01", { id: "5" })];
const correction = (more: Partial<CaseEntry>): CaseEntry => ({
  event: "entry-corrected",
  on: "2025-05-06",
  id: "6",
  corrects: "5",
  ...more,
});

describe("a correction", () => {
  it("of the day of service counts every period from it again, and tells what moved, from which day to which, because of which entry", () => {
    const after = [...record, correction({ reads: { on: "2025-04-04" }, note: "the receipt says 4 April" })];
    expect(due(after, "2025-05-06", "response")).toBe("2025-05-04");
    // Silence was found on 2 May; by the corrected day it comes on 5 May.
    expect(at(after, "2025-05-04").state).toBe("ID_SERVED");
    expect(at(after, "2025-05-06")).toMatchObject({ state: "DEFAULT", since: "2025-05-05", ineffective: [] });
    const because = { entry: "6", event: "entry-corrected", on: "2025-05-06", note: "the receipt says 4 April" };
    expect(movedDeadlines(procedure, record, after, "2025-05-06")).toEqual([
      { key: "response", title: "Response of the parties", change: "moved", from: "2025-05-01", to: "2025-05-04", days: 3, because },
      { key: "final-determination", title: "Final Determination", change: "moved", from: "2025-09-28", to: "2025-10-01", days: 3, because },
    ]);
  });

  it("to a day that the law does not allow takes the effect away: 31 March is day 20 of the notice", () => {
    const after = [...record, correction({ reads: { on: "2025-03-31" } })];
    expect(at(after, "2025-05-06")).toMatchObject({
      state: "ID_PROPOSED",
      deadlines: [],
      ineffective: [{ citation: "15 CFR 791.105(b)(2)" }],
    });
    expect(movedDeadlines(procedure, record, after, "2025-05-06").map(({ key, change, to }) => [key, change, to])).toEqual([
      ["response", "ended", null],
      ["final-determination", "ended", null],
    ]);
  });

  it("may strike an entry out, correct what it holds, and be followed by another", () => {
    expect(at([...record, correction({ reads: null })], "2025-05-06").state).toBe("ID_PROPOSED");
    expect(at([...record, correction({ reads: { signed: false } })], "2025-05-06").state).toBe("ID_PROPOSED");
    const twice = [
      ...record,
      correction({ reads: { on: "2025-04-04" } }),
      correction({ id: "7", on: "2025-05-08", reads: { on: "2025-04-02" } }),
    ];
    expect(due(twice, "2025-05-08", "response")).toBe("2025-05-02");
    expect(due([...twice].reverse(), "2025-05-08", "response")).toBe("2025-05-02");
  });

  it.each([
    ["no entry of that name", { corrects: "99", reads: { on: "2025-04-04" } }, "there is no entry 99 to correct"],
    ["no name", { corrects: undefined, reads: null }, "it does not name the entry that it corrects"],
    ["nothing instead", { reads: undefined }, "it does not say what 5 reads instead"],
    ["a day that no calendar has", { reads: { on: "2025-02-30" } }, "there is no day 2025-02-30"],
    ["a correction", { corrects: "6", reads: null }, "there is no entry 6 to correct"],
  ])("of %s is refused and changes nothing", (_, more, because) => {
    const after = [...record, correction(more as Partial<CaseEntry>)];
    expect(refusals(after, "2025-04-10")).toEqual([["entry-corrected", because]]);
    expect(movedDeadlines(procedure, record, after, "2025-04-10")).toEqual([]);
  });

  it("of a name that two entries have is refused", () => {
    const twins = [...record, { event: "demand", on: "2025-04-02", id: "5" }];
    expect(refusals([...twins, correction({ reads: null })], "2025-05-06")[0]?.[1]).toContain("2 entries are named 5");
  });
});

describe("what moved", () => {
  it("tells an extension, a new deadline and each entry by itself", () => {
    const extension: CaseEntry = {
      event: "period-extended",
      on: "2025-09-01",
      until: "2025-12-31",
      signed: true,
      written: true,
      by: "Secretary",
      id: "9",
    };
    const demand: CaseEntry = { event: "demand", on: "2025-09-02", until: "2025-09-20", id: "10" };
    expect(movedDeadlines(procedure, record, [...record, extension, demand], "2025-09-02")).toMatchObject([
      { key: "final-determination", change: "moved", from: "2025-09-28", to: "2025-12-31", days: 94, because: { entry: "9" } },
      { key: "demand-return/10", change: "began", from: null, to: "2025-09-20", because: { entry: "10" } },
    ]);
  });

  it("tells a clock that stops and runs again", () => {
    const cfius = shippedProcedure("us-cfius");
    const accepted: CaseEntry[] = [{ event: "notice-accepted", on: "2025-09-15" }];
    const lapsed: CaseEntry = { event: "appropriations-lapsed", on: "2025-10-01", id: "2" };
    const restored: CaseEntry = { event: "appropriations-restored", on: "2025-11-13", id: "3" };
    expect(movedDeadlines(cfius, accepted, [...accepted, lapsed, restored], "2025-11-13")).toMatchObject([
      // 45 days from 15 September are 30 October.
      { change: "stopped", from: "2025-10-30", to: null, because: { entry: "2" } },
      { change: "ran-again", from: null, to: "2025-12-12", because: { entry: "3" } },
    ]);
  });
});

describe("service", () => {
  const by = (method: string): CaseEntry[] => [...served.slice(0, 4), initialDetermination("2025-04-01", { id: "5", method })];
  const confirmed: CaseEntry = { event: "service-confirmed", on: "2025-04-20", id: "8", by: "Clerk", effective: "2025-04-08" };

  it.each(["publication", "last-known-address", "mail", "e-mail"])("by %s settles no day until a person confirms it", (method) => {
    const waiting = at(by(method), "2025-06-01");
    expect(waiting.state).toBe("ID_SERVED");
    expect(waiting.deadlines.find(({ key }) => key === "response")).toMatchObject({
      due: "2025-05-01",
      status: "unsettled",
      unsettled: expect.stringContaining("15 CFR 791.105(b)(3), mark UNCONFIRMED"),
      trigger: { method, entry: "5" },
    });
    // 8 April and 30 days: 8 May. Then silence counts.
    const settled = at([...by(method), confirmed], "2025-06-01");
    expect(settled).toMatchObject({ state: "DEFAULT", since: "2025-05-09" });
    expect(settled.deadlines[0]).toMatchObject({ key: "response", due: "2025-05-08", status: "closed", unsettled: null });
    expect(countOf(procedure, [...by(method), confirmed], "2025-06-01", "response")?.trigger.on).toBe("2025-04-08");
  });

  it("that is not settled makes no answer late", () => {
    const answered = [...by("publication"), { event: "response-received", on: "2025-05-05" }];
    expect(at(answered, "2025-05-05")).toMatchObject({ state: "RESPONSE", ineffective: [] });
    // Confirmed for the day of publication itself, the answer of 5 May was late.
    const late = at([...answered, { ...confirmed, effective: "2025-04-01" }], "2025-05-05");
    expect(late).toMatchObject({ state: "DEFAULT", ineffective: [{ as: "logged", citation: "15 CFR 791.107" }] });
  });

  it("that a party answers before the day that is then confirmed is answered all the same", () => {
    const early = at([...by("publication"), { event: "response-received", on: "2025-04-05" }, confirmed], "2025-05-30");
    expect(early).toMatchObject({ state: "RESPONSE", ineffective: [] });
    // 8 April and 30, and 166 days: 8 May, 21 September.
    expect(early.deadlines[0]).toMatchObject({ key: "response", due: "2025-05-08", status: "met", trigger: { on: "2025-04-08" } });
    expect(early.dates.find(({ id }) => id === "last-circulation-for-full-14")?.on).toBe("2025-09-21");
  });

  it("confirmed for a later day keeps the 21 days of the agencies: sent on day 20, received on day 21", () => {
    const sent = (on: string) => [...served.slice(0, 4), initialDetermination(on, { id: "5", method: "mail" })];
    expect(at(sent("2025-03-31"), "2025-04-02").ineffective).toMatchObject([{ citation: "15 CFR 791.105(b)(2)" }]);
    expect(at([...sent("2025-03-31"), { ...confirmed, effective: "2025-04-01" }], "2025-04-20").state).toBe("ID_SERVED");
  });

  it("by hand counts from its day, and one that does not say how is counted from its day and told", () => {
    expect(at(by("by-hand"), "2025-04-10")).toMatchObject({ deadlines: [{ due: "2025-05-01", unsettled: null }, {}], remarks: [] });
    const { method: _, ...silent } = initialDetermination("2025-04-01");
    expect(at([...served.slice(0, 4), silent], "2025-04-10").remarks).toEqual([expect.stringContaining("does not say how it was served")]);
  });

  it("by a way that there is not is refused; so is a confirmation without a person, a day or a service, or for a day before", () => {
    expect(at(by("pigeon"), "2025-04-10").ineffective).toMatchObject([{ because: expect.stringContaining("no way of service pigeon") }]);
    for (const more of [{ by: undefined }, { effective: undefined }, { confirms: "77" }, { effective: "2025-03-31" }]) {
      const entries = [...by("mail"), { ...confirmed, ...more } as CaseEntry];
      expect(at(entries, "2025-06-01").ineffective, JSON.stringify(more)).toMatchObject([{ entry: { event: "service-confirmed" } }]);
      expect(at(entries, "2025-06-01").state).toBe("ID_SERVED");
    }
  });

  it("may be settled for all cases of a way by confirming the point", () => {
    const point: CaseEntry = {
      event: "point-confirmed",
      on: "2025-04-02",
      confirms: "service/mail",
      by: "Counsel",
      note: "memorandum of 2025-04-02",
    };
    expect(at([...by("mail"), point], "2025-06-01")).toMatchObject({ state: "DEFAULT", since: "2025-05-02" });
  });
});

describe("open points", () => {
  const confirm = (confirms: string, more: Partial<CaseEntry> = {}): CaseEntry => ({
    event: "point-confirmed",
    on: "2025-02-06",
    id: "c",
    confirms,
    by: "Counsel",
    note: "15 CFR 791, edition of 2026",
    ...more,
  });

  it("are what was not read as it is in force, each once", () => {
    const points = openPoints(procedure);
    expect(new Set(points.map(({ point }) => point)).size).toBe(points.length);
    for (const { mark } of points) expect(["OLD", "SEC", "S", "UNCONFIRMED"]).toContain(mark);
    const names = points.map(({ point }) => point);
    for (const expected of [
      "state/RESPONSE",
      "state/DEFAULT",
      "state/VIOLATION",
      "move/demand",
      "move/deviation",
      "move/response-extended",
      "deadline/response",
      "deadline/petition",
      "deadline/petition-decision",
      "content/initial-determination-served/unclassified",
      "content/final-determination/penalties",
      "lapse/response",
      "service/publication",
      "service/last-known-address",
    ]) {
      expect(names).toContain(expected);
    }
    for (const read of ["deadline/final-determination", "deadline/concurrence", "hold", "state/FD_CIRCULATED"])
      expect(names).not.toContain(read);
  });

  it("show who confirmed them and on what source", () => {
    const found = openPoints(procedure, [confirm("deadline/response")]).find(({ point }) => point === "deadline/response");
    expect(found?.confirmed).toEqual({ entry: "c", by: "Counsel", on: "2025-02-06", holds: true, source: "15 CFR 791, edition of 2026" });
    expect(at([...served, confirm("deadline/response")], "2025-04-02").deadlines[0]?.confirmed?.by).toBe("Counsel");
  });

  it("a confirmed content is required; one found not in force is not missed", () => {
    const without = finalDetermination("2025-06-20", {
      contains: finalDetermination("x").contains?.filter((one) => one !== "penalties") ?? [],
    });
    const point = "content/final-determination/penalties";
    expect(at([...circulated, without], "2025-06-20")).toMatchObject({
      state: "PROHIBITED",
      remarks: [expect.stringContaining("penalties")],
    });
    expect(at([...circulated, without, confirm(point)], "2025-06-20")).toMatchObject({
      state: "FD_CIRCULATED",
      ineffective: [{ mark: "OLD" }],
    });
    expect(at([...circulated, without, confirm(point, { holds: false })], "2025-06-20")).toMatchObject({
      state: "PROHIBITED",
      remarks: [],
    });
  });

  it("the 30 days to respond are extended only once a person confirmed that they can be", () => {
    const extended: CaseEntry = { event: "response-extended", on: "2025-04-15", until: "2025-05-15" };
    expect(at([...served, extended], "2025-04-20")).toMatchObject({
      ineffective: [
        { as: "refused", citation: "15 CFR 791.107", mark: "UNCONFIRMED", because: expect.stringContaining("move/response-extended") },
      ],
    });
    expect(due([...served, extended], "2025-04-20", "response")).toBe("2025-05-01");
    const confirmedThen = [...served, extended, confirm("move/response-extended")];
    expect(due(confirmedThen, "2025-04-20", "response")).toBe("2025-05-15");
    expect(at(confirmedThen, "2025-05-10").state).toBe("ID_SERVED");
  });

  it("a period, a lapse or a move that was found not to be in force runs no more", () => {
    expect(at([...served, confirm("deadline/response", { holds: false })], "2025-06-01")).toMatchObject({
      state: "ID_SERVED",
      deadlines: [{ key: "final-determination" }],
    });
    expect(at([...served, confirm("lapse/response", { holds: false })], "2025-06-01").state).toBe("ID_SERVED");
    const deviation: CaseEntry = { event: "deviation", on: "2025-04-02", outcome: "consider" };
    expect(at([...served, deviation], "2025-04-02").state).toBe("CONSIDER");
    expect(at([...served, deviation, confirm("move/deviation", { holds: false })], "2025-04-02").state).toBe("ID_SERVED");
  });

  it.each([
    ["of what is not open", confirm("deadline/final-determination")],
    ["of nothing", confirm("deadline/no-such")],
    ["by nobody", confirm("deadline/response", { by: undefined } as Partial<CaseEntry>)],
    ["on no source", confirm("deadline/response", { note: undefined } as Partial<CaseEntry>)],
  ])("a confirmation %s is refused", (_, entry) => {
    expect(refusals([...served, entry], "2025-04-02")).toHaveLength(1);
  });
});

describe("a day on which the office was closed", () => {
  it("is known to the count by its entry, and moves an end that falls on it", () => {
    // 45 days from Monday 2 June 2025 are Thursday 17 July.
    const entries: CaseEntry[] = [
      { event: "notice-accepted", on: "2025-06-02" },
      { event: "office-closed", on: "2025-07-17", id: "w", note: "Closed for a storm, by the Office of Personnel Management" },
    ];
    const count = countOf(shippedProcedure("us-cfius"), entries, "2025-06-02", "review");
    expect(count?.due).toBe("2025-07-18");
    expect(count?.days.at(-2)).toMatchObject({ day: "2025-07-17", number: 45, off: { kind: "closure", entry: "w" } });
  });
});

describe("what the calendar does not know", () => {
  const remarks = (on: string) =>
    countOf(shippedProcedure("us-cfius"), [{ event: "notice-accepted", on }], on, "review")?.remarks.join(" ") ?? "";

  it("is said where the count depends on it", () => {
    expect(remarks("2025-03-03")).toBe("");
    expect(remarks("2026-03-03")).toContain("Closings by order after 2025-12-31");
    expect(remarks("2017-03-03")).toContain("Closings by order before 2018-01-01");
    expect(remarks("1969-03-03")).toContain("begins on 1971-01-01");
    // No end of us-icts moves, so no closing matters to it.
    const late = [...served.slice(0, 4), initialDetermination("2026-02-02")];
    expect(countOf(procedure, late, "2026-02-02", "final-determination")?.remarks).toEqual([]);
  });
});

describe("what cannot be read", () => {
  it("a day that no calendar has is refused and the rest is read", () => {
    for (const on of ["2025-02-30", "2025-04-31", "9999-12-31", "0001-01-01"]) {
      expect(at([...served, { event: "demand", on, id: "x" }], "2025-04-10")).toMatchObject({
        state: "ID_SERVED",
        ineffective: [{ as: "refused", because: `there is no day ${on}` }],
      });
    }
    expect(at([...served, { event: "demand", on: "2025-04-02", until: "2025-02-30" }], "2025-04-10").ineffective).toHaveLength(1);
  });

  it("whatever is entered, a case stands somewhere, and every refusal names its ground", () => {
    const day = fc.constantFrom("2025-02-11", "2025-04-01", "2025-04-30", "2025-02-30", "2028-02-29", "9999-12-31");
    const entry: fc.Arbitrary<CaseEntry> = fc.record(
      {
        event: fc.constantFrom(
          "entry-corrected",
          "service-confirmed",
          "point-confirmed",
          "office-closed",
          "demand",
          "deviation",
          "initial-determination-served",
        ),
        on: day,
        id: fc.constantFrom("1", "2", "5", "constructor", "__proto__"),
        at: fc.constantFrom("2025-04-01T12:00:00Z", "2025-02-11T03:00:00Z", "2025-99-99T12:00:00Z"),
        corrects: fc.constantFrom("1", "5", "__proto__"),
        reads: fc.constantFrom(null, {}, { on: "2025-04-03" }, { on: "2025-02-30" }),
        confirms: fc.constantFrom("1", "5", "deadline/response", "service/mail", "__proto__"),
        effective: day,
        until: day,
        by: fc.constant("Clerk"),
        note: fc.constant("a source"),
        holds: fc.boolean(),
        method: fc.constantFrom("mail", "by-hand", "constructor"),
        outcome: fc.constantFrom("constructor", "__proto__", "none"),
      },
      { requiredKeys: ["event", "on"] },
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (more) => {
        const found = at([...record, ...more], "2025-06-01");
        expect([null, ...procedure.states.map(({ id }) => id)]).toContain(found.state);
        for (const one of found.ineffective) {
          expect(one.because).not.toBe("");
          expect(one.citation).toMatch(/791/);
        }
        for (const { key } of found.deadlines) expect(countOf(procedure, [...record, ...more], "2025-06-01", key)).not.toBeNull();
      }),
    );
  });
});
