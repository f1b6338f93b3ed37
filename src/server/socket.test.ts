import { mkdtempSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Docket, openDocket } from "../docket/index.js";
import { type LocalAccess, localAccess } from "./access/local.js";
import { openApi } from "./document/openapi.js";
import { hostile } from "./document/sample-requests.js";
import { routes } from "./routes/registry.js";
import { type Served, serveDocket } from "./serve.js";

/** What a run tries; more by hand, with BEHOLDEN_FUZZ. Each is bounded, so that the whole takes seconds. */
const runs = Number(process.env.BEHOLDEN_FUZZ ?? 150);
const patience = 3_000;

let docket: Docket;
let served: Served;
let cookie = "";
const told: string[] = [];
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "socket-"));
  docket = await openDocket(join(folder, "docket.db"), { create: true });
  let access: LocalAccess | undefined;
  const rate = { burst: 1e9, perSecond: 1e9 };
  served = await serveDocket({
    ...{ docket, database: join(folder, "docket.db"), data: folder, host: "127.0.0.1", port: 0, limits: { session: rate, stranger: rate } },
    access: (port) => {
      access = localAccess({ name: "ana", port, clock: () => new Date(), onVoid: () => {} });
      return access;
    },
    tell: (line) => told.push(line),
  });
  const entered = await fetch(`${served.origin}${access?.newLink()}`, { redirect: "manual" });
  cookie = entered.headers.get("Set-Cookie")?.split(";", 1)[0] ?? "";
});
afterAll(async () => {
  await served?.stop();
  await docket?.close();
});

/** Sends bytes as they are, and gives what came back until the server closes, answers, or time is over. */
function raw(bytes: string | Uint8Array, { wait = 400 }: { wait?: number } = {}): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    let quiet: NodeJS.Timeout | undefined;
    const socket = connect(served.port, "127.0.0.1");
    const done = () => {
      clearTimeout(quiet);
      clearTimeout(late);
      socket.destroy();
      resolve(text);
    };
    const late = setTimeout(done, patience);
    socket.on("data", (piece) => {
      text += piece.toString("latin1");
      clearTimeout(quiet);
      quiet = setTimeout(done, 20);
    });
    socket.on("error", done);
    socket.on("close", done);
    socket.write(bytes);
    quiet = setTimeout(done, wait);
  });
}

const statuses = (text: string) => [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
const alive = async () => expect((await fetch(`${served.origin}/api/health`)).status).toBe(200);
const host = () => `Host: 127.0.0.1:${served.port}\r\n`;
const signedIn = () => `${host()}Cookie: ${cookie}\r\nBeholden-Request: 1\r\n`;

const document = openApi(routes, { version: "1.0.0" });
const paths = Object.keys(document.paths as object).map((path) => path.replace(/\{\w+\}/g, "A-1"));
const odd = fc.constantFrom(
  ...hostile.filter((one) => typeof one === "string").map(String),
  "A-1",
  "\u00e9",
  "%ff",
  "%00",
  "%c0%af",
  "//",
  "/../",
  "?",
  "#",
);
const line = (text: string) => text.replace(/[\r\n]/g, " ");
const headers = fc.array(
  fc.tuple(
    fc.constantFrom(
      ...[
        "Content-Type",
        "Content-Encoding",
        "Transfer-Encoding",
        "Content-Length",
        "Expect",
        "Range",
        "If-Match",
        "If-None-Match",
        "Accept",
      ],
      ...["Authorization", "Cookie", "Origin", "Sec-Fetch-Site", "Idempotency-Key", "X-Forwarded-For", "X-HTTP-Method-Override", "Upgrade"],
      ...["Connection", "Host", "TE", "Trailer", "Forwarded", "X-Original-URL", "bad header", ""],
    ),
    fc.oneof(
      odd,
      fc.constantFrom(
        ...[
          "application/json",
          "application/json; charset=utf-16",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "gzip",
          "chunked",
        ],
        ...["chunked, gzip", "-1", "99999999999999999999", "0x10", "1, 2", "100-continue", "bytes=0-", '"1"', "websocket", "h2c", "close"],
        ...["evil.example", "null", "https://evil.example", "Bearer x", "Basic YTpi", "a=b; a=c", "DELETE"],
      ),
    ),
  ),
  { maxLength: 5 },
);
const bodies = fc.constantFrom(
  ...[
    "",
    "{}",
    "{",
    "[".repeat(5_000),
    '{"a":1e999}',
    '{"caption":"x"}',
    "\u0000\u0001",
    "a=b",
    "0\r\n\r\n",
    "5\r\nhello\r\n0\r\n\r\n",
    "ffffffff\r\n",
  ],
  ...["--x\r\nContent-Disposition: form-data; name=files; filename=../../x\r\n\r\nhi\r\n--x--\r\n", "\ufeff{}", "x".repeat(50_000)],
);
const request = fc
  .record({
    method: fc.constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "B\u00c4D", ""),
    path: fc.tuple(fc.constantFrom(...paths, "/", "/enter", "/sign-in", "/assets/x.js"), fc.oneof(fc.constant(""), odd)),
    version: fc.oneof({ weight: 8, arbitrary: fc.constant("HTTP/1.1") }, fc.constantFrom("HTTP/1.0", "HTTP/2.0", "HTTP/9", "")),
    known: fc.boolean(),
    headers,
    body: bodies,
    sized: fc.boolean(),
  })
  .map(({ method, path, version, known, headers: given, body, sized }) => {
    const more = given.map(([name, value]) => `${name}: ${line(value)}\r\n`).join("");
    const length = sized ? `Content-Length: ${Buffer.byteLength(body)}\r\n` : "";
    return `${method} ${line(path.join("")).replace(/ /g, "%20")} ${version}\r\n${known ? signedIn() : host()}${more}${length}\r\n${body}`;
  });

