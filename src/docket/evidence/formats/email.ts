import { createHash } from "node:crypto";
import PostalMime, { type Address, type Email } from "postal-mime";
import { type EvidenceFormat, NoText, Pages } from "./format.js";
import { htmlText } from "./html-text.js";

const mostAttachments = 1000;

/**
 * An e-mail as it was sent: headers and text. Attachments are listed with their digests and not opened.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5322
 */
export const email: EvidenceFormat = {
  id: "email",
  title: "an e-mail (.eml)",
  specification: "https://www.rfc-editor.org/rfc/rfc5322",
  mediaType: "message/rfc822",
  extensions: ["eml"],

  async read({ bytes }) {
    const mail = await parsed(bytes);
    const written = mail.html === undefined ? null : htmlText(mail.html).text;
    const pages = new Pages();
    pages.add("message", `${headerLines(mail).join("\n")}\n\n${mail.text ?? written ?? ""}`);
    if (mail.text !== undefined && written !== null) pages.add("HTML part", written);
    const listed = mail.attachments.slice(0, mostAttachments).map(({ filename, mimeType, content }) => {
      const data = typeof content === "string" ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
      return {
        name: (filename ?? "without a name").slice(0, 255),
        mediaType: mimeType.slice(0, 200),
        bytes: data.length,
        sha256: createHash("sha256").update(data).digest("hex"),
      };
    });
    const more = mail.attachments.length - listed.length;
    const remarks = [
      ...(listed.length > 0 ? ["Its attachments are listed and not opened: what matters in one is evidence of its own."] : []),
      ...(more > 0 ? [`It has ${more} attachments more than are listed.`] : []),
      ...(headersOf(mail, "from").length > 1 ? ["It names more than one sender: it may have been made to mislead."] : []),
    ];
    return { extractor: "postal-mime 4", pages: pages.all, attachments: listed, remarks };
  },
};

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 30, maxHeadersSize: 1 << 20, attachmentEncoding: "arraybuffer" });
  } catch (error) {
    throw new NoText((error as Error).message);
  }
}

function headersOf(mail: Email, key: string): string[] {
  return mail.headers.filter((one) => one.key === key).map(({ value }) => value);
}

function headerLines(mail: Email): string[] {
  const people = (label: string, all: Address[] | undefined) => (all?.length ? [`${label}: ${all.map(person).join(", ")}`] : []);
  const value = (label: string, key: string) => headersOf(mail, key).map((one) => `${label}: ${one}`);
  return [
    ...people("From", mail.from ? [mail.from] : undefined),
    ...people("To", mail.to),
    ...people("Cc", mail.cc),
    ...value("Date", "date"),
    ...(mail.subject === undefined ? [] : [`Subject: ${mail.subject}`]),
    ...value("Message-ID", "message-id"),
    ...value("Received", "received"),
  ];
}

function person({ name, address, group }: Address): string {
  if (group) return `${name}: ${group.map(person).join(", ")}`;
  return name ? `${name} <${address}>` : (address ?? "");
}
