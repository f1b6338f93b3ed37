import { createHash } from "node:crypto";
import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type SourceUpdate, UpdateReport } from "../../model/index.js";
import { readInForce } from "../import/editions.js";
import { importsFolder } from "../import/imports-folder.js";
import { sampleFormat } from "../import/sample-import.js";
import { publications } from "./publications.js";
import { cutting, type SampleAnswer, type SampleServer, sampleServer, sending, status } from "./sample-server.js";
import { updateReference } from "./update.js";

const first = `source x 2026-01\n${"party x-1 Anna\n".repeat(2000)}`;
const second = `source x 2026-02\n${"party x-1 Anna\n".repeat(2000)}party x-2 Works\n`;
const digestOf = (text: string) => createHash("sha256").update(text).digest("base64");

const servers: SampleServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

/** A data folder and a server; each call of `update` asks it once, or as often as it takes. */
async function setUp(...answers: SampleAnswer[]) {
  const into = await mkdtemp(join(tmpdir(), "beholden-update-"));
  const server = await sampleServer(...answers);
  servers.push(server);
  const publication = { source: "x", title: "X", url: `${server.origin}/x.txt`, size: "list" as const, maxBytes: 100_000 };
  const update = async (options: { pauses?: number[]; silence?: number; link?: RegExp; maxBytes?: number } = {}): Promise<SourceUpdate> => {
    const { pauses = [], silence = 5_000, ...changes } = options;
    const updates = await updateReference([{ ...publication, ...changes }], {
      into,
      importedOn: "2026-11-25",
      userAgent: "test",
      formats: [sampleFormat],
      patience: { silence, total: 20_000 },
      pauses,
    });
    const [report] = UpdateReport.parse({ schemaVersion: "1", updates }).updates;
    if (!report) throw new Error("no report");
    return report;
  };
  const edition = async () => (await readInForce(importsFolder(into))).get("x")?.source?.edition;
  return { into, server, update, edition };
}

