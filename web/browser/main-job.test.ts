import { mkdtempSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cannotOpen, type SampleWorkbench, sampleWorkbench, violations } from "./sample-workbench.js";

/** More presses than this means that something cannot be reached. */
const mostPresses = 150;

describe.skipIf(cannotOpen)("the main job in Chromium, by keyboard alone (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;

  const outbound = join(mkdtempSync(join(tmpdir(), "outbound-")), "log");

  beforeAll(async () => {
    // This process, in which the server runs, and those that it starts for commands are watched for connections to elsewhere.
    const watch = pathToFileURL(resolve("web/browser/outbound-watch.mjs")).href;
    process.env.OUTBOUND_LOG = outbound;
    await import(watch);
    bench = await sampleWorkbench();
    page = await bench.opened("/");
  }, 60_000);
  afterAll(() => bench?.close());

  /** Goes on with the Tab key until what has the focus is called so. */
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let press = 0; press < mostPresses; press += 1) {
      await page.keyboard.press("Tab");
      if (name.test(await page.evaluate(nameOfFocus))) return;
    }
    throw new Error(`nothing called ${name} has the focus after ${mostPresses} presses of Tab`);
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const accessible = async () => expect(await violations(page), page.url()).toEqual([]);
  const heading = (name: RegExp | string) => page.getByRole("heading", { name }).first().waitFor();

  it("opens the example and finds the worst finding", async () => {
    await tabTo(/^Open the example/);
    await press("Enter");
    await heading("The answer");
    await accessible();
    await press("g", "f");
    await heading("Findings");
    await press("j");
    await page.waitForURL(/selected=/);
    const first = await page.locator("tr[aria-current]").textContent();
    expect(first).toContain("Restricted");
  });

  it("asks why, hop by hop", async () => {
    await press("Enter");
    await page.getByRole("complementary").getByText("What it stands on").waitFor();
    await accessible();
    await press("Escape", "y");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await heading("What it stands on");
    await accessible();
  });

  it("supposes a measure and sees what it leaves", async () => {
    await press("g", "m");
    await heading("Measures and what they leave");
    await tabTo(/^Suppose M04/);
    await press("Enter");
    await page.getByText("With what is supposed here").waitFor();
    expect(new URL(page.url()).searchParams.get("suppose")).toBe("M04");
    await accessible();
  });

  it("opens a case on it and attaches the review", async () => {
    await press("g", "c");
    await heading("Cases");
    await tabTo(/^New case/);
    await press("Enter");
    await page.getByLabel("Caption").waitFor();
    // The field has the focus already: what is typed goes there.
    await page.keyboard.type("Review of Alibaba Cloud");
    await press("Control+Enter");
    await heading("Review of Alibaba Cloud");
    await accessible();
    await press("g", "r");
    await heading("Runs");
    await tabTo(/^Attach a result/);
    await press("Enter");
    await tabTo(/^Title/);
    await page.keyboard.type("The worked example");
    await press("Control+Enter");
    await heading("r1: The worked example");
    await accessible();
  });

  it("records that the review is started", async () => {
    await press("g", "d");
    await heading("Docket");
    await tabTo(/^Record: The Secretary starts a review/);
    await press("Enter");
    await page.getByLabel("What happened").waitFor();
    await press("Control+Enter");
    await page.getByText("Recorded as event 1").waitFor();
    await accessible();
  });

  it("writes the letter, sees it beside what is typed, and keeps it", async () => {
    await press("g", "l");
    await heading("Letters");
    await tabTo(/^Template/);
    await page.keyboard.type("Demand");
    await tabTo(/^Draft it/);
    await press("Enter");
    await page.waitForURL(/\/letters\/l1/);
    await tabTo(/^to\b/);
    await page.keyboard.type("Alibaba Cloud US LLC, San Mateo");
    await tabTo(/^from\b/);
    await page.keyboard.type("Office of Information and Communications Technology");
    await page.getByText("Alibaba Cloud US LLC, San Mateo").first().waitFor();
    await press("Control+Enter");
    await page
      .getByText(/not saved/)
      .first()
      .waitFor({ state: "detached" });
    await accessible();
    await page.reload();
    expect(await page.getByLabel("to", { exact: true }).inputValue()).toBe("Alibaba Cloud US LLC, San Mateo");
    expect(bench.faults).toEqual([]);
  });

  it("sent no request anywhere: no page did, nor the server, nor a process that it started", async () => {
    const noted = () => readFileSync(outbound, "utf8").trimEnd().split("\n");
    expect(noted().filter((line) => !line.includes("watched"))).toEqual([]);
    expect(new Set(noted().map((line) => line.split(" ")[0])).size).toBeGreaterThan(1);
    // That the watch would have seen one: an address that is nobody's (RFC 5737).
    connect({ host: "192.0.2.1", port: 9 })
      .on("error", () => {})
      .destroy();
    expect(noted().at(-1)).toBe(`${process.pid} 192.0.2.1 9`);
  });
});

/** What the element with the focus is called, in the page. */
const nameOfFocus = `(() => {
  const one = document.activeElement;
  const label = one?.labels?.[0]?.textContent ?? one?.getAttribute("aria-label") ?? one?.textContent ?? "";
  return label.trim();
})()`;
