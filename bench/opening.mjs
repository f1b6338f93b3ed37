// `node bench/opening.mjs`: how long `beholden serve` takes from the start of its process until the first screen is drawn, in an empty folder and in
// one with the worked example reviewed, beside the least that the same can take: `node -e 0`, then a static page of one line. See README.md.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { secondsOf } from "./measure.mjs";

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, small: { type: "boolean", default: false } },
  allowPositionals: true,
});
const place = (path) => fileURLToPath(new URL(path, import.meta.url));
const beholden = place("../dist/beholden.js");
const executablePath = "/usr/bin/chromium";
for (const [path, what] of [
  [beholden, "run npm run build first"],
  [executablePath, "install Chromium first"],
]) {
  if (existsSync(path)) continue;
  process.stderr.write(`${path} is not there: ${what}\n`);
  process.exit(2);
}
const runs = values.small ? 2 : 9;
const target = 1_000;

const root = mkdtempSync(join(tmpdir(), "opening-bench-"));
const [empty, shop] = ["empty", "shop"].map((name) => join(root, name));
for (const one of [empty, shop]) mkdirSync(one);
const review = spawnSync(process.execPath, [beholden, "review", place("../examples/meridian-retail"), "--format", "json", "--quiet"], {
  maxBuffer: 1 << 28,
});
writeFileSync(join(shop, "review.json"), review.stdout);
const still = join(root, "still.html");
writeFileSync(still, "<!doctype html><title>still</title><main><h1>Still</h1></main>");

print(
  `${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node.js ${process.version}; load ${loadavg()[0].toFixed(1)} before it began\n`,
);
print(row(["first screen", "served ms", "drawn ms", "least–most", "target", "floor ms", "ratio"]));
// The browser runs already, as that of whoever works at this machine does.
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
let missed = 0;
try {
  for (const [name, folder, drawn] of [
    ["the doors", empty, "main h2"],
    ["the example's review", shop, "main h2#answer, main section[aria-labelledby=answer]"],
  ]) {
    const [times, floors] = [[], []];
    for (let turn = 0; turn <= runs; turn += 1) {
      const floor = await floorIn();
      const one = await openedIn(folder, drawn);
      if (turn === 0) continue;
      floors.push(floor);
      times.push(one);
    }
    const all = times.map(({ ms }) => ms);
    const [median, floor] = [medianOf(all), medianOf(floors)];
    const slow = median > target;
    missed += slow ? 1 : 0;
    print(
      row([
        name,
        medianOf(times.map(({ served }) => served)).toFixed(0),
        median.toFixed(0),
        `${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)}`,
        `${target}${slow ? " MISSED" : ""}`,
        floor.toFixed(0),
        `${(median / floor).toFixed(1)}×`,
      ]),
    );
  }
} finally {
  await browser.close();
  rmSync(root, { recursive: true, force: true });
}
print(missed ? `\n${missed} over the target` : "\nall within their targets");
print(`load ${loadavg()[0].toFixed(1)} at the end`);
if (values.check && missed) process.exitCode = 1;

/** From the start of the process until its first screen has its data and was drawn; when it said where it serves, too. */
async function openedIn(folder, drawn) {
  const data = mkdtempSync(join(root, "data-"));
  const { context, page } = await emptyTab();
  const start = performance.now();
  const child = spawn(process.execPath, [beholden, "serve", "--port", "0", "--no-open", "--quiet", "--by", "Bench", "--data", data], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const link = await new Promise((found) => child.stdout.once("data", (said) => found(String(said).trim())));
    const served = performance.now() - start;
    await drawnIn(page, link, drawn);
    return { served, ms: performance.now() - start };
  } finally {
    await context.close();
    child.kill("SIGINT");
    await new Promise((done) => child.once("exit", done));
  }
}

/** A tab that knows nothing of any address. Making one is the browser's own, and comes before what is measured. */
async function emptyTab() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  // A tab goes on being made for a while after it is there.
  await page.waitForTimeout(500);
  return { context, page };
}

/** Opens an address until what is looked for is there, nothing is waited for, and two frames were drawn; in milliseconds. */
async function drawnIn(page, address, looked) {
  const start = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(
    (selector) => document.querySelector(selector) !== null && document.querySelector("main [aria-busy=true]") === null,
    looked,
    { polling: "raf" },
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return performance.now() - start;
}

/** The least that a first screen takes: a process that does nothing, and a page of one line. */
async function floorIn() {
  const { context, page } = await emptyTab();
  try {
    return secondsOf([process.execPath, "-e", "0"]) * 1_000 + (await drawnIn(page, pathToFileURL(still).href, "main h1"));
  } finally {
    await context.close();
  }
}

function medianOf(all) {
  const sorted = all.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function row([name, ...cells]) {
  return [name.padEnd(22), ...cells.map((cell) => cell.padStart(13))].join(" ").trimEnd();
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
