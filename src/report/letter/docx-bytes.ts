/** Signatures of the records of a ZIP file (APPNOTE.TXT 4.3). */
const centralHeader = 0x02014b50;
const localHeader = 0x04034b50;
const endOfDirectory = 0x06054b50;

/** The first moment that a ZIP file can tell: 1980-01-01, as a DOS date; the time is zero. */
const firstDosDate = (1 << 5) | 1;

/**
 * A ZIP file with one and the same moment on every entry, so that the same content is the same bytes whenever it is written.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function withoutTimes(bytes: Uint8Array): Uint8Array {
  const same = Uint8Array.from(bytes);
  const view = new DataView(same.buffer);
  const end = endOf(view);
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(entry, true) !== centralHeader) throw new Error("no entry where the directory of the ZIP file says");
    const local = view.getUint32(entry + 42, true);
    if (view.getUint32(local, true) !== localHeader) throw new Error("no file where the directory of the ZIP file says");
    setMoment(view, entry + 12);
    setMoment(view, local + 10);
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return same;
}

function setMoment(view: DataView, at: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, firstDosDate, true);
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === endOfDirectory) return at;
  throw new Error("no end of the directory in the ZIP file");
}

/** The properties of a document, dated by its own day: a library would write the moment of writing. */
export function coreProperties(title: string, on: string): string {
  const moment = `<dcterms:created xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:modified>`;
  const names =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties ${names}><dc:title>${inXml(title)}</dc:title><dc:creator>beholden</dc:creator>${moment}</cp:coreProperties>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function inXml(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}
