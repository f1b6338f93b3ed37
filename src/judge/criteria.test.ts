import { describe, expect, it } from "vitest";
import { Inventory, ReviewCriteria } from "../model/index.js";
import { answerCriteria } from "./answer-criteria.js";
import { runExamples } from "./examples.js";
import type { JudgeInput } from "./judge.js";
import { RulePackError, readRulePack } from "./load.js";
import { counterparty, observation, reach, reference, transaction } from "./sample-case.js";
import { samplePack, samplePackText } from "./sample-pack.js";

const location = {
  id: "c1",
  group: "f2",
  title: "Who runs it",
  question: "Is it run by a covered party?",
  citation: "Sample Act, section 2",
  mark: "R",
  formerly: [{ until: "2021-12-31", citation: "Old Act, section 9", mark: "R*" }],
  answers: [
    { when: 'counterparty.covered == "yes"', leaning: "for", text: "{{counterparty.because}}", atMost: 1 },
    { when: "size(reach.access) > 0", leaning: "evidence", text: "{{reach.access}} reaches the data.", atMost: 2 },
  ],
  ask: [
    { of: "{{counterparty.name}}", question: "Who runs {{transaction.systemName}}?" },
    { of: "Analyst", question: "Who saw it?", when: "!transaction.observed" },
  ],
  examples: [
    { name: "covered", facts: { "counterparty.covered": "yes" }, expect: ["for"], atMost: 1 },
    { name: "not known", facts: {}, expect: ["open"], atMost: null },
  ],
};

const criteria = {
  askedWhen: 'counterparty.covered != "no"',
  groups: [{ id: "f2", title: "Nexus", citation: "Sample Act", mark: "R" }],
  scale: {
    name: "SEAL",
    title: "Levels",
    citation: "Sample Act",
    mark: "S",
    levels: [0, 1, 2].map((level) => ({ level, name: `level ${level}`, what: "a level" })),
  },
  list: [location],
};

const inventory = Inventory.parse({
  subject: { name: "Meridian", jurisdiction: "US" },
  systems: [{ id: "orders", name: "Order archive" }],
});

