import { type AssumedMeasure, type Day, type DeclaredMeasure, holdsOn, type Inventory, type Path, type Reach } from "../model/index.js";
import { appliesTo, type Cutting, cutsPath, cuttingOf, type MeasureBasis, pathsOf } from "./cuts.js";

/** A reach keeps at most this many alternatives in a review; more say nothing new to a reader. */
export const MOST_ALTERNATIVES = 3;

/**
 * Applies the declared measures, and those that are assumed. Each cuts only the steps that its catalogue entry names, of the effects that it
 * names. A reach is ended (`residual` false) only when measures that work cut all its paths: verified, in place, or assumed for the question.
 * Which of these it takes is told, weakest last. What is promised is told and ends nothing.
 */
export function applyMeasures(reaches: Reach[], basis: MeasureBasis, assumed: AssumedMeasure[] = []): Reach[] {
  return reaches.map((reach) => {
    const applied = appliedTo(reach, basis, assumed);
    const left = (statuses: AppliedStatus[]) => uncut(pathsOf(reach), applied, statuses).length;
    const endedBy = working.find((_, at) => left(working.slice(0, at + 1)) === 0) ?? null;
    return {
      ...reach,
      cutBy: applied.map(({ measure, status, explanation, cutting: { conditions } }) => ({
        measure,
        status,
        explanation,
        ...(conditions.length > 0 ? { conditions } : {}),
      })),
      residual: endedBy === null,
      endedBy,
      endedIfPromisesKept: (endedBy === null || endedBy === "assumed") && left(["verified", "in-place", "promised"]) === 0,
    };
  });
}

/** The reaches with their three strongest alternatives: what a review shows. Whether a reach is ended is judged on all of them before. */
export function withFewAlternatives(reaches: Reach[]): Reach[] {
  return reaches.map((reach) => ({ ...reach, alternatives: reach.alternatives.slice(0, MOST_ALTERNATIVES) }));
}

/** The paths of a reach that no declared measure ends, neither in place nor verified. */
export function pathsLeft(reach: Reach, basis: MeasureBasis): Path[] {
  return uncut(pathsOf(reach), appliedTo(reach, basis, []), ["verified", "in-place"]);
}

/** The declaration with the measures that are in force on a day, and no others. */
export function measuresOn(inventory: Inventory | null, asOf: Day): Inventory | null {
  return inventory && { ...inventory, measures: inventory.measures.filter((one) => holdsOn(one, asOf)) };
}

type AppliedStatus = DeclaredMeasure["status"] | "assumed";

/** What ends a path, the surest first. */
const working = ["verified", "in-place", "assumed"] as const satisfies AppliedStatus[];

interface Applied {
  measure: string;
  status: AppliedStatus;
  explanation: string;
  cutting: Cutting;
}

const stateWords: Record<AppliedStatus, string> = {
  promised: "Promised only, so nothing is ended yet.",
  "in-place": "In place, as declared.",
  verified: "Verified, as declared.",
  assumed: "Assumed for this review, not declared.",
};

function appliedTo(reach: Reach, basis: MeasureBasis, assumed: AssumedMeasure[]): Applied[] {
  const declared = (basis.inventory?.measures ?? []).map(({ id, status, appliesTo }) => ({ id, status, appliesTo }));
  const supposed = assumed.map(({ measure, appliesTo }) => ({ id: measure, status: "assumed" as const, appliesTo }));
  return [...declared, ...supposed].flatMap((one) => {
    const measure = basis.measures.find(({ id }) => id === one.id);
    if (!measure || !appliesTo(one, reach, basis.inventory)) return [];
    const cutting = cuttingOf(measure, reach, basis, one.status === "assumed" ? "supposed" : "declared");
    if (!cutting) return [];
    const conditions = cutting.conditions.length > 0 ? ` Taken to be so: ${cutting.conditions.join("; ")}.` : "";
    const explanation = `${measure.name}: ${cutting.because} ${measure.leaves} ${stateWords[one.status]}${conditions}`;
    return [{ measure: measure.id, status: one.status, explanation, cutting }];
  });
}

function uncut(paths: Path[], applied: Applied[], statuses: AppliedStatus[]): Path[] {
  const counting = applied.filter(({ status }) => statuses.includes(status));
  return paths.filter((path) => !counting.some(({ cutting }) => cutsPath(cutting, path)));
}
