import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

const executablePath = "/usr/bin/chromium";

/** Tests in the browser are skipped by name without it. */
export const chromiumMissing = !existsSync(executablePath);

const quiet = [
  "no-sandbox",
  "disable-gpu",
  "disable-quic",
  "no-first-run",
  "disable-background-networking",
  "disable-component-update",
  "disable-sync",
];

export interface SamplePage {
  readonly address: string;
  /** Opens the page anew; `requests` are all addresses that it asks for, its own among them. */
  opened(options?: Parameters<Browser["newPage"]>[0]): Promise<{ page: Page; requests: string[] }>;
}

/** Writes a page to disk before the tests of a suite, and opens it in Chromium as often as they ask. */
export function samplePage(render: () => string): SamplePage {
  let browser: Browser;
  let folder: string;
  let address = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "beholden-page-"));
    const file = join(folder, "page.html");
    writeFileSync(file, render());
    address = pathToFileURL(file).href;
    browser = await chromium.launch({ executablePath, args: quiet.map((one) => `--${one}`) });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get address() {
      return address;
    },
    async opened(options = {}) {
      const page = await browser.newPage(options);
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(address);
      return { page, requests };
    },
  };
}
