import { afterAll, beforeAll, expect, it } from "vitest";
import { type SampleServer, sampleServer } from "../sample-server.js";

let server: SampleServer;
beforeAll(async () => {
  server = await sampleServer();
  await server.ask("POST", "/api/cases", { body: { id: "A-1", caption: "Acme" } });
});
afterAll(() => server.stop());

const json = async (method: string, path: string, more: Parameters<SampleServer["ask"]>[2] = {}) => {
  const answer = await server.ask(method, path, more);
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
};
const terraform = 'resource "alicloud_oss_bucket" "b" {\n  bucket = "b"\n}\n';
const form = (fields: Record<string, [name: string, text: string]>) => {
  const made = new FormData();
  for (const [field, [name, text]] of Object.entries(fields)) made.append(field, new File([text], name));
  return made;
};

it("reviews files and attaches the result, once by its key, and takes a draft determination as a decision", async () => {
  const send = () =>
    json("POST", "/api/cases/A-1/runs/review?asOf=2025-12-01&title=Now", {
      body: form({ files: ["main.tf", terraform] }),
      headers: { "Idempotency-Key": "k-1" },
    });
  expect(await send()).toMatchObject({ status: 201, json: { object: "r1", did: "run-attached", repeated: false } });
  expect((await send()).json).toMatchObject({ object: "r1", repeated: true });
  const { json: shown } = await json("GET", "/api/cases/A-1/runs/r1");
  expect(shown).toMatchObject({ run: { title: "Now", source: "run-here", asOf: "2025-12-01" }, inputs: [{ path: "main.tf" }] });

  const result = await (await server.ask("GET", "/api/cases/A-1/runs/r1/result")).text();
  const draft = await json("POST", "/api/determination", { body: form({ review: ["review.json", result] }) });
  expect(draft.status).toBe(200);
  const proposed = await json("POST", "/api/cases/A-1/decisions", { body: { title: "Determination", run: "r1", draft: draft.json } });
  expect(proposed).toMatchObject({ status: 201, json: { object: "d1" } });
  const { json: decision } = await json("GET", "/api/cases/A-1/decisions/d1");
  expect(decision).toMatchObject({ decision: { outcome: draft.json.outcome, draft: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  const wrong = await json("POST", "/api/cases/A-1/decisions", { body: { title: "X", run: "r1", draft: { outcome: "prohibited" } } });
  expect([wrong.status, String(wrong.json.title)]).toEqual([422, expect.stringContaining("no draft of a determination")]);
  expect((await json("POST", "/api/cases/A-1/decisions", { body: { title: "X", run: "r1" } })).status).toBe(422);
}, 60_000);

it("makes a dossier and attaches it, and names the candidates where it is not clear of whom", async () => {
  const made = await json("POST", "/api/cases/A-1/runs/dossier", {
    body: { provider: "selectel", handling: "restricted", asOf: "2025-12-01" },
  });
  expect(made).toMatchObject({ status: 201, json: { object: "r2" } });
  expect((await json("POST", "/api/cases/A-1/runs/dossier", { body: { provider: "nobody at all" } })).status).toBeGreaterThanOrEqual(404);
  expect((await json("POST", "/api/cases/A-1/runs/dossier", { body: { provider: "--help" } })).status).toBe(422);
  expect((await json("POST", "/api/cases/A-1/runs/review", { body: form({}) })).status).toBe(422);
}, 60_000);
