import { STATUS_CODES } from "node:http";
import { z } from "zod";
import { Problem } from "../problems.js";
import type { Route } from "../route.js";
import { requestHeader } from "../security/origin.js";
import { namedSchemas } from "./schemas.js";

type Json = Record<string, unknown>;

/** What the groups of routes are about. */
const tags: Readonly<Record<string, string>> = {
  session: "Who is signed in.",
  people: "People, their roles, sessions and tokens.",
  cases: "Cases: the list, one with what happened in it, and what it is called.",
  runs: "Results of reviews and dossiers that belong to a case, with the digests of what they read and stood on.",
  decisions: "Decisions of a case: proposed by one person, approved by another, each on one state of the case.",
  events: "What happened in a case: recorded, corrected, withdrawn, confirmed.",
  evidence: "Files that a case rests on, with where they come from and how far they can be relied on.",
  quotes: "The very words of evidence, and what became of them.",
  facts: "Statements of fact, each with the quotes that it rests on.",
  letters: "Letters of a case: drafted, reviewed, approved, issued, and made public without what is not.",
  templates: "The texts that letters are drafted from.",
  clocks: "Deadlines, counted day by day.",
  record: "The journal that everything is made from, and whether it is unbroken.",
  bundles: "One case or everything as a file that verifies by itself.",
  questions: "Who somebody or something is, answered from the reference.",
  reviews: "Reviews of files: what reaches what, what ends it, what to decide.",
  "cut-offs": "What breaks where a provider is cut off, and what carries that out.",
  screening: "Names against providers, parties and official lists.",
  rules: "The law as data, and the reference that answers stand on.",
  document: "This document.",
};

/** When each problem is answered. */
const problems: Readonly<Record<number, string>> = {
  400: "The request is malformed.",
  401: "Nobody is signed in.",
  403: "The roles of whoever is signed in do not allow it, or the request comes from a page of another site.",
  404: "What was named is not there.",
  409: "The law or the record forbids it, with the section; or another version is there than was seen, with mine, theirs and merged.",
  413: "It is too large.",
  415: "It is of another media type.",
  422: "A field is wrong, with its place; or the key stands for another request.",
  429: "Too many requests; Retry-After says when to ask again.",
  500: "A fault of beholden's own, with a reference for its log.",
  503: "The docket or the server is busy; Retry-After says when to ask again.",
};

/**
 * The document of the API (OpenAPI 3.1), made from the routes and their schemas alone.
 *
 * @example openApi(routes, { version: "1.0.0" })
 */
export function openApi(routes: readonly Route[], { version }: { version: string }): Json {
  const answers = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(namedSchemas)) if (!answers.has(schema)) answers.add(schema, { id });
  answers.add(Problem, { id: "ApiProblem" });
  for (const { id, answer } of routes)
    if (answer.schema && !answers.has(answer.schema)) answers.add(answer.schema, { id: `${capital(id)}Answer` });
  const requests = z.registry<{ id: string }>();
  for (const { id, body } of routes) if (body && !requests.has(body)) requests.add(body, { id: `${capital(id)}Request` });

  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route, answers, requests) };
  }
  const responses = Object.entries(problems).map(([status, description]) => [
    `Problem${status}`,
    { description, content: { "application/problem+json": { schema: refTo("ApiProblem"), example: exampleOf(Number(status)) } } },
  ]);
  const schemas = { ...schemasOf(answers, "output"), ...schemasOf(requests, "input") };
  return {
    openapi: "3.1.0",
    info: {
      title: "beholden",
      version,
      summary: "Which governments can reach your data, or cut you off, and the docket of the cases about it.",
      description: "What the command line does, over HTTP, in the same JSON. Nothing here is legal advice.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    // Where it was fetched from: what a proxy speaks to the outside, the server does not know.
    servers: [{ url: "/", description: "This server" }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    security: [{ session: [] }],
    paths,
    components: {
      schemas: reachable(schemas, [paths, responses]),
      responses: Object.fromEntries(responses),
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "beholden",
          description: "The session that the one-time link or a sign-in opens; on one machine the cookie's name ends in the port.",
        },
      },
    },
  };
}

