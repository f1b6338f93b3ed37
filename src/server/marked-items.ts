import { openDecisions } from "../docket/index.js";
import type { ShownCase } from "../model/index.js";
import type { Marks } from "./marks.js";

/** A case without the runs, decisions and facts that one does not see. */
export function caseFor(shown: ShownCase, marks: Marks): ShownCase & { withheld: number } {
  const [runs, decisions] = [marks.visible(shown.runs), marks.visible(shown.decisions)];
  const facts = marks.visibleBy(shown.evidence.withoutEvidence, ({ fact }) => fact.handling);
  return {
    ...{ ...shown, runs: runs.shown, decisions: openDecisions(decisions.shown, marks.upTo) },
    evidence: { ...shown.evidence, withoutEvidence: facts.shown },
    withheld: runs.withheld + decisions.withheld + facts.withheld,
  };
}
