/** Where one sentence ends and the next begins: what might be an abbreviation ends none. A character of private use stands for a place. */
const between =
  /(?:(?<=[^\s.][a-z0-9)\]"'%\ue000]\.)(?<!\b(?:Co|Ltd|Inc|Corp|No|Nos|Art|art|St|Dr|Mr|Ms|cf|vs?)\.)|(?<=[^\s][!?]))\s+(?=[A-Z"\u201c\ue000])/g;

/** The sentences of a text as ranges of it, without the space between them. */
export function sentenceRanges(text: string, start = 0, end = text.length): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(between)) {
    ranges.push([from, start + match.index]);
    from = start + match.index + match[0].length;
  }
  ranges.push([from, end]);
  return ranges.filter(([left, right]) => text.slice(left, right).trim() !== "");
}

/** The sentences of a text. */
export function splitSentences(text: string): string[] {
  return sentenceRanges(text).map(([from, until]) => text.slice(from, until));
}
