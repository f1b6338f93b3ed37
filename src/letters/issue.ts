import {
  type Docket,
  DocketError,
  type DocketView,
  type Doing,
  type IssueState,
  issueLetter,
  nextLetterNumber,
  type PreparedIssue,
  readLetter,
  standingOf,
  startedBy,
  todayOf,
} from "../docket/index.js";
import {
  type CaseEntry,
  type Day,
  type IssuePreview,
  Letter,
  type LetterChange,
  type LetterIssue,
  type LetterKind,
} from "../model/index.js";
import { type ComposedLetter, composedLetter, contentsHeld, refuseMissing } from "./composed.js";
import { contentDifferences, issuedLetter } from "./content.js";
import { issuedFiles } from "./files.js";
import type { LetterTemplate } from "./template.js";

export interface IssueChoices {
  /** The day of the letter; today where the office is, where nothing is said. */
  on?: Day | undefined;
  /** How it is served. */
  service?: string | undefined;
  /** The rank of who signs, where the procedure asks for one. */
  rank?: CaseEntry["rank"];
  /** Prints a page as PDF; null where there is no Chromium. */
  print: ((page: string) => Promise<Uint8Array>) | null;
}

/**
 * Issues an approved letter: its number, its files with their digests, the event of the procedure and the deadlines that it starts, in one
 * step, once however often it is asked with one key.
 *
 * @throws DocketError `refused` where something is missing, where it says something else than what was approved, or where the law does not
 * allow its event
 */
export async function issue(
  docket: Docket,
  of: string,
  id: string,
  { on, service, rank, print }: IssueChoices,
  doing: Doing,
): Promise<LetterChange> {
  const day = on ?? (await docket.read(async (view) => todayOf((await composedLetter(view, of, id, doing.at)).file, doing.at)));
  const remarks: string[] = [];
  const given = { on: on ?? null, service: service ?? null, rank: rank ?? null };
  const { entries, repeated, effect, head } = await issueLetter(
    docket,
    { case: of, letter: id, given },
    day,
    async (state) => {
      remarks.length = 0;
      const composed = await docket.read((view) => readyLetter(view, state, doing.at));
      const original = await docket.read((view) => originalKind(view, composed));
      return prepared(composed, state, { original, on: day, service, rank, print, at: doing.at, remarks });
    },
    doing,
  );
  return docket.read(async (view) => {
    const { kept, file } = await composedLetter(view, of, id, doing.at);
    return {
      schemaVersion: "1",
      case: of,
      letter: id,
      did: "letter-issued",
      entries: entries.map(({ number }) => number),
      repeated,
      status: kept.state.status,
      missing: [],
      issued: kept.state.issued,
      files: kept.state.files.filter(({ role }) => role !== "template" && role !== "approved"),
      moved: effect?.moved ?? [],
      remarks: [
        ...remarks,
        ...(effect?.logged ?? []).map(({ because, citation }) => `The event is kept without effect: ${because} (${citation}).`),
      ],
      standing: standingOf(file, todayOf(file, doing.at)),
      head,
    };
  });
}

/** What issuing a letter would give it: number, day, digest, event, deadlines; and why it cannot be, where it cannot. Nothing is done. */
export async function previewIssue(
  view: DocketView,
  of: string,
  id: string,
  { on, service, rank }: Pick<IssueChoices, "on" | "service" | "rank">,
  at: string,
): Promise<IssuePreview> {
  const composed = await composedLetter(view, of, id, at);
  const { kept, file, template, letter, missing, content } = composed;
  const day = on ?? todayOf(file, at);
  const number = await nextLetterNumber(view, day);
  const [refused, remarks]: [string[], string[]] = [[...missing], []];
  const { status, approved, issued } = kept.state;
  if (issued) refused.push(`It was issued as ${issued.number} on ${issued.on}.`);
  else if (status !== "approved") refused.push("It is not approved yet: somebody who did not write on it does that.");
  else if (content !== approved?.content)
    refused.push("It no longer says what was approved, for the record has changed. Have it approved again.");
  const original = await originalKind(view, composed);
  let event: Omit<CaseEntry, "id"> | null = null;
  let deadlines: LetterIssue["deadlines"] = [];
  try {
    event = eventOf(
      template,
      letter,
      { kept: kept.state.fields, file, number },
      { on: day, service, rank, print: null, at, remarks, original },
    );
    deadlines = event ? startedBy(file, event, at) : [];
  } catch (error) {
    if (!(error instanceof DocketError)) throw error;
    refused.push(error.message);
  }
  const move = moveOf(template, file);
  return {
    ...{ schemaVersion: "1", case: of, id, number, on: day, service: service ?? null, content, deadlines, remarks, refused },
    services: (move?.serves ? (file.rules?.procedure.services ?? []) : []).map((one) => ({
      id: one.id,
      title: one.title,
      settled: one.counts === "on-the-day",
    })),
    event: event && { event: event.event, title: move?.title ?? event.event, on: day },
    head: await view.head(),
  };
}