function answered(change: Record<string, unknown> = {}, more: Partial<JudgeInput> = {}) {
  const pack = samplePack({ criteria: { ...criteria, list: [{ ...location, ...change }] } });
  return answerCriteria({
    pack,
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

const only = (result: ReturnType<typeof answered>) => result?.transactions[0]?.criteria[0];

describe("criteria", () => {
  it("are answered from evidence, every answer that holds, with the lowest cap and what is still to be asked", () => {
    const result = answered();
    expect(ReviewCriteria.parse(result)).toEqual(result);
    expect(result?.list).toEqual([
      { id: "c1", group: "f2", title: "Who runs it", question: location.question, citation: "Sample Act, section 2", mark: "R" },
    ]);
    expect(only(result)).toMatchObject({
      criterion: "c1",
      state: "partly-answered",
      atMost: 1,
      answers: [
        { leaning: "for", certainty: "established", text: "Red Cloud Ltd is organised in Hong Kong.", atMost: 1, governments: ["CN"] },
        { leaning: "evidence", text: "China reaches the data.", atMost: 2, reaches: ["t1:CN:access"] },
      ],
      ask: [{ of: "Analyst", question: "Who saw it?" }],
    });
    // The artefact and the path stand in the reach that the answer names.
    expect(only(result)?.answers[1]?.evidence.map(({ kind, locator }) => `${kind} ${locator}`)).toEqual(["law Sample Act, section 2"]);
    const aboutUse = { when: "transaction.declared", leaning: "evidence", text: "Declared." };
    expect(only(answered({ answers: [aboutUse] }))?.answers[0]?.evidence.map(({ kind, locator }) => `${kind} ${locator}`)).toEqual([
      "artefact main.tf",
      "law Sample Act, section 2",
    ]);
  });

  it("stay open with what to ask and of whom where nothing answers", () => {
    const counterparties = [counterparty({ covered: "cannot-be-excluded", governments: [] })];
    expect(only(answered({}, { counterparties, reaches: [] }))).toEqual({
      criterion: "c1",
      state: "open",
      atMost: null,
      answers: [],
      ask: [
        { of: "Red Cloud Ltd", question: "Who runs Order archive?" },
        { of: "Analyst", question: "Who saw it?" },
      ],
    });
  });

  it("are put to no transaction that they do not concern, and to none before the pack or the criterion is in force", () => {
    expect(answered({}, { counterparties: [counterparty({ covered: "no" })], reaches: [] })?.transactions).toEqual([]);
    expect(answered({ from: "2027-01-01" })?.transactions[0]?.criteria).toEqual([]);
    expect(answerCriteria({ ...({} as JudgeInput), pack: samplePack(), asOf: "2026-11-23" })).toBeNull();
  });

  it("cite the provision of their day", () => {
    expect(answered({}, { asOf: "2021-12-31" })?.list[0]).toMatchObject({ citation: "Old Act, section 9", mark: "R*" });
    expect(answered({}, { asOf: "2022-01-01" })?.list[0]).toMatchObject({ citation: "Sample Act, section 2", mark: "R" });
  });

  it("are never more certain than their mark, and then keep their questions", () => {
    const one = only(answered({ mark: "UNCONFIRMED" }));
    expect(one?.answers.map(({ certainty }) => certainty)).toEqual(["cannot-be-excluded", "cannot-be-excluded"]);
    expect(one?.answers[0]?.doubts.join(" ")).toContain("UNCONFIRMED");
    expect(one?.ask).toHaveLength(2);
    const [answer] = location.answers;
    const weaker = only(answered({ answers: [{ ...answer, mark: "UNCONFIRMED" }] }));
    expect(weaker?.answers[0]).toMatchObject({ certainty: "cannot-be-excluded", mark: "UNCONFIRMED" });
    expect(only(answered({ mark: "OLD" }))?.answers[0]?.doubts.join(" ")).toContain("mark OLD");
  });

  it("take what rests on low confidence for a lead", () => {
    expect(only(answered({}, { transactions: [transaction("t1", { confidence: "low" })] }))?.answers[0]).toMatchObject({
      certainty: "cannot-be-excluded",
      doubts: [expect.stringContaining("a lead to follow")],
    });
  });
});

describe("worked examples of criteria", () => {
  it("pass and fail like those of rules", () => {
    const wrong = { name: "wrong", facts: { "reach.access": ["CN"] }, expect: ["for"], atMost: 1 };
    const list = [{ ...location, examples: [...location.examples, wrong] }];
    const { passed, failed } = runExamples(samplePack({ criteria: { ...criteria, list } }));
    expect(passed).toBe(4);
    expect(failed).toEqual([
      expect.objectContaining({ rule: "c1", example: "wrong", expected: "for; at most 1", got: "evidence; at most 2" }),
    ]);
  });
});

describe("faults in criteria", () => {
  it("come with their places: conditions, templates, groups, levels, questions, ids", () => {
    const text = `${samplePackText}criteria:
  askedWhen: counterparty.covred != "no"
  groups:
    - { id: f2, title: Nexus, citation: Sample Act, mark: R }
  list:
    - id: c1
      group: f9
      title: Who
      question: Who?
      citation: Sample Act
      mark: R
      answers:
        - { when: "true", leaning: for, text: "{{no.fact}}", atMost: 3 }
      ask:
        - { of: Analyst, question: Who?, when: "transaction.observed" }
      examples:
        - { name: one, facts: { reach.acces: [CN] }, expect: [for] }
`;
    let told = "";
    try {
      readRulePack(text, "pack.yaml");
    } catch (error) {
      if (!(error instanceof RulePackError)) throw error;
      told = error.problems.map(({ line, message }) => `${line}: ${message}`).join("\n");
    }
    const last = samplePackText.split("\n").length - 1;
    expect(told.split("\n")).toEqual([
      `${last + 2}: unknown fact counterparty.covred`,
      `${last + 7}: no group has the id f9`,
      `${last + 13}: unknown fact no.fact`,
      `${last + 13}: the scale has no level 3`,
      `${last + 15}: every question depends on a condition, so an open criterion may be left with none`,
      `${last + 17}: unknown fact reach.acces`,
    ]);
  });
});
