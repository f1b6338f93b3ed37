import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  DocketConflict,
  DocketRecord,
  IssuePreview,
  LetterChange,
  LetterCheck,
  LetterFileWritten,
  LetterList,
  LetterRemovals,
  ShownLetter,
  ShownTemplate,
  TemplateChange,
  TemplateList,
} from "../model/index.js";
import { addDocketCommand } from "./docket.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "letters-cli-"));
  vi.stubEnv("BEHOLDEN_CHROMIUM", "none");
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

const silent = /^(log|letter (list|check)|template (list|show))/;

async function run(words: string, ...rest: string[]): Promise<string> {
  const written: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.push(typeof text === "string" ? text : Buffer.from(text).toString("utf8"));
    return true;
  });
  const program = new Command("beholden").exitOverride().configureOutput({ writeErr: () => {} });
  addDocketCommand(program);
  const by = silent.test(words) || rest.includes("--by") ? [] : ["--by", "Ana Ruiz"];
  process.exitCode = undefined;
  await program.parseAsync(["docket", ...words.split(" "), ...rest, "--data", folder, "--quiet", ...by], { from: "user" });
  return written.join("");
}

async function json(words: string, ...rest: string[]): Promise<unknown> {
  return JSON.parse(await run(words, ...rest, "--format", "json"));
}

const fields = ["to=Acme Cloud Ltd", "from=the Office", "signer=A. Clerk"].flatMap((one) => ["--field", one]);

/** A notice of which only what is under review is missing. */
async function drafted(): Promise<void> {
  await run("new --id A-1 --caption", "Acme Cloud", "--party", "provider:Acme Cloud Ltd");
  await run("move A-1 review-started --on 2025-02-11");
  await run("letter draft A-1 notice", ...fields);
}

async function issued(): Promise<void> {
  await drafted();
  await run("letter edit A-1 l1", "--field", "transactions=Hosting by Zebra Holdings is under review. [event 1]");
  await run("letter approve A-1 l1", "--by", "Bea Holt");
  await run("letter issue A-1 l1 --on 2025-03-01", "--by", "Cleo Marsh");
}

