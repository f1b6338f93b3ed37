/** A stretch of the text of a page. */
export interface Span {
  start: number;
  end: number;
}

/** What is selected in a page's text, by its places there; null where nothing of it is. Space at its ends is left out. */
export function selectedIn(box: Element | null, text: string): Span | null {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  if (!box || !range || !box.contains(range.startContainer) || !box.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(box);
  before.setEnd(range.startContainer, range.startOffset);
  let start = before.toString().length;
  let end = start + range.toString().length;
  while (start < end && /\s/.test(text[start] ?? "")) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return start < end ? wholeWords(text, { start, end }) : null;
}

const letter = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that put no space between words: a word has no end there. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Out to the ends of the words that a selection begins or ends within: a quote is made of whole words. */
function wholeWords(text: string, span: Span): Span {
  const within = (at: number) => {
    const [left, right] = [text[at - 1] ?? "", text[at] ?? ""];
    return letter.test(left) && letter.test(right) && !spaceless.test(left) && !spaceless.test(right);
  };
  let { start, end } = span;
  while (start > 0 && within(start)) start -= 1;
  while (end < text.length && within(end)) end += 1;
  return { start, end };
}

const context = 60;

/** The words of a stretch with what stands around them, by which the same words elsewhere are told apart. */
export function quoteOf(text: string, { start, end }: Span): { exact: string; prefix?: string; suffix?: string } {
  const prefix = text
    .slice(Math.max(0, start - context), start)
    .replace(/^\S*\s/, "")
    .trim();
  const suffix = text
    .slice(end, end + context)
    .replace(/\s\S*$/, "")
    .trim();
  return { exact: text.slice(start, end), ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) };
}
