// `node bench/workbench.mjs`: a review of 20,000 observations, 500 parties and 2,000 findings and a case of 10,000 entries in headless Chromium:
// how long each screen takes until its data stands on it, each list to follow its filter, and whether rows are missing while they scroll. See README.md.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { arch, cpus, loadavg, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { beholden, fillCase, sizes, workbenchData } from "./workbench-data.mjs";
import { plainPages, plainTable, standing } from "./workbench-peer.mjs";
import { listsOf, rowsFrom, screensOf } from "./workbench-screens.mjs";
import { filteredIn, NeverShown, openedIn, scrolledIn } from "./workbench-timing.mjs";

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, small: { type: "boolean", default: false }, only: { type: "string" } },
  allowPositionals: true,
});
const executablePath = "/usr/bin/chromium";
for (const [path, what] of [
  [beholden, "run npm run build first"],
  [executablePath, "install Chromium first"],
]) {
  if (existsSync(path)) continue;
  process.stderr.write(`${path} is not there: ${what}\n`);
  process.exit(2);
}
const size = sizes[values.small ? "small" : "full"];
const targets = { open: 2_000, filter: 100 };
// Small: every screen once, to see that each still shows what the bench waits for.
const [times, frames] = values.small ? [0, 10] : [3, 200];
/** For how long typing settles before a list follows it, as the box says that it is typed into. */
const settling = Number(/settling = (\d+)/.exec(readFileSync(new URL("../web/filter/filter-box.tsx", import.meta.url), "utf8"))?.[1]);
let missed = 0;

const folder = mkdtempSync(join(tmpdir(), "workbench-bench-"));
const made = await workbenchData(folder, size);
const { review } = made;
print(
  `${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node.js ${process.version}; load ${loadavg()[0].toFixed(1)} before it began`,
);
const server = spawn(
  process.execPath,
  [beholden, "serve", "--port", "0", "--no-open", "--quiet", "--by", "Bench", "--database", made.database, "--data", join(folder, "data")],
  { cwd: made.served, stdio: ["ignore", "pipe", "inherit"] },
);
const link = await linkOf(server);
const origin = new URL(link).origin;
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
const plain = await plainPages();
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.goto(link);
  const { shelved, filled, seen } = await filledCase(page);
  print(
    `a review of ${review.observations.length} observations, ${review.parties.length} parties, ${review.findings.length} findings, ${review.reaches.length} reaches (${(made.bytes / 2 ** 20).toFixed(1)} MiB); a case of ${seen.lines} entries, ${seen.events} of them events\n`,
  );
  const known = { review, shelved, folder: filled.folder, of: made.case, seen, size };
  const wanted = ([name]) => values.only === undefined || name.includes(values.only);
  await measureScreens(page, screensOf(known).filter(wanted));
  await measureLists(page, listsOf(known).filter(wanted));
} finally {
  await browser.close();
  plain.stop();
  server.kill("SIGINT");
  await new Promise((done) => server.once("exit", done));
  rmSync(folder, { recursive: true, force: true });
}
print(missed ? `\n${missed} over the target` : "\nall within their targets");
print(`load ${loadavg()[0].toFixed(1)} at the end`);
if (values.check && missed) process.exitCode = 1;

/** Fills the case, and asks what of it the screens have to show. */
async function filledCase(page) {
  const filled = await fillCase(page, made.case, size);
  const seen = await page.evaluate(async (of) => {
    const told = (path) => fetch(path).then((answer) => answer.json());
    const { events, standing } = await told(`/api/cases/${of}`);
    let lines = 0;
    for (let after = ""; after !== null; ) {
      const part = await told(`/api/cases/${of}/record?newestFirst=true&limit=1000${after}`);
      lines += part.lines.length;
      after = part.next === null ? null : `&after=${part.next}`;
    }
    const { reviews } = await told("/api/reviews");
    return {
      events: events.length,
      lines,
      deadline: standing.deadlines[0].key,
      shelved: reviews.find(({ origin }) => origin.kind === "saved").id,
    };
  }, made.case);
  return { shelved: seen.shelved, filled, seen: { ...seen, run: filled.run, findings: filled.findings } };
}

