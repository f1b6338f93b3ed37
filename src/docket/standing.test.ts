import { describe, expect, it } from "vitest";
import type { CaseEntry } from "../model/index.js";
import { circulated, finalDetermination, initialDetermination, served, shippedProcedure } from "./sample-case.js";
import { standing } from "./standing.js";

const procedure = shippedProcedure("us-icts");
const at = (entries: CaseEntry[], asOf: string) => standing(procedure, entries, asOf);
const deadline = (entries: CaseEntry[], asOf: string, id: string, agency?: string) =>
  at(entries, asOf).deadlines.find((one) => one.id === id && (agency === undefined || one.agency === agency));
const refusals = (entries: CaseEntry[], asOf: string) =>
  at(entries, asOf).ineffective.map(({ entry, as, citation }) => [entry.event, as, citation]);
const objection = (on: string, more: Partial<CaseEntry> = {}): CaseEntry => ({
  event: "agency-objected",
  on,
  agency: "Justice",
  written: true,
  rank: "deputy-secretary",
  ...more,
});
const extension = (more: Partial<CaseEntry> = {}): CaseEntry => ({
  event: "period-extended",
  on: "2025-09-01",
  until: "2025-12-31",
  signed: true,
  written: true,
  by: "Secretary",
  ...more,
});

describe("1: the 180 days", () => {
  it("do not run before the Initial Determination is served, however long the review takes", () => {
    for (const asOf of ["2025-02-11", "2025-03-31", "2030-01-01"]) {
      expect(at(served.slice(0, 4), asOf).deadlines).toEqual([]);
    }
    expect(at(served.slice(0, 4), "2030-01-01").state).toBe("ID_PROPOSED");
  });

  it("run from its service: 2025-04-01 and 180 days are 2025-09-28", () => {
    expect(deadline(served, "2025-04-01", "final-determination")).toMatchObject({
      due: "2025-09-28",
      status: "open",
      trigger: { event: "initial-determination-served", on: "2025-04-01" },
      count: "180 calendar days after the Initial Determination is served, its day not counted",
      citation: "15 CFR 791.109",
    });
    // A Sunday: no roll. The day after, it is overdue.
    expect(deadline(served, "2025-09-28", "final-determination")?.status).toBe("open");
    expect(deadline(served, "2025-09-29", "final-determination")?.status).toBe("overdue");
  });

  it("are extended by a signed writing alone", () => {
    expect(deadline([...served, extension()], "2025-10-01", "final-determination")).toMatchObject({
      due: "2025-12-31",
      extendedFrom: "2025-09-28",
      status: "open",
    });
    for (const more of [{ signed: false }, { written: false }, { by: undefined }, { until: undefined }, { until: "2025-09-28" }]) {
      const entries = [...served, extension(more as Partial<CaseEntry>)];
      expect(deadline(entries, "2025-10-01", "final-determination")?.due).toBe("2025-09-28");
      expect(refusals(entries, "2025-10-01")).toEqual([["period-extended", "refused", "15 CFR 791.109"]]);
    }
    expect(refusals([...served.slice(0, 4), extension()], "2025-10-01")).toEqual([["period-extended", "refused", "15 CFR 791.109"]]);
  });
});

