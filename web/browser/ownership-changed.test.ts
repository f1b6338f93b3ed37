import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ShelvedReview, TracedParty } from "../../src/model/index.js";
import { commandJson } from "./command.js";
import { exampleDay } from "./sample-review.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";

const party = "alibaba-cloud-us";

describe.skipIf(cannotOpen)("a chart of owners that is changed, in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let made: ShelvedReview;
  const at = (query = "") => `/reviews/${made.id}/ownership?party=${party}${query}`;
  const boxes = () =>
    page.locator(".drawing.ownership [data-kind=party]").evaluateAll((all) => all.map((one) => one.getAttribute("data-id")).sort());

  beforeAll(async () => {
    bench = await sampleWorkbench();
    page = await bench.opened("/");
    made = await bench.keepExample(page);
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

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

  it("keeps the picture through twenty expansions, five details and Back five times, and undoes each expansion", async () => {
    await bench.opened(at(), page);
    await page.locator(".drawing.ownership").waitFor();
    type Drawn = {
      dataset: { id: string };
      getBoundingClientRect(): { x: number; y: number };
      querySelectorAll(one: string): Iterable<Drawn>;
    };
    const places = () =>
      page.locator(".drawing.ownership svg").evaluate((drawing) => {
        const svg = drawing as unknown as Drawn;
        const from = svg.getBoundingClientRect();
        return [...svg.querySelectorAll("[data-kind=party], [data-kind=group]")]
          .map((box) => {
            const { x, y } = box.getBoundingClientRect();
            return `${box.dataset.id} ${Math.round(x - from.x)} ${Math.round(y - from.y)}`;
          })
          .sort();
      });
    const opened = () => (new URL(page.url()).searchParams.get("open") ?? "").split(",").filter(Boolean);
    let expansions = 0;
    // One after another, each from what is drawn by then: those with more on file first.
    while (expansions < 20) {
      // What was seen a moment ago may be gone when it is pressed: the chart was laid out anew, and what is there by then is pressed.
      await expect
        .poll(
          async () => {
            const marked = await page
              .locator(".drawing [data-kind=more]")
              .evaluateAll((all) => all.map((one) => one.getAttribute("data-id") ?? ""));
            const badge = marked.find((id) => !opened().includes(id.slice("more ".length)));
            const box = (await boxes()).find((id) => id !== null && id !== party && !opened().includes(id));
            const pressed = badge
              ? page.locator(`[data-kind=more][data-id="${badge}"]`).click({ timeout: 2_000 })
              : page.locator(`[data-kind=party][data-id="${box}"]`).press("+", { timeout: 2_000 });
            await pressed.catch(() => {});
            return opened().length;
          },
          { timeout: 12_000 },
        )
        .toBeGreaterThan(expansions);
      expansions = opened().length;
      await expect
        .poll(
          () =>
            page
              .locator("main")
              .getByText(/^Laying out/)
              .count(),
          { timeout: 8_000 },
        )
        .toBe(0);
    }
    await page.waitForLoadState("networkidle");
    let before = await places();
    // Until two looks one after another see the same.
    for (let last: string[] = []; JSON.stringify(last) !== JSON.stringify(before); before = await places()) {
      last = before;
      await page.waitForTimeout(150);
    }
    const ids = (await boxes()).slice(0, 5);
    for (const id of ids) {
      await page.locator(`[data-kind=party][data-id="${id}"]`).focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => new URL(page.url()).searchParams.get("selected"), { timeout: 5_000 }).toBe(id);
    }
    for (const _ of ids) await page.goBack();
    await page.getByRole("complementary").waitFor({ state: "detached" });
    await expect.poll(places, { timeout: 8_000 }).toEqual(before);
    for (let left = expansions - 1; left >= 0; left--) {
      await page.keyboard.press("u");
      await expect.poll(() => opened().length, { timeout: 8_000 }).toBe(left);
    }
  }, 90_000);

  it("collapses by country, and draws those of one country again", async () => {
    const family = commandJson<TracedParty>("trace", party, "--as-of", exampleDay, "--ended");
    await bench.opened(at("&open=alibaba-group-holding"), page);
    await expect.poll(async () => (await boxes()).length, { timeout: 8_000 }).toBeGreaterThan(family.parties.length);
    const all = await boxes();
    await page.getByLabel("collapse by country").check();
    const group = page.locator(".drawing [data-kind=group][data-id='country CN below alibaba-group-holding']");
    await group.waitFor();
    expect((await boxes()).length).toBeLessThan(all.length);
    await group.focus();
    await page.keyboard.press("+");
    await group.waitFor({ state: "detached" });
    expect(await page.locator(".drawing [data-kind=group]").count()).toBeGreaterThanOrEqual(0);
    await page.getByLabel("collapse by country").uncheck();
    await expect.poll(boxes, { timeout: 5_000 }).toEqual(all);
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
});
