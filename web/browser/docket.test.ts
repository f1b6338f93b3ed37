import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { recordEvent } from "../../src/docket/index.js";
import { shippedProcedure } from "../../src/docket/sample-case.js";
import type { DocketWhy, ShownCase, ShownRun } from "../../src/model/index.js";
import { inWords } from "../docket/event-names.js";
import { daysInWords } from "../parts/days.js";
import { commandJson } from "./command.js";
import { faultsInEveryLook } from "./every-look.js";
import { sampleCases } from "./sample-docket.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";

const { model, overdue, paused, unsettled, decided } = sampleCases;
const screens = [
  `/cases/${model}/docket?selected=4`,
  `/cases/${unsettled}/docket?do=confirm&entry=4`,
  `/cases/${model}/docket?do=move&event=initial-determination-served`,
  `/cases/${model}/docket?do=point`,
  `/cases/${model}/deadlines/response`,
  `/cases/${paused}/deadlines/decision`,
  `/cases/${overdue}/deadlines/concurrence%2FJustice`,
  `/cases/${model}/runs?run=r1`,
  `/cases/${model}/runs?do=attach`,
  `/cases/${model}/decisions?decision=d1`,
  `/cases/${model}/decisions?do=propose`,
];

describe.skipIf(cannotOpen)("the docket of a case in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  const shown = (id: string) => commandJson<ShownCase>("docket", "show", id, "--database", bench.database);
  const why = (id: string, key: string) => commandJson<DocketWhy>("docket", "why", id, key, "--database", bench.database);

  beforeAll(async () => {
    bench = await sampleWorkbench({ filled: true });
    page = await bench.opened(`/cases/${model}/docket`);
  }, 60_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  it.each([
    [model, "response"],
    [overdue, "concurrence/Justice"],
    [overdue, "final-determination"],
    [paused, "decision"],
  ])("counts %s %s day by day as `docket why` does", async (id, key) => {
    const count = why(id, key);
    await bench.opened(`/cases/${id}/deadlines/${encodeURIComponent(key)}`, page);
    await page.getByRole("heading", { level: 1, name: count.title }).waitFor();
    expect(await page.getByRole("table").getByRole("row").count()).toBe(count.days.length + 1);
    const text = (await page.locator("main").textContent()) ?? "";
    await page
      .getByText(inWords(count.rule, shippedProcedure(shown(id).procedure ?? "")), { exact: false })
      .first()
      .waitFor();
    for (const { off } of count.days) if (off && off.kind !== "weekend") expect(text).toContain(off.name);
    if (count.due === null) expect(text).toContain("the clock stands still");
    else expect(await page.getByRole("row").last().textContent()).toContain("the last day");
  });

  it("lists the events of `docket show`, the newest first, and what may come next", async () => {
    const { events, standing } = shown(model);
    await bench.opened(`/cases/${model}/docket`, page);
    const table = page.getByRole("table");
    await table.waitFor();
    expect(await table.getAttribute("aria-rowcount")).toBe(String(events.length + 1));
    expect(await table.getByRole("row").nth(1).textContent()).toContain(`${events.length}`);
    for (const { title } of standing?.next ?? [])
      expect(await page.getByRole("button", { name: `Record: ${title}`, exact: true }).count()).toBe(1);
    for (const { title } of standing?.deadlines ?? []) expect(await page.getByRole("link", { name: title }).count()).toBeGreaterThan(0);
  });

  it("prints oldest first with caption and parties, whatever the order on the screen", async () => {
    await bench.opened(`/cases/${model}/docket`, page);
    await page.getByRole("table").waitFor();
    await page.emulateMedia({ media: "print" });
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    const first = page.getByRole("table").getByRole("row").nth(1);
    expect(await first.textContent()).toContain("The Secretary starts a review");
    expect(await page.getByText("provider: Acme Cloud Ltd; counsel: Reed & Partners").isVisible()).toBe(true);
    expect(await page.locator("header").textContent()).toContain("Review of Acme Cloud");
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    await page.emulateMedia({ media: "screen" });
  });

  it("refuses what the law does not allow, with the section, and keeps what was typed", async () => {
    await bench.opened(`/cases/${model}/docket`, page);
    await page.getByText(/What the law does not allow now/).click();
    await page.getByText(/The Final Determination is issued: .*791\.108\(b\)-\(c\), 791\.109/).waitFor();
    await bench.opened(`/cases/${model}/docket?do=move&event=final-determination`, page);
    await page.getByText(/The state of the case forbids it/).waitFor();
    await page.getByLabel("Who signed or acted").fill("Secretary");
    await page.getByLabel(/^Outcome/).selectOption("prohibited");
    await page.getByRole("button", { name: /Record it/ }).click();
    await page.getByText("Not done.").waitFor();
    expect(await page.locator("form").textContent()).toContain("791.108");
    expect(await page.getByLabel("Who signed or acted").inputValue()).toBe("Secretary");
    expect(shown(model).events).toHaveLength(4);
    await page.getByRole("button", { name: "Cancel" }).click();
  });

  it("records an event by keyboard, tells what it did to the deadlines, and undoes it by a withdrawal of its own", async () => {
    await bench.opened(`/cases/${model}/docket`, page);
    await page.getByRole("button", { name: "Record: A party responds", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("What happened").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("Recorded as event 5: A party responds.").waitFor();
    await page.getByText(/The case is now at: The parties have responded, since/).waitFor();
    expect(shown(model).standing?.state).toBe("RESPONSE");
    await page.keyboard.press("u");
    await page.getByText("Undone: Recorded as event 5").waitFor();
    const after = shown(model);
    expect([after.standing?.state, after.events.length, after.events[4]?.corrected]).toEqual(["ID_SERVED", 6, "struck-out"]);
    await page.getByText("struck out").first().waitFor();
  });

  it("confirms a service whose day nobody knew, and the clock is settled", async () => {
    expect(shown(unsettled).standing?.deadlines[0]?.status).toBe("unsettled");
    await bench.opened(`/cases/${unsettled}/docket?selected=4`, page);
    await page.getByRole("button", { name: "Confirm the service" }).click();
    await page.getByLabel("On what source").fill("The receipt of the post office.");
    await page.getByRole("button", { name: /Confirm the day of service/ }).click();
    await page.getByText("The service of event 4 is confirmed.").waitFor();
    expect(shown(unsettled).standing?.deadlines[0]?.unsettled).toBeNull();
  });

  it("corrects what a deadline is counted from, and tells from which day to which it moved", async () => {
    const before = why(unsettled, "final-determination");
    await bench.opened(`/cases/${unsettled}/deadlines/final-determination`, page);
    await page.getByRole("link", { name: /Correct what it is counted from/ }).click();
    await page.getByLabel(/^Day/).waitFor();
    const on = before.trigger.on;
    const later = new Date(Date.parse(on) + 2 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel(/^Day/).fill(later);
    await page.getByLabel("Why", { exact: true }).fill("The letter bears this day.");
    await page.getByRole("button", { name: /Correct event/ }).click();
    await page.getByText("is corrected.").waitFor();
    await page
      .getByText(/moved|No deadline moved/)
      .first()
      .waitFor();
    await page.getByText("corrected", { exact: true }).first().waitFor();
  });

  it("lets a paused clock run again, and extends the time, each as an event of its own", async () => {
    await bench.opened(`/cases/${paused}/deadlines/decision`, page);
    await page.getByRole("link", { name: "Let the clock run again" }).click();
    await page.getByRole("button", { name: /Record it/ }).click();
    await page.getByText(/runs again: its last day is/).waitFor();
    const { due } = why(paused, "decision");
    await bench.opened(`/cases/${paused}/deadlines/decision`, page);
    await page.getByRole("link", { name: "Grant an extension" }).click();
    const until = new Date(Date.parse(due ?? "") + 14 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("Until").fill(until);
    await page.getByLabel("Who signed or acted").fill("Ana Ruiz");
    await page.getByRole("button", { name: /Record it/ }).click();
    await page.getByText(/Decision \(decision\) moved from .* 14 days later/).waitFor();
    expect(why(paused, "decision").due).toBe(until);
  });

  it("attaches a kept review with what it read, by digest", async () => {
    const made = await bench.keepExample(page);
    await bench.opened(`/cases/${decided}/runs?do=attach`, page);
    await page.getByLabel("Result", { exact: true }).selectOption(made.id);
    await page.getByRole("button", { name: /Attach it/ }).click();
    await page.getByText("Attached as run r1.").waitFor();
    const { run, inputs, findings } = commandJson<ShownRun>("docket", "run", "show", decided, "r1", "--database", bench.database);
    await page.getByRole("heading", { name: `Findings (${findings.length})` }).waitFor();
    await page.getByRole("heading", { name: `Files that it read (${inputs.length})` }).waitFor();
    await page.getByText(run.result, { exact: true }).waitFor();
    expect(run.bytesChecked).toBe(true);
  });

  it("proposes a decision on findings of a run, which nobody approves who proposed it", async () => {
    await bench.opened(`/cases/${decided}/decisions?do=propose`, page);
    await page.getByLabel("Title").fill("Determination of the example");
    await page.getByLabel("Outcome").selectOption("prohibited");
    await page
      .getByRole("group", { name: /Findings that it cites/ })
      .getByRole("checkbox")
      .first()
      .check();
    await page.getByRole("button", { name: /Propose it/ }).click();
    await page.getByText("Proposed as decision d1.").waitFor();
    await page.getByText("Approve: you proposed it, and nobody approves what is their own.").waitFor();
    expect(await page.getByRole("button", { name: "Approve", exact: true }).isDisabled()).toBe(true);
  });

  it("approves what another proposed; where the case moved since, only for the present state by name", async () => {
    const today = shown(model).standing?.asOf ?? "";
    await recordEvent(bench.docket, model, { event: "notice-of-review", on: today }, null, {
      by: "Ana Ruiz",
      at: new Date().toISOString(),
    });
    await bench.opened(`/cases/${model}/decisions?decision=d1`, page);
    const { decisions } = shown(model);
    expect(decisions[0]?.standing.current).toBe(false);
    await page.getByText("Decided on an older state.").waitFor();
    for (const { what } of decisions[0]?.standing.differences ?? []) await page.getByText(daysInWords(what)).first().waitFor();
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    expect(await page.getByRole("button", { name: /Approve it/ }).isDisabled()).toBe(true);
    await page.getByLabel(/It holds on the present state too/).check();
    await page.getByRole("button", { name: /Approve it/ }).click();
    await page.getByText("Decision d1 is approved.").waitFor();
    expect(shown(model).decisions[0]?.standing.status).toBe("approved");
  });

  it.each(screens)(
    "has no fault of accessibility in any look, and does not scroll sideways at 390 pixels: %s",
    async (path) => {
      expect(await faultsInEveryLook(bench, page, path)).toEqual([]);
    },
    60_000,
  );
});
