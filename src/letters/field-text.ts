import type { TemplateFront } from "../model/index.js";
import { linesOf, readBlocks } from "./blocks.js";
import type { Passage, TextFault } from "./language.js";
import { readPassage } from "./passage.js";
import { faultyAt, placeFaults } from "./template.js";

/**
 * Checks what a person filled into a field: brackets and braces pair, and every place and source is one that there can be.
 *
 * @throws TemplateError with line and column
 */
export function fieldFaults(id: string, text: string, front: TemplateFront): void {
  const field = front.fields[id];
  if (!field || text.trim() === "") return;
  const faults: TextFault[] = [];
  const one = (message: string, expected: string) => faults.push({ at: 0, message, expected });
  if (field.kind === "choice" && !field.choices?.includes(text.trim()))
    one(`${text.trim()} is no choice`, `one of ${field.choices?.join(", ")}`);
  if (field.kind === "day" && !isDay(text.trim())) one(`${text.trim()} is no day`, "YYYY-MM-DD, such as 2026-03-01");
  if (field.kind === "line" && /\n/.test(text.trim())) one("it has several lines", "one line");
  if (field.kind === "line") faults.push(...faultsOfLine(readPassage(text, 0, text.length, faults)));
  if (field.kind === "passages") {
    const blocks = readBlocks(text, linesOf(text), () => false, faults);
    const passages = blocks.flatMap((block) => (block.kind === "place" ? [] : block.kind === "paragraph" ? [block.passage] : block.items));
    faults.push(...placeFaults(passages, front));
  }
  if (faults.length > 0) throw faultyAt(text, `field ${id}`, faults);
}

/** A line is filled into sentences: no place stands in it, and what kind of sentence it is says the template. */
function faultsOfLine({ sentences }: Passage): TextFault[] {
  const expected = "plain words, with sources in brackets behind them";
  const places = sentences.flatMap(({ parts }) => parts).filter((part) => part.kind === "place");
  const kinds = sentences.flatMap(({ references }) => references).filter(({ kind }) => kind === "statement" || kind === "instruction");
  return [
    ...places.map(({ at }) => ({ at, message: "a place stands in a line", expected })),
    ...kinds.map(({ at, kind }) => ({
      at,
      message: `[${kind}] stands in a line, and the template says what kind of sentence it is`,
      expected,
    })),
  ];
}

function isDay(text: string): boolean {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === text;
}
