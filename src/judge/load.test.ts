import { describe, expect, it } from "vitest";
import { RulePackError, readRulePack } from "./load.js";
import { samplePackText } from "./sample-pack.js";

function problemsOf(text: string) {
  try {
    readRulePack(text, "pack.yaml");
  } catch (error) {
    if (error instanceof RulePackError) return error.problems;
    throw error;
  }
  return [];
}

/** Line and column of a piece of text, both from 1, counted by hand from the text itself. */
function placeOf(text: string, piece: string) {
  const before = text.slice(0, text.indexOf(piece)).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

describe("readRulePack", () => {
  it("reads a pack with its defaults", () => {
    const pack = readRulePack(samplePackText, "pack.yaml");
    expect(pack.id).toBe("sample");
    expect(pack.regime.covered.threshold).toBe(50);
    expect(pack.rules[0]?.measures).toEqual([]);
  });

  it.each([
    ["plain", 'when: counterparty.covred == "yes" && size(reach.access) > 0'],
    ["quoted", `when: "counterparty.covred == 'yes'"`],
    ["folded", 'when: >\n      size(reach.access) > 0\n      && counterparty.covred == "yes"'],
    ["literal", 'when: |-\n      size(reach.access) > 0 &&\n        counterparty.covred == "yes"'],
  ])("places an unknown fact in a %s scalar and names the nearest one", (_, when) => {
    const text = samplePackText.replace('when: counterparty.covered == "yes" && size(reach.access) > 0', when);
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({
        path: "pack.yaml",
        ...placeOf(text, "counterparty.covred"),
        severity: "error",
        code: "condition-invalid",
        message: "unknown fact counterparty.covred",
        expected: "counterparty.covered",
      }),
    ]);
  });

  it("places the second of two equal words where the second is", () => {
    const text = samplePackText.replace(
      'when: counterparty.covered == "yes" && size(reach.access) > 0',
      'when: counterparty.covered == "no" || counterparty.covered == "nope" && "no" == "no"',
    );
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({ ...placeOf(text, '"nope"'), message: 'counterparty.covered is never "nope"' }),
    ]);
  });

  it("finds an unknown fact in a template and in a question", () => {
    const text = samplePackText
      .replace("{{reach.access}}", "{{reach.acess}}")
      .replace('"{{counterparty.name}}: who', '"{{counterparty.nam}}: who');
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({
        code: "template-invalid",
        message: "unknown fact reach.acess",
        expected: "reach.access",
        ...placeOf(text, "{{reach.acess}}"),
      }),
      expect.objectContaining({
        code: "template-invalid",
        message: "unknown fact counterparty.nam",
        ...placeOf(text, "{{counterparty.nam}}"),
      }),
    ]);
  });

  it("names unknown keys with the one that was meant, at any depth", () => {
    const text = samplePackText
      .replace("authority:", "authorty:")
      .replace("    outcome:", "    outcom:")
      .replace("    limbs:", "    limb:");
    const unknown = problemsOf(text).filter(({ code }) => code === "pack-unknown-key");
    expect(unknown).toEqual([
      expect.objectContaining({ message: "unknown key authorty in the pack", expected: "authority", ...placeOf(text, "authorty") }),
      expect.objectContaining({ message: "unknown key limb in regime.covered", expected: "limbs", ...placeOf(text, "limb:") }),
      expect.objectContaining({ message: "unknown key outcom in rules[0]", expected: "outcome", ...placeOf(text, "outcom:") }),
    ]);
  });

  it("collects every problem, also those of rules beside a broken one", () => {
    const second = samplePackText
      .slice(samplePackText.indexOf("  - id: data-access"))
      .replace("size(reach.access) > 0", "size(reach.access) >")
      .replace("facts: {}", "facts: { data.bulkk: yes, data.bulk: perhaps, asOf: 2022-1-8 }")
      .replace("mark: R", "mark: Q");
    const text = samplePackText.replace("from: 2020-01-01", "from: 2020-01-01\nuntil: 2019-12-31") + second;
    expect(problemsOf(text).map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "dates-reversed: until 2019-12-31 lies before from 2020-01-01",
      "rule-duplicate: two rules have the id data-access",
      expect.stringMatching(/^pack-invalid-value: rules\[1\]\.mark/),
      "condition-invalid: Unexpected token: EOF",
      "example-unknown-fact: unknown fact data.bulkk",
      'example-value: data.bulk cannot be "perhaps"',
      'example-value: asOf cannot be "2022-1-8"',
    ]);
  });

  it("says which values are possible where a value is none of them", () => {
    const text = samplePackText.replace("outcome: review", "outcome: banned").replace("expect: none", "expect: nothing");
    const problems = problemsOf(text);
    expect(problems.map(({ expected }) => expected)).toEqual([
      "one of prohibited, restricted, review, note, exempt",
      "an example that it catches and one that it does not (expect: none)",
      "one of prohibited, restricted, review, note, exempt, none, cannot-be-excluded",
    ]);
    expect(problems[0]).toMatchObject(placeOf(text, "banned"));
  });

  it("refuses what compares facts of different types", () => {
    const text = samplePackText.replace('counterparty.covered == "yes" &&', "data.usPersons == data.bulk &&");
    expect(problemsOf(text)).toEqual([expect.objectContaining({ code: "condition-invalid", message: "no such overload: int == string" })]);
  });

  it("refuses a condition that gives no truth value", () => {
    const text = samplePackText.replace(/when: counter.*/, "when: counterparty.name");
    expect(problemsOf(text)).toEqual([expect.objectContaining({ message: "the condition gives string" })]);
  });

  it("wants exactly one way of naming governments", () => {
    const both = samplePackText.replace("  governments:", "  governmentsExcept: [US]\n  governments:");
    const none = samplePackText.replace("  governments:\n    - { code: CN, mark: R }\n", "");
    expect(problemsOf(both)).toEqual([expect.objectContaining({ code: "pack-governments" })]);
    expect(problemsOf(none)).toEqual([expect.objectContaining({ code: "pack-governments", message: "the regime names no governments" })]);
  });

  it("reports broken YAML where it breaks", () => {
    const text = "schemaVersion: '1'\nid: [a\ntitle: x\n";
    const [first] = problemsOf(text);
    expect(first).toMatchObject({ path: "pack.yaml", severity: "error", code: expect.stringMatching(/^yaml-/) });
    expect(first?.line).toBeGreaterThan(1);
  });

  it("refuses doubled keys", () => {
    expect(problemsOf(`${samplePackText}id: other\n`)).toEqual([
      expect.objectContaining({ code: "yaml-duplicate-key", ...placeOf(`${samplePackText}id: other\n`, "id: other") }),
    ]);
  });

  it("opens no bomb: aliases, depth, size", () => {
    let aliases = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (let level = 1; level < 12; level++)
      aliases += `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(", ")}]\n`;
    expect(problemsOf(aliases)).toEqual([expect.objectContaining({ code: "yaml-aliases" })]);
    expect(problemsOf("[".repeat(200_000)).length).toBeGreaterThan(0);
    expect(problemsOf("x".repeat(600_000))).toEqual([expect.objectContaining({ code: "yaml-too-large" })]);
  });

  it.each(["", "just text", "- a\n- list", "null"])("refuses %j as a pack", (text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0);
  });
});
