import { describe, expect, it } from "vitest";
import type { CaseEntry, Mark } from "../model/index.js";
import { addDays } from "./days.js";
import { standing } from "./index.js";
import { circulated, finalDetermination, served, shippedProcedure } from "./sample-case.js";

const procedure = shippedProcedure("us-icts");
const at = (entries: CaseEntry[], asOf: string) => standing(procedure, entries, asOf);

/** The states that moves and lapses lead to from one, other than itself. */
function leadsTo(state: string): string[] {
  const moves = procedure.moves.filter(({ event, from }) => event !== "deviation" && from !== "any" && from.includes(state));
  const by = [
    ...moves.flatMap(({ to }) => (typeof to === "string" ? [to] : Object.values(to))),
    ...procedure.lapses.filter(({ from }) => from.includes(state)).map(({ to }) => to),
  ];
  return [...new Set(by)].filter((one) => one !== "same" && one !== state).sort();
}

const objected: CaseEntry[] = [
  ...circulated,
  { event: "agency-objected", on: "2025-06-10", agency: "Justice", written: true, rank: "deputy-secretary" },
];
const decided = (outcome: string): CaseEntry[] => [...circulated, finalDetermination("2025-06-20", { outcome })];

/** A case in each state, on a day. */
const cases: Record<string, { entries: CaseEntry[]; on: string }> = {
  INTAKE: { entries: served.slice(0, 1), on: "2025-02-10" },
  STOPPED: { entries: [...served.slice(0, 1), { event: "intake-stopped", on: "2025-02-11" }], on: "2025-02-11" },
  UNDER_REVIEW: { entries: served.slice(0, 2), on: "2025-02-11" },
  AGENCY_NOTIFIED: { entries: served.slice(0, 3), on: "2025-02-20" },
  CLOSED: { entries: [...served.slice(0, 3), { event: "closed", on: "2025-03-01" }], on: "2025-03-01" },
  ID_PROPOSED: { entries: served.slice(0, 4), on: "2025-03-11" },
  ID_SERVED: { entries: served, on: "2025-04-01" },
  RESPONSE: { entries: circulated.slice(0, 6), on: "2025-04-20" },
  DEFAULT: { entries: served, on: "2025-05-02" },
  CONSIDER: { entries: circulated.slice(0, 7), on: "2025-04-22" },
  FD_CIRCULATED: { entries: circulated, on: "2025-06-02" },
  OBJECTION: { entries: objected, on: "2025-06-10" },
  PROHIBITED: { entries: decided("prohibited"), on: "2025-06-20" },
  MITIGATED: { entries: decided("mitigated"), on: "2025-06-20" },
  NOT_PROHIBITED: { entries: decided("not-prohibited"), on: "2025-06-20" },
  AMENDED: {
    entries: [...decided("prohibited"), { event: "determination-amended", on: "2025-07-01", signed: true, by: "Secretary" }],
    on: "2025-07-01",
  },
  VIOLATION: { entries: [...decided("mitigated"), { event: "violation-noticed", on: "2025-07-01", method: "by-hand" }], on: "2025-07-01" },
};

