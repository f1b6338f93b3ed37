import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles } from "../model/index.js";
import { usualLimits } from "./limits.js";
import { routes } from "./routes/registry.js";
import { type SampleServer, sampleServer } from "./sample-server.js";
import { receiveUpload } from "./upload.js";
import { UploadRoom } from "./upload-room.js";

const part = (name: string) => `--x\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\na\r\n`;
const sent = (parts: string, type = "multipart/form-data; boundary=x") =>
  new Request("http://127.0.0.1/", { method: "POST", body: `${parts}--x--\r\n`, headers: { "Content-Type": type } });
const received = (request: Request) =>
  receiveUpload(
    request,
    { files: { description: "files", many: true } },
    { ...usualLimits, files: 2 },
    new UploadRoom(10_000_000, 10_000_000).open("Ana"),
  );

describe("every route that takes files", () => {
  let small: SampleServer;
  beforeAll(async () => {
    small = await sampleServer({ limits: { upload: 4_000, session: { burst: 1_000, perSecond: 1_000 } } });
    await small.ask("POST", "/api/cases", { body: { id: "A-1", caption: "Acme" } });
  });
  afterAll(() => small.stop());

  it.each(routes.filter(({ upload }) => upload).map((one) => [one.method, one.path, one] as const))(
    "%s %s has the bound, and says what it is",
    async (method, path, { upload }) => {
      const [field = ""] = Object.keys(upload ?? {});
      const form = new FormData();
      form.append(field, new File(["x".repeat(5_000)], "large.json"));
      const answer = await small.ask(method, path.replace("{case}", "A-1"), { as: [...roles], body: form });
      expect([answer.status, ((await answer.json()) as { title: string }).title]).toEqual([413, "The body is larger than 3 KiB."]);
    },
  );
});

describe("an upload", () => {
  it.each(["multipart/form-data; boundary=x", 'multipart/form-data; charset=utf-8; boundary="x"', "Multipart/Form-Data; Boundary=x ; a=b"])(
    "is read as %s",
    async (type) => {
      const upload = await received(sent(part("a") + part("b"), type));
      expect(upload.files.get("files")).toEqual(["files/a", "files/b"]);
      await upload.remove();
    },
  );

  it("is refused with more files than it may have", async () => {
    await expect(received(sent(part("a") + part("b") + part("c")))).rejects.toMatchObject({ status: 413 });
  });

  it("is refused for its many parts before they are read", async () => {
    const began = process.cpuUsage();
    await expect(received(sent(part("a").repeat(100_000)))).rejects.toMatchObject({ status: 413 });
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(1);
  });

  it("is no form without a boundary", async () => {
    await expect(received(sent(part("a"), "multipart/form-data"))).rejects.toMatchObject({ status: 400 });
  });
});

describe("uploads together", () => {
  it("hold what has come, of one caller and of all, until they are done", () => {
    const room = new UploadRoom(100, 60);
    const [ana, other, ben] = [room.open("Ana"), room.open("Ana"), room.open("Ben")];
    ana.take(40);
    expect(() => other.take(30)).toThrow("You send more than 60 bytes of files at once.");
    other.take(20);
    ben.take(40);
    expect(() => ben.take(1)).toThrow("The server is taking in as many files of others as it can hold.");
    ana.free();
    ana.free();
    ben.take(20);
    other.free();
    expect(() => room.open("Cho").take(41)).toThrow("as many files of others");
    ben.free();
    room.open("Cho").take(60);
  });

  let server: SampleServer;
  beforeAll(async () => {
    server = await sampleServer({ limits: { uploads: 3_000, uploadsOfOne: 2_000 } });
    await server.ask("POST", "/api/cases", { body: { id: "A-1", caption: "Acme" } });
  });
  afterAll(() => server.stop());

  const add = (by: string, bytes: number) => {
    const form = new FormData();
    form.append("file", new File(["a".repeat(bytes)], "note.txt"));
    return server.ask("POST", "/api/cases/A-1/evidence", { by, body: form });
  };

  it("are refused with a time to come back where there is no room, and taken then", async () => {
    const answer = await add("Ana", 2_500);
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "5"]);
    expect(await answer.json()).toMatchObject({ code: "busy", action: expect.stringContaining("nothing of it was recorded") });
    for (let turn = 0; turn < 3; turn++) expect((await add("Ana", 1_000)).status).toBe(201);
  });
});
