import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CaseEntry } from "../model/index.js";
import { packageRoot } from "../package-root.js";
import { proceduresOn, readProcedure, shippedProcedures, standing } from "./index.js";

const procedures = shippedProcedures();

function at(id: string, entries: CaseEntry[], asOf: string) {
  const procedure = procedures.get(id);
  if (!procedure) throw new Error(id);
  return standing(procedure, entries, asOf);
}
const due = (id: string, entries: CaseEntry[], asOf: string) =>
  Object.fromEntries(at(id, entries, asOf).deadlines.map((one) => [one.id, one.due]));

describe("the shipped procedures", () => {
  it("change over on 2025-02-04", () => {
    const icts = (day: string) => proceduresOn(procedures.values(), day).flatMap(({ id }) => (id.startsWith("us-icts") ? [id] : []));
    expect(icts("2021-03-21")).toEqual([]);
    expect(icts("2025-02-03")).toEqual(["us-icts-before-2025"]);
    expect(icts("2025-02-04")).toEqual(["us-icts"]);
  });

  it("reach every state, and say of each move what lets it happen", () => {
    for (const { id, states, moves, lapses } of procedures.values()) {
      const reached = new Set([
        ...moves.flatMap(({ to }) => (typeof to === "string" ? [to] : Object.values(to))),
        ...lapses.map(({ to }) => to),
      ]);
      for (const state of states) expect(reached.has(state.id), `${id} ${state.id}`).toBe(true);
      for (const move of moves) expect(move.citation, `${id} ${move.event}`).toMatch(id === "own-exposure" ? /^own table$/ : /\d/);
    }
  });
});

describe("a part of the law that was not read", () => {
  it("has no table, and the one beside it says so: 15 CFR part 791 subpart D", () => {
    const cited = (value: unknown): string[] =>
      typeof value !== "object" || value === null
        ? []
        : Object.entries(value).flatMap(([key, one]) => (key === "citation" ? [String(one)] : cited(one)));
    for (const one of procedures.values()) expect(cited(one).filter((citation) => /791\.3\d\d/.test(citation))).toEqual([]);
    expect(procedures.get("us-icts")?.authority).toBe("15 CFR part 791, subparts A to C");
    expect(procedures.get("us-icts")?.notes.join(" ")).toMatch(/Subpart D .* no other table holds it: .* unknown/);
  });
});

describe("before 2025-02-04", () => {
  const accepted: CaseEntry[] = [
    { event: "referral-received", on: "2023-11-20" },
    { event: "referral-accepted", on: "2023-12-04" },
  ];
  const answered: CaseEntry[] = [
    ...accepted,
    { event: "agencies-consulted", on: "2024-01-10" },
    { event: "initial-determination-served", on: "2024-02-10" },
    { event: "response-received", on: "2024-03-01" },
    { event: "consensus-sought", on: "2024-03-20" },
  ];

  it("the 180 days ran from accepting the referral: 2023-12-04 gives 2024-06-01, over a leap day", () => {
    expect(due("us-icts-before-2025", accepted.slice(0, 1), "2023-12-01")).toEqual({});
    expect(due("us-icts-before-2025", accepted, "2023-12-04")).toEqual({ "final-determination": "2024-06-01" });
    expect(due("us-icts-before-2025", answered, "2024-03-20")).toEqual({ "final-determination": "2024-06-01", response: "2024-03-11" });
  });

  it("without consensus the President was notified, and a determination waited for his direction", () => {
    const final: CaseEntry = { event: "final-determination", on: "2024-05-20", outcome: "prohibited" };
    const notified: CaseEntry[] = [...answered, { event: "president-notified", on: "2024-05-01" }];
    expect(at("us-icts-before-2025", [...notified, final], "2024-05-21")).toMatchObject({
      state: "PRESIDENT",
      ineffective: [{ as: "refused" }],
    });
    expect(at("us-icts-before-2025", [...notified, { event: "president-directed", on: "2024-05-15" }, final], "2024-05-21").state).toBe(
      "PROHIBITED",
    );
  });
});

describe("neighbouring procedures", () => {
  it("CFIUS: 45 and 45 days, moved off weekends and holidays; 15 days", () => {
    // 45 days after Friday 2025-01-03 is Monday 2025-02-17, a federal holiday.
    const review: CaseEntry[] = [{ event: "notice-accepted", on: "2025-01-03" }];
    expect(due("us-cfius", review, "2025-01-03")).toEqual({ review: "2025-02-18" });
    // 45 days after Wednesday 2025-02-12 is Saturday 2025-03-29.
    const investigation: CaseEntry[] = [...review, { event: "investigation-started", on: "2025-02-12" }];
    expect(due("us-cfius", investigation, "2025-02-12")).toMatchObject({ investigation: "2025-03-31" });
    expect(due("us-cfius", [...investigation, { event: "sent-to-president", on: "2025-03-20" }], "2025-03-20")).toMatchObject({
      president: "2025-04-04",
    });
  });

  it("Team Telecom: 120 and 90 days", () => {
    const entries: CaseEntry[] = [
      { event: "review-started", on: "2025-01-02" },
      { event: "secondary-started", on: "2025-05-01" },
    ];
    expect(due("us-team-telecom", entries, "2025-05-01")).toEqual({ "initial-review": "2025-05-02", "secondary-assessment": "2025-07-30" });
  });

  it("FASC: 30 days for the source", () => {
    const notice: CaseEntry[] = [{ event: "notice-given", on: "2024-02-15" }];
    expect(due("us-fasc", notice, "2024-02-15")).toEqual({ response: "2024-03-16" });
    expect(at("us-fasc", notice, "2024-03-17").state).toBe("SILENCE");
  });
});

describe("a procedure of one's own", () => {
  const path = join(packageRoot(), "procedures", "us-fasc.yaml");
  const text = readFileSync(path, "utf8");

  it("is refused with the place of a name that nothing has", () => {
    expect(() =>
      readProcedure(text.replace("from: [RESPONSE, SILENCE], to: DECIDED", "from: [RESPONSE, SILENCE], to: ORDERED"), "own.yaml"),
    ).toThrow(/own\.yaml:\d+:\d+: there is no state ORDERED/);
    expect(() => readProcedure(text.replace("starts: notice-given", "starts: notice-sent"), "own.yaml")).toThrow(
      /there is no event notice-sent/,
    );
    expect(() => readProcedure(text.replace("days: 30", "days: 0"), "own.yaml")).toThrow(/own\.yaml:\d+:\d+: deadlines\.0\.days/);
  });
});
