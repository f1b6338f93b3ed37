import type { ReportingDescriptor } from "sarif";
import type { Finding, Outcome, Review } from "../../model/index.js";
import { escaped } from "../markdown-text.js";
import type { View } from "../view.js";
import { legalNotice, markWords, outcomeWords } from "../words.js";
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

/** The rules that fired, each once, in the order of the findings. */
export function rulesOf(review: Review, view: View): ReportingDescriptor[] {
  const byId = new Map<string, ReportingDescriptor>();
  for (const finding of review.findings) {
    const id = ruleIdOf(finding);
    if (!byId.has(id)) byId.set(id, descriptorOf(id, finding, view));
  }
  return [...byId.values()];
}

/** `us-dsp/restricted-bulk-access`. */
export function ruleIdOf({ pack, rule }: Finding): string {
  return `${pack}/${rule}`;
}

function descriptorOf(id: string, finding: Finding, view: View): ReportingDescriptor {
  const pack = view.packTitle(finding.pack);
  const law = `${finding.citation} (${markWords[finding.mark]})`;
  const lifts =
    finding.measures.length > 0
      ? `Measures that would lift it: ${finding.measures.map(view.measureName).join("; ")}.`
      : "No measure of the rule lifts it.";
  const about = `${outcomeWords[finding.outcome]} under ${pack}, ${law}.`;
  return {
    id,
    name: finding.rule.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase()),
    shortDescription: { text: firstSentence(finding.title) },
    fullDescription: { text: cut(`${firstSentence(finding.title)} ${about}`) },
    help: {
      text: `${about} ${lifts} ${legalNotice}`,
      markdown: `**${outcomeWords[finding.outcome]}** under ${escaped(pack)}\n\n- Law: ${escaped(law)}\n- ${escaped(lifts)}\n\n${legalNotice}`,
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

/** Cut between characters, with the cut shown. */
function cut(text: string): string {
  return text.length <= longestDescription ? text : `${text.slice(0, longestDescription - 3).replace(/\p{Cs}$/u, "")}...`;
}
