import { existsSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../package-root.js";
import { RefusedContent } from "./formats/format.js";
import { type BroughtFile, inspect } from "./inspect.js";
import { pdfOf, sampleDocx, sampleOdt, samplePdf, samplePng, samplePptx, sampleXlsx, sampleZip } from "./sample-files.js";
import { inspectApart } from "./thread.js";

const look = (name: string, bytes: Uint8Array | string, more: Partial<BroughtFile> = {}) =>
  inspect({ name, bytes: typeof bytes === "string" ? Buffer.from(bytes) : bytes, ...more });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "nothing was refused",
    (error: unknown) => (error instanceof RefusedContent ? error.message : String(error)),
  );
const texts = async (work: ReturnType<typeof look>) => (await work).text?.pages.map(({ label, text }) => [label, text.trim()]);

describe("what is read of evidence", () => {
  it("a PDF, page by page", async () => {
    const found = await look("a.pdf", samplePdf(["The first page\nof it", "The second page"]));
    expect(found).toMatchObject({ format: "pdf", mediaType: "application/pdf", remarks: [], attachments: [] });
    expect(found.text?.extractor).toMatch(/^pdf\.js 5\./);
    expect(found.text?.pages).toEqual([
      { label: "1", text: "The first page\nof it" },
      { label: "2", text: "The second page" },
    ]);
  });

  it("a PDF's pages without a text, its code and what it asks for are told", async () => {
    const script = { root: "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>" };
    expect((await look("a.pdf", samplePdf(["One", ""], script))).remarks).toEqual([
      "It holds JavaScript, which nothing here runs.",
      "Without a text, perhaps pictures of one: page 2.",
    ]);
  });

  it("a web page: what a reader sees, without scripts and styles", async () => {
    const page = `<!doctype html><html><head><title>Terms</title><style>p { color: red }</style><script>document.write("<p>made up</p>")</script></head>
      <body><h1>Keys &amp; custody</h1><p>The operator <b>keeps</b> the keys.</p><table><tr><td>Region</td><td>eu-1</td></tr></table><img src="http://example.org/x.png"></body></html>`;
    const found = await look("terms.html", page);
    expect(found.text?.pages).toEqual([{ label: "1", text: "Terms\nKeys & custody\nThe operator keeps the keys.\nRegion eu-1" }]);
    expect(found.remarks).toEqual(["It holds a script, which nothing here runs: what they would show is not in its text."]);
  });

  it.each<[string, Buffer, string | undefined, string]>([
    ["UTF-8", Buffer.from("naïve 审查"), undefined, "naïve 审查"],
    ["UTF-8 with its mark", Buffer.from("\uFEFFnaïve"), undefined, "naïve"],
    ["UTF-16 with its mark", Buffer.from("\uFEFF审查", "utf16le"), undefined, "审查"],
    ["windows-1252", Buffer.from("na\xefve", "latin1"), undefined, "naïve"],
    ["GB 18030", Buffer.from([0xc9, 0xf3, 0xb2, 0xe9]), "gb18030", "审查"],
  ])("a text in %s", async (_, bytes, encoding, text) => {
    const found = await look("a.txt", bytes, { encoding });
    expect(found).toMatchObject({ format: "text", text: { pages: [{ text }] } });
  });

  it("says where it had to assume how a text is encoded", async () => {
    expect((await look("a.txt", Buffer.from("na\xefve", "latin1"))).remarks).toEqual([
      expect.stringContaining("it was read as windows-1252"),
    ]);
    expect(await refusal(look("a.txt", "x", { encoding: "nonsense" }))).toMatch(/nonsense.*none.*utf-8/);
  });

  it("an e-mail: headers, text, and what is attached, unopened", async () => {
    const mail = [
      "From: Ana <ana@example.org>", "To: Ben <ben@example.org>", "Subject: =?utf-8?q?Sch=C3=BCssel?=", "Date: Tue, 3 Mar 2026 10:00:00 +0000",
      "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"', "", "--b", "Content-Type: text/plain; charset=utf-8", "", "The keys are ours.",
      "--b", "Content-Type: application/octet-stream", 'Content-Disposition: attachment; filename="run.exe"', "Content-Transfer-Encoding: base64", "", "TVo=", "--b--", "",
    ].join("\r\n"); // biome-ignore format: one line a header is no clearer
    const found = await look("letter.eml", mail);
    expect(found.format).toBe("email");
    expect(found.text?.pages[0]?.text).toContain("From: Ana <ana@example.org>\nTo: Ben <ben@example.org>");
    expect(found.text?.pages[0]?.text).toContain("Subject: Schüssel\n");
    expect(found.text?.pages[0]?.text).toContain("The keys are ours.");
    expect(found.attachments).toEqual([
      { name: "run.exe", mediaType: "application/octet-stream", bytes: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  it("pictures, which have no text", async () => {
    expect(await look("a.png", samplePng)).toMatchObject({ format: "png", text: null, remarks: [] });
    expect((await look("a.png", Buffer.concat([samplePng, Buffer.from("hidden")]))).remarks[0]).toMatch(/^6 bytes stand after the end/);
    const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
    expect(await look("a.gif", gif)).toMatchObject({ format: "gif", text: null });
  });

  it("a Word document: pages as they were laid out, footnotes apart, deleted text left out", async () => {
    const body =
      "<w:p><w:r><w:t>The op</w:t></w:r><w:r><w:t>erator</w:t><w:tab/><w:t>keeps keys</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>secret</w:delText></w:r></w:del></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Second page</w:t></w:r></w:p>";
    const file = await sampleDocx(body, [["word/footnotes.xml", "<w:footnotes><w:p><w:r><w:t>A note</w:t></w:r></w:p></w:footnotes>"]]);
    const found = await look("a.docx", file);
    expect(found.text?.pages.map(({ label, text }) => [label, text.trim()])).toEqual([
      ["1", "The operator\tkeeps keys"],
      ["2", "Second page"],
      ["footnotes", "A note"],
    ]);
    expect(found.remarks).toEqual([expect.stringMatching(/^Text that was deleted/)]);
  });

  it("tells macros, which nothing runs", async () => {
    const file = await sampleDocx("<w:p><w:r><w:t>Enable content</w:t></w:r></w:p>", [["word/vbaProject.bin", "x"]]);
    expect((await look("a.docx", file)).remarks).toEqual([expect.stringMatching(/^It holds macros/)]);
  });

  it("an Excel workbook, a page for each sheet", async () => {
    const file = await sampleXlsx(
      {
        Owners:
          '<row><c t="s"><v>0</v></c><c><v>51.5</v></c></row><row><c t="b"><v>1</v></c><c t="inlineStr"><is><t>in line</t></is></c></row>',
        Empty: "",
      },
      ["Examplia Fund"],
    );
    expect(await texts(look("a.xlsx", file))).toEqual([
      ["Owners", "Examplia Fund\t51.5\nTRUE\tin line"],
      ["Empty", ""],
    ]);
  });

  it("a presentation, its slides in their order with their notes", async () => {
    expect(await texts(look("a.pptx", await samplePptx(["One", "Two"], "said")))).toEqual([
      ["1", "One"],
      ["1 notes", "said"],
      ["2", "Two"],
    ]);
  });

  it("an OpenDocument text", async () => {
    const file = await sampleOdt(
      '<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Title</text:h><text:p>Two<text:s text:c="2"/>words</text:p><text:soft-page-break/><text:p>Next</text:p>',
    );
    expect(await texts(look("a.odt", file))).toEqual([
      ["1", "Title\nTwo  words"],
      ["2", "Next"],
    ]);
  });
});

describe("what a file claims to be", () => {
  it.each<[string, () => Buffer | Promise<Buffer>, RegExp]>([
    ["report.pdf", () => samplePng, /^report\.pdf claims to be a PDF document, and its content is a PNG picture\. .*\.png/],
    ["picture.png", () => samplePdf(["x"]), /claims to be a PNG picture, and its content is a PDF document/],
    ["letter.docx", () => sampleXlsx({ A: "" }, []), /claims to be a Word document .* content is an Excel workbook/],
    ["letter.docx", () => sampleZip([["a.txt", "x"]]), /content is ZIP \(application\/zip\)\. Expected a PDF document, /],
    ["a.pdf", () => Buffer.from("<html><script>x</script></html>"), /claims to be a PDF document, and its content is a web page/],
    ["a.html", () => Buffer.from("no tags here"), /claims to be a web page \(HTML\), and its content is a plain text/],
    ["setup.txt", () => Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]), /content is EXE/],
    ["a.txt", () => Buffer.from([0x61, 0, 0x62, 1, 2]), /no text, and no kind of file that is known/],
    ["a.txt", () => Buffer.alloc(0), /content is an empty file/],
    ["BMW.txt", () => Buffer.from("BM\u0001 is not a text"), /no text|BMP/],
    ["a.rtf", () => Buffer.from("{\\rtf1 x}"), /content is RTF/],
    ["a.doc", () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]), /content is CFB/],
    [
      "a.pdf",
      () => Buffer.concat([Buffer.from("GET / HTTP/1.0\n"), samplePdf(["x"])]),
      /a PDF document with something else in front of it/,
    ],
  ])("%s is refused where it is not, with what it is", async (name, bytes, message) => {
    expect(await refusal(look(name, await bytes()))).toMatch(message);
  });

  it("is held against what a sender declares too", async () => {
    expect(await refusal(look("a.png", samplePng, { declared: "image/jpeg" }))).toMatch(
      /declared as image\/jpeg, and its content is a PNG picture/,
    );
    expect(await look("a.png", samplePng, { declared: "image/png" })).toMatchObject({ format: "png" });
    expect(await look("a.csv", "a,b", { declared: "text/csv; charset=utf-8" })).toMatchObject({ format: "text" });
  });

  it("may be a text, whatever text it is; without a claim the content decides", async () => {
    expect(await look("page.txt", "<!doctype html><p>x</p>")).toMatchObject({ format: "text" });
    expect(await look("page", "<!doctype html><p>x</p>")).toMatchObject({ format: "html" });
  });

  it("is a text where it reads as one, though its first letters are the sign of something else", async () => {
    expect(await look("cars.txt", "BMW and MZ are names of cars.")).toMatchObject({ format: "text" });
  });

  it("is told where the file is two things at once", async () => {
    const zip = await sampleZip([["run.js", "x"]]);
    expect((await look("a.png", Buffer.concat([samplePng, zip]))).remarks.join(" ")).toContain("can be opened as a ZIP archive too");
    expect((await look("a.pdf", Buffer.concat([samplePdf(["x"]), zip]))).remarks.join(" ")).toContain("can be opened as a ZIP archive too");
  });
});

describe("a file that is made to harm", () => {
  it("is refused where it swells", async () => {
    const bomb = await sampleDocx(`<w:p><w:r><w:t>${" ".repeat(30 << 20)}</w:t></w:r></w:p>`);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(look("a.docx", bomb))).toMatch(/word\/document\.xml unpacks to more than a document may hold/);
  });

  it("is refused where it brings entities of its own, or nests without end", async () => {
    const parts = (document: string): [string, string][] => [
      [
        "[Content_Types].xml",
        '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ],
      ["word/document.xml", document],
    ];
    const entities = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document><w:t>&a;</w:t></w:document>';
    expect(await refusal(look("a.docx", await sampleZip(parts(entities))))).toMatch(/document type definition/);
    expect(await refusal(look("a.docx", await sampleZip(parts("<a>".repeat(300)))))).toMatch(/nested deeper than 256/);
  });

  it("is read at once where remarks without end stand before what it is", async () => {
    const began = process.cpuUsage().user;
    const bytes = Buffer.from(`${"<!---->".repeat(30)}x`);
    expect((await inspect({ name: "page", bytes })).format).toBe("text");
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(1);
  });

  it("is kept without its text where it is damaged or locked", async () => {
    const broken = samplePdf(["x"]).subarray(0, 200);
    expect(await look("a.pdf", broken)).toMatchObject({
      format: "pdf",
      text: null,
      remarks: [expect.stringContaining("Its text could not be read: it is damaged")],
    });
    const half = await sampleDocx("<w:p><w:r><w:t>x");
    expect(await look("a.docx", half)).toMatchObject({ format: "docx", text: null });
  });
});

describe("a thread that reads", () => {
  const worker = join(packageRoot(), "node_modules", ".evidence-worker", "worker.js");
  beforeAll(async () => {
    const entry = join(packageRoot(), "src/docket/evidence/evidence-worker.ts");
    await build({
      entryPoints: [entry],
      outfile: worker,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "silent",
    });
    expect(existsSync(worker)).toBe(true);
  });
  const apart = (name: string, bytes: Uint8Array, limits = { milliseconds: 30_000, megabytes: 512, unpackedMegabytes: 512 }) =>
    inspectApart({ name, bytes }, limits, worker);

  it("gives what is read here", async () => {
    const file = samplePdf(["The first page"]);
    expect(await apart("a.pdf", file)).toEqual(await look("a.pdf", file));
    expect(await refusal(apart("a.pdf", samplePng))).toMatch(/claims to be a PDF document/);
  });

  it("is ended where a file keeps it busy, and nothing is kept", async () => {
    const endless = samplePdf(Array.from({ length: 3000 }, () => "many words on a line\n".repeat(40)));
    const started = Date.now();
    expect(await refusal(apart("a.pdf", endless, { milliseconds: 300, megabytes: 512, unpackedMegabytes: 512 }))).toMatch(
      /took longer than 0\.3 seconds/,
    );
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it.each([
    ["once", 1],
    ["twice over", 2],
    ["four times over", 4],
  ])("is refused a stream that swells, packed %s, before it does", async (_, times) => {
    let packed: Buffer = Buffer.alloc(128 << 20, " ");
    for (let count = 0; count < times; count += 1) packed = deflateSync(packed);
    const filters = "/FlateDecode ".repeat(times);
    const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>`;
    const bytes = pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      page,
      `<< /Length ${packed.length} /Filter [${filters}] >>\nstream\n${packed.toString("latin1")}\nendstream`,
    ]);
    expect(bytes.length).toBeLessThan(300_000);
    const limits = { milliseconds: 30_000, megabytes: 512, unpackedMegabytes: 32 };
    expect(await refusal(apart("a.pdf", bytes, limits))).toMatch(/a\.pdf is not taken: it unpacks to more than 32 megabytes/);
  });

  it("survives a document that nests without end, or refers to itself", async () => {
    const nested = pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", `${"[".repeat(200_000)}${"]".repeat(200_000)}`]);
    const looped = pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>"]);
    for (const bytes of [nested, looped]) {
      const found = await apart("a.pdf", bytes).catch((error: Error) => error);
      expect(found instanceof RefusedContent || ("text" in found && found.text === null)).toBe(true);
    }
  });
});