describe("beholden docket letter", () => {
  it("shows what issuing would give a letter, and issues nothing", async () => {
    await drafted();
    const refused = await run("letter issue A-1 l1 --on 2025-03-01 --dry-run");
    expect(refused).toMatch(/It cannot be issued so:\n {2}- .*\n[\s\S]*not approved yet/);
    expect(process.exitCode).toBe(1);
    await run("letter edit A-1 l1", "--field", "transactions=Hosting by Zebra Holdings is under review. [event 1]");
    await run("letter approve A-1 l1", "--by", "Bea Holt");
    const before = IssuePreview.parse(await json("letter issue A-1 l1 --on 2025-03-01 --dry-run", "--by", "Cleo Marsh"));
    const shown = await run("letter issue A-1 l1 --on 2025-03-01 --dry-run", "--by", "Cleo Marsh");
    for (const part of [
      /Number +L-2025-0001/,
      /Day +Sat 2025-03-01/,
      /Method +/,
      /Digest +[0-9a-f]{40}/,
      /Entry +A notice of the review is given/,
    ])
      expect(shown).toMatch(part);
    expect(ShownLetter.parse(await json("letter show A-1 l1")).status).toBe("approved");
    const done = LetterChange.parse(await json("letter issue A-1 l1 --on 2025-03-01", "--by", "Cleo Marsh"));
    expect(done.issued).toMatchObject({ number: before.number, content: before.content, deadlines: before.deadlines });
  });

  it("takes a letter from draft to public version, with answers that fit their schemas", async () => {
    await drafted();
    const text = join(folder, "transactions.txt");
    writeFileSync(text, "Hosting by Zebra Holdings is under review. [event 1]\n");
    const edited = LetterChange.parse(await json("letter edit A-1 l1", "--field-file", `transactions=${text}`));
    expect(edited).toMatchObject({ status: "draft", missing: [] });
    LetterChange.parse(await json("letter review A-1 l1 --verdict fit", "--by", "Eve Noll"));
    LetterChange.parse(await json("letter approve A-1 l1", "--by", "Bea Holt"));
    const made = LetterChange.parse(await json("letter issue A-1 l1 --on 2025-03-01", "--by", "Cleo Marsh"));
    expect(made).toMatchObject({ status: "issued", issued: { number: "L-2025-0001", event: 2 } });
    expect(made.remarks.join(" ")).toContain("no Chromium was found, or BEHOLDEN_CHROMIUM is none");
    expect(LetterList.parse(await json("letter list A-1")).letters).toHaveLength(1);
    const shown = ShownLetter.parse(await json("letter show A-1 l1"));
    expect(shown.authors).toEqual(["Ana Ruiz"]);
    LetterChange.parse(await json("letter release A-1 l1", "--field", "signer=A. Clerk"));
    expect(LetterRemovals.parse(await json("letter removals A-1 l2")).removals).toMatchObject([
      { text: "Hosting by Zebra Holdings is under review." },
    ]);
    expect(await run("letter show A-1 l2 --format md")).not.toContain("Zebra");
  });

  it("writes a file as it was issued, records that, and tells it from any other", async () => {
    await issued();
    const to = join(folder, "letter.docx");
    LetterFileWritten.parse(await json("letter get A-1 l1 --form docx", "--to", to));
    expect(LetterCheck.parse(await json("letter check", to)).issued).toMatchObject([{ number: "L-2025-0001", form: "docx" }]);
    expect(process.exitCode).toBeUndefined();
    const { lines } = DocketRecord.parse(await json("log A-1 --act exported"));
    expect(lines).toMatchObject([{ by: "Ana Ruiz", act: "exported" }]);
    const other = join(folder, "other.md");
    writeFileSync(other, `${await run("letter get A-1 l1 --form md")}And more.\n`);
    expect(await run("letter check", other)).toContain("is NOT a file that was issued");
    expect(process.exitCode).toBe(1);
    await expect(run("letter get A-1 l1 --form pdf", "--to", to)).rejects.toThrow(
      "no issued file of the form pdf. Expected one of json, md, html, docx",
    );
  });

  it("fits the terminal, and draws a draft in every form", async () => {
    await drafted();
    for (const words of ["letter list A-1", "letter show A-1 l1", "template list"])
      for (const line of (await run(words)).split("\n")) expect(line.length, line).toBeLessThanOrEqual(100);
    for (const form of ["md", "html", "docx"]) {
      const to = join(folder, `draft.${form}`);
      await run(`letter show A-1 l1 --format ${form}`, "--output", to);
      expect(existsSync(to)).toBe(true);
    }
    expect(readFileSync(join(folder, "draft.html"), "utf8")).toContain("DRAFT, not issued");
  });

  it("shows mine, theirs and merged, and saves both where that is asked", async () => {
    await drafted();
    const { version } = ShownLetter.parse(await json("letter show A-1 l1"));
    await run("letter edit A-1 l1", "--field", "to=Acme Ltd", "--seen", String(version), "--by", "Bea Holt");
    const late = ["--field", "from=Our office", "--seen", String(version)];
    DocketConflict.parse(await json("letter edit A-1 l1", ...late));
    expect(process.exitCode).toBe(1);
    await run("letter edit A-1 l1", ...late, "--take", "merged");
    expect(ShownLetter.parse(await json("letter show A-1 l1")).fields).toMatchObject({ to: "Acme Ltd", from: "Our office" });
  });

  it("says what is wrong with what was asked, and where", async () => {
    await drafted();
    await expect(run("letter draft A-1")).rejects.toThrow("name one template");
    await expect(run("letter draft A-1 notise")).rejects.toThrow("there is no template notise. Expected one of notice,");
    await expect(run("letter edit A-1 l1", "--field", "to")).rejects.toThrow("names no field");
    await expect(run("letter edit A-1 l1", "--field", "transactions=It is so. [evnet 1]")).rejects.toThrow(
      "field transactions:1:11: [evnet 1] is no source",
    );
    await expect(run("letter show A-1 l9")).rejects.toThrow("case A-1 has no letter l9");
    await expect(run("letter approve A-1 l1", "--by", "Bea Holt")).rejects.toThrow("transactions: which transactions are under review");
  });
});

describe("beholden docket template", () => {
  it("sets and resets a template of the docket's own", async () => {
    await drafted();
    const { text } = ShownTemplate.parse(await json("template show notice"));
    expect(await run("template show notice")).toBe(text);
    const file = join(folder, "mine.md");
    writeFileSync(file, text.replace("# {{letter.title}}", "# Our notice of {{case.captoin}}"));
    await expect(run("template set", file)).rejects.toThrow(`${file}:18:17: there is no part of a case captoin`);
    writeFileSync(file, text.replace("# {{letter.title}}", "# Our notice"));
    TemplateChange.parse(await json("template set", file));
    expect(TemplateList.parse(await json("template list")).templates.find(({ id }) => id === "notice")).toMatchObject({ origin: "docket" });
    // A template from a file serves one letter.
    writeFileSync(file, text.replace("# {{letter.title}}", "# Only this"));
    await run("letter draft A-1", "--template", file);
    expect(ShownLetter.parse(await json("letter show A-1 l2")).letter.title).toBe("Only this");
    TemplateChange.parse(await json("template reset notice"));
  });
});
