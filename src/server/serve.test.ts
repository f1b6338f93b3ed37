import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Docket, openCase, openDocket } from "../docket/index.js";
import { type LocalAccess, localAccess } from "./access/local.js";
import { isLoopback, type Served, serveDocket } from "./serve.js";

let docket: Docket;
let served: Served;
let access: LocalAccess;
const voided: string[] = [];
const told: string[] = [];
beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), "serve-"));
  const database = join(data, "docket.db");
  docket = await openDocket(database, { create: true });
  served = await serveDocket({
    ...{ docket, database, data, host: "127.0.0.1", port: 0, tell: (line) => told.push(line) },
    access: (port) => {
      access = localAccess({ name: "Ana Ruiz", port, clock: () => new Date(), onVoid: (path) => voided.push(path) });
      return access;
    },
  });
});
afterAll(async () => {
  await served.stop();
  await docket.close();
  expect(told).toEqual([]);
});

const enter = (path: string) => fetch(`${served.origin}${path}`, { redirect: "manual" });

async function session(): Promise<string> {
  const answer = await enter(access.newLink());
  return (answer.headers.get("Set-Cookie") ?? "").split(";", 1)[0] ?? "";
}

describe("the server of one machine", () => {
  it("opens one session by a link, once, with a cookie that no script reads and no other site sends", async () => {
    const link = access.newLink();
    const first = await enter(link);
    expect([first.status, first.headers.get("Location")]).toEqual([303, "/"]);
    expect(first.headers.get("Set-Cookie")).toMatch(/^beholden-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604800$/);
    expect((await enter(link)).status).toBe(401);
    const cookie = (first.headers.get("Set-Cookie") ?? "").split(";", 1)[0] ?? "";
    const who = await fetch(`${served.origin}/api/session`, { headers: { Cookie: cookie } });
    expect(await who.json()).toMatchObject({ name: "Ana Ruiz", access: "local", seesUpTo: "restricted" });
  });

  it("voids the link after ten wrong ones, and makes another", async () => {
    const link = access.newLink();
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await enter(`/enter?token=wrong-${attempt}`)).status).toBe(401);
    expect((await enter(link)).status).toBe(401);
    expect((await enter(voided.at(-1) ?? "")).status).toBe(303);
  });

  it("ends a session for good", async () => {
    const Cookie = await session();
    const headers = { Cookie, "Beholden-Request": "1" };
    expect((await fetch(`${served.origin}/api/session`, { method: "DELETE", headers })).status).toBe(200);
    expect((await fetch(`${served.origin}/api/session`, { headers })).status).toBe(401);
  });

  it("does not answer to another name", async () => {
    const { port } = new URL(served.origin);
    const status = await new Promise((resolve, reject) => {
      request({ port, path: "/api/health", headers: { Host: "evil.example" } }, (answer) => resolve(answer.resume().statusCode))
        .on("error", reject)
        .end();
    });
    expect(status).toBe(421);
  });

  it("goes on answering while a long command runs, and ends that when whoever asked leaves", async () => {
    const Cookie = await session();
    const leaving = new AbortController();
    const headers = { Cookie, "Beholden-Request": "1" };
    const long = fetch(`${served.origin}/api/review?folder=examples`, { method: "POST", headers, signal: leaving.signal }).catch(
      (error) => error.name,
    );
    await new Promise((passed) => setTimeout(passed, 300));
    expect((await fetch(`${served.origin}/api/cases`, { headers })).status).toBe(200);
    leaving.abort();
    expect(await long).toBe("AbortError");
  });

  it("reviews files that are sent, and writes none outside their folder", async () => {
    const form = new FormData();
    form.append("files", new File(['resource "alicloud_oss_bucket" "b" {\n  bucket = "b"\n}\n'], "infra/main.tf"));
    const headers = { Cookie: await session(), "Beholden-Request": "1" };
    const answer = await fetch(`${served.origin}/api/review?asOf=2025-12-01`, { method: "POST", headers, body: form });
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as { observations: { path: string }[] }).observations[0]?.path).toBe("infra/main.tf");
    const out = new FormData();
    out.append("files", new File(["x"], "../../x"));
    expect((await fetch(`${served.origin}/api/review`, { method: "POST", headers, body: out })).status).toBe(422);
  });
});

it("reaches a docket that is named from the folder that it was started in, and garbles no words", async () => {
  const data = mkdtempSync(join(process.cwd(), "dist", "serve-"));
  const database = `./${relative(process.cwd(), join(data, "docket.db"))}`;
  const near = await openDocket(database, { create: true });
  const party = { caption: "Acme", kind: "provider-review" as const, procedure: null, reference: null, parties: [] };
  await openCase(near, party, { by: "Ana Ruiz", at: new Date().toISOString() });
  const links: LocalAccess[] = [];
  const server = await serveDocket({
    ...{ docket: near, database, data: ".", host: "127.0.0.1", port: 0, tell: (line) => told.push(line) },
    access: (port) => {
      const own = localAccess({ name: "Ana Ruiz", port, clock: () => new Date(), onVoid: () => {} });
      links.push(own);
      return own;
    },
  });
  const entered = await fetch(`${server.origin}${links[0]?.newLink()}`, { redirect: "manual" });
  const Cookie = (entered.headers.get("Set-Cookie") ?? "").split(";", 1)[0] ?? "";
  const ask = async (path: string) => (await fetch(`${server.origin}${path}`, { headers: { Cookie } })).json();
  expect(await ask("/api/record/verification")).toMatchObject({ entries: 2 });
  expect(await ask("/api/cases/A.9")).toMatchObject({ title: expect.stringMatching(/^there is no case A\.9\. /) });
  await server.stop();
  await near.close();
  rmSync(data, { recursive: true });
});

it.each<[string, boolean]>([
  ["127.0.0.1", true],
  ["127.9.9.9", true],
  ["::1", true],
  ["localhost", true],
  ["0.0.0.0", false],
  ["::", false],
  ["192.168.0.2", false],
  ["127.0.0.1.evil.example", false],
])("%s is this machine alone: %s", (host, alone) => {
  expect(isLoopback(host)).toBe(alone);
});

it("is refused to other machines by the command", async () => {
  const words = [
    "dist/beholden.js",
    "serve",
    "--host",
    "0.0.0.0",
    "--port",
    "0",
    "--no-open",
    "--data",
    mkdtempSync(join(tmpdir(), "serve-")),
  ];
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) =>
    execFile(process.execPath, words, (error, _, text) => resolve({ code: error?.code, stderr: text })),
  );
  expect([code, stderr]).toEqual([2, expect.stringContaining("--host 0.0.0.0 is reached by other machines")]);
});