describe("updateReference", () => {
  it("imports what is published, asks the next time whether it changed, and imports it again only when it has", async () => {
    const { server, update, edition } = await setUp(sending(first, '"1"'), sending(first, '"1"'), sending(second, '"2"'));
    expect(await update()).toMatchObject({ source: "x", outcome: "updated", import: { counts: { records: 2000 } } });
    expect(await edition()).toBe("2026-01");
    expect(await update()).toEqual({ source: "x", outcome: "unchanged", url: `${server.origin}/x.txt` });
    expect(await update()).toMatchObject({ outcome: "updated" });
    expect(await edition()).toBe("2026-02");
    expect(server.asked.map(({ ifNoneMatch }) => ifNoneMatch)).toEqual([undefined, '"1"', '"1"']);
  });

  it("tells by the bytes that nothing changed where the server has no conditions", async () => {
    const plain: SampleAnswer = (_request, response) => void response.end(first);
    const { update } = await setUp(plain);
    expect((await update()).outcome).toBe("updated");
    expect((await update()).outcome).toBe("unchanged");
  });

  it("goes on where the connection was cut, within one run", async () => {
    const { server, update, edition } = await setUp(cutting(first, '"1"', 5000), sending(first, '"1"'));
    expect(await update({ pauses: [1] })).toMatchObject({ outcome: "updated", resumedFrom: 5000 });
    expect(server.asked[1]).toMatchObject({ range: "bytes=5000-", ifRange: '"1"' });
    expect(await edition()).toBe("2026-01");
  });

  it("goes on in a later process, and leaves what was in force meanwhile", async () => {
    const { update, edition, into } = await setUp(sending(first, '"1"'), cutting(second, '"2"', 7000), sending(second, '"2"'));
    await update();
    expect(await update()).toMatchObject({ outcome: "failed", reason: expect.stringContaining("127.0.0.1") });
    expect(await edition()).toBe("2026-01");
    expect(await update()).toMatchObject({ outcome: "updated", resumedFrom: 7000 });
    expect(await edition()).toBe("2026-02");
    expect((await readdir(join(into, "downloads", "x"))).sort()).toEqual(["last.json"]);
  });

  it("begins anew where the file changed in between, or where the server cannot tell", async () => {
    const changed = await setUp(cutting(first, '"1"', 5000), sending(second, '"2"'));
    const report = await changed.update({ pauses: [1] });
    expect(report).toMatchObject({ outcome: "updated", import: { counts: { records: 2001, refused: 0 } } });
    expect(report.resumedFrom).toBeUndefined();
    const unknown = await setUp(cutting(first, undefined, 5000), sending(first, '"1"'));
    expect((await unknown.update({ pauses: [1] })).outcome).toBe("updated");
    expect(unknown.server.asked[1]?.range).toBeUndefined();
    const weak = await setUp(cutting(first, 'W/"1"', 5000), sending(first, 'W/"1"'));
    expect((await weak.update({ pauses: [1] })).outcome).toBe("updated");
    expect(weak.server.asked[1]?.range).toBeUndefined();
  });

  it("begins anew where the server resumes at the wrong place", async () => {
    const wrong: SampleAnswer = (_request, response) =>
      void response.writeHead(206, { etag: '"1"', "content-range": `bytes 9-${first.length - 1}/${first.length}` }).end(first.slice(9));
    const { update } = await setUp(cutting(first, '"1"', 5000), wrong, sending(first, '"1"'));
    expect(await update({ pauses: [1, 1] })).toMatchObject({ outcome: "updated", import: { counts: { records: 2000 } } });
  });

  it("checks the digest that the server states, of resumed files too", async () => {
    const good = await setUp(cutting(first, '"1"', 5000), sending(first, '"1"', { "repr-digest": `sha-256=:${digestOf(first)}:` }));
    expect(await good.update({ pauses: [1] })).toMatchObject({ outcome: "updated", resumedFrom: 5000 });
    const bad = await setUp(sending(first, '"1"'), sending(second, '"2"', { digest: `SHA-256=${digestOf(first)}` }));
    await bad.update();
    expect((await bad.update()).reason).toContain("has another SHA-256 than it says");
    expect(await bad.edition()).toBe("2026-01");
    expect(await readdir(join(bad.into, "downloads", "x"))).toEqual(["last.json"]);
  });

  it("tries again after a passing fault, and not after a lasting one", async () => {
    const passing = await setUp(status(500), status(503, { "retry-after": "0" }), sending(first, '"1"'));
    expect((await passing.update({ pauses: [1, 1] })).outcome).toBe("updated");
    const lasting = await setUp(status(404), sending(first, '"1"'));
    const report = await lasting.update({ pauses: [1, 1] });
    expect(report.reason).toContain("answers with status 404. The address may have changed");
    expect(lasting.server.asked).toHaveLength(1);
    const endless = await setUp(status(502));
    expect((await endless.update({ pauses: [1, 1] })).reason).toContain("status 502");
    expect(endless.server.asked).toHaveLength(3);
  });

  it("follows redirects, but not in circles and not to what is not HTTPS", async () => {
    const moved = await setUp(status(302, { location: "/y/z.txt" }), sending(first, '"1"'));
    expect((await moved.update()).outcome).toBe("updated");
    expect(moved.server.asked[1]?.path).toBe("/y/z.txt");
    const circle = await setUp(status(301, { location: "/x.txt" }));
    expect((await circle.update()).reason).toContain("redirects more than 5 times");
    expect(circle.server.asked).toHaveLength(6);
    const plain = await setUp(status(307, { location: "http://example.org/x.txt" }));
    expect((await plain.update()).reason).toContain("leads to http://example.org, which is not HTTPS");
  });

  it("gives a silent server up, also in the middle of a file, and goes on from there", async () => {
    const silent = await setUp(() => {});
    expect((await silent.update({ silence: 200 })).reason).toContain("sent nothing for 0.2 s");
    const stopping: SampleAnswer = (_request, response) => {
      response.writeHead(200, { etag: '"1"', "content-length": first.length });
      response.write(first.slice(0, 5000));
    };
    const stuck = await setUp(stopping, sending(first, '"1"'));
    expect(await stuck.update({ silence: 300, pauses: [1] })).toMatchObject({ outcome: "updated", resumedFrom: 5000 });
  });

  it("does not import a web page, another list, or what is too large", async () => {
    const page: SampleAnswer = (_request, response) => void response.end("<!DOCTYPE html><title>Down for maintenance</title>");
    const { update, edition } = await setUp(
      sending(first, '"1"'),
      page,
      sending("source y\nparty y-1 Other\n", '"2"'),
      sending(first, '"3"'),
      (_request, response) => void response.end("x".repeat(5000)),
    );
    await update();
    expect((await update()).reason).toContain("x.txt it is a web page, perhaps an error message instead of the list");
    expect((await update()).reason).toContain("holds y. Expected x.");
    expect((await update({ maxBytes: 1000 })).reason).toContain(`sends ${first.length} bytes or more. Expected at most 1000`);
    expect((await update({ maxBytes: 1000 })).reason).toContain("Expected at most 1000");
    expect(await edition()).toBe("2026-01");
  });

  it("takes the newest file that a page links to", async () => {
    const page: SampleAnswer = (_request, response) =>
      void response.end('<a href="x-2026-01-02.txt">old</a> <a href="x-2026-02-01.txt">new</a> <a href="x-2026-01-30.txt">old</a>');
    const { server, update } = await setUp(page, sending(first, '"1"'), (_request, response) => void response.end("nothing"));
    const link = /\bx-\d{4}-\d{2}-\d{2}\.txt\b/g;
    expect((await update({ link })).outcome).toBe("updated");
    expect(server.asked.map(({ path }) => path)).toEqual(["/x.txt", "/x-2026-02-01.txt"]);
    expect((await update({ link })).reason).toContain("names no file such as");
  });

  it("lets two updates at once wait for each other", async () => {
    const { update, server } = await setUp(sending(first, '"1"'));
    const outcomes = (await Promise.all([update(), update()])).map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual(["unchanged", "updated"]);
    expect(server.asked).toHaveLength(2);
  });
});

describe("publications", () => {
  it("are fetched over HTTPS, each source from one place", () => {
    const ids = publications.map(({ source }) => source);
    expect(new Set(ids).size).toBe(ids.length);
    expect(publications.every(({ url }) => url.startsWith("https://"))).toBe(true);
  });
});
