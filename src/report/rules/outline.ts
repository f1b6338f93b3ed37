import type { ConditionWords } from "../../model/index.js";

/** One point of an outline, with the points under it. */
export interface Point {
  text: string;
  under: Point[];
}

/** A condition in words as an outline: what has to hold, and under it of what it consists. */
export function outline(words: ConditionWords): Point {
  switch (words.kind) {
    case "sentence":
      return { text: words.text, under: [] };
    case "expression":
      return { text: `this expression holds: "${words.cel}"`, under: [] };
    case "all":
      return { text: "all of these hold:", under: words.parts.map(outline) };
    case "any":
      return { text: "at least one of these holds:", under: words.parts.map(outline) };
    case "choice":
      return {
        text: "one of these holds, as the case may be:",
        under: [under("where ", words.if), under("in that case ", words.so), under("in every other case ", words.otherwise)],
      };
    case "members":
      return { text: `of ${words.which} of the ${words.of} this is true:`, under: [outline(words.hold)] };
  }
}

/** An outline whose heading goes on from some words. */
export function under(before: string, words: ConditionWords): Point {
  const point = outline(words);
  return { ...point, text: before + point.text };
}

/** The number before a point: 1., then a., then i. */
export function pointNumber(at: number, depth: number): string {
  if (depth % 3 === 0) return `${at + 1}.`;
  return depth % 3 === 1 ? `${String.fromCharCode(97 + (at % 26))}.` : `${roman(at + 1)}.`;
}

function roman(value: number): string {
  const signs: [string, number][] = [
    ["x", 10],
    ["ix", 9],
    ["v", 5],
    ["iv", 4],
    ["i", 1],
  ];
  const sign = signs.find(([, worth]) => worth <= value);
  return sign ? sign[0] + roman(value - sign[1]) : "";
}
