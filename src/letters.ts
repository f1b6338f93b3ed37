import {
  approveLetter,
  authorsOf,
  confirmCitation,
  type Docket,
  DocketError,
  type DocketView,
  type Doing,
  dayOf,
  draftLetter,
  editLetter,
  keptLetters,
  readLetter,
  reviewLetter,
} from "./docket/index.js";
import { composeLetter } from "./letters/compose.js";
import { composedLetter, refuseMissing } from "./letters/composed.js";
import { fieldSources } from "./letters/field-sources.js";
import { fieldFaults } from "./letters/field-text.js";
import { letterFile, letterJson } from "./letters/files.js";
import { citationKey } from "./letters/provisions.js";
import type { LetterRecord } from "./letters/record.js";
import { recordFor } from "./letters/record-of.js";
import { type FoundTemplate, found, templateOf } from "./letters/shipped.js";
import { type LetterTemplate, lawField, TemplateError } from "./letters/template.js";
import type { LetterChange, LetterList, LetterPreview, LetterRemovals, LetterReview, ShownLetter } from "./model/index.js";
import { strictestMark } from "./model/index.js";

export { type IssueChoices, issue, previewIssue } from "./letters/issue.js";
export { listTemplates, resetOwnTemplate, setOwnTemplate, showTemplate } from "./letters/own-templates.js";
export { checkLetterFile, letterFileOf } from "./letters/taken.js";
export { TemplateError } from "./letters/template.js";

export interface DraftChoices {
  /** The name of a template. */
  template?: string | undefined;
  /** A template from a file instead. */
  file?: { text: string; path: string } | undefined;
  fields: Record<string, string>;
  /** The issued letter that a public version is made of. */
  releaseOf?: string | undefined;
}

/**
 * Drafts a letter of a case from a template.
 *
 * @throws TemplateError where the template or a field is wrong, with line and column
 */
export async function draft(
  docket: Docket,
  of: string,
  { template, file, fields, releaseOf }: DraftChoices,
  doing: Doing,
): Promise<LetterChange> {
  const { one, handling } = await docket.read(async (view) => {
    const chosen = file
      ? found(file.text, file.path, { origin: "file", version: null, handling: "internal" })
      : await templateOf(view, template ?? "");
    checkRelease(chosen, releaseOf ?? null);
    if (releaseOf) await issuedOnly(view, of, releaseOf);
    checkFields(chosen, fields);
    const { record } = await recordFor(view, of, doing.at, { releaseOf: releaseOf ?? null, confirmed: [] });
    return { one: chosen, handling: composeLetter(chosen.template, record, fields, dayOf(doing.at, "UTC")).handling };
  });
  const { kind, title } = one.template.front;
  const text = letterFile(one.text, { name: "template.md", role: "template", mediaType: "text/markdown; charset=utf-8" });
  const made = await draftLetter(
    docket,
    of,
    { template: one.id, text, kind, title, fields, handling, releaseOf: releaseOf ?? null },
    doing,
  );
  return changed(docket, of, made.id, "letter-drafted", made, doing.at);
}

function checkRelease({ template: { front } }: FoundTemplate, releaseOf: string | null): void {
  if (front.kind === "redacted-release" && releaseOf === null)
    throw new DocketError("invalid", "a redacted release is made of a letter. `beholden docket letter release CASE LETTER` does that.");
  if (front.kind !== "redacted-release" && releaseOf !== null)
    throw new DocketError("invalid", `template ${front.id} is no redacted release. Expected one with kind: redacted-release.`);
}

async function issuedOnly(view: DocketView, of: string, id: string): Promise<void> {
  const { state } = await readLetter(view, of, id);
  if (!state.issued) throw new DocketError("refused", `letter ${id} is not issued: a public version is made of what was issued.`);
  if (state.releaseOf) throw new DocketError("refused", `letter ${id} is a public version itself.`);
}

function checkFields({ template: { front } }: Pick<FoundTemplate, "template">, fields: Record<string, string>): void {
  for (const [id, text] of Object.entries(fields)) {
    if (!front.fields[id])
      throw new DocketError("invalid", `template ${front.id} has no field ${id}. Expected one of ${Object.keys(front.fields).join(", ")}.`);
    fieldFaults(id, text, front);
  }
}

/** The letters of a case. */
export async function listLetters(view: DocketView, of: string): Promise<LetterList> {
  const letters = (await keptLetters(view, of)).map(({ id, state: { kind, title, status, handling, issued, releaseOf, drafted } }) => ({
    id,
    kind,
    title,
    status,
    handling,
    number: issued?.number ?? null,
    on: issued?.on ?? null,
    releaseOf,
    drafted,
  }));
  return { schemaVersion: "1", case: of, letters, restricted: [], head: await view.head() };
}

/** A letter with its words, and what it still lacks. */
export async function showLetter(view: DocketView, of: string, id: string, at: string): Promise<ShownLetter> {
  const { kept, letter, missing, unchecked, handling, template, record } = await composedLetter(view, of, id, at);
  const head = await view.head();
  // What was issued names the head that it was made on; a draft is made on this one.
  const stamp = kept.state.issued ? letter.stamp : `${letter.stamp} Journal: ${head.number} entries, head ${head.digest}.`;
  return {
    schemaVersion: "1",
    case: of,
    id,
    version: kept.version,
    ...kept.state,
    authors: await authorsOf(view, of, id),
    // The record may have become stricter since the letter was changed.
    handling: strictestMark([kept.state.handling, handling]),
    missing,
    unchecked,
    asks: fieldsAsked(template, record),
    letter: { ...letter, stamp },
    head,
  };
}

