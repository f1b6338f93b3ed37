import type { Letter, LetterBlock, LetterSentence } from "../../model/index.js";

/** A letter with its sources numbered as they come in its text, and without those that nothing cites: what Word counts by itself. */
export function inDocumentOrder(letter: Letter): Letter {
  const numbers = new Map<number, number>();
  const one = (sentence: LetterSentence): LetterSentence => {
    for (const number of sentence.notes) if (!numbers.has(number)) numbers.set(number, numbers.size + 1);
    return { ...sentence, notes: sentence.notes.map((number) => numbers.get(number) ?? number).sort((left, right) => left - right) };
  };
  const block = (written: LetterBlock): LetterBlock => {
    if (written.kind === "paragraph") return { ...written, sentences: written.sentences.map(one) };
    if (written.kind === "list") return { ...written, items: written.items.map((item) => item.map(one)) };
    return { ...written, rows: written.rows.map((row) => row.map((cell) => cell.map(one))) };
  };
  const head = letter.head.map((line) => ({ ...line, sentences: line.sentences.map(one) }));
  const sections = letter.sections.map((section) => ({ ...section, blocks: section.blocks.map(block) }));
  const notes = letter.notes.flatMap(({ number, evidence }) => {
    const placed = numbers.get(number);
    return placed === undefined ? [] : [{ number: placed, evidence }];
  });
  return { ...letter, head, sections, notes: notes.sort((left, right) => left.number - right.number) };
}
