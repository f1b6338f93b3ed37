import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { CaseList, ShelvedReview, TracedParty } from "../../src/model/index.js";
import { commandJson, commandText } from "./command.js";
import { faultsInEveryLook } from "./every-look.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";

const lei = "529900T8BM49AURSDO55";
const asOf = "2026-11-27";
const screens = ["/parties", "/parties?filter=nothing-like-it", "/parties/user-a-1"];

describe.skipIf(cannotOpen)("parties in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let made: ShelvedReview;
  const data = () => ["--data", dirname(bench.database)];
  const imported = (name: string, rows: string) => {
    const table = join(bench.folder, `${name}.csv`);
    writeFileSync(table, `ID;Name;Kind;Jurisdiction;LEI;Aliases\n${rows}\n`);
    commandText("reference", "import", table, ...data());
  };
  const section = (name: string) => page.getByRole("table", { name, exact: true });

  beforeAll(async () => {
    bench = await sampleWorkbench({ filled: true });
    // Two sources of one company, which share its LEI and differ in the rest; and a third record with a name like it.
    imported("suppliers", `A-1;Acme Cloud Ltd;company;GB;${lei};Acme Hosting`);
    imported("vendors", `V-9;ACME CLOUD LIMITED;company;IE;${lei};`);
    imported("more", "O-1;Acme Cloud GmbH;company;DE;;");
    page = await bench.opened("/parties");
    made = await bench.make({ example: true, asOf }, page);
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  it("lists every party that kept reviews name, and shows one across them: who owns it, which lists name it, and the reviews that do", async () => {
    await bench.opened("/parties?filter=alibaba", page);
    await page.getByRole("link", { name: "Alibaba Group Holding Limited", exact: true }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Alibaba Group Holding Limited" }).waitFor();
    expect(await section("Reviews that name it").getByRole("link").getAttribute("href")).toBe(`/reviews/${made.id}`);
    const traced = commandJson<TracedParty>("trace", "alibaba-group-holding", ...data());
    expect(await section("What it holds").getByRole("row").count()).toBe(traced.holdings.length + 1);
    expect(await section("Names, numbers and places").getByRole("row").count()).toBe(traced.attributes.length + 1);
  });

  it("says which source states what, with its date, and lets sources differ", async () => {
    await bench.opened("/parties/user-a-1", page);
    const row = (what: string, value: string) =>
      section("Names, numbers and places").getByRole("row").filter({ hasText: what }).filter({ hasText: value });
    const said = async (what: string, value: string) => (await row(what, value).getByRole("cell").last().textContent()) ?? "";
    expect([await said("Name", "Acme Cloud Ltd"), await said("Name", "ACME CLOUD LIMITED")]).toEqual([
      expect.stringMatching(/suppliers\.csv.*opened on \d+ \w{3} \d{4}$/),
      expect.stringMatching(/vendors\.csv.*opened on \d+ \w{3} \d{4}$/),
    ]);
    await row("Alias", "Acme Hosting").waitFor();
    expect([await said("Law of", "GB"), await said("Law of", "IE")]).toEqual([
      expect.stringContaining("suppliers.csv"),
      expect.stringContaining("vendors.csv"),
    ]);
    expect(await said("LEI", lei)).toMatch(/suppliers\.csv.*vendors\.csv/);
  });

  it("leads to the cases that name it, as the command line finds them", async () => {
    const told = commandJson<CaseList>("docket", "list", "--party", "Acme Cloud Ltd", "--database", bench.database);
    expect(told.cases.map(({ id }) => id)).toEqual(["2026-0001"]);
    await bench.opened("/parties/user-a-1", page);
    const named = section("Cases that name it").getByRole("row").filter({ hasText: "2026-0001" });
    await named.getByText("Acme Cloud Ltd").waitFor();
    await named.getByRole("link").press("Enter");
    await page.waitForURL(/\/cases\/2026-0001$/);
    await bench.opened("/parties/alibaba-group-holding", page);
    await page.getByText("No case names it among its parties.").waitFor();
  });

  it("keeps apart what may be the same and what somebody decided to be, by key and with a reason, and takes it back", async () => {
    await bench.opened("/parties/user-a-1", page);
    const alike = section("Parties that may be the same");
    await alike.getByRole("button", { name: "Compare with Acme Cloud GmbH" }).press("Enter");
    const card = page.getByRole("article", { name: "Hit: Acme Cloud GmbH" });
    await page.keyboard.press("1");
    await page.keyboard.type("The same register entry.");
    await page.keyboard.press("Control+Enter");
    await alike.getByText("the same, decided by ana: The same register entry.").waitFor();
    await alike.getByRole("button", { name: /^Unmerge / }).waitFor();
    await card.getByText("Decided: the same", { exact: false }).waitFor();
  });

  it("tells the verdict on the other record, and says on the ownership screen that owners are not drawn across it", async () => {
    await bench.opened("/parties/user-o-1", page);
    const verdict = section("Verdicts on hits").getByRole("row").filter({ hasText: "The same register entry." });
    await verdict.getByText("the same", { exact: true }).waitFor();
    expect(await verdict.getByRole("rowheader").textContent()).toMatch(/^Acme Cloud Ltd$|^ACME CLOUD LIMITED$/);
    await bench.opened(`/reviews/${made.id}/ownership?party=user-a-1`, page);
    const note = page.getByText("was decided to be the same as", { exact: false });
    expect(await note.textContent()).toMatch(/by ana on .*: The same register entry\. Who owns that record is not drawn here/);
    expect(await note.getByRole("link").getAttribute("href")).toBe("/parties/user-o-1");
  });

  it("takes a merge back, and then the ownership screen says nothing of it", async () => {
    await bench.opened("/parties/user-a-1", page);
    const alike = section("Parties that may be the same");
    await alike.getByRole("button", { name: /^Unmerge / }).press("Enter");
    await page.keyboard.press("3");
    await page.keyboard.type("The entry is of another year.");
    await page.keyboard.press("Control+Enter");
    await alike.getByText("not clear yet, decided by ana: The entry is of another year.").waitFor();
    await bench.opened("/parties/user-o-1", page);
    await section("Verdicts on hits").getByText("the same, replaced by a later one").waitFor();
    await bench.opened(`/reviews/${made.id}/ownership?party=user-a-1`, page);
    await page.locator("main .drawing, main section").first().waitFor();
    expect(await page.getByText("was decided to be the same as", { exact: false }).count()).toBe(0);
  });

  it("has no fault of accessibility in any look, and does not scroll sideways at 390 pixels", async () => {
    for (const path of [...screens, "/parties/alibaba-group-holding"]) expect(await faultsInEveryLook(bench, page, path), path).toEqual([]);
  }, 60_000);
});
