import { describe, expect, it } from "vitest";
import { usualLimits } from "./limits.js";
import { receiveUpload } from "./upload.js";

const part = (name: string) => `--x\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\na\r\n`;
const sent = (parts: string, type = "multipart/form-data; boundary=x") =>
  new Request("http://127.0.0.1/", { method: "POST", body: `${parts}--x--\r\n`, headers: { "Content-Type": type } });
const received = (request: Request) =>
  receiveUpload(request, { files: { description: "files", many: true } }, { ...usualLimits, files: 2 });

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
