// `node bench/docket-load.mjs`: 200 readers and 20 writers on a docket of 100,000 entries, over HTTP, on both kinds of store. See README.md.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { arch, cpus, loadavg, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { caseNames, docketBackup } from "./docket-data.mjs";
import { postgresServer } from "./postgres.mjs";

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    small: { type: "boolean", default: false },
    only: { type: "string" },
    seconds: { type: "string", default: "15" },
  },
  allowPositionals: true,
});
const beholden = fileURLToPath(new URL("../dist/beholden.js", import.meta.url));
const client = fileURLToPath(new URL("docket-client.mjs", import.meta.url));
if (!existsSync(beholden)) {
  process.stderr.write("dist/beholden.js is not there: run npm run build first\n");
  process.exit(2);
}
const size = values.small ? { entries: 3_000, cases: 40, seconds: 3 } : { entries: 100_000, cases: 400, seconds: Number(values.seconds) };
const target = 250;
const people = { readers: 200, writers: 20 };
/** One session may ask a hundred times a second: the load is spread over as many as the server of one machine keeps. */
const sessions = 48;
const names = caseNames(size.cases);
const folder = fileURLToPath(new URL(values.small ? "data/small" : "data/full", import.meta.url));
const backup = await docketBackup(join(folder, `docket-${size.entries}.zip`), size);

/** What readers ask, beside what each case has: the list as it opens and filtered, the newest lines of the record, whose session it is. */
const lists = ["/api/cases?limit=50", "/api/cases?limit=50&overdue=true", "/api/cases?limit=50&text=cloud"];
const record = ["/api/record?limit=50&newestFirst=true"];
const session = ["/api/session"];
const write = names.map((name) => `/api/cases/${name}/notes`);

print(
  `${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node.js ${process.version}; load ${load()} before it began`,
);
print(
  `${size.entries} entries in ${size.cases} cases, one of them with a tenth of all; ${people.readers} readers and ${people.writers} writers, each asking`,
);
print("again as soon as it is answered (no think time), then with 1 s of think time on average; the client runs on the same cores\n");

let missed = 0;
for (const store of ["libsql", "postgres"]) {
  if (values.only && values.only !== store) continue;
  const made = store === "libsql" ? fileStore() : await postgresStore();
  if (!made) {
    print(`${store}: skipped, PostgreSQL 15 or later is not installed here\n`);
    continue;
  }
  try {
    missed += await measured(store, made);
  } finally {
    made.remove();
  }
}
if (values.check && missed) process.exitCode = 1;

async function measured(store, { address, journal, floor, remove: _ }) {
  run(["docket", "restore", backup, "--database", address, "--quiet"]);
  const before = await journal();
  const served = await serve(address);
  const acknowledged = [];
  let late = 0;
  try {
    const { reads, sizes, cold } = await lookAtEach(served);
    print(`  everything looked at once before, one after the other: ${cold.toFixed(1)} ms a case`);
    const rows = [];
    for (const think of [0, 1_000]) {
      const cpu = cpuOf(served.pid);
      const seen = await loadOf({ port: served.port, headers: served.headers, ...people, think, seed: 7 + think, reads, write });
      acknowledged.push(...seen.acknowledged);
      const spent = (cpuOf(served.pid) - cpu) / (size.seconds + 2);
      rows.push([`${store}, ${think === 0 ? "no think time" : "1 s of think time"}`, seen, spent]);
      if (seen.reopened > 0) print(`  ${seen.reopened} connections were opened again: the server had ended them`);
      for (const [what, count] of seen.failures) print(`  ${what}: ${count} times`);
    }
    const [, closed] = rows[0];
    const bare = await bareServer(sizes);
    const least = await loadOf({ port: bare.port, headers: [""], ...people, think: 0, seed: 7, reads, write });
    bare.stop();
    head();
    for (const [name, seen, cpu] of rows) late += report(name, seen, cpu);
    report("bare node:http, the same bytes, no think time", least, null);
    const body = Math.round(closed.bytes.read / Math.max(1, closed.samples.read.length));
    const inserts = await floor();
    const writes = closed.samples.write.length / closed.seconds;
    print(
      `\nratios: reads p95 ${(p(closed.samples.read, 95) / p(least.samples.read, 95)).toFixed(1)} × the bare server's (${body} bytes an answer), requests ${(total(least) / total(closed)).toFixed(1)} × fewer;` +
        ` ${writes.toFixed(0)} writes a second beside the reads, ${inserts.toFixed(0)} single inserts a second by themselves, each committed to disk`,
    );
  } finally {
    await served.stop();
  }
  await nothingLost(store, { address, journal, before, acknowledged });
  print(`load ${load()} at the end\n`);
  return late;
}

