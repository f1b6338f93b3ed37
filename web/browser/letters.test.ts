import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../../src/docket/index.js";
import { approve, draft, issue } from "../../src/letters.js";
import type { LetterList, ShownLetter } from "../../src/model/index.js";
import { faultsInEveryLook } from "./every-look.js";
import { sampleCases } from "./sample-docket.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench, violations } from "./sample-workbench.js";

const of = sampleCases.model;
const ben = { by: "Ben Okafor", at: new Date().toISOString() };
const cleo = { by: "Cleo Marsh", at: new Date().toISOString() };
const planted = `<img src=x onerror="window.planted=1">`;
const whole = {
  to: `Acme Cloud Ltd ${planted}`,
  from: "the Office",
  signer: "A. Clerk",
  until: "2027-03-01",
  sworn: "sworn",
  questions: "Who holds the keys of Zebra Holdings? [instruction]\n\n(public) Who runs the region? [instruction]",
  documents: "(public) The contract. [instruction]",
};

describe.skipIf(cannotOpen)("letters in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  /** A letter of Ben's, complete; and one that was issued. */
  let ready = "";
  let issued = "";
  const at = (path = "") => `/cases/${of}/letters${path}`;
  const told = <Answer>(...words: string[]) =>
    JSON.parse(
      execFileSync(process.execPath, ["dist/beholden.js", "docket", ...words, "--database", bench.database, "--format", "json"], {
        encoding: "utf8",
      }),
    ) as Answer;
  const letter = (id: string) => told<ShownLetter>("letter", "show", of, id);
  const field = (name: string) => page.getByRole("form", { name: "Fields of the letter" }).getByLabel(new RegExp(`^${name}`));
  const paper = () => page.getByRole("article", { name: "The letter" });

  beforeAll(async () => {
    bench = await sampleWorkbench({ filled: true });
    ready = (await draft(bench.docket, of, { template: "information-demand", fields: whole }, ben)).letter;
    issued = (await draft(bench.docket, of, { template: "information-demand", fields: whole }, ben)).letter;
    await approve(bench.docket, of, issued, cleo);
    await issue(bench.docket, of, issued, { print: null }, cleo);
    page = await bench.opened(at());
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(async () => {
    expect(bench.faults.splice(0)).toEqual([]);
    expect(await page.evaluate("window.planted")).toBeUndefined();
  });

  it("lists what the command line lists, and says where nothing is there or matches", async () => {
    await bench.opened(at(), page);
    const { letters } = told<LetterList>("letter", "list", of);
    await page.getByRole("button", { name: `All (${letters.length})` }).waitFor();
    expect(await page.getByRole("table", { name: "Letters of the case" }).getByRole("row").count()).toBe(letters.length + 1);
    await page.getByRole("button", { name: /^Approved \(0\)/ }).click();
    await page.getByText("No letter is that far.").waitFor();
    expect(new URL(page.url()).searchParams.get("status")).toBe("approved");
    await bench.opened(`/cases/${sampleCases.review}/letters`, page);
    await page.getByText("No letter is drafted yet.").waitFor();
  });

  it("has no fault of accessibility in any look, and does not scroll sideways at 390 pixels", async () => {
    for (const path of [at(), at("/l1"), at(`/${ready}`), at(`/${issued}`), "/library/templates", "/library/templates/notice"])
      expect(await faultsInEveryLook(bench, page, path), path).toEqual([]);
  }, 60_000);

  it("drafts from a template by keyboard, and shows each gap in its field and on the page until it has a source", async () => {
    await bench.opened(`/cases/${of}`, page);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("l");
    const template = page.getByLabel("Template");
    await template.waitFor();
    await template.focus();
    await page.keyboard.type("Response");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await field("arguments").waitFor();
    await field("arguments").focus();
    await page.keyboard.type("Acme holds no keys.");
    await page.getByText("One sentence has no source: a gap that blocks the letter.").waitFor();
    await paper().getByText("Acme holds no keys. [source missing: no evidence on file]").waitFor();
    expect(await page.getByRole("button", { name: /^Approve|^Issue/ }).count()).toBe(0);
    await page.keyboard.type(" [fact f1]");
    await page.getByText("Every sentence says what it rests on.").waitFor();
    await paper()
      .getByText(/Acme keeps the keys of every customer/)
      .waitFor();
    await page.keyboard.type(" They are safe. [quote q77]");
    await page.getByText(`no source: case ${of} has no quote q77`).waitFor();
    await page.keyboard.type(" It is so. [fact");
    await page.getByText(/It cannot be read so, and the page shows it as it was: .*brackets that do not pair/).waitFor();
    for (let back = 0; back < " They are safe. [quote q77] It is so. [fact".length; back += 1) await page.keyboard.press("Backspace");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Everything is saved.").waitFor();
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    expect(letter(id).fields).toEqual({ arguments: "Acme holds no keys. [fact f1]" });
  });

  it("counts a provision that is not on file as no source until a person confirms it by name", async () => {
    const { letter: id } = await draft(bench.docket, of, { template: "response", fields: {} }, ben);
    await bench.opened(at(`/${id}`), page);
    await field("arguments").fill("Records are kept for a year. [law 47 CFR 1.999]");
    await page.getByText(/no source: 47 CFR 1\.999 is no provision that is on file/).waitFor();
    await page.getByText("47 CFR 1.999: save what you typed first.").waitFor();
    await field("arguments").press("Control+Enter");
    await page.getByLabel("Where you read 47 CFR 1.999").fill("the eCFR of 2026-11-02");
    await page.getByRole("button", { name: /^I confirm 47 CFR 1\.999/ }).click();
    await paper()
      .getByText(/confirmed by ana on .*the eCFR of 2026-11-02/)
      .waitFor();
    expect(letter(id).confirmed).toMatchObject([{ by: "ana", citation: "47 CFR 1.999" }]);
  });

  it("names what is not on file under another procedure", async () => {
    const parties = [{ role: "source", name: "Examplia AG" }];
    await openCase(
      bench.docket,
      { id: "F-1", caption: "Examplia", kind: "provider-review", procedure: "us-fasc", reference: null, parties },
      ben,
    );
    await draft(bench.docket, "F-1", { template: "notice", fields: {} }, ben);
    await bench.opened("/cases/F-1/letters/l1", page);
    await paper().getByRole("heading", { name: "Notice to the source" }).waitFor();
    await paper()
      .getByText(/procedure us-fasc has no such law on file/)
      .waitFor();
    await field("law records").fill("Nothing is said of records here. [statement]");
    await paper()
      .getByText(/procedure us-fasc has no such law on file/)
      .waitFor({ state: "detached" });
    await paper().getByText("Nothing is said of records here.").waitFor();
  });

  it("is approved by somebody else, and issued in one step as the preview said", async () => {
    await bench.opened(at(`/${ready}`), page);
    await page.getByText("It is issued once it is approved.").waitFor();
    await page.getByRole("button", { name: "Approve exactly these words" }).click();
    const preview = page.locator("dl[aria-label='What issuing gives it']");
    await preview.waitFor();
    const shown = await preview.textContent();
    for (const part of ["L-", "it is not served", "A demand for information", "1 Mar 2027"]) expect(shown).toContain(part);
    const digest = /[0-9a-f]{64}/.exec(shown ?? "")?.[0];
    const number = /L-\d{4}-\d{4}/.exec(shown ?? "")?.[0];
    await page.getByRole("button", { name: `Issue ${number}` }).click();
    await page.getByText("SHA-256 of its content", { exact: true }).waitFor();
    const done = letter(ready);
    expect(done.issued).toMatchObject({ number, content: digest, by: "ana", deadlines: [{ due: "2027-03-01" }] });
    expect(done.issued?.event).not.toBeNull();
    for (const [name, form] of [
      ["Markdown", "md"],
      ["HTML", "html"],
      ["Word", "docx"],
      ["JSON", "json"],
    ] as const) {
      const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `Save it as ${name}` }).click()]);
      const sha256 = createHash("sha256")
        .update(readFileSync(await saved.path()))
        .digest("hex");
      expect(done.files.find(({ role }) => role === form)?.sha256, form).toBe(sha256);
    }
    // PDF where this machine has a Chromium; the tests' own server is told of none or finds Debian's.
    const pdf = done.files.some(({ role }) => role === "pdf");
    expect(await page.getByRole("button", { name: "Save it as PDF" }).count()).toBe(pdf ? 1 : 0);
  }, 60_000);

  it("makes a public version in which each removal has its ground, and the original stays", async () => {
    await bench.opened(at(`/${issued}`), page);
    await page.getByRole("button", { name: "Draft its public version" }).click();
    const removals = page.getByRole("table", { name: "Removals with their grounds" });
    await removals.waitFor();
    expect(await removals.textContent()).toMatch(/Who holds the keys of Zebra Holdings\?.*confidential business information.*791\.102/);
    expect(await paper().textContent()).not.toContain("Zebra");
    expect(await paper().textContent()).toContain("[withheld: confidential business information, 15 CFR 791.102, 791.109(c)]");
    expect(await paper().textContent()).toContain("Who runs the region?");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: `letter ${issued}` }).click();
    await paper()
      .getByText(/Zebra Holdings/)
      .waitFor();
  });

  it("shows mine, theirs and merged where two tabs save", async () => {
    const { letter: id } = await draft(bench.docket, of, { template: "information-demand", fields: {} }, ben);
    const other = await bench.opened(at(`/${id}`));
    await bench.opened(at(`/${id}`), page);
    await field("signer").fill("Mine");
    await field("to").fill("Acme");
    const theirs = other.getByRole("form", { name: "Fields of the letter" });
    await theirs.getByLabel(/^signer/).fill("Theirs");
    await theirs.getByLabel(/^from/).fill("the Office");
    await theirs.getByLabel(/^from/).press("Control+Enter");
    await other.getByText("Everything is saved.").waitFor();
    await field("to").press("Control+Enter");
    const conflict = page.getByRole("alert").filter({ hasText: "Somebody else saved first" });
    await conflict.waitFor();
    expect(await violations(page)).toEqual([]);
    await conflict.getByLabel("Mine stands").check();
    await conflict.getByRole("button", { name: "Save the merged version" }).click();
    await page.getByText("Everything is saved.").waitFor();
    expect(letter(id).fields).toEqual({ signer: "Mine", to: "Acme", from: "the Office" });
    await other.close();
  });

  it("loses no typed text to a killed server", async () => {
    const { letter: id } = await draft(bench.docket, of, { template: "response", fields: {} }, ben);
    await bench.opened(at(`/${id}`), page);
    await field("signer").fill("Typed before the server died");
    await page.getByText("signer (not saved)").waitFor();
    await bench.kill();
    await field("signer").press("Control+Enter");
    await page.getByText("Not done.").waitFor();
    await page.goto(await bench.restart());
    await bench.opened(at(`/${id}`), page);
    expect(await field("signer").inputValue()).toBe("Typed before the server died");
    await field("signer").press("Control+Enter");
    await page.getByText("Everything is saved.").waitFor();
    expect(letter(id).fields).toEqual({ signer: "Typed before the server died" });
  });

  it("tells authors, and whoever has not the role, why they do not approve", async () => {
    const { letter: id } = await draft(bench.docket, of, { template: "information-demand", fields: whole }, { ...ben, by: "ana" });
    await bench.opened(at(`/${id}`), page);
    await page.getByText(/You wrote on it \(ana did\), and nobody approves/).waitFor();
    expect(await page.getByRole("button", { name: /^Approve/ }).count()).toBe(0);
    const reader = await bench.context.newPage();
    await reader.route("**/api/session", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        json: { ...((await answer.json()) as object), name: "Rea Der", permissions: ["case:read"] },
      });
    });
    await bench.opened(at(`/${id}`), reader);
    await reader.getByText("(letter:approve)").waitFor();
    await reader.getByText("(letter:draft)").waitFor();
    expect(
      await reader
        .getByRole("form", { name: "Fields of the letter" })
        .getByLabel(/^signer/)
        .isDisabled(),
    ).toBe(true);
    await bench.opened("/library/templates/notice", reader);
    await reader.getByText("(template:write)").waitFor();
    await reader.close();
  });

  it("changes a template, tells a wrong one with line and column, and gives the shipped one back", async () => {
    await bench.opened("/library/templates/notice", page);
    const text = page.getByLabel("The template, in Markdown with named places");
    const before = await text.inputValue();
    await text.fill(before.replace("# {{letter.title}}", "# Our notice of {{case.captoin}}"));
    await text.press("Control+Enter");
    await page
      .getByText(/18:17.*there is no part of a case captoin|there is no part of a case captoin/)
      .first()
      .waitFor();
    await text.fill(before.replace("# {{letter.title}}", "# Our own notice"));
    await text.press("Control+Enter");
    await page.getByText(/It is the docket's own\./).waitFor();
    await page.getByRole("button", { name: "Take the docket's own away" }).click();
    await page.getByText(/It comes with beholden\./).waitFor();
    expect(await text.inputValue()).toBe(before);
  });
});
