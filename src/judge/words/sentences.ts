import type { ConditionWords } from "../../model/index.js";

/** A condition in words as one sentence, for places where no list can stand. */
export function asSentence(words: ConditionWords): string {
  switch (words.kind) {
    case "sentence":
      return words.text;
    case "expression":
      return `the expression "${words.cel}" holds`;
    case "all":
      return words.parts.map((part) => nested(part, "any")).join(", and ");
    case "any":
      return `either ${words.parts.map((part) => nested(part, "all")).join(", or ")}`;
    case "choice":
      return `where ${asSentence(words.if)}: ${asSentence(words.so)}; otherwise ${asSentence(words.otherwise)}`;
    case "members":
      return `of ${words.which} of the ${words.of} this is true: ${asSentence(words.hold)}`;
  }
}

/** What mixes "and" with "or" stands in brackets. */
function nested(words: ConditionWords, mixes: "all" | "any"): string {
  return words.kind === mixes || words.kind === "choice" ? `(${asSentence(words)})` : asSentence(words);
}

/** The expressions of a condition that have no words yet. */
export function withoutWords(words: ConditionWords): string[] {
  switch (words.kind) {
    case "sentence":
      return [];
    case "expression":
      return [words.cel];
    case "choice":
      return [words.if, words.so, words.otherwise].flatMap(withoutWords);
    case "members":
      return withoutWords(words.hold);
    default:
      return words.parts.flatMap(withoutWords);
  }
}

/** A, B and C; with another word between the last two where one is given. */
export function series(values: string[], between = "and"): string {
  const [last] = values.slice(-1);
  if (last === undefined) return "none";
  return values.length === 1 ? last : `${values.slice(0, -1).join(", ")} ${between} ${last}`;
}
