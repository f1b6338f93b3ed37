import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { approveDecision, recordEvent } from "../../src/docket/index.js";
import type { Review, ShelvedReview, ShownCase } from "../../src/model/index.js";
import { commandJson } from "./command.js";
import { faultsInEveryLook } from "./every-look.js";
import { exampleReview } from "./sample-review.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench, violations } from "./sample-workbench.js";

const of = "2026-0001";

describe.skipIf(cannotOpen)("findings and what is decided on them, in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let made: ShelvedReview;
  let told: Review;
  const at = (path: string) => `/reviews/${made.id}${path}`;
  const decisionsOf = () => commandJson<ShownCase>("docket", "show", of, "--database", bench.database).decisions;

  beforeAll(async () => {
    bench = await sampleWorkbench();
    page = await bench.opened("/");
    made = await bench.keepExample(page);
    told = await exampleReview();
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  /** Attaches a kept review to the case, as the page does. */
  const attach = (review: string) =>
    page.evaluate(
      async ([id, to]) => {
        const form = new FormData();
        form.append("result", await (await fetch(`/api/reviews/${id}/whole`)).blob(), "result.json");
        const headers = { "Beholden-Request": "1", "Idempotency-Key": crypto.randomUUID() };
        await fetch(`/api/cases/${to}/runs`, { method: "POST", headers, body: form });
      },
      [review, of] as const,
    );

  it("says of a review without a case that no deadline runs, and what proposing takes", async () => {
    await bench.opened(at(""), page);
    await page.getByText("It belongs to no case, so no deadline runs.").waitFor();
    await bench.opened(at(`/findings?chosen=${told.findings[0]?.id}`), page);
    await page.getByText("Propose a decision on 1 finding: this takes a case that the review belongs to.", { exact: false }).waitFor();
  });

  it("names the next deadline of its case on the overview, as `docket show` has it", async () => {
    await page.evaluate(async (id) => {
      const headers = { "Beholden-Request": "1", "Idempotency-Key": crypto.randomUUID(), "Content-Type": "application/json" };
      const body = JSON.stringify({ id, caption: "Review of Alibaba Cloud", procedure: "us-icts" });
      await fetch("/api/cases", { method: "POST", headers, body });
    }, of);
    await attach(made.id);
    const by = { by: "ben", at: new Date().toISOString() };
    const day = new Date().toISOString().slice(0, 10);
    await recordEvent(bench.docket, of, { event: "review-started", on: day, by: "Secretary" }, null, by);
    const shown = commandJson<ShownCase>("docket", "show", of, "--database", bench.database);
    const next = (shown.standing?.deadlines ?? [])
      .filter(({ due }) => due !== null)
      .sort((one, other) => ((one.due ?? "") < (other.due ?? "") ? -1 : 1))[0];
    await bench.opened(at(""), page);
    const section = page.getByRole("region", { name: "In the docket" });
    await section.getByText(next ? "Next deadline:" : "No deadline runs.").waitFor();
    if (next) await section.getByText(next.title, { exact: false }).waitFor();
  });

  it("chooses findings by key and proposes a decision on them: the bar names what it does before it does it", async () => {
    await bench.opened(at("/findings"), page);
    await page.getByRole("table").waitFor();
    for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
    const bar = page.getByRole("region", { name: "Chosen findings" });
    await bar.getByRole("link", { name: `Propose a decision on 2 findings in ${of}` }).click();
    await page.getByRole("group", { name: "Findings that it cites (2)" }).waitFor();
    await page.getByLabel("Title", { exact: true }).fill("Accepted until the archive moves");
    await page.getByLabel("Outcome", { exact: true }).selectOption("not-prohibited");
    await page.getByLabel(/^Holds until/).fill("2027-03-01");
    await page.getByText("What holds until a day needs somebody who answers for it, and grounds.").waitFor();
    await page.getByLabel(/^Who answers for it/).fill("Carla Ng");
    await page.getByLabel(/^Grounds/).fill("The archive moves in February");
    await page.getByRole("button", { name: /^Propose it/ }).click();
    await page.getByRole("heading", { level: 2, name: "d1: Accepted until the archive moves" }).waitFor();
    await page.getByText("you proposed it, and nobody approves what is their own.", { exact: false }).waitFor();
    expect(await page.getByRole("button", { name: "Approve", exact: true }).isDisabled()).toBe(true);
    expect(decisionsOf()[0]).toMatchObject({ until: "2027-03-01", owner: "Carla Ng", authors: ["ana"], standing: { status: "proposed" } });
    await expect(approveDecision(bench.docket, of, "d1", {}, { by: "Carla Ng", at: new Date().toISOString() })).rejects.toThrow(
      "answers for decision d1",
    );
    await approveDecision(bench.docket, of, "d1", {}, { by: "Ben Cole", at: new Date().toISOString() });
  });

  it("shows what was accepted in the list, on the finding and in the filter, and leaves it alone afterwards", async () => {
    const chosen = decisionsOf()[0]?.findings.map(({ id }) => id) ?? [];
    await bench.opened(at("/findings?filter=decided:accepted"), page);
    await page.getByText(`2 of ${told.findings.length} findings`).waitFor();
    await page.getByText("open; accepted until 2027-03-01").first().waitFor();
    const other = told.findings.find(({ id }) => !chosen.includes(id))?.id;
    await bench.opened(at(`/findings?filter=&chosen=${[...chosen, other].join(",")}`), page);
    await page.getByRole("link", { name: `Propose a decision on 1 finding and leave 2 that are decided in ${of}` }).waitFor();
    await bench.opened(at(`/findings/${chosen[0]}`), page);
    const decisions = page.getByRole("region", { name: "Decisions" });
    await decisions.getByText("accepted until 2027-03-01", { exact: true }).waitFor();
    await decisions.getByText("Carla Ng answers for it", { exact: false }).waitFor();
  });

  it("says that it was approved on an older state once the subject was reviewed again", async () => {
    const later = await bench.make({ example: true, asOf: "2026-11-20" }, page);
    await attach(later.id);
    const [decision] = decisionsOf();
    expect(decision?.standing.current).toBe(false);
    await bench.opened(at("/findings?filter=decided:older-state"), page);
    await page.getByText("open; accepted until 2027-03-01, on an older state").first().waitFor();
    await bench.opened(`/cases/${of}/decisions?decision=d1`, page);
    await page.getByText("Decided on an older state.", { exact: false }).first().waitFor();
  });

  it("tells of a finding what would change our mind, its history in kept reviews, and its rule with the version", async () => {
    const finding = told.findings.find(({ settle, outcome }) => settle.length > 0 && outcome === "restricted") ?? told.findings[0];
    await bench.opened(at(`/findings/${finding?.id}`), page);
    const mind = page.getByRole("region", { name: "What would change our mind" });
    await mind.waitFor();
    for (const one of finding?.settle ?? []) expect(await mind.textContent()).toContain(one);
    const history = page.getByRole("region", { name: "History" });
    await history.getByText("(this review)", { exact: false }).waitFor();
    expect(await history.getByRole("listitem").count()).toBe(2);
    const rule = page.getByRole("region", { name: "The rule" });
    const pack = told.rulePacks.find(({ id }) => id === finding?.pack);
    expect(await rule.textContent()).toContain(pack?.sha256.slice(0, 16));
    await rule.getByText("Show the rule").click();
    await rule.getByText("As the pack reads that comes with this version", { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each(["entity", "rule", "law"])("groups by %s, every finding once", async (by) => {
    await bench.opened(at(`/findings?filter=&group=${by}`), page);
    await page.getByText(`${told.findings.length} of ${told.findings.length} findings`).waitFor();
    const heads = await page.locator("tbody th[colspan]").allTextContents();
    const sum = heads.reduce((all, text) => all + Number(/\((\d+)\)$/.exec(text)?.[1]), 0);
    expect([heads.length > 1, sum]).toEqual([true, told.findings.length]);
  });

  it("has no fault of accessibility in any look, and does not scroll sideways at 390 pixels", async () => {
    for (const path of [at(`/findings?chosen=${told.findings[0]?.id}`), at("")])
      expect(await faultsInEveryLook(bench, page, path), path).toEqual([]);
  }, 30_000);
});
