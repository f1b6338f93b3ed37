import { draftContents, lawDays } from "./decide/index.js";
import { checkPublication, proceduresOn, shippedProcedures } from "./docket/index.js";
import type { Day, DeterminationDraft, Letter, Procedure, Reach, Reference, Review } from "./model/index.js";
import type { LetterInput } from "./report/determination/context.js";
import { determinationLetter } from "./report/determination/letter.js";
import { sentencesOf } from "./report/letter/writer.js";
import { reviewDigest } from "./review-digest.js";
import { version } from "./version.js";

export interface DeterminationOptions {
  /** Measures and their monitoring are read from it. */
  reference: Reference;
  /** Day of the determination; without it the day of the review. */
  on?: Day | undefined;
  /** First day without use, where the user dates the wind-down; otherwise a precedent does. */
  ceaseOn?: Day | undefined;
  /** Ids to tell in detail; without any: all that are not `not-prohibited`. */
  transactions?: string[] | undefined;
  /** Ids that the drafter decides to prohibit although the rules leave it to an authority. */
  prohibit?: string[] | undefined;
  /** The reaches of the review with every path, where they are at hand: a review keeps the strongest ones only. */
  reaches?: Reach[] | undefined;
  /** Reviews the same artefacts on another day, where they are at hand: the days on which the law changes are then computed. */
  reviewOn?: ((day: Day) => Promise<Review>) | undefined;
}

/** A law changes on few days; each is a whole review. */
const mostLawDays = 12;

/**
 * Drafts a determination from a review, with the letter that tells it: per transaction and for the case, what each rests on, what remains,
 * how it would end, and what would change it.
 *
 * @throws DraftError where a transaction that is asked for is not in the review, or one to prohibit has no finding that it could rest on
 * @example const draft = await determination(await review(["."], options), { reference, on: "2026-11-27" });
 */
export async function determination(review: Review, options: DeterminationOptions): Promise<DeterminationDraft> {
  const procedures = [...shippedProcedures().values()];
  const on = options.on ?? review.asOf;
  const contents = draftContents(review, {
    ...options,
    on,
    precedent: procedures.flatMap(({ precedents }) => precedents).at(-1),
    laterReviews: await laterReviews(review, options),
  });
  const draft: LetterInput = {
    schemaVersion: "1",
    tool: { name: "beholden", version },
    status: "draft-for-counsel",
    ...contents,
    review: { sha256: reviewDigest(review) },
    form: formOf(procedures, review, on),
    unclassified: null,
  };
  const { unclassified: _, ...rest } = draft;
  return { ...rest, letter: checkedLetter(draft) };
}

async function laterReviews(review: Review, { reviewOn }: DeterminationOptions): Promise<Map<Day, Review>> {
  const later = new Map<Day, Review>();
  if (!reviewOn) return later;
  for (const { day } of lawDays(review).slice(0, mostLawDays)) later.set(day, await reviewOn(day));
  return later;
}

/** What the law wants the paper to hold: the procedure in force on the day; where its content was not read, the one that has it, and it says so. */
function formOf(procedures: Procedure[], review: Review, on: Day): DeterminationDraft["form"] {
  const applied = new Set(review.rulePacks.map(({ id }) => id));
  const fitting = procedures.filter(({ packs }) => packs.some((id) => applied.has(id)));
  const contentsOf = (one: Procedure) => one.moves.find(({ event, contents }) => event === "final-determination" && contents.length > 0);
  const inForce = proceduresOn(fitting, on).find(contentsOf);
  const procedure = inForce ?? fitting.find(contentsOf);
  const move = procedure && contentsOf(procedure);
  if (!procedure || !move) return null;
  const signed = move.requires.find(({ kind }) => kind === "signed");
  return {
    procedure: procedure.id,
    title: procedure.title,
    citation: move.citation,
    inForce: inForce !== undefined,
    contents: [
      ...(signed ? [{ id: "signed", what: "written, signed and dated", citation: signed.citation, mark: signed.mark }] : []),
      ...move.contents.map((one) => ({ ...one, citation: one.citation ?? move.citation })),
    ],
  };
}

/** The letter, written a second time with what a check of its own words for classified information found. */
function checkedLetter(draft: LetterInput): Letter {
  const { sections } = determinationLetter(draft);
  // The section on form names what may not be in it.
  const passages = sections
    .filter(({ id }) => id !== "form")
    .flatMap(sentencesOf)
    .map(({ text }) => ({ text, handling: "public" as const }));
  const { publishable, grounds } = checkPublication(passages);
  const because = [...new Set(grounds.map((one) => one.because))];
  return determinationLetter({ ...draft, unclassified: { checked: publishable && because.length === 0, because } });
}
