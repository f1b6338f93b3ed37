import { createHash } from "node:crypto";
import { basename } from "node:path";
import {
  type EvidenceChange,
  EvidenceItem,
  type Grade,
  type HandlingMark,
  isOpenTo,
  type Json,
  type PageTexts,
  type Quote,
} from "../../model/index.js";
import type { Doing } from "../cases/change.js";
import { type Docket, DocketError, mostFileBytes, type NewFile } from "../journal/index.js";
import { all, changed, checked, entryOf, nextId, one, seenOne, shortId, stillThere, theCase, wholeId } from "./case-objects.js";
import { RefusedContent } from "./formats/format.js";
import type { BroughtFile, Inspected } from "./inspect.js";
import { inspectApart } from "./thread.js";

/** What is said of a file that is brought as evidence. */
export interface NewEvidence extends BroughtFile {
  title: string;
  source?: string | null | undefined;
  publisher?: string | null | undefined;
  published?: string | null | undefined;
  retrieved?: string | null | undefined;
  language?: string | null | undefined;
  obtained?: string | null | undefined;
  grade?: Grade | undefined;
  handling?: HandlingMark | undefined;
  /** The earlier capture of the same source. */
  replaces?: string | null | undefined;
}

const ungraded: Grade = { reliability: null, credibility: null };

/**
 * Adds a file to the evidence of a case: what it claims to be is held against its content, and its text is taken out and kept beside it.
 *
 * @param look how the file is read; apart from everything else where nothing is said
 * @throws DocketError `invalid` for a file that is no evidence, with what it is and what to do
 */
export async function addEvidence(
  docket: Docket,
  of: string,
  given: NewEvidence,
  doing: Doing,
  look = inspectApart,
): Promise<EvidenceChange> {
  // A case that is not there, and a file that is too large, are told before anything is read.
  await docket.read((view) => theCase(view, of));
  if (given.bytes.length > mostFileBytes)
    throw new DocketError(
      "invalid",
      `${given.name} has ${given.bytes.length} bytes. Expected at most ${mostFileBytes}; take the part that matters.`,
    );
  const inspected = await look(given).catch(refused);
  const { state, files } = itemOf(of, given, inspected);
  const asks = { add: state as unknown as Json };
  return changed<EvidenceItem>(docket, { of, kind: "evidence", did: "evidence-added" }, { ...doing, asks }, async (view) => {
    if (state.replaces !== null) await one(view, of, "evidence", state.replaces);
    const same = (await all<EvidenceItem>(view, of, "evidence")).filter((other) => other.state.files[0]?.sha256 === state.files[0]?.sha256);
    const id = await nextId(view, of, "evidence");
    const remarks = same.map((other) => `The same file is ${shortId(other.id)} of the case already.`);
    return {
      id,
      entries: [entryOf(of, "evidence", id, state, { act: "evidence-added", files, seen: 0 })],
      remarks: [...state.remarks, ...remarks],
    };
  });
}

function refused(error: unknown): never {
  if (error instanceof RefusedContent) throw new DocketError("invalid", error.message, error);
  throw error;
}

/** The state of a new item, with the files that go with it. */
function itemOf(
  of: string,
  given: NewEvidence,
  { format, mediaType, text, attachments, remarks }: Inspected,
): { state: EvidenceItem; files: NewFile[] } {
  const name = basename(given.name.replaceAll("\\", "/")).slice(-255) || "without a name";
  const original = { sha256: digest(given.bytes), content: given.bytes };
  const files = [{ sha256: original.sha256, bytes: given.bytes.length, mediaType, name, role: "original" }];
  const contents: NewFile[] = [original];
  if (text) {
    const content = Buffer.from(JSON.stringify({ schemaVersion: "1", ...text } satisfies PageTexts));
    files.push({
      sha256: digest(content),
      bytes: content.length,
      mediaType: "application/json",
      name: `${name.slice(-240)}.text.json`,
      role: "text",
    });
    contents.push({ sha256: digest(content), content });
  }
  const { title, source, publisher, published, retrieved, language, obtained, grade = ungraded, handling = "internal", replaces } = given;
  const state = checked(
    EvidenceItem,
    {
      title,
      format,
      source: source ?? null,
      publisher: publisher ?? null,
      published: published ?? null,
      retrieved: retrieved ?? null,
      language: language ?? null,
      obtained: obtained ?? null,
      grade,
      handling,
      replaces: replaces ? wholeId(of, replaces) : null,
      text: text && {
        extractor: text.extractor,
        pages: text.pages.length,
        characters: text.pages.reduce((sum, page) => sum + page.text.length, 0),
      },
      attachments,
      remarks,
      withdrawn: null,
      files,
    },
    "evidence",
  );
  return { state, files: contents };
}

