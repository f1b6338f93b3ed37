import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CasesOfReview, FindingHistory, ReachDetail, ReviewOutline, ReviewShelf, ShelvedReview, WithoutStep } from "../model/index.js";
import { disputeHead } from "../report/dispute.js";
import { type SampleServer, sampleServer } from "./sample-server.js";

let server: SampleServer;
beforeAll(async () => {
  server = await sampleServer({ keepsReviews: true });
});
afterAll(() => server.stop());

const bucket = 'resource "alicloud_oss_bucket" "archive" {\n  bucket = "archive"\n}\n';

function folderOf(files: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) form.append("files", new File([content], name));
  return form;
}

async function send(form: FormData, query = "", as: "analyst" | "reader" = "analyst") {
  return server.ask("POST", `/api/reviews/files${query}`, { body: form, as: [as] });
}

const shelf = async (as: "analyst" | "reader") => (await (await server.ask("GET", "/api/reviews", { as: [as] })).json()) as ReviewShelf;

it("reviews a folder that is sent under its name, keeps the review and not the files", async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith("beholden-work-"));
  const answer = await send(folderOf({ "shop/infra/main.tf": bucket, "shop/.env": "SECRET_KEY=hunter2-hunter2\n" }), "?asOf=2026-11-01");
  expect(answer.status).toBe(201);
  const made = (await answer.json()) as ShelvedReview;
  expect(made).toMatchObject({
    origin: { kind: "files", path: "shop" },
    asOf: "2026-11-01",
    by: "Ana Ruiz",
    handling: "internal",
    again: false,
  });
  const outline = (await (await server.ask("GET", `/api/reviews/${made.id}`)).json()) as ReviewOutline;
  expect(outline.review.providers.map(({ id }) => id)).toContain("alibaba-cloud");
  const whole = await (await server.ask("GET", `/api/reviews/${made.id}/whole`)).text();
  expect(whole).not.toContain("hunter2");
  expect(whole).not.toContain("beholden-work-");
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith("beholden-work-")).length).toBeLessThanOrEqual(before.length);
  const impact = await server.ask("GET", `/api/reviews/${made.id}/impact?block=alibaba-cloud`);
  expect([impact.status, await impact.text()]).toEqual([422, expect.stringContaining("not kept")]);
});

it("shows a restricted review to nobody who sees less, counts it, and records that it was read", async () => {
  const made = (await (await send(folderOf({ "main.tf": bucket }), "?handling=restricted")).json()) as ShelvedReview;
  expect((await shelf("analyst")).reviews.map(({ id }) => id)).toContain(made.id);
  const seen = await shelf("reader");
  expect([seen.reviews.map(({ id }) => id).includes(made.id), seen.withheld]).toEqual([false, 1]);
  for (const path of [
    "",
    "/whole",
    "/findings/x",
    "/findings/x/history",
    "/reaches/1/without/1",
    "/reaches/1",
    "/left-open",
    `/changes-since/${made.id}`,
    "/suppose?with=M04",
    "/impact?block=CN",
  ])
    expect((await server.ask("GET", `/api/reviews/${made.id}${path}`, { as: ["reader"] })).status, path).toBe(403);
  await server.ask("GET", `/api/reviews/${made.id}`);
  const record = await (await server.ask("GET", "/api/record?act=item-read")).text();
  expect(record).toContain(made.id);
});

it("keeps nothing for who may not, nor above what one sees, nor what leads out of the upload", async () => {
  expect((await send(folderOf({ "main.tf": bucket }), "", "reader")).status).toBe(403);
  expect((await send(folderOf({ "../../etc/passwd": "x" }))).status).toBe(422);
  expect((await send(new FormData())).status).toBeGreaterThanOrEqual(400);
});