describe("2: the notice of 21 calendar days", () => {
  it("refuses service on day 20 and allows it on day 21", () => {
    const upTo = served.slice(0, 4);
    expect(at(upTo, "2025-03-11").dates).toContainEqual(expect.objectContaining({ id: "earliest-service", on: "2025-04-01" }));
    const early = at([...upTo, initialDetermination("2025-03-31")], "2025-04-30");
    expect(early.state).toBe("ID_PROPOSED");
    expect(early.deadlines).toEqual([]);
    expect(early.ineffective).toMatchObject([
      { as: "refused", citation: "15 CFR 791.105(b)(2)", because: expect.stringContaining("2025-04-01 is the earliest day") },
    ]);
    expect(at(served, "2025-04-01").state).toBe("ID_SERVED");
  });

  it("counts from the latest notice", () => {
    const again = [...served.slice(0, 4), { event: "determination-proposed", on: "2025-03-20" }, initialDetermination("2025-04-01")];
    expect(refusals(again, "2025-04-02")).toEqual([["initial-determination-served", "refused", "15 CFR 791.105(b)(2)"]]);
  });

  it("refuses an Initial Determination of which agencies had no notice", () => {
    expect(refusals([...served.slice(0, 3), initialDetermination("2025-04-01")], "2025-04-02")).toEqual([
      ["initial-determination-served", "refused", "15 CFR 791.105(b)(2)"],
    ]);
  });

  it("counts over a leap day: 21 days from 2028-02-20 are 2028-03-12, and 180 from there 2028-09-08", () => {
    const leap: CaseEntry[] = [
      { event: "review-started", on: "2028-01-10" },
      { event: "agencies-notified", on: "2028-01-20" },
      { event: "determination-proposed", on: "2028-02-20" },
      initialDetermination("2028-03-12"),
    ];
    expect(at(leap, "2028-03-12")).toMatchObject({
      state: "ID_SERVED",
      dates: [
        { id: "earliest-service", on: "2028-03-12" },
        { id: "last-circulation-for-full-14", on: "2028-08-25" },
        { id: "last-circulation-for-silence", on: "2028-08-24" },
      ],
    });
    expect(deadline(leap, "2028-03-12", "final-determination")?.due).toBe("2028-09-08");
    expect(deadline(leap, "2028-03-12", "response")?.due).toBe("2028-04-11");
  });
});

describe("3: concurrence", () => {
  it("is presumed only after 14 full days from that agency's own receipt", () => {
    const entries = [...circulated, { event: "circulation-received", on: "2025-06-05", agency: "State", written: true }];
    expect(at(entries, "2025-06-16").presumed).toEqual([]);
    expect(at(entries, "2025-06-17").presumed.map(({ agency, since }) => [agency, since])).toEqual([
      ["Justice", "2025-06-17"],
      ["Treasury", "2025-06-17"],
    ]);
    expect(at(entries, "2025-06-20").presumed.map(({ agency }) => agency)).toContain("State");
    expect(refusals([...entries, finalDetermination("2025-06-19")], "2025-06-19")).toEqual([
      ["final-determination", "refused", "15 CFR 791.108(b)"],
    ]);
    expect(at([...entries, finalDetermination("2025-06-20")], "2025-06-20").state).toBe("PROHIBITED");
  });

  it("can be given earlier, by each agency for itself", () => {
    const concur = (agency: string): CaseEntry => ({ event: "agency-concurred", on: "2025-06-04", agency });
    expect(refusals([...circulated, concur("Justice"), finalDetermination("2025-06-05")], "2025-06-05")).toHaveLength(1);
    expect(at([...circulated, concur("Justice"), concur("Treasury"), finalDetermination("2025-06-05")], "2025-06-05").state).toBe(
      "PROHIBITED",
    );
  });

  it.each([
    ["one day late", objection("2025-06-17")],
    ["below the rank", objection("2025-06-10", { rank: "under-secretary" })],
    ["without a rank", objection("2025-06-10", { rank: undefined } as Partial<CaseEntry>)],
    ["not in writing", objection("2025-06-10", { written: false })],
    ["of an agency that received nothing", objection("2025-06-10", { agency: "State" })],
  ])("an objection %s is logged and has no effect", (_, entry) => {
    const standingThen = at([...circulated, entry], "2025-06-20");
    expect(standingThen.state).toBe("FD_CIRCULATED");
    expect(standingThen.ineffective).toMatchObject([{ as: "logged", citation: "15 CFR 791.108(c)" }]);
    expect(standingThen.presumed.map(({ agency }) => agency)).toEqual(["Justice", "Treasury"]);
  });

  it("an objection in time and rank stands, on the 14th day too", () => {
    expect(at([...circulated, objection("2025-06-16")], "2025-06-16")).toMatchObject({ state: "OBJECTION", ineffective: [] });
    expect(at([...circulated, objection("2025-06-03", { rank: "secretary" })], "2025-06-03").state).toBe("OBJECTION");
  });
});

