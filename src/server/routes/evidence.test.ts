import { afterAll, beforeAll, expect, it } from "vitest";
import { addEvidence, takeQuote } from "../../docket/index.js";
import { type SampleServer, sampleServer } from "../sample-server.js";

const doing = { by: "Ana Ruiz", at: "2026-11-27T10:00:00.000Z" };
let server: SampleServer;
beforeAll(async () => {
  server = await sampleServer();
  await server.ask("POST", "/api/cases", { body: { id: "A-1", caption: "Acme" } });
  const text = (words: string) => Buffer.from(`Terms as they stand. ${words} They end with the agreement.`);
  await addEvidence(server.docket, "A-1", { name: "open.txt", bytes: text("Keys are ours."), title: "Open" }, doing);
  await addEvidence(server.docket, "A-1", { name: "closed.txt", bytes: text("A secret."), title: "Closed", handling: "restricted" }, doing);
  await takeQuote(server.docket, "A-1", "e2", { exact: "A secret." }, doing);
});
afterAll(() => server.stop());

async function ask(...request: Parameters<SampleServer["ask"]>): Promise<{ status: number; json: unknown }> {
  const answer = await server.ask(...request);
  const isJson = answer.headers.get("Content-Type")?.includes("json");
  return { status: answer.status, json: isJson ? await answer.json() : null };
}

const reads = async () => {
  const entries = await server.docket.read((view) => view.entries({ case: "A-1" }));
  return entries.filter(({ body }) => body.object.kind === "read").map(({ body }) => [body.act, (body.after as { item: string }).item]);
};

it("shows a reader what is open, counts what is not, and gives nothing of that", async () => {
  const list = await ask("GET", "/api/cases/A-1/evidence", { as: ["reader"] });
  expect(list.status).toBe(200);
  expect(JSON.stringify(list.json)).toContain("Open");
  expect(JSON.stringify(list.json)).not.toMatch(/Closed|secret/);
  expect(list.json).toMatchObject({ withheld: 2 });
  for (const end of ["", "?page=1", "/file", "/file?part=text"])
    expect((await ask("GET", `/api/cases/A-1/evidence/e2${end}`, { as: ["reader"] })).status, end).toBe(403);
  expect(await reads()).toEqual([]);
});

it("makes an entry of every reading of what is restricted, and of every file that is taken out", async () => {
  const shown = await ask("GET", "/api/cases/A-1/evidence/e2?page=1", { as: ["analyst"] });
  expect(shown.json).toMatchObject({ item: { title: "Closed" }, pages: [{ page: 1 }], quotes: [{ id: "A-1/q1" }] });
  expect((await ask("GET", "/api/cases/A-1/evidence/e1/file", { as: ["reader"] })).status).toBe(200);
  expect(await reads()).toEqual([
    ["item-read", "evidence e2"],
    ["item-read", "quote q1"],
    ["exported", "evidence e1"],
  ]);
});

it("states facts and re-checks quotes", async () => {
  const stated = await ask("POST", "/api/cases/A-1/facts", { as: ["analyst"], body: { text: "Nobody says so." } });
  expect([stated.status, stated.json]).toEqual([201, expect.objectContaining({ id: "A-1/f1" })]);
  const checked = await ask("POST", "/api/cases/A-1/quotes/recheck", { as: ["analyst"], body: { record: false } });
  expect(checked.json).toMatchObject({ recorded: false, checks: [{ check: { outcome: "found" } }] });
  const missing = await ask("POST", "/api/cases/A-1/evidence/e1/quotes", { as: ["analyst"], body: { exact: "not there" } });
  expect(missing.status).toBe(409);
});

it("leaves out of the record what was open when it was recorded, and is not any more", async () => {
  const record = async () => JSON.stringify((await ask("GET", "/api/cases/A-1/record", { as: ["reader"] })).json);
  expect(await record()).toContain("Open");
  await ask("POST", "/api/cases/A-1/evidence/e1/handling", { as: ["analyst"], body: { handling: "restricted" } });
  expect(await record()).not.toContain("Open");
});
