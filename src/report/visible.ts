/**
 * Characters that steer a terminal or reorder a line: control characters, line and paragraph separators, zero-width and direction
 * marks. An artefact can hold them to hide what it says (Unicode TR 36, "Trojan source").
 */
const steering = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** Text from an artefact on one line, with every steering character shown as its code. Tabs and line breaks become spaces. */
export function visible(text: string): string {
  return text.replace(/[\t\n\r]+/g, " ").replace(steering, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Text with a box for every steering character, as many as it has code units, so that places in it stay what they are. Lines and tabs stay. */
export function boxed(text: string): string {
  return text.replace(steering, (character) => (character === "\n" || character === "\t" ? character : "\u25af".repeat(character.length)));
}
