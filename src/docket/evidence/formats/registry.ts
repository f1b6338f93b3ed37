import { docx } from "./docx.js";
import { email } from "./email.js";
import type { EvidenceFormat } from "./format.js";
import { html } from "./html.js";
import { gif, jpeg, png, tiff, webp } from "./images.js";
import { odt } from "./odt.js";
import { pdf } from "./pdf.js";
import { pptx } from "./pptx.js";
import { text } from "./text.js";
import { xlsx } from "./xlsx.js";

/** Every kind of file that can be evidence. */
export const formats: readonly EvidenceFormat[] = [pdf, html, text, email, png, jpeg, gif, webp, tiff, docx, xlsx, pptx, odt];

/** The format of an id. */
export function formatOf(id: string): EvidenceFormat | undefined {
  return formats.find((one) => one.id === id);
}
