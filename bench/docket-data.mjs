// A docket of a fixed size from a fixed seed, as a backup that `beholden docket restore` takes. Its chain is written here anew from
// docs/docket.md, without beholden's code, so that restoring it also compares the two.
import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import yazl from "yazl";
import { generator, pick } from "./random.mjs";

const docket = "b3e1d000-0000-4000-8000-000000000001";
const people = ["Ana Ruiz", "Ben Okafor", "Chidi Anagonye", "Dana Lewis", "Eva Novak", "Farid Haddad", "Grace Lin", "Hugo Meyer"];
const makers = ["Acme", "Borealis", "Cirrus", "Delta", "Eastern", "Falcon", "Golden", "Harbour", "Indigo", "Jade", "Kestrel", "Lotus"];
const trades = ["Cloud", "Hosting", "Data", "Telecom", "Software", "Storage", "Networks", "Analytics"];
const words =
  "the provider operates a region whose staff abroad can reach the console and the keys that protect stored records of customers in several sectors as its filing of the year says with the share of each owner and the board that appoints the manager".split(
    " ",
  );

/**
 * Writes the backup where it is not there yet.
 *
 * @param entries how many entries it comes to, the first one, which opens the docket, among them
 * @param cases how many cases they belong to
 * @param share how much of all entries belongs to the first case
 */
export async function docketBackup(path, { entries, cases, share = 0.1 }) {
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const zip = new yazl.ZipFile();
  const options = { mtime: new Date("2026-11-01T00:00:00Z"), mode: 0o600 };
  const made = pipeline(zip.outputStream, createWriteStream(`${path}.part`));
  const chain = chainOf(bodies(entries, cases, share));
  const journal = { digest: createHash("sha256"), bytes: 0 };
  const lines = Readable.from(
    (async function* () {
      for (const { line } of chain.lines) {
        journal.digest.update(line);
        journal.bytes += Buffer.byteLength(line);
        yield line;
      }
    })(),
  );
  const read = new Promise((done) => lines.once("close", done));
  zip.addReadStream(lines, "journal.jsonl", options);
  await read;
  const manifest = {
    schemaVersion: "1",
    form: "beholden-docket",
    kind: "backup",
    docket,
    case: null,
    head: chain.head(),
    made: { at: "2026-11-01T00:00:00.000Z", by: "bench", version: "0" },
    files: [{ path: "journal.jsonl", bytes: journal.bytes, sha256: journal.digest.digest("hex") }],
  };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), "manifest.json", options);
  zip.end();
  await made;
  renameSync(`${path}.part`, path);
  return path;
}

/** Names of the cases, in the order in which they are opened; the first is the large one. */
export function caseNames(cases) {
  return Array.from({ length: cases }, (_, at) => `2025-${String(at + 1).padStart(4, "0")}`);
}

function chainOf(all) {
  let head = { number: 0, digest: "0".repeat(64) };
  function* lines() {
    for (const body of all) {
      const content = sha256(canonical(body));
      const place = { content, number: head.number + 1, previous: head.digest };
      const digest = sha256(canonical(place));
      head = { number: place.number, digest };
      yield { line: `${JSON.stringify({ number: place.number, digest, content, body })}\n` };
    }
  }
  return { lines: lines(), head: () => head };
}

function* bodies(entries, cases, share) {
  const random = generator(20_220_118);
  const names = caseNames(cases);
  let second = Date.UTC(2025, 1, 11, 14) / 1_000;
  // Twice the mean, so that the last entries are of these weeks.
  const pace = Math.floor((2 * (Date.UTC(2026, 10, 20) / 1_000 - second)) / entries);
  let number = 0;
  const entry = (act, of, object, after, before = null) => {
    number += 1;
    second += 1 + Math.floor(random() * pace);
    const key = `bench-${number}`;
    const salt = sha256(`salt ${number}`).slice(0, 32);
    const change = { key, request: sha256(key), part: 1, of: 1 };
    const at = new Date(second * 1_000).toISOString();
    return { at, by: pick(random, people), act, case: of, object, before, after, reason: null, change, origin: null, salt };
  };
  yield entry("docket-opened", null, { kind: "docket", id: docket }, { form: 1 });
  const files = names.map((name, at) => caseOf(name, at, random));
  for (const { name, state } of files) yield entry("case-opened", name, { kind: "case", id: name }, state);
  // Much of everything in one case, the rest spread over all, as work goes from one to the next.
  for (let left = entries - number; left > 0; left--) {
    const file = random() < share ? files[0] : pick(random, files);
    yield nextOf(file, entry, random, new Date(second * 1_000).toISOString().slice(0, 10));
  }
}

function caseOf(name, at, random) {
  const caption = `${pick(random, makers)} ${pick(random, trades)} ${at + 1}`;
  const procedure = at === 0 || random() < 0.9 ? "us-icts" : "own-exposure";
  const kind = procedure === "us-icts" ? "provider-review" : "own-exposure";
  const parties = [
    { name: `${caption} Ltd`, role: "provider" },
    { name: `${pick(random, makers)} Counsel LLP`, role: "counsel" },
  ];
  return {
    name,
    state: { caption, kind, procedure, reference: `ICTS-${at + 1}`, parties },
    events: 0,
    notes: 0,
    demands: [],
    stage: 0,
    last: "",
  };
}

/** One entry more of a case: mostly notes, now and then an event that its procedure allows. */
function nextOf(file, entry, random, today) {
  const event = random() < (file.name.endsWith("-0001") ? 0.5 : 0.15) ? nextEvent(file, random, today) : null;
  if (event === null) {
    file.notes += 1;
    const text = Array.from({ length: 20 + Math.floor(random() * 60) }, () => pick(random, words)).join(" ");
    return entry("note-added", file.name, { kind: "note", id: `${file.name}/note-${file.notes}` }, text);
  }
  file.events += 1;
  const id = String(file.events);
  return entry("event-recorded", file.name, { kind: "event", id: `${file.name}/${id}` }, { id, ...event });
}

const initial = ["criteria", "proposal", "factual-basis", "unclassified"];
const course = [
  { event: "review-started" },
  { event: "agencies-notified" },
  { event: "determination-proposed" },
  { event: "initial-determination-served", wait: 22, signed: true, by: "Secretary", method: "by-hand", contains: initial },
  { event: "response-received", wait: 5 },
  { event: "consideration-started" },
  { event: "circulation-received", agency: "Justice", written: true },
];

function nextEvent(file, random, today) {
  if (file.state.procedure !== "us-icts") {
    if (file.events > 0) return null;
    return { event: "opened", on: today };
  }
  const step = course[file.stage];
  // The large case goes on for the most part with demands and their answers.
  if (step && (file.stage === 0 || random() < 0.5) && daysBetween(file.last, today) >= (step.wait ?? 0)) {
    const { wait: _, ...fields } = step;
    file.stage += 1;
    file.last = today;
    return { ...fields, on: today };
  }
  if (file.stage === 0) return null;
  if (file.demands.length > 0 && random() < 0.5) return { event: "demand-answered", on: today, answers: file.demands.shift() };
  file.demands.push(String(file.events + 1));
  const until = new Date(Date.parse(`${today}T00:00:00Z`) + (20 + Math.floor(random() * 40)) * 86_400_000).toISOString().slice(0, 10);
  return { event: "demand", on: today, until };
}

function daysBetween(from, to) {
  return from === "" ? Number.POSITIVE_INFINITY : (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

function sha256(text) {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Canonical JSON of what is written here: no numbers but small whole ones. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(",")}}`;
}
