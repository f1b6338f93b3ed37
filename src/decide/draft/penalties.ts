import { byText, type Catalogue, type DraftMeasure, type Evidence, type Finding, type Penalty } from "../../model/index.js";

/**
 * What disobeying would mean: under every instrument by which a measure of the determination can be owed and whose law a finding relied on
 * cites, by title and part. An instrument of another law, such as an agreement with CFIUS, is not owed here.
 */
export function penaltiesOf(
  measures: readonly DraftMeasure[],
  findings: readonly Finding[],
  { breaches = [] }: Pick<Catalogue, "breaches">,
  sources: (ids: string[]) => Evidence[],
): Penalty[] {
  const laws = new Set(findings.flatMap(({ citation }) => partsOf(citation)));
  const known = [
    ...measures.flatMap(({ monitoring }) => monitoring.breach),
    ...breaches.map(({ sources: ids, ...one }) => ({ ...one, evidence: sources(ids) })),
  ];
  const fitting = known.filter(({ citation }) => citation !== null && partsOf(citation).some((part) => laws.has(part)));
  return [...new Map(fitting.map((one) => [one.id, one])).values()].sort((left, right) => byText(left.id, right.id));
}

/** Parts of the Code of Federal Regulations whose findings no penalty on file belongs to. */
export function lawsWithoutPenalty(findings: readonly Finding[], penalties: readonly Penalty[]): string[] {
  const covered = new Set(penalties.flatMap(({ citation }) => (citation === null ? [] : partsOf(citation))));
  return [...new Set(findings.flatMap(({ citation }) => partsOf(citation)))].filter((part) => !covered.has(part)).sort(byText);
}

/** `28 CFR 202` of `28 CFR 202.401(a); 202.210`; a citation of no such code gives itself. */
function partsOf(citation: string): string[] {
  const parts = [...citation.matchAll(/(\d+) CFR (?:part )?(\d+)/g)].map(([, title, part]) => `${title} CFR part ${part}`);
  return parts.length > 0 ? parts : [citation];
}