/** What the procedure of a case calls the issue of such a letter. */
function moveOf({ front }: LetterTemplate, { rules }: IssueState["file"]) {
  // The template names the event of the procedure that it was written for.
  const name = rules?.procedure.letters[front.kind]?.event ?? front.event?.name;
  return front.event && rules?.procedure.moves.find((one) => one.event === name);
}

/** The letter as it would be issued now: complete, and word for word what was approved. */
async function readyLetter(view: DocketView, { file, letter: { id, state } }: IssueState, at: string): Promise<ComposedLetter> {
  const composed = await composedLetter(view, file.id, id, at);
  refuseMissing(id, composed.missing);
  if (composed.content === state.approved?.content) return composed;
  const kept = state.files.find(({ role }) => role === "approved");
  const bytes = kept && (await view.file(kept.sha256));
  const differing = bytes ? contentDifferences(Letter.parse(JSON.parse(Buffer.from(bytes).toString("utf8"))), composed.letter) : [];
  throw new DocketError(
    "refused",
    `letter ${id} no longer says what ${state.approved?.by} approved at ${state.approved?.at}: the record has changed (${differing.join("; ") || "its content"}). Have it approved again.`,
  );
}

/** The kind of the letter that a public version is made of; null for any other letter. */
async function originalKind(view: DocketView, { file, kept }: ComposedLetter): Promise<LetterKind | null> {
  const { releaseOf } = kept.state;
  return releaseOf === null ? null : (await readLetter(view, file.id, releaseOf)).state.kind;
}

interface Choices extends Pick<IssueChoices, "service" | "rank" | "print"> {
  original: LetterKind | null;
  on: Day;
  at: string;
  remarks: string[];
}

async function prepared(
  { template, letter, handling, content }: ComposedLetter,
  { head, file, letter: kept, number }: IssueState,
  choices: Choices,
): Promise<PreparedIssue> {
  const { on, service, print, at, remarks } = choices;
  const event = eventOf(template, letter, { kept: kept.state.fields, file, number }, choices);
  const deadlines = event ? startedBy(file, event, at) : [];
  if (!print) remarks.push("No PDF was made: no Chromium was found, or BEHOLDEN_CHROMIUM is none. The other forms are kept.");
  const issued: LetterIssue = { number, on, service: service ?? null, handling, content, head, deadlines };
  return { issue: issued, event, files: await issuedFiles(issuedLetter(letter, issued), print) };
}

/** The event of the procedure that the issue is; null, with a remark, where the procedure of the case knows no such event. */
function eventOf(
  template: LetterTemplate,
  letter: Letter,
  { kept, file, number }: { kept: Record<string, string>; file: IssueState["file"]; number: string },
  { on, service, rank, remarks, original }: Choices,
): Omit<CaseEntry, "id"> | null {
  const { event } = template.front;
  if (event?.of && original && !event.of.includes(original)) return null;
  const name = event && (file.rules?.procedure.letters[template.front.kind]?.event ?? event.name);
  const move = moveOf(template, file);
  if (!event || !move) {
    if (event)
      remarks.push(
        `No event was recorded: ${file.rules ? `procedure ${file.rules.procedure.id} has no event ${name}` : "the case follows no procedure"}.`,
      );
    return null;
  }
  const methods = file.rules?.procedure.services.map(({ id }) => id) ?? [];
  if (move.serves && methods.length > 0 && service === undefined)
    throw new DocketError(
      "invalid",
      `how the letter is served is not said, and its clock depends on it. Expected --service with one of ${methods.join(", ")}.`,
    );
  const field = (name: string | undefined) => (name && kept[name]?.trim()) || undefined;
  const held = contentsHeld(template, letter);
  const particulars = {
    by: field(event.signed),
    signed: event.signed ? true : undefined,
    written: event.written ? true : undefined,
    outcome: field(event.outcome),
    until: field(event.until),
    agency: field(event.agency),
    rank,
    contains: held.length > 0 ? held : undefined,
    method: move.serves ? service : undefined,
    note: `Letter ${number}`,
  };
  return { event: move.event, on, ...Object.fromEntries(Object.entries(particulars).filter(([, value]) => value !== undefined)) };
}
