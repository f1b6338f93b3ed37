import { createHash } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Unreadable } from "./format.js";
import { FileOnDisk } from "./input-file.js";
import { sampleFolder } from "./sample-folder.js";

interface Opened {
  file: FileOnDisk;
  problems: string[];
}

function open(content: string | Buffer, name = "x.log"): Opened {
  const problems: string[] = [];
  const file = new FileOnDisk(name, join(sampleFolder({ [name]: content }), name), (problem) =>
    problems.push(`${problem.code}:${problem.line}`),
  );
  return { file, problems };
}

async function linesOf(file: FileOnDisk): Promise<[number, string][]> {
  const lines: [number, string][] = [];
  for await (const { number, text } of file.lines()) lines.push([number, text]);
  return lines;
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

describe("FileOnDisk", () => {
  it.each([
    ["UTF-8", Buffer.from('{"é": 1}')],
    ["UTF-8 with a mark", Buffer.from('\uFEFF{"é": 1}')],
    ["UTF-16 little end first", Buffer.from('\uFEFF{"é": 1}', "utf16le")],
    ["UTF-16 big end first", Buffer.from('\uFEFF{"é": 1}', "utf16le").swap16()],
    ["gzip", gzipSync('{"é": 1}')],
    ["gzip of UTF-16", gzipSync(Buffer.from('\uFEFF{"é": 1}', "utf16le"))],
  ])("reads %s", async (_name, bytes) => {
    const { file, problems } = open(bytes);
    expect(file.head).toBe('{"é": 1}');
    expect(await file.text()).toBe('{"é": 1}');
    expect(await linesOf(file)).toEqual([[1, '{"é": 1}']]);
    expect(await file.sha256()).toBe(sha256(bytes));
    expect(file.isBinary).toBe(false);
    expect(problems).toEqual([]);
  });

  it("splits lines as a person counts them, whatever the pieces they come in", async () => {
    const line = fc.string({ unit: fc.constantFrom("a", "é", "😀", " ", "\t"), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.constantFrom("\n", "\r\n"), fc.boolean(), async (lines, feed, compressed) => {
        const text = lines.map((one) => `${one}x${feed}`).join("");
        const { file } = open(compressed ? gzipSync(text) : Buffer.from(text));
        expect(await linesOf(file)).toEqual(lines.map((one, index) => [index + 1, `${one}x`]));
      }),
      { numRuns: 40 },
    );
  });

  it("gives lines of a file of many pieces whole", async () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `${index} é ${"x".repeat(index % 50)}`);
    const { file } = open(lines.join("\n"));
    const read = await linesOf(file);
    expect(read.length).toBe(lines.length);
    expect(read.every(([number, text]) => text === lines[number - 1])).toBe(true);
    expect(await file.sha256()).toBe(sha256(lines.join("\n")));
  });

  it("skips an overlong line, says so once, and reads the others", async () => {
    const { file, problems } = open(`first\n${"x".repeat(50 * 1024 * 1024)}\nthird\n${"y".repeat(2 * 1024 * 1024)}`);
    const before = process.memoryUsage().rss;
    expect(await linesOf(file)).toEqual([
      [1, "first"],
      [3, "third"],
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    expect(problems).toEqual(["line-too-long:2", "line-too-long:4"]);
  });

  it("reads on after bytes that are no text, and names the first line that has them", async () => {
    const bytes = Buffer.concat([Buffer.from("good\nb"), Buffer.from([0xff, 0xfe]), Buffer.from("d\nlast"), Buffer.from([0xc3])]);
    const { file, problems } = open(bytes);
    expect(await file.text()).toBe("good\nb\uFFFD\uFFFDd\nlast\uFFFD");
    expect((await linesOf(file)).map(([, text]) => text)).toEqual(["good", "b\uFFFD\uFFFDd", "last\uFFFD"]);
    expect(problems).toEqual(["text-not-utf8:2", "text-not-utf8:2"]);
  });

  it("knows binaries by their NUL bytes, compressed ones too", () => {
    expect(open(Buffer.from([0x7f, 0x45, 0, 0])).file.isBinary).toBe(true);
    expect(open(gzipSync(Buffer.from([1, 0, 0, 2]))).file.isBinary).toBe(true);
  });

  it("stops a gzip bomb with what stood before it", async () => {
    const bomb = gzipSync(`first\n${`${" ".repeat(1023)}\n`.repeat(100 * 1024)}`, { level: 9 });
    const { file } = open(bomb, "flow.log.gz");
    await expect(file.text()).rejects.toMatchObject({ problem: { code: "gzip-expands-too-much" } });
    let first = "";
    const reading = (async () => {
      for await (const { number, text } of file.lines()) if (number === 1) first = text;
    })();
    await expect(reading).rejects.toBeInstanceOf(Unreadable);
    expect(first).toBe("first");
    expect(file.name).toBe("flow.log");
    expect(await file.sha256()).toBe(sha256(bomb));
  });

  it("reads what it can of a gzip file that ends too early", async () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => `row ${index} ${(index * 7919) % 10007}`);
    const { file } = open(gzipSync(rows.join("\n")).subarray(0, 150_000));
    const read: string[] = [];
    const reading = (async () => {
      for await (const { text } of file.lines()) read.push(text);
    })();
    await expect(reading).rejects.toMatchObject({ problem: { code: "gzip-truncated" } });
    expect(read.length).toBeGreaterThan(10_000);
    expect(read).toEqual(rows.slice(0, read.length));
  });

  it("leaves a gzip file early without harm", async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => `row ${index} ${(index * 7919) % 10007}`).join("\n");
    const { file } = open(gzipSync(rows));
    for await (const { text } of file.lines()) {
      expect(text).toBe("row 0 0");
      break;
    }
    expect(await file.sha256()).toBe(sha256(gzipSync(rows)));
  });

  it("reads an empty file", async () => {
    const { file, problems } = open("");
    expect(await file.text()).toBe("");
    expect(await linesOf(file)).toEqual([]);
    expect(await file.sha256()).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(problems).toEqual([]);
  });
});
