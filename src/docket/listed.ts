import {
  type EvidenceList,
  type FactList,
  type HandlingMark,
  isOpenTo,
  type LetterList,
  type RecordLine,
  type ShownCase,
  type TemplateList,
} from "../model/index.js";
import type { ReadItem } from "./cases/reads.js";
import { openDecisions } from "./decisions/index.js";
import { shortId } from "./evidence/case-objects.js";

/** A list as somebody sees it: of restricted items only the names, and how many are above what they see. */
export type Listed<List> = List & { withheld: number };

/**
 * Up to which mark a list shows what things say. What is restricted it names alone: to read it one opens it by its name, and that is an entry.
 */
export function listedUpTo(upTo: HandlingMark): HandlingMark {
  return isOpenTo("restricted", upTo) ? "business-confidential" : upTo;
}

/** What of some items a list shows to somebody who sees up to a mark. */
function parted<Item>(
  kind: string,
  upTo: HandlingMark,
  items: readonly Item[],
  told: (item: Item) => { id: string; handling: HandlingMark },
): { shown: Item[]; restricted: string[]; withheld: number } {
  const shown = items.filter((item) => isOpenTo(told(item).handling, listedUpTo(upTo)));
  const left = items.map(told).filter(({ handling }) => !isOpenTo(handling, listedUpTo(upTo)));
  const openable = left.filter(({ handling }) => isOpenTo(handling, upTo));
  return { shown, restricted: openable.map(({ id }) => `${kind} ${shortId(id)}`), withheld: left.length - openable.length };
}

type Parts = readonly { restricted: string[]; withheld: number }[];

/** Each thing once, though it stand in several parts. */
function left(parts: Parts): { restricted: string[]; withheld: number } {
  return {
    restricted: [...new Set(parts.flatMap(({ restricted }) => restricted))],
    withheld: parts.reduce((sum, { withheld }) => sum + withheld, 0),
  };
}

/** A case as its overview shows it: of restricted runs, decisions and facts the names. */
export function listedCase(shown: ShownCase, upTo: HandlingMark): Listed<ShownCase> {
  const runs = parted("run", upTo, shown.runs, (run) => run);
  const decisions = parted("decision", upTo, shown.decisions, (decision) => decision);
  const facts = parted("fact", upTo, shown.evidence.withoutEvidence, ({ id, fact }) => ({ id, handling: fact.handling }));
  return {
    ...shown,
    runs: runs.shown,
    decisions: openDecisions(decisions.shown, listedUpTo(upTo)),
    evidence: { ...shown.evidence, withoutEvidence: facts.shown },
    ...left([runs, decisions, facts]),
  };
}

/** The evidence of a case without the words of what is restricted. */
export function listedEvidence(list: EvidenceList, upTo: HandlingMark): Listed<EvidenceList> {
  const evidence = parted("evidence", upTo, list.evidence, ({ id, item }) => ({ id, handling: item.handling }));
  const quotes = parted("quote", upTo, list.quotes, ({ id, quote }) => ({ id, handling: quote.handling }));
  const facts = parted("fact", upTo, list.withoutEvidence, ({ id, fact }) => ({ id, handling: fact.handling }));
  return {
    ...list,
    evidence: evidence.shown,
    quotes: quotes.shown,
    withoutEvidence: facts.shown,
    ...left([evidence, quotes, facts]),
  };
}

/** The facts of a case, and the quotes that they rest on, without the words of what is restricted. */
export function listedFacts(list: FactList, upTo: HandlingMark): Listed<FactList> {
  const facts = parted("fact", upTo, list.facts, ({ id, fact }) => ({ id, handling: fact.handling }));
  const quotes = parted("quote", upTo, list.quotes, ({ id, quote }) => ({ id, handling: quote.handling }));
  return { ...list, facts: facts.shown, quotes: quotes.shown, ...left([facts, quotes]) };
}

/** The letters of a case, of restricted ones the names. */
export function listedLetters(list: LetterList, upTo: HandlingMark): Listed<LetterList> {
  const letters = parted("letter", upTo, list.letters, (letter) => letter);
  return { ...list, letters: letters.shown, ...left([letters]) };
}

/** The templates, of restricted ones the names. */
export function listedTemplates(list: TemplateList, upTo: HandlingMark): Listed<TemplateList> {
  const templates = parted("template", upTo, list.templates, (template) => template);
  return { ...list, templates: templates.shown, ...left([templates]) };
}

/** Lines of the record: of what is restricted that something was done, not what it says. How many lines one could open. */
export function listedLines(lines: readonly RecordLine[], upTo: HandlingMark): { lines: RecordLine[]; restricted: number } {
  return {
    lines: lines.map((line) => (isRestricted(line) ? { ...line, changed: [], reason: null } : line)),
    restricted: isOpenTo("restricted", upTo) ? lines.filter(isRestricted).length : 0,
  };
}

/** What is read where the restricted lines of the record are opened: each thing once. */
export function readOfLines(lines: readonly RecordLine[]): ReadItem[] {
  const read = lines.filter(isRestricted).map(({ case: of, object }): ReadItem => {
    const item = of === null ? object : object.replace(` ${of}/`, " ");
    return { act: "item-read", case: of, item, handling: "restricted", sha256: null };
  });
  return [...new Map(read.map((one) => [`${one.case} ${one.item}`, one])).values()];
}

/** What tells that something was read says nothing of what that says. */
function isRestricted({ handling, object }: RecordLine): boolean {
  return handling === "restricted" && !object.startsWith("read ");
}
