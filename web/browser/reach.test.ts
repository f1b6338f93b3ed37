import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { CasesOfReview, ReachDetail, Review, ShelvedReview, ShownCase, WithoutStep } from "../../src/model/index.js";
import { stepSentence, weakSteps } from "../../src/report/paths.js";
import { commandJson } from "./command.js";
import { faultsInEveryLook } from "./every-look.js";
import { exampleReview } from "./sample-review.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";

const asOf = "2026-11-27";

describe.skipIf(cannotOpen)("reach in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let made: ShelvedReview;
  let told: Review;
  const at = (path: string) => `/reviews/${made.id}${path}`;
  const get = <Answer>(path: string) => page.evaluate((address) => fetch(address).then((answer) => answer.json()), path) as Promise<Answer>;
  /** The reach that the worst finding stands on first. */
  let number: number;
  let detail: ReachDetail;

  beforeAll(async () => {
    bench = await sampleWorkbench();
    page = await bench.opened("/");
    made = await bench.keepExample(page);
    told = await exampleReview();
    const worst = told.findings.find(({ outcome, reaches }) => outcome === "restricted" && reaches.length > 0);
    number = told.reaches.findIndex(({ id }) => id === worst?.reaches[0]) + 1;
    detail = await get<ReachDetail>(`/api/reviews/${made.id}/reaches/${number}`);
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  it("has, without its picture, cards whose words alone restate the claim: fact, effect, words, law, source, day, reliability, counter-evidence, measure", async () => {
    await bench.opened(at(`/reach?government=&path=${number}`), page);
    const cards = page.getByRole("list", { name: "The path hop by hop" }).locator(":scope > li");
    await cards.first().waitFor();
    await page.locator("aside .drawing").evaluate((picture) => picture.remove());
    const { steps } = told.reaches[number - 1]?.path ?? { steps: [] };
    expect(await cards.count()).toBe(steps.length);
    const weak = weakSteps({ steps, confidence: told.reaches[number - 1]?.path.confidence ?? "high" });
    for (const [place, step] of steps.entries()) {
      const said = (await cards.nth(place).textContent()) ?? "";
      expect(said).toContain(stepSentence(step));
      expect(said).toContain(step.because);
      expect(said).toContain(`${step.confidence} confidence`);
      for (const { kind, title, locator, asOf: day, quote, publisher } of step.evidence) {
        if (quote) expect(said).toContain(quote);
        if (kind === "law") expect(said).toContain(locator);
        if (kind === "reference") for (const part of [title, publisher, day]) expect(said).toContain(part ?? "");
      }
      if (!step.evidence.some(({ quote }) => quote)) expect(said).toContain("No words are quoted on file.");
      expect(said).toContain("Counter-evidence");
      expect(said.includes("Weakest hop")).toBe(weak.includes(step));
      const ends = detail.ends.measures.filter((one) => one.steps.includes(place + 1));
      for (const { id, name } of ends) expect(said).toContain(`${id} ${name}`);
      if (ends.length === 0) expect(said).toContain("No measure of the catalogue cuts this hop.");
    }
    const whole = (await page.getByRole("complementary").textContent()) ?? "";
    for (const { name } of detail.notCited) expect(whole).toContain(name);
    expect(whole).toContain("were not looked for");
  });

  it("is walked by arrows, `e` leads to the evidence, and the place stands in the address", async () => {
    await bench.opened(at(`/reach?government=&path=${number}`), page);
    await page.locator("#hop-1").waitFor();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
    await page.waitForURL(/hop=1/);
    expect(await page.evaluate("document.activeElement.id")).toBe("hop-1");
    await page.keyboard.press("e");
    expect(await page.evaluate("document.activeElement.id")).toBe("evidence-1");
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("Dispute the hop: what changes without it").waitFor();
    await page.keyboard.press("Escape");
  });

  it("comes from the finding to what is left with a measure in three actions", async () => {
    const finding = told.findings.find(({ reaches }) => reaches.includes(detail.reach.id));
    await bench.opened(at("/findings"), page);
    await page.getByRole("table").waitFor();
    await page
      .getByRole("link", { name: finding?.title ?? "", exact: true })
      .first()
      .click();
    await page.getByText(/^Cut at any of these steps/).waitFor();
    await page.keyboard.press("m");
    await page.getByText(/supposed, this reach is (left|ended)\./).waitFor({ timeout: 30_000 });
    await page.getByRole("link", { name: "All that it leaves" }).click();
    await page.getByText("With what is supposed here").waitFor();
    const [measure] = detail.ends.measures;
    expect(new URL(page.url()).searchParams.get("suppose")).toBe(measure?.id);
    const supposed = commandJson<Review>("review", "examples/meridian-retail", "--as-of", asOf, "--with", measure?.id ?? "");
    await page.getByText(`${supposed.summary.residualReaches} would be left`, { exact: false }).first().waitFor();
  }, 60_000);

  it("disputes a hop with a reason, says what changes, leaks nothing, and puts it into the docket of the review's case", async () => {
    await bench.opened(at(`/reach?government=&path=${number}`), page);
    await page.locator("#hop-1").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("x");
    await page.getByText("A dispute needs its reason.").waitFor();
    await page.keyboard.type("The register was read before the sale");
    await page.keyboard.press("Control+Enter");
    await page
      .getByText("The rules are not asked anew by this.", { exact: false })
      .or(page.getByText("No finding would lose a reach."))
      .first()
      .waitFor();
    const without = await get<WithoutStep>(`/api/reviews/${made.id}/reaches/${number}/without/1`);
    await page.getByText(`Of ${told.reaches.length} reaches, ${without.reaches.length} pass this hop`, { exact: false }).waitFor();
    await page.getByText("the review belongs to no case that you see", { exact: false }).waitFor();
    expect(page.url()).not.toContain("register");
    await page.reload();
    expect(await page.getByLabel("Why hop 1 does not hold").inputValue()).toBe("The register was read before the sale");

    await page.evaluate(async (review) => {
      const headers = { "Beholden-Request": "1", "Idempotency-Key": crypto.randomUUID() };
      const body = JSON.stringify({ id: "2026-0001", caption: "Review of Alibaba Cloud", procedure: "us-icts" });
      await fetch("/api/cases", { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body });
      const form = new FormData();
      form.append("result", await (await fetch(`/api/reviews/${review}/whole`)).blob(), "result.json");
      await fetch("/api/cases/2026-0001/runs", {
        method: "POST",
        headers: { ...headers, "Idempotency-Key": crypto.randomUUID() },
        body: form,
      });
    }, made.id);
    expect((await get<CasesOfReview>(`/api/review-cases/${made.id}`)).cases.map(({ id, run }) => [id, run])).toEqual([["2026-0001", "r1"]]);
    await page.reload();
    await page.getByRole("button", { name: "Put it into the docket of 2026-0001" }).click();
    await page.getByText("The dispute is a note of case 2026-0001.").waitFor();
    const shown = commandJson<ShownCase>("docket", "show", "2026-0001", "--database", bench.database);
    expect(shown.notes.map(({ text }) => text).join()).toContain("Reason: The register was read before the sale");
    expect(shown.notes.map(({ text }) => text).join()).toContain(
      `Of ${told.reaches.length} reaches, ${without.reaches.length} pass this hop`,
    );
    expect(await get(`/api/reviews/${made.id}/reaches/${number}`)).toEqual(detail);
    expect(await page.getByLabel("Why hop 1 does not hold").count()).toBe(0);
  });

  it("says of what it found no path to that this is no proof, and how many things were not looked for", async () => {
    await bench.opened(at("/reach?target=holding:customer-accounts&effect=access"), page);
    const { unattributed, leftOut } = told.summary;
    const problems = told.problems.filter(({ severity }) => severity !== "note").length;
    await page
      .getByText(`This is no proof that there is none: ${unattributed + leftOut + problems} things were not looked for`, { exact: false })
      .waitFor();
  });

  it("turns with `t` through its views, the question and the path kept", async () => {
    await bench.opened(at(`/reach?government=&path=${number}`), page);
    await page.locator("#hop-1").waitFor();
    for (const view of ["outline", "matrix", null]) {
      await page.keyboard.press("t");
      await page.waitForFunction((name) => new URLSearchParams(location.search).get("view") === name, view);
      const query = new URL(page.url()).searchParams;
      expect([query.get("government"), query.get("path")]).toEqual(["", String(number)]);
      await page.locator("#hop-1").waitFor();
    }
  });

  it("has no fault of accessibility in any look, and does not scroll sideways at 390 pixels", async () => {
    const path = at(`/reach?government=&path=${number}&hop=1&dispute=1&without=yes`);
    expect(await faultsInEveryLook(bench, page, path, page.getByText("pass this hop", { exact: false }))).toEqual([]);
  });
});
