import {
  type CutCondition,
  type Day,
  type DeclaredMeasure,
  type Holding,
  holdsOn,
  type Inventory,
  type Measure,
  type Path,
  type Reach,
} from "../model/index.js";

/** A reach keeps at most this many alternatives once measures are applied; more say nothing new to a reader. */
const MOST_ALTERNATIVES = 3;

/**
 * Applies the declared measures: each cuts only the steps that its catalogue entry names, of the effects that it names. A reach is
 * ended (`residual` false) only when measures in place or verified cut all its paths; what is promised is told and ends nothing.
 * Alternatives are cut down to the three strongest afterwards.
 */
export function applyMeasures(reaches: Reach[], inventory: Inventory | null, catalogue: Measure[]): Reach[] {
  return reaches.map((reach) => {
    const applied = (inventory?.measures ?? [])
      .filter((declared) => appliesTo(declared, reach, inventory))
      .flatMap((declared) => cutsOf(declared, reach, inventory, catalogue));
    const working = applied.filter((one) => one.status !== "promised");
    const paths = [reach.path, ...reach.alternatives];
    const open = paths.filter((path) => !working.some((measure) => measure.cuts(path)));
    return {
      ...reach,
      alternatives: reach.alternatives.slice(0, MOST_ALTERNATIVES),
      cutBy: applied.map(({ measure, status, explanation }) => ({ measure, status, explanation })),
      residual: open.length > 0,
    };
  });
}

/** The declaration with the measures that are in force on a day, and no others. */
export function measuresOn(inventory: Inventory | null, asOf: Day): Inventory | null {
  return inventory && { ...inventory, measures: inventory.measures.filter((one) => holdsOn(one, asOf)) };
}

interface AppliedMeasure {
  measure: string;
  status: DeclaredMeasure["status"];
  explanation: string;
  cuts(path: Path): boolean;
}

function cutsOf(declared: DeclaredMeasure, reach: Reach, inventory: Inventory | null, catalogue: Measure[]): AppliedMeasure[] {
  const measure = catalogue.find((one) => one.id === declared.id);
  const holding = inventory?.holdings.find((one) => reach.target.kind === "holding" && one.id === reach.target.id);
  const cuts = (measure?.cuts ?? []).filter(
    (cut) => cut.effects.includes(reach.effect) && conditionHolds(cut.condition, reach, holding, inventory),
  );
  const steps = cuts.flatMap((cut) => cut.steps);
  const passes = (path: Path) => path.steps.some((step) => steps.includes(step.kind));
  if (!measure || ![reach.path, ...reach.alternatives].some(passes)) return [];
  const because = cuts.map((cut) => cut.because).join(" ");
  const state = {
    promised: "Promised only, so nothing is ended yet.",
    "in-place": "In place, as declared.",
    verified: "Verified, as declared.",
  }[declared.status];
  return [
    { measure: measure.id, status: declared.status, explanation: `${measure.name}: ${because} ${measure.leaves} ${state}`, cuts: passes },
  ];
}

/** Customer-held keys only count for data whose keys the customer is declared to hold; a home only against other governments. */
function conditionHolds(condition: CutCondition, reach: Reach, holding: Holding | undefined, inventory: Inventory | null): boolean {
  if (condition === "keys-held-by-customer") return holding?.keysHeldBy === "customer";
  if (condition === "another-government") {
    const home = inventory?.subject.jurisdiction;
    return home !== undefined && home !== reach.government;
  }
  return true;
}

function appliesTo(declared: DeclaredMeasure, reach: Reach, inventory: Inventory | null): boolean {
  if (declared.appliesTo.length === 0) return true;
  const holding = inventory?.holdings.find((one) => reach.target.kind === "holding" && one.id === reach.target.id);
  return declared.appliesTo.some((id) => id === reach.target.id || id === holding?.system);
}
