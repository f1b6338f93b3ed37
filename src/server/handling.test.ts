import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPerson } from "../docket/index.js";
import type { RecordLine, Role } from "../model/index.js";
import { type SampleServer, sampleServer } from "./sample-server.js";

describe("the record, as far as one may see what it says", () => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await sampleServer();
    await server.ask("POST", "/api/cases", { body: { id: "A-1", caption: "Acme secret" } });
    const eve = { id: "eve", name: "Eve", email: "eve@example.gov", roles: ["reader" as const] };
    await addPerson(server.docket, eve, { by: "boss", at: "2025-12-01T15:00:00.000Z", reason: "order 7" });
  });
  afterAll(() => server.stop());

  async function record(as: Role[]) {
    const answer = await server.ask("GET", "/api/record", { as });
    return (await answer.json()) as { lines: RecordLine[]; withheld: number; head: { digest: string } };
  }
  const told = (lines: RecordLine[]) => lines.filter(({ changed }) => changed.length > 0).map(({ object }) => object);

  it("shows an auditor people and no case, and the whole chain", async () => {
    const { lines, withheld, head } = await record(["auditor"]);
    expect(told(lines)).toEqual(["person eve"]);
    expect(withheld).toBe(lines.length - 1);
    expect(JSON.stringify(lines)).not.toContain("Acme secret");
    let previous = "0".repeat(64);
    for (const { number, content, digest } of lines) {
      const place = `{"content":"${content}","number":${number},"previous":"${previous}"}`;
      expect(createHash("sha256").update(place).digest("hex")).toBe(digest);
      previous = digest;
    }
    expect(previous).toBe(head.digest);
  });

  it("shows a reader cases and nothing of people", async () => {
    const { lines, withheld } = await record(["reader"]);
    expect(told(lines)).toContain("case A-1");
    expect(withheld).toBe(1);
    expect(JSON.stringify(lines)).not.toMatch(/eve@example\.gov|order 7/);
  });
});
