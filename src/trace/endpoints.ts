import {
  type AttributedObservation,
  type Confidence,
  type Effect,
  type Evidence,
  type Holding,
  type Inventory,
  type Place,
  type Reference,
  type Step,
  type Transaction,
  weakest,
} from "../model/index.js";
import { partyPlace } from "./jurisdiction.js";
import { operationStep, servicePlace } from "./service.js";

/** Evidence beyond this many lines of one transaction adds bulk, not proof; the observations themselves are all in the review. */
const MOST_ARTEFACT_LINES = 5;

/** The last steps of a reach, from the operator or from the soil that the region stands on. */
export interface Tail {
  effect: Effect;
  target: Place;
  /** Where it starts: a party that a government commands, or the soil that the region stands on. */
  start: { party: string } | "soil";
  steps: Step[];
}

/** What the tails of one transaction are drawn from. */
export interface TailInput {
  transaction: Transaction;
  observations: AttributedObservation[];
  inventory: Inventory | null;
  reference: Reference;
}

/**
 * The ways in which whoever commands the counterparty, or holds its soil, gets at the subject's holdings and systems: by storing
 * data (access, disrupt), by being needed (disrupt), by supplying code (tamper), by traffic and by standing on the subject's own
 * soil (launch).
 */
export function tails(input: TailInput): Tail[] {
  const found = [...storageTails(input), ...dependencyTails(input), ...supplyTails(input), ...launchTails(input)];
  return [...found, ...territoryTails(found, input)];
}

function storageTails(input: TailInput): Tail[] {
  const { transaction } = input;
  if (transaction.kind === "software") return [];
  const operation = operationStep(input.transaction, input.reference);
  if (!operation) return [];
  const start = { party: transaction.operator };
  const holdings = declaredHoldings(input);
  if (holdings.length === 0) {
    if (transaction.kind === "traffic" && transaction.bytesSent === 0) return [];
    const step = lastStep(
      input,
      "hosting",
      systemPlace(input),
      "what it stores there is not declared, so the system as a whole is named",
      "medium",
    );
    return [{ effect: "access", target: step.to, start, steps: [operation, step] }];
  }
  return holdings.flatMap((holding) => {
    const keys = holding.keysHeldBy === "customer" ? "; the customer holds the keys" : "";
    const step = lastStep(
      input,
      "hosting",
      { kind: "holding", id: holding.id, name: holding.name },
      `the data is stored or processed there${keys}`,
    );
    return (["access", "disrupt"] as const).map((effect) => ({ effect, target: step.to, start, steps: [operation, step] }));
  });
}

function dependencyTails(input: TailInput): Tail[] {
  const { transaction, observations } = input;
  const operation = operationStep(input.transaction, input.reference);
  const onlyCode = transaction.kind === "software" && observations.every((one) => one.kind === "package");
  if (!operation || onlyCode) return [];
  const because =
    transaction.kind === "software" ? "builds and starts fetch from it" : "the system uses it, so it fails or degrades without it";
  const ceiling = transaction.kind === "traffic" ? "low" : transaction.kind === "vendor" ? "medium" : "high";
  const step = lastStep(input, "dependency", systemPlace(input), because, ceiling);
  return [{ effect: "disrupt", target: step.to, start: { party: transaction.operator }, steps: [operation, step] }];
}

function supplyTails(input: TailInput): Tail[] {
  const { transaction, reference } = input;
  if (transaction.kind !== "software") return [];
  const suppliers = [transaction.operator, ...transaction.technology].filter(
    (id, at, all) => reference.party(id) && all.indexOf(id) === at,
  );
  return suppliers.flatMap((supplier) => {
    const party = reference.party(supplier);
    if (!party) return [];
    const ceiling = supplier === transaction.operator ? "high" : "medium";
    const because =
      supplier === transaction.operator
        ? "code or images that it serves or wrote run in the system"
        : "it wrote the technology, which another serves";
    const step: Step = { ...lastStep(input, "supply", systemPlace(input), because, ceiling), from: partyPlace(party) };
    return [{ effect: "tamper" as const, target: step.to, start: { party: supplier }, steps: [step] }];
  });
}

/** Infrastructure on the subject's own soil, or that the subject talks to, hides where an attack from it comes from. */
function launchTails(input: TailInput): Tail[] {
  const { transaction, inventory } = input;
  const operation = operationStep(input.transaction, input.reference);
  if (!operation || transaction.kind === "software" || transaction.kind === "vendor") return [];
  const seen = transaction.join === "declared-and-seen" || transaction.join === "seen-never-declared";
  const domestic = transaction.servedFrom !== null && transaction.servedFrom === inventory?.subject.jurisdiction;
  if (!seen && !domestic) return [];
  const because = [
    seen ? "traffic with it was seen, so an attack from it would look like a known counterparty" : "",
    domestic ? `it stands in ${transaction.servedFrom}, so an attack from it would look domestic` : "",
  ];
  const step = lastStep(
    input,
    seen ? "traffic" : "dependency",
    systemPlace(input),
    because.filter(Boolean).join("; "),
    domestic ? "medium" : "low",
  );
  return [{ effect: "launch", target: step.to, start: { party: transaction.operator }, steps: [operation, step] }];
}

/** What can be done through the operator can be done to the machines by the government whose soil they stand on. */
function territoryTails(found: Tail[], { transaction }: TailInput): Tail[] {
  if (!transaction.servedFrom) return [];
  return found
    .filter((tail) => (tail.effect === "access" || tail.effect === "disrupt") && tail.steps[0]?.kind === "operation")
    .map((tail) => ({ ...tail, start: "soil" as const, steps: tail.steps.slice(1) }));
}

function lastStep(
  input: TailInput,
  kind: "hosting" | "dependency" | "supply" | "traffic",
  target: Place,
  because: string,
  ceiling: Confidence = "high",
): Step {
  const { transaction, reference } = input;
  return {
    kind,
    from: servicePlace(transaction, reference),
    to: target,
    because,
    confidence: weakest(transaction.confidence, ceiling),
    evidence: artefactEvidence(input.observations, transaction),
  };
}

function artefactEvidence(observations: AttributedObservation[], transaction: Transaction): Evidence[] {
  const declaredFirst = [...observations.filter((one) => !one.traffic), ...observations.filter((one) => one.traffic)];
  const lines = declaredFirst.slice(0, MOST_ARTEFACT_LINES).map((one) => ({
    kind: "artefact" as const,
    locator: one.path,
    line: one.line,
    count: one.count,
    note: `${one.kind} ${one.context?.address ?? one.value}`,
  }));
  return lines.length > 0 ? lines : [{ kind: "declaration", locator: "beholden.yaml", note: transaction.id }];
}

function declaredHoldings({ transaction, inventory }: TailInput): Holding[] {
  return (inventory?.holdings ?? []).filter((holding) => transaction.holdings.includes(holding.id));
}

function systemPlace({ transaction, inventory }: TailInput): Place {
  const system = inventory?.systems.find((one) => one.id === transaction.system);
  return { kind: "system", id: transaction.system, name: system?.name ?? "the reviewed inventory (no system declared)" };
}