describe("4: an objection", () => {
  it("never resolves itself, and stands over every Final Determination", () => {
    const entries = [...circulated, objection("2025-06-10")];
    expect(at(entries, "2045-01-01").state).toBe("OBJECTION");
    expect(refusals([...entries, finalDetermination("2025-09-01")], "2025-09-02")).toEqual([
      ["final-determination", "refused", "15 CFR 791.108(b)-(c), 791.109"],
    ]);
  });

  it("leads to no President: a person decides, by signature", () => {
    expect(JSON.stringify(procedure.moves)).not.toContain("President");
    expect(procedure.states.map(({ id }) => id)).not.toContain("PRESIDENT");
    const decided = { event: "objection-decided", on: "2025-07-01", outcome: "back-to-agencies", signed: true, by: "General Counsel" };
    const entries = [...circulated, objection("2025-06-10")];
    expect(at([...entries, { ...decided, signed: false }], "2025-07-01").state).toBe("OBJECTION");
    expect(at([...entries, { ...decided, outcome: "president" }], "2025-07-01").state).toBe("OBJECTION");
    expect(at([...entries, decided], "2025-07-01").state).toBe("FD_CIRCULATED");
    expect(at([...entries, decided, finalDetermination("2025-07-02")], "2025-07-02").state).toBe("PROHIBITED");
  });
});

describe("5: the Final Determination", () => {
  const issued = [...circulated, finalDetermination("2025-06-20")];

  it("comes exactly once, signed", () => {
    expect(at(issued, "2025-06-20")).toMatchObject({ state: "PROHIBITED", ineffective: [] });
    expect(deadline(issued, "2026-06-20", "final-determination")).toMatchObject({ status: "met", metOn: "2025-06-20" });
    expect(refusals([...issued, finalDetermination("2025-06-21", { outcome: "mitigated" })], "2025-06-21")).toHaveLength(1);
    expect(refusals([...circulated, finalDetermination("2025-06-20", { signed: false })], "2025-06-20")).toEqual([
      ["final-determination", "refused", "15 CFR 791.109(d)(1)"],
    ]);
  });

  it("is owed in every case with an Initial Determination: none is closed, and it stays overdue", () => {
    const closed = [...served, { event: "closed", on: "2025-05-05" }];
    expect(refusals(closed, "2025-05-05")).toEqual([["closed", "refused", "15 CFR 791.109"]]);
    expect(deadline(closed, "2026-01-01", "final-determination")?.status).toBe("overdue");
  });

  it("is owed where the parties are silent, and may then come without the agencies", () => {
    expect(at(served, "2025-05-01").state).toBe("ID_SERVED");
    expect(at(served, "2025-05-02")).toMatchObject({ state: "DEFAULT", since: "2025-05-02" });
    expect(at([...served, finalDetermination("2025-05-02", { outcome: "mitigated" })], "2025-05-02").state).toBe("MITIGATED");
  });

  it("has to hold what the section asks; what was not read in force is a remark", () => {
    const without = (id: string) =>
      finalDetermination("2025-06-20", { contains: (finalDetermination("2025-06-20").contains ?? []).filter((one) => one !== id) });
    expect(at([...circulated, without("cessation")], "2025-06-20").ineffective).toMatchObject([
      { as: "refused", because: expect.stringContaining("cessation") },
    ]);
    const penalties = at([...circulated, without("penalties")], "2025-06-20");
    expect(penalties.state).toBe("PROHIBITED");
    expect(penalties.remarks).toEqual([expect.stringContaining("penalties for non-compliance")]);
  });

  it("not prohibiting does not bar a new review, whose clocks are its own and whose hold goes on", () => {
    const again: CaseEntry[] = [
      ...circulated,
      finalDetermination("2025-06-20", { outcome: "not-prohibited" }),
      { event: "review-started", on: "2026-01-12" },
      { event: "agencies-notified", on: "2026-01-20" },
      { event: "determination-proposed", on: "2026-02-02" },
    ];
    expect(at(again, "2026-02-23")).toMatchObject({ state: "ID_PROPOSED", deadlines: [], hold: { starts: "2025-04-01" } });
    const second = [...again, initialDetermination("2026-02-23"), finalDetermination("2026-03-26")];
    expect(deadline(second, "2026-03-26", "final-determination")).toMatchObject({ due: "2026-08-22", status: "met" });
    expect(at(second, "2026-03-26").state).toBe("PROHIBITED");
  });

  it("late is late, and stands", () => {
    const late = [...circulated, finalDetermination("2025-10-10")];
    expect(deadline(late, "2025-10-10", "final-determination")).toMatchObject({ status: "met-late", metOn: "2025-10-10" });
  });

  it("can be amended by a new instrument, which is no second one; a violation starts 30 and 30 days", () => {
    const after: CaseEntry[] = [
      ...issued,
      { event: "determination-amended", on: "2026-01-05", signed: true, by: "Secretary" },
      { event: "violation-noticed", on: "2026-02-02" },
      { event: "petition-filed", on: "2026-02-20" },
    ];
    expect(at(after, "2026-02-20").state).toBe("VIOLATION");
    expect(deadline(after, "2026-02-20", "petition")).toMatchObject({ due: "2026-03-04", status: "met" });
    expect(deadline(after, "2026-02-20", "petition-decision")).toMatchObject({ due: "2026-03-22", status: "open" });
  });
});

