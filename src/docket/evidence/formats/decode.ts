import { RefusedContent } from "./format.js";

/** A text with what it was read as. */
export interface Decoded {
  text: string;
  encoding: string;
  /** Where neither a mark nor a label said how it is encoded, and it is not UTF-8. */
  assumed: boolean;
}

/**
 * Reads the bytes of a text: by its byte order mark, by the label that is given, as UTF-8, or else as windows-1252.
 *
 * @throws RefusedContent for a label that is no encoding
 * @see https://encoding.spec.whatwg.org/
 */
export function decodeText(bytes: Uint8Array, label: string | undefined): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: decoderOf(marked).decode(bytes), encoding: marked, assumed: false };
  if (label) {
    const decoder = decoderOf(label);
    return { text: decoder.decode(bytes), encoding: decoder.encoding, assumed: false };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8", assumed: false };
  } catch {
    return { text: decoderOf("windows-1252").decode(bytes), encoding: "windows-1252", assumed: true };
  }
}

/** What to say of how a text was read; nothing where it was sure. */
export function encodingRemarks({ encoding, assumed, text }: Decoded): string[] {
  return [
    ...(assumed ? [`It does not say how its text is encoded: it was read as ${encoding}. --encoding names another one.`] : []),
    ...(!assumed && text.includes("\uFFFD") ? [`Some of its bytes are none of ${encoding}; they stand as \uFFFD.`] : []),
  ];
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label);
  } catch {
    throw new RefusedContent(`its encoding is given as ${label}, which is none. Expected one such as utf-8, windows-1252 or gb18030`);
  }
}
