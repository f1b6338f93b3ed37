import { isUtf8 } from "node:buffer";
import { ImportError } from "./format.js";

const greaterThan = 0x3e;
/** In bytes: no token of XML may be longer either. */
const maxTogether = 4 * 1024 * 1024;

const encodings = new Map([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["us-ascii", "utf-8"],
  ["iso-8859-1", "windows-1252"],
  ["windows-1252", "windows-1252"],
]);

/**
 * The text of an XML file in pieces, by its byte order mark or its declared encoding; UTF-8 where it has neither. Pieces of UTF-8 end
 * with a tag where they can, so that whoever reads them need not put texts together, which costs more than all the rest.
 */
export async function* readCharacters(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let convert: Conversion | undefined;
  let before = Buffer.alloc(0);
  for await (const piece of bytes) {
    if (convert) {
      yield convert(piece, false);
      continue;
    }
    before = Buffer.concat([before, piece]);
    // The declaration stands in the first line; 256 bytes hold every one that is seen in practice.
    if (before.length < 256) continue;
    convert = conversionOf(before);
    yield convert(before, false);
  }
  if (convert) yield convert(new Uint8Array(0), true);
  else yield conversionOf(before)(before, true);
}

type Conversion = (piece: Uint8Array, last: boolean) => string;

function conversionOf(start: Buffer): Conversion {
  if (start[0] === 0xff && start[1] === 0xfe) return decodeAs("utf-16le");
  if (start[0] === 0xfe && start[1] === 0xff) return decodeAs("utf-16be");
  const declared = /^(?:\u00EF\u00BB\u00BF)?<\?xml\s[^>]*?encoding\s*=\s*["']([^"'<>]{1,40})["']/.exec(
    start.toString("latin1", 0, 256),
  )?.[1];
  const encoding = encodings.get(declared?.toLowerCase() ?? "utf-8");
  if (!encoding) {
    throw new ImportError(
      `the XML declares the encoding ${declared}. Expected UTF-8, UTF-16, ISO-8859-1 or windows-1252: convert the file.`,
    );
  }
  return encoding === "utf-8" ? decodeUtf8() : decodeAs(encoding);
}

function decodeUtf8(): Conversion {
  let rest = Buffer.alloc(0);
  let first = true;
  return (piece, last) => {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    const end = last ? bytes.length : bytes.lastIndexOf(greaterThan) + 1;
    if (bytes.length - end > maxTogether) throw new ImportError("the XML has a tag or text that runs on without an end: it is no list.");
    // A copy, since whoever gives the pieces may fill the same memory again.
    rest = Buffer.from(bytes.subarray(end));
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) throw notText("UTF-8");
    const text = whole.toString("utf8");
    const start = first && text.startsWith("\uFEFF") ? 1 : 0;
    if (text !== "") first = false;
    return text.slice(start);
  };
}

function decodeAs(encoding: string): Conversion {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (piece, last) => {
    try {
      return decoder.decode(piece, { stream: !last });
    } catch (cause) {
      throw notText(encoding.toUpperCase(), cause);
    }
  };
}

function notText(encoding: string, cause?: unknown): ImportError {
  return new ImportError(`the XML is not ${encoding} text: a byte in it is damaged, or the file is cut off.`, { cause });
}
