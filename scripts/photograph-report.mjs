/**
 * Photographs an HTML report in Chromium, to look at it: wide and narrow, light and dark, and as it prints.
 * Usage: node scripts/photograph-report.mjs REPORT.html FOLDER
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [report, folder] = process.argv.slice(2);
if (!report || !folder) {
  console.error("Usage: node scripts/photograph-report.mjs REPORT.html FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
for (const [width, height] of [
  [1280, 900],
  [390, 844],
]) {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, javaScriptEnabled: false });
    await page.setContent(readFileSync(report, "utf8"));
    await page.screenshot({ path: join(folder, `${width}-${colorScheme}.png`), fullPage: true });
    await page.close();
  }
}
const page = await browser.newPage({ javaScriptEnabled: false });
await page.setContent(readFileSync(report, "utf8"));
await page.pdf({ path: join(folder, "print.pdf"), format: "A4", tagged: true, outline: true });
await page.emulateMedia({ media: "print" });
await page.setViewportSize({ width: 794, height: 1123 });
await page.screenshot({ path: join(folder, "print.png"), fullPage: true });
await browser.close();
