import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type SampleServer, sampleServer } from "./sample-server.js";

let server: SampleServer;
let result: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  server = await sampleServer();
  await server.ask("POST", "/api/cases", { body: { id: "A-1", caption: "Acme" } });
  result = new Uint8Array(await (await server.ask("GET", "/api/dossiers/alibaba-cloud?asOf=2025-11-01")).arrayBuffer());
}, 60_000);
afterAll(() => server.stop());

function attach(content: Uint8Array<ArrayBuffer>, query = "", headers: Record<string, string> = {}): Promise<Response> {
  const form = new FormData();
  form.append("result", new File([content], "dossier.json"));
  return server.ask("POST", `/api/cases/A-1/runs${query}`, { body: form, headers });
}

it("attaches a saved result beside the server, once for one key, and keeps its bytes", async () => {
  const made = await attach(result, "?title=The%20dossier&handling=public", { "Idempotency-Key": "once" });
  expect([made.status, await made.json()]).toMatchObject([201, { case: "A-1", repeated: false }]);
  expect(await (await attach(result, "?title=The%20dossier&handling=public", { "Idempotency-Key": "once" })).json()).toMatchObject({
    repeated: true,
  });
  const { runs } = (await (await server.ask("GET", "/api/cases/A-1")).json()) as { runs: unknown[] };
  expect(runs).toMatchObject([{ id: "r1", title: "The dossier", handling: "public" }]);
  const kept = new Uint8Array(await (await server.ask("GET", "/api/cases/A-1/runs/r1/result")).arrayBuffer());
  expect(Buffer.compare(kept, result)).toBe(0);
}, 60_000);

it("refuses what is no result, and another file than was said, in the words of the command", async () => {
  const wrong = await attach(new TextEncoder().encode('{"a": 1}'));
  expect([wrong.status, await wrong.json()]).toMatchObject([422, { title: expect.stringContaining("is no result of beholden") }]);
  const other = createHash("sha256").update("x").digest("hex");
  const changed = await attach(result, `?sha256=${other}`);
  expect([changed.status, await changed.json()]).toMatchObject([422, { title: expect.stringContaining(other) }]);
}, 60_000);