/**
 * Asks everything once: a server that just started counts a case when it is first looked at. Gives what readers ask, how many bytes each answer has,
 * and the milliseconds that a case takes at first.
 */
async function lookAtEach({ port, headers }) {
  const sizes = {};
  let asked = 0;
  const ask = async (path) => {
    // By turns, so that no session asks faster than it may.
    const cookie = headers[asked++ % headers.length].slice("Cookie: ".length).trim();
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
    sizes[path] = Buffer.byteLength(text);
    return JSON.parse(text);
  };
  const [cases, counts, records] = [[], [], []];
  const start = performance.now();
  for (const name of names) {
    const path = `/api/cases/${name}`;
    const { standing } = await ask(path);
    cases.push(path);
    const deadline = standing?.deadlines.at(-1)?.key;
    if (deadline !== undefined) counts.push(`${path}/count?deadline=${encodeURIComponent(deadline)}`);
    records.push(`${path}/record?limit=50&newestFirst=true`);
  }
  const cold = (performance.now() - start) / names.length;
  for (const path of [...counts, ...records, ...lists, ...record, ...session]) await ask(path);
  const reads = [
    { upTo: 0.25, paths: lists },
    { upTo: 0.65, paths: cases },
    { upTo: 0.75, paths: counts },
    { upTo: 0.9, paths: records },
    { upTo: 0.95, paths: record },
    { upTo: 1, paths: session },
  ];
  return { reads, sizes, cold };
}

/** Every acknowledged write is in the journal, once, and the chain verifies. */
async function nothingLost(store, { address, journal, before, acknowledged }) {
  const after = await journal();
  const counts = new Map();
  for (const key of after.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const lost = acknowledged.filter((key) => counts.get(key) !== 1);
  const start = performance.now();
  const verified = JSON.parse(run(["docket", "verify", "--database", address, "--format", "json", "--quiet"]));
  const seconds = (performance.now() - start) / 1_000;
  const good = lost.length === 0 && verified.unbroken && verified.shown?.agrees && verified.entries === after.keys.length;
  const grown = after.keys.length - before.keys.length;
  print(
    `${store}: ${acknowledged.length} writes acknowledged, ${grown} entries more, ${lost.length} lost or twice; the chain of ${verified.entries} verifies: ${good ? "yes" : "NO"} (${seconds.toFixed(1)} s)`,
  );
  if (!good) {
    process.stderr.write(`what was acknowledged is not what is there: ${lost.slice(0, 5).join(", ")}\n`);
    process.exitCode = 3;
  }
}

/** A server as a user starts it, with sessions: Enter at its terminal prints a link, and each link opens one. */
async function serve(address) {
  const words = [beholden, "serve", "--port", "0", "--no-open", "--quiet", "--by", "Bench", "--database", address];
  const line = [process.execPath, ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  // The terminal comes from script(1): it is there wherever util-linux is.
  const child = spawn("script", ["-qec", `exec ${line}`, "/dev/null"], { stdio: ["pipe", "pipe", "inherit"] });
  const links = linesOf(child.stdout, /(http:\/\/127\.0\.0\.1:(\d+))\/enter\?token=[\w-]+/);
  const headers = [];
  let port = 0;
  for (let opened = 0; opened < sessions; opened++) {
    if (opened > 0) child.stdin.write("\n");
    const [link, , found] = await links();
    port = Number(found);
    const answer = await fetch(link, { redirect: "manual" });
    const [cookie] = (answer.headers.get("set-cookie") ?? "").split(";");
    if (!cookie) throw new Error(`no session: ${answer.status}`);
    headers.push(`Cookie: ${cookie}\r\n`);
  }
  const pid = Number(spawnSync("pgrep", ["-P", String(child.pid), "-f", "beholden.js"], { encoding: "utf8" }).stdout.split("\n")[0]);
  return {
    port,
    headers,
    pid,
    stop() {
      const ended = new Promise((done) => child.once("exit", done));
      child.stdin.write("\u0003");
      return ended;
    },
  };
}

/** Gives the matches of a pattern in what a stream says, one at each call. */
function linesOf(stream, pattern) {
  const found = [];
  const waiting = [];
  let rest = "";
  stream.setEncoding("utf8").on("data", (data) => {
    const lines = (rest + data).split("\n");
    rest = lines.pop();
    for (const match of lines.map((line) => pattern.exec(line)).filter(Boolean)) (waiting.shift() ?? ((one) => found.push(one)))(match);
  });
  return () => (found.length > 0 ? Promise.resolve(found.shift()) : new Promise((done) => waiting.push(done)));
}

function loadOf(told) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [client], { stdio: ["pipe", "pipe", "inherit"] });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (data) => {
      said += data;
    });
    child.once("close", (status) => (status === 0 ? done(JSON.parse(said)) : failed(new Error(`the client ended with ${status}`))));
    child.stdin.end(JSON.stringify({ ...told, seconds: size.seconds, warm: 2 }));
  });
}

