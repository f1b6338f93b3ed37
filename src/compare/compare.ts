import {
  byText,
  type Change,
  type ComparedInput,
  type ComparedSide,
  comparedInputs,
  type Difference,
  differenceKinds,
  type Review,
  type ReviewComparison,
} from "../model/index.js";
import { answerOf } from "./answer.js";
import type { Found } from "./cause-search.js";
import { causeFinder } from "./causes.js";
import { recordedDeclaration } from "./declared-entries.js";
import { compareEntries, type Origin, type Recorded } from "./entries.js";
import { recordedFacts } from "./fact-entries.js";
import { compareFiles } from "./files.js";
import { indexChanges, lookInto } from "./index-of-changes.js";
import { packsInForce, recordedLaw } from "./law-entries.js";
import { newsOf } from "./news.js";
import { compareObservations } from "./observations.js";
import { inputsBehind, type Outcomes, outcomesOf, type Rerun } from "./reruns.js";
import { type Subject, type Subjects, subjectsOf } from "./subjects.js";

/** A review with the name that it is called by. */
export interface NamedReview {
  name: string;
  review: Review;
}

export interface CompareOptions {
  /** Version of beholden that compares. */
  version: string;
  /** The first side reviewed again with each choice of inputs from the second: then causes are told by trial, not by record. */
  reruns?: readonly Rerun[];
}

/**
 * Compares two reviews: what differs in the results, and for each difference what it comes from in the artefacts, the facts or the law.
 * Causes are found in what the reviews recorded; what the records do not tell is said to be so. Comparing the other way round gives
 * the same differences mirrored.
 */
export function compareReviews(before: NamedReview, after: NamedReview, { version, reruns = [] }: CompareOptions): ReviewComparison {
  const [old, now] = [before.review, after.review];
  const varied = inputsVaried(old, now);
  const files = compareFiles(old.files, now.files);
  const seen = compareObservations(old.observations, now.observations, { attribution: originOf("reference", varied) });
  const changes = [...files.changes, ...seen.changes, ...recordedChanges(old, now, varied), ...inputChanges(old, now)].sort(byId);

  const subjects = [old, now].map((one) => subjectsOf(one, files.nameOf)) as [Subjects, Subjects];
  const found = differing(...subjects);
  const causesOf = causeFinder({
    before: lookInto(old),
    after: lookInto(now),
    differences: found,
    changes: indexChanges(changes, seen, old, now),
  });
  const outcomes = reruns.length > 0 ? outcomesTried(subjects, reruns, varied, files.nameOf) : undefined;
  const differences = found.map((one) => explained(one, causesOf(one), varied, outcomes));
  const news = newsOf(differences, old, now);
  return {
    schemaVersion: "1",
    tool: { name: "beholden", version },
    before: sideOf(before),
    after: sideOf(after),
    varied,
    answer: answerOf({ news, differences, varied }, old, now),
    news,
    differences,
    // That the days differ is told among the inputs; as a change only where a clock ran on.
    changes: changes.filter((one) => one.kind !== "date" || differences.some(({ causes }) => causes.includes(one.id))),
    notes: notesOn(before, after, differences),
  };
}

/** The inputs in which two reviews differ, as far as they say. */
export function inputsVaried(before: Review, after: Review): ComparedInput[] {
  const differ: Record<ComparedInput, boolean> = {
    artefacts: !same(artefactsOf(before), artefactsOf(after)) || declarationDiffers(before, after),
    date: before.asOf !== after.asOf,
    reference: before.reference.sha256 !== after.reference.sha256,
    rules: !same(rulesOf(before), rulesOf(after)),
    tool: before.tool.version !== after.tool.version,
  };
  return comparedInputs.filter((one) => differ[one]);
}

function artefactsOf({ files, problems, leftOut }: Review): unknown {
  return [files.map((one) => [one.path, one.sha256]).sort(byContent), problems, leftOut];
}

function declarationDiffers(before: Review, after: Review): boolean {
  return before.declared !== undefined && after.declared !== undefined && !same(before.declared, after.declared);
}

function rulesOf({ rulePacks }: Review): unknown {
  return rulePacks.map((one) => [one.id, one.sha256]).sort(byContent);
}