describe("what a socket is sent", () => {
  it("meets no fault, whatever it is, alone or in a row on one connection, and the server goes on", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 3 }), async (all) => {
        const text = await raw(all.join(""), { wait: 60 });
        expect(statuses(text), `${JSON.stringify(all)}\n${text}\n${told.at(-1)}`).not.toContain(500);
        expect(text).not.toMatch(/\n {4}at |node_modules/);
      }),
      { numRuns: runs, endOnFailure: true },
    );
    await alive();
    expect(told).toEqual([]);
  }, 20_000);

  it.each<[string, () => string]>([
    [
      "a length and chunks",
      () =>
        `POST /api/cases HTTP/1.1\r\n${signedIn()}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/health HTTP/1.1\r\n${host()}\r\n`,
    ],
    ["two lengths", () => `POST /api/cases HTTP/1.1\r\n${signedIn()}Content-Length: 4\r\nContent-Length: 40\r\n\r\n{}\r\n`],
    [
      "an odd coding",
      () =>
        `POST /api/cases HTTP/1.1\r\n${signedIn()}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\nGET /api/health HTTP/1.1\r\n${host()}\r\n`,
    ],
    ["a chunk of no size", () => `POST /api/cases HTTP/1.1\r\n${signedIn()}Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n`],
    ["a length that is none", () => `POST /api/cases HTTP/1.1\r\n${signedIn()}Content-Length: +4\r\n\r\n{}{}`],
    ["a folded header", () => `GET /api/health HTTP/1.1\r\n${host()}X: a\r\n b\r\n\tc: d\r\n\r\n`.replace("X: a\r\n b", "X : a\r\n b")],
    ["headers of more than 16 KiB", () => `GET /api/health HTTP/1.1\r\n${host()}X: ${"y".repeat(20_000)}\r\n\r\n`],
    ["no host", () => "GET /api/health HTTP/1.1\r\n\r\n"],
    ["two hosts", () => `GET /api/health HTTP/1.1\r\n${host()}Host: evil.example\r\n\r\n`],
    [
      "a whole address of another host",
      () => `GET http://evil.example/api/session HTTP/1.1\r\nHost: evil.example\r\nCookie: ${cookie}\r\n\r\n`,
    ],
  ])("with %s is refused, and no second request comes of it", async (_, sent) => {
    const text = await raw(sent());
    expect(
      statuses(text).filter((status) => status < 400),
      text,
    ).toEqual([]);
    expect(statuses(text).length, text).toBeLessThanOrEqual(1);
    await alive();
  });

  it("may come a letter at a time on many sockets: others are answered meanwhile", async () => {
    const sockets = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const socket: Socket = connect(served.port, "127.0.0.1");
        socket.on("error", () => {});
        await new Promise((resolve) => socket.once("connect", resolve));
        socket.write(`POST /api/cases HTTP/1.1\r\n${signedIn()}Content-Type: application/json\r\nContent-Length: 1000\r\n`);
        return socket;
      }),
    );
    for (const socket of sockets) socket.write("\r\n{");
    await alive();
    for (const socket of sockets) socket.destroy();
    await alive();
  });

  it("may end in the middle of a body, or leave before it is answered", async () => {
    await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const socket = connect(served.port, "127.0.0.1");
        socket.on("error", () => {});
        const head = `Content-Type: ${index % 2 ? "application/json" : "multipart/form-data; boundary=x"}\r\nContent-Length: 5000\r\n\r\n`;
        socket.write(`POST ${index % 2 ? "/api/cases" : "/api/review"} HTTP/1.1\r\n${signedIn()}${head}--x\r\n`);
        await new Promise((resolve) => setTimeout(resolve, 5 * (index % 5)));
        socket.destroy();
      }),
    );
    await alive();
    expect(told).toEqual([]);
  });

  it("is refused unread where it says, or turns out, to be too large", async () => {
    const says = await raw(`POST /api/cases HTTP/1.1\r\n${signedIn()}Content-Type: application/json\r\nContent-Length: 99999999\r\n\r\n`);
    expect(statuses(says)).toEqual([413]);
    const piece = `10000\r\n${"x".repeat(0x10000)}\r\n`;
    const grows = await raw(
      `POST /api/cases HTTP/1.1\r\n${signedIn()}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${piece.repeat(20)}`,
    );
    expect(statuses(grows)).toEqual([413]);
    await alive();
  });
});
