/** What a sentence ends with: a word, a number, a name in capitals, or a bracket or quotation mark that closes. */
const end = /(?<=(?:[^\s.][\p{Ll}\p{Lo}\p{N})\]"'%\u201d\u2019\ue000]|\p{Lu}{2})\.|\S[!?]|[\p{L}\p{N}]{2}[.!?]["'\u201d\u2019)])/u;
/** What might be an abbreviation ends no sentence, */
const abbreviation = /(?<!\b(?:Co|Ltd|Inc|Corp|No|Nos|Art|art|St|Dr|Mr|Ms|cf|vs?)\.)/u;
/** nor does one that numbers stand behind, before a number; */
const numbered =
  /(?<!\b(?:[Ss]ecs?|[Ff]igs?|pp?|[Pp]aras?|[Cc]h|[Cc]l|[Vv]ol|[Pp]t|[Rr]eg|Stat|[Aa]pprox|ca|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=\s+[§$€£\p{N}]))/u;
/** but behind a company's name such a word begins one: a fact is not to pass with the source of the next. */
const company =
  /(?<=\b(?:Co|Ltd|Inc|Corp)\.)\s+(?=(?:A|An|At|He|In|It|Its|No|Nobody|On|She|That|The|Their|There|These|They|This|Those|We)\b)/u;
/** A character of private use stands for a place. */
const beginning = /\s+(?=\(?[\p{Lu}\p{Lt}\p{Lo}\p{N}§$€£"\u2018\u201c\ue000])/u;
/** Scripts that put no space between sentences. */
const unspaced = /(?<=[\u3002\uff01\uff1f])\s*(?=[^\s\u2019\u201d\u300d\u300f\uff09)])/u;
const between = new RegExp(
  `${end.source}${abbreviation.source}${numbered.source}${beginning.source}|${company.source}|${unspaced.source}`,
  "gu",
);

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
