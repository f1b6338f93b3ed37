import { execFileSync } from "node:child_process";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Dossier, ShelvedReview } from "../../src/model/index.js";
import { cannotOpen, looks, type SampleWorkbench, sampleWorkbench, violations, wear } from "./sample-workbench.js";

const asOf = "2026-11-27";

describe.skipIf(cannotOpen)("lists and laws over time, in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let made: ShelvedReview;
  let told: Dossier;
  const at = (query = "") => `/reviews/${made.id}/timeline?provider=alibaba-cloud${query}`;

  beforeAll(async () => {
    bench = await sampleWorkbench();
    page = await bench.opened("/");
    made = await bench.make({ example: true, asOf }, page);
    const asked = ["dossier", "alibaba-cloud", "--as-of", asOf, "--regime", "us-dsp", "--regime", "us-icts", "--format", "json"];
    told = JSON.parse(execFileSync(process.execPath, ["dist/beholden.js", ...asked], { encoding: "utf8", maxBuffer: 1 << 26 })) as Dossier;
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  it("has a row for each list, law, power and action that the dossier tells, and our review, in chart and table", async () => {
    await bench.opened(at(), page);
    await page.locator(".drawing.timeline").waitFor();
    const rows = told.listings.length + told.instruments.length + told.powers.length + told.priorActions.length + 1;
    expect(await page.locator(".drawing.timeline .row").count()).toBe(rows);
    await page.keyboard.press("t");
    const table = page.getByRole("table", { name: "Lists and laws" });
    await table.waitFor();
    expect(await table.locator("tbody tr").count()).toBe(rows);
    await table.getByRole("button").first().click();
    await page
      .getByRole("complementary")
      .getByText(told.listings[0]?.statement.text ?? "", { exact: true })
      .last()
      .waitFor();
  });

  it("shows a hit field by field, and records what it is with a reason", async () => {
    await bench.opened(at(), page);
    const card = page.getByRole("article", { name: "Hit: Alibaba Group Holding Limited" });
    await card.getByText("agrees: Alibaba Group Holding Limited", { exact: false }).waitFor();
    expect(await card.getByText("missing on one side or both").count()).toBeGreaterThan(0);
    await page.keyboard.press("2");
    expect(await card.getByRole("radio", { name: "A different one 2" }).isChecked()).toBe(true);
    expect(await card.getByRole("button", { name: "Record it" }).isDisabled()).toBe(true);
    await page.keyboard.press("1");
    await card.getByLabel("Why").fill("The same LEI.");
    await card.getByRole("button", { name: "Record it" }).click();
    await card.getByText("Decided: same").waitFor();
  });

  it("says of no hit which lists were searched, of which edition, for which names", async () => {
    await bench.opened(`/reviews/${made.id}/timeline?provider=github`, page);
    await page.getByText(/^No hit among the \d+ lists that were searched\./).waitFor();
    await page
      .getByText(/^Names: .*GitHub.* A likeness of 0\.\d+ or more is a hit; below 0\.\d+ nothing is shown\. Edition \d{4}-\d\d-\d\d\.$/)
      .waitFor();
  });

  it.each(looks)(
    "has no fault of accessibility (%s), and fits 390 pixels",
    async (look) => {
      await wear(page, look);
      for (const query of ["&selected=listing%201", "&view=table"]) {
        await bench.opened(at(query), page);
        await page.getByRole("article", { name: /^Hit: / }).waitFor();
        expect(await violations(page), query).toEqual([]);
        await page.setViewportSize({ width: 390, height: 844 });
        expect(await page.evaluate("document.documentElement.scrollWidth"), query).toBe(390);
        await page.setViewportSize({ width: 1280, height: 900 });
      }
      await wear(page, "light");
    },
    60_000,
  );
});