describe("the states of 15 CFR part 791, subparts A to C", () => {
  it.each<[string, string, Mark, string, string[]]>([
    ["INTAKE", "15 CFR 791.100(a)", "R*", "Commerce", ["STOPPED", "UNDER_REVIEW"]],
    ["STOPPED", "15 CFR 791.103(a)", "R", "nobody", ["UNDER_REVIEW"]],
    ["UNDER_REVIEW", "15 CFR 791.103(a)", "R", "Secretary", ["AGENCY_NOTIFIED", "CLOSED"]],
    ["AGENCY_NOTIFIED", "15 CFR 791.104", "R*", "Secretary", ["CLOSED", "ID_PROPOSED"]],
    ["CLOSED", "15 CFR 791.105(a)", "R", "nobody", ["UNDER_REVIEW"]],
    ["ID_PROPOSED", "15 CFR 791.105(b)(1)-(2)", "R", "Secretary", ["ID_SERVED"]],
    ["ID_SERVED", "15 CFR 791.105(b)(3)", "R*", "parties", ["DEFAULT", "RESPONSE"]],
    ["RESPONSE", "15 CFR 791.107", "OLD", "Secretary", ["CONSIDER"]],
    // Silence lets the determination issue at once; an answer that is in time after all, and consulting, are possible.
    [
      "DEFAULT",
      "15 CFR 791.107",
      "OLD",
      "Secretary",
      ["CONSIDER", "FD_CIRCULATED", "MITIGATED", "NOT_PROHIBITED", "PROHIBITED", "RESPONSE"],
    ],
    ["CONSIDER", "15 CFR 791.108(a)", "R", "Secretary and parties", ["FD_CIRCULATED", "RESPONSE"]],
    ["FD_CIRCULATED", "15 CFR 791.108(b)", "R", "agency heads", ["MITIGATED", "NOT_PROHIBITED", "OBJECTION", "PROHIBITED"]],
    // A person decides; the text gives no path.
    ["OBJECTION", "15 CFR 791.108(c)", "R", "a person of the Department", ["CONSIDER", "FD_CIRCULATED"]],
    ["PROHIBITED", "15 CFR 791.109(a)(1), (c)", "R*", "parties", ["AMENDED", "MITIGATED", "NOT_PROHIBITED", "VIOLATION"]],
    ["MITIGATED", "15 CFR 791.109(a)(3)", "R*", "parties and monitor", ["AMENDED", "NOT_PROHIBITED", "PROHIBITED", "VIOLATION"]],
    ["NOT_PROHIBITED", "15 CFR 791.109(a)(2)", "R*", "nobody", ["AMENDED", "MITIGATED", "PROHIBITED", "UNDER_REVIEW"]],
    ["AMENDED", "15 CFR 791.6", "SAME", "parties", ["MITIGATED", "NOT_PROHIBITED", "PROHIBITED", "UNDER_REVIEW", "VIOLATION"]],
    ["VIOLATION", "15 CFR 791.200", "OLD", "parties", ["AMENDED", "MITIGATED", "NOT_PROHIBITED", "PROHIBITED"]],
  ])("%s: %s, mark %s, next step of %s, leads to %j", (id, citation, mark, actor, next) => {
    expect(procedure.states.find((one) => one.id === id)).toMatchObject({ citation, mark, actor });
    expect(leadsTo(id)).toEqual(next);
  });

  it("are all reached by a case, and each says what its record holds", () => {
    expect(Object.keys(cases).sort()).toEqual(procedure.states.map(({ id }) => id).sort());
    for (const [state, { entries, on }] of Object.entries(cases)) expect(at(entries, on).state, state).toBe(state);
    for (const { id, record } of procedure.states) if (id !== "STOPPED") expect(record, id).toMatch(/./);
  });

  it.each<[string, string[]]>([
    ["initial-determination-served", ["criteria", "proposal", "factual-basis", "unclassified"]],
    ["final-determination", ["determination", "unclassified", "party-information", "cessation", "later-review", "measures", "penalties"]],
    ["demand", ["sworn", "documents"]],
    ["deviation", ["harm", "tailored"]],
    ["published", ["no-confidential-business-information"]],
    ["violation-noticed", ["conduct", "law", "amount", "petition-right"]],
  ])("the paper of %s has to hold %j", (event, contents) => {
    for (const move of procedure.moves.filter((one) => one.event === event)) expect(move.contents.map(({ id }) => id)).toEqual(contents);
  });

  it.each<[string, number | undefined, Mark]>([
    ["demand-return", undefined, "OLD"],
    ["response", 30, "OLD"],
    ["final-determination", 180, "R*"],
    ["concurrence", 14, "R"],
    ["compliance", undefined, "R*"],
    ["petition", 30, "OLD"],
    ["petition-decision", 30, "OLD"],
  ])("the period %s has %s days, mark %s, in calendar days, and its end stays where it falls", (id, days, mark) => {
    expect(procedure.deadlines.find((one) => one.id === id)).toMatchObject({ mark, unit: "calendar-days", roll: "none" });
    expect(procedure.deadlines.find((one) => one.id === id)?.days).toBe(days);
    expect(procedure.deadlines).toHaveLength(7);
  });
});

