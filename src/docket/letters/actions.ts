import type { ConfirmedCitation, DocketLetter, HandlingMark, Json, LetterReview } from "../../model/index.js";
import { type Doing, readCaseFile } from "../cases/index.js";
import { type Appended, type Docket, DocketError, type DocketView, type NewEntry } from "../journal/index.js";
import { isOnePerson } from "../people/one-person.js";
import { type KeptLetter, letterObject, type NewLetterFile, readLetter } from "./kept.js";

/** What a new letter is made of. */
export interface Draft extends Pick<DocketLetter, "kind" | "title" | "fields" | "releaseOf" | "handling"> {
  template: string;
  /** The text of the template, kept with the letter so that a later change of the template changes no letter. */
  text: NewLetterFile;
}

/** Drafts a letter in a case. It gets the next id there. */
export async function draftLetter(
  docket: Docket,
  of: string,
  { template, text, ...given }: Draft,
  doing: Doing,
): Promise<Appended & { id: string }> {
  const { by, at } = doing;
  const asks = { case: of, draft: template, sha256: text.file.sha256, fields: given.fields, releaseOf: given.releaseOf };
  const appended = await docket.append({ ...doing, asks }, async (view) => {
    await readCaseFile(view, of);
    const id = `l${(await view.objects({ kind: "letter", case: of })).length + 1}`;
    const state: DocketLetter = {
      ...given,
      template: { id: template, sha256: text.file.sha256 },
      status: "draft",
      confirmed: [],
      drafted: { by, at },
      reviews: [],
      approved: null,
      issued: null,
      files: [text.file],
    };
    return [entryOf(of, id, "letter-drafted", state, { seen: 0, files: [text] })];
  });
  return { ...appended, id: idIn(appended) };
}

/**
 * Fills in fields of a letter. What was approved is a draft again.
 *
 * @throws ConflictError where another version is there than was seen, with mine, theirs and merged
 */
export function editLetter(
  docket: Docket,
  of: string,
  id: string,
  { fields, handling }: { fields: Record<string, string>; handling: HandlingMark },
  { seen, reason, ...doing }: Doing & { seen?: number | undefined; reason: string | null },
): Promise<Appended> {
  return docket.append({ ...doing, asks: { case: of, letter: id, fields, seen: seen ?? null } }, async (view) => {
    const { state: current } = await changeable(view, of, id);
    // Mine is what I saw with my change, not what is there with it.
    const base = seen === undefined ? current : await stateAt(view, of, id, seen);
    const state: DocketLetter = {
      ...base,
      handling,
      fields: { ...base.fields, ...fields },
      status: "draft",
      approved: null,
      files: withoutApproved(base),
    };
    return [entryOf(of, id, "letter-edited", state, { seen, reason })];
  });
}

async function stateAt(view: DocketView, of: string, id: string, seen: number): Promise<DocketLetter> {
  const [entry] = await view.entries({ object: letterObject(of, id), after: seen - 1, limit: 1 });
  if (entry?.number !== seen)
    throw new DocketError(
      "not-found",
      `letter ${id} has no version ${seen}. \`beholden docket letter show ${of} ${id}\` names the one that is there.`,
    );
  return entry.body.after as unknown as DocketLetter;
}

/**
 * A reviewer says of a letter, as it is now, that it is fit or that it needs changes.
 *
 * @throws DocketError `refused` for its author who finds it fit
 */
export function reviewLetter(
  docket: Docket,
  of: string,
  id: string,
  review: Pick<LetterReview, "verdict" | "note" | "content">,
  doing: Doing,
): Promise<Appended> {
  const { by, at } = doing;
  return docket.append({ ...doing, asks: { case: of, letter: id, review } }, async (view) => {
    const { state, version } = await changeable(view, of, id);
    if (review.verdict === "fit") await refuseAuthor(view, of, id, by, "finds fit");
    return [
      entryOf(
        of,
        id,
        "letter-reviewed",
        { ...state, reviews: [...state.reviews, { by, at, ...review }] },
        { seen: version, reason: review.note },
      ),
    ];
  });
}

/**
 * A person confirms a provision that a letter cites and that is not on file. What was approved is a draft again.
 *
 * @throws DocketError `refused` where it was confirmed already
 */
