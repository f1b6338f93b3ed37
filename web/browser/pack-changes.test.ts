import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ChangeList, Review, ShownChange } from "../../src/model/index.js";
import { takeInPacks } from "../../src/pack-editions/index.js";
import { earlierIcts, icts, rulesFolderOf } from "../../src/pack-editions/sample-packs.js";
import { loadReference } from "../../src/reference/load.js";
import { review } from "../../src/review.js";
import { openShelf } from "../../src/reviews/shelf.js";
import { loadRulePacks } from "../../src/rule-packs.js";
import { faultsInEveryLook } from "./every-look.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench, violations } from "./sample-workbench.js";

const screens = ["/changes", "/changes/rules:us-icts", "/changes/rules:us-icts?filter=kind:rule&knock-on=yes", "/changes/rules:us-dsp"];

describe.skipIf(cannotOpen)("updates of rule packs in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let data: string;
  const cli = (...words: string[]) =>
    execFileSync(process.execPath, ["dist/beholden.js", ...words, "--data", data], { encoding: "utf8", maxBuffer: 1 << 28 });
  const told = () => JSON.parse(cli("reference", "changes", "rules:us-icts", "--format", "json")) as ShownChange;
  beforeAll(async () => {
    bench = await sampleWorkbench();
    data = dirname(bench.database);
    // This folder of data knew another edition of the pack before this beholden was installed.
    await takeInPacks(data, "2026-10-01", rulesFolderOf(earlierIcts()));
    page = await bench.opened("/changes");
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  it("opens a change set when beholden brings another edition: a bar says so, and the list tells how each pack stands", async () => {
    const bar = page.getByRole("complementary", { name: "Open change sets" });
    await bar.getByText("1 change set is open").waitFor();
    const table = page.getByRole("table", { name: "Rule packs as change sets" });
    await table.waitFor();
    const list = JSON.parse(cli("reference", "changes", "--format", "json")) as ChangeList;
    expect(await table.locator("tbody tr").count()).toBe(list.packEditions.length);
    expect(await table.locator("tbody tr").first().textContent()).toMatch(/not decided; in force/);
    expect(await table.getByText("the first edition that this folder of data knows").count()).toBe(list.packEditions.length - 1);
    await bar.getByRole("link", { name: "Look and decide" }).press("Enter");
    await page.getByText("1 added, 2 changed, 1 gone", { exact: false }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/changes/rules:us-icts");
  });

  it("has no fault of accessibility in any look, and does not scroll sideways at 390 pixels", async () => {
    for (const path of screens) expect(await faultsInEveryLook(bench, page, path), path).toEqual([]);
  }, 60_000);

  it("shows each rule that comes, changes and goes with what it said, and which findings of kept reviews that moves", async () => {
    await bench.opened("/changes/rules:us-icts?filter=kind:rule", page);
    const row = (title: string) => page.getByRole("row").filter({ hasText: title });
    await row("A rule of old").getByText("gone").waitFor();
    await row("rule:tamper").getByText("added").waitFor();
    expect(await row("As it was called").locator("ins").textContent()).toBe(icts.rules[0]?.title);
    expect(await page.getByText("of 4 rows").count()).toBeGreaterThan(0);
    const shop = join(bench.folder, "shop");
    mkdirSync(shop);
    writeFileSync(join(shop, "main.tf"), 'resource "alicloud_oss_bucket" "archive" {\n  bucket = "archive"\n}\n');
    const made = await openShelf({ data, folder: null }).keep(
      await review([shop], { asOf: "2026-11-27", reference: loadReference(), packs: await loadRulePacks(["us-icts"]) }),
      { origin: { kind: "folder", path: shop }, kept: "2026-11-27T10:00:00.000Z", by: "ana", handling: "internal" },
    );
    await bench.opened("/changes/rules:us-icts", page);
    await page.getByRole("button", { name: "Make kept reviews again on both editions" }).press("Enter");
    const region = page.getByRole("region", { name: "What it does to kept reviews" });
    await region.locator(`a[href="/reviews/${made.id}"]`).waitFor();
    await region.getByRole("listitem").filter({ hasText: "A rule of old" }).last().waitFor();
    expect(new URL(page.url()).searchParams.get("knock-on")).toBe("yes");
  });

  it("says of a kept review that it is of an older state once a file of its folder is otherwise", async () => {
    const { id } = (await openShelf({ data, folder: null }).list()).reviews[0] ?? {};
    await bench.opened(`/reviews/${id}`, page);
    await page.getByRole("heading", { name: "The answer" }).waitFor();
    expect(await page.getByText("of an older state of its folder").count()).toBe(0);
    writeFileSync(join(bench.folder, "shop", "main.tf"), 'resource "alicloud_oss_bucket" "archive" {\n  bucket = "elsewhere"\n}\n');
    await page.reload();
    await page.getByText("of an older state of its folder", { exact: false }).waitFor();
    await page.getByText("1 file changed (main.tf)", { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("is rejected row by row and whole, each with its reason and on the record, and reviews are judged by what is in force", async () => {
    await bench.opened("/changes/rules:us-icts", page);
    const current = () => page.locator('tr[aria-current="true"]').textContent();
    for (let at = 0; at < 4 && !(await page.keyboard.press("j").then(current))?.includes("rule:tamper"); at += 1);
    await page.keyboard.press("r");
    await page.keyboard.type("Counsel has not read it.");
    await page.keyboard.press("Enter");
    await page.getByRole("row").filter({ hasText: "rule:tamper" }).getByText("rejected").waitFor();
    expect(told().change).toMatchObject({ inForce: "part", open: true, decidedRows: { accepted: 0, rejected: 1 } });
    const packs = () =>
      (JSON.parse(cli("review", join(bench.folder, "shop"), "--rules", "us-icts", "--format", "json")) as Review).rulePacks;
    expect(packs()[0]?.title).toBe(`${icts.title}, without 1 of its 4 changes`);
    const whole = page.getByLabel(/^Why \(/);
    expect(await page.getByRole("button", { name: "Reject the other 3 rows" }).isDisabled()).toBe(true);
    await whole.fill("The whole waits for counsel.");
    await page.getByRole("button", { name: "Reject the other 3 rows" }).press("Enter");
    await page.getByText("the edition before is in force", { exact: false }).first().waitFor();
    expect(told().change).toMatchObject({
      inForce: "before",
      open: false,
      decision: { by: "ana", reason: "The whole waits for counsel." },
    });
    expect(packs()[0]?.sha256.slice(0, 16)).toBe(told().change.before?.edition);
    await page.getByRole("complementary", { name: "Open change sets" }).waitFor({ state: "detached" });
    await bench.opened("/record?filter=kind:change-set", page);
    await page.getByText("ana rejected change-set rules:us-icts/", { exact: false }).first().waitFor();
  });

  it("offers nothing to decide where nothing stood before", async () => {
    await bench.opened("/changes/rules:us-dsp", page);
    await page.getByText("There is nothing to decide", { exact: false }).waitFor();
    expect(await page.getByRole("button", { name: /^(Accept|Reject)/ }).count()).toBe(0);
  });
});
