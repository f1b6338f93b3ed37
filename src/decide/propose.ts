import {
  byText,
  type DeclaredMeasure,
  type Effect,
  type Finding,
  type Measure,
  type MeasureProposals,
  type Path,
  type Place,
  type Reach,
  type UnacceptableReach,
} from "../model/index.js";
import { cheapestSets } from "./cheapest-sets.js";
import { cutPointsOf } from "./cut-points.js";
import { appliesTo, type Cutting, cutsPath, cuttingOf, type MeasureBasis } from "./cuts.js";
import { pathsLeft } from "./measures.js";

/** At most so many sets of the same cost are listed. */
const MOST_SETS = 100;

/** What a proposal is drawn from. */
export interface ProposeInput {
  findings: Finding[];
  /** With every path, and with what is in place applied. */
  reaches: Reach[];
  basis: MeasureBasis;
  /** By measure; one that is not in it counts 1. */
  costs: ReadonlyMap<string, number>;
  effects: readonly Effect[];
}

/** A reach to be ended, with the paths that are left of it and what each candidate would do to it. */
export interface Task {
  reach: Reach;
  open: Path[];
  findings: Finding[];
  cuttings: Map<Measure, Cutting>;
}

type Proposal = NonNullable<MeasureProposals["proposal"]>;
type ProposedMeasure = Proposal["sets"][number]["measures"][number];

/**
 * The unacceptable reaches, and the cheapest sets that end all of them that can be ended.
 * @example const { tasks, proposal } = await proposeMeasures({ findings, reaches: applyMeasures(traced, basis), basis, costs: new Map(), effects });
 */
export async function proposeMeasures(input: ProposeInput): Promise<{ tasks: Task[]; endable: Task[]; proposal: Proposal | null }> {
  const tasks = tasksOf(input);
  const endable = tasks.filter(isEndable);
  return { tasks, endable, proposal: await proposalFor(endable, input) };
}

/**
 * Whether a finding makes a reach unacceptable: it forbids, restricts or calls for review, for certain or possibly, and nobody answers for it.
 */
export function isUnanswered({ outcome, status }: Finding): boolean {
  const weighty = outcome === "prohibited" || outcome === "restricted" || outcome === "review";
  return weighty && (status === "open" || status === "acceptance-expired");
}

/** The reaches that an unanswered finding rests on and nothing in place ends, in the order of the reaches. */
function tasksOf({ findings, reaches, basis, effects }: ProposeInput): Task[] {
  const resting = new Map<string, Finding[]>();
  for (const finding of findings.filter(isUnanswered)) {
    for (const id of finding.reaches) resting.set(id, [...(resting.get(id) ?? []), finding]);
  }
  return reaches
    .filter((reach) => reach.residual && resting.has(reach.id) && effects.includes(reach.effect))
    .map((reach) => ({
      reach,
      open: pathsLeft(reach, basis),
      findings: resting.get(reach.id) ?? [],
      cuttings: new Map(basis.measures.flatMap((measure) => pairOf(measure, cuttingOf(measure, reach, basis, "supposed")))),
    }));
}

function pairOf(measure: Measure, cutting: Cutting | undefined): [Measure, Cutting][] {
  return cutting ? [[measure, cutting]] : [];
}

/** Whether a measure lets the use go on: ending it, or changing its owner, is no mitigation and never part of a proposal. */
export function isCandidate({ kind, cuts }: Measure): boolean {
  return (kind === "mitigation" || kind === "security-requirements") && cuts.length > 0;
}

/** Whether the candidates together cut every path that is left. */
export function isEndable({ open, cuttings }: Task): boolean {
  const candidates = [...cuttings].filter(([measure]) => isCandidate(measure)).map(([, cutting]) => cutting);
  return open.every((path) => candidates.some((cutting) => cutsPath(cutting, path)));
}