describe("what a state does not allow", () => {
  /** Events that carry a case on: a signed and written one, with everything that a paper has to hold. */
  const complete = (event: string, on: string): CaseEntry => ({
    event,
    on,
    agency: "Justice",
    by: "Secretary",
    rank: "secretary",
    signed: true,
    written: true,
    until: "2026-12-31",
    outcome: "prohibited",
    method: "by-hand",
    contains: procedure.moves.flatMap(({ contents }) => contents.map(({ id }) => id)),
  });

  it("is refused in every state for every event, with a section of the part, and changes nothing", () => {
    let refused = 0;
    for (const [state, { entries, on }] of Object.entries(cases)) {
      const next = addDays(on, 1);
      const before = at(entries, next);
      for (const event of new Set(procedure.moves.map((one) => one.event))) {
        if (procedure.moves.some((move) => move.event === event && (move.from === "any" || move.from.includes(state)))) continue;
        const { ineffective, ...after } = at([...entries, complete(event, next)], next);
        expect(ineffective.at(-1), `${event} in ${state}`).toMatchObject({
          entry: { event, on: next },
          as: "refused",
          citation: expect.stringMatching(/^15 CFR 791\.\d+/),
        });
        expect({ ...after, ineffective: ineffective.slice(0, -1) }, `${event} in ${state}`).toEqual(before);
        refused += 1;
      }
    }
    // 17 states and 31 events, less those that a state allows: most pairs are refused.
    expect(refused).toBeGreaterThan(300);
  });

  it.each<[string, CaseEntry[], CaseEntry, string]>([
    [
      "service before agencies were notified",
      served.slice(0, 2),
      { event: "initial-determination-served", on: "2025-04-01" },
      "15 CFR 791.105(b)(2)",
    ],
    [
      "a proposal before the first notification",
      served.slice(0, 2),
      { event: "determination-proposed", on: "2025-03-01" },
      "15 CFR 791.104",
    ],
    ["closing after service", served, { event: "closed", on: "2025-04-05" }, "15 CFR 791.109"],
    [
      "circulating before the answer is considered",
      circulated.slice(0, 6),
      { event: "circulation-received", on: "2025-04-21", agency: "Justice", written: true },
      "15 CFR 791.108(a)-(c)",
    ],
    [
      "circulating by word of mouth",
      circulated.slice(0, 7),
      { event: "circulation-received", on: "2025-04-23", agency: "Justice" },
      "15 CFR 791.108(b)",
    ],
    ["a determination over an objection", objected, finalDetermination("2025-07-01"), "15 CFR 791.108(b)-(c), 791.109"],
    ["a determination in the 14 days", circulated, finalDetermination("2025-06-16"), "15 CFR 791.108(b)"],
    ["a second determination", decided("prohibited"), finalDetermination("2025-06-21"), "15 CFR 791.108(b)-(c), 791.109"],
    [
      "an extension before service",
      served.slice(0, 4),
      { event: "period-extended", on: "2025-03-20", until: "2026-01-01", signed: true, written: true, by: "Secretary" },
      "15 CFR 791.109",
    ],
    ["an amendment without a signature", decided("prohibited"), { event: "determination-amended", on: "2025-07-01" }, "15 CFR 791.6"],
    ["a violation of nothing", served, { event: "violation-noticed", on: "2025-04-05" }, "15 CFR 791.200"],
    ["a departure that ends the case", served, { event: "deviation", on: "2025-04-05", outcome: "closed" }, "15 CFR 791.100(e)"],
  ])("refuses %s", (_, entries, entry, citation) => {
    expect(at([...entries, entry], "2025-08-01").ineffective).toMatchObject([{ entry: { event: entry.event }, as: "refused", citation }]);
  });
});