it("supposes measures and cuts off in a folder of this machine, and answers others meanwhile", async () => {
  mkdirSync(join(server.folder, "shop"));
  writeFileSync(join(server.folder, "shop", "main.tf"), bucket);
  const made = (await (await server.ask("POST", "/api/reviews", { body: { folder: "shop", asOf: "2026-11-01" } })).json()) as ShelvedReview;
  expect(made).toMatchObject({ again: true });
  const working = server.ask("GET", `/api/reviews/${made.id}/impact?block=alibaba-cloud,CN`);
  expect((await server.ask("GET", "/api/health")).status).toBe(200);
  const impact = (await (await working).json()) as { impacts: unknown[]; comparison: unknown };
  expect([impact.impacts.length, impact.comparison === null]).toEqual([2, false]);
  const supposed = await server.ask("GET", `/api/reviews/${made.id}/suppose?with=M04`);
  expect(supposed.status).toBe(200);
  expect((await server.ask("GET", `/api/reviews/${made.id}/suppose?with=M99`)).status).toBe(422);
});

it("says what would be otherwise without a step, in which cases a review is, and what was decided on it there", async () => {
  const made = (await (await send(folderOf({ "cases/main.tf": bucket }), "?asOf=2025-11-01")).json()) as ShelvedReview;
  const get = async (path: string) => (await server.ask("GET", path, { as: ["analyst"] })).json();
  const without = (await get(`/api/reviews/${made.id}/reaches/1/without/1`)) as WithoutStep;
  const outline = (await get(`/api/reviews/${made.id}`)) as ReviewOutline;
  expect(without.reaches.length + without.unchanged).toBe(outline.review.reaches.length);
  expect(without.reaches[0]?.number).toBe(1);
  expect((await server.ask("GET", `/api/reviews/${made.id}/reaches/1/without/99`, { as: ["analyst"] })).status).toBe(404);
  const { notCited } = (await get(`/api/reviews/${made.id}/reaches/1`)) as ReachDetail;
  expect(notCited.length).toBeGreaterThan(0);
  for (const { why } of notCited) expect(why).toMatch(/^(not in force on|it compels|it names the same power)/);

  expect(await get(`/api/review-cases/${made.id}`)).toEqual({ schemaVersion: "1", cases: [], withheld: 0 });
  await server.ask("POST", "/api/cases", { body: { id: "K-1", caption: "Acme" } });
  const result = new FormData();
  result.append("result", new File([await (await server.ask("GET", `/api/reviews/${made.id}/whole`)).text()], "result.json"));
  expect((await server.ask("POST", "/api/cases/K-1/runs", { body: result })).status).toBe(201);
  const [finding] = outline.review.findings;
  const decision = { title: "Accepted for now", run: "r1", outcome: "not-prohibited", findings: [finding?.id], until: "2026-03-01" };
  expect((await server.ask("POST", "/api/cases/K-1/decisions", { body: decision })).status).toBe(422);
  const owned = { ...decision, owner: "Ben Okafor", grounds: "the archive moves in February" };
  expect((await server.ask("POST", "/api/cases/K-1/decisions", { body: owned })).status).toBe(201);
  const restricted = { ...owned, title: "Quillwort", handling: "restricted" };
  expect((await server.ask("POST", "/api/cases/K-1/decisions", { body: restricted })).status).toBe(201);
  const history = (await get(`/api/reviews/${made.id}/findings/${finding?.id}/history`)) as FindingHistory;
  expect(history.reviews.find(({ id }) => id === made.id)).toMatchObject({
    ...{ asOf: "2025-11-01", finding: { outcome: finding?.outcome, status: finding?.status } },
  });
  const note = { text: `${disputeHead({ hop: 1, reach: 1, run: "r1", review: made.id })} is disputed.` };
  for (const text of [note.text, "Hop over to the register"]) await server.ask("POST", "/api/cases/K-1/notes", { body: { text } });
  const told = (await get(`/api/review-cases/${made.id}`)) as CasesOfReview;
  expect(told.cases).toMatchObject([
    { id: "K-1", run: "r1", decisions: [{ id: "d1", until: "2026-03-01", standing: { status: "proposed" } }] },
  ]);
  expect(told.cases[0]?.disputes).toMatchObject([{ hop: 1, reach: 1, ...note, by: "Ana Ruiz" }]);
  expect([told.withheld, JSON.stringify(told).includes("Quillwort")]).toEqual([1, false]);
});
