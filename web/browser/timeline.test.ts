import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Dossier, ScreenAnswer, ShelvedReview } from "../../src/model/index.js";
import { commandJson } from "./command.js";
import { faultsInEveryLook } from "./every-look.js";
import { importEdition, listedName } from "./list-editions.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";

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
    made = await bench.keepExample(page);
    told = commandJson<Dossier>("dossier", "alibaba-cloud", "--as-of", asOf, "--regime", "us-dsp", "--regime", "us-icts");
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

  it("shows a hit field by field", async () => {
    await bench.opened(at(), page);
    const card = page.getByRole("article", { name: "Hit: Alibaba Group Holding Limited" });
    await card.getByText("agrees: Alibaba Group Holding Limited", { exact: false }).waitFor();
    expect(await card.getByText("missing on one side or both").count()).toBeGreaterThan(0);
    await page.getByText(/^1 hit among the \d+ lists that were searched: 1 open\./).waitFor();
    await page.getByRole("status").filter({ hasText: "old on the day of the review" }).waitFor({ state: "detached" });
  });

  it("says of no hit which lists were searched, of which edition, for which names", async () => {
    await bench.opened(`/reviews/${made.id}/timeline?provider=github`, page);
    await page.getByText(/^No hit among the \d+ lists that were searched\./).waitFor();
    await page
      .getByText(/^Names: .*GitHub.* A likeness of 0\.\d+ or more is a hit; below 0\.\d+ nothing is shown\. Edition \d{4}-\d\d-\d\d\.$/)
      .waitFor();
  });

  it("says that an edition is old, with its date and age; a hit is found, compared, judged with a reason, and taken back, by keyboard alone", async () => {
    importEdition(bench, { edition: "2026-10-20", country: "China" });
    await bench.opened(at(), page);
    // From 20 October to 27 November.
    await page
      .getByRole("status")
      .filter({ hasText: "Consolidated List as of 20 Oct 2026, 38 days old on the day of the review." })
      .waitFor();
    await page.getByText(/^2 hits among the \d+ lists that were searched: 2 open\./).waitFor();
    const card = page.getByRole("article", { name: `Hit: ${listedName}` });
    await page.keyboard.press("j");
    await card.waitFor();
    expect(new URL(page.url()).searchParams.get("hit")).toBe("un-sae-001");
    const row = card.getByRole("row").filter({ hasText: "Country" });
    expect(await row.getByRole("cell").allTextContents()).toEqual(["CN, KY, SG, US, SA", "CN", "agrees: the same country"]);
    await card.getByRole("row").filter({ hasText: "LEI" }).getByText("missing on one side or both").waitFor();
    await page.keyboard.press("2");
    await page.keyboard.press("Control+Enter");
    expect(await card.getByText("Decided", { exact: false }).count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("1");
    expect(await card.getByRole("radio", { name: "The same 1" }).isChecked()).toBe(true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("2");
    await page.keyboard.type("The register has another number: 1 or 2.");
    await page.reload();
    expect(await card.getByRole("radio", { name: "A different one 2" }).isChecked()).toBe(true);
    await page.keyboard.press("2");
    await page.keyboard.press("Control+Enter");
    await card.getByText("Decided: a different one, by ana", { exact: false }).waitFor();
    await card.getByText("It was decided on the editions that are in force.").waitFor();
    await page.getByText(/2 hits among .*: 1 open and 1 a different one\./).waitFor();
    await page.keyboard.press("u");
    await card.getByText("Decided: not clear yet, by ana", { exact: false }).waitFor();
    await page.keyboard.press("k");
    await page.getByRole("article", { name: "Hit: Alibaba Group Holding Limited" }).waitFor();
  });

  it("keeps a verdict over an edition in which what was compared is the same, and opens it again where that changed", async () => {
    const card = page.getByRole("article", { name: `Hit: ${listedName}` });
    await bench.opened(at("&hit=un-sae-001"), page);
    await card.waitFor();
    await page.keyboard.press("2");
    await page.keyboard.type("Another register number.");
    await page.keyboard.press("Control+Enter");
    await card.getByText("Decided: a different one", { exact: false }).waitFor();
    importEdition(bench, { edition: "2026-11-20", country: "China", alias: "Example Advertising" });
    await bench.opened(at("&hit=un-sae-001"), page);
    await card
      .getByText(
        "It was decided on other editions: United Nations Security Council Consolidated List: 20 Oct 2026 then, 20 Nov 2026 now.",
        {
          exact: false,
        },
      )
      .waitFor();
    expect(await page.getByText("old on the day of the review", { exact: false }).count()).toBe(0);
    importEdition(bench, { edition: "2026-11-25", country: "United States", alias: "Example Advertising" });
    await bench.opened(at("&hit=un-sae-001"), page);
    const again = card.getByRole("status").filter({ hasText: "Open again." });
    await again.getByText("Changed since it was decided: Country.", { exact: false }).waitFor();
    await again.getByText("20 Oct 2026 then, 25 Nov 2026 now", { exact: false }).waitFor();
    await page.getByText(/2 hits among .*: 1 open and 1 open again\./).waitFor();
    // The command line says the same of the same names.
    const { names, countries } = {
      names: [told.provider.name, ...told.operators.map(({ name }) => name)],
      countries: told.operators.flatMap(({ jurisdiction }) => (jurisdiction ? [jurisdiction.toLowerCase()] : [])),
    };
    const query = { schema: "Company", properties: { name: [...new Set(names)], country: [...new Set(countries)] } };
    const file = join(bench.folder, "subject.json");
    writeFileSync(file, JSON.stringify({ queries: { subject: query } }));
    const { responses } = commandJson<ScreenAnswer>("screen", file, "--as-of", asOf, "--limit", "50", "--data", dirname(bench.database));
    const decision = responses.subject?.results.find(({ id }) => id === "un-sae-001")?.decision;
    expect(decision).toMatchObject({ decision: "different", by: "ana", reopened: ["country"], editions: { "un-sc": "2026-10-20" } });
  });

  it("has no fault of accessibility in any look, and does not scroll sideways at 390 pixels", async () => {
    const there = page.getByRole("article", { name: /^Hit: / });
    for (const query of ["&selected=listing%201", "&view=table"])
      expect(await faultsInEveryLook(bench, page, at(query), there), query).toEqual([]);
  }, 60_000);
});
