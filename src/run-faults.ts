import { type Dossier, firstDayOf, type Impact, type Review } from "./model/index.js";

/**
 * What does not fit in a saved review: counts that are not those of its lists, names that stand for nothing, one name for two things. Empty
 * for every review that beholden makes.
 */
export function reviewFaults({
  summary,
  files,
  observations,
  transactions,
  reaches,
  findings,
  determination,
  determinations,
  problems,
  subject,
  declared,
  rulePacks,
}: Review): string[] {
  const transactionIds = new Set(transactions.map(({ id }) => id));
  const findingIds = new Set(findings.map(({ id }) => id));
  const reachIds = new Set(reaches.map(({ id }) => id));
  const rules = new Set(rulePacks.flatMap(({ id, law }) => (law?.rules ?? []).map((rule) => `${id}/${rule.id}`)));
  return [
    ...(declared && declared.subject.name !== subject.name
      ? [`its subject is ${subject.name}, and ${declared.subject.name} is declared`]
      : []),
    ...findings
      .filter(({ pack, rule }) => rules.size > 0 && !rules.has(`${pack}/${rule}`))
      .map((one) => `finding ${one.id} names the rule ${one.pack}/${one.rule}, which is not among its rules`),
    ...miscounted("files", summary.files, files.length),
    ...miscounted("observations", summary.observations, observations.length),
    ...miscounted("transactions", summary.transactions, transactions.length),
    ...miscounted("reaches", summary.reaches, reaches.length),
    ...miscounted("problems", summary.problems, problems.length),
    ...Object.entries(summary.findings).flatMap(([outcome, stated]) =>
      miscounted(`open findings that say ${outcome}`, stated, findings.filter((one) => one.outcome === outcome && isOpen(one)).length),
    ),
    ...twice(
      "finding",
      findings.map(({ id }) => id),
    ),
    ...twice(
      "transaction",
      transactions.map(({ id }) => id),
    ),
    ...findings
      .filter((one) => !transactionIds.has(one.transaction))
      .map((one) => `finding ${one.id} is about transaction ${one.transaction}, which is not there`),
    ...findings.flatMap((one) =>
      one.reaches.filter((id) => !reachIds.has(id)).map((id) => `finding ${one.id} names the reach ${id}, which is not there`),
    ),
    ...[determination, ...determinations].flatMap((one) =>
      one.findings
        .filter((id) => !findingIds.has(id))
        .map((id) => `the determination${one.transaction ? ` of ${one.transaction}` : ""} rests on finding ${id}, which is not there`),
    ),
  ];
}

/** The same of a dossier: one name for two things, and statements that are later than its day. */
export function dossierFaults({ questions, regions, asOf, ties, disclosures }: Dossier): string[] {
  const statements = [...ties, ...disclosures, ...regions.map(({ statement }) => statement), ...questions.flatMap((one) => one.statements)];
  return [
    ...twice(
      "question",
      questions.map(({ id }) => id),
    ),
    ...twice(
      "region",
      regions.map(({ id }) => id),
    ),
    ...statements
      .filter(({ date }) => date !== null && firstDayOf(date) > asOf)
      .map(({ text, date }) => `a statement of ${date} is later than its day, ${asOf}: ${text.slice(0, 80)}`),
  ];
}

/** The same of a scenario: counts that are not those of its lists, and one name for two systems. */
export function impactFaults({ totals, systems, assets }: Impact): string[] {
  const counted = (what: string, all: readonly { verdict: string }[], stated: Readonly<Record<string, number>>) =>
    Object.entries(stated).flatMap(([verdict, count]) =>
      miscounted(`${what} that are told as ${verdict}`, count, all.filter((one) => one.verdict === verdict).length),
    );
  return [
    ...counted("systems", systems, totals.systems),
    // A system stands among the assets too, and is counted with the systems.
    ...counted(
      "assets",
      assets.filter(({ kind }) => kind !== "system"),
      totals.assets,
    ),
    ...twice(
      "system",
      systems.map(({ id }) => id),
    ),
  ];
}

function isOpen({ status }: Review["findings"][number]): boolean {
  return status === "open" || status === "acceptance-expired";
}

function miscounted(what: string, stated: number, found: number): string[] {
  return stated === found ? [] : [`it counts ${stated} ${what} and has ${found}`];
}

function twice(what: string, ids: string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => `there are two of ${what} ${id}`);
}
