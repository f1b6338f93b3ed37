import { mkdirSync, readdirSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type SampleServer, sampleServer } from "../sample-server.js";

let server: SampleServer;
beforeAll(async () => {
  server = await sampleServer();
  await server.ask("POST", "/api/cases", { body: { id: "A-1", caption: "Acme" } });
});
afterAll(() => server.stop());

function openBackups(): string[] {
  const names = readdirSync("/proc/self/fd").map((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`);
    } catch {
      return "";
    }
  });
  return names.filter((name) => name.includes("/backups/"));
}

it.runIf(process.platform === "linux")("keeps no file open of which nobody reads the content", async () => {
  mkdirSync(join(server.folder, "backups"));
  writeFileSync(join(server.folder, "backups", "docket-2025-12-01T00Z.zip"), new Uint8Array(4 << 20));
  for (let time = 0; time < 3; time += 1) {
    const answer = await server.ask("HEAD", "/api/backups/docket-2025-12-01T00Z.zip", { as: ["clerk"] });
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "application/zip"]);
  }
  await expect.poll(openBackups).toEqual([]);
});
