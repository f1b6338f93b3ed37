import { createHash } from "node:crypto";
import type { NewLetterFile } from "../docket/index.js";
import { Letter } from "../model/index.js";
import { inSchemaOrder } from "../report/json/schema-order.js";
import { letterForms } from "../report/letter/registry.js";

const pdfType = "application/pdf";
const width = 80;

/** A content with its digest, as a file of a letter. */
export function letterFile(
  content: Uint8Array | string,
  { name, role, mediaType }: { name: string; role: string; mediaType: string },
): NewLetterFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : Uint8Array.from(content);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file: { sha256, bytes: bytes.length, mediaType, name, role }, content: bytes };
}

/** A letter as JSON: what every form of it is drawn from. */
export function letterJson(letter: Letter): string {
  return `${JSON.stringify(inSchemaOrder(Letter, letter), null, 2)}\n`;
}

/** Forms in which an issued letter is kept, beside PDF. */
const keptForms = ["md", "html", "docx"] as const;

/**
 * Every file of an issued letter. Their names are its number, so that they tell nothing of its content.
 *
 * @param print prints a page as PDF; null where there is no Chromium
 */
export async function issuedFiles(letter: Letter, print: ((page: string) => Promise<Uint8Array>) | null): Promise<NewLetterFile[]> {
  const number = letter.issue?.number ?? "";
  const files = [letterFile(letterJson(letter), { name: `${number}.json`, role: "json", mediaType: "application/json" })];
  for (const form of keptForms) {
    const { mediaType, render } = await letterForms[form]();
    const content = await render(letter, { width });
    files.push(letterFile(content, { name: `${number}.${form}`, role: form, mediaType }));
    if (form === "html" && print)
      files.push(letterFile(await print(String(content)), { name: `${number}.pdf`, role: "pdf", mediaType: pdfType }));
  }
  return files;
}
