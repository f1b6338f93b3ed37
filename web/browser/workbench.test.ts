import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Review, ShelvedReview } from "../../src/model/index.js";
import { daysInWords } from "../parts/days.js";
import { faultsInEveryLook, settled } from "./every-look.js";
import { planted, plantedReview } from "./planted-review.js";
import { exampleReview } from "./sample-review.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";

const screens = [
  "",
  "/findings",
  "/reach",
  "/reach?view=matrix&path=1",
  "/where",
  "/measures",
  "/impact",
  "/impact?cut=alibaba-cloud,RU",
  "/left-open",
];

describe.skipIf(cannotOpen)("the workbench in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let made: ShelvedReview;
  let told: Review;
  const at = (path: string) => `/reviews/${made.id}${path}`;

  beforeAll(async () => {
    bench = await sampleWorkbench();
    page = await bench.opened("/");
    told = await exampleReview();
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  it("opens on its doors where nothing is there, and the worked example is one press away", async () => {
    expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual([
      "Open the worked example",
      "Review a folder",
      "Take in a case bundle",
    ]);
    await page.getByRole("button", { name: "Open the example" }).click();
    await page.getByRole("heading", { level: 1, name: `Review of ${told.subject.name}` }).waitFor();
    made = await bench.keepExample(page);
  });

  it("tells the same numbers as the command line", async () => {
    await bench.opened(at(""), page);
    await page.getByRole("heading", { name: "The answer" }).waitFor();
    for (const sentence of told.answer) expect(await page.getByText(daysInWords(sentence), { exact: true }).count()).toBe(1);
    for (const [outcome, count] of Object.entries(told.summary.findings).filter(([, count]) => count > 0)) {
      await bench.opened(at(`/findings?filter=${encodeURIComponent(`is:open outcome:${outcome}`)}`), page);
      await page.getByText(`${count} of ${told.findings.length} findings`).waitFor();
      expect(await page.getByRole("table").getAttribute("aria-rowcount")).toBe(String(count + 2));
    }
    await bench.opened(at("/reach?government="), page);
    await page.getByText(`${told.reaches.length} answers of ${told.reaches.length}`).waitFor();
  });

  it("has no fault of accessibility in any look, and does not scroll sideways at 390 pixels, on any screen", async () => {
    const finding = told.findings[0]?.id;
    const ofReview = [...screens, `/findings/${finding}`, `/findings?selected=${finding}&details=yes`];
    for (const path of ["/start", "/new", "/reviews", ...ofReview.map(at)])
      expect(await faultsInEveryLook(bench, page, path), path).toEqual([]);
  }, 120_000);

  it("is worked by keyboard alone: from the findings to the worst one, why, a measure, and what it leaves", async () => {
    await bench.opened(at(""), page);
    await page.getByRole("heading", { name: "The answer" }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByRole("heading", { name: "Keys" }).waitFor();
    expect(await page.getByRole("dialog").getByText("Go to: Findings").count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("g");
    await page.keyboard.press("f");
    await page.getByRole("heading", { level: 1, name: "Findings" }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    const details = page.getByRole("complementary");
    await details.getByText("Weakest step").or(details.getByText("fact, high confidence")).first().waitFor();
    await page.keyboard.press("Escape");
    await details.waitFor({ state: "detached" });
    await page.keyboard.press("y");
    await page.getByRole("heading", { name: "What it stands on" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(at(`/findings/${[...told.findings].find(({ outcome }) => outcome === "restricted")?.id}`));
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").waitFor();
    await page.keyboard.type("measures");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Measures and what they leave" }).waitFor();
    const suppose = page.getByRole("button", { name: /^Suppose M04/ });
    await suppose.focus();
    await page.keyboard.press("Enter");
    await page.getByText("With what is supposed here").waitFor();
    expect(new URL(page.url()).searchParams.get("suppose")).toBe("M04");
    await page.goBack();
    await page.getByRole("heading", { name: "What it stands on" }).waitFor();
  });

  it("keeps filter, grouping and selection in the address, and Back returns to them", async () => {
    await bench.opened(at("/findings"), page);
    await page.keyboard.press("/");
    await page.getByLabel("Filter", { exact: true }).fill("is:open -provider:alibaba outcome:review");
    await page.getByRole("button", { name: "Remove the condition -provider:alibaba" }).waitFor();
    const shown = await page.getByRole("status").filter({ hasText: "findings" }).textContent();
    const expected = told.findings.filter((one) => one.outcome === "review" && !one.provider.startsWith("alibaba")).length;
    expect(shown).toBe(`${expected} of ${told.findings.length} findings`);
    const address = page.url();
    await page.locator("tbody a").first().click();
    await page.getByRole("heading", { name: "What it stands on" }).waitFor();
    await page.getByText(`1 of ${expected}`, { exact: true }).waitFor();
    await page.goBack();
    await page.getByText(`${expected} of ${told.findings.length} findings`).waitFor();
    expect(page.url()).toBe(address);
  });

  it("tells which nothing it is, and what is wrong with a filter", async () => {
    await bench.opened(at("/findings?filter=nothing-is-called-that"), page);
    await page.getByText("No finding matches the filter.").waitFor();
    await bench.opened(at("/findings?filter=sevrity:high"), page);
    await page.getByText(/^At character 1: There is no field sevrity/).waitFor();
    await bench.opened(at("/reach?target=holding:customer-accounts&effect=access"), page);
    await page.getByText("This is no proof that there is none", { exact: false }).waitFor();
    await bench.opened("/reviews/0000000000000000", page);
    await page.getByText("There is nothing at this address").waitFor();
    await bench.opened("/no-such-screen", page);
    await page.getByText("There is no such page").waitFor();
  });

  it("says what it waits for, what failed and what is forbidden", async () => {
    const shown = await bench.context.newPage();
    let answer: (() => void) | undefined;
    await shown.route("**/api/reviews", async (route) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      await route.fulfill({
        status: 403,
        contentType: "application/problem+json",
        body: JSON.stringify({ title: "Ana may not do this.", action: "Ask an administrator.", code: "not-allowed" }),
      });
    });
    await shown.goto(`${bench.origin}/reviews`);
    await shown.getByText("Reading the reviews…").waitFor();
    answer?.();
    await shown.getByRole("alert").getByText("You may not see the reviews").waitFor();
    await shown.unroute("**/api/reviews");
    await shown.route("**/api/reviews", (route) => route.fulfill({ status: 500, body: "no JSON" }));
    await shown.reload();
    await shown.getByRole("alert").getByText("Could not read the reviews").waitFor();
    await shown.unroute("**/api/reviews");
    await shown.getByRole("button", { name: "Try again" }).click();
    await shown.getByRole("table").waitFor();
    await shown.close();
  });

  it("shows planted markup as text in every field, on every screen, and draws of two thousand findings what is near", async () => {
    writeFileSync(join(bench.folder, "planted.json"), JSON.stringify(plantedReview(told, 2_000)));
    await bench.opened("/reviews", page);
    const address = await page.getByRole("link", { name: planted, exact: false }).first().getAttribute("href");
    const reach = told.findings[0]?.reaches[0];
    // What a cut-off breaks is told from a folder, and a saved review has none.
    const shown = [
      ...screens.filter((one) => !one.startsWith("/impact")),
      `/findings/${told.findings[0]?.id}`,
      `/reach?path=${told.reaches.findIndex(({ id }) => id === reach) + 1}`,
    ];
    for (const path of shown) {
      await bench.opened(`${address}${path}`, page);
      await page.locator("main :is(table, article, section):visible").first().waitFor();
      await settled(page);
      expect(await page.evaluate("window.planted ?? document.querySelectorAll('img, main script, iframe').length"), path).toBe(0);
      expect(await page.locator("main").textContent(), path).toContain("onerror=");
    }
    await bench.opened(`${address}/findings?filter=`, page);
    await page.getByText("2,000 of 2,000 findings").waitFor();
    const count = Number(await page.getByRole("table").getAttribute("aria-rowcount"));
    expect(count).toBeGreaterThan(2_000);
    expect(await page.locator("tbody tr").count()).toBeLessThan(150);
    // Rows that come near are measured, and the page may grow by that: its end is reached in steps.
    const last = page.locator(`tbody tr[aria-rowindex="${count}"]`);
    for (let turn = 0; turn < 30 && !(await last.isVisible()); turn += 1) {
      await page.keyboard.press("End");
      await settled(page);
    }
    expect(await last.isVisible()).toBe(true);
  }, 90_000);

  it("loses no typed text when the server is killed, says so, and comes back by itself", async () => {
    await bench.opened("/new", page);
    const other = await bench.opened("/new");
    await page.getByLabel(/^Folder, below/).fill("a folder/that was typed");
    // Another tab hears of it a moment later.
    await expect.poll(() => other.getByLabel(/^Folder, below/).inputValue()).toBe("a folder/that was typed");
    await bench.kill();
    await page.getByRole("button", { name: "Review it" }).click();
    await page.getByText("Not done.").waitFor();
    await page.getByRole("status").filter({ hasText: "The server does not answer. What you see is what was read last" }).waitFor();
    expect(await page.getByLabel(/^Folder, below/).inputValue()).toBe("a folder/that was typed");
    const link = await bench.restart();
    await page.getByText("This session is over.", { exact: false }).waitFor();
    await page.goto(link);
    await bench.opened("/new", page);
    expect(await page.getByLabel(/^Folder, below/).inputValue()).toBe("a folder/that was typed");
    await page.getByRole("button", { name: "Review it" }).click();
    await page.getByText("There is no such folder below the one", { exact: false }).waitFor();
    expect(await page.getByLabel(/^Folder, below/).inputValue()).toBe("a folder/that was typed");
    await page.getByLabel(/^Folder, below/).fill("");
    await other.close();
  });
});
