import { answer, idleAcceptances } from "./decide/index.js";
import {
  type AssumedMeasure,
  type AttributedObservation,
  byText,
  type Collected,
  type Counterparty,
  type Day,
  type DeclaredMeasure,
  type Determination,
  type Duty,
  type Finding,
  governmentsReaching,
  holdsOn,
  type Inventory,
  outcomes,
  type Reach,
  type Reference,
  type Review,
  type ReviewCriteria,
  type SideBySide,
  type Transaction,
} from "./model/index.js";
import { recordDeclaration, recordFacts, recordLaw } from "./record.js";
import type { LoadedPack } from "./review-options.js";
import { version } from "./version.js";

/** Everything that the rooms found, to be laid out as one result. */
export interface ReviewParts {
  asOf: Day;
  reference: Reference;
  packs: LoadedPack[];
  /** With the measures in force on the day. */
  inventory: Inventory | null;
  /** As it was declared. */
  declared: Inventory | null;
  /** Measures taken as in place for this review. */
  assumed: AssumedMeasure[];
  collected: Collected;
  assumptions: string[];
  observations: AttributedObservation[];
  transactions: Transaction[];
  counterparties: Counterparty[];
  reaches: Reach[];
  findings: Finding[];
  criteria: ReviewCriteria[];
  duties: Duty[];
  sideBySide?: SideBySide[];
  determinations: Determination[];
  determination: Determination;
}

/** Lays the parts out in the stable order of the published schema: the same parts give the same bytes. */
export function composeReview(parts: ReviewParts): Review {
  const { asOf, reference, packs, inventory, collected, observations, transactions, reaches } = parts;
  const findings = [...parts.findings].sort(byGravity);
  const unattributed = unattributedThings(observations);
  const subject = inventory?.subject ?? { name: "the subject (no beholden.yaml)" };
  const unattributedCount = observations.filter((one) => one.attribution.provider === null).length;
  const seriousProblems = collected.problems.filter((one) => one.severity !== "note");
  return {
    schemaVersion: "1",
    tool: { name: "beholden", version },
    asOf,
    subject,
    reference: {
      edition: reference.catalogue.edition,
      sha256: reference.sha256,
      imports: reference.imports.map(({ id, title, edition, sha256 }) => ({ id, title, edition, sha256 })),
    },
    rulePacks: packs.map(({ pack, sha256 }) => ({
      id: pack.id,
      title: pack.title,
      governments: governmentsNamed(pack),
      sha256,
      law: recordLaw(pack, asOf),
    })),
    answer: answer({
      subject: subject.name,
      asOf,
      determination: parts.determination,
      determinations: parts.determinations,
      transactions,
      findings,
      duties: parts.duties,
      reaches,
      unattributed: unattributedCount,
      problems: seriousProblems.length,
      reference,
    }),
    summary: {
      files: collected.filesRead.length,
      observations: observations.length,
      attributed: observations.length - unattributedCount,
      unattributed: unattributedCount,
      providers: new Set(transactions.map((one) => one.provider)).size,
      transactions: transactions.length,
      reaches: reaches.length,
      residualReaches: reaches.filter((one) => one.residual).length,
      reachesEnded: {
        verified: reaches.filter((one) => one.endedBy === "verified").length,
        inPlace: reaches.filter((one) => one.endedBy === "in-place").length,
        assumed: reaches.filter((one) => one.endedBy === "assumed").length,
        ifPromisesKept: reaches.filter((one) => one.endedIfPromisesKept).length,
      },
      findings: countOpen(findings),
      accepted: findings.filter((one) => one.status === "accepted").length,
      acceptanceExpired: findings.filter((one) => one.status === "acceptance-expired").length,
      inBaseline: findings.filter((one) => one.status === "in-baseline").length,
      problems: collected.problems.length,
      leftOut: collected.leftOut.reduce((sum, one) => sum + one.count, 0),
    },
    determination: parts.determination,
    determinations: parts.determinations,
    findings,
    criteria: parts.criteria,
    duties: parts.duties,
    ...(parts.sideBySide ? { sideBySide: parts.sideBySide } : {}),
    transactions,
    counterparties: parts.counterparties,
    reaches,
    observations,
    providers: providersUsed(transactions, reaches, reference),
    parties: partiesNamed(parts),
    measures: measuresNamed(parts),
    ...(parts.assumed.length > 0 ? { assumed: measuresAssumed(parts) } : {}),
    unattributed,
    files: collected.filesRead,
    problems: collected.problems,
    leftOut: collected.leftOut,
    assumptions: [...assumptionsAboutSubject(inventory, collected), ...parts.assumptions, ...danglingNotes(parts)],
    facts: recordFacts({ transactions, reaches, reference, asOf }),
    declared: recordDeclaration(parts.declared),
  };
}