/** The input that something comes from where the date alone is not it: the one named, or the version where only that differs; null where both may be. */
function originOf(own: ComparedInput, varied: readonly ComparedInput[]): ComparedInput | null {
  const candidates = varied.filter((one) => one === own || one === "tool" || (own === "reference" && one === "date"));
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

function recordedChanges(before: Review, after: Review, varied: ComparedInput[]): Change[] {
  const date = varied.includes("date");
  const statements = (own: ComparedInput) => (varied.includes(own) ? own : varied.includes("tool") ? "tool" : null);
  const compare = (was: Recorded | undefined, is: Recorded | undefined, origin: Origin) =>
    was && is ? compareEntries(was, is, origin) : [];
  const both = new Set(packsInForce(before).filter((id) => packsInForce(after).includes(id)));
  return [
    ...compare(recordedDeclaration(before), recordedDeclaration(after), { area: "artefacts", statements: "artefacts", date }),
    ...compare(recordedFacts(before), recordedFacts(after), { area: "facts", statements: statements("reference"), date }),
    ...compare(recordedLaw(before, both), recordedLaw(after, both), { area: "law", statements: statements("rules"), date }),
  ];
}

/** The version and the day themselves, where they differ. */
function inputChanges(before: Review, after: Review): Change[] {
  const changed = (id: string, area: Change["area"], by: "tool" | "date", what: string, old: string, now: string): Change[] =>
    old === now
      ? []
      : [{ id, area, kind: by, change: "changed", by, what, before: old, after: now, from: null, until: null, about: [by], sources: [] }];
  return [
    ...changed("tool:version", "tool", "tool", "version of beholden", before.tool.version, after.tool.version),
    ...changed("date:as-of", "facts", "date", "day of the review", before.asOf, after.asOf),
  ];
}

function differing(before: Subjects, after: Subjects): Found[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort(byText);
  return ids
    .flatMap((id) => {
      const [old, now] = [before.get(id), after.get(id)];
      const told = now ?? old;
      if (!told) return [];
      const fields = fieldsDiffering(old, now);
      if (old && now && fields.length === 0) return [];
      const change = old && now ? "changed" : now ? "added" : "removed";
      const { kind, key, title } = told;
      return [{ id, kind, key, title, change, ofConcern: Boolean(old?.ofConcern || now?.ofConcern), fields } as const];
    })
    .sort((left, right) => differenceKinds.indexOf(left.kind) - differenceKinds.indexOf(right.kind));
}

function fieldsDiffering(old: Subject | undefined, now: Subject | undefined): Difference["fields"] {
  return Object.keys(now?.fields ?? old?.fields ?? {})
    .map((name) => ({ name, before: old?.fields[name] ?? null, after: now?.fields[name] ?? null }))
    .filter((one) => one.before !== one.after);
}

/** The first side, the second, and what lies between them, by what was taken from the second. */
function outcomesTried(
  [before, after]: [Subjects, Subjects],
  reruns: readonly Rerun[],
  varied: ComparedInput[],
  nameOf: (path: string) => string,
): Outcomes {
  const between = reruns.map(({ taken, review }) => ({ taken, subjects: subjectsOf(review, nameOf) }));
  return outcomesOf([{ taken: [], subjects: before }, ...between, { taken: varied, subjects: after }], varied);
}

function explained(found: Found, causes: Change[], varied: ComparedInput[], outcomes: Outcomes | undefined): Difference {
  const { key: _, ...told } = found;
  if (outcomes) {
    const inputs = inputsBehind(found.id, outcomes);
    const fitting = causes.filter((one) => one.by === null || inputs.includes(one.by));
    return { ...told, causes: fitting.map((one) => one.id), inputs, explained: "rerun" };
  }
  const ids = causes.map((one) => one.id);
  if (varied.length === 1) return { ...told, causes: ids, inputs: varied, explained: ids.length > 0 ? "recorded" : "only-input" };
  const inputs = comparedInputs.filter((input) => causes.some((one) => one.by === input));
  return { ...told, causes: ids, inputs, explained: ids.length > 0 ? "recorded" : "cannot-be-told" };
}

function sideOf({ name, review }: NamedReview): ComparedSide {
  return {
    name,
    asOf: review.asOf,
    subject: review.subject.name,
    tool: review.tool.version,
    reference: { edition: review.reference.edition, sha256: review.reference.sha256 },
    rulePacks: review.rulePacks.map(({ id, sha256 }) => ({ id, sha256 })),
    determination: review.determination.outcome,
  };
}

function notesOn(before: NamedReview, after: NamedReview, differences: Difference[]): string[] {
  const untold = differences.filter((one) => one.explained === "cannot-be-told").length;
  return [
    ...[before, after].flatMap(({ name, review }) =>
      review.facts && review.declared !== undefined
        ? []
        : [
            `${name} was made by a version that recorded no dated facts, so what changed in the facts and the declaration cannot be told from it.`,
          ],
    ),
    ...[before, after].flatMap(({ name, review }) =>
      review.facts && review.facts.cut > 0
        ? [`${name} leaves ${review.facts.cut} owners far up unrecorded; changes among them are not told.`]
        : [],
    ),
    ...(before.review.subject.name === after.review.subject.name ? [] : ["The two reviews are of different subjects."]),
    ...(untold > 0
      ? [`Of ${untold} differences the cause cannot be told from the saved reviews: review both again to have it tried.`]
      : []),
  ].sort(byText);
}

function byId(left: Change, right: Change): number {
  return byText(left.id, right.id);
}

function byContent(left: unknown, right: unknown): number {
  return byText(JSON.stringify(left), JSON.stringify(right));
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
