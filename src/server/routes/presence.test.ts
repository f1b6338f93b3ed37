import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SampleServer, sampleServer } from "../sample-server.js";

let server: SampleServer;
beforeAll(async () => {
  server = await sampleServer();
});
afterAll(() => server.stop());

const on = async (by: string, page: string, more: object = {}) => {
  const answer = await server.ask("POST", "/api/presence", { by, body: { page, ...more } });
  return answer.status === 200 ? ((await answer.json()) as { others: string[] }).others : answer.status;
};

describe("presence over HTTP", () => {
  it("tells two people on one page of each other, until one leaves, and records nothing", async () => {
    const before = (await server.docket.read((view) => view.head())).number;
    expect(await on("ana", "/cases/A-1/docket")).toEqual([]);
    expect(await on("ben", "/cases/A-1/docket")).toEqual(["ana"]);
    expect(await on("ben", "/cases/A-1/letters/l1")).toEqual([]);
    expect(await on("ben", "/cases/A-1/docket", { leaves: true })).toEqual([]);
    expect(await on("ana", "/cases/A-1/docket")).toEqual([]);
    expect((await server.docket.read((view) => view.head())).number).toBe(before);
  });

  it("is of pages of cases alone, and for whoever may read them", async () => {
    expect(await on("ana", "/settings")).toBe(422);
    expect(await on("ana", "/cases/A-1/docket?filter=x")).toBe(422);
    expect((await server.ask("POST", "/api/presence", { as: ["administrator"], body: { page: "/cases/A-1" } })).status).toBe(403);
    expect((await server.ask("POST", "/api/presence", { as: null, body: { page: "/cases/A-1" } })).status).toBe(401);
  });
});
