// The load of bench/docket-load.mjs, in a process of its own: readers and writers over real HTTP, each on a connection that stays open. It speaks
// HTTP/1.1 by itself over plain sockets, for the usual clients take as much of the two cores as the server that is measured.
// Told on standard input: { port, headers: [per session], readers, writers, seconds, warm, think, seed, reads, write } as JSON. Tells on standard
// output what it saw, as JSON.
import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { generator, pick } from "./random.mjs";

const told = JSON.parse(await text(process.stdin));
const random = generator(told.seed);
const samples = { read: [], write: [] };
const bytes = { read: 0, write: 0 };
/** Keys of writes that were acknowledged, and of those whose answer never came. */
const acknowledged = [];
const failures = new Map();
let reopened = 0;
const start = performance.now();
const from = start + told.warm * 1_000;
const until = from + told.seconds * 1_000;

const all = [];
for (let index = 0; index < told.readers; index++) all.push(lane("read", index));
for (let index = 0; index < told.writers; index++) all.push(lane("write", told.readers + index));
await Promise.all(all);
process.stdout.write(
  JSON.stringify({ samples, bytes, acknowledged, failures: [...failures], reopened, seconds: told.seconds, cpu: process.cpuUsage() }),
);

async function lane(kind, index) {
  let line = answersOf(await opened());
  const session = told.headers[index % told.headers.length];
  // Not all in one moment.
  await pause(random() * 100);
  for (let turn = 0; performance.now() < until; turn++) {
    const key = randomUUID();
    const before = performance.now();
    const asked = kind === "read" ? reading(session) : writing(session, key, index, turn);
    let answer = await line.ask(asked);
    // A server may end a connection that nobody used for a while; the same request is asked again, with its key.
    if (answer === null) {
      reopened += 1;
      line = answersOf(await opened());
      answer = await line.ask(asked);
    }
    const { status, length } = answer ?? { status: 599, length: 0 };
    const now = performance.now();
    if (status < 300 && kind === "write") acknowledged.push(key);
    if (status >= 300) failures.set(`${kind} ${status}`, (failures.get(`${kind} ${status}`) ?? 0) + 1);
    else if (before >= from && now <= until) {
      samples[kind].push(now - before);
      bytes[kind] += length;
    }
    if (told.think > 0) await pause(told.think * 2 * random());
  }
  line.end();
}

function reading(session) {
  const chance = random();
  const kind = told.reads.find(({ upTo }) => chance < upTo) ?? told.reads[0];
  return `GET ${pick(random, kind.paths)} HTTP/1.1\r\nHost: 127.0.0.1:${told.port}\r\n${session}\r\n`;
}

function writing(session, key, index, turn) {
  const body = JSON.stringify({
    text: `Writer ${index}, note ${turn}: ${"the call with counsel was put on the record. ".repeat(4)}`.trim(),
  });
  const headers = `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nBeholden-Request: 1\r\nIdempotency-Key: ${key}\r\n`;
  return `POST ${pick(random, told.write)} HTTP/1.1\r\nHost: 127.0.0.1:${told.port}\r\n${session}${headers}\r\n${body}`;
}

function opened() {
  return new Promise((done, failed) => {
    const socket = connect({ port: told.port, host: "127.0.0.1", noDelay: true }, () => done(socket));
    socket.once("error", failed);
  });
}

/** A connection on which one request at a time is asked; the answer is null where it ended before it. */
function answersOf(socket) {
  let kept = Buffer.alloc(0);
  let waiting = null;
  const tell = (answer) => {
    const done = waiting;
    waiting = null;
    done?.(answer);
  };
  socket.on("data", (data) => {
    kept = kept.length === 0 ? data : Buffer.concat([kept, data]);
    const answer = waiting && answerIn(kept);
    if (!answer) return;
    kept = kept.subarray(answer.end);
    tell(answer);
  });
  socket.on("error", () => {});
  socket.on("close", () => tell(null));
  return {
    ask: (text) =>
      new Promise((done) => {
        if (socket.destroyed) return done(null);
        waiting = done;
        socket.write(text);
      }),
    end: () => socket.destroy(),
  };
}

/** A whole answer at the beginning of some bytes; null where it is not there yet. */
function answerIn(data) {
  const head = data.indexOf("\r\n\r\n");
  if (head < 0) return null;
  const lines = data.toString("latin1", 0, head);
  const status = Number(lines.slice(9, 12));
  const [, stated] = /\r\ncontent-length: (\d+)/i.exec(lines) ?? [];
  if (stated !== undefined) {
    const end = head + 4 + Number(stated);
    return data.length < end ? null : { status, length: Number(stated), end };
  }
  if (!/\r\ntransfer-encoding: chunked/i.test(lines)) return { status, length: 0, end: head + 4 };
  for (let place = head + 4, length = 0; ; ) {
    const line = data.indexOf("\r\n", place);
    if (line < 0) return null;
    const size = Number.parseInt(data.toString("latin1", place, line), 16);
    place = line + 2 + size + 2;
    if (data.length < place) return null;
    length += size;
    if (size === 0) return { status, length, end: place };
  }
}
