import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { allowed } from "../../src/model/access.js";
import type { ChangeList, RuleTests, ShownChange, TracedParty } from "../../src/model/index.js";
import { faultsInEveryLook } from "./every-look.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";

const screens = [
  "/library",
  "/library/laws",
  "/library/laws/us-icts",
  "/library/lists",
  "/library/measures",
  "/library/measures?text=nothing-like-it",
  "/library/calendars?year=2026",
  "/settings",
  "/changes",
  "/changes/user-suppliers",
  "/changes/user-suppliers?filter=change:gone&knock-on=yes",
];

describe.skipIf(cannotOpen)("the desk in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  const cli = (...words: string[]) =>
    execFileSync(process.execPath, ["dist/beholden.js", ...words], { encoding: "utf8", maxBuffer: 1 << 28 });
  beforeAll(async () => {
    bench = await sampleWorkbench({ filled: true });
    const table = join(bench.folder, "suppliers.csv");
    for (const rows of [
      "S-1;Quux Software;company;DE\nS-2;Gone Ltd;company;GB\n",
      "S-1;Quux Software;company;RU\nS-3;New Oy;company;FI\n",
    ]) {
      writeFileSync(table, `ID;Name;Kind;Jurisdiction\n${rows}`);
      cli("reference", "import", table, "--data", dirname(bench.database));
    }
    page = await bench.opened("/library");
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  it.each(screens)(
    "has no fault of accessibility in any look, and does not scroll sideways at 390 pixels: %s",
    async (path) => {
      expect(await faultsInEveryLook(bench, page, path)).toEqual([]);
    },
    60_000,
  );

  it("reads a rule pack in the words of `rules show`", async () => {
    const shown = cli("rules", "show", "us-icts");
    await bench.opened("/library/laws/us-icts", page);
    await page
      .getByRole("heading", { level: 3, name: "The technology is supplied or run by a person subject to a foreign adversary" })
      .waitFor();
    const authority = /Authority\s+(15 CFR part 791, subparts A to C)/.exec(shown)?.[1] ?? "";
    await page.getByText(authority, { exact: false }).first().waitFor();
    const tested = JSON.parse(cli("rules", "test", "us-icts", "--format", "json")) as RuleTests;
    await page.getByRole("button", { name: "Test it by its worked examples" }).press("Enter");
    await page.getByRole("status").getByText(`Each of ${tested.passed} examples comes out as expected.`).waitFor();
  });

  it("lists every measure and calendar day, and says what it does not know", async () => {
    await bench.opened("/library/measures", page);
    await page.getByText(/^(\d+) of \1 measures/).waitFor();
    await bench.opened("/library/calendars?year=2026", page);
    await page.getByText("25 Dec 2026").first().waitFor();
    await page.getByText("Independence Day (observed)").first().waitFor();
    await bench.opened("/library/lists", page);
    await page.getByRole("table", { name: "Imported lists and registers" }).getByText("user-suppliers").waitFor();
  });

  it("shows what each role can do and can see apart, as the server decides it", async () => {
    await bench.opened("/settings", page);
    const row = page.getByRole("table", { name: "Roles" }).getByRole("row").filter({ hasText: "auditor" });
    await row.getByText("read the record").waitFor();
    expect(await row.locator("code").allTextContents()).toEqual(allowed.auditor);
    await row.getByText("Nothing of a case").waitFor();
  });

  it("says where this machine keeps things", async () => {
    const kept = page.getByRole("table", { name: "Where things are kept" });
    await kept.waitFor();
    expect(await kept.locator("code").allTextContents()).toEqual([dirname(bench.database), bench.database, process.cwd()]);
  });

  it("shows an import as a change, and rejects and accepts it on the record, as the command line does", async () => {
    await bench.opened("/changes", page);
    await page.getByRole("complementary", { name: "Open change sets" }).getByText("1 change set is open").waitFor();
    await page.getByRole("link", { name: /suppliers\.csv/ }).press("Enter");
    await page.getByText("1 added, 1 changed, 1 gone, 0 the same.").waitFor();
    await page.getByRole("row").filter({ hasText: "Quux Software" }).getByText("RU").waitFor();
    expect(await page.getByRole("button", { name: "Reject it" }).isDisabled()).toBe(true);
    await page.getByLabel(/^Why \(/).fill("the file is half of the list");
    await page.reload();
    await page.getByRole("button", { name: "Reject it" }).click();
    await page.getByText("the edition before is in force", { exact: false }).first().waitFor();
    const told = () => JSON.parse(cli("reference", "changes", "--format", "json", "--data", dirname(bench.database))) as ChangeList;
    expect(told().changes[0]).toMatchObject({
      inForce: "before",
      decision: { state: "rejected", by: "ana", reason: "the file is half of the list" },
    });
    await page.getByRole("button", { name: "Accept all of it" }).click();
    await page.getByText("Accepted", { exact: true }).waitFor();
    expect(told().changes[0]).toMatchObject({ inForce: "after", decision: { state: "accepted" } });
    await page.getByRole("complementary", { name: "Open change sets" }).waitFor({ state: "detached" });
    await bench.opened("/record?filter=kind:change-set", page);
    await page.getByText("ana rejected change-set user-suppliers/", { exact: false }).waitFor();
  });

  it("is decided row by row by keyboard alone, a rejection with its reason, and taken back by one key", async () => {
    const told = () => {
      const words = ["reference", "changes", "user-suppliers", "--format", "json", "--data", dirname(bench.database)];
      const { change, rows } = JSON.parse(cli(...words)) as ShownChange;
      return { ...change, rows: Object.fromEntries(rows.map(({ name, decision }) => [name, decision])) };
    };
    cli("reference", "changes", "user-suppliers", "--reopen", "--by", "ben", "--data", dirname(bench.database));
    await bench.opened("/changes/user-suppliers", page);
    await page.getByRole("complementary", { name: "Open change sets" }).getByText("What it brings counts already").waitFor();
    const current = () => page.locator('tr[aria-current="true"]').textContent();
    for (let at = 0; at < 3 && !(await page.keyboard.press("j").then(current))?.includes("Quux Software"); at += 1);
    await page.keyboard.press("r");
    expect(await page.getByLabel(/^Why, for rows/).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type("They are in Germany still.");
    await page.keyboard.press("Enter");
    await page.getByRole("row").filter({ hasText: "Quux Software" }).getByText("rejected").waitFor();
    await page.getByRole("button", { name: "Accept the other 2 rows" }).waitFor();
    await page.keyboard.press("u");
    await page.getByRole("status").filter({ hasText: "Undone: Quux Software" }).waitFor();
    expect(told()).toMatchObject({ inForce: "after", open: true, rows: { "Quux Software": null } });
    await page.getByLabel(/^Why, for rows/).fill("They are in Germany still.");
    await page.getByRole("button", { name: "Reject Quux Software" }).press("Enter");
    await page.getByRole("row").filter({ hasText: "Quux Software" }).getByText("rejected").waitFor();
    expect(told()).toMatchObject({
      inForce: "part",
      decidedRows: { accepted: 0, rejected: 1 },
      rows: { "Quux Software": { state: "rejected", by: "ana", reason: "They are in Germany still." }, "New Oy": null },
    });
    const party = JSON.parse(cli("trace", "user-s-1", "--format", "json", "--data", dirname(bench.database))) as TracedParty;
    expect(party.parties.find(({ id }) => id === "user-s-1")?.jurisdiction).toBe("DE");
    await bench.opened("/changes/user-suppliers?filter=change:added,gone", page);
    await page.getByRole("button", { name: "Accept the 2 rows shown" }).press("Enter");
    await page.getByText("row by row 2 accepted, 1 rejected", { exact: false }).waitFor();
    expect(told()).toMatchObject({ decidedRows: { accepted: 2, rejected: 1 }, inForce: "part", decision: null, open: false });
  });

  it("makes a backup, tries a restore of it, and checks the docket as the command line does", async () => {
    await bench.opened("/settings", page);
    await page.getByRole("button", { name: "Make a backup" }).press("Enter");
    const taken = page.waitForEvent("download");
    await page.getByRole("button", { name: /^Take out docket-/ }).click();
    const path = await (await taken).path();
    await page.getByLabel("Backup to try").setInputFiles(path);
    await page.getByText("It would restore whole.").waitFor();
    await page.getByRole("button", { name: "Check the docket" }).click();
    await page
      .getByRole("table", { name: "Checks" })
      .getByRole("row")
      .filter({ hasText: "Journal" })
      .getByText("as it should be", { exact: true })
      .first()
      .waitFor();
  });

  it("makes a token that is shown once, and withdraws it after a second press", async () => {
    const database = ["--database", bench.database];
    cli("docket", "person", "add", "ana", "--name", "Ana", "--email", "ana@example.gov", "--role", "analyst", "--by", "ben", ...database);
    // The person at the machine is shown what a team is shown; the server makes the token itself.
    await page.route("**/api/session", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), access: "team", roles: ["analyst"] } });
    });
    await bench.opened("/settings", page);
    await page.getByText("Make a token").press("Enter");
    await page.getByLabel("What it is for").fill("nightly import");
    await page.getByLabel(/^Good until/).fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
    await page.getByRole("group", { name: "Which of your roles it has" }).getByLabel("analyst").check();
    await page.getByRole("button", { name: /^Make it/ }).press("Enter");
    const secret = await page.getByText("shown this once:").locator("code").textContent();
    expect(secret?.length).toBeGreaterThan(20);
    await page.reload();
    await page.getByRole("rowheader", { name: "nightly import" }).waitFor();
    expect(await page.locator("main").textContent()).not.toContain(secret);
    await page.getByRole("button", { name: "Withdraw nightly import" }).press("Enter");
    await page.getByRole("button", { name: "Withdraw nightly import now" }).press("Enter");
    await page.getByRole("table", { name: "Tokens" }).getByText("revoked").waitFor();
    await page.unroute("**/api/session");
  });

  it("lets somebody in, keeps what was typed until then, and changes the look and the keys for this browser", async () => {
    await bench.opened("/settings", page);
    await page.getByText("Let somebody in").click();
    await page.getByLabel(/^User name/).fill("ben.okafor");
    await page.reload();
    await page.getByText("Let somebody in").click();
    expect(await page.getByLabel(/^User name/).inputValue()).toBe("ben.okafor");
    await page.getByLabel("Name", { exact: true }).fill("Ben Okafor");
    await page.getByRole("group", { name: "Roles", exact: true }).getByLabel("reviewer").check();
    await page.getByRole("button", { name: "Let them in" }).click();
    await page.getByRole("table", { name: "People" }).getByText("Ben Okafor (ben.okafor)").waitFor();
    const ben = page.getByRole("table", { name: "People" }).getByRole("row").filter({ hasText: "Ben Okafor" });
    await page.getByText("Retire Ben Okafor").press("Enter");
    await ben.getByLabel("Why").fill("Left the office");
    await ben.getByRole("button", { name: /^Retire them/ }).press("Enter");
    await ben.getByRole("cell", { name: "retired", exact: true }).waitFor();
    await page.getByText("Let Ben Okafor in again").press("Enter");
    await ben.getByRole("button", { name: "Let them in again" }).press("Enter");
    await ben.getByRole("cell", { name: "reviewer", exact: true }).waitFor();
    await page.getByRole("main").getByLabel("Theme").selectOption("dark");
    expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    await page.getByRole("main").getByLabel("Theme").selectOption("system");
  });
});
