import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { samplePackText } from "../judge/sample-pack.js";
import { addRulesCommand } from "./rules.js";

const folder = mkdtempSync(join(tmpdir(), "beholden-rules-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

async function run(...words: string[]): Promise<{ out: string; err: string; exit: unknown }> {
  const [out, err]: [string[], string[]] = [[], []];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0);
  const program = new Command().exitOverride();
  addRulesCommand(program);
  await program.parseAsync(["rules", ...words], { from: "user" });
  return { out: out.join(""), err: err.join(""), exit: process.exitCode };
}

function packFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("beholden rules list", () => {
  it("names the built-in packs and sets", async () => {
    const { out } = await run("list");
    expect(out.split("\n").filter((line) => /^\S/.test(line))).toEqual([
      "clean-cloud-2020",
      "eu-sovereignty",
      "us-bis-affiliates",
      "us-bis-denial-orders",
      "us-commerce-icts-determinations",
      "us-dod-1260h",
      "us-dsp",
      "us-far-bytedance",
      "us-fascsa",
      "us-fcc-covered-list",
      "us-icts",
      "us-ndaa-5949",
      "us-ofac-ns-cmic",
      "us-ofac-sdn",
      "us-section-889",
      "us-security-drone-act",
      "us-tx-prohibited-technologies",
      "us-lists",
    ]);
    const { out: json } = await run("list", "--format", "json");
    expect(JSON.parse(json)).toMatchObject({
      schemaVersion: "1",
      packs: expect.arrayContaining([expect.objectContaining({ id: "us-dsp", from: "2025-04-08", until: null })]),
      sets: [{ id: "us-lists", packs: expect.arrayContaining(["us-ofac-sdn", "us-section-889"]) }],
    });
  });
});

describe("beholden rules show", () => {
  it("shows one rule with citation, dates, condition, outcome, examples and marks", async () => {
    const { out } = await run("show", "us-dsp:restricted-bulk-access");
    for (const part of [
      "28 CFR 202.401(a)",
      "R: the text was read",
      "since 2025-04-08",
      "restricted",
      "Applies when",
      "Stays open when",
      "exactly on the line",
    ])
      expect(out).toContain(part);
    expect(out).not.toContain("us-dsp:omic-access");
    expect(out).toContain("the counterparty is covered by the regime");
    expect(out).not.toContain("counterparty.covered");
    expect((await run("show", "us-dsp/restricted-bulk-access")).out).toBe(out);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("shows a file, in JSON as the pack itself", async () => {
    const path = packFile("sample.yaml", samplePackText);
    expect(JSON.parse((await run("show", path, "--format", "json")).out)).toMatchObject({ id: "sample", rules: [{ id: "data-access" }] });
    expect((await run("show", `${path}:data-access`)).out).toContain("sample:data-access: A covered party gets the data");
  });

  it("shows the expressions too with --cel, and every form tells the same", async () => {
    const path = packFile("cel.yaml", samplePackText);
    const { out } = await run("show", path, "--cel");
    expect(out).toContain('as CEL              counterparty.covered == "yes" && size(reach.access) > 0');
    const conditions = [
      "all of these hold:",
      "the counterparty is covered by the regime",
      "at least one government of concern can obtain the data",
    ];
    for (const format of ["text", "md", "html"]) {
      const shown = (await run("show", path, "--format", format)).out;
      for (const part of conditions) expect(shown, format).toContain(part);
    }
    const [rule] = JSON.parse((await run("show", path, "--format", "json")).out).rules;
    expect(rule.when).toBe('counterparty.covered == "yes" && size(reach.access) > 0');
    expect(rule.inWords.when).toEqual({ kind: "all", parts: conditions.slice(1).map((text) => ({ kind: "sentence", text })) });
  });

  it("lays nested conditions out as numbered points", async () => {
    const { out } = await run("show", "us-dsp:brokerage-question");
    expect(out).toContain(
      [
        "    3. at least one of these holds:",
        "       a. all of these hold:",
        "          i. what the company under review gets is only traffic seen in logs",
        "          ii. the traffic sent to the service in the logs read is more than 0 bytes",
        "       b. all of these hold:",
        "          i. what the company under review gets is software",
        "          ii. at least one government of concern can obtain the data",
      ].join("\n"),
    );
  });

  it("shows a set: its packs one after the other, or one rule of them", async () => {
    const { out } = await run("show", "us-lists");
    expect(out.startsWith("us-lists: Lists of the United States")).toBe(true);
    for (const part of ["us-ofac-ns-cmic: Chinese military", "us-section-889:part-b-use: ", "owns more than 10 percent of"])
      expect(out.replace(/\s+/g, " ")).toContain(part);
    const { out: one } = await run("show", "us-lists:part-b-use");
    expect(one).toContain("us-section-889:part-b-use: ");
    expect(one).not.toContain("part-a-supply: ");
    const { out: json } = await run("show", "us-lists", "--format", "json");
    expect(JSON.parse(json)).toMatchObject({
      id: "us-lists",
      packs: expect.arrayContaining([expect.objectContaining({ id: "us-fascsa" })]),
    });
    await expect(run("show", "us-lists:no-such")).rejects.toThrow(
      /us-lists has no rule, criterion, duty or term no-such. Expected one of blocked-counterparty, /,
    );
  });

  it("says which rules there are where one is not", async () => {
    await expect(run("show", "us-dsp:no-such")).rejects.toThrow(
      /us-dsp has no rule, criterion, duty or term no-such. Expected one of .*omic-access, /,
    );
    await expect(run("show", "no-such-pack")).rejects.toThrow(/there is no such file/);
    packFile("one.yaml", samplePackText);
    packFile("two.yaml", samplePackText);
    await expect(run("show", folder)).rejects.toThrow(/holds several packs/);
  });
});

describe("beholden rules schema", () => {
  it("prints the schema of packs, or where it lies", async () => {
    const { out } = await run("schema");
    expect(JSON.parse(out)).toMatchObject({ $id: "urn:beholden:schema:1:rule-pack" });
    const { out: path } = await run("schema", "--path");
    expect(readFileSync(path.trimEnd(), "utf8")).toBe(out);
  });
});

describe("beholden rules test", () => {
  it("passes for the built-in packs and ends with the count", async () => {
    const { out, exit } = await run("test");
    expect(out).toMatch(/\n\d+ passed, 0 failed\n$/);
    expect(exit).toBe(0);
  });

  it("tests the packs of a set, and tells what is wrong with one", async () => {
    const good = packFile("of-set.yaml", samplePackText);
    const text = (...packs: string[]) => `schemaVersion: "1"\nid: own\ntitle: Own\npacks: [${packs.join(", ")}]\n`;
    const { out, exit } = await run("test", packFile("own-set.yaml", text("of-set.yaml", "us-ofac-ns-cmic")));
    expect(out).toContain(`sample (${good}): 2 passed`);
    expect(out).toContain("us-ofac-ns-cmic (");
    expect(exit).toBe(0);
    const broken = packFile("broken-set.yaml", text("us-ofac-nscmic"));
    const { err, exit: status } = await run("test", broken);
    expect(err).toContain(`${broken}:4:9: there is no built-in pack and no file us-ofac-nscmic; expected us-ofac-ns-cmic`);
    expect(status).toBe(2);
  });

  it("prints each failure with expected, got, why and citation, and exits with 1", async () => {
    const path = packFile("failing.yaml", samplePackText.replace("expect: review", "expect: prohibited"));
    const { out, exit } = await run("test", path);
    expect(out).toContain("FAILED sample:data-access: covered");
    expect(out).toContain("expected prohibited, got review");
    expect(out.replace(/\s+/g, " ")).toContain('The rule applies when counterparty.covered == "yes"');
    expect(out).toContain("Sample Act, section 1");
    expect(out).toMatch(/\n1 passed, 1 failed\n$/);
    expect(exit).toBe(1);
    const json = JSON.parse((await run("test", path, "--format", "json")).out);
    expect(json).toMatchObject({ schemaVersion: "1", passed: 1, failed: 1, packs: [{ pack: "sample", failed: [{ got: "review" }] }] });
  });

  it("exits with 2 where a pack cannot be read, and still tests the others", async () => {
    const broken = packFile("broken.yaml", samplePackText.replace("counterparty.covered ==", "counterparty.covred =="));
    const good = packFile("good.yaml", samplePackText);
    const { out, err, exit } = await run("test", broken, join(folder, "none.yaml"), good);
    expect(err).toContain(`${broken}:20:11: unknown fact counterparty.covred; expected counterparty.covered`);
    expect(err).toContain("there is no such file");
    expect(out).toMatch(/\n2 passed, 0 failed\n$/);
    expect(exit).toBe(2);
  });

  const halfOwned = {
    id: "half",
    regime: "ofac50",
    parties: [
      { id: "X", type: "individual", listed: ["SDN"] },
      { id: "A", type: "entity" },
    ],
    ownership: [{ owner: "X", owned: "A", pct: 50 }],
    transaction: { type: "none", date: "2026-06-01" },
    asks: "blocked",
    subject: "A",
    expected: { answer: true, blocked: { X: true, A: true } },
    cite: "OFAC FAQ 401",
    why: "Half is enough.",
  };
  const suiteFile = (name: string, ...cases: (object | string)[]) =>
    packFile(name, cases.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n"));

  it("runs a conformance suite, tells each failure, and names apart what it does not judge", async () => {
    const wrong = { ...halfOwned, id: "wrong", expected: { answer: false, blocked: { A: false } } };
    const path = suiteFile("suite.jsonl", halfOwned, wrong, { ...halfOwned, id: "later", asks: "bulk" }, { ...halfOwned, regime: "other" });
    const { out, exit } = await run("test", path);
    expect(out).toContain(`FAILED ${path}:2: wrong`);
    expect(out).toContain("answer: expected no, got yes");
    expect(out).toContain("blocked of A: expected no, got yes");
    expect(out).toContain("The case: Half is enough.");
    expect(out).toContain("OFAC FAQ 401");
    expect(out).toContain("2 not judged: asks bulk, regime other");
    expect(out).toMatch(/\n1 passed, 1 failed\n$/);
    expect(exit).toBe(1);
    const json = JSON.parse((await run("test", path, "--format", "json")).out);
    expect(json).toMatchObject({ passed: 1, failed: 1, suites: [{ notJudged: { bulk: ["later"], "regime other": ["half"] } }] });
  });

  it("runs the cases beside a line that is none, and exits with 2", async () => {
    const path = suiteFile("torn.jsonl", halfOwned, "{", { ...halfOwned, parties: [{ id: 1 }] });
    const { out, exit } = await run("test", path);
    const unbroken = out.replace(/\s+/g, " ");
    expect(unbroken).toContain(`${path}:2: this line is no conformance case`);
    expect(unbroken).toContain(`${path}:3: this line is no conformance case: parties.0.id`);
    expect(out).toMatch(/\n1 passed, 0 failed\n$/);
    expect(exit).toBe(2);
  });
});