describe("demands, departures and amendments", () => {
  it("a demand comes in any state, leaves it as it is, names its own day, and is met by its own answer", () => {
    const demanded: CaseEntry[] = [
      ...served.slice(0, 1),
      { event: "demand", on: "2025-02-10", until: "2025-03-03", id: "d1" },
      ...served.slice(1),
      { event: "demand", on: "2025-04-02", until: "2025-04-20", id: "d2" },
      { event: "demand-answered", on: "2025-04-21", answers: "d2" },
    ];
    const found = at(demanded, "2025-04-22");
    expect(found.state).toBe("ID_SERVED");
    expect(found.deadlines.filter(({ id }) => id === "demand-return").map(({ key, due, status }) => [key, due, status])).toEqual([
      ["demand-return/d1", "2025-03-03", "overdue"],
      ["demand-return/d2", "2025-04-20", "met-late"],
    ]);
    expect(found.hold?.starts).toBe("2025-02-10");
  });

  it("a demand that names no day has none to keep", () => {
    expect(at([{ event: "demand", on: "2025-02-10" }], "2025-02-11").deadlines).toEqual([]);
  });

  it("a departure puts the case where its outcome says, short of a determination, and is remarked upon by what it lacks", () => {
    const departed = at([...served, { event: "deviation", on: "2025-04-05", outcome: "fd-circulated" }], "2025-04-05");
    expect(departed).toMatchObject({ state: "FD_CIRCULATED", since: "2025-04-05" });
    expect(departed.remarks).toEqual([expect.stringContaining("unusual and extraordinary harm"), expect.stringContaining("tailored")]);
    expect(at([...served, { event: "deviation", on: "2025-04-05" }], "2025-04-05").state).toBe("ID_SERVED");
  });

  it("an amendment may change what was determined, and an amended Initial Determination leaves the state as it is", () => {
    const amended = (entries: CaseEntry[], more: Partial<CaseEntry>) =>
      at([...entries, { event: "determination-amended", on: "2025-07-01", signed: true, by: "Secretary", ...more }], "2025-07-01").state;
    expect(amended(decided("prohibited"), {})).toBe("AMENDED");
    expect(amended(decided("prohibited"), { outcome: "mitigated" })).toBe("MITIGATED");
    expect(amended(circulated, {})).toBe("FD_CIRCULATED");
  });

  it("each day that a determination names is a deadline of its own", () => {
    const entries: CaseEntry[] = [
      ...decided("prohibited"),
      { event: "compliance-date-set", on: "2025-06-21", until: "2025-07-20", id: "c1" },
      { event: "compliance-date-set", on: "2025-06-21", until: "2025-09-29", id: "c2" },
      { event: "compliance-shown", on: "2025-07-19", answers: "c1" },
    ];
    expect(at(entries, "2025-10-01").deadlines.filter(({ id }) => id === "compliance")).toMatchObject([
      { key: "compliance/c1", due: "2025-07-20", status: "met" },
      { key: "compliance/c2", due: "2025-09-29", status: "overdue" },
    ]);
  });
});

describe("a review of one's own exposure", () => {
  const own = shippedProcedure("own-exposure");
  const attached: CaseEntry[] = [
    { event: "opened", on: "2026-06-29" },
    { event: "scope-set", on: "2026-06-30" },
    { event: "review-attached", on: "2026-07-01" },
  ];
  const decision = (outcome: string, more: Partial<CaseEntry> = {}): CaseEntry => ({
    event: "decided",
    on: "2026-07-20",
    outcome,
    signed: true,
    by: "Board",
    contains: ["findings", "reasons"],
    ...more,
  });

  it("says that no law sets it, and has no point to confirm", () => {
    expect(own).toMatchObject({ kind: "own-exposure", authority: "own table: no law sets this procedure" });
    for (const { citation } of [...own.states, ...own.moves, ...own.deadlines]) expect(citation).toBe("own table");
  });

  it("goes from a run of the review to a decision, its measures and what is accepted", () => {
    expect(standing(own, [...attached, decision("act")], "2026-07-20").state).toBe("ACTING");
    const acted: CaseEntry[] = [
      ...attached,
      decision("act"),
      { event: "measure-chosen", on: "2026-07-20", until: "2026-09-01", id: "m1" },
      { event: "measure-in-place", on: "2026-08-30", answers: "m1" },
      { event: "remainder-accepted", on: "2026-09-02", until: "2027-03-01", signed: true, by: "Board" },
    ];
    const found = standing(own, acted, "2026-09-02");
    expect(found.state).toBe("ACCEPTED");
    expect(Object.fromEntries(found.deadlines.map(({ key, due, status }) => [key, `${due} ${status}`]))).toEqual({
      // 30 days from 1 July: 31 July, a Friday.
      decision: "2026-07-31 met",
      "measure/m1": "2026-09-01 met",
      "acceptance-of-remainder": "2027-03-01 open",
      // 365 days from 20 July 2026: 20 July 2027, a Tuesday.
      "next-review": "2027-07-20 open",
    });
  });

  it("refuses a decision without a run, without a signature, and without reasons", () => {
    for (const entries of [
      [...attached.slice(0, 2), decision("act")],
      [...attached, decision("act", { signed: false })],
      [...attached, decision("act", { contains: ["findings"] })],
    ]) {
      expect(standing(own, entries, "2026-07-20").ineffective).toMatchObject([{ entry: { event: "decided" }, citation: "own table" }]);
    }
  });

  it("goes back when facts change", () => {
    expect(
      standing(own, [...attached, decision("accept", { until: "2027-01-01" }), { event: "facts-changed", on: "2026-08-01" }], "2026-08-01")
        .state,
    ).toBe("SCOPED");
  });
});
