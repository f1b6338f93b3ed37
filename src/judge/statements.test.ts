import { describe, expect, it } from "vitest";
import { Statement } from "../model/index.js";
import { readStatements, says } from "./statements.js";

const statements = [
  { id: "grant", words: ["federal+grant"] },
  { id: "payroll", words: ["payroll", "human-resources"] },
  { id: "hidden", words: ["pseudonymi*"], unless: ["partly"] },
  { id: "dependent", words: ["not-independent"] },
  { id: "rejected", words: ["offer-rejected"], event: true },
].map((one) => Statement.parse(one));

const read = (...facts: string[]) => readStatements(facts, statements, "2026-06-01");

describe("what declared facts state", () => {
  it.each<[string, string[], string[]]>([
    ["conducted-under-federal-research-grant", ["grant"], []],
    ["Human Resources", ["payroll"], []],
    ["not-payroll", [], ["payroll"]],
    ["without-federal-grant", [], ["grant"]],
    ["pseudonymized", ["hidden"], []],
    ["partly-pseudonymized", [], []],
    // The denial is part of the word itself.
    ["auditor-not-independent", ["dependent"], []],
    ["payrolls", [], []],
  ])("%s", (fact, states, denies) => {
    expect(read(fact)).toMatchObject({ states, denies });
  });

  it.each<[string, boolean]>([
    ["publicly-traded-security", true],
    ["publicly traded stock", true],
    ["not-publicly-traded", false],
    ["private-company-shares", false],
    ["", false],
  ])("%s says that it is publicly traded: %s", (token, expected) => {
    expect(says(token, ["publicly-traded*"])).toBe(expected);
  });

  it("tells what no statement understands", () => {
    expect(read("full-moon", "payroll").notUnderstood).toEqual(["full-moon"]);
  });

  it("holds from its day on; an event has a day for clocks instead, the latest where there are several", () => {
    expect(read("payroll-2026-06-01").states).toEqual(["payroll"]);
    expect(read("payroll-2026-06-02")).toMatchObject({ states: [], denies: ["payroll"] });
    const { states, events } = read("offer-rejected-2026-07-01", "offer-rejected-2026-05-01", "offer-rejected");
    expect(states).toEqual(["rejected"]);
    expect(events.get("rejected")).toBe("2026-07-01");
    expect(read("offer-rejected").events.get("rejected")).toBeNull();
  });

  it("says so rather than denies where two facts differ", () => {
    expect(read("not-payroll", "human-resources")).toMatchObject({ states: ["payroll"], denies: [] });
  });
});
