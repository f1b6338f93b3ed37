/**
 * A text made even: what a page's layout puts into it is taken out, and its words stay as they are. Space of any kind is one space, ligatures are
 * their letters, soft hyphens are gone. A hyphen at the end of a line may be the line's or the word's own: it stands as `lineHyphen`.
 */
export interface EvenText {
  text: string;
  /** For each character, and for the end, its place in the text as it was. */
  places: number[];
}

/** Stands for a hyphen at the end of a line: a private character, which no other text here holds. */
export const lineHyphen = "\uE000";

const ligatures: Record<string, string> = { ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st" };
/** What has no width of its own. */
const widthless = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/;
const space = /\s/;
const hyphen = /[-\u2010]/;
/** Scripts that put no space between words, so that a line's end is none either. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Makes a text even. */
export function evenText(raw: string): EvenText {
  const out: string[] = [];
  const places: number[] = [];
  const put = (text: string, at: number) => {
    for (const one of text) {
      out.push(one);
      for (let unit = 0; unit < one.length; unit++) places.push(at);
    }
  };
  for (let at = 0; at < raw.length; ) {
    const one = String.fromCodePoint(raw.codePointAt(at) ?? 0);
    if (widthless.test(one)) at += one.length;
    else if (space.test(one)) {
      const end = afterSpace(raw, at);
      if (!spaceless.test(out.at(-1) ?? "") || !spaceless.test(codePointAt(raw, end))) put(" ", at);
      at = end;
    } else if (hyphen.test(one) && endsLine(raw, at)) {
      put(lineHyphen, at);
      at = afterSpace(raw, at + 1);
    } else {
      put(ligatures[one] ?? (one === lineHyphen ? "\uFFFD" : one), at);
      at += one.length;
    }
  }
  return trimmed(out.join(""), [...places, raw.length]);
}

/** A text for reading: hyphens of lines are left out. */
export function readable(even: string): string {
  return even.replaceAll(lineHyphen, "");
}

/** Whether a hyphen stands between letters with a line's end behind it. */
function endsLine(raw: string, at: number): boolean {
  const end = afterSpace(raw, at + 1);
  return at > 0 && /\p{L}/u.test(raw[at - 1] ?? "") && raw.slice(at + 1, end).includes("\n") && /\p{L}/u.test(codePointAt(raw, end));
}

function afterSpace(raw: string, from: number): number {
  let at = from;
  while (at < raw.length && (space.test(raw[at] ?? "") || widthless.test(raw[at] ?? ""))) at += 1;
  return at;
}

function codePointAt(raw: string, at: number): string {
  const code = raw.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function trimmed(text: string, places: number[]): EvenText {
  const from = text.length - text.trimStart().length;
  const until = text.trimEnd().length;
  return from >= until ? { text: "", places: [0] } : { text: text.slice(from, until), places: places.slice(from, until + 1) };
}
