import type { EvidenceFormat } from "./format.js";

/** A picture: it is kept, and has no text here. */
function image(id: string, title: string, specification: string, extensions: string[], end?: (bytes: Buffer) => number): EvidenceFormat {
  return {
    id,
    title,
    specification,
    mediaType: `image/${id}`,
    extensions,
    read({ bytes }) {
      const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const after = end ? end(content) : content.length;
      const remarks =
        after < 0
          ? ["Its end is missing: it may be cut off."]
          : after < content.length
            ? [`${content.length - after} bytes stand after the end of the picture. They are kept with it and nothing was done with them.`]
            : [];
      return { extractor: null, pages: [], attachments: [], remarks };
    },
  };
}

/** The first place after a mark, looked for from the end; -1 without it. */
function afterLast(bytes: Buffer, mark: Buffer): number {
  const at = bytes.lastIndexOf(mark);
  return at < 0 ? -1 : at + mark.length;
}

/** The end of the chunk IEND, with its check sum. */
function endOfPng(bytes: Buffer): number {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const next = at + 12 + bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IEND") return next;
    at = next;
  }
  return -1;
}

export const png = image("png", "a PNG picture", "https://www.w3.org/TR/png/", ["png"], endOfPng);
export const jpeg = image("jpeg", "a JPEG picture", "https://www.w3.org/Graphics/JPEG/itu-t81.pdf", ["jpg", "jpeg"], (bytes) =>
  afterLast(bytes, Buffer.from([0xff, 0xd9])),
);
export const gif = image("gif", "a GIF picture", "https://www.w3.org/Graphics/GIF/spec-gif89a.txt", ["gif"], (bytes) =>
  afterLast(bytes, Buffer.from([0x00, 0x3b])),
);
export const webp = image("webp", "a WebP picture", "https://www.rfc-editor.org/rfc/rfc9649", ["webp"], (bytes) => {
  const end = 8 + bytes.readUInt32LE(4);
  return end > bytes.length ? -1 : end;
});
export const tiff = image("tiff", "a TIFF picture", "https://www.loc.gov/preservation/digital/formats/fdd/fdd000022.shtml", [
  "tif",
  "tiff",
]);