function governmentsNamed(pack: LoadedPack["pack"]): string[] {
  if (pack.regime.governmentsExcept) return [`all but ${pack.regime.governmentsExcept.join(", ")}`];
  return (pack.regime.governments ?? []).map((one) => one.code);
}

function countOpen(findings: Finding[]): Record<string, number> {
  const open = findings.filter((one) => one.status === "open" || one.status === "acceptance-expired");
  return Object.fromEntries(outcomes.map((outcome) => [outcome, open.filter((one) => one.outcome === outcome).length]));
}

function byGravity(left: Finding, right: Finding): number {
  return (
    outcomes.indexOf(left.outcome) - outcomes.indexOf(right.outcome) ||
    (left.certainty === right.certainty ? 0 : left.certainty === "established" ? -1 : 1) ||
    byText(left.provider, right.provider) ||
    byText(left.pack, right.pack) ||
    byText(left.rule, right.rule) ||
    byText(left.transaction, right.transaction)
  );
}

function unattributedThings(observations: AttributedObservation[]): Review["unattributed"] {
  const byKind = new Map<string, Map<string, Review["unattributed"][number]>>();
  for (const { kind, value, count, path, attribution } of observations) {
    if (attribution.provider !== null) continue;
    const things = byKind.get(kind) ?? new Map<string, Review["unattributed"][number]>();
    byKind.set(kind, things);
    const known = things.get(value);
    if (!known) things.set(value, { kind, value, count, paths: [path] });
    else {
      known.count += count;
      if (known.paths.at(-1) !== path) known.paths.push(path);
    }
  }
  return [...byKind.values()]
    .flatMap((things) => [...things.values()])
    .sort((left, right) => right.count - left.count || byText(left.kind, right.kind) || byText(left.value, right.value));
}

function providersUsed(transactions: Transaction[], reaches: Reach[], reference: Reference): Review["providers"] {
  return [...new Set(transactions.map((one) => one.provider))].sort(byText).map((id) => {
    const provider = reference.provider(id);
    const its = new Set(transactions.filter((one) => one.provider === id).map((one) => one.id));
    const governments = governmentsReaching(reaches.filter((one) => its.has(one.transaction)));
    const name = provider?.names.english ?? reference.party(id)?.name ?? id;
    return { id, name, operator: provider?.operator ?? "", governments };
  });
}

function partiesNamed({ transactions, reaches, reference }: ReviewParts): Review["parties"] {
  const ids = new Set<string>();
  for (const one of transactions) for (const id of [one.operator, one.owner, ...one.technology]) if (id) ids.add(id);
  for (const reach of reaches) {
    for (const path of [reach.path, ...reach.alternatives]) {
      for (const step of path.steps) for (const place of [step.from, step.to]) if (place.kind === "party") ids.add(place.id);
    }
  }
  return [...ids].sort(byText).flatMap((id) => {
    const party = reference.party(id);
    return party ? [{ id, name: party.name, kind: party.kind, jurisdiction: party.jurisdiction }] : [];
  });
}

