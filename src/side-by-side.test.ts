import { beforeAll, describe, expect, it } from "vitest";
import type { Finding, RulePack } from "./model/index.js";
import { loadReference } from "./reference/load.js";
import { sideBySideText } from "./report/side-by-side.js";
import { renderTrace } from "./report/trace/report.js";
import { review } from "./review.js";
import { loadRulePacks } from "./rule-packs.js";
import { regimeInUse, regimeStanding } from "./side-by-side.js";
import { traceParty } from "./trace-party.js";

const reference = loadReference();
let packs: RulePack[] = [];
beforeAll(async () => {
  packs = (await loadRulePacks(["us-lists"])).map(({ pack }) => pack);
});
const packOf = (id: string) => {
  const pack = packs.find((one) => one.id === id);
  if (!pack) throw new Error(`us-lists has no pack ${id}`);
  return pack;
};

describe("one regime about a party", () => {
  it("applies where it is covered, and says so where it is not in force", () => {
    const assessed = { covered: "yes" as const, because: "L is listed." };
    expect(regimeStanding(packOf("us-ofac-ns-cmic"), assessed, "2026-06-01")).toMatchObject({
      standing: "applies",
      because: "L is listed.",
      citation: "Executive Order 13959 as amended by Executive Order 14032",
      mark: "R",
      from: "2021-06-03",
      until: null,
    });
    expect(regimeStanding(packOf("us-ndaa-5949"), assessed, "2026-06-01")).toMatchObject({
      standing: "not-in-force",
      because: "In force only from 2027-12-23. L is listed.",
      mark: "UNCONFIRMED",
    });
    expect(regimeStanding(packOf("us-security-drone-act"), assessed, "2028-12-23")).toMatchObject({
      standing: "not-in-force",
      because: "In force only until 2028-12-22. L is listed.",
    });
  });

  it("says that owners do not count while a rule is suspended", () => {
    const assessed = { covered: "no" as const, because: "X has no covered owner on file." };
    expect(regimeStanding(packOf("us-bis-affiliates"), assessed, "2026-01-01").because).toMatch(/On this day owners do not count/);
  });
});

const finding = (more: Partial<Finding>): Finding => ({
  id: "f",
  pack: "us-section-889",
  rule: "part-b-use",
  title: "A rule",
  outcome: "prohibited",
  certainty: "established",
  citation: "Section 889(a)(1)(B)",
  mark: "S",
  explanation: "An entry does not reach it.",
  transaction: "t",
  provider: "p",
  governments: [],
  reaches: [],
  evidence: [],
  location: { path: "a", line: null, column: null },
  confidence: "high",
  measures: [],
  settle: ["Who buys?"],
  status: "open",
  acceptance: null,
  ...more,
});

describe("one regime about a counterparty in use", () => {
  const assessed = { covered: "yes" as const, because: "L is listed." };
  const inUse = (...findings: Finding[]) => regimeInUse(packOf("us-section-889"), assessed, findings, "2026-06-01");

  it("applies by an established rule, is open by a possible one, and does not by a note that says why", () => {
    expect(inUse(finding({}))).toMatchObject({ standing: "applies", outcome: "prohibited", because: "A rule. L is listed." });
    const open = finding({ certainty: "cannot-be-excluded" });
    expect(inUse(open)).toMatchObject({ standing: "cannot-be-excluded", because: "A rule. L is listed. To ask: Who buys?" });
    const note = finding({ outcome: "note", citation: "Section 889(f)(3)" });
    expect(inUse(note)).toMatchObject({
      standing: "does-not-apply",
      because: "An entry does not reach it.",
      citation: "Section 889(f)(3)",
    });
    // What is sure goes before what may be worse.
    expect(inUse(open, finding({ outcome: "review", title: "Sure" }))).toMatchObject({ standing: "applies", outcome: "review" });
  });

  it("does not apply where no rule reaches what is used", () => {
    expect(inUse()).toMatchObject({
      standing: "does-not-apply",
      outcome: null,
      because: "L is listed. No rule of this pack reaches what is used.",
    });
  });
});

describe("side by side", () => {
  it("tells every regime about a party on a day", () => {
    const { sideBySide = [] } = traceParty("smic", { regimes: packs, sideBySide: true, reference, asOf: "2026-11-23" });
    expect(Object.fromEntries(sideBySide.map(({ pack, standing }) => [pack, standing]))).toEqual({
      "us-ofac-sdn": "does-not-apply",
      "us-ofac-ns-cmic": "applies",
      "us-bis-affiliates": "applies",
      "us-bis-denial-orders": "does-not-apply",
      "us-dod-1260h": "applies",
      "us-section-889": "does-not-apply",
      "us-fcc-covered-list": "does-not-apply",
      "us-fascsa": "does-not-apply",
      "us-security-drone-act": "cannot-be-excluded",
      "us-ndaa-5949": "not-in-force",
      "us-far-bytedance": "does-not-apply",
      "us-commerce-icts-determinations": "does-not-apply",
      "us-tx-prohibited-technologies": "does-not-apply",
    });
  });

  it.each([80, 100, 120])("keeps a table within %i columns, answers and regimes aligned", (width) => {
    const { sideBySide = [] } = traceParty("smic", { regimes: packs, sideBySide: true, reference, asOf: "2026-11-23" });
    const lines = sideBySideText(sideBySide, width);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    for (const { pack } of sideBySide) expect(lines.some((line) => line.slice(20) === pack)).toBe(true);
  });

  it("is in every form of a trace that asks for it, and in none that does not", () => {
    const options = { regimes: packs, reference, asOf: "2026-11-23" };
    const [with_, without] = [traceParty("smic", { ...options, sideBySide: true }), traceParty("smic", options)];
    for (const format of ["text", "html", "md", "json"] as const) {
      const words = format === "json" ? '"not-in-force"' : "Not in force";
      expect(renderTrace(with_, format, { width: 100, color: false })).toContain(words);
      expect(renderTrace(without, format, { width: 100, color: false })).not.toContain(words);
    }
  });

  it("asks every regime about every counterparty of a review, and counts no finding of it", async () => {
    const loaded = await loadRulePacks(["us-icts"]);
    const options = { asOf: "2026-11-23", reference, packs: loaded };
    const plain = await review(["examples/alibaba-cloud-2022"], options);
    const compared = await review(["examples/alibaba-cloud-2022"], {
      ...options,
      sideBySide: [...loaded.map(({ pack }) => pack), ...packs],
    });
    expect(plain.sideBySide).toBeUndefined();
    expect({ ...compared, sideBySide: undefined }).toEqual({ ...plain, sideBySide: undefined });
    const operators = [...new Set(compared.transactions.map(({ operator }) => operator))].sort();
    expect(compared.sideBySide?.map(({ party }) => party)).toEqual(operators);
    for (const { regimes } of compared.sideBySide ?? []) expect(regimes).toHaveLength(packs.length + 1);
    const alibaba = compared.sideBySide?.find(({ party }) => party === "alibaba-cloud-computing")?.regimes ?? [];
    expect(alibaba.find(({ pack }) => pack === "us-dod-1260h")).toMatchObject({ standing: "cannot-be-excluded", outcome: "review" });
    expect(alibaba.find(({ pack }) => pack === "us-ofac-sdn")).toMatchObject({ standing: "does-not-apply" });
  });
});
