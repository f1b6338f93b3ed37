// `node bench/workbench.mjs`: a review of 20,000 observations, 500 parties and 2,000 findings and a docket of 10,000 entries in headless Chromium:
// how long each screen takes to open, the lists to filter, and whether rows are missing while they scroll. See README.md.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { caseNames, docketBackup } from "./docket-data.mjs";
import { largeReview } from "./review-data.mjs";

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
const size = values.small
  ? { observations: 2_000, findings: 200, parties: 60, entries: 1_000, cases: 10 }
  : { observations: 20_000, findings: 2_000, parties: 500, entries: 10_000, cases: 40 };
const targets = { open: 2_000, filter: 100 };
const times = 3;

const folder = mkdtempSync(join(tmpdir(), "workbench-bench-"));
const served = join(folder, "served");
mkdirSync(served);
const saved = run(["review", place("../examples/meridian-retail"), "--as-of", "2026-11-23", "--format", "json", "--quiet"]);
const review = largeReview(JSON.parse(saved), size);
const text = `${JSON.stringify(review)}\n`;
writeFileSync(join(served, "large.json"), text);
const backup = await docketBackup(place(`data/${values.small ? "small" : "full"}/docket-${size.entries}.zip`), size);
const database = join(folder, "docket.db");
run(["docket", "restore", backup, "--database", database, "--quiet"]);
print(
  `${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node.js ${process.version}; load ${loadavg()[0].toFixed(1)} before it began`,
);
print(
  `a review of ${review.observations.length} observations, ${review.parties.length} parties, ${review.findings.length} findings, ${review.reaches.length} reaches (${(text.length / 2 ** 20).toFixed(1)} MiB); a docket of ${size.entries} entries\n`,
);

const child = spawn(process.execPath, [beholden, "serve", "--port", "0", "--no-open", "--quiet", "--by", "Bench", "--database", database], {
  cwd: served,
  stdio: ["ignore", "pipe", "inherit"],
});
const link = await new Promise((found) => {
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (data) => {
    said += data;
    const [match] = /http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]+/.exec(said) ?? [];
    if (match) found(match);
  });
});
const origin = new URL(link).origin;
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
let missed = 0;
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.goto(link);
  const { reviews } = await page.evaluate(() => fetch("/api/reviews").then((answer) => answer.json()));
  const at = `/reviews/${reviews[0].id}`;
  const [largest] = caseNames(size.cases);
  const screens = [
    ["overview", at],
    ["findings", `${at}/findings`],
    ["ownership", `${at}/ownership`],
    ["reach", `${at}/reach`],
    ["where data sits", `${at}/where`],
    ["measures", `${at}/measures`],
    ["impact", `${at}/impact`],
    ["left open", `${at}/left-open`],
    ["my work", "/work"],
    ["cases", "/cases"],
    ["case", `/cases/${largest}`],
    ["docket of a case", `/cases/${largest}/docket`],
    ["record", "/record"],
  ];
  print(row(["screen", "first ms", `median of ${times}`, "target", "drawn nodes"]));
  for (const [name, path] of screens) {
    const opened = [];
    for (let time = 0; time <= times; time++) opened.push(await openedIn(page, `${origin}${path}`));
    const [first, ...warm] = opened.map(({ ms }) => ms);
    const slow = median(warm) > targets.open;
    missed += slow ? 1 : 0;
    print(
      row([name, first.toFixed(0), median(warm).toFixed(0), `${targets.open}${slow ? " MISSED" : ""}`, String(opened[0].nodes)]) +
        (opened[0].alert ? ` says: ${opened[0].alert}` : ""),
    );
  }
  print("");
  print(row(["filter and scroll", "filter ms", "most", "target", "frames", "with blanks", "longest ms"]));
  for (const [name, path, words] of [
    ["findings", `${at}/findings?filter=`, ["cloud", "outcome:prohibited", "is:open personal", "order", ""]],
    ["cases", "/cases", []],
    ["record", "/record", []],
  ]) {
    await openedIn(page, `${origin}${path}`);
    const filters = [];
    for (const one of words) filters.push(await filteredIn(page, one));
    const scrolled = await page.evaluate(scrollThrough);
    const slow = filters.some((ms) => ms > targets.filter);
    missed += slow || scrolled.blank > 0 ? 1 : 0;
    print(
      row([
        name,
        filters.length > 0 ? median(filters).toFixed(0) : "–",
        filters.length > 0 ? Math.max(...filters).toFixed(0) : "–",
        `${targets.filter}${slow ? " MISSED" : ""}`,
        String(scrolled.frames),
        `${scrolled.blank}${scrolled.blank > 0 ? " MISSED" : ""}`,
        scrolled.longest.toFixed(0),
      ]),
    );
  }
} finally {
  await browser.close();
  child.kill("SIGINT");
  await new Promise((done) => child.once("exit", done));
  rmSync(folder, { recursive: true, force: true });
}
print(missed ? `\n${missed} over the target` : "\nall within their targets");
print(`load ${loadavg()[0].toFixed(1)} at the end`);
if (values.check && missed) process.exitCode = 1;