/** A task as the report tells it, without its names of providers and governments. */
export function describeTask(task: Task): Omit<UnacceptableReach, "governmentName" | "provider" | "providerName"> {
  const { reach, open, findings, cuttings } = task;
  const divesting = [...cuttings].filter(([measure]) => measure.kind === "divestiture");
  return {
    id: reach.id,
    government: reach.government,
    effect: reach.effect,
    target: reach.target,
    transaction: reach.transaction,
    confidence: reach.path.confidence,
    findings: findings.map(({ id }) => id),
    paths: 1 + reach.alternatives.length,
    pathsOpen: open.length,
    cutPoints: cutPointsOf(open).map((step) => ({
      step: { kind: step.kind, from: step.from, to: step.to },
      measures: idsOf([...cuttings].filter(([measure, { steps }]) => isCandidate(measure) && steps.has(step.kind))),
      divestitures: idsOf(divesting.filter(([, { steps }]) => steps.has(step.kind))),
    })),
    endable: isEndable(task),
    divestitures: idsOf(divesting.filter(([, cutting]) => open.every((path) => cutsPath(cutting, path)))),
    ifPromisesKept: reach.endedIfPromisesKept === true,
  };
}

function idsOf(measures: [Measure, Cutting][]): string[] {
  return measures.map(([{ id }]) => id).sort(byText);
}

/**
 * The cheapest sets of candidates that cut every open path of the tasks, all of them endable. Every tie is listed, up to a bound. Null where
 * there is no task. A measure costs the same wherever it is put in place.
 */
export async function proposalFor(tasks: Task[], { basis, costs }: Pick<ProposeInput, "basis" | "costs">): Promise<Proposal | null> {
  if (tasks.length === 0) return null;
  const candidates = basis.measures.filter(isCandidate);
  const columns = new Map(candidates.map((measure, column) => [measure, column]));
  const rows = tasks.flatMap(({ open, cuttings }) =>
    open.map((path) =>
      [...cuttings].flatMap(([measure, cutting]) => (columns.has(measure) && cutsPath(cutting, path) ? [columns.get(measure) ?? 0] : [])),
    ),
  );
  const costOf = (measure: Measure) => costs.get(measure.id) ?? 1;
  const { cost, sets, complete } = await cheapestSets({ costs: candidates.map(costOf), rows }, MOST_SETS);
  return {
    cost,
    proven: "optimal",
    sets: sets.map((set) => {
      const chosen = set.flatMap((column) => candidates[column] ?? []);
      return { measures: chosen.map((measure) => proposed(measure, chosen, costOf(measure), tasks, basis)) };
    }),
    complete,
  };
}

function proposed(measure: Measure, set: Measure[], cost: number, tasks: Task[], { inventory }: MeasureBasis): ProposedMeasure {
  const cuts = ({ cuttings }: Task, path: Path, one: Measure) => {
    const cutting = cuttings.get(one);
    return cutting !== undefined && cutsPath(cutting, path);
  };
  const cutting = tasks.filter((task) => task.open.some((path) => cuts(task, path, measure)));
  const needing = cutting.filter((task) => task.open.some((path) => set.every((other) => other === measure || !cuts(task, path, other))));
  const needed = placesOf(needing.map(({ reach }) => reach.target));
  const isNeeded = ({ kind, id }: Place) => needed.some((one) => one.kind === kind && one.id === id);
  const promises = (inventory?.measures ?? []).filter((one: DeclaredMeasure) => one.id === measure.id && one.status === "promised");
  return {
    measure: measure.id,
    cost,
    neededFor: needed,
    alsoCuts: placesOf(cutting.map(({ reach }) => reach.target)).filter((place) => !isNeeded(place)),
    conditions: [...new Set(cutting.flatMap(({ cuttings }) => cuttings.get(measure)?.conditions ?? []))],
    promisedFor: placesOf(cutting.flatMap(({ reach }) => (promises.some((one) => appliesTo(one, reach, inventory)) ? [reach.target] : []))),
  };
}

/** Each place once, in order of kind and name. */
export function placesOf(all: Place[]): Place[] {
  const places = new Map(all.map((place) => [`${place.kind} ${place.id}`, place]));
  return [...places.values()].sort(
    (left, right) => byText(left.kind, right.kind) || byText(left.name, right.name) || byText(left.id, right.id),
  );
}
