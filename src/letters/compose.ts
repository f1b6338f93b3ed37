import type { HandlingMark, Letter, LetterBlock, LetterSection } from "../model/index.js";
import { strictestMark } from "../model/index.js";
import { gapText } from "../report/letter/words.js";
import { newLetterWriter, sentencesOf } from "../report/letter/writer.js";
import { type Condition, type ConditionFacts, holds } from "./condition.js";
import type { PassageBlock } from "./language.js";
import type { LetterRecord } from "./record.js";
import { type LetterTemplate, lawField } from "./template.js";
import { placeValue } from "./values.js";
import { wholeBlocks } from "./whole.js";
import { type Writing, writtenHeading, writtenPassage } from "./writing.js";

/** A letter made from a template and one state of the record. */
export interface Composition {
  letter: Letter;
  /** The strictest mark in it. */
  handling: HandlingMark;
  /** What keeps it from being issued, in its order. */
  missing: string[];
  /** Provisions that it cites, that are not on file, and that nobody confirmed. */
  unchecked: string[];
}

/** Fills a template from the record. A fact without a source, and a field that nobody filled, is a gap that can be seen. */
export function composeLetter(template: LetterTemplate, record: LetterRecord, fields: Record<string, string>, on: string): Composition {
  const writing: Writing = { template, record, fields, write: newLetterWriter(), missing: [], unchecked: new Set() };
  const { front } = template;
  const facts = conditionFacts(record, fields);
  const stands = (all: readonly Condition[]) => all.every((one) => holds(one, front, facts));
  const title = writtenHeading(template.title, "Title", writing);
  const head = template.head
    .map(({ label, passage }) => ({ label, sentences: writtenPassage(passage, front.handling, writing) }))
    .filter(({ sentences }) => sentences.length > 0);
  const sections = template.sections
    .filter(({ when }) => stands(when))
    .flatMap(({ id, level, heading, blocks }) => {
      const { text, handling } = writtenHeading(heading, "Heading", writing);
      const made = blocks.filter(({ when }) => stands(when)).map(({ block }) => blocksOf(block, writing));
      const own: LetterSection = { id, level, heading: text, handling, blocks: made.flatMap((one) => one.blocks) };
      return [own, ...made.flatMap((one) => one.sections)];
    })
    .filter(isFilled);
  const handling = strictestOf({ titleHandling: title.handling, head, sections });
  const letter = writing.write.letter({
    title: title.text,
    titleHandling: title.handling,
    stamp: `DRAFT, not issued. Handling: ${handling}.`,
    on,
    head,
    sections,
  });
  return {
    letter,
    handling,
    missing: [...otherLaw(template, record), ...writing.missing, ...letter.gaps.map(gapText), ...unfilled(writing, letter)],
    unchecked: [...writing.unchecked],
  };
}

function blocksOf(block: PassageBlock, writing: Writing): { blocks: LetterBlock[]; sections: LetterSection[] } {
  const usual = writing.template.front.handling;
  if (block.kind === "place") return wholeBlocks(block.path, block.handling, writing);
  if (block.kind === "paragraph") {
    const sentences = writtenPassage(block.passage, usual, writing);
    return { blocks: sentences.length > 0 ? [{ kind: "paragraph", sentences }] : [], sections: [] };
  }
  const items = block.items.map((item) => writtenPassage(item, usual, writing)).filter((item) => item.length > 0);
  return { blocks: items.length > 0 ? [{ kind: "list", ordered: block.ordered, items }] : [], sections: [] };
}

/** A heading of which nothing is left stands only above a deeper one. */
function isFilled({ blocks, level }: LetterSection, at: number, all: LetterSection[]): boolean {
  return blocks.length > 0 || (all[at + 1]?.level ?? 0) > level;
}

function conditionFacts({ shown, happened }: LetterRecord, fields: Record<string, string>): ConditionFacts {
  return {
    field: Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, value.trim()])),
    kind: shown.kind,
    procedure: shown.procedure ?? "",
    state: shown.standing?.state ?? "",
    events: happened.map(({ event }) => event),
    roles: shown.parties.map(({ role }) => role),
  };
}

/** A template that tells the law of one procedure is no template for a case under another. */
function otherLaw({ front: { id, procedures } }: LetterTemplate, { shown: { procedure } }: LetterRecord): string[] {
  if (!procedures || (procedure !== null && procedures.includes(procedure))) return [];
  return [`a template for the procedure of the case, ${procedure ?? "none"}: ${id} tells the law of ${procedures.join(", ")}`];
}

/** Fields that have to be filled and that no gap of the letter tells of, such as who signs. */
function unfilled({ template: { front }, record, fields }: Writing, { gaps }: Letter): string[] {
  const onFile = Object.keys(record.procedure?.letters[front.kind]?.law ?? {}).filter((name) => front.law[name] !== undefined);
  const unused = onFile.map(lawField).filter((id) => fields[id]?.trim());
  const twice = unused.map((id) => `${id} to be empty: procedure ${record.procedure?.id} has its own sentences there`);
  const gone = Object.entries(front.fields).flatMap(([id, { kind, choices, optional, asks }]) => {
    const value = fields[id]?.trim() ?? "";
    if (value === "") return optional || gaps.some(({ what }) => what.includes(`${id}: ${asks}`)) ? [] : [`${id}: ${asks}`];
    if (kind === "choice" && !choices?.includes(value)) return [`${id}: ${value} is none of ${choices?.join(", ")}`];
    return kind === "day" && placeValue(`field.${id}`, front, record, fields).text !== value ? [`${id}: ${value} is no day`] : [];
  });
  return [...gone, ...twice];
}

/** The strictest mark of a letter; what bears none is internal. */
export function strictestOf({ titleHandling, head, sections }: Pick<Letter, "titleHandling" | "head" | "sections">): HandlingMark {
  return strictestMark([
    titleHandling ?? "internal",
    ...head.flatMap(({ sentences }) => sentences.map((one) => one.handling ?? "internal")),
    ...sections.flatMap((section) => [
      section.handling ?? "internal",
      ...sentencesOf(section).map((one) => one.handling ?? ("internal" as const)),
    ]),
  ]);
}
