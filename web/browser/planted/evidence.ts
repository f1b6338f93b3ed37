import { sampleDocx, sampleOdt, samplePdf, samplePng, samplePptx, sampleXlsx } from "../../../src/docket/evidence/sample-files.js";
import { markOf, payload } from "./payload.js";

/** A file of a kind of evidence that is planted in its text, its headers or what describes the picture. */
type Made = (text: string, inXml: string) => Buffer | Promise<Buffer>;

const inXml = (text: string) =>
  [...text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")]
    .filter((one) => one >= " ")
    .join("");
const header = (text: string) => [...text].filter((one) => one >= " " && one <= "~").join("");

/** One of each kind, by its id, with its name: a new kind needs its line. */
export const evidenceFiles: Readonly<Record<string, { name: string; make: Made }>> = {
  pdf: {
    name: "terms.pdf",
    make: (text) => samplePdf([header(text), "Second page"], { root: "/OpenAction << /S /JavaScript /JS (window.planted=1) >>" }),
  },
  html: {
    name: "terms.html",
    make: (text) =>
      Buffer.from(
        `<!doctype html><html><head><title>${inXml(text)}</title><script>window.planted=1</script></head><body onload="window.planted=1">${inXml(text)}<img src=x onerror="window.planted=1"><a href="javascript:window.planted=1">link</a><iframe srcdoc="<script>parent.planted=1</script>"></iframe></body></html>`,
      ),
  },
  text: { name: "notes.txt", make: (text) => Buffer.from([...text].filter((one) => one >= " ").join("")) },
  email: {
    name: "letter.eml",
    make: (text) =>
      Buffer.from(
        [
          ...[`From: "${header(text).replaceAll('"', "")}" <ana@example.org>`, "To: Ben <ben@example.org>", `Subject: ${header(text)}`],
          ...["Date: Tue, 3 Mar 2026 10:00:00 +0000", "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"', "", "--b"],
          ...["Content-Type: text/html; charset=utf-8", "", `<p>${inXml(text)}</p><script>window.planted=1</script>`, "--b"],
          ...["Content-Type: text/html", `Content-Disposition: attachment; filename="${header(text).replaceAll(/["/\\]/g, "")}.html"`, ""],
          ...[header(text), "--b--", ""],
        ].join("\r\n"),
      ),
  },
  png: {
    name: "seal.png",
    make: (text) => Buffer.concat([samplePng.subarray(0, 33), chunk("tEXt", `Title\0${text}`), samplePng.subarray(33), Buffer.from(text)]),
  },
  jpeg: {
    name: "seal.jpg",
    make: (text) =>
      Buffer.concat([Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"), segment(text), Buffer.from("ffd9", "hex")]),
  },
  gif: {
    name: "seal.gif",
    make: (text) =>
      Buffer.concat([
        Buffer.from("R0lGODlhAQABAIAAAAAAAP///w==", "base64"),
        Buffer.from([0x21, 0xfe, 60]),
        Buffer.from(text).subarray(0, 60),
        Buffer.from([0]),
        Buffer.from("LAAAAAABAAEAAAIBRAA7", "base64"),
      ]),
  },
  webp: { name: "seal.webp", make: (text) => riff(text) },
  tiff: {
    name: "seal.tif",
    make: (text) =>
      Buffer.concat([
        Buffer.from("49492a0008000000", "hex"),
        Buffer.from([1, 0, 0x0e, 1, 2, 0, text.length, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0]),
        Buffer.from(text),
      ]),
  },
  docx: { name: "terms.docx", make: (_, text) => sampleDocx(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`) },
  xlsx: {
    name: "terms.xlsx",
    make: (_, text) => sampleXlsx({ [text.slice(0, 30).replaceAll(/[&;]/g, "")]: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }, [text]),
  },
  pptx: { name: "terms.pptx", make: (_, text) => samplePptx([text], text) },
  odt: { name: "terms.odt", make: (_, text) => sampleOdt(`<text:p>${text}</text:p>`) },
};

/** The planted file of a kind. */
export async function plantedEvidence(kind: string): Promise<{ name: string; bytes: Buffer }> {
  const one = evidenceFiles[kind];
  if (!one) throw new Error(`there is no fixture of ${kind}: evidence.ts has one line for each kind`);
  const text = payload(markOf(`evidence ${kind}`));
  return { name: one.name, bytes: await one.make(text, inXml(text)) };
}

function chunk(type: string, content: string): Buffer {
  const bytes = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, Buffer.from(type), bytes, Buffer.alloc(4)]);
}

function segment(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([0xff, 0xfe, 0, bytes.length + 2]), bytes]);
}

function riff(text: string): Buffer {
  const exif = Buffer.from(text.length % 2 ? `${text} ` : text, "latin1");
  const body = Buffer.concat([
    Buffer.from("WEBPVP8L"),
    Buffer.from("0a0000002f000000", "hex"),
    Buffer.from("0000000000000000", "hex").subarray(0, 6),
    Buffer.from("EXIF"),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(exif.length);
  const all = Buffer.concat([body, size, exif]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(all.length);
  return Buffer.concat([Buffer.from("RIFF"), length, all]);
}
