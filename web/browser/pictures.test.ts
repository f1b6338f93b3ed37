import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Review, ShelvedReview } from "../../src/model/index.js";
import { consistsOf } from "./same-picture.js";
import { exampleReview } from "./sample-review.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";

const asOf = "2026-11-27";
const beholden = (...asked: string[]) =>
  execFileSync(process.execPath, ["dist/beholden.js", ...asked], { encoding: "utf8", maxBuffer: 1 << 28 });

describe.skipIf(cannotOpen)("pictures on the screen, in the report and as files (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let report: Page;
  let made: ShelvedReview;
  let told: Review;
  const at = (path: string) => `/reviews/${made.id}${path}`;

  beforeAll(async () => {
    bench = await sampleWorkbench();
    page = await bench.opened("/");
    made = await bench.keepExample(page);
    const reviewed = ["review", "examples/meridian-retail", "--as-of", asOf, "--format"];
    told = await exampleReview();
    report = await bench.context.newPage();
    await report.setContent(beholden(...reviewed, "html"));
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  /** What a drawing of the page consists of once it is saved as a file. */
  async function saved(selector: string): Promise<string[]> {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(selector).getByRole("button", { name: "Save as SVG" }).click(),
    ]);
    const file = await bench.context.newPage();
    await file.setContent(readFileSync(await download.path(), "utf8").replace(/^<\?xml.*?\?>/, ""));
    const [title, style, ground, ...rest] = splitTop(await consistsOf(file, "svg"));
    expect([title?.[0], style?.[0], ground?.[0]].map((one) => one?.split(" ")[1])).toEqual(["<title", "<style", "<rect"]);
    await file.close();
    return rest.flat();
  }

  it("are the same for a path, and the block of a finding is that of the report", async () => {
    const finding = told.findings.find(({ outcome }) => outcome === "restricted");
    const reach = told.reaches.findIndex(({ id }) => id === finding?.reaches[0]) + 1;
    await bench.opened(at(`/findings/${finding?.id}`), page);
    await page.getByText("Cut at any of these steps").waitFor();
    const inReport = await consistsOf(report, `#reach-${reach} .drawing svg`);
    expect(inReport.length).toBeGreaterThan(30);
    expect(await consistsOf(page, ".drawing.path svg")).toEqual(inReport);
    expect(await saved("article")).toEqual(inReport);
    const [header, ...block] = splitTop(await consistsOf(report, `#finding-${finding?.id}`));
    expect(header?.[0]).toMatch(/<header/);
    const onScreen = await page.evaluate("[...document.querySelectorAll('.block')].findIndex((one) => one.querySelector('.path'))");
    expect(onScreen).toBe(1);
    await page.evaluate("[...document.querySelectorAll('.block')][1].id = 'compared'");
    expect(await consistsOf(page, "#compared")).toEqual(block.flat());
  });

  it("are the same for the matrix of all reaches", async () => {
    await bench.opened(at("/reach?government=&view=matrix"), page);
    await page.locator(".drawing.matrix").waitFor();
    const inReport = await consistsOf(report, ".drawing.matrix svg");
    expect(await consistsOf(page, ".drawing.matrix svg")).toEqual(inReport);
    expect(await saved("main")).toEqual(inReport);
  });

  it("are the same for what a cut-off breaks, and a bitmap of it can be saved", async () => {
    const asked = ["impact", "examples/meridian-retail", "--as-of", asOf, "--on", asOf, "--block", "alibaba-cloud", "--format", "svg"];
    const file = await bench.context.newPage();
    await file.setContent(beholden(...asked).replace(/^<\?xml.*?\?>/, ""));
    const [, , , ...drawn] = splitTop(await consistsOf(file, "svg"));
    await file.close();
    await bench.opened(at("/impact?cut=alibaba-cloud"), page);
    await page.locator(".drawing.impact").waitFor({ timeout: 45_000 });
    expect(await consistsOf(page, ".drawing.impact svg")).toEqual(drawn.flat());
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as PNG" }).click()]);
    const bitmap = readFileSync(await download.path());
    expect(bitmap.subarray(1, 4).toString("latin1")).toBe("PNG");
    const width = Number(await page.locator(".drawing.impact svg").getAttribute("width"));
    expect(bitmap.readUInt32BE(16)).toBe(2 * width);
  }, 90_000);

  it("has a map of land alone, until somebody chooses whose borders are drawn", async () => {
    await bench.opened(at("/where"), page);
    const map = page.locator(".drawing.map");
    await map.getByText("Land only: no borders are drawn.").waitFor();
    expect(await map.locator("path.land").count()).toBe(1);
    expect(await map.locator("path.grid").count()).toBe(0);
    const countries = new Set(told.transactions.flatMap(({ servedFrom }) => servedFrom ?? []));
    expect(await map.locator("[data-kind=country]").evaluateAll((all) => all.map((one) => one.getAttribute("data-id")).sort())).toEqual(
      [...countries].sort(),
    );
    await page.getByLabel("Borders").selectOption("natural-earth");
    await map.getByText(/^Borders: Natural Earth/).waitFor();
    expect(await map.locator("path.grid").count()).toBe(1);
  });
});

/** Elements at the top, each with what is in it. */
function splitTop(lines: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (const line of lines) {
    if (line.startsWith("0 ")) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}