/** Opens an address anew, and waits until the screen says what it has: its heading is there, nothing is asked for, and two frames were drawn. */
async function openedIn(page, address) {
  await page.goto("about:blank");
  const start = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(
    () => document.querySelector("main h1") !== null && document.querySelector("main [aria-busy=true]") === null,
    null,
    {
      polling: "raf",
    },
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const ms = performance.now() - start;
  const seen = await page.evaluate(() => ({
    nodes: document.querySelectorAll("*").length,
    alert: document.querySelector("main [role=alert]")?.textContent?.slice(0, 120) ?? null,
  }));
  return { ms, ...seen };
}

/** Puts a filter into the box, and tells how long it takes from then until the list follows, without the pause in which typing settles. */
async function filteredIn(page, words) {
  return page.evaluate(
    async ({ words, settling }) => {
      const box = document.querySelector("search input");
      const status = document.querySelector("search [role=status]");
      const before = location.search;
      const start = performance.now();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(box, words);
      box.dispatchEvent(new Event("input", { bubbles: true }));
      const changed = new Promise((done) => {
        const watch = new MutationObserver(done);
        watch.observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true });
        setTimeout(done, 1_500);
      });
      await changed;
      while (location.search === before && performance.now() - start < 1_500) await new Promise(requestAnimationFrame);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      void status;
      return Math.max(0, performance.now() - start - settling);
    },
    { words, settling: 120 },
  );
}

/** Scrolls through the table a screenful at a time; counts frames in which a place inside it shows no row. Runs in the page. */
async function scrollThrough() {
  const table = document.querySelector("main table");
  if (!table) return { frames: 0, blank: 0, longest: 0 };
  const result = { frames: 0, blank: 0, longest: 0 };
  let before = performance.now();
  for (let place = 0; result.frames < 200 && place < document.documentElement.scrollHeight - innerHeight; place += 450) {
    window.scrollTo(0, place);
    await new Promise(requestAnimationFrame);
    // What is painted is what stands there once the callbacks of the frame are done.
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
    const now = performance.now();
    result.frames += 1;
    result.longest = Math.max(result.longest, now - before);
    before = now;
    const { top, bottom, left, right } = table.getBoundingClientRect();
    const blank = [0.2, 0.4, 0.6, 0.8].some((share) => {
      const y = innerHeight * share;
      if (y < top + 60 || y > bottom - 60) return false;
      const found = document.elementFromPoint((left + right) / 2, y);
      return found !== null && table.contains(found) && found.closest("[aria-rowindex]") === null;
    });
    if (blank) result.blank += 1;
  }
  return result;
}

function run(words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [beholden, ...words], { encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0 && status !== 1) throw new Error(`beholden ${words.join(" ")} ended with ${status}: ${stderr}`);
  return stdout;
}

function median(all) {
  const sorted = all.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function row([name, ...cells]) {
  return [name.padEnd(20), ...cells.map((cell) => cell.padStart(14))].join(" ").trimEnd();
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
