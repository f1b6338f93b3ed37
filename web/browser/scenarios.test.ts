import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Impact, Review, ShelvedReview, ShownRun } from "../../src/model/index.js";
import { rangeWords, scenarioWords, verdictWords, weightiest } from "../../src/report/impact/words.js";
import { chainOf } from "../impact/lit-chain.js";
import { residualRows, residualSum } from "../measures/standing.js";
import { commandJson } from "./command.js";
import { faultsInEveryLook } from "./every-look.js";
import { exampleReview } from "./sample-review.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench, violations } from "./sample-workbench.js";

const asOf = "2026-11-27";
const of = "2026-0001";
const cutOff = ["impact", "examples/meridian-retail", "--as-of", asOf, "--on", asOf, "--block", "alibaba-cloud", "--format", "json"];

describe.skipIf(cannotOpen)("measures, cut-offs and places in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let made: ShelvedReview;
  let told: Review;
  let printed: string;
  let impact: Impact;
  const at = (path: string) => `/reviews/${made.id}${path}`;

  /** Opens a case, and attaches the review to it. */
  const attach = (to: string) =>
    page.evaluate(
      async ([id, into]) => {
        const headers = () => ({ "Beholden-Request": "1", "Idempotency-Key": crypto.randomUUID() });
        const body = JSON.stringify({ id: into, caption: `Case ${into}` });
        await fetch("/api/cases", { method: "POST", headers: { ...headers(), "Content-Type": "application/json" }, body });
        const form = new FormData();
        form.append("result", await (await fetch(`/api/reviews/${id}/whole`)).blob(), "result.json");
        await fetch(`/api/cases/${into}/runs`, { method: "POST", headers: headers(), body: form });
      },
      [made.id, to] as const,
    );

  beforeAll(async () => {
    bench = await sampleWorkbench();
    page = await bench.opened("/");
    made = await bench.keepExample(page);
    told = await exampleReview();
    printed = execFileSync(process.execPath, ["dist/beholden.js", ...cutOff], { encoding: "utf8", maxBuffer: 1 << 28 });
    impact = JSON.parse(printed) as Impact;
  }, 150_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  it("tells what is left before, with what is agreed and with what is verified, as the review counts it", async () => {
    await bench.opened(at("/measures"), page);
    const table = page.getByRole("table", { name: /^Reaches that are left before/ });
    await table.waitFor();
    const { before, agreed, verified } = residualSum(residualRows(told));
    const { reaches, reachesEnded } = told.summary;
    expect(before).toBe(reaches);
    expect(verified).toBe(reaches - (reachesEnded?.verified ?? 0));
    expect(await table.getByRole("row").last().getByRole("cell").allTextContents()).toEqual([before, agreed, verified].map(String));
    const measures = page.getByRole("table", { name: "Measures" });
    const stands = await measures.locator("tbody td:nth-child(2)").allTextContents();
    for (const one of stands) expect(["proposed", "agreed", "in place", "verified"]).toContain(one);
    await measures.locator("summary").first().click();
    for (const term of ["Cuts", "Leaves", "Clause", "Verified by", "Cost"])
      await measures.getByText(term, { exact: true }).first().waitFor();
  });

  it("draws a bar for each scenario beside what is as it is, with recovery, people and contracts of each system", async () => {
    await bench.opened(at("/impact?cut=alibaba-cloud"), page);
    const bars = page.getByRole("list", { name: /by scenario$/ });
    await bars.waitFor({ timeout: 45_000 });
    const { systems } = impact.totals;
    const counts = (["stops", "cannot-be-told", "degrades", "goes-on"] as const).filter((verdict) => systems[verdict] > 0);
    const said = (await bars.getByRole("listitem").allTextContents()).join("\n");
    expect(said).toContain(`${impact.systems.length} goes on`);
    expect(said).toContain(counts.map((verdict) => `${systems[verdict]} ${verdictWords[verdict]}`).join(", "));
    const table = page.getByRole("table", { name: "Systems by what becomes of them" });
    const hit = impact.systems.filter(({ verdict }) => verdict !== "goes-on").length;
    expect(await table.getByText(/^Time to recover: /).count()).toBe(hit);
    expect(await table.getByText(/^People: /).count()).toBe(hit);
  });

  it("lights the chain of a system in the picture", async () => {
    const [name] = impact.systems.filter(({ chains }) => chains.length > 0).map((one) => one.name);
    await page.getByRole("button", { name: `Light the chain of ${name}` }).press("Enter");
    await page.locator(".drawing.chains [data-lit]").first().waitFor();
    expect(new URL(page.url()).searchParams.get("picture")).toBe("chains");
    expect(await page.locator(".drawing.chains [data-lit]").count()).toBeGreaterThan(1);
  });

  it("lights the chain of a thing that the pointer is over or the keyboard stands on, and leaves what was chosen", async () => {
    const lit = () =>
      page.evaluate(() => [...document.querySelectorAll(".drawing.chains [data-lit]")].map((one) => (one as HTMLElement).dataset.id));
    const chosen = await lit();
    const drawn = await page
      .locator(".drawing.chains [data-id]")
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.id ?? ""));
    const id = drawn.find((one) => !chosen.includes(one) && chainOf(impact, one).size > 2) ?? "none";
    const chain = weightiest([...impact.systems, ...impact.assets].find((one) => one.id === id)?.chains ?? []);
    const expected = [id, ...(chain?.hops.flatMap(({ from, to }) => [from, to]) ?? []), chain?.blocked].filter((one) =>
      drawn.includes(one ?? ""),
    );
    const node = page.locator(`.drawing.chains [data-id="${id}"]`).first();
    await node.hover();
    await expect.poll(lit).toContain(id);
    expect(await lit()).toEqual(expect.arrayContaining(expected));
    await page.mouse.move(0, 0);
    await expect.poll(lit).toEqual(chosen);
    await page.locator(".drawing.chains [data-id][tabindex='0']").first().focus();
    const seen = new Set<string>();
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press(step === 0 ? "Home" : "ArrowDown");
      const at = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.id ?? "");
      if (chainOf(impact, at).size === 0) continue;
      await expect.poll(lit).toContain(at);
      seen.add(at);
    }
    expect(seen.size).toBeGreaterThan(0);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await expect.poll(lit).toEqual(chosen);
  });

  it("composes several actions in a scenario by keyboard, keeps them in the address, and tells what the command line tells", async () => {
    await bench.opened(at("/impact"), page);
    await page.keyboard.press("a");
    await page.keyboard.type("Alibaba Cloud");
    await page.waitForURL(/cut=alibaba-cloud$/);
    const more = page.getByRole("combobox", { name: "Another action of Scenario 1" });
    for (const action of ["RU", "except:order-archive"]) {
      await more.selectOption(action);
      await page.getByRole("button", { name: "Add to Scenario 1" }).press("Enter");
    }
    expect(new URL(page.url()).searchParams.get("cut")).toBe("alibaba-cloud;RU;except:order-archive");
    const options = ["--block", "RU", "--except", "order-archive"];
    const own = commandJson<Impact>(...cutOff.slice(0, -2), ...options);
    const answer = page.getByRole("region", { name: "Scenario 1" });
    await answer.getByText(own.scenario.id).waitFor({ timeout: 45_000 });
    expect(await answer.getByRole("heading").first().textContent()).toBe(scenarioWords(own.scenario));
    const states = () => page.getByRole("table", { name: "Systems by what becomes of them" }).locator("tbody tr").allTextContents();
    for (const { name, ...range } of own.systems)
      expect(
        (await states()).find((text) => text.startsWith(name)),
        name,
      ).toContain(rangeWords(range));
    // Beside it the same with one action less: what is taken away is not cut off any more, and the address has both.
    await page.getByRole("button", { name: "Beside it: the same again, to change" }).press("Enter");
    await page.getByRole("button", { name: /^Take away from Scenario 2: Leave/ }).press("Enter");
    expect(new URL(page.url()).searchParams.get("cut")).toBe("alibaba-cloud;RU;except:order-archive,alibaba-cloud;RU");
    await page
      .getByRole("region", { name: "Scenario 2" })
      .getByText(commandJson<Impact>(...cutOff.slice(0, -2), "--block", "RU").scenario.id)
      .waitFor({ timeout: 45_000 });
    await page.reload();
    await page
      .getByRole("group", { name: "Scenario 1" })
      .getByText(/^Leave System/)
      .waitFor();
    await page.getByRole("button", { name: "Remove Scenario 2" }).press("Enter");
    await page.getByRole("button", { name: /^Take away from Scenario 1: Cut off Russia/ }).press("Enter");
    await page.getByRole("button", { name: /^Take away from Scenario 1: Cut off Alibaba/ }).press("Enter");
    await page.getByText("Nothing is cut off yet.").waitFor();
  }, 120_000);

  it("records nothing of a scenario until it is frozen, and then its result as the command line prints it, to be cited", async () => {
    await bench.opened(at("/impact?cut=alibaba-cloud"), page);
    await page.getByText("Nothing of it is recorded.", { exact: false }).first().waitFor({ timeout: 45_000 });
    await attach(of);
    await page.reload();
    await page.getByRole("button", { name: `Freeze scenario 1 into ${of}` }).click({ timeout: 45_000 });
    await page
      .getByRole("link", { name: `${of}/r2` })
      .or(page.getByText("Not done."))
      .first()
      .waitFor({ timeout: 40_000 });
    expect(await page.getByText("Not done.").count(), (await page.locator("main section").first().textContent()) ?? "").toBe(0);
    const run = commandJson<ShownRun>("docket", "run", "show", of, "r2", "--database", bench.database);
    expect(run.run).toMatchObject({ kind: "impact", bytesChecked: true, asOf });
    expect(run.run.subject).toContain(impact.scenario.id);
    expect(run.findings.map(({ id, outcome }) => [id, outcome])).toEqual(impact.systems.map(({ id, verdict }) => [id, verdict]));
    const file = join(dirname(bench.database), "r2.json");
    execFileSync(process.execPath, [
      "dist/beholden.js",
      "docket",
      "run",
      "result",
      of,
      "r2",
      "--output",
      file,
      "--database",
      bench.database,
    ]);
    expect(readFileSync(file, "utf8")).toBe(printed);
    await page.getByRole("link", { name: `${of}/r2` }).click();
    await page.getByRole("heading", { name: `Systems (${impact.systems.length})` }).waitFor();
  }, 60_000);

  it("asks which case a scenario is frozen into where the review belongs to several", async () => {
    const other = "2026-0002";
    await attach(other);
    await bench.opened(at("/impact?cut=alibaba-cloud"), page);
    await page.getByText("The review belongs to 2 cases.", { exact: false }).waitFor({ timeout: 45_000 });
    expect(await page.getByRole("button", { name: "Freeze scenario 1 into the case" }).isDisabled()).toBe(true);
    await page.getByRole("combobox", { name: "Case", exact: true }).selectOption(of);
    await page.getByRole("button", { name: `Freeze scenario 1 into ${of}` }).waitFor();
    await page.getByRole("combobox", { name: "Case", exact: true }).selectOption(other);
    await page.getByRole("button", { name: `Freeze scenario 1 into ${other}` }).press("Enter");
    await page.getByRole("link", { name: `${other}/r2` }).waitFor({ timeout: 40_000 });
    const { run } = commandJson<ShownRun>("docket", "run", "show", other, "r2", "--database", bench.database);
    expect(run).toMatchObject({ kind: "impact", asOf });
  }, 90_000);

  it("takes borders from a file of this machine, once it is told whose view they show, and sends them nowhere", async () => {
    const file = join(bench.folder, "borders.geojson");
    const square = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [40, 0],
          [40, 40],
          [0, 0],
        ],
      ],
    };
    writeFileSync(file, JSON.stringify({ type: "Feature", properties: { name: "<img src=x onerror=alert(1)>" }, geometry: square }));
    await bench.opened(at("/where"), page);
    await page.getByText("Borders from a file").click();
    const field = page.getByLabel(/^GeoJSON or TopoJSON/);
    expect(await field.isDisabled()).toBe(true);
    await page.getByLabel("Whose view they show").fill("The ministry's own");
    // What stands around the screen is asked for last.
    await page.waitForLoadState("networkidle");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await field.setInputFiles(file);
    await page.locator(".drawing.map").getByText("Borders: The ministry's own (borders.geojson)").waitFor();
    expect(await page.locator(".drawing.map path.grid").count()).toBe(1);
    expect(asked).toEqual([]);
    const empty = join(bench.folder, "empty.json");
    writeFileSync(empty, "{}");
    await field.setInputFiles(empty);
    await page.getByText("Not drawn. It holds no line and no area.", { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("has no fault of accessibility in any look, and does not scroll sideways at 390 pixels", async () => {
    for (const path of ["/measures", `/impact?cut=alibaba-cloud&picture=chains&system=${impact.systems[0]?.id}`])
      expect(await faultsInEveryLook(bench, page, at(path), page.locator("main table")), path).toEqual([]);
  }, 60_000);
});
