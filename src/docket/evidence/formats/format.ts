import type { ListedAttachment } from "../../../model/index.js";

/** The content of a file that somebody brings, with what is said of it. */
export interface Content {
  bytes: Uint8Array;
  /** Of a text, where its sender says so; a label as browsers know them. */
  encoding: string | undefined;
}

export interface Page {
  label: string;
  text: string;
}

/** What was read of a file. */
export interface Reading {
  /** What took the text out; null where a file of its kind has none. */
  extractor: string | null;
  pages: Page[];
  attachments: ListedAttachment[];
  /** What was noticed, in sentences. */
  remarks: string[];
}

/** A kind of file that can be evidence. */
export interface EvidenceFormat {
  id: string;
  /** With its article, such as "a PDF document". */
  title: string;
  specification: string;
  mediaType: string;
  /** Names of the type that senders use too. */
  alsoDeclared?: readonly string[];
  /** Endings of names that claim it, in lower case and without the dot. */
  extensions: readonly string[];
  /** Reads its content, which was found to be of this kind. Runs, opens and fetches nothing of it. */
  read(content: Content): Promise<Reading> | Reading;
}

/** A text cannot be taken out of a file, which is kept all the same: it is locked or damaged, or has too much. */
export class NoText extends Error {
  override name = "NoText";
}

/** A file is no evidence: what it says it is, it is not, or it would harm whoever opens it. */
export class RefusedContent extends Error {
  override name = "RefusedContent";
}

/** Text beyond this is not kept of one file. */
export const mostCharacters = 20_000_000;
export const mostPages = 5_000;

/** Collects pages within the bounds. */
export class Pages {
  readonly all: Page[] = [];
  private characters = 0;

  /** @throws NoText where it is more than is kept of one file */
  add(label: string, text: string): void {
    this.characters += text.length;
    if (this.characters > mostCharacters) throw new NoText(`it has more than ${mostCharacters} characters`);
    if (this.all.length === mostPages) throw new NoText(`it has more than ${mostPages} pages`);
    this.all.push({ label, text: plain(text) });
  }
}

/** A text without what is no text: control characters, halves of surrogate pairs. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, " ")
    .replace(/\p{Cs}/gu, "\uFFFD");
}
