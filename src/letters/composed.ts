import { type CaseFile, DocketError, type DocketView, type KeptLetter, readLetter, todayOf } from "../docket/index.js";
import type { Letter, Removal } from "../model/index.js";
import { type Composition, composeLetter } from "./compose.js";
import { contentDigest } from "./content.js";
import type { LetterRecord } from "./record.js";
import { classifiedIn, issuedContent, recordFor } from "./record-of.js";
import { type LetterTemplate, readTemplate } from "./template.js";

/** A letter with its words on one state of the record. */
export interface ComposedLetter extends Composition {
  kept: KeptLetter;
  template: LetterTemplate;
  file: CaseFile;
  record: LetterRecord;
  content: string;
  removals: Removal[] | null;
}

/** A letter of a case with its words as they are now; of one that was issued, as it was issued. */
export async function composedLetter(
  view: DocketView,
  of: string,
  id: string,
  at: string,
  fields?: Record<string, string>,
): Promise<ComposedLetter> {
  const kept = await readLetter(view, of, id);
  const template = await templateOfLetter(view, kept);
  const { file, record, released } = await recordFor(view, of, at, kept.state);
  const common = { kept, template, file, record, removals: released?.removals ?? null };
  if (kept.state.issued) {
    const letter = await issuedContent(view, kept);
    return { ...common, letter, handling: kept.state.handling, missing: [], unchecked: [], content: kept.state.issued.content };
  }
  const made = composeLetter(template, record, { ...kept.state.fields, ...fields }, todayOf(file, at));
  return {
    ...common,
    ...made,
    missing: [...made.missing, ...(released?.refused ?? []), ...classifiedIn(made.letter)],
    content: contentDigest(made.letter),
  };
}

async function templateOfLetter(view: DocketView, { id, state: { template } }: KeptLetter): Promise<LetterTemplate> {
  const text = await view.file(template.sha256);
  if (!text) throw new DocketError("broken", `the template of letter ${id} is not in the docket's files.`);
  return readTemplate(Buffer.from(text).toString("utf8"), `template ${template.id}`);
}

/** The contents of a paper, of those that the law asks for, that a letter holds: their sections are there and have no gap. */
export function contentsHeld({ front }: LetterTemplate, { sections, gaps }: Letter): string[] {
  return Object.entries(front.event?.holds ?? {}).flatMap(([content, id]) => {
    if (content === "unclassified") return [content];
    const at = sections.findIndex((section) => section.id === id);
    const section = sections[at];
    if (!section) return [];
    const end = sections.findIndex((other, index) => index > at && other.level <= section.level);
    const own = sections.slice(at, end < 0 ? undefined : end);
    const filled = own.some(({ blocks }) => blocks.length > 0);
    return filled && !own.some(({ heading }) => gaps.some((gap) => gap.section === heading)) ? [content] : [];
  });
}

/** What is missing in a letter keeps it from being approved and issued. */
export function refuseMissing(id: string, missing: readonly string[]): void {
  if (missing.length === 0) return;
  throw new DocketError("refused", `letter ${id} is not complete. Missing:\n${missing.map((one) => `  - ${one}`).join("\n")}`);
}
