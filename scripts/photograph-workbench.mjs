/**
 * Makes the README's pictures of the workbench: serves a new folder, reviews the worked example as of a fixed day, photographs the screens.
 * Usage: npm run pictures   (needs Chromium: /usr/bin/chromium, or CHROMIUM=PATH)
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";

const asOf = "2026-11-23";
const pictures = [
  { name: "overview", path: "", height: 900, ready: (page) => page.getByRole("heading", { name: "The answer" }) },
  { name: "ownership", path: "/ownership", height: 1300, ready: (page) => page.locator(".drawing svg").first() },
];

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(executablePath)) {
  console.error(`No Chromium at ${executablePath}. Install it, or name it: CHROMIUM=PATH npm run pictures`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "beholden-pictures-"));
const { server, link } = await serve(folder);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: "light", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(link);
  const review = await reviewExample(page);
  mkdirSync("docs/pictures", { recursive: true });
  for (const { name, path, height, ready } of pictures) {
    await page.setViewportSize({ width: 1280, height });
    await page.goto(`${new URL(link).origin}/reviews/${review}${path}`);
    await ready(page).waitFor();
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: `docs/pictures/${name}.png` });
    console.log(`docs/pictures/${name}.png`);
  }
} finally {
  await browser.close();
  server.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}

/** A server on folders of its own, and the one-time link that it prints. */
function serve(data) {
  const started = spawn(
    process.execPath,
    [resolve("dist/beholden.js"), "serve", "--no-open", "--quiet", "--port", "0", "--data", data, "--by", "ana"],
    { cwd: data, stdio: ["ignore", "pipe", "inherit"] },
  );
  return new Promise((done, failed) => {
    let told = "";
    started.on("error", failed).on("exit", (status) => failed(new Error(`beholden serve ended with status ${status}`)));
    started.stdout.on("data", (piece) => {
      told += piece;
      const link = /http:\/\/\S+/.exec(told)?.[0];
      if (link && told.includes("\n")) done({ server: started.removeAllListeners("exit"), link });
    });
  });
}

/** Reviews the worked example; gives the id of the review. */
function reviewExample(page) {
  return page.evaluate(async (day) => {
    const headers = { "Content-Type": "application/json", "Beholden-Request": "1", "Idempotency-Key": crypto.randomUUID() };
    const answer = await fetch("/api/reviews", { method: "POST", headers, body: JSON.stringify({ example: true, asOf: day }) });
    return (await answer.json()).id;
  }, asOf);
}
