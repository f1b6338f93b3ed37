import type { Criterion, CriterionWords, ShownPack } from "../../model/index.js";
import { outline, type Point, under } from "./outline.js";

type ShownRule = ShownPack["rules"][number];

type ShownCriterion = Criterion & { inWords: CriterionWords };

/** The criteria of a pack that were asked for, each with its words. */
export function shownCriteria({ criteria, inWords }: ShownPack): ShownCriterion[] {
  return (criteria?.list ?? []).flatMap((one) => {
    const words = inWords.criteria?.list.find(({ id }) => id === one.id);
    return words ? [{ ...one, inWords: words }] : [];
  });
}

/** A heading with what stands beside it: one text, or points. */
export interface Entry {
  label: string;
  text?: string;
  points?: Point[];
  /** Text of the law's own making, shown as it is written. */
  cel?: true;
}

/** What is told of a pack before its rules. */
export function packEntries(pack: ShownPack): Entry[] {
  const { inWords } = pack;
  return [
    { label: "Authority", text: pack.authority },
    { label: "In force", text: dates(pack) },
    { label: "Checked", text: `${pack.mark}: ${inWords.mark}` },
    { label: "Protects or binds", text: `persons of ${inWords.protects}` },
    { label: "Governments of concern", ...list(inWords.governments, "none of its own; only lists decide") },
    { label: "Covered: who is one of these", points: inWords.covered.map(point) },
    ...(inWords.exempt ? [{ label: "Except", text: inWords.exempt }] : []),
    ...(inWords.bulk.length > 0 ? [{ label: "Bulk data", points: inWords.bulk.map(point) }] : []),
    ...someOf(
      "Terms, met where",
      pack.terms.map(({ id, citation, mark }, at) => termPoint(`${id} (${citation}) [${mark}]`, inWords.terms[at]?.when)),
    ),
    ...some(
      pack.securityRequirements ? `Security requirements (marks of the ids: ${pack.securityRequirements.idMark})` : "",
      (pack.securityRequirements?.requirements ?? []).map(({ id, requires, mark }) => `${id}: ${requires} [${mark}]`),
    ),
    ...some(
      "Duties",
      pack.duties.map(({ title, does, dueInWords, citation, mark }) => `${title}: ${does} Due: ${dueInWords} (${citation}) [${mark}]`),
    ),
    ...(inWords.criteria ? [{ label: "Criteria are put where", ...condition(inWords.criteria.askedWhen) }] : []),
    { label: "Sources", points: pack.sources.map(({ title, url }) => point(url ? `${title}: ${url}` : title)) },
  ];
}

/** What is told of one rule, in the order in which a lawyer asks. */
export function ruleEntries(rule: ShownRule, options: { cel: boolean }): Entry[] {
  const { inWords } = rule;
  return [
    { label: "Citation", text: rule.citation },
    ...rule.formerly.map(({ until, citation, mark }) => ({ label: `Until ${until}`, text: `${citation} [${mark}]` })),
    ...(rule.from || rule.until ? [{ label: "In force", text: dates(rule) }] : []),
    { label: "Checked", text: `${rule.mark}: ${inWords.mark}` },
    { label: "Outcome", text: `${rule.outcome}: ${inWords.outcome}` },
    { label: "Applies when", ...condition(inWords.when) },
    ...(options.cel ? [{ label: "as CEL", text: oneLine(rule.when), cel: true as const }] : []),
    ...(inWords.openWhen ? [{ label: "Stays open when", ...condition(inWords.openWhen) }] : []),
    ...(options.cel && rule.openWhen ? [{ label: "as CEL", text: oneLine(rule.openWhen), cel: true as const }] : []),
    { label: "Says", text: inWords.explanation },
    ...some(
      "Measures",
      inWords.measures.map(({ id, name }) => (name ? `${id}: ${name}` : `${id} (not in the catalogue of measures)`)),
    ),
    ...some("To settle it, ask", inWords.settle),
    examples(inWords.examples),
  ];
}

function examples(told: ShownRule["inWords"]["examples"]): Entry {
  const given = (sentences: string[]) =>
    sentences.length > 0 ? `given that ${sentences.join("; ")}` : "given the neutral case as it stands";
  return {
    label: "Worked examples",
    points: told.map((one) => ({ text: `${one.name}: ${one.result}`, under: [point(given(one.given))] })),
  };
}

/** What is told of one criterion: how it is answered, and what is asked where it is not. */
export function criterionEntries(criterion: ShownCriterion, options: { cel: boolean }): Entry[] {
  const { inWords } = criterion;
  return [
    { label: "Question", text: criterion.question },
    { label: "Citation", text: criterion.citation },
    ...criterion.formerly.map(({ until, citation, mark }) => ({ label: `Until ${until}`, text: `${citation} [${mark}]` })),
    ...(criterion.from || criterion.until ? [{ label: "In force", text: dates(criterion) }] : []),
    { label: "Checked", text: `${criterion.mark}: ${inWords.mark}` },
    ...inWords.answers.flatMap(({ when, leaning, text }, at) => [
      { label: `Answered (${leaning}) when`, ...condition(when) },
      ...(options.cel ? [{ label: "as CEL", text: oneLine(criterion.answers[at]?.when ?? ""), cel: true as const }] : []),
      { label: "Says", text },
    ]),
    {
      label: "Asked",
      points: inWords.ask.map(({ of, question, when }) => ({ text: `${of}: ${question}`, under: when ? [under("where ", when)] : [] })),
    },
    examples(inWords.examples),
  ];
}

function condition(words: ShownRule["inWords"]["when"]): Omit<Entry, "label"> {
  const { text, under } = outline(words);
  return under.length > 0 ? { text, points: under } : { text };
}

function termPoint(text: string, when: ShownRule["inWords"]["when"] | undefined): Point {
  return when ? under(`${text}: `, when) : point(text);
}

function someOf(label: string, points: Point[]): Entry[] {
  return points.length > 0 ? [{ label, points }] : [];
}

function some(label: string, texts: string[]): Entry[] {
  return texts.length > 0 ? [{ label, points: texts.map(point) }] : [];
}

function list(texts: string[], none: string): Omit<Entry, "label"> {
  return texts.length > 0 ? { points: texts.map(point) } : { text: none };
}

function point(text: string): Point {
  return { text, under: [] };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** "2025-04-08 to 2026-01-01", "since …", "until …", "at all dates". */
export function dates({ from, until }: { from?: string | undefined; until?: string | undefined }): string {
  if (from && until) return `${from} to ${until}`;
  if (from) return `since ${from}`;
  return until ? `until ${until}` : "at all dates";
}

export function setSentence({ packs }: { packs: string[] }): string {
  return `A set of ${packs.length} packs: ${packs.join(", ")}.`;
}