/** Opens each screen, by turns with the same page as it stands then without our code, which is what Chromium alone takes to show it. */
async function measureScreens(page, screens) {
  print(row(["screen", "first ms", `median of ${times}`, "target", "processor ms", "floor ms", "ratio", "drawn nodes"]));
  const processes = [server.pid, browser.process?.()?.pid ?? process.pid].filter(Boolean);
  for (const [name, path, signs] of screens) {
    const first = await openedIn(page, `${origin}${path}`, signs, processes).catch(unlessNeverShown);
    if (!first) continue;
    const floor = times > 0 ? plain.put(path, await standing(page)) : null;
    const [ours, floors] = [[], []];
    for (let time = 0; time < times; time++) {
      ours.push(await openedIn(page, `${origin}${path}`, signs, processes));
      floors.push(await openedIn(page, floor, signs));
    }
    const [ms, least] = [median(ours.map((one) => one.ms)), median(floors.map((one) => one.ms))];
    const slow = Math.max(first.ms, ms || 0) > targets.open;
    missed += slow ? 1 : 0;
    print(
      row([
        ...[name, told(first.ms), told(ms), `${targets.open}${slow ? " MISSED" : ""}`],
        ...[told(median(ours.map((one) => one.processor))), told(least), told(ms / least, 1), String(first.nodes)],
      ]),
    );
  }
}

/** Types into each list's filter and scrolls through it, by turns with the same rows in a plain table. */
async function measureLists(page, lists) {
  print("");
  const heads = [
    "filter and scroll",
    "list ms",
    "with settling",
    "most",
    "target",
    "plain ms",
    "ratio",
    "rows",
    "frames",
    "dropped",
    "longest ms",
  ];
  print(row(heads));
  for (const [name, path, all, from] of lists) {
    const words = values.small ? [all[0], all.at(-1)] : all;
    const rows = { see: "main tbody tr[aria-rowindex='2']" };
    await openedIn(page, `${origin}${path}`, [rows]);
    await page.waitForFunction(() => !/Reading older|the rest follows/.test(document.querySelector("main").textContent));
    const ours = [];
    for (const one of words) ours.push(await filteredIn(page, one));
    const count = Number(await page.locator("main table").first().getAttribute("aria-rowcount"));
    const scrolled = await scrolledIn(page, frames);
    const table = plain.put(`/plain${path}`, plainTable(await page.evaluate(rowsFrom, from)));
    await openedIn(page, table, [{ see: "main tbody tr" }]);
    const theirs = [];
    for (const one of words) theirs.push(await filteredIn(page, one).catch(() => Number.NaN));
    const own = median(ours) - settling;
    const floor = median(theirs.filter(Number.isFinite));
    const slow = Math.max(...ours) > targets.filter;
    missed += slow || scrolled.dropped > 0 ? 1 : 0;
    print(
      row([
        ...[name, told(own), told(median(ours)), told(Math.max(...ours)), `${targets.filter}${slow ? " MISSED" : ""}`],
        ...[told(floor), told(own / floor, 1), String(count), String(scrolled.frames)],
        ...[`${scrolled.dropped}${scrolled.dropped > 0 ? " MISSED" : ""}`, told(scrolled.longest)],
      ]),
    );
  }
}

/** Says that a screen never showed what it has, so that the others are still measured, and the bench fails. */
function unlessNeverShown(error) {
  if (!(error instanceof NeverShown)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** The link that the server prints. */
function linkOf(child) {
  return new Promise((found) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (data) => {
      said += data;
      const [match] = /http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]+/.exec(said) ?? [];
      if (match) found(match);
    });
  });
}

function median(all) {
  const sorted = all.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function told(number, digits = 0) {
  return Number.isFinite(number) ? number.toFixed(digits) : "–";
}

function row([name, ...cells]) {
  return [name.padEnd(20), ...cells.map((cell) => cell.padStart(13))].join(" ").trimEnd();
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