/** Every measure that the result names, with how it is declared. */
function measuresNamed({ findings, determinations, reaches, inventory, assumed, reference }: ReviewParts): Review["measures"] {
  const declared = inventory?.measures ?? [];
  const named = new Set([
    ...findings.flatMap((one) => one.measures),
    ...determinations.flatMap((one) => one.measures),
    ...reaches.flatMap((one) => one.cutBy.map((cut) => cut.measure)),
    ...declared.map((one) => one.id),
    ...assumed.map((one) => one.measure),
  ]);
  return [...named].sort(byText).flatMap((id) => {
    const measure = reference.catalogue.measures.find((one) => one.id === id);
    if (!measure) return [];
    const standing = declared
      .filter((one) => one.id === id)
      .map(({ status, appliesTo, evidence }) => ({ status, appliesTo, ...(evidence ? { evidence } : {}) }));
    return [{ id, name: measure.name, leaves: measure.leaves, declared: standing }];
  });
}

function measuresAssumed({ assumed, reaches, reference }: ReviewParts): Review["assumed"] {
  return assumed.map(({ measure, appliesTo }) => {
    const cuts = reaches.flatMap((reach) => reach.cutBy.filter((cut) => cut.status === "assumed" && cut.measure === measure));
    const name = reference.catalogue.measures.find((one) => one.id === measure)?.name ?? measure;
    return { measure, name, appliesTo, conditions: [...new Set(cuts.flatMap((cut) => cut.conditions ?? []))] };
  });
}

function assumptionsAboutSubject(inventory: Inventory | null, collected: Collected): string[] {
  if (!inventory) {
    return [
      "No beholden.yaml was read: the whole inventory is taken as one system, nothing is known of the data held, and no measure is in place.",
      ...(collected.trafficRead ? ["Own addresses are inferred from the logs, because none are declared."] : []),
    ];
  }
  return [
    ...(inventory.subject.jurisdiction
      ? []
      : ["The subject's jurisdiction is not declared: whether it is a domestic person of a rule pack is open."]),
    ...(inventory.holdings.length > 0 ? [] : ["No holdings are declared: what data the services hold is not known."]),
    ...(collected.trafficRead ? [] : ["No traffic log was read: whether what is declared is used cannot be told."]),
  ];
}

/** What the declaration names that does not exist: told, because nothing follows from it. */
function danglingNotes({ asOf, findings, inventory, declared, reference }: ReviewParts): string[] {
  if (!inventory || !declared) return [];
  const measures = new Set(reference.catalogue.measures.map((one) => one.id));
  const systems = new Set(inventory.systems.map((one) => one.id));
  const targets = new Set([...systems, ...inventory.holdings.map((one) => one.id)]);
  return [
    ...inventory.measures
      .filter((one) => !measures.has(one.id))
      .map((one) => `The declared measure ${one.id} is not in the catalogue: it ends nothing.`),
    ...Object.keys(inventory.measureCosts ?? {})
      .filter((id) => !measures.has(id))
      .map((id) => `A cost is declared for the measure ${id}, which is not in the catalogue.`),
    ...declared.measures
      .filter((one) => !holdsOn(one, asOf))
      .map((one) => `The declared measure ${one.id} is in force ${periodWords(one)} only: it ends nothing on ${asOf}.`),
    ...inventory.measures.flatMap((one) =>
      one.appliesTo
        .filter((id) => !targets.has(id))
        .map((id) => `The measure ${one.id} applies to ${id}, which is no declared system or holding.`),
    ),
    ...inventory.holdings
      .filter((one) => one.system !== undefined && !systems.has(one.system))
      .map((one) => `The holding ${one.id} belongs to ${one.system}, which is no declared system.`),
    ...idleAcceptances(findings, inventory.accepted).map(
      (one) => `The accepted finding ${one.finding} (by ${one.by}, until ${one.until}) matches no finding of this review.`,
    ),
  ];
}

function periodWords({ from, until }: DeclaredMeasure): string {
  return [from ? `from ${from}` : "", until ? `until ${until}` : ""].filter(Boolean).join(" ");
}
