import { describe, expect, it } from "vitest";
import type { CasesOfReview, DecisionLine } from "../../src/model/index.js";
import { sampleReview } from "../../src/report/sample-review.js";
import { decidedOn, isLocked } from "./decided.js";

const [first, second] = sampleReview.findings.map(({ id }) => id);
const decision = (
  id: string,
  some: Partial<Omit<DecisionLine, "standing">>,
  standing: Partial<DecisionLine["standing"]> = {},
): DecisionLine =>
  ({
    ...{ id, title: id, outcome: "not-prohibited", findings: [{ id: first }], ...some },
    standing: { status: "approved", current: true, differences: [], ...standing },
  }) as unknown as DecisionLine;

function told(...decisions: DecisionLine[]) {
  const disputes = [{ hop: 1, reach: 1, text: "", by: "Ana", at: "" }];
  const cases: CasesOfReview["cases"] = [{ id: "K-1", caption: "Acme", state: null, next: null, run: "r1", decisions, disputes }];
  return decidedOn({ schemaVersion: "1", cases, withheld: 0 }, sampleReview, "2026-11-27");
}

const wordsFor = (one: DecisionLine) =>
  told(one)
    .decisions.get(first ?? "")
    ?.map(({ words }) => words) ?? [];

describe("how a finding stands by decisions of cases", () => {
  it.each([
    [decision("d1", { until: "2027-03-01" }), "accepted until 2027-03-01"],
    [decision("d1", { until: "2027-03-01" }, { current: false }), "accepted until 2027-03-01, on an older state"],
    [decision("d1", { until: "2026-11-26" }), "was not prohibited until 2026-11-26, and that is over"],
    [decision("d1", { outcome: "permitted-with-measures" }), "permitted with measures"],
    [decision("d1", { until: "2027-03-01" }, { status: "proposed" }), "not prohibited until 2027-03-01 is proposed"],
  ])("%#: in words", (one, words) => expect(wordsFor(one)).toEqual([words]));

  it("is untouched by what was sent back or withdrawn", () => {
    expect(wordsFor(decision("d1", {}, { status: "returned" }))).toEqual([]);
    expect(wordsFor(decision("d1", {}, { status: "withdrawn" }))).toEqual([]);
  });

  it("is locked by what is decided on the present state and in time, and by nothing else", () => {
    const finding = { ...(sampleReview.findings[0] as (typeof sampleReview.findings)[0]), status: "open" as const };
    expect(isLocked(finding, told(decision("d1", { until: "2027-03-01" })))).toBe(true);
    expect(isLocked(finding, told(decision("d1", {}, { current: false })))).toBe(false);
    expect(isLocked(finding, told(decision("d1", { until: "2026-11-26" })))).toBe(false);
    expect(isLocked({ ...finding, id: second ?? "" }, told(decision("d1", {})))).toBe(false);
  });

  it("is disputed where a reach that it stands on has a disputed hop", () => {
    const reach = sampleReview.reaches[0]?.id ?? "";
    const expected = sampleReview.findings.filter(({ reaches }) => reaches.includes(reach)).map(({ id }) => id);
    expect([...told().disputed.keys()].sort()).toEqual(expected.sort());
  });
});
