import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Review } from "../../src/model/index.js";
import { openShelf } from "../../src/reviews/shelf.js";
import { exampleResult } from "./sample-review.js";
import { cannotOpen } from "./sample-workbench.js";

/** Stands for the desktop's opener: it writes down what it was given to open. */
const opener = '#!/bin/sh\nprintf %s "$1" > "$OPENED.part" && mv "$OPENED.part" "$OPENED"\n';

describe.skipIf(cannotOpen || process.platform !== "linux")("beholden serve opens a browser (needs /usr/bin/chromium and a build)", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "beholden-opens-")));
  const [programs, opened, data] = [join(root, "programs"), join(root, "opened"), join(root, "data")];
  let browser: Browser;
  let review: Review;
  beforeAll(async () => {
    mkdirSync(programs);
    writeFileSync(join(programs, "xdg-open"), opener);
    chmodSync(join(programs, "xdg-open"), 0o755);
    review = Review.parse(JSON.parse((await exampleResult()).toString()));
    const shelf = openShelf({ data, folder: null });
    const origin = { kind: "folder" as const, path: "/of/another/folder" };
    await shelf.keep(
      { ...review, subject: { ...review.subject, name: "Elsewhere" } },
      { origin, kept: "2099-01-01T00:00:00.000Z", by: null, handling: "internal" },
    );
    browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(root, { recursive: true, force: true });
  });

  /** Starts the command in a folder as a person at a desktop would, and follows what it opens. */
  async function served(folder: string, then: (page: Page, printed: string) => Promise<void>): Promise<void> {
    rmSync(opened, { force: true });
    const { CI: _, SSH_CONNECTION: __, ...environment } = process.env;
    const server: ChildProcess = spawn(process.execPath, [resolve("dist/beholden.js"), "serve", "--port", "0", "--data", data], {
      cwd: folder,
      env: { ...environment, DISPLAY: ":0", PATH: `${programs}:${process.env.PATH}`, OPENED: opened },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const page = await browser.newPage();
    try {
      const [printed] = (await once(createInterface({ input: server.stdout as NodeJS.ReadableStream }), "line")) as [string];
      await expect.poll(() => existsSync(opened), { timeout: 10_000 }).toBe(true);
      const file = readFileSync(opened, "utf8");
      await page.goto(file.startsWith("/") ? `file://${file}` : file);
      await page.waitForURL(/^http:\/\/127\.0\.0\.1/);
      await then(page, printed);
    } finally {
      await page.close();
      server.kill("SIGTERM");
      await once(server, "exit");
    }
  }

  it("on the doors in an empty folder, with the link that is printed, which opens nothing twice", async () => {
    const folder = join(root, "empty");
    mkdirSync(folder);
    await served(folder, async (page, printed) => {
      await page.getByRole("heading", { level: 2, name: "Open the worked example" }).waitFor();
      expect(await page.getByRole("heading", { level: 2 }).count()).toBe(3);
      await page.getByText(`There is no review of ${folder} yet.`, { exact: false }).waitFor();
      await page.getByRole("link", { name: "Elsewhere" }).waitFor();
      // The link was used up by what opened the browser: nobody who sees the terminal gets in by it.
      expect(new URL(printed).origin).toBe(new URL(page.url()).origin);
      expect((await fetch(printed, { redirect: "manual" })).status).toBe(401);
    });
  }, 30_000);

  it("on the last review of the folder, whatever was reviewed elsewhere since", async () => {
    const folder = join(root, "shop");
    mkdirSync(folder);
    for (const [name, day] of [
      ["Second", "2026-11-02"],
      ["First", "2026-11-01"],
    ] as const) {
      const path = join(folder, `${name}.json`);
      writeFileSync(path, JSON.stringify({ ...review, subject: { ...review.subject, name } }));
      utimesSync(path, new Date(day), new Date(day));
    }
    await served(folder, async (page) => {
      await page.getByRole("heading", { level: 1, name: "Review of Second" }).waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/reviews\/[0-9a-f]{16}$/);
      // A browser asks for six files at a time: those of the first screen come at once, and nothing for the second is waited for.
      expect((await scriptsOf(page)).length).toBeLessThanOrEqual(6);
    });
  }, 30_000);
});

/** The scripts that a page has loaded. */
function scriptsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith(".js")),
  );
}
