import { type Acceptance, type Day, type Finding, type Outcome, outcomes } from "../model/index.js";

/** Findings known from an earlier review, by id. */
export type Baseline = ReadonlySet<string>;

/**
 * Gives each finding its status: accepted while its acceptance lasts (through the day `until`), aloud as expired after that,
 * in-baseline where an earlier review had it, else open.
 */
export function withStatus(findings: Finding[], acceptances: Acceptance[], baseline: Baseline, asOf: Day): Finding[] {
  return findings.map((finding) => {
    const acceptance = acceptances.find((one) => one.finding === finding.id);
    if (acceptance) {
      const { by, why, until } = acceptance;
      return { ...finding, status: until >= asOf ? "accepted" : "acceptance-expired", acceptance: { by, why, until } };
    }
    return baseline.has(finding.id) ? { ...finding, status: "in-baseline" } : finding;
  });
}

/** The findings at or above an outcome that nobody answers for: what a gate fails on. An expired acceptance counts. */
export function failing(findings: Finding[], failOn: Outcome): Finding[] {
  const line = outcomes.indexOf(failOn);
  return findings.filter(
    (finding) => (finding.status === "open" || finding.status === "acceptance-expired") && outcomes.indexOf(finding.outcome) <= line,
  );
}

/** Acceptances that name no finding of this review: told, so that none lingers unseen. */
export function idleAcceptances(findings: Finding[], acceptances: Acceptance[]): Acceptance[] {
  return acceptances.filter((one) => !findings.some((finding) => finding.id === one.finding));
}
