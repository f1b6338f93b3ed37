import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  EvidenceChange,
  EvidenceGrades,
  EvidenceList,
  EvidenceShown,
  EvidenceWritten,
  FactList,
  QuoteRecheck,
  ShownCase,
} from "../model/index.js";
import { addDocketCommand } from "./docket.js";

let folder = "";
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "evidence-cli-"));
  await run(["new", "--id", "A-1", "--caption", "Acme Cloud"]);
  writeFileSync(
    join(folder, "terms.html"),
    `<!doctype html><title>Terms</title><p>As they stand today.</p><p>${sentence}</p><p>They end with the agreement.</p>`,
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const sentence = "The operator keeps the keys of every customer in the country.";
const reading = /^(list|show|log|verify|evidence list|evidence grades|fact list)/;

async function run(words: string[]): Promise<string> {
  const written: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const program = new Command("beholden").exitOverride().configureOutput({ writeErr: () => {} });
  addDocketCommand(program);
  process.exitCode = undefined;
  const by = reading.test(words.join(" ")) ? [] : ["--by", "Ana Ruiz"];
  await program.parseAsync(["docket", ...words, "--data", folder, "--quiet", ...by], { from: "user" });
  return written.join("");
}
const json = async (words: string[]): Promise<unknown> => JSON.parse(await run([...words, "--format", "json"]));
const add = (...more: string[]) => ["evidence", "add", "A-1", join(folder, "terms.html"), "--title", "Terms", ...more];

describe("beholden docket evidence", () => {
  it("answers in forms that are published", async () => {
    expect(EvidenceChange.parse(await json(add("--reliability", "B")))).toMatchObject({
      id: "A-1/e1",
      state: { format: "html", grade: { reliability: "B" } },
    });
    expect(EvidenceChange.parse(await json(["evidence", "grade", "A-1", "e1", "--credibility", "2"]))).toMatchObject({
      state: { grade: { credibility: "2" } },
    });
    expect(EvidenceChange.parse(await json(["evidence", "quote", "A-1", "e1", sentence]))).toMatchObject({
      id: "A-1/q1",
      state: { place: { page: 1 } },
    });
    expect(EvidenceChange.parse(await json(["fact", "add", "A-1", "The operator holds the keys.", "--quote", "q1"]))).toMatchObject({
      id: "A-1/f1",
    });
    expect(EvidenceChange.parse(await json(["fact", "add", "A-1", "Nobody said so."]))).toMatchObject({ id: "A-1/f2" });
    expect(EvidenceList.parse(await json(["evidence", "list", "A-1"])).withoutEvidence.map(({ id }) => id)).toEqual(["A-1/f2"]);
    expect(EvidenceShown.parse(await json(["evidence", "show", "A-1", "e1", "--page", "1"])).pages[0]?.text).toContain(sentence);
    expect(FactList.parse(await json(["fact", "list", "A-1"])).facts.map(({ support }) => support)).toEqual(["quoted", "none"]);
    expect(FactList.parse(await json(["fact", "list", "A-1", "--without-evidence"])).facts).toHaveLength(1);
    expect(QuoteRecheck.parse(await json(["evidence", "recheck", "A-1", "--dry-run"]))).toMatchObject({
      recorded: false,
      checks: [{ check: { outcome: "found" } }],
    });
    const to = join(folder, "out.html");
    expect(EvidenceWritten.parse(await json(["evidence", "get", "A-1", "e1", "--to", to]))).toMatchObject({
      mediaType: "text/html",
      read: 8,
    });
    expect(readFileSync(to).equals(readFileSync(join(folder, "terms.html")))).toBe(true);
    expect(statSync(to).mode & 0o777).toBe(0o600);
    expect(EvidenceGrades.parse(await json(["evidence", "grades"])).reliability.A.title).toBe("completely reliable");
    expect(ShownCase.parse(await json(["show", "A-1"])).evidence).toMatchObject({
      items: 1,
      quotes: 1,
      facts: 2,
      withoutEvidence: [{ id: "A-1/f2" }],
    });
  });

  it("shows what changed, word by word, and ends with 1", async () => {
    await run(add());
    await run(["evidence", "quote", "A-1", "e1", sentence]);
    await run(["fact", "add", "A-1", "The operator holds the keys.", "--quote", "q1"]);
    writeFileSync(
      join(folder, "later.txt"),
      `As they stand today.\n${sentence.replace("operator", "customer")}\nThey end with the agreement.`,
    );
    await run(["evidence", "add", "A-1", join(folder, "later.txt"), "--replaces", "e1"]);
    const text = await run(["evidence", "recheck", "A-1"]);
    expect(process.exitCode).toBe(1);
    expect(text).toContain("1 quote: 0 found, 0 moved, 1 changed, 0 gone");
    expect(text.replace(/\s+/g, " ")).toContain("The [-operator-] {+customer+} keeps the keys of every customer in the country.");
    expect(await run(["show", "A-1"])).toContain("NO QUOTE STANDS ANY MORE");
    expect((await run(["evidence", "list", "A-1"])).replace(/\s+/g, " ")).toContain("CHANGED in e2");
  });

  it("records who opens what is restricted", async () => {
    await run(add("--handling", "restricted"));
    expect((await run(["evidence", "show", "A-1", "e1"])).replace(/\s+/g, " ")).toContain("this reading is entry 4 of the record");
    await run(["evidence", "get", "A-1", "e1", "--text", "--to", join(folder, "text.json")]);
    expect(await run(["list"])).toContain("A-1");
    expect((await run(["log", "A-1", "--act", "item-read"])).match(/item-read/g)).toHaveLength(1);
    expect((await run(["log", "A-1", "--act", "exported"])).match(/exported/g)).toHaveLength(1);
  });

  it.each<[string[], RegExp]>([
    [["evidence", "add", "A-1", "nowhere.pdf"], /nowhere\.pdf: .*Expected a file that can be read/],
    [["evidence", "grade", "A-1", "e1"], /nothing to grade/],
    [["evidence", "show", "A-1", "e7"], /case A-1 has no piece of evidence e7/],
    [["evidence", "show", "A-1", "e1", "--page", "9"], /e1 has 1 pages, and no page 9/],
    [["evidence", "quote", "A-1", "e1", "not there"], /does not stand in e1/],
    [["evidence", "mark", "A-1", "q7", "--handling", "public"], /case A-1 has no quote q7/],
    [["evidence", "recheck", "A-1", "q9"], /no quote q9/],
    [["fact", "add", "A-1", "x", "--quote", "q9"], /no quote q9/],
    [["fact", "edit", "A-1", "f1"], /nothing to change/],
    [["evidence", "add", "A-1", "package.json", "--published", "2026-02-30"], /--published 2026-02-30 is no day/],
  ])("%j is refused, with what to do", async (words, message) => {
    await run(add());
    await expect(run(words)).rejects.toThrow(message);
  });

  it("writes over nothing", async () => {
    await run(add());
    await expect(run(["evidence", "get", "A-1", "e1", "--to", join(folder, "terms.html")])).rejects.toThrow(
      /Name a file that is not there yet/,
    );
  });
});
