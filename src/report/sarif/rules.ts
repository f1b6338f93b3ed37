import type { ReportingDescriptor } from "sarif";
import type { Finding, Outcome, Review } from "../../model/index.js";
import { markWords, outcomeWords } from "../words.js";
import { firstSentence } from "./places.js";

/** Limits of GitHub code scanning. */
const longestDescription = 1024;

export const levels = {
  prohibited: "error",
  restricted: "error",
  review: "warning",
  note: "note",
  exempt: "none",
} as const satisfies Record<Outcome, string>;

/** Above 9.0 shows as critical, from 7.0 as high, from 4.0 as medium, below as low. */
const severities = { prohibited: "9.5", restricted: "8.0", review: "5.5", note: "2.0", exempt: "0.1" } satisfies Record<Outcome, string>;
const problemSeverities = {
  prohibited: "error",
  restricted: "error",
  review: "warning",
  note: "recommendation",
  exempt: "recommendation",
} satisfies Record<Outcome, string>;
const precisions = { high: "high", medium: "medium", low: "low" } as const;

export interface UsedRule {
  id: string;
  descriptor: ReportingDescriptor;
}

/** The rules that fired, each once, in the order of the findings. */
export function rulesOf(review: Review): UsedRule[] {
  const byId = new Map<string, UsedRule>();
  for (const finding of review.findings) {
    const id = `${finding.pack}/${finding.rule}`;
    if (!byId.has(id)) byId.set(id, { id, descriptor: descriptorOf(id, finding, review) });
  }
  return [...byId.values()];
}

function descriptorOf(id: string, finding: Finding, review: Review): ReportingDescriptor {
  const pack = review.rulePacks.find((one) => one.id === finding.pack)?.title ?? finding.pack;
  const law = `${finding.citation} (${markWords[finding.mark]})`;
  const lifts =
    finding.measures.length > 0 ? `Measures that would lift it: ${finding.measures.join(", ")}.` : "No measure of the rule lifts it.";
  const about = `${outcomeWords[finding.outcome]} under ${pack}, ${law}.`;
  return {
    id,
    name: finding.rule.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase()),
    shortDescription: { text: firstSentence(finding.title) },
    fullDescription: { text: `${firstSentence(finding.title)} ${about}`.slice(0, longestDescription) },
    help: {
      text: `${about} ${lifts} This is not legal advice: counsel has to confirm it.`,
      markdown: `**${outcomeWords[finding.outcome]}** under ${pack}\n\n- Law: ${law}\n- ${lifts}\n\nThis is not legal advice: counsel has to confirm it.`,
    },
    defaultConfiguration: { level: levels[finding.outcome] },
    properties: {
      tags: ["security", "supply-chain", finding.pack],
      precision: precisions[finding.confidence],
      "problem.severity": problemSeverities[finding.outcome],
      "security-severity": severities[finding.outcome],
    },
  };
}
