import { confidences, type Review, type WithoutStep } from "../model/index.js";
import { type StepEnds, stepIdentity } from "./cut-points.js";
import { pathsOf } from "./cuts.js";
import { MOST_ALTERNATIVES } from "./measures.js";

type Changed = WithoutStep["reaches"][number];

/**
 * What of a review would be otherwise if one step of its paths did not hold: told from the ways that the review keeps of each reach. Where all of
 * those pass the step and further ways may not be kept, it cannot be told. The rules are not asked anew: of a finding it is said on how many of its
 * reaches it would still stand.
 */
export function withoutStep(
  { reaches, findings }: Pick<Review, "reaches" | "findings">,
  step: StepEnds,
): Omit<WithoutStep, "schemaVersion"> {
  const gone = stepIdentity(step);
  const changed = reaches.flatMap((reach, at): Changed[] => {
    const ways = pathsOf(reach);
    const kept = ways.filter(({ steps }) => !steps.some((one) => stepIdentity(one) === gone));
    if (kept.length === ways.length) return [];
    const [next] = kept.toSorted((left, right) => confidences.indexOf(left.confidence) - confidences.indexOf(right.confidence));
    const { id, government, effect, target, residual, path } = reach;
    const becomes = next
      ? next === path
        ? "stays"
        : "other-way"
      : reach.alternatives.length >= MOST_ALTERNATIVES
        ? "cannot-be-told"
        : "falls";
    const confidence = { before: path.confidence, after: next?.confidence ?? null };
    return [{ number: at + 1, id, government, effect, target, residual, becomes, waysLost: ways.length - kept.length, confidence }];
  });
  const fates = new Map(changed.map(({ id, becomes }) => [id, becomes]));
  return {
    step: { kind: step.kind, from: step.from, to: step.to },
    reaches: changed,
    unchanged: reaches.length - changed.length,
    findings: findings.flatMap(({ id, title, outcome, reaches: all }) => {
      const [fallen, open] = (["falls", "cannot-be-told"] as const).map((fate) => all.filter((one) => fates.get(one) === fate).length);
      if (!fallen && !open) return [];
      return [{ id, title, outcome, reaches: all.length, fallen: fallen ?? 0, cannotBeTold: open ?? 0 }];
    }),
  };
}
