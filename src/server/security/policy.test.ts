import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addEvidence } from "../../docket/index.js";
import { roles } from "../../model/index.js";
import { routes } from "../routes/registry.js";
import { type SampleServer, sampleServer } from "../sample-server.js";

let server: SampleServer;
const markup = `<!doctype html><script>window.planted=1</script><p onclick="x()">Terms</p>`;

beforeAll(async () => {
  server = await sampleServer({ limits: { session: { burst: 10_000, perSecond: 10_000 } } });
  await server.ask("POST", "/api/cases", { body: { id: "A-1", caption: "Acme", parties: [] } });
  const given = { name: "terms.html", bytes: Buffer.from(markup), title: "Terms" };
  await addEvidence(server.docket, "A-1", given, { by: "Ana Ruiz", at: "2025-12-01T15:00:00.000Z" });
});
afterAll(() => server.stop());

const filled = (path: string) =>
  path
    .replace("{case}", "A-1")
    .replace("{evidence}", "e1")
    .replace(/\{\w+\}/g, "1");

/** What each answer carries, whatever made it. */
function policyOf({ headers }: Response): string[] {
  const policy = headers.get("Content-Security-Policy") ?? "";
  return [
    ...(policy.startsWith("default-src 'none'") && !/unsafe|https?:|\*/.test(policy) ? [] : [`policy: ${policy}`]),
    ...(/frame-ancestors 'none'/.test(policy) && headers.get("X-Frame-Options") === "DENY" ? [] : ["it can be framed"]),
    ...(headers.get("X-Content-Type-Options") === "nosniff" ? [] : ["its type is guessed"]),
    ...(headers.get("Referrer-Policy") === "no-referrer" ? [] : ["it tells where one came from"]),
    ...([...headers.keys()].some((name) => name.startsWith("access-control-")) ? ["other sites read it"] : []),
  ];
}

const shown = /^(application\/(\w+\+)?json|text\/css|text\/javascript|image\/svg\+xml)\b/;

describe("the content policy", () => {
  it.each(routes.map((one) => [one.method, one.path] as const))(
    "%s %s carries it, answered and refused, and gives no page of content",
    async (method, path) => {
      for (const as of [[...roles], null]) {
        const answer = await server.ask(method, filled(path), { as, ...(method === "GET" ? {} : { body: {} }) });
        expect(policyOf(answer), String(answer.status)).toEqual([]);
        const type = answer.headers.get("Content-Type") ?? "";
        if (/html/.test(type)) expect(answer.headers.get("Content-Security-Policy")).toContain("sandbox");
        // What is no JSON is a file to be saved, or a picture that the reader draws.
        const drawn = path.endsWith("/drawing");
        if (answer.ok && type !== "" && !shown.test(type) && !drawn)
          expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment/);
        await answer.body?.cancel();
      }
    },
  );

  it.each(["/", "/cases/A-1", "/no-such-page", "/missing.js", "/api/nothing", "/api/%", "/enter", "/sign-in/nothing"])(
    "is on %s too, which no route answers",
    async (path) => {
      for (const method of ["GET", "POST", "OPTIONS"]) expect(policyOf(await server.ask(method, path)), method).toEqual([]);
    },
  );

  it("lets no evidence be a page of this server: its bytes are a file to be saved, in a sandbox, of a type that no browser draws", async () => {
    const listed = await server.ask("GET", "/api/cases/A-1/evidence/e1/file", { as: [...roles] });
    expect(listed.status).toBe(200);
    expect(await listed.text()).toBe(markup);
    expect(listed.headers.get("Content-Disposition")).toMatch(/^attachment/);
    expect(listed.headers.get("Content-Type")).not.toMatch(/html/);
    expect(listed.headers.get("Content-Security-Policy")).toContain("sandbox");
    const drawn = await server.ask("GET", "/api/cases/A-1/evidence/e1/drawing", { as: [...roles] });
    expect(drawn.headers.get("Content-Type")).toBe("application/octet-stream");
    expect(drawn.headers.get("Content-Security-Policy")).toContain("sandbox");
  });
});