function operation(route: Route, answers: Registry, requests: Registry): Json {
  const { id, tag, summary, description, permission, answer, body, upload, example } = route;
  const says =
    permission === "open" ? "Without a session." : permission === "signed-in" ? "For whoever is signed in." : `Needs \`${permission}\`.`;
  const content: Json = {
    ...(answer.schema ? { "application/json": { schema: refTo(idOf(answers, answer.schema)) } } : {}),
    ...Object.fromEntries(
      (answer.types ?? []).map((type) => [
        type,
        { schema: /^(text|application\/(schema\+)?json)/.test(type) ? {} : { type: "string", format: "binary" } },
      ]),
    ),
  };
  const sent = body
    ? {
        required: true,
        content: { "application/json": { schema: refTo(idOf(requests, body)), ...(example === undefined ? {} : { example }) } },
      }
    : upload && {
        required: Object.values(upload).some(({ needed }) => needed),
        content: { "multipart/form-data": { schema: formOf(upload) } },
      };
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [description, says].filter((one) => one !== undefined).join(" "),
    ...(permission === "open" ? { security: [] } : {}),
    parameters: parametersOf(route),
    ...(sent ? { requestBody: sent } : {}),
    responses: {
      [String(answer.status ?? 200)]: { description: answer.description, content },
      ...(route.rests ? { "304": { description: "The answer that If-None-Match names is the same still." } } : {}),
      ...Object.fromEntries(statusesOf(route).map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }])),
    },
  };
}

function statusesOf({ method, permission, params, body, upload, refusals }: Route): number[] {
  const all = [400, 422, 429, 500, 503];
  if (permission !== "open") all.push(401, 403);
  if (method !== "GET" && permission === "open") all.push(403);
  if (body || upload) all.push(413, 415);
  if (params || refusals.includes("not-found")) all.push(404);
  if (refusals.includes("refused") || refusals.includes("conflict")) all.push(409);
  return all.sort();
}

function parametersOf({ method, path, params, query, refusals, rests }: Route): Json[] {
  const from = (place: "path" | "query", schema: z.ZodObject | undefined): Json[] =>
    Object.entries(schema?.shape ?? {}).map(([name, field]) => {
      const { description, examples, ...rest } = jsonSchema(field as z.ZodType) as Json & { examples?: unknown[] };
      const needed = place === "path" || !(field as z.ZodType).safeParse(undefined).success;
      return {
        ...{ name, in: place, required: needed },
        ...(description === undefined ? {} : { description }),
        schema: rest,
        ...(examples?.[0] === undefined ? {} : { example: examples[0] }),
      };
    });
  const headers: Json[] = [];
  if (method !== "GET") {
    headers.push(header(requestHeader, "Shows that no form of another site sent it; any value.", true, "1"));
    headers.push(
      header("Idempotency-Key", "A key of your own: the same request with the same key is carried out once.", false, "7f3a91c2"),
    );
  }
  if (refusals.includes("conflict")) headers.push(header("If-Match", "The ETag of the version that you saw.", false, '"12"'));
  if (rests) headers.push(header("If-None-Match", "The ETag of the answer that you have.", false, '"12-Zk3vPq1t7a-345"'));
  return [...from("path", params), ...from("query", query), ...headers].filter(
    ({ in: place, name }) => place !== "path" || path.includes(`{${name}}`),
  );
}

function header(name: string, description: string, required: boolean, example: string): Json {
  return { name, in: "header", required, description, schema: { type: "string" }, example };
}

function formOf(upload: NonNullable<Route["upload"]>): Json {
  const file = { type: "string", format: "binary" };
  const properties = Object.entries(upload).map(([name, { description, many }]) => [
    name,
    many ? { type: "array", items: file, description } : { ...file, description },
  ]);
  const required = Object.entries(upload).flatMap(([name, { needed }]) => (needed ? [name] : []));
  return { type: "object", properties: Object.fromEntries(properties), ...(required.length > 0 ? { required } : {}) };
}

type Registry = ReturnType<typeof z.registry<{ id: string }>>;

function idOf(registry: Registry, schema: z.ZodType): string {
  const known = registry.get(schema);
  if (!known) throw new Error("a schema of a route is not registered");
  return known.id;
}

function schemasOf(registry: Registry, io: "input" | "output"): Record<string, Json> {
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io, unrepresentable: "any" });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $id: _, $schema: __, ...schema }]) => [id, schema as Json]));
}

function jsonSchema(field: z.ZodType): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(field, { io: "input", unrepresentable: "any" });
  return schema as Json;
}

/** Only the schemas that something leads to. */
function reachable(all: Record<string, Json>, from: unknown): Record<string, Json> {
  const found = new Set<string>();
  const waiting: unknown[] = [from];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    for (const [, id = ""] of JSON.stringify(one).matchAll(/"#\/components\/schemas\/([A-Za-z0-9]+)"/g)) {
      if (found.has(id)) continue;
      found.add(id);
      waiting.push(all[id] ?? {});
    }
  }
  return Object.fromEntries([...found].sort().map((id) => [id, all[id] ?? {}]));
}

function refTo(id: string): Json {
  return { $ref: `#/components/schemas/${id}` };
}

function exampleOf(status: number): Problem {
  const code = (STATUS_CODES[status] ?? "problem").toLowerCase().replace(/[^a-z]+/g, "-");
  return { type: `urn:beholden:problem:${code}`, status, code, title: problems[status] ?? "", action: null };
}

function capital(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}
