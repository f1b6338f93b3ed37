import { byText, type Reach, type ReachEnds } from "../model/index.js";
import { cutPointsOf } from "./cut-points.js";
import { cutsPath, cuttingOf, type MeasureBasis, pathsOf } from "./cuts.js";
import { isCandidate } from "./propose.js";

/**
 * What would end a reach: the steps whose removal ends every path of it, and the measures that cut any of its paths, those that alone end all of them
 * first. What a measure takes for granted is told with it. Measures that end or sell the use are no mitigation and not among them.
 */
export function endsOf(reach: Reach, basis: MeasureBasis): ReachEnds {
  const paths = pathsOf(reach);
  const cuttings = basis.measures.filter(isCandidate).flatMap((measure) => {
    const cutting = cuttingOf(measure, reach, basis, "supposed");
    return cutting ? [{ measure, cutting }] : [];
  });
  const numberOf = new Map(reach.path.steps.map((step, at) => [step, at + 1]));
  return {
    paths: paths.length,
    cutPoints: cutPointsOf(paths).map((step) => ({
      step: numberOf.get(step) ?? 0,
      measures: cuttings.flatMap(({ measure, cutting }) => (cutting.steps.has(step.kind) ? [measure.id] : [])).sort(byText),
    })),
    measures: cuttings
      .map(({ measure: { id, name, leaves }, cutting }) => ({
        ...{ id, name, leaves, because: cutting.because, conditions: cutting.conditions },
        endsAll: paths.every((path) => cutsPath(cutting, path)),
        steps: reach.path.steps.flatMap(({ kind }, at) => (cutting.steps.has(kind) ? [at + 1] : [])),
      }))
      .sort((left, right) => Number(right.endsAll) - Number(left.endsAll) || byText(left.id, right.id)),
  };
}
