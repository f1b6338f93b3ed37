import { type HandlingMark, type Letter, type LetterBlock, type LetterSentence, strictestMark } from "../../model/index.js";
import { sentencesOf } from "./writer.js";

/**
 * A letter with the handling marks written before its passages, `(business-confidential) …`, where one begins and where the mark changes.
 * A letter in which all is public, or nothing is marked, has none.
 */
export function withPortions(letter: Letter): Letter {
  const all = [...letter.head.flatMap(({ sentences }) => sentences), ...letter.sections.flatMap(sentencesOf)];
  if (all.every(({ handling = "public" }) => handling === "public")) return letter;
  return {
    ...letter,
    head: letter.head.map((one) => ({ ...one, sentences: portioned(one.sentences) })),
    sections: letter.sections.map((section) => ({ ...section, blocks: section.blocks.map(portionedBlock) })),
  };
}

function portionedBlock(block: LetterBlock): LetterBlock {
  if (block.kind === "paragraph") return { ...block, sentences: portioned(block.sentences) };
  if (block.kind === "list") return { ...block, items: block.items.map(portioned) };
  return { ...block, rows: block.rows.map(portionedRow) };
}

function portioned(sentences: LetterSentence[]): LetterSentence[] {
  return sentences.map((sentence, at) =>
    sentence.handling && sentence.handling !== sentences[at - 1]?.handling ? marked(sentence, sentence.handling) : sentence,
  );
}

/** A row is marked once, as strict as its strictest cell. */
function portionedRow([first = [], ...rest]: LetterSentence[][]): LetterSentence[][] {
  const marks = [first, ...rest].flat().flatMap(({ handling }) => handling ?? []);
  const [lead, ...others] = first;
  return [lead && marks.length > 0 ? [marked(lead, strictestMark(marks)), ...others] : first, ...rest];
}

function marked(sentence: LetterSentence, handling: HandlingMark): LetterSentence {
  return { ...sentence, text: `(${handling}) ${sentence.text}` };
}
