import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Review, RunOrDecisionDone, ShownCase, ShownDecision, ShownRun } from "../model/index.js";
import { addDeterminationCommand } from "./determination.js";
import { addDocketCommand } from "./docket.js";
import { addDossierCommand } from "./dossier.js";
import { addReviewCommand } from "./review.js";
import { runCommand } from "./sample-run.js";

const example = "examples/alibaba-cloud-2022";
let folder = "";
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "docket-runs-"));
  await docket("new", "--id", "A-1", "--caption", "Acme");
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function docket(...words: string[]): Promise<string> {
  const { stdout } = await runCommand(
    (program: Command) => addDocketCommand(program),
    "docket",
    ...words,
    "--data",
    folder,
    "--quiet",
    ...(words.includes("show") || words.includes("result") || words.includes("--by") ? [] : ["--by", "Ana Ruiz"]),
  );
  return stdout;
}

async function json(...words: string[]): Promise<unknown> {
  return JSON.parse(await docket(...words, "--format", "json"));
}

async function saved(add: (program: Command) => void, ...words: string[]): Promise<string> {
  const file = join(folder, `${words[0]}.json`);
  await runCommand(add, ...words, "--format", "json", "--output", file, "--quiet");
  return file;
}

const reviewed = () => saved(addReviewCommand, "review", example, "--as-of", "2022-01-18");

describe("beholden docket attach", () => {
  it("keeps a saved review with what it read and stood on, and gives it back byte for byte", async () => {
    const file = await reviewed();
    const review = Review.parse(JSON.parse(readFileSync(file, "utf8")));
    expect(RunOrDecisionDone.parse(await json("attach", "A-1", "--run", file))).toMatchObject({ object: "r1", did: "run-attached" });
    const { run, inputs, findings } = ShownRun.parse(await json("run", "show", "A-1", "r1"));
    expect(inputs).toEqual(review.files.map(({ observations: _, ...one }) => one));
    expect(findings.map(({ id }) => id)).toEqual(review.findings.map(({ id }) => id));
    expect(run).toMatchObject({
      subject: "Larkfield Games LLC",
      asOf: "2022-01-18",
      source: "saved",
      bytesChecked: true,
      determination: "permitted-with-measures",
    });
    expect(run.reference).toMatchObject({ edition: review.reference.edition, sha256: review.reference.sha256 });
    expect(run.rulePacks).toEqual(review.rulePacks.map(({ id, sha256 }) => ({ id, sha256 })));
    expect(await docket("run", "result", "A-1", "r1")).toBe(readFileSync(file, "utf8"));
    expect(await docket("run", "show", "A-1", "r1")).toContain("Reference    edition");
  });

  it("takes a dossier, saved or made now, with its rule packs by digest", async () => {
    const file = await saved(addDossierCommand, "dossier", "alibaba-cloud", "--as-of", "2022-01-18");
    await docket("attach", "A-1", "--run", file);
    // The same, made now, is the same result.
    await expect(docket("attach", "A-1", "--dossier", "alibaba-cloud", "--as-of", "2022-01-18")).rejects.toThrow(
      "attached to case A-1 already, as r1",
    );
    const { run, findings } = ShownRun.parse(await json("run", "show", "A-1", "r1"));
    expect(run.rulePacks.every(({ sha256 }) => sha256 !== null)).toBe(true);
    expect(findings.map(({ id }) => id)).toEqual(["storage", "access", "disruption", "launch", "onward"]);
  });

  it.each<[string, (text: string) => string, string]>([
    ["is no JSON", () => "{", "is no JSON"],
    ["is no result", () => '{"a":1}', "is no result of beholden"],
    ["lacks a field", (text) => text.replace('"asOf"', '"asof"'), "cannot be read: asOf"],
    [
      "counts what it does not have",
      (text) => text.replace('"transactions": 4', '"transactions": 5'),
      "it counts 5 transactions and has 4",
    ],
    [
      "says another outcome in a finding",
      (text) => text.replace('"outcome": "review"', '"outcome": "note"'),
      "open findings that say review",
    ],
    [
      "says another subject than it declares",
      (text) => text.replace("Larkfield Games LLC", "Larkfield Games Inc"),
      "Larkfield Games LLC is declared",
    ],
    ["was formatted", (text) => JSON.stringify(JSON.parse(text)), "is not what this version prints"],
  ])("refuses a file that %s", async (_, changed, message) => {
    const file = await reviewed();
    writeFileSync(file, changed(readFileSync(file, "utf8")));
    await expect(docket("attach", "A-1", "--run", file)).rejects.toThrow(message);
  });

  it.each<[string[], RegExp]>([
    [["attach", "A-1"], /what is attached is not clear/],
    [["attach", "A-1", "--dossier", "alibaba-cloud", example], /what is attached is not clear/],
    [["attach", "A-1", "--run", "nowhere.json"], /nowhere.json: ENOENT/],
    [["attach", "A-1", "--dossier", "nobody"], /no provider on file is known as nobody/],
    [["run", "show", "A-1", "r1"], /has no run r1/],
    [["decide", "A-1"], /Expected --run/],
    [["decide", "A-1", "--run", "r1"], /Expected --outcome/],
    [["decide", "A-1", "--run", "r1", "--outcome", "not-prohibited"], /has no run r1/],
    [["decision", "approve", "A-1", "d1", "--state", "abc"], /no digest of a state/],
    [["decision", "show", "A-1", "d1"], /has no decision d1/],
  ])("%j is refused, with what to do", async (words, message) => {
    await expect(docket(...words)).rejects.toThrow(message);
  });

  it("refuses a file of another digest than was said", async () => {
    const file = await reviewed();
    await expect(docket("attach", "A-1", "--run", file, "--sha256", "0".repeat(64))).rejects.toThrow("It is another file, or was changed.");
  });
});

