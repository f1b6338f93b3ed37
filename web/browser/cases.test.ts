import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { editCase } from "../../src/docket/index.js";
import type { CaseList, ShownCase } from "../../src/model/index.js";
import { commandJson } from "./command.js";
import { faultsInEveryLook } from "./every-look.js";
import { sampleCases, sampleDocket } from "./sample-docket.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench, violations } from "./sample-workbench.js";

const { model } = sampleCases;
const screens = ["/work", "/cases", "/cases?new=yes", `/cases/${model}`, `/cases/${model}?edit=yes`, `/cases/${sampleCases.plain}`];

describe.skipIf(cannotOpen)("my work and the cases in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;

  beforeAll(async () => {
    bench = await sampleWorkbench();
    page = await bench.opened("/work");
  }, 60_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  it("say that nothing is there yet, and where the first case is opened", async () => {
    await page.getByText("No case is here yet.").waitFor();
    await bench.opened("/cases", page);
    await page.getByText("No case is here yet.").waitFor();
    await sampleDocket(bench.docket);
  });

  it("tell what is overdue, soon, waiting on others and without a clock, as `docket list` has it", async () => {
    const list = commandJson<CaseList>("docket", "list", "--database", bench.database);
    await bench.opened("/work", page);
    await page.getByRole("table").waitFor();
    const overdue = list.cases.reduce((sum, one) => sum + one.overdue, 0);
    await page.getByText(`Overdue (${overdue})`).waitFor();
    await page.getByText("Waiting on others (1)").waitFor();
    const late = list.cases.find((one) => one.overdue > 0);
    const row = page.getByRole("row", { name: /Act on what is overdue/ });
    expect(await row.textContent()).toContain(`${-(late?.next?.days ?? 0)} days late`);
    expect(await row.textContent()).toContain(late?.caption);
  });

  it("walk by keys: next, open, back to the same row, and the next one", async () => {
    await bench.opened("/work", page);
    await page.getByRole("table").waitFor();
    await page.keyboard.press("j");
    await page.waitForURL(/selected=/);
    const first = page.url();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^Final Determination: / }).waitFor();
    await page.goBack();
    await page.getByRole("table").waitFor();
    expect(page.url()).toBe(first);
    await page.keyboard.press("n");
    await page.getByRole("heading", { name: "Counted from" }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("Go to: My work").waitFor();
    await page.keyboard.press("Escape");
  });

  it("filter by the address, tell which of the four nothings it is, and clear", async () => {
    await bench.opened("/work?filter=about:decision+clock:overdue", page);
    await page.getByText("Nothing that waits matches the filter.").waitFor();
    await page.getByRole("button", { name: "Clear the filter" }).click();
    await page.getByRole("table").waitFor();
    await bench.opened("/cases?filter=is:overdue", page);
    await page.getByText("1 of 7 cases").waitFor();
    await page.getByRole("link", { name: "Not settled" }).click();
    expect(new URL(page.url()).searchParams.get("filter")).toBe("is:unsettled");
    await page.getByText("1 of 7 cases").waitFor();
    await page.getByLabel("Filter", { exact: true }).fill("state:ID_SERVED -is:unsettled");
    await page.getByRole("button", { name: "Save this filter" }).click();
    await page.getByLabel("Name of the filter").press("Enter");
    await bench.opened("/cases", page);
    await page.getByRole("link", { name: "state:ID_SERVED -is:unsettled" }).click();
    expect(await page.getByRole("rowheader").allTextContents()).toEqual(["Review of Acme Cloud"]);
  });

  it("list the cases of `docket list` in its order", async () => {
    const list = commandJson<CaseList>("docket", "list", "--database", bench.database);
    await bench.opened("/cases", page);
    await page.getByRole("table").waitFor();
    expect(await page.getByRole("rowheader").allTextContents()).toEqual(list.cases.map(({ caption }) => caption));
    expect(await page.getByRole("table").getAttribute("aria-rowcount")).toBe(String(list.total + 1));
  });

  it("tell of a case what `docket show` tells, and what is missing", async () => {
    const told = commandJson<ShownCase>("docket", "show", model, "--database", bench.database);
    await bench.opened(`/cases/${model}`, page);
    await page.getByRole("heading", { name: "What is missing (3)" }).waitFor();
    const text = (await page.locator("main").textContent()) ?? "";
    for (const { title } of told.standing?.deadlines ?? []) expect(text).toContain(title);
    expect(text).toContain(told.evidence.withoutEvidence[0]?.fact.text);
    expect(text).toContain(`${told.evidence.quotes} quotes, ${told.evidence.facts} facts, ${told.runs.length} run,`);
    expect(await page.getByRole("list", { name: "How far the case is" }).locator("[aria-current=step]").textContent()).toContain(
      "Initial Determination",
    );
    expect(await page.locator("header").textContent()).toContain("5 days left");
  });

  it("open a case from what is typed, keep it when the server is killed, and open it once", async () => {
    await bench.opened("/cases?new=yes", page);
    await page.getByLabel("Caption").fill("Review of Gamma");
    await page.getByLabel(/^Parties/).fill("provider: Gamma SA");
    await bench.kill();
    await page.getByRole("button", { name: /Open the case/ }).click();
    await page.getByText("The server does not answer.").first().waitFor();
    const link = await bench.restart();
    const other = await bench.context.newPage();
    await other.goto(link);
    await other.close();
    await page.reload();
    expect(await page.getByLabel("Caption").inputValue()).toBe("Review of Gamma");
    await page.getByRole("button", { name: /Open the case/ }).click();
    await page.getByRole("heading", { level: 1, name: "Review of Gamma" }).waitFor();
    await page.getByText("Gamma SA").waitFor();
    const list = commandJson<CaseList>("docket", "list", "--database", bench.database);
    expect(list.cases.filter(({ caption }) => caption === "Review of Gamma")).toHaveLength(1);
  });

  it("keep a draft in each of two tabs, and offer one what the other left", async () => {
    await bench.opened(`/cases/${model}?note=yes`, page);
    await page.getByLabel("Note", { exact: true }).fill("typed in the first tab");
    const other = await bench.opened(`/cases/${model}?note=yes`);
    await other.getByText("Something typed here in another tab was not sent.").waitFor();
    await other.getByLabel("Note", { exact: true }).fill("typed in the second");
    await page.reload();
    expect(await page.getByLabel("Note", { exact: true }).inputValue()).toBe("typed in the first tab");
    expect(await other.getByLabel("Note", { exact: true }).inputValue()).toBe("typed in the second");
    await other.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: /Add the note/ }).click();
    await page.getByText("typed in the first tab").waitFor();
    await other.close();
  });

  it("show mine, theirs and merged where somebody else saved first, and let clashes be chosen", async () => {
    const at = new Date().toISOString();
    const ben = { by: "Ben Okafor", at, reason: null };
    await bench.opened(`/cases/${model}?edit=yes`, page);
    await page.getByLabel("Caption").fill("Review of Acme Cloud Services");
    await editCase(bench.docket, model, { reference: "ICTS-2026-05" }, ben);
    await page.getByRole("button", { name: /^Save/ }).click();
    await page.getByText("The two changes do not touch the same field, and go together.").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Save the merged version" }).click();
    await page.getByText("The case is changed.").waitFor();
    await page.getByRole("heading", { level: 1, name: "Review of Acme Cloud Services" }).waitFor();
    await page.getByText(`Case ${model}, ICTS-2026-05`).waitFor();

    await bench.opened(`/cases/${model}?edit=yes`, page);
    await page.getByLabel("Caption").fill("Mine");
    await editCase(bench.docket, model, { caption: "Theirs" }, ben);
    await page.getByRole("button", { name: /^Save/ }).click();
    await page.getByRole("button", { name: "Choose 1 more" }).waitFor();
    await page.getByLabel("Mine stands").check();
    await page.getByRole("button", { name: "Save the merged version" }).click();
    await page.getByRole("heading", { level: 1, name: "Mine" }).waitFor();
    expect(commandJson<ShownCase>("docket", "show", model, "--database", bench.database).caption).toBe("Mine");
  });

  it("hand over the report in each form, the calendar and the bundle", async () => {
    await bench.opened(`/cases/${model}`, page);
    const taken = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
      return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "latin1") };
    };
    const report = await taken("Report as Markdown");
    expect(report.name).toBe(`${model}-report.md`);
    expect(report.text).toContain("Response of the parties");
    expect((await taken("Report as Word")).text.slice(0, 2)).toBe("PK");
    expect((await taken("Deadlines as a calendar (.ics)")).text).toContain("BEGIN:VCALENDAR");
    const bundle = await taken("Bundle that verifies elsewhere (.zip)");
    expect([bundle.name, bundle.text.slice(0, 2)]).toEqual([`${model}.zip`, "PK"]);
  });

  it("say what one's roles do not allow, and offer no control for it", async () => {
    const reader = await bench.context.newPage();
    await reader.route("**/api/session", async (route) => {
      const answer = await route.fetch();
      const session = (await answer.json()) as object;
      await route.fulfill({ json: { ...session, roles: ["reader"], permissions: ["case:read"], seesUpTo: "internal", access: "team" } });
    });
    await bench.opened(`/cases/${model}`, reader);
    await reader.getByText("Your roles do not let you open and keep cases. Those of an analyst or clerk do (case:write).").waitFor();
    expect(await reader.getByRole("button", { name: "Change caption and parties" }).count()).toBe(0);
    expect(await reader.getByRole("button", { name: /^Bundle/ }).isDisabled()).toBe(true);
    await reader.getByRole("navigation", { name: "Screens" }).getByText("(not for your roles)").first().waitFor();
    await reader.route("**/api/cases?*", (route) =>
      route.fulfill({
        status: 403,
        contentType: "application/problem+json",
        json: { title: "Your roles see no case.", code: "forbidden" },
      }),
    );
    await reader.goto(`${bench.origin}/cases`);
    await reader.getByRole("heading", { name: "You may not see the cases" }).waitFor();
    await reader.close();
  });

  it.each(screens)(
    "have no fault of accessibility in any look, and do not scroll sideways at 390 pixels: %s",
    async (path) => {
      expect(await faultsInEveryLook(bench, page, path)).toEqual([]);
      expect(await page.evaluate("window.planted")).toBeUndefined();
    },
    60_000,
  );
});
