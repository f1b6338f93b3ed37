import { execFileSync } from "node:child_process";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ShelvedReview, TracedParty } from "../../src/model/index.js";
import { cannotOpen, looks, type SampleWorkbench, sampleWorkbench, violations, wear } from "./sample-workbench.js";

const asOf = "2026-11-27";
const party = "alibaba-cloud-us";

describe.skipIf(cannotOpen)("who owns it, in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let made: ShelvedReview;
  let told: TracedParty;
  const at = (query = "") => `/reviews/${made.id}/ownership?party=${party}${query}`;
  const boxes = () =>
    page.locator(".drawing.ownership [data-kind=party]").evaluateAll((all) => all.map((one) => one.getAttribute("data-id")).sort());

  beforeAll(async () => {
    bench = await sampleWorkbench();
    page = await bench.opened("/");
    made = await bench.make({ example: true, asOf }, page);
    const asked = ["trace", party, "--as-of", asOf, "--ended", "--regime", "us-dsp", "--regime", "us-icts", "--format", "json"];
    told = JSON.parse(execFileSync(process.execPath, ["dist/beholden.js", ...asked], { encoding: "utf8" })) as TracedParty;
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  it("shows the family that the command line tells, the same in chart, table and outline", async () => {
    await bench.opened(at(), page);
    await page.locator(".drawing.ownership").waitFor();
    const links = told.owners.length + told.holdings.length;
    expect(await boxes()).toEqual(told.parties.map(({ id }) => id).sort());
    expect(await page.locator(".drawing [data-kind=interest]").count()).toBe(links);
    await page.keyboard.press("t");
    await page.getByRole("table").waitFor();
    expect(new URL(page.url()).searchParams.get("view")).toBe("table");
    expect(await page.getByText(`${told.parties.length} parties, ${links} interests`, { exact: false }).count()).toBe(1);
    await page.keyboard.press("t");
    await page.getByRole("list", { name: "The family" }).waitFor();
    expect(
      await page
        .getByRole("list", { name: "The family" })
        .getByText(/interest \d+:/)
        .count(),
    ).toBe(links);
  });

  it("tells what a smallest share hides, and shows ended interests only when asked", async () => {
    await bench.opened(at("&min=10&ended=yes"), page);
    await page.locator(".drawing.ownership").waitFor();
    const below = [...told.owners, ...told.holdings].filter(
      (one) => one.stated && ["equity", "voting"].includes(one.kind) && one.shareMax < 10,
    );
    const ended = (told.ended ?? []).filter((one) => one.stated && ["equity", "voting"].includes(one.kind) && one.shareMax < 10);
    const hidden = below.length + ended.length;
    expect(hidden).toBeGreaterThan(0);
    await page.getByText(`hides ${hidden} link${hidden === 1 ? "" : "s"} under 10 %`).waitFor();
  });

  it("prints the sum of an indirect share and names the rule that counts", async () => {
    await bench.opened(at("&selected=softbank-group"), page);
    const details = page.getByRole("complementary");
    await details.getByRole("heading", { name: "Why" }).waitFor();
    await details.getByText("through Alibaba Group Holding Limited", { exact: false }).first().waitFor();
    expect(await details.getByLabel("Counted by").inputValue()).toBe("product");
    await details.getByLabel("Counted by").selectOption("us-icts");
    await details.getByText("the line is 50 %", { exact: false }).waitFor();
  });

  it("expands and collapses in place, and undoes and redoes it without a limit", async () => {
    await bench.opened(at(), page);
    await page.locator(".drawing.ownership").waitFor();
    const first = await boxes();
    await page.locator("[data-kind=party][data-id=alibaba-group-holding]").focus();
    await page.keyboard.press("-");
    await page.locator(".drawing [data-kind=group]").waitFor();
    const collapsed = await boxes();
    expect(collapsed.length).toBeLessThan(first.length);
    await page.locator("[data-kind=party][data-id=alibaba-group-holding]").focus();
    await page.keyboard.press("+");
    await page.locator(".drawing [data-kind=group]").waitFor({ state: "detached" });
    await page.keyboard.press("+");
    await expect.poll(async () => (await boxes()).length, { timeout: 5_000 }).toBeGreaterThan(first.length);
    const expanded = await boxes();
    for (const expected of [first, collapsed, first]) {
      await page.keyboard.press("u");
      await expect.poll(boxes, { timeout: 5_000 }).toEqual(expected);
    }
    for (const expected of [collapsed, first, expanded]) {
      await page.keyboard.press("U");
      await expect.poll(boxes, { timeout: 5_000 }).toEqual(expected);
    }
  });

  it("opens details beside the chart, and Back closes them with the same chart", async () => {
    await bench.opened(at(), page);
    await page.locator(".drawing.ownership").waitFor();
    const drawn = () => page.locator(".drawing.ownership svg").evaluate((one) => one.textContent);
    const before = await drawn();
    const ids = (await boxes()).slice(0, 5);
    for (const id of ids) {
      await page.locator(`[data-kind=party][data-id="${id}"]`).click();
      await page.getByRole("complementary").getByRole("heading", { level: 2 }).waitFor();
    }
    for (const _ of ids) await page.goBack();
    await page.getByRole("complementary").waitFor({ state: "detached" });
    expect(await drawn()).toBe(before);
  });

  it("is one stop of the keyboard, and the arrows lead to owners and holdings", async () => {
    await bench.opened(at(), page);
    await page.locator(".drawing.ownership").waitFor();
    expect(await page.locator(".drawing [tabindex='0']").count()).toBe(1);
    await page.locator(`[data-kind=party][data-id=${party}]`).focus();
    await page.keyboard.press("ArrowUp");
    const owner = await page.evaluate("document.activeElement.dataset.id");
    expect(told.owners.some((one) => one.owned === party && one.owner === owner)).toBe(true);
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate("document.activeElement.dataset.id")).toBe(party);
    await page.keyboard.press("Enter");
    await page.getByRole("complementary").waitFor();
  });

  it("compares two days", async () => {
    await bench.opened(at("&since=2019-01-01"), page);
    await page.getByText(/^Since 2019-01-01: \d+ interests? added \(\+\), \d+ gone/).waitFor();
    const marked = await page.locator(".drawing [data-kind=interest] text").allTextContents();
    expect(marked.some((one) => one.startsWith("+ "))).toBe(true);
  });

  it("says so where the chart cannot be drawn, and the table still works", async () => {
    await page.route("**/assets/draw-worker-*.js", (route) => route.abort());
    await bench.opened(at(), page);
    await page.getByRole("alert").getByText("Could not lay out the chart.", { exact: false }).waitFor();
    await page.keyboard.press("t");
    await page.getByRole("table").waitFor();
    await page.unroute("**/assets/draw-worker-*.js");
  });

  it.each(looks)(
    "has no fault of accessibility (%s), and fits 390 pixels",
    async (look) => {
      await wear(page, look);
      for (const query of ["&selected=alibaba-group-holding", "&view=table&since=2019-01-01", "&view=outline&selected=1"]) {
        await bench.opened(at(query), page);
        await page.locator(".drawing, table, [aria-label='The family']").first().waitFor();
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