/** The least that a server in Node.js can do: for each address as many bytes as ours answered, and nothing else, from a process of its own. */
async function bareServer(sizes) {
  const source = `const sizes = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
    const bodies = new Map(Object.entries(sizes).map(([path, bytes]) => [path, Buffer.alloc(bytes, 120)]));
    const other = Buffer.alloc(24_000, 120);
    const server = require("node:http").createServer((request, answer) => { request.resume(); answer.setHeader("Content-Type", "application/json"); answer.end(bodies.get(request.url) ?? other); });
    server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;
  const child = spawn(process.execPath, ["-e", source], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(sizes));
  const [line] = await linesOf(child.stdout, /^\d+/)();
  return { port: Number(line), stop: () => child.kill() };
}

function fileStore() {
  const path = mkdtempSync(join(tmpdir(), "docket-load-"));
  const file = join(path, "docket.db");
  return {
    address: file,
    journal: async () => {
      const { default: Libsql } = await import("libsql");
      const database = new Libsql(file);
      const keys = database
        .prepare("SELECT request_key FROM journal")
        .all([])
        .map((row) => row.request_key);
      database.close();
      return { keys };
    },
    floor: async () => {
      const { default: Libsql } = await import("libsql");
      const database = new Libsql(join(path, "floor.db"));
      database.exec("PRAGMA journal_mode = WAL");
      database.exec("PRAGMA synchronous = FULL");
      database.exec("CREATE TABLE entry (number INTEGER PRIMARY KEY, body TEXT)");
      const insert = database.prepare("INSERT INTO entry (body) VALUES (?)");
      const rate = await ratePerSecond(() => insert.run(["x".repeat(900)]));
      database.close();
      return rate;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

async function postgresStore() {
  const server = await postgresServer();
  if (!server) return null;
  const { default: pg } = await import("pg");
  const asked = async (work) => {
    const database = new pg.Client({ connectionString: server.address });
    await database.connect();
    try {
      return await work(database);
    } finally {
      await database.end();
    }
  };
  return {
    address: server.address,
    journal: () =>
      asked(async (database) => ({
        keys: (await database.query("SELECT request_key FROM beholden.journal")).rows.map((row) => row.request_key),
      })),
    floor: () =>
      asked(async (database) => {
        await database.query("CREATE TABLE floor (number BIGSERIAL PRIMARY KEY, body TEXT)");
        return ratePerSecond(() => database.query("INSERT INTO floor (body) VALUES ($1)", ["x".repeat(900)]));
      }),
    remove: server.remove,
  };
}

async function ratePerSecond(work) {
  const start = performance.now();
  let count = 0;
  for (; performance.now() - start < 2_000; count++) await work();
  return count / ((performance.now() - start) / 1_000);
}

function run(words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [beholden, ...words], { encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`beholden ${words.join(" ")} ended with ${status}: ${stderr}${stdout.slice(0, 500)}`);
  return stdout;
}

/** Seconds of processor time that a process has used; 0 where the system does not tell. */
function cpuOf(pid) {
  if (!existsSync(`/proc/${pid}/stat`)) return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function head() {
  print(
    ["".padEnd(44), "read p50", "p95", "p99 ms", "write p50", "p95", "p99 ms", "all p95", "reads/s", "writes/s", "server CPU"]
      .map(cell)
      .join(" "),
  );
}

function report(name, { samples, seconds }, cpu) {
  const cells = [50, 95, 99]
    .flatMap((one) => [p(samples.read, one).toFixed(1)])
    .concat([50, 95, 99].map((one) => p(samples.write, one).toFixed(1)))
    .concat(p([...samples.read, ...samples.write], 95).toFixed(1));
  const rates = [samples.read.length, samples.write.length].map((count) => (count / seconds).toFixed(0));
  const slow = cpu !== null && Math.max(p(samples.read, 95), p(samples.write, 95)) > target;
  print(
    [name.padEnd(44), ...cells, ...rates, cpu === null ? "" : `${Math.round(cpu * 100)} %`].map(cell).join(" ") + (slow ? " MISSED" : ""),
  );
  return slow ? 1 : 0;
}

function cell(text, index) {
  return index === 0 ? text : text.padStart(9);
}

function total({ samples }) {
  return samples.read.length + samples.write.length;
}

/** A percentile, in milliseconds. */
function p(all, percent) {
  const sorted = all.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

function load() {
  return loadavg()[0].toFixed(1);
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
