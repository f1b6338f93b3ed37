import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../../package-root.js";
import { type SampleServer, sampleServer } from "../sample-server.js";

let server: SampleServer;
beforeAll(async () => {
  server = await sampleServer();
});
afterAll(() => server.stop());

it.each(["json", "text"])("tells as %s what the reference is, and not in which folders of the server it lies", async (format) => {
  const answer = await server.ask("GET", `/api/reference?format=${format}`, { as: ["reader"] });
  const text = await answer.text();
  expect([answer.status, text.includes("edition")]).toEqual([200, true]);
  for (const folder of [packageRoot(), server.folder]) expect(text).not.toContain(folder);
});