/** A letter as it would be with what is typed; nothing is saved. A field that cannot be read is left as it was, and says why. */
export async function previewLetter(
  view: DocketView,
  of: string,
  id: string,
  fields: Record<string, string>,
  at: string,
): Promise<LetterPreview> {
  const { kept, template } = await composedLetter(view, of, id, at);
  const faults: Record<string, string> = {};
  for (const [name, text] of Object.entries(fields)) {
    try {
      checkFields({ template }, { [name]: text });
    } catch (error) {
      if (!(error instanceof TemplateError) && !(error instanceof DocketError)) throw error;
      faults[name] = error.message;
    }
  }
  const readable = Object.fromEntries(Object.entries(fields).filter(([name]) => faults[name] === undefined));
  const { letter, missing, unchecked, handling, record } = await composedLetter(view, of, id, at, readable);
  return {
    ...{ schemaVersion: "1", case: of, id, version: kept.version, missing, unchecked, letter, faults },
    handling: strictestMark([kept.state.handling, handling]),
    asks: fieldsAsked(template, record),
    sources: fieldSources(template, record, { ...kept.state.fields, ...readable }),
    head: await view.head(),
  };
}

/** The fields of a letter that are to be filled in; a sentence of law that the procedure gives is none. */
function fieldsAsked({ front }: LetterTemplate, { procedure }: LetterRecord): ShownLetter["asks"] {
  const onFile = new Set(Object.keys(procedure?.letters[front.kind]?.law ?? {}).map(lawField));
  return Object.fromEntries(Object.entries(front.fields).filter(([id]) => !onFile.has(id)));
}

/**
 * What a public version leaves out, for those who may see the letter that it is made from.
 *
 * @throws DocketError `invalid` for a letter that is no public version
 */
export async function releaseRemovals(view: DocketView, of: string, id: string, at: string): Promise<LetterRemovals> {
  const { kept, removals } = await composedLetter(view, of, id, at);
  const { releaseOf } = kept.state;
  if (releaseOf === null || removals === null)
    throw new DocketError("invalid", `letter ${id} is no public version, so it leaves out nothing.`);
  const { handling } = (await readLetter(view, of, releaseOf)).state;
  return { schemaVersion: "1", case: of, letter: id, releaseOf, handling, removals, head: await view.head() };
}

/**
 * Fills in fields of a letter.
 *
 * @throws ConflictError where another version is there than was seen; TemplateError where a field is wrong, with line and column
 */
export async function edit(
  docket: Docket,
  of: string,
  id: string,
  fields: Record<string, string>,
  doing: Doing & { seen?: number | undefined; reason: string | null },
): Promise<LetterChange> {
  const { handling } = await docket.read(async (view) => {
    const composed = await composedLetter(view, of, id, doing.at, fields);
    checkFields(composed, fields);
    return composed;
  });
  const made = await editLetter(docket, of, id, { fields, handling }, doing);
  return changed(docket, of, id, "letter-edited", made, doing.at);
}

/** A reviewer's word on a letter as it is now. */
export async function review(
  docket: Docket,
  of: string,
  id: string,
  { verdict, note }: Pick<LetterReview, "verdict" | "note">,
  doing: Doing,
): Promise<LetterChange> {
  const { content } = await docket.read((view) => composedLetter(view, of, id, doing.at));
  return changed(docket, of, id, "letter-reviewed", await reviewLetter(docket, of, id, { verdict, note, content }, doing), doing.at);
}

/**
 * A person confirms, by name, a provision that a letter cites and that is not on file.
 *
 * @throws DocketError `invalid` for one that the letter does not cite, or that is on file
 */
export async function confirm(
  docket: Docket,
  of: string,
  id: string,
  { citation, why }: { citation: string; why: string | null },
  doing: Doing,
): Promise<LetterChange> {
  const { unchecked: open } = await docket.read((view) => composedLetter(view, of, id, doing.at));
  const named = open.find((one) => citationKey(one) === citationKey(citation));
  if (!named) {
    const expected = open.length > 0 ? `Expected one of ${open.join("; ")}.` : "It cites none that is not on file.";
    throw new DocketError("invalid", `letter ${id} needs no confirmation of ${citation}. ${expected}`);
  }
  return changed(
    docket,
    of,
    id,
    "letter-citation-confirmed",
    await confirmCitation(docket, of, id, { citation: named, why }, doing),
    doing.at,
  );
}

/**
 * Approves a letter exactly as it is now.
 *
 * @throws DocketError `refused` where something is missing, with the list of it, and for its author
 */
export async function approve(docket: Docket, of: string, id: string, doing: Doing): Promise<LetterChange> {
  const { kept, letter, missing, content, handling } = await docket.read((view) => composedLetter(view, of, id, doing.at));
  refuseMissing(id, missing);
  const approved = letterFile(letterJson(letter), { name: "approved.json", role: "approved", mediaType: "application/json" });
  const made = await approveLetter(docket, of, id, { content, version: kept.version, handling, approved }, doing);
  return changed(docket, of, id, "letter-approved", made, doing.at);
}

/** What was done to a letter, and what it lacks now. */
async function changed(
  docket: Docket,
  of: string,
  id: string,
  did: string,
  made: { entries: { number: number }[]; repeated: boolean },
  at: string,
): Promise<LetterChange> {
  return docket.read(async (view) => {
    const { kept, missing } = await composedLetter(view, of, id, at);
    const entries = made.entries.map(({ number }) => number);
    const nothing = { files: [], moved: [], remarks: [], standing: null };
    return {
      schemaVersion: "1",
      case: of,
      letter: id,
      did,
      entries,
      repeated: made.repeated,
      status: kept.state.status,
      missing,
      issued: kept.state.issued,
      ...nothing,
      head: await view.head(),
    };
  });
}
