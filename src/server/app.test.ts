import { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import { DocketError } from "../docket/index.js";
import { Problem } from "./problems.js";
import { type SampleServer, sampleServer } from "./sample-server.js";

let server: SampleServer;
beforeAll(async () => {
  server = await sampleServer();
  await server.ask("POST", "/api/cases", { body: { id: "A-1", caption: "Acme" } });
});

async function problem(answer: Response | Promise<Response>): Promise<Problem> {
  return Problem.parse(await (await answer).json());
}

describe("what every request passes", () => {
  it("answers to its own name only", async () => {
    expect(await problem(server.ask("GET", "/api/cases", { headers: { Host: "evil.example" } }))).toMatchObject({
      status: 421,
      code: "wrong-host",
    });
  });

  it.each<Record<string, string>>([
    { Origin: "https://evil.example" },
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    { Origin: "null" },
  ])("refuses what a page of another site sends: %j", async (headers) => {
    expect(await problem(server.ask("GET", "/api/cases", { headers }))).toMatchObject({ status: 403, code: "foreign-origin" });
  });

  it("lets no answer out without its headers, and none to another site", async () => {
    for (const path of ["/", "/api/cases", "/api/nothing", "/missing.js"]) {
      const { headers } = await server.ask("GET", path);
      expect(headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
      expect(headers.get("Content-Security-Policy")).not.toContain("unsafe");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
      expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
    }
  });

  it.each<[string, string, object, number, string]>([
    ["GET", "/api/nothing", {}, 404, "no-route"],
    ["PUT", "/api/cases", { body: {} }, 405, "wrong-method"],
    ["OPTIONS", "/api/cases", {}, 405, "wrong-method"],
    ["GET", "/api/cases", { as: null }, 401, "not-signed-in"],
    ["GET", "/api/cases", { as: ["administrator"] }, 403, "not-allowed"],
    ["POST", "/api/cases", { body: "{" }, 400, "malformed"],
    ["POST", "/api/cases", { body: "[".repeat(70) + "]".repeat(70) }, 400, "malformed"],
    ["POST", "/api/cases", { body: "{}", headers: { "Content-Type": "text/plain" } }, 415, "wrong-type"],
    ["POST", "/api/cases", { body: { caption: "x".repeat(2 << 20) } }, 413, "too-large"],
    ["POST", "/api/cases", { body: { caption: "a\0b" } }, 422, "invalid"],
    ["POST", "/api/cases", { body: { caption: "A" }, headers: { "Idempotency-Key": "a b" } }, 400, "wrong-key"],
    ["GET", "/api/cases?asOf=2025-02-30", {}, 422, "invalid"],
    ["GET", "/api/cases?asOf=2025-02-03&asOf=2025-02-04", {}, 422, "invalid"],
    ["GET", "/api/cases?nonsense=1", {}, 422, "invalid"],
    ["GET", "/api/cases/%ff", {}, 400, "malformed"],
    ["GET", `/api/cases?asOf=${"1".repeat(9000)}`, {}, 414, "address-too-long"],
    ["GET", "/api/cases/A-9", {}, 404, "not-found"],
    ["POST", "/api/cases", { body: { id: "A-1", caption: "Acme" } }, 409, "refused"],
  ])("%s %s %j is %i %s, with what to do and no more", async (method, path, more, status, code) => {
    const told = await problem(server.ask(method, path, more));
    expect(told).toMatchObject({ status, code, type: `urn:beholden:problem:${code}` });
    expect(JSON.stringify(told)).not.toMatch(/\/tmp\/|node_modules|\.ts:|at .*:\d+/);
  });

  it("asks those who change something for a header that no form sends", async () => {
    const bare = server.ask("POST", "/api/cases", { body: { caption: "A" }, headers: { "Beholden-Request": "" } });
    expect(await problem(bare)).toMatchObject({ status: 403, code: "no-request-header" });
  });

  it("names the methods that there are", async () => {
    expect((await server.ask("PUT", "/api/cases", { body: {} })).headers.get("Allow")).toBe("GET, HEAD, POST");
  });

  it("slows down a session that asks too much, and nobody else", async () => {
    const slow = await sampleServer({ limits: { session: { burst: 3, perSecond: 0.5 } } });
    const ask = (by: string) => slow.ask("GET", "/api/session", { by });
    const statuses = await Promise.all(["A", "A", "A", "A", "B"].map(async (by) => (await ask(by)).status));
    expect(statuses).toEqual([200, 200, 200, 429, 200]);
    expect((await ask("A")).headers.get("Retry-After")).toBe("2");
  });
});

describe("pages by which one gets in", () => {
  it("tell a fault as everything else does, and leave its words to the log", async () => {
    const pages = new Hono();
    pages.get("/sign-in/callback", () => {
      throw new TypeError("a secret of the code");
    });
    pages.get("/sign-in", () => {
      throw new DocketError("busy", "docket.db has been in use for half a minute.");
    });
    const own = await sampleServer({ pages });
    expect(await problem(own.ask("GET", "/sign-in"))).toMatchObject({ status: 503, code: "busy" });
    expect(await problem(own.ask("GET", "/sign-in/callback"))).toMatchObject({ status: 500, code: "fault" });
    expect(own.told).toEqual([expect.stringContaining("a secret of the code")]);
    await own.stop();
  });
});

describe("cases over HTTP", () => {
  it("shows mine, theirs and merged where the version seen is no longer there", async () => {
    const first = await server.ask("GET", "/api/cases/A-1");
    const seen = first.headers.get("ETag") ?? "";
    await server.ask("PATCH", "/api/cases/A-1", { body: { caption: "Acme Cloud" } });
    const late = await problem(server.ask("PATCH", "/api/cases/A-1", { body: { reference: "R-1" }, headers: { "If-Match": seen } }));
    expect(late).toMatchObject({ status: 409, code: "conflict", conflict: { merged: { caption: "Acme Cloud", reference: "R-1" } } });
    const now = (await server.ask("GET", "/api/cases/A-1")).headers.get("ETag") ?? "";
    const saved = await server.ask("PATCH", "/api/cases/A-1", { body: { reference: "R-1" }, headers: { "If-Match": now } });
    expect(saved.status).toBe(200);
  });

  it("does a request with the same key once", async () => {
    const opening = { body: { caption: "Twice" }, headers: { "Idempotency-Key": "k-1" } };
    const [first, second] = [await server.ask("POST", "/api/cases", opening), await server.ask("POST", "/api/cases", opening)];
    expect([first.status, second.status]).toEqual([201, 201]);
    const [one, again] = [await first.json(), await second.json()] as [{ case: string }, { case: string; repeated: boolean }];
    expect([again.case, again.repeated]).toEqual([one.case, true]);
    const other = await problem(server.ask("POST", "/api/cases", { body: { caption: "Other" }, headers: { "Idempotency-Key": "k-1" } }));
    expect(other).toMatchObject({ status: 422, code: "key-used" });
  });
});