/**
 * Grades how far a source can be relied on, and how far what it says can be believed; what is not said stays as it is.
 *
 * @throws ConflictError where another version is there than was seen, with mine, theirs and merged
 */
export function gradeEvidence(
  docket: Docket,
  of: string,
  id: string,
  grade: Partial<Grade>,
  reason: string | null,
  { seen, ...doing }: Doing & { seen?: number | undefined },
): Promise<EvidenceChange> {
  return changed<EvidenceItem>(
    docket,
    { of, kind: "evidence", did: "evidence-graded" },
    { ...doing, asks: { id, grade, reason, seen: seen ?? null } },
    async (view) => {
      stillThere(await one<EvidenceItem>(view, of, "evidence", id));
      const found = await seenOne<EvidenceItem>(view, of, "evidence", id, seen);
      const { state } = found;
      const after = checked(EvidenceItem, { ...state, grade: { ...state.grade, ...grade } }, "a grade");
      return { id: found.id, entries: [entryOf(of, "evidence", found.id, after, { act: "evidence-graded", reason, seen: found.version })] };
    },
  );
}

/** Changes how a piece of evidence may be handled. Its quotes follow where they would be more open than it. */
export function markEvidence(
  docket: Docket,
  of: string,
  id: string,
  handling: HandlingMark,
  reason: string | null,
  doing: Doing,
): Promise<EvidenceChange> {
  return changed<EvidenceItem>(
    docket,
    { of, kind: "evidence", did: "evidence-marked" },
    { ...doing, asks: { id, handling, reason } },
    async (view) => {
      const found = await one<EvidenceItem>(view, of, "evidence", id);
      const after = { ...stillThere(found), handling };
      const looser = (await all<Quote>(view, of, "quote")).filter(
        ({ state }) => state.evidence === found.id && isOpenTo(state.handling, handling) && state.handling !== handling,
      );
      const more = { act: "evidence-marked", reason };
      return {
        id: found.id,
        entries: [
          entryOf(of, "evidence", found.id, after, { ...more, seen: found.version }),
          ...looser.map((quote) => entryOf(of, "quote", quote.id, { ...quote.state, handling }, { ...more, seen: quote.version })),
        ],
        remarks: looser.map((quote) => `${shortId(quote.id)} is ${handling} with it now.`),
      };
    },
  );
}

/**
 * Withdraws a piece of evidence: it stays in the record, and nothing can rest on it any more.
 *
 * @throws DocketError `refused` while quotes are taken from it
 */
export function withdrawEvidence(docket: Docket, of: string, id: string, why: string, doing: Doing): Promise<EvidenceChange> {
  return changed<EvidenceItem>(
    docket,
    { of, kind: "evidence", did: "evidence-withdrawn" },
    { ...doing, asks: { id, why } },
    async (view) => {
      const found = await one<EvidenceItem>(view, of, "evidence", id);
      const quotes = (await all<Quote>(view, of, "quote")).filter(({ state }) => state.evidence === found.id && state.withdrawn === null);
      if (quotes.length > 0)
        throw new DocketError(
          "refused",
          `${shortId(found.id)} is quoted by ${quotes.map((quote) => shortId(quote.id)).join(", ")}. Withdraw those first.`,
        );
      const after = { ...stillThere(found), withdrawn: why };
      return {
        id: found.id,
        entries: [entryOf(of, "evidence", found.id, after, { act: "evidence-withdrawn", reason: why, seen: found.version })],
      };
    },
  );
}

function digest(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
