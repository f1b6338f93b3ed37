import { fileTypeFromBuffer } from "file-type";
import { decodeText } from "./formats/decode.js";
import type { EvidenceFormat } from "./formats/format.js";
import { formatOf } from "./formats/registry.js";

/** What a content was found to be: a kind of evidence, or something else, by what people call it. */
export type Found = { format: EvidenceFormat } | { other: string };

/** Names of file types, where they are not ours. */
const ours: Record<string, string> = { jpg: "jpeg", tif: "tiff", docm: "docx", xlsm: "xlsx", pptm: "pptx" };
/** Types that are written in letters, and are no text to read. */
const written = new Set(["rtf", "ps", "eps"]);
/** How far is looked for what makes an e-mail, or a second kind of file. */
const startBytes = 4096;
const tailBytes = 66_000;

/** Finds out what a content is, by itself; what it is called plays no part. */
export async function sniff(bytes: Uint8Array, encoding: string | undefined): Promise<Found> {
  if (bytes.length === 0) return { other: "an empty file" };
  const typed = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const kind = textKind(bytes, encoding);
  // The signs of some types are two letters that begin a sentence too.
  if (typed && (kind === null || formatOf(ours[typed.ext] ?? typed.ext) || written.has(typed.ext))) {
    const format = formatOf(ours[typed.ext] ?? typed.ext);
    return format ? { format } : { other: `${typed.ext.toUpperCase()} (${typed.mime})` };
  }
  const start = Buffer.from(bytes.subarray(0, startBytes)).toString("latin1");
  if (start.includes("%PDF-")) return { other: "a PDF document with something else in front of it" };
  const format = formatOf(kind ?? "");
  return format ? { format } : { other: "no text, and no kind of file that is known" };
}

function textKind(bytes: Uint8Array, encoding: string | undefined): "email" | "html" | "text" | null {
  const start = decodeText(bytes.subarray(0, startBytes), encoding).text.replace(/^\uFEFF/, "");
  if (binary.test(decodeText(bytes, encoding).text)) return null;
  if (isMail(start)) return "email";
  if (
    /^\s*(<\?xml[^>]{0,200}\?>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<(!doctype\s+html|html|head|body|title|meta|div|p|h1|article|main|section|table)\b/i.test(
      start,
    )
  )
    return "html";
  return "text";
}

/** What no text holds: control characters other than space, and than the next line of old mainframes. */
const binary = /[^\P{Cc}\s\u{85}]/u;

/** Headers from the first line on, with at least two that every mail has. */
function isMail(start: string): boolean {
  const head = start.split(/\r?\n\r?\n/, 1)[0] ?? "";
  const lines = head.split(/\r?\n/);
  if (!lines.every((line) => /^([!-9;-~]{1,70}:|[ \t])/.test(line) || line === lines.at(-1))) return false;
  const known = new Set(["from", "to", "date", "subject", "message-id", "received", "return-path", "mime-version", "delivered-to"]);
  const names = new Set(lines.map((line) => /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase() ?? ""));
  return [...names].filter((name) => known.has(name)).length >= 2;
}

/** Whether a content is something else besides what it was found to be, so that programs may differ about it. */
export function polyglotRemarks(bytes: Uint8Array, { id }: EvidenceFormat): string[] {
  const start = Buffer.from(bytes.subarray(0, startBytes)).toString("latin1");
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - tailBytes)));
  const zipped = ["docx", "xlsx", "pptx", "odt"].includes(id);
  const letters = ["text", "html", "email"].includes(id);
  const picture = ["png", "jpeg", "gif", "webp", "tiff"].includes(id);
  const also: string[] = [];
  if (!zipped && tail.includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]))) also.push("a ZIP archive");
  if (id !== "pdf" && !letters && start.includes("%PDF-")) also.push("a PDF document");
  if (picture && /<(script|html|svg|\?php)\b/i.test(start)) also.push("a web page or a script");
  return also.length > 0 ? [`It can be opened as ${also.join(" and ")} too: programs may differ about what it is.`] : [];
}
