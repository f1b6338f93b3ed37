import { describe, expect, it } from "vitest";
import { Finding as FindingSchema, Inventory } from "../model/index.js";
import { type JudgeInput, judge } from "./judge.js";
import { counterparty, observation, reach, reference, transaction } from "./sample-case.js";
import { samplePack, sampleRule } from "./sample-pack.js";

const inventory = Inventory.parse({
  subject: { name: "Meridian", jurisdiction: "US" },
  systems: [{ id: "orders", name: "Order archive" }],
});

function judged(more: Partial<JudgeInput> = {}) {
  return judge({
    pack: samplePack(),
    transactions: [transaction("t1")],
    observations: [observation("t1-seen", "main.tf", 12)],
    counterparties: [counterparty()],
    reaches: [reach("t1")],
    inventory,
    reference,
    asOf: "2026-11-23",
    ...more,
  });
}

describe("judge", () => {
  it("makes a finding that explains itself, with the artefact's evidence before the path's and the law's", () => {
    const [finding, ...others] = judged();
    expect(others).toEqual([]);
    expect(FindingSchema.parse(finding)).toEqual(finding);
    expect(finding).toMatchObject({
      pack: "sample",
      rule: "data-access",
      outcome: "review",
      certainty: "established",
      citation: "Sample Act, section 1",
      mark: "R",
      explanation: "Red Cloud Ltd lets China reach Order archive.",
      transaction: "t1",
      governments: ["CN"],
      reaches: ["t1:CN:access"],
      location: { path: "main.tf", line: 12, column: 1 },
      confidence: "high",
      settle: [],
      status: "open",
      acceptance: null,
    });
    expect(finding?.evidence.map(({ kind, locator, line }) => [kind, locator, line ?? null])).toEqual([
      ["artefact", "main.tf", 12],
      ["reference", "https://example.org/registry", null],
      ["law", "Sample Act, section 1", null],
    ]);
  });

  it("leaves a finding open with its questions where the facts do not settle it", () => {
    const pack = samplePack(
      {},
      { openWhen: 'counterparty.covered == "cannot-be-excluded"', settle: ["{{counterparty.name}}: who owns you?"] },
    );
    const counterparties = [counterparty({ covered: "cannot-be-excluded" })];
    expect(judged({ pack, counterparties })).toEqual([
      expect.objectContaining({
        certainty: "cannot-be-excluded",
        settle: ["Red Cloud Ltd: who owns you?"],
        explanation: expect.stringContaining("do not settle whether this applies"),
      }),
    ]);
    expect(judged({ pack })[0]?.settle).toEqual([]);
  });

  it("gives one finding for each transaction, with ids that no line changes", () => {
    const transactions = [transaction("t1"), transaction("t2", { system: "web" }), transaction("t3", { region: "eu-1" })];
    const reaches = transactions.map(({ id }) => reach(id));
    const first = judged({ transactions, reaches });
    expect(first).toHaveLength(3);
    expect(new Set(first.map(({ id }) => id)).size).toBe(3);
    const moved = judged({ transactions: [...transactions].reverse(), reaches, observations: [observation("t1-seen", "main.tf", 99)] });
    expect(moved.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect(moved.find((one) => one.transaction === "t1")?.location.line).toBe(99);
  });

  it("points at the first place that declares it, and at traffic only where nothing does", () => {
    const traffic = {
      direction: "outbound" as const,
      inferred: false,
      connections: 1,
      bytesSent: 1,
      bytesReceived: 1,
      firstSeen: null,
      lastSeen: null,
      ports: [],
    };
    const seen = observation("seen", "a-flow.log", 1, { traffic, kind: "address" });
    const declared = [observation("d2", "main.tf", 30), observation("d1", "main.tf", 4)];
    const place = (ids: string[]) =>
      judged({ transactions: [transaction("t1", { observations: ids })], observations: [seen, ...declared] })[0]?.location;
    expect(place(["seen", "d2", "d1"])).toMatchObject({ path: "main.tf", line: 4 });
    expect(place(["seen"])).toMatchObject({ path: "a-flow.log", line: 1 });
    expect(place([])).toEqual({ path: "beholden.yaml", line: null, column: null });
  });

  it("bounds the lines of evidence and says how many there are more", () => {
    const observations = Array.from({ length: 25 }, (_, index) => observation(`o${index}`, "main.tf", index + 1));
    const transactions = [transaction("t1", { observations: observations.map(({ id }) => id) })];
    const lines = judged({ transactions, observations })[0]?.evidence.filter(({ kind }) => kind === "artefact");
    expect(lines).toHaveLength(10);
    expect(lines?.at(-1)?.note).toContain("and 15 more");
  });

  it("sorts reaches strongest first and takes the weaker of path and attribution", () => {
    const reaches = [reach("t1", { id: "b", confidence: "medium" }), reach("t1", { id: "c", residual: false }), reach("t1", { id: "a" })];
    expect(judged({ reaches })[0]).toMatchObject({ reaches: ["a", "c", "b"], confidence: "high" });
    expect(judged({ reaches: [reach("t1", { confidence: "medium" })] })[0]?.confidence).toBe("medium");
    expect(judged({ transactions: [transaction("t1", { confidence: "medium" })] })[0]?.confidence).toBe("medium");
  });

  it("makes no more than a lead of what rests on low confidence only", () => {
    const weak = judged({ transactions: [transaction("t1", { confidence: "low" })] });
    expect(weak).toEqual([expect.objectContaining({ outcome: "note", certainty: "cannot-be-excluded", confidence: "low" })]);
    expect(weak[0]?.explanation).toContain("a lead to follow");
    expect(judged({ reaches: [reach("t1", { confidence: "low" })] })).toEqual([]);
  });

  it("shows only the reaches that the condition asks for, and after measures only what is left", () => {
    const reaches = [reach("t1"), reach("t1", { effect: "disrupt" }), reach("t1", { id: "cut", residual: false })];
    expect(judged({ reaches })[0]?.reaches).toEqual(["t1:CN:access", "cut"]);
    const residual = samplePack({}, { when: "size(residual.access) > 0" });
    expect(judged({ pack: residual, reaches })[0]?.reaches).toEqual(["t1:CN:access"]);
    const none = samplePack({}, { when: 'counterparty.covered == "yes"' });
    expect(judged({ pack: none, reaches })[0]?.reaches).toEqual(["t1:CN:access", "t1:CN:disrupt", "cut"]);
  });

  it("does not mix what an open condition asks into an established finding", () => {
    const pack = samplePack({}, { openWhen: "size(leads.disrupt) > 0" });
    const reaches = [reach("t1"), reach("t1", { effect: "disrupt", confidence: "low" })];
    expect(judged({ pack, reaches })[0]).toMatchObject({ certainty: "established", reaches: ["t1:CN:access"] });
    expect(judged({ pack, reaches: reaches.slice(1) })[0]).toMatchObject({
      certainty: "cannot-be-excluded",
      outcome: "note",
      reaches: ["t1:CN:disrupt"],
    });
  });

  it("applies packs and rules on their days only, and cites as it was cited then", () => {
    const formerly = [{ until: "2024-07-17", citation: "Old Act, section 7", mark: "R*" }];
    const pack = samplePack({ from: "2022-01-01" }, { until: "2025", formerly });
    const on = (asOf: string) => judged({ pack, asOf }).map(({ citation, mark }) => `${citation} ${mark}`);
    expect(on("2021-12-31")).toEqual([]);
    expect(on("2022-01-01")).toEqual(["Old Act, section 7 R*"]);
    expect(on("2024-07-17")).toEqual(["Old Act, section 7 R*"]);
    expect(on("2024-07-18")).toEqual(["Sample Act, section 1 R"]);
    expect(on("2025-12-31")).toEqual(["Sample Act, section 1 R"]);
    expect(on("2026-01-01")).toEqual([]);
  });

  it("is no more certain than its marks, and says so", () => {
    const withMark = (mark: string) => judged({ pack: samplePack({}, { mark }) })[0];
    expect(withMark("OLD")).toMatchObject({
      certainty: "established",
      mark: "OLD",
      explanation: expect.stringContaining("(mark OLD): the rule itself."),
    });
    expect(withMark("UNCONFIRMED")).toMatchObject({
      certainty: "cannot-be-excluded",
      explanation: expect.stringContaining("(mark UNCONFIRMED): the rule itself."),
    });
    expect(withMark("R*")?.explanation).not.toContain("mark");
    const regime = {
      governments: [
        { code: "CN", mark: "UNCONFIRMED" },
        { code: "RU", mark: "R" },
      ],
      covered: { limbs: ["organised"] },
    };
    expect(judged({ pack: samplePack({ regime }) })[0]).toMatchObject({
      certainty: "cannot-be-excluded",
      explanation: expect.stringContaining("the list of governments"),
    });
    const confirmedToo = judged({ pack: samplePack({ regime }), reaches: [reach("t1"), reach("t1", { government: "RU" })] });
    expect(confirmedToo[0]?.certainty).toBe("established");
  });

  it("says what it took the subject for where that is not declared", () => {
    expect(judged({ inventory: null })[0]?.explanation).toContain("is not declared; it is taken to be one.");
  });

  it("lets an exemption end the other findings, and an open one leave them open", () => {
    const exempt = { id: "exempt", outcome: "exempt", settle: ["Counsel: does the exemption apply?"] };
    const withExemption = (when: string, openWhen: string) =>
      judged({ pack: samplePack({ rules: [sampleRule(), sampleRule({ ...exempt, when, openWhen })] }) });
    expect(withExemption('transaction.kind == "hosting"', "false").map(({ rule }) => rule)).toEqual(["exempt"]);
    expect(withExemption("false", 'transaction.kind == "hosting"').map(({ rule, certainty, settle }) => [rule, certainty, settle])).toEqual(
      [
        ["data-access", "cannot-be-excluded", ["Counsel: does the exemption apply?"]],
        ["exempt", "cannot-be-excluded", ["Counsel: does the exemption apply?"]],
      ],
    );
    expect(withExemption("false", "false")).toHaveLength(1);
  });

  it("puts the gravest first", () => {
    const rules = [
      sampleRule({ id: "a", outcome: "note" }),
      sampleRule({ id: "b", outcome: "prohibited", mark: "UNCONFIRMED" }),
      sampleRule({ id: "c", outcome: "prohibited" }),
    ];
    expect(judged({ pack: samplePack({ rules }) }).map(({ rule }) => rule)).toEqual(["c", "b", "a"]);
  });

  it("adds volumes up over the transactions with one counterparty", () => {
    const data = {
      bulk: [{ category: "personal-health", moreThan: 10_000, unit: "us-persons", citation: "Sample Act, section 2", mark: "R" }],
      sensitiveCategories: ["personal-health"],
    };
    const pack = samplePack({ data }, { when: 'data.bulk == "yes"' });
    const holdings = [
      { id: "small", name: "Small", categories: ["personal-health"], usPersons: 10 },
      { id: "large", name: "Large", categories: ["personal-health"], usPersons: 10_001 },
    ];
    const transactions = [transaction("t1", { holdings: ["small"] }), transaction("t2", { holdings: ["large"], system: "web" })];
    const declared = Inventory.parse({ subject: { name: "Meridian", jurisdiction: "US" }, holdings });
    expect(judged({ pack, transactions, inventory: declared }).map((one) => one.transaction)).toEqual(["t1", "t2"]);
    const apart = [transactions[0] ?? transaction("t1"), transaction("t2", { holdings: ["large"], operator: "plain-cloud" })];
    expect(judged({ pack, transactions: apart, inventory: declared }).map((one) => one.transaction)).toEqual(["t2"]);
  });
});
