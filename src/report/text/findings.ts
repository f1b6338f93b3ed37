import type { Finding, Path } from "../../model/index.js";
import { cutSentences, doubt, effectSentence, evidenceText, stepSentence, weakestSentence } from "../paths.js";
import { isLead, openByOutcome, strongestReach } from "../view.js";
import { certaintyWords, counted, markWords, outcomeWords } from "../words.js";
import { type Context, indent, type Section } from "./context.js";
import { pairs, wrap } from "./layout.js";

const deeper = `${indent}${indent}`;
const labelWidth = "To settle".length;

/** Open findings, gravest first, each with its strongest path hop by hop and what it stands on. */
export function findingsSection(context: Context): Section {
  const groups = openByOutcome(context.view.review);
  const total = groups.reduce((sum, group) => sum + group.findings.length, 0);
  const lines = groups.flatMap(({ outcome, findings }) => [
    context.style.outcome(outcome, `${indent}${outcomeWords[outcome]} (${findings.length})`),
    "",
    ...findings.flatMap((finding) => [...findingLines(finding, context), ""]),
  ]);
  return {
    heading: `Open findings (${total})`,
    lines: total > 0 ? lines : [`${indent}None.`],
  };
}

function findingLines(finding: Finding, context: Context): string[] {
  const { view, width, style } = context;
  const lead = isLead(finding) ? "Lead: " : "";
  return [
    ...wrap(`${lead}${finding.title}`, { width, first: indent }).map(style.heading),
    ...pairs(aboutFinding(finding, context), width, deeper, labelWidth),
    ...pathLines(finding, context),
    ...pairs(
      [
        ...finding.evidence.map((one, index) => [index === 0 ? "Evidence" : "", evidenceText(one)] as const),
        ...finding.settle.map((question, index) => [index === 0 ? "To settle" : "", question] as const),
        ...(finding.measures.length > 0 ? [["Measures", finding.measures.map(view.measureName).join("; ")] as const] : []),
      ],
      width,
      deeper,
      labelWidth,
    ),
  ];
}

function aboutFinding(finding: Finding, { view }: Context): (readonly [string, string])[] {
  const expired = finding.status === "acceptance-expired" && finding.acceptance ? finding.acceptance : undefined;
  return [
    ["What", finding.explanation],
    ["Law", `${finding.citation} (${finding.pack}/${finding.rule}; ${markWords[finding.mark]})`],
    ["Standing", `${certaintyWords[finding.certainty]}; ${finding.confidence} confidence`],
    ["Provider", view.providerName(finding.provider)],
    ...(expired ? [["Expired", `accepted by ${expired.by} until ${expired.until}: ${expired.why}`] as const] : []),
    ["Finding", finding.id],
  ];
}

function pathLines(finding: Finding, { view, width }: Context): string[] {
  const reach = strongestReach(view, finding);
  if (!reach) return [];
  const others = finding.reaches.length - 1;
  const sentence = effectSentence(view.governmentName(reach.government), reach.effect, reach.target);
  return [
    ...wrap(`${sentence}${doubt(reach.path.confidence)}:`, { width, first: deeper }),
    ...stepLines(reach.path, width, `${deeper}${indent}`),
    ...cutSentences(reach).flatMap((one) => wrap(one, { width, first: `${deeper}${indent}` })),
    ...(others > 0
      ? wrap(`and ${counted(others, "further reach", "further reaches")}: see --format json or html`, { width, first: deeper })
      : []),
  ];
}

/** A path, one step a line: who acts on whom, and why it holds. */
export function stepLines(path: Path, width: number, first: string): string[] {
  const weakest = weakestSentence(path);
  return [
    ...path.steps.flatMap((step, index) =>
      wrap(`${index + 1}. ${stepSentence(step)}${doubt(step.confidence)}: ${step.because}`, { width, first, rest: `${first}   ` }),
    ),
    ...(weakest ? wrap(weakest, { width, first }) : []),
  ];
}