export function confirmCitation(
  docket: Docket,
  of: string,
  id: string,
  { citation, why }: Pick<ConfirmedCitation, "citation" | "why">,
  doing: Doing,
): Promise<Appended> {
  const { by, at } = doing;
  return docket.append({ ...doing, asks: { case: of, letter: id, confirm: citation, why } }, async (view) => {
    const { state, version } = await changeable(view, of, id);
    const before = state.confirmed.find((one) => one.citation === citation);
    if (before) throw new DocketError("refused", `${before.by} confirmed ${citation} already, at ${before.at}.`);
    const after: DocketLetter = {
      ...state,
      confirmed: [...state.confirmed, { by, at, citation, why }],
      status: "draft",
      approved: null,
      files: withoutApproved(state),
    };
    return [entryOf(of, id, "letter-citation-confirmed", after, { seen: version, reason: why })];
  });
}

/**
 * Approves a letter in exactly the state that was seen. Who drafted or changed it does not.
 *
 * @throws DocketError `refused` for its author, or where the latest review of this state asks for changes
 */
export function approveLetter(
  docket: Docket,
  of: string,
  id: string,
  { content, version: seen, handling, approved }: { content: string; version: number; handling: HandlingMark; approved: NewLetterFile },
  doing: Doing,
): Promise<Appended> {
  const { by, at } = doing;
  return docket.append({ ...doing, asks: { case: of, letter: id, approve: content } }, async (view) => {
    const { state } = await changeable(view, of, id);
    await refuseAuthor(view, of, id, by, "approves");
    const latest = state.reviews.filter((one) => one.content === content).at(-1);
    if (latest?.verdict === "changes")
      throw new DocketError(
        "refused",
        `${latest.by} reviewed letter ${id} as it is now and asks for changes${latest.note ? `: ${latest.note}` : ""}. Change it, or have it reviewed again.`,
      );
    const after: DocketLetter = {
      ...state,
      handling,
      status: "approved",
      approved: { by, at, content },
      files: [...withoutApproved(state), approved.file],
    };
    return [entryOf(of, id, "letter-approved", after, { seen, files: [approved] })];
  });
}

/** Who drafted or changed a letter, each once; where it came from another docket, who did there. */
export async function authorsOf(view: DocketView, of: string, id: string): Promise<string[]> {
  const entries = await view.entries({ object: letterObject(of, id) });
  const writing = entries.filter(({ body }) => body.act === "letter-drafted" || body.act === "letter-edited");
  return [...new Set(writing.map(({ body }) => body.origin?.by ?? body.by))];
}

async function refuseAuthor(view: DocketView, of: string, id: string, by: string, does: string): Promise<void> {
  const authors = await authorsOf(view, of, id);
  for (const author of authors) {
    if (!(await isOnePerson(view, author, by))) continue;
    throw new DocketError(
      "refused",
      `${by} wrote on letter ${id} (${authors.join(", ")}), and nobody ${does} what is their own. Somebody else has to do it.`,
    );
  }
}

/**
 * A letter that may still change.
 *
 * @throws DocketError `refused` for one that was issued
 */
export async function changeable(view: DocketView, of: string, id: string): Promise<KeptLetter> {
  const found = await readLetter(view, of, id);
  const { issued } = found.state;
  if (issued)
    throw new DocketError(
      "refused",
      `letter ${id} was issued as ${issued.number} on ${issued.on}: what was issued never changes. Draft another one.`,
    );
  return found;
}

export function withoutApproved({ files }: DocketLetter): DocketLetter["files"] {
  return files.filter(({ role }) => role !== "approved");
}

/** The entry of the journal for a state of a letter. */
export function entryOf(
  of: string,
  id: string,
  act: string,
  after: DocketLetter,
  { seen, reason = null, files = [] }: { seen: number | undefined; reason?: string | null; files?: readonly NewLetterFile[] },
): NewEntry {
  const contents = files.map(({ file, content }) => ({ sha256: file.sha256, content }));
  return { act, case: of, object: letterObject(of, id), after: after as unknown as Json, reason, seen, files: contents };
}

function idIn({ entries }: Appended): string {
  const id = entries.find(({ body }) => body.object.kind === "letter")?.body.object.id ?? "";
  return id.slice(id.lastIndexOf("/") + 1);
}
