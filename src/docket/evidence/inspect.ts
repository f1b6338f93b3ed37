import type { ListedAttachment } from "../../model/index.js";
import { type EvidenceFormat, NoText, type Page, RefusedContent } from "./formats/format.js";
import { formats } from "./formats/registry.js";
import { type Found, polyglotRemarks, sniff } from "./sniff.js";

/** A file as it is brought. */
export interface BroughtFile {
  /** Its name; what its ending claims is held against its content. */
  name: string;
  bytes: Uint8Array;
  /** The media type that the sender declares, if any. */
  declared?: string | undefined;
  /** How a text is encoded, where the sender knows. */
  encoding?: string | undefined;
}

/** What was found in a file. */
export interface Inspected {
  format: string;
  mediaType: string;
  /** Null where it has no text. */
  text: { extractor: string; pages: Page[] } | null;
  attachments: ListedAttachment[];
  remarks: string[];
}

/**
 * Holds what a file claims to be against what it is, and reads its text. Nothing in it is run, opened or fetched.
 *
 * @throws RefusedContent, with what is wrong and what to do, for a file that is no evidence
 */
export async function inspect({ name, bytes, declared, encoding }: BroughtFile): Promise<Inspected> {
  const found = await sniff(bytes, encoding);
  const format = agreed(found, name, declared);
  const remarks = polyglotRemarks(bytes, format);
  try {
    const reading = await format.read({ bytes, encoding });
    const text = reading.extractor === null ? null : { extractor: reading.extractor, pages: reading.pages };
    return { ...base(format), text, attachments: reading.attachments, remarks: bounded([...remarks, ...reading.remarks]) };
  } catch (error) {
    if (error instanceof RefusedContent) throw new RefusedContent(`${name} is not taken: ${error.message}.`);
    if (!(error instanceof NoText)) throw error;
    return { ...base(format), text: null, attachments: [], remarks: bounded([...remarks, noTextRemark(error.message)]) };
  }
}

/** What is said of a file that is kept without its text. */
export function noTextRemark(reason: string): string {
  return `Its text could not be read: ${reason}. The file is kept as it is, and no quote can be found in it.`;
}

function base({ id, mediaType }: EvidenceFormat) {
  return { format: id, mediaType };
}

function bounded(remarks: string[]): string[] {
  return remarks.slice(0, 100).map((one) => (one.length > 1000 ? `${one.slice(0, 999)}…` : one));
}

/** The one format that name, declaration and content agree on. */
function agreed(found: Found, name: string, declared: string | undefined): EvidenceFormat {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  const claimed = ending === undefined ? undefined : formats.find(({ extensions }) => extensions.includes(ending));
  if ("other" in found) {
    const claim = claimed ? ` claims to be ${claimed.title}, and` : "'s";
    throw new RefusedContent(
      `${name}${claim} ${claimed ? "its " : ""}content is ${found.other}. Expected ${formats.map(({ title }) => title).join(", ")}. Save it as one of these, such as PDF.`,
    );
  }
  const asText = claimed?.id === "text" && isWritten(found.format);
  const format = asText ? claimed : found.format;
  if (claimed && claimed !== format)
    throw new RefusedContent(
      `${name} claims to be ${claimed.title}, and its content is ${format.title}. If that is what it should be, give it the ending .${format.extensions[0]}; else ask where it came from for the right file.`,
    );
  checkDeclared(name, format, declared);
  return format;
}

/** Every page and mail is a text too, where somebody wants it as one. */
function isWritten({ id }: EvidenceFormat): boolean {
  return id === "html" || id === "email" || id === "text";
}

function checkDeclared(name: string, format: EvidenceFormat, declared: string | undefined): void {
  const type = declared?.split(";", 1)[0]?.trim().toLowerCase();
  if (!type || type === "application/octet-stream") return;
  if ([format.mediaType, ...(format.alsoDeclared ?? [])].includes(type)) return;
  if (type.startsWith("text/") && format.id === "text") return;
  throw new RefusedContent(`${name} was declared as ${type}, and its content is ${format.title} (${format.mediaType}). Nothing was kept.`);
}
