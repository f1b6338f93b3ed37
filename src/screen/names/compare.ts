import { explainPrepared } from "./explain.js";
import { prepareName } from "./prepare.js";
import type { NameComparison, NameKind } from "./types.js";

/**
 * Compares two names: of companies and other bodies, of persons, or of what is not known (leave `kind` out).
 * Gives a score from 0 (nothing in common) to 1 (the same name), equal for both orders of the names, and the parts that it is made of.
 * Names that score {@link matchThreshold} or more are worth a look; the score is no probability.
 * @example compareNames("GUANGZHOU HAIGE COMM GRP", "Guangzhou Haige Communications Group").score // 1
 */
export function compareNames(left: string, right: string, options: { kind?: NameKind } = {}): NameComparison {
  return explainPrepared(prepareName(left, options.kind), prepareName(right, options.kind));
}
