import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addNote, listCases, openDocket, recordPage, showCase } from "../docket/index.js";
import type { ShownCase } from "../model/index.js";
import { type SampleServer, sampleServer } from "./sample-server.js";

let server: SampleServer;
let now = "2025-12-01T15:00:00.000Z";
beforeAll(async () => {
  server = await sampleServer({ clock: () => new Date(now) });
  for (const id of ["A-1", "A-2"]) await server.ask("POST", "/api/cases", { body: { id, caption: `Review ${id}` } });
});
afterAll(() => server.stop());

const ask = (path: string, more: Parameters<SampleServer["ask"]>[2] = {}) => server.ask("GET", path, more);
type Shown = ShownCase & { withheld: number };
const json = async (path: string, more: Parameters<SampleServer["ask"]>[2] = {}) => (await ask(path, more)).json() as Promise<Shown>;
const did = async (path: string, body: unknown) => expect((await server.ask("POST", path, { body })).status).toBe(201);

/** Things that people do, each of which changes what something shows. */
const work: [string, () => Promise<unknown>][] = [
  ["a note in the case", () => did("/api/cases/A-1/notes", { text: "a call" })],
  ["a note in another case", () => did("/api/cases/A-2/notes", { text: "another call" })],
  ["an event", () => did("/api/cases/A-1/events", { event: "review-started", on: "2025-11-03" })],
  ["another caption", () => server.ask("PATCH", "/api/cases/A-1", { body: { caption: "Review of Acme" } })],
  ["a fact", () => did("/api/cases/A-1/facts", { text: "Acme is in Delaware.", handling: "business-confidential" })],
  ["a new case", () => did("/api/cases", { id: "A-3", caption: "A third" })],
  [
    "a note by another program",
    async () => {
      const other = await openDocket(join(server.folder, "docket.db"), { create: false });
      await addNote(other, "A-1", "from elsewhere", { by: "Ben Okafor", at: now });
      await other.close();
    },
  ],
  ["the next day", async () => (now = "2025-12-02T15:00:00.000Z")],
];

describe("answers that are kept", () => {
  it.each(work)("are those that would be made now, after %s", async (_, happens) => {
    const look = async () => {
      // Once to keep it, once to be given it again.
      for (let turn = 0; turn < 2; turn++) {
        const made = await server.docket.read(async (view) => ({
          case: await showCase(view, "A-1", { at: now }),
          list: await listCases(view, { at: now }, { limit: 200 }),
          record: (await recordPage(view, { case: "A-1", limit: 200 })).lines,
          head: await view.head(),
        }));
        expect(await json("/api/cases/A-1")).toMatchObject(made.case);
        expect(await json("/api/cases")).toEqual(made.list);
        expect(await json("/api/cases/A-1/record")).toMatchObject({
          head: made.head,
          lines: made.record.map(({ digest }) => ({ digest })),
        });
      }
    };
    await look();
    await happens();
    await look();
  });

  it("are each reader's own: what is above a mark does not come from what somebody else was shown", async () => {
    const [all, some] = [await json("/api/cases/A-1", { as: ["analyst"] }), await json("/api/cases/A-1", { as: ["reader"] })];
    expect([all.evidence.withoutEvidence, all.withheld]).toMatchObject([[{ fact: { text: "Acme is in Delaware." } }], 0]);
    expect([some.evidence.withoutEvidence, some.withheld]).toEqual([[], 1]);
    expect(await json("/api/cases/A-1", { as: ["analyst"] })).toEqual(all);
    expect((await ask("/api/cases/A-1", { as: ["administrator"] })).status).toBe(403);
  });

  it("are not sent again to whoever has them, until anything is recorded", async () => {
    const first = await ask("/api/cases/A-1");
    const tag = first.headers.get("ETag") ?? "";
    const had = (path: string, etag: string) => ask(path, { headers: { "If-None-Match": etag } });
    const again = await had("/api/cases/A-1", `"other", ${tag}`);
    expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", tag]);
    expect((await had("/api/cases/A-2", tag)).status).toBe(200);
    expect((await ask("/api/cases/A-1", { as: ["reader"], headers: { "If-None-Match": tag } })).status).toBe(200);
    await did("/api/cases/A-2/notes", { text: "elsewhere" });
    const later = await had("/api/cases/A-1", tag);
    expect(later.status).toBe(200);
    const [before, after] = (await Promise.all([first.json(), later.json()])) as [Shown, Shown];
    expect(after).toEqual({ ...before, head: { number: before.head.number + 1, digest: expect.any(String) } });
  });

  it("name the version that a change is made on", async () => {
    const tag = (await ask("/api/cases/A-1")).headers.get("ETag") ?? "";
    const change = (caption: string) => server.ask("PATCH", "/api/cases/A-1", { body: { caption }, headers: { "If-Match": tag } });
    expect((await change("Mine")).status).toBe(200);
    expect((await change("Theirs")).status).toBe(409);
  });
});
