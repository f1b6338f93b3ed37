import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { NamedParties, ScreenDecisions } from "../../model/index.js";
import { sampleReview } from "../../report/sample-review.js";
import { openDesk } from "../../reviews/desk.js";
import { type SampleServer, sampleServer } from "../sample-server.js";

let server: SampleServer;
beforeAll(async () => {
  server = await sampleServer({ keepsReviews: true });
});
afterAll(() => server.stop());

const named = async () => (await (await server.ask("GET", "/api/parties")).json()) as NamedParties;

it("names every party of every kept review, however many there are, and opens each review once", async () => {
  const { shelf } = openDesk(server.folder, null);
  const party = (id: string) => ({ id, name: id.toUpperCase(), kind: "entity" as const, jurisdiction: null });
  for (let number = 1; number <= 60; number += 1) {
    const review = {
      ...sampleReview,
      subject: { ...sampleReview.subject, name: `Folder ${number}` },
      parties: [party("everywhere"), party(`only-${number}`)],
    };
    await shelf.keep(review, {
      origin: { kind: "files", path: "x" },
      kept: `2026-11-01T00:00:${String(number % 60).padStart(2, "0")}.000Z`,
      by: null,
      handling: "internal",
    });
  }
  let told = await named();
  // Each answer goes on where the one before ended.
  for (let before = 0; told.left > 0 && told.read > before; told = await named()) before = told.read;
  expect([told.read, told.left, told.parties.length]).toEqual([60, 0, 61]);
  expect(told.parties.find(({ id }) => id === "everywhere")?.reviews).toHaveLength(60);
  expect(told.parties.find(({ id }) => id === "only-1")?.reviews.map(({ subject }) => subject)).toEqual(["Folder 1"]);
  expect(readdirSync(join(server.folder, "reviews")).filter((name) => name.endsWith(".parties.json"))).toHaveLength(60);
});

it("tells what was decided on a party, the latest first, with the name that was screened and the editions", async () => {
  const matches = ["q0123456789ab:acme-inc:nabcdef"];
  for (const [as, why] of [
    ["same", "The same number."],
    ["different", "Another number after all."],
  ]) {
    const body = { matches, as, why, name: "Acme Ltd" };
    expect((await server.ask("POST", "/api/screen/decisions", { body, headers: { "Idempotency-Key": `${as}-0123456789` } })).status).toBe(
      201,
    );
  }
  const told = async (query: string) =>
    ((await (await server.ask("GET", `/api/screen/decisions?${query}`)).json()) as ScreenDecisions).decisions;
  expect(await told("party=acme-inc")).toEqual([
    expect.objectContaining({ decision: "different", by: "Ana Ruiz", screened: "Acme Ltd", replaced: false }),
    expect.objectContaining({ decision: "same", why: "The same number.", replaced: true }),
  ]);
  expect((await told("name=Acme%20Ltd"))[0]?.editions).toEqual({ reference: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  expect(await told("party=somebody-else")).toEqual([]);
});