describe("beholden docket decide", () => {
  it("takes a draft determination on the run, is approved by another person, and reads as older once the same is reviewed again", async () => {
    const file = await reviewed();
    await docket("attach", "A-1", "--run", file);
    const draft = await saved(addDeterminationCommand, "determination", "--review", file, "--on", "2022-05-20");
    const made = RunOrDecisionDone.parse(await json("decide", "A-1", "--run", "r1", "--draft", draft));
    await expect(docket("decision", "approve", "A-1", "d1", "--by", "ana ruiz")).rejects.toThrow("nobody approves what is their own");
    const state = made.state?.slice(0, 12) ?? "";
    await docket("decision", "approve", "A-1", "d1", "--by", "Ben Cole", "--state", state, "--why", "seen");
    const one = ShownDecision.parse(await json("decision", "show", "A-1", "d1"));
    expect(one.decision).toMatchObject({
      outcome: "permitted-with-measures",
      on: "2022-05-20",
      approved: { by: "Ben Cole", note: "seen" },
      standing: { current: true },
    });
    expect(one.decision.findings).toHaveLength(18);
    expect(one.newerRun).toBeNull();

    await docket("attach", "A-1", example, "--as-of", "2026-11-23");
    const two = ShownDecision.parse(await json("decision", "show", "A-1", "d1"));
    expect(two.decision.standing).toMatchObject({ current: false, reproduced: true });
    expect(two.newerRun?.comparison?.after).toMatchObject({ name: "r2", determination: "cannot-be-judged" });
    const shown = await docket("show", "A-1");
    expect(shown).toContain("d1 was decided on an older state:");
    expect(shown).toContain("newer run: r2");
    expect(ShownCase.parse(await json("show", "A-1")).decisions).toMatchObject([{ id: "d1", standing: { current: false } }]);
    const text = await docket("decision", "show", "A-1", "d1");
    expect(text).toContain("DECIDED ON AN OLDER STATE");
    expect(text).toContain("The determination changes from permitted with measures to cannot be judged.");
  });

  it("refuses a draft on another review, and measures that nobody knows", async () => {
    const file = await reviewed();
    await docket("attach", "A-1", example, "--as-of", "2022-02-01");
    const draft = await saved(addDeterminationCommand, "determination", "--review", file);
    await expect(docket("decide", "A-1", "--run", "r1", "--draft", draft)).rejects.toThrow("was drafted on another review");
    await expect(docket("decide", "A-1", "--run", "r1", "--draft", file)).rejects.toThrow("is no draft of a determination");
    const words = ["decide", "A-1", "--run", "r1", "--outcome", "permitted-with-measures", "--finding", "41baeffd06879dc3"];
    await expect(docket(...words, "--measure", "M99")).rejects.toThrow("there is no measure M99. Expected one of M01");
    await docket(...words, "--measure", "m04", "--why", "keys are held at home");
    expect(await json("decision", "show", "A-1", "d1")).toMatchObject({
      decision: { measures: [{ id: "M04" }], grounds: "keys are held at home" },
    });
    await docket("decision", "return", "A-1", "d1", "--why", "M01 too", "--by", "Ben Cole");
    await docket("decision", "renew", "A-1", "d1", "--measure", "M01", "--measure", "M04");
    await docket("decision", "withdraw", "A-1", "d1", "--why", "moot");
    expect(await docket("decision", "show", "A-1", "d1")).toMatch(/Withdrawn +\S+ by Ana Ruiz: moot/);
  });
});
