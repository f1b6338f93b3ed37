import {
  byText,
  type Catalogue,
  type DeclaredMeasure,
  type Determination,
  type DraftMeasure,
  type Duty,
  type Evidence,
  type Finding,
  monitoringOf,
  type Transaction,
} from "../../model/index.js";

/** What the measures of one transaction are read from. */
export interface MeasuresInput {
  transaction: Transaction;
  findings: readonly Finding[];
  determination: Determination;
  /** Declared and in force on the day. */
  declared: readonly DeclaredMeasure[];
  duties: readonly Duty[];
  catalogue: Pick<Catalogue, "measures" | "breaches">;
  /** Name in the review, where the catalogue has none. */
  nameOf: (id: string) => string | undefined;
  sources: (ids: string[]) => Evidence[];
}

/** Every measure that bears on a transaction, by id: declared for it, demanded by a rule, or named as what could lift a finding. */
export function measuresOf(input: MeasuresInput): DraftMeasure[] {
  const declared = input.declared.filter((one) => concerns(one, input.transaction));
  const asking = input.findings.filter(({ outcome }) => outcome !== "note" && outcome !== "exempt");
  const ids = new Set([...declared.map(({ id }) => id), ...asking.flatMap(({ measures }) => measures), ...input.determination.measures]);
  return [...ids].sort(byText).map((id) => draftMeasure(id, declared, asking, input));
}

function concerns({ appliesTo }: DeclaredMeasure, { system, holdings }: Transaction): boolean {
  return appliesTo.length === 0 || appliesTo.some((id) => id === system || holdings.includes(id));
}

function draftMeasure(id: string, declared: readonly DeclaredMeasure[], asking: readonly Finding[], input: MeasuresInput): DraftMeasure {
  const standing = (status: DeclaredMeasure["status"]) => declared.filter((one) => one.id === id && one.status === status);
  const askedBy = asking.filter(({ measures }) => measures.includes(id));
  const demanded = askedBy.some(({ outcome }) => outcome === "restricted" || outcome === "prohibited");
  const lifts = askedBy.some(({ outcome }) => outcome === "review");
  const measure = input.catalogue.measures.find((one) => one.id === id);
  return {
    id,
    name: measure?.name ?? input.nameOf(id) ?? id,
    roles: [
      ...(declared.some((one) => one.id === id) ? (["declared"] as const) : []),
      ...(demanded ? (["demanded"] as const) : []),
      ...(lifts ? (["would-lift"] as const) : []),
    ],
    promised: standing("promised"),
    inPlace: standing("in-place"),
    verified: standing("verified"),
    askedBy: askedBy.map((one) => one.id),
    leaves: measure?.leaves ?? null,
    mark: measure?.mark ?? null,
    evidence: measure ? input.sources(measure.sources) : [],
    monitoring: monitoring(id, input),
    verifyBy: verifyBy(askedBy, input),
  };
}

function monitoring(id: string, { catalogue, sources }: MeasuresInput): DraftMeasure["monitoring"] {
  const measure = catalogue.measures.find((one) => one.id === id);
  if (!measure) return { evidence: null, verifier: null, frequency: null, breach: [] };
  const { evidence, verifier, frequency, breach } = monitoringOf(measure, catalogue);
  const told = (one: typeof verifier) => one && { says: one.says, mark: one.mark, evidence: sources(one.sources) };
  return {
    evidence,
    verifier: told(verifier),
    frequency: told(frequency),
    breach: breach.map(({ sources: ids, ...one }) => ({ ...one, evidence: sources(ids) })),
  };
}

/** The day of an audit that the law asks for where it demands the measure: no other day of verification is on file. */
function verifyBy(askedBy: readonly Finding[], { duties }: MeasuresInput): DraftMeasure["verifyBy"] {
  const demanding = new Set(askedBy.filter(({ outcome }) => outcome === "restricted").map(({ pack }) => pack));
  const [first] = duties
    .flatMap((one) => (one.due !== null && one.duty === "audit" && demanding.has(one.pack) ? [{ ...one, day: one.due }] : []))
    .sort((left, right) => byText(left.day, right.day));
  return first ? { day: first.day, duty: first.title, citation: first.citation, mark: first.mark, certainty: first.certainty } : null;
}