describe("a late response", () => {
  it("is kept without effect, and one on the last day counts", () => {
    const late = at([...served, { event: "response-received", on: "2025-05-02" }], "2025-05-02");
    expect(late).toMatchObject({ state: "DEFAULT", ineffective: [{ as: "logged", citation: "15 CFR 791.107" }] });
    expect(at([...served, { event: "response-received", on: "2025-05-01" }], "2025-05-02").state).toBe("RESPONSE");
  });
});

describe("6: the record hold", () => {
  const branches = (entries: CaseEntry[], asOf: string) =>
    at(entries, asOf).hold?.branches.map(({ id, until, applies }) => [id, until, applies]);

  it("starts at the first notice or demand, not at the review", () => {
    expect(at([{ event: "review-started", on: "2025-02-11" }], "2025-03-01").hold).toBeNull();
    const demanded = [
      { event: "review-started", on: "2025-02-11" },
      { event: "notice-of-review", on: "2025-03-09" },
      { event: "demand", on: "2025-03-05" },
    ];
    expect(at(demanded, "2025-04-01").hold).toMatchObject({ starts: "2025-03-05", citation: "15 CFR 791.106" });
  });

  it("gives both branches: 10 years from the determination, or from the first notice without an initial one", () => {
    const demand = { event: "demand", on: "2025-02-15" };
    expect(branches([...served.slice(0, 2), demand], "2026-01-01")).toEqual([
      ["after-determination", null, "open"],
      ["no-initial-notice", "2035-02-15", "open"],
    ]);
    expect(branches([...served.slice(0, 2), demand], "2035-02-16")).toEqual([
      ["after-determination", null, "no"],
      ["no-initial-notice", "2035-02-15", "yes"],
    ]);
    expect(branches([...served, demand], "2035-02-16")).toEqual([
      ["after-determination", null, "open"],
      ["no-initial-notice", "2035-02-15", "no"],
    ]);
    expect(branches([...circulated, demand, finalDetermination("2025-06-20")], "2026-01-01")).toEqual([
      ["after-determination", "2035-06-20", "yes"],
      ["no-initial-notice", "2035-02-15", "no"],
    ]);
  });

  it("is never short: 10 years from 29 February end on 1 March", () => {
    expect(branches([{ event: "demand", on: "2028-02-29" }], "2028-03-01")?.[1]).toEqual(["no-initial-notice", "2038-03-01", "open"]);
  });
});
