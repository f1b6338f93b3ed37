import type { Evidence, Letter, LetterBlock, LetterGap, LetterSection, LetterSentence } from "../../model/index.js";

/** Writes the sentences of one letter and numbers their sources as they are first cited. */
export interface LetterWriter {
  /** A fact. Without evidence it is a visible gap: what is missing can be said. */
  fact(text: string, evidence: readonly Evidence[], missing?: string): LetterSentence;
  /** What the law says or asks, with the provision. */
  law(text: string, evidence: readonly Evidence[], missing?: string): LetterSentence;
  /** Something that the letter says of itself, with what it rests on where it names something of the record. */
  statement(text: string, evidence?: readonly Evidence[]): LetterSentence;
  /** Something that somebody is told to do, with what it rests on where that is a provision or precedent. */
  instruction(text: string, evidence?: readonly Evidence[]): LetterSentence;
  /** A sentence that a person has to complete, or a fact whose source is missing although others of it are there. */
  gap(text: string, gap: LetterGap, evidence?: readonly Evidence[]): LetterSentence;
  /** The letter, once every sentence is written. */
  letter(parts: Omit<Letter, "schemaVersion" | "notes" | "gaps">): Letter;
}

const noEvidence = "no evidence on file";

/**
 * A writer for one letter. A fact or a statement of law without evidence cannot be written: it becomes a gap.
 *
 * @example
 * const write = newLetterWriter();
 * write.fact("The service runs in Virginia.", []).gap // { kind: "source", what: "no evidence on file" }
 */
export function newLetterWriter(): LetterWriter {
  const numbers = new Map<string, number>();
  const cited: Evidence[] = [];
  const numberOf = (evidence: Evidence) => {
    const key = keyOf(evidence);
    const known = numbers.get(key);
    if (known) return known;
    cited.push(evidence);
    numbers.set(key, cited.length);
    return cited.length;
  };
  const cite = (evidence: readonly Evidence[]) => [...new Set(evidence.map(numberOf))].sort((left, right) => left - right);
  const sourced = (kind: "fact" | "law") => (text: string, evidence: readonly Evidence[], missing?: string) => {
    const what = missing ?? (evidence.length === 0 ? noEvidence : undefined);
    return { text, kind, notes: cite(evidence), gap: what === undefined ? null : { kind: "source" as const, what } };
  };
  return {
    fact: sourced("fact"),
    law: sourced("law"),
    statement: (text, evidence = []) => ({ text, kind: "statement", notes: cite(evidence), gap: null }),
    instruction: (text, evidence = []) => ({ text, kind: "instruction", notes: cite(evidence), gap: null }),
    gap: (text, gap, evidence = []) => ({ text, kind: gap.kind === "source" ? "fact" : "statement", notes: cite(evidence), gap }),
    letter: (parts) => ({
      schemaVersion: "1",
      ...parts,
      notes: cited.map((evidence, at) => ({ number: at + 1, evidence })),
      gaps: gapsOf(parts),
    }),
  };
}

/** A source is one however often it is cited; a place in an artefact, a declaration or a law is one with what is said of it. */
function keyOf({ kind, locator, line, title, note }: Evidence): string {
  return JSON.stringify(kind === "reference" ? [kind, locator, title] : [kind, locator, line ?? null, title, note]);
}

function gapsOf({ head, sections }: Pick<Letter, "head" | "sections">): Letter["gaps"] {
  const found = [
    ...head.flatMap(({ sentences }) => sentences.map((sentence) => ({ section: "Head", sentence }))),
    ...sections.flatMap((section) => sentencesOf(section).map((sentence) => ({ section: section.heading, sentence }))),
  ];
  return found
    .flatMap(({ section, sentence }) => (sentence.gap ? [{ section, ...sentence.gap }] : []))
    .map((one, at) => ({ number: at + 1, ...one }));
}

/** Every sentence of a section, in its order. */
export function sentencesOf({ blocks }: Pick<LetterSection, "blocks">): LetterSentence[] {
  return blocks.flatMap(sentencesIn);
}

function sentencesIn(block: LetterBlock): LetterSentence[] {
  if (block.kind === "paragraph") return block.sentences;
  return block.kind === "list" ? block.items.flat() : block.rows.flat(2);
}
