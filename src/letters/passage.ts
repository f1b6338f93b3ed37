import { type HandlingMark, handlingMarks, Mark } from "../model/index.js";
import { sentenceRanges } from "../report/letter/sentences.js";
import { type Part, type Passage, type Reference, type SentencePattern, sourceKinds, type TextFault } from "./language.js";

const references = /(?:\s*\[[^[\]]*\])+/g;
const place = /\{\{[^{}]*\}\}/g;

/**
 * Reads one passage: a portion mark where there is one, then sentences, each with its sources in square brackets behind it. A backslash
 * before a bracket or brace makes it text.
 *
 * @param text the whole file; `start` and `end` are where the passage lies in it, so that faults have its places
 */
export function readPassage(text: string, start: number, end: number, faults: TextFault[]): Passage {
  const raw = text.slice(start, end);
  const { handling, length } = portionMark(raw, start, faults);
  const masked = maskedText(raw, start, faults);
  const sentences: SentencePattern[] = [];
  let from = length;
  for (const match of masked.slice(length).matchAll(references)) {
    const at = length + match.index;
    let until = at + match[0].length;
    const ranges = sentenceRanges(masked, from, at);
    const last = ranges.at(-1);
    if (!last)
      faults.push({ at: start + at, message: "a source stands here without a sentence", expected: "a sentence before the bracket" });
    // A full stop may stand behind the bracket.
    const stop = /^[.;:!?,]/.exec(masked.slice(until))?.[0] ?? "";
    until += stop.length;
    for (const range of ranges) {
      const found = range === last ? referencesIn(raw.slice(at, at + match[0].length), start + at, faults) : [];
      sentences.push({ parts: partsOf(raw, masked, range, start, range === last ? stop : ""), references: found });
    }
    from = until;
  }
  for (const range of sentenceRanges(masked, from, raw.length))
    sentences.push({ parts: partsOf(raw, masked, range, start, ""), references: [] });
  return { handling, sentences };
}

function portionMark(raw: string, start: number, faults: TextFault[]): { handling: HandlingMark | null; length: number } {
  const [all = "", word = ""] = /^\s*\(([^()\n]{1,40})\)(?:\s+|$)/.exec(raw) ?? [];
  const handling = handlingMarks.find((mark) => mark === word) ?? null;
  if (handling) return { handling, length: all.length };
  if (/public|internal|confidential|restricted|privileged|secret|classified|^(?:U|C|S|TS|CUI|FOUO)(?:\/\/|$)/i.test(word))
    faults.push({
      at: start,
      message: `(${word}) is no handling mark`,
      expected: `one of ${handlingMarks.map((one) => `(${one})`).join(", ")}`,
    });
  return { handling: null, length: 0 };
}

/** The text with every place and escaped character hidden behind others of the same length, so that what remains is words and brackets. */
function maskedText(raw: string, start: number, faults: TextFault[]): string {
  const masked = raw.replace(/\\[[\]{}\\]/g, "xx").replace(place, (one) => "\ue000".repeat(one.length));
  const brace = masked.search(/\{\{|\}\}/);
  if (brace >= 0) faults.push({ at: start + brace, message: "braces that do not pair", expected: "a place such as {{case.caption}}" });
  const bracket = masked.replace(references, (one) => " ".repeat(one.length)).search(/[[\]]/);
  if (bracket >= 0)
    faults.push({
      at: start + bracket,
      message: "brackets that do not pair",
      expected: "a source such as [event 4], or \\[ for a bracket",
    });
  return masked;
}

function partsOf(raw: string, masked: string, [from, until]: [number, number], start: number, stop: string): Part[] {
  const parts: Part[] = [];
  let at = from;
  const add = (end: number) => {
    const text = raw
      .slice(at, end)
      .replace(/\\([[\]{}\\])/g, "$1")
      .replace(/\s+/g, " ");
    if (text !== "") parts.push({ kind: "text", text });
  };
  for (const match of raw.slice(from, until).matchAll(place)) {
    const found = from + match.index;
    if (masked[found] !== "\ue000") continue;
    add(found);
    parts.push({ kind: "place", path: match[0].slice(2, -2).trim(), at: start + found });
    at = found + match[0].length;
  }
  add(until);
  const [first, last] = [parts[0], parts.at(-1)];
  if (first?.kind === "text") first.text = first.text.trimStart();
  if (last?.kind === "text") last.text = last.text.trimEnd() + stop;
  else if (stop !== "") parts.push({ kind: "text", text: stop });
  return parts.filter((one) => one.kind === "place" || one.text !== "");
}

const expected = `[statement], [instruction], [law 15 CFR 791.105(b)(3); R*], or one of ${sourceKinds.map((kind) => `[${kind} …]`).join(", ")}`;

function referencesIn(group: string, start: number, faults: TextFault[]): Reference[] {
  return [...group.matchAll(/\[([^[\]]*)\]/g)].flatMap(({ 1: inside = "", index }) => {
    const found = referenceOf(inside.replace(/\s+/g, " ").trim(), start + index);
    if (!found) faults.push({ at: start + index, message: `[${inside}] is no source`, expected });
    return found ?? [];
  });
}

function referenceOf(text: string, at: number): Reference | undefined {
  if (text === "statement" || text === "instruction") return { kind: text, at };
  const [, citation, mark] = /^law (.+?)(?:; ?(\S+))?$/.exec(text) ?? [];
  if (citation) {
    const read = mark === undefined ? null : Mark.safeParse(mark);
    return read && !read.success ? undefined : { kind: "law", citation, mark: read?.data ?? null, at };
  }
  const [, word, id, part] = /^(\S+) ([A-Za-z0-9][\w.-]*)(?: (.+))?$/.exec(text) ?? [];
  const kind = sourceKinds.find((one) => one === word);
  return kind && id ? { kind, id, part: part ?? null, at } : undefined;
}
