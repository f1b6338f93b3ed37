import type { CodeFlow, Location, Result, Suppression } from "sarif";
import type { Finding, Reach } from "../../model/index.js";
import { effectSentence, stepSentence } from "../paths.js";
import { evidenceText } from "../sources.js";
import { isLead, strongestReach, type View } from "../view.js";
import { artefactUri, firstSentence, locationOf, regionAt } from "./places.js";
import { levels, ruleIdOf } from "./rules.js";

/** Code scanning keeps 1,000 related locations and shows 100. */
const mostRelated = 100;

/** One finding as a result, with the strongest path as a code flow from the government to what it reaches. */
export function resultOf(finding: Finding, view: View, ruleIndex: number): Result {
  const reach = strongestReach(view, finding);
  const place: Location = {
    physicalLocation: {
      artifactLocation: artefactUri(finding.location.path),
      region: regionAt(finding.location.line, finding.location.column),
    },
  };
  const related = finding.evidence.slice(1).flatMap(locationOf).slice(0, mostRelated);
  return {
    ruleId: ruleIdOf(finding),
    ruleIndex,
    level: levels[finding.outcome],
    // The standard allows a level other than none only with `fail`; what is open says so in its message and properties.
    kind: finding.outcome === "exempt" ? "informational" : "fail",
    message: { text: messageOf(finding, view, reach) },
    locations: [place],
    ...(related.length > 0 ? { relatedLocations: related.map((one, id) => ({ id: id + 1, ...one })) } : {}),
    ...(reach ? { codeFlows: [codeFlowOf(reach, place, view)] } : {}),
    // `primaryLocationLineHash` is the uploader's to compute from the file; a wrong one would split the alert.
    partialFingerprints: { "beholdenFinding/v1": finding.id },
    ...(finding.status === "in-baseline" ? { baselineState: "unchanged" as const } : {}),
    ...suppressionsOf(finding),
    properties: {
      outcome: finding.outcome,
      certainty: finding.certainty,
      confidence: finding.confidence,
      status: finding.status,
      mark: finding.mark,
      citation: finding.citation,
      provider: finding.provider,
      transaction: finding.transaction,
      governments: finding.governments,
    },
  };
}

function messageOf(finding: Finding, view: View, reach: Reach | undefined): string {
  const doubt = finding.certainty === "established" ? "" : " (cannot be excluded)";
  const lead = isLead(finding) ? "Lead: " : "";
  const provider = view.providerName(finding.provider);
  const effect = reach
    ? `${effectSentence(view.governmentName(reach.government), reach.effect, reach.target)} through ${provider}.`
    : `Provider: ${provider}.`;
  const settle = finding.settle.length > 0 ? ` To settle: ${finding.settle.join(" ")}` : "";
  return `${lead}${firstSentence(`${finding.title}${doubt}`)} ${effect} ${finding.explanation} Law: ${finding.citation}.${settle}`;
}

function codeFlowOf(reach: Reach, place: Location, view: View): CodeFlow {
  return {
    message: { text: effectSentence(view.governmentName(reach.government), reach.effect, reach.target) },
    threadFlows: [
      {
        locations: reach.path.steps.map((step) => {
          const seen = step.evidence.flatMap(locationOf)[0];
          const source = step.evidence[0] ? ` Evidence: ${evidenceText(step.evidence[0])}` : "";
          return {
            location: { ...(seen ?? place), message: { text: `${stepSentence(step)}: ${firstSentence(step.because)}${source}` } },
            importance: "essential" as const,
          };
        }),
      },
    ],
  };
}

function suppressionsOf(finding: Finding): { suppressions?: Suppression[] } {
  if (finding.status !== "accepted" || !finding.acceptance) return {};
  const { by, why, until } = finding.acceptance;
  return { suppressions: [{ kind: "external", status: "accepted", justification: `Accepted by ${by} until ${until}: ${why}` }] };
}
