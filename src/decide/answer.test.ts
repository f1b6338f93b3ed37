import { describe, expect, it } from "vitest";
import type { Determination, Reach, Transaction } from "../model/index.js";
import { sampleReference } from "../trace/sample-reference.js";
import { type AnswerInput, answer } from "./answer.js";
import { sampleFinding } from "./sample-finding.js";

const transaction: Transaction = {
  id: "t",
  kind: "hosting",
  provider: "cloud",
  services: [],
  region: null,
  servedFrom: null,
  operator: "operator",
  owner: null,
  technology: [],
  system: "archive",
  holdings: [],
  join: "declared-no-traffic-read",
  observations: [],
  bytesSent: 0,
  bytesReceived: 0,
  confidence: "high",
};
const determined = (outcome: Determination["outcome"]): Determination => ({
  transaction: "t",
  outcome,
  reasons: ["r"],
  findings: [],
  residualReaches: [],
  measures: [],
  settle: [],
});

function reach(id: string, effect: Reach["effect"], confidence: "high" | "low", residual = true): Reach {
  return {
    id,
    government: "CN",
    effect,
    target: { kind: "holding", id: "orders", name: "Orders" },
    transaction: "t",
    path: { steps: [], confidence },
    alternatives: [],
    cutBy: [],
    residual,
  };
}

function sentences(more: Partial<AnswerInput>): string[] {
  return answer({
    subject: "Meridian",
    asOf: "2026-11-23",
    determination: determined("permitted-with-measures"),
    determinations: [determined("permitted-with-measures")],
    transactions: [transaction],
    findings: [],
    duties: [],
    reaches: [],
    unattributed: 0,
    problems: 0,
    reference: sampleReference({}),
    ...more,
  });
}

describe("the answer in sentences", () => {
  it("counts transactions by outcome, gravest first", () => {
    const determinations = [determined("not-prohibited"), determined("cannot-be-judged"), determined("not-prohibited")];
    expect(sentences({ determinations, transactions: [transaction, transaction, transaction] })[0]).toBe(
      "As of 2026-11-23, of the 3 transactions of Meridian with 1 provider, 1 cannot be judged on the facts on file and 2 are not prohibited.",
    );
  });

  it("says who can do what, and what measures in place end", () => {
    const got = sentences({
      findings: [sampleFinding({ reaches: ["a", "b"] })],
      reaches: [reach("a", "access", "high", false), reach("b", "disrupt", "high")],
    });
    expect(got.slice(1, 3)).toEqual([
      "China could obtain data of Orders through cloud; measures in place end this.",
      "China can cut off Orders through cloud.",
    ]);
  });

  it("never rounds a lead up to a conclusion", () => {
    const got = sentences({ findings: [sampleFinding({ reaches: ["a"] })], reaches: [reach("a", "access", "low")] });
    expect(got[1]).toBe("China may (low confidence) obtain data of Orders through cloud.");
  });

  it("tells what it leaves open", () => {
    const got = sentences({ findings: [sampleFinding({ status: "acceptance-expired" })], unattributed: 1, problems: 2 });
    expect(got.slice(2)).toEqual([
      "Open findings: 1 review.",
      "1 acceptance has expired and counts as open again.",
      "1 observation could not be attributed to a provider: for those the answer is unknown.",
      "2 problems in reading the input: something may be missing from this answer.",
    ]);
  });

  it("says that there is something to do, how surely and by when", () => {
    const duty = (due: string | null, certainty: "established" | "cannot-be-excluded" = "established") => ({ due, certainty });
    expect(sentences({ duties: [duty(null)] }).at(-1)).toBe("1 duty follows.");
    expect(sentences({ duties: [duty("2027-03-01"), duty("2026-12-31"), duty(null, "cannot-be-excluded")] }).at(-1)).toBe(
      "3 duties follow, 1 of them if what is open turns out so; the next day is 2026-12-31.",
    );
    expect(sentences({ duties: [duty("2026-11-22", "cannot-be-excluded"), duty("2026-11-23", "cannot-be-excluded")] }).slice(-2)).toEqual([
      "2 duties follow, if what is open turns out so; the next day is 2026-11-23.",
      "1 day on which something was due has passed.",
    ]);
  });

  it("says so where nothing was found", () => {
    expect(sentences({ transactions: [], determinations: [] })[0]).toBe(
      "As of 2026-11-23, no service of a known provider was found in what Meridian uses.",
    );
  });
});
