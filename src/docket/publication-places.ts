/** A text without what is no difference, and for each of its characters the place in the text as it was. */
export interface PlainText {
  text: string;
  /** One more than characters: the last is the end. */
  places: number[];
}

/** Spaces, line breaks and capitals are no difference, nor are forms of quotation marks and dashes, and what has no width. */
export function plainText(raw: string): PlainText {
  const out: string[] = [];
  const places: number[] = [];
  const put = (text: string, at: number) => {
    out.push(text);
    for (let unit = 0; unit < text.length; unit += 1) places.push(at);
  };
  // A letter and what combines with it change together.
  for (const { 0: one, index } of raw.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const even = one
      .normalize("NFKC")
      .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
      .replace(/[\u2018\u2019\u201b]/g, "'")
      .replace(/[\u201c\u201d\u201f]/g, '"')
      .replace(/\p{Pd}/gu, "-")
      .toLowerCase();
    for (const character of even) {
      if (!/\s/.test(character)) put(character, index);
      else if (out.length > 0 && out.at(-1) !== " ") put(" ", index);
    }
  }
  if (out.at(-1) === " ") {
    out.pop();
    places.pop();
  }
  return { text: out.join(""), places: [...places, raw.length] };
}

/** Every stretch of a text in which a pattern stands, out to the ends of its words, those that touch as one. */
export function stretchesOf(raw: string, found: readonly { start: number; end: number }[], { places }: PlainText): [number, number][] {
  const whole = found.map(({ start, end }): [number, number] => wordsAround(raw, places[start] ?? 0, places[end] ?? raw.length));
  const merged: [number, number][] = [];
  for (const [start, end] of whole.sort(([one], [other]) => one - other)) {
    const last = merged.at(-1);
    // What stands between two such stretches and is no word goes with them.
    if (last && /^[^\p{L}\p{N}]*$/u.test(raw.slice(last[1], start))) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

const inWord = /[\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]/u;

function wordsAround(raw: string, from: number, until: number): [number, number] {
  let [start, end] = [from, until];
  while (start > 0 && inWord.test(raw[start - 1] ?? "") && inWord.test(raw[start] ?? "")) start -= 1;
  while (end < raw.length && inWord.test(raw[end - 1] ?? "") && inWord.test(raw[end] ?? "")) end += 1;
  // The end was the place of the next character: space before it stays.
  while (end > start && /\s/.test(raw[end - 1] ?? "")) end -= 1;
  return [start, end];
}
