import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ListedAttachment } from "../../../model/index.js";
import { type EvidenceFormat, mostPages, NoText, Pages } from "./format.js";

/** Pages without a text that are named. */
const mostNamed = 20;

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
type Document = Awaited<ReturnType<Pdfjs["getDocument"]>["promise"]>;

/**
 * A PDF document, through pdf.js: no code in it runs, no font of it is loaded, nothing is fetched.
 *
 * @see https://www.iso.org/standard/75839.html
 */
export const pdf: EvidenceFormat = {
  id: "pdf",
  title: "a PDF document",
  specification: "https://www.iso.org/standard/75839.html",
  mediaType: "application/pdf",
  alsoDeclared: ["application/x-pdf"],
  extensions: ["pdf"],

  async read({ bytes }) {
    const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const document = await opened(pdfjs, bytes);
    try {
      if (document.numPages > mostPages) throw new NoText(`it has ${document.numPages} pages, more than ${mostPages}`);
      const pages = new Pages();
      const labels = await document.getPageLabels().catch(() => null);
      for (let number = 1; number <= document.numPages; number++)
        pages.add(labels?.[number - 1] || String(number), await pageText(document, number));
      const attachments = await attachedTo(document);
      const remarks = [
        ...(await codeRemarks(document)),
        ...emptyRemarks(pages.all.map(({ text }) => text)),
        ...attachmentRemarks(attachments),
      ];
      return { extractor: `pdf.js ${pdfjs.version}`, pages: pages.all, attachments, remarks };
    } finally {
      await document.destroy();
    }
  },
};

async function opened(pdfjs: Pdfjs, bytes: Uint8Array): Promise<Document> {
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  try {
    return await pdfjs.getDocument({
      // pdf.js takes what it is given for its own.
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      useWorkerFetch: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWasm: false,
      enableXfa: false,
      isOffscreenCanvasSupported: false,
      maxImageSize: 1,
      verbosity: 0,
      // How the characters of East Asian fonts are told, out of the package itself.
      cMapUrl: `${join(folder, "cmaps")}/`,
      cMapPacked: true,
    }).promise;
  } catch (error) {
    if ((error as Error).name === "PasswordException") throw new NoText("it is locked with a password");
    throw new NoText(`it is damaged: ${(error as Error).message}`);
  }
}

async function pageText(document: Document, number: number): Promise<string> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    page.cleanup();
    return items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("");
  } catch (error) {
    throw new NoText(`its page ${number} is damaged: ${(error as Error).message}`);
  }
}

async function codeRemarks(document: Document): Promise<string[]> {
  const actions = await document.getJSActions().catch(() => null);
  const opening = await document.getOpenAction().catch(() => null);
  return [
    ...(actions ? ["It holds JavaScript, which nothing here runs."] : []),
    ...(opening && "action" in opening ? ["It asks its reader to do something when it is opened; nothing here does it."] : []),
  ];
}

async function attachedTo(document: Document): Promise<ListedAttachment[]> {
  const attached = (await document.getAttachments().catch(() => null)) as Record<
    string,
    { filename?: string; content?: Uint8Array }
  > | null;
  return Object.entries(attached ?? {})
    .slice(0, 1000)
    .map(([key, { filename, content }]) => ({
      name: (filename || key || "without a name").slice(0, 255),
      mediaType: "application/octet-stream",
      bytes: content?.length ?? 0,
      sha256: content ? createHash("sha256").update(content).digest("hex") : null,
    }));
}

function attachmentRemarks(attachments: ListedAttachment[]): string[] {
  return attachments.length > 0 ? ["Files are attached to it; they are listed and not opened."] : [];
}

function emptyRemarks(texts: string[]): string[] {
  const empty = texts.flatMap((text, index) => (text.trim() === "" ? [index + 1] : []));
  if (empty.length === 0) return [];
  if (empty.length === texts.length) return ["None of its pages has a text: they may be pictures of one. No quote can be found in it."];
  const named = empty.slice(0, mostNamed).join(", ");
  return [
    `Without a text, perhaps pictures of one: ${empty.length === 1 ? "page" : "pages"} ${named}${empty.length > mostNamed ? " and more" : ""}.`,
  ];
}
