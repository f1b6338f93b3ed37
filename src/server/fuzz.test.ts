import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles } from "../model/index.js";
import { openApi } from "./document/openapi.js";
import { hostile, mutated, valuesOf } from "./document/sample-requests.js";
import { Problem } from "./problems.js";
import { routes } from "./routes/registry.js";
import { type SampleServer, sampleServer } from "./sample-server.js";

/** What a run tries of each route; more by hand, with BEHOLDEN_FUZZ. Routes that start a command are tried less. */
const runs = Number(process.env.BEHOLDEN_FUZZ ?? 25);
const document = openApi(routes, { version: "1.0.0" });
type Schema = Record<string, unknown>;
const { schemas } = document.components as { schemas: Record<string, Schema> };
const paths = document.paths as Record<string, Record<string, Operation>>;
interface Operation {
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema; example?: unknown }> };
}

let server: SampleServer;
beforeAll(async () => {
  const rate = { burst: 1e9, perSecond: 1e9 };
  server = await sampleServer({ limits: { session: rate, stranger: rate } });
  const fill = (path: string, body: unknown) => server.ask("POST", path, { body, as: roles });
  await fill("/api/cases", { id: "A-1", caption: "Acme", parties: [{ role: "provider", name: "Acme Cloud Ltd" }] });
  await fill("/api/cases/A-1/events", { event: "review-started", on: "2025-02-11" });
  await fill("/api/cases/A-1/letters", { template: "notice", fields: {} });
});
afterAll(() => server.stop());

const texts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("A-1", "1", "l1", "none") },
  fc.constantFrom(...hostile.filter((one) => typeof one !== "object")).map(String),
);
const oddHeaders = fc.dictionary(
  fc.constantFrom(
    "If-Match",
    "Idempotency-Key",
    "Content-Type",
    "Accept",
    "If-None-Match",
    "Range",
    "X-Forwarded-For",
    "Content-Encoding",
    "Cookie",
    "Expect",
  ),
  fc.constantFrom(
    '"1"',
    '"999999999999"',
    "*",
    'W/"1"',
    "a".repeat(300),
    "bytes=0-1",
    "gzip",
    "application/json; charset=utf-16",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "key-1",
    "é",
  ),
  { maxKeys: 2 },
);

interface Tried {
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

/** Requests of an operation: as its schemas say, and with something hostile in any place. */
function requestsOf(path: string, { parameters, requestBody }: Operation): fc.Arbitrary<Tried> {
  const inPath = fc.record(
    Object.fromEntries(
      parameters.filter((one) => one.in === "path").map(({ name, schema }) => [name, fc.oneof(texts, valuesOf(schema, schemas))]),
    ),
  );
  const inQuery = fc.record(
    Object.fromEntries(
      parameters.filter((one) => one.in === "query").map(({ name, schema }) => [name, mutated(valuesOf(schema, schemas))]),
    ),
    { requiredKeys: parameters.filter((one) => one.in === "query" && one.required).map(({ name }) => name) },
  );
  const json = requestBody?.content["application/json"];
  const bodies = json
    ? fc.oneof(mutated(valuesOf(json.schema, schemas)), ...(json.example === undefined ? [] : [mutated(fc.constant(json.example))]))
    : fc.constant(undefined);
  const form = requestBody?.content["multipart/form-data"];
  const raw = fc.constantFrom<unknown>(
    "{",
    "[".repeat(100_000),
    '--x\r\nContent-Disposition: form-data; name="files"; filename="../../x"\r\n\r\nhello\r\n--x--\r\n',
    "\u0000\u0001",
    '{"a":1e999}',
  );
  const forms = form
    ? fc
        .array(
          fc.tuple(
            fc.constantFrom(...Object.keys((form.schema.properties ?? {}) as object), "other"),
            fc.constantFrom("main.tf", "beholden.yaml", "../x", "/etc/x", "a/b/c.json", "con", "x\u0000y", ".."),
            fc.constantFrom("", "{}", "a: [", "PK\u0003\u0004", 'resource "x" "y" {', "name\nAcme\n", "x".repeat(100_000)),
          ),
          { maxLength: 4 },
        )
        .map(formOf)
    : bodies;
  return fc
    .record({
      values: inPath,
      query: inQuery,
      body: fc.oneof({ weight: 6, arbitrary: forms }, { weight: 1, arbitrary: requestBody ? raw : fc.constant(undefined) }),
      headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: oddHeaders }),
    })
    .map(({ values, query, body, headers }) => ({
      path: path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(values[name])) + queryText(query as Record<string, unknown>),
      body,
      headers,
    }));
}

function formOf(files: [string, string, string][]): FormData {
  const form = new FormData();
  for (const [field, name, content] of files) form.append(field, new File([content], name));
  return form;
}

function encoded(value: unknown): string {
  return encodeURIComponent(String(value).replace(/\p{Surrogate}/gu, "?")) || "x";
}

function queryText(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encodeURIComponent(name)}=${encoded(typeof one === "object" ? JSON.stringify(one) : one)}`),
  );
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** Routes whose answer a process of its own makes, and those that would end what the others need. */
const slow = new Set(["questions", "reviews", "cut-offs", "screening", "rules", "bundles"]);

describe("hostile and valid requests of every route", () => {
  it.each(routes.map((route) => [route.method, route.path, route] as const))(
    "%s %s never meets a fault",
    async (method, path, route) => {
      const operation = paths[path]?.[method.toLowerCase()];
      if (!operation) throw new Error(`${path} is not in the document`);
      await fc.assert(
        fc.asyncProperty(requestsOf(path, operation), async (tried) => {
          const answer = await server.ask(method, tried.path, { as: roles, body: tried.body, headers: tried.headers });
          const text = await answer.text();
          expect(answer.status, `${JSON.stringify(tried)}\n${text}\n${server.told.at(-1)}`).not.toBe(500);
          const type = answer.headers.get("Content-Type");
          if (answer.status >= 400) {
            expect(type).toBe("application/problem+json");
            Problem.parse(JSON.parse(text));
            expect(text).not.toContain(server.folder);
          } else if (type === "application/json" && route.answer.schema && !path.endsWith("/files/{form}")) {
            expect(route.answer.schema.safeParse(JSON.parse(text)).error?.issues, path).toBeUndefined();
          }
        }),
        { numRuns: slow.has(route.tag) ? Math.ceil(runs / 4) : runs },
      );
    },
    120_000,
  );

  it("told of no fault", () => {
    expect(server.told).toEqual([]);
  });
});
