/**
 * Which characters a TrueType font has shapes for, from its `cmap` table: formats 4 and 12, which Unicode fonts have.
 *
 * @returns whether the font has a character, by its code point
 * @throws RangeError for a font that has no such table
 * @see https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function coverageOf(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, "cmap");
  const covered: [first: number, last: number][] = [];
  for (let at = 0; at < view.getUint16(cmap + 2); at++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * at + 4);
    const format = view.getUint16(subtable);
    if (format === 4) covered.push(...segments(view, subtable));
    if (format === 12) covered.push(...groups(view, subtable));
  }
  if (covered.length === 0) throw new RangeError("the font has no table of Unicode characters (cmap format 4 or 12)");
  return (codePoint) => covered.some(([first, last]) => codePoint >= first && codePoint <= last);
}

function tableAt(view: DataView, name: string): number {
  for (let at = 0; at < view.getUint16(4); at++) {
    const entry = 12 + 16 * at;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(entry + byte)));
    if (tag === name) return view.getUint32(entry + 8);
  }
  throw new RangeError(`the font has no table ${name}`);
}

/** Format 4: segments of characters. One in which single characters have no shape is taken apart. */
function segments(view: DataView, subtable: number): [number, number][] {
  const doubled = view.getUint16(subtable + 6);
  const [ends, starts] = [subtable + 14, subtable + 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  const found: [number, number][] = [];
  for (let at = 0; at < doubled; at += 2) {
    const [first, last] = [view.getUint16(starts + at), view.getUint16(ends + at)];
    const [delta, offset] = [view.getUint16(deltas + at), view.getUint16(offsets + at)];
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = offset === 0 ? code : view.getUint16(offsets + at + offset + 2 * (code - first));
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) found.push([code, code]);
    }
  }
  return joined(found);
}

/** Format 12: groups of characters, each with its first shape. */
function groups(view: DataView, subtable: number): [number, number][] {
  return Array.from({ length: view.getUint32(subtable + 12) }, (_, at): [number, number] => {
    const group = subtable + 16 + 12 * at;
    return [view.getUint32(group), view.getUint32(group + 4)];
  });
}

/** Neighbours as one range. */
function joined(found: readonly [number, number][]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const [first, last] of found) {
    const before = ranges.at(-1);
    if (before && first === before[1] + 1) before[1] = last;
    else ranges.push([first, last]);
  }
  return ranges;
}
