import type { ConditionWords, Criterion, CriterionWords, DutyRule, DutyWords, ShownPack, Term, TermWords } from "../../model/index.js";
import { outline, type Point, under } from "./outline.js";

type ShownRule = ShownPack["rules"][number];

type ShownCriterion = Criterion & { inWords: CriterionWords };

/** The criteria of a pack that were asked for, each with its words. */
function shownCriteria({ criteria, inWords }: ShownPack): ShownCriterion[] {
  return (criteria?.list ?? []).flatMap((one) => {
    const words = inWords.criteria?.list.find(({ id }) => id === one.id);
    return words ? [{ ...one, inWords: words }] : [];
  });
}

type ShownTerm = Term & { inWords: TermWords };
type ShownDuty = DutyRule & { inWords: DutyWords };

/** The terms that were asked for or are needed, each with its words. */
function shownTerms({ terms, inWords }: ShownPack): ShownTerm[] {
  return inWords.terms.flatMap((words) => terms.filter(({ id }) => id === words.id).map((one) => ({ ...one, inWords: words })));
}

/** The duties that were asked for, each with its words. */
function shownDuties({ duties, inWords }: ShownPack): ShownDuty[] {
  return inWords.duties.flatMap((words) => duties.filter(({ id }) => id === words.id).map((one) => ({ ...one, inWords: words })));
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
    ...some(
      pack.securityRequirements ? `Security requirements (marks of the ids: ${pack.securityRequirements.idMark})` : "",
      (pack.securityRequirements?.requirements ?? []).map(({ id, requires, mark }) => `${id}: ${requires} [${mark}]`),
    ),
    ...(inWords.criteria ? [{ label: "Criteria are put where", ...condition(inWords.criteria.askedWhen) }] : []),
    { label: "Sources", points: pack.sources.map(({ title, url }) => point(url ? `${title}: ${url}` : title)) },
  ];
}

/** What is told of one rule, in the order in which a lawyer asks. */
function ruleEntries(rule: ShownRule, options: { cel: boolean }): Entry[] {
  const { inWords } = rule;
  return [
    { label: "Citation", text: rule.citation },
    ...rule.formerly.map(({ until, citation, mark }) => ({ label: `Until ${until}`, text: `${citation} [${mark}]` })),
    ...(rule.from || rule.until ? [{ label: "In force", text: dates(rule) }] : []),
    { label: "Checked", text: `${rule.mark}: ${inWords.mark}` },
    { label: "Outcome", text: `${rule.outcome}: ${inWords.outcome}` },
    ...conditionEntries("Applies when", inWords.when, rule.when, options),
    ...conditionEntries("Stays open when", inWords.openWhen, rule.openWhen, options),
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

/** What is told of one term of the law. */
function termEntries(term: ShownTerm, options: { cel: boolean }): Entry[] {
  return [
    { label: "Citation", text: term.citation },
    { label: "Checked", text: `${term.mark}: ${term.inWords.mark}` },
    ...conditionEntries("Met when", term.inWords.when, term.when, options),
    ...conditionEntries("Stays open when", term.inWords.openWhen, term.openWhen, options),
  ];
}

/** What is told of one duty. */
function dutyEntries(duty: ShownDuty, options: { cel: boolean }): Entry[] {
  const { inWords } = duty;
  return [
    { label: "Citation", text: duty.citation },
    ...(duty.from ? [{ label: "In force", text: dates(duty) }] : []),
    { label: "Checked", text: `${duty.mark}: ${inWords.mark}` },
    { label: "Who", text: duty.who },
    { label: "Has to", text: duty.does },
    { label: "Due", text: duty.dueInWords },
    ...some("Content", duty.content),
    ...conditionEntries("Owed when", inWords.when, duty.when, options),
    ...conditionEntries("Stays open when", inWords.openWhen, duty.openWhen, options),
    ...conditionEntries("Counts when", inWords.validWhen, duty.validWhen, options),
  ];
}

function conditionEntries(label: string, words: ConditionWords | null, cel: string | undefined, options: { cel: boolean }): Entry[] {
  if (!words || cel === undefined) return [];
  return [{ label, ...condition(words) }, ...(options.cel ? [{ label: "as CEL", text: oneLine(cel), cel: true as const }] : [])];
}

/** What is told of one criterion: how it is answered, and what is asked where it is not. */
function criterionEntries(criterion: ShownCriterion, options: { cel: boolean }): Entry[] {
  const { inWords } = criterion;
  return [
    { label: "Question", text: criterion.question },
    { label: "Citation", text: criterion.citation },
    ...criterion.formerly.map(({ until, citation, mark }) => ({ label: `Until ${until}`, text: `${citation} [${mark}]` })),
    ...(criterion.from || criterion.until ? [{ label: "In force", text: dates(criterion) }] : []),
    { label: "Checked", text: `${criterion.mark}: ${inWords.mark}` },
    ...inWords.answers.flatMap(({ when, leaning, text }, at) => [
      ...conditionEntries(`Answered (${leaning}) when`, when, criterion.answers[at]?.when, options),
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

/** A part of a pack with its heading: a rule, a criterion, a duty or a term. */
export interface Part {
  id: string;
  title: string;
  entries: Entry[];
  outcome?: ShownRule["outcome"];
}

/** The parts of a pack in the order in which they are told. */
export function packParts(pack: ShownPack, options: { cel: boolean }): Part[] {
  return [
    ...pack.rules.map((rule) => ({ id: rule.id, title: rule.title, entries: ruleEntries(rule, options), outcome: rule.outcome })),
    ...shownCriteria(pack).map((one) => ({ id: one.id, title: one.title, entries: criterionEntries(one, options) })),
    ...shownDuties(pack).map((one) => ({ id: one.id, title: one.title, entries: dutyEntries(one, options) })),
    ...shownTerms(pack).map((one) => ({
      id: one.id,
      title: `The term "${one.id.replaceAll("-", " ")}"`,
      entries: termEntries(one, options),
    })),
  ];
}
