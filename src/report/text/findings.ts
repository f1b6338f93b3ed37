import type { Finding, Path } from "../../model/index.js";
import { cutSentences, doubt, effectSentence, placeText, stepSentence, weakestSentence } from "../paths.js";
import { places, type SourceRegister } from "../sources.js";
import { isLead, openByOutcome, strongestReach } from "../view.js";
import { certaintyWords, counted, markWords, outcomeWords } from "../words.js";
import { type Context, indent, type Section } from "./context.js";
import { pairs, wrap } from "./layout.js";

const deeper = `${indent}${indent}`;
/** Places in artefacts beyond these are counted: every one stands in the JSON report. */
const mostPlaces = 5;
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
  const use = [view.providerName(finding.provider), systemOf(finding, context)].filter(Boolean).join(", ");
  return [
    ...wrap(`${isLead(finding) ? "Lead: " : ""}${finding.title} (${use})`, { width, first: indent }).map(style.heading),
    ...pairs(aboutFinding(finding), width, deeper, labelWidth),
    ...pathLines(finding, context),
    ...pairs(groundsOf(finding, context), width, deeper, labelWidth),
  ];
}

function systemOf(finding: Finding, { view }: Context): string {
  const transaction = view.transaction(finding.transaction);
  return transaction ? view.targetName(transaction.system) : "";
}

function groundsOf(finding: Finding, { view, sources }: Context): (readonly [string, string])[] {
  const seen = places(finding.evidence).map(placeText);
  const rest = seen.length - mostPlaces;
  const cited = sources.cite(finding.evidence).map((number) => `[${number}]`);
  return [
    ...labelled("Evidence", [...seen.slice(0, mostPlaces), ...(rest > 0 ? [`and ${counted(rest, "more place")}`] : [])]),
    ...labelled("Sources", cited.length > 0 ? [cited.join(" ")] : []),
    ...labelled("To settle", finding.settle),
    ...labelled("Measures", finding.measures.map(view.measureName)),
    ["Finding", finding.id],
  ];
}

function labelled(label: string, texts: readonly string[]): (readonly [string, string])[] {
  return texts.map((text, index) => [index === 0 ? label : "", text]);
}

function aboutFinding(finding: Finding): (readonly [string, string])[] {
  const expired = finding.status === "acceptance-expired" && finding.acceptance ? finding.acceptance : undefined;
  return [
    ["What", finding.explanation],
    ["Law", `${finding.citation} (${finding.pack}/${finding.rule}; ${markWords[finding.mark]})`],
    ["Certainty", `${certaintyWords[finding.certainty]}; ${finding.confidence} confidence`],
    ...(expired ? [["Expired", `accepted by ${expired.by} until ${expired.until}: ${expired.why}`] as const] : []),
  ];
}

function pathLines(finding: Finding, { view, width, sources }: Context): string[] {
  const reach = strongestReach(view, finding);
  if (!reach) return [];
  const others = finding.reaches.length - 1;
  const sentence = effectSentence(view.governmentName(reach.government), reach.effect, reach.target);
  return [
    ...wrap(`${sentence}${doubt(reach.path.confidence)}:`, { width, first: deeper }),
    ...stepLines(reach.path, { width, first: `${deeper}${indent}`, sources }),
    ...cutSentences(reach).flatMap((one) => wrap(one, { width, first: `${deeper}${indent}` })),
    ...(others > 0
      ? wrap(`and ${counted(others, "further reach", "further reaches")}, each step by step in --format html`, { width, first: deeper })
      : []),
  ];
}

/** A path, one step a line: who acts on whom, why it holds, and the numbers of its sources. */
export function stepLines(path: Path, { width, first, sources }: { width: number; first: string; sources: SourceRegister }): string[] {
  const weakest = weakestSentence(path);
  return [
    ...path.steps.flatMap((step, index) => {
      const cited = sources
        .cite(step.evidence)
        .map((number) => ` [${number}]`)
        .join("");
      return wrap(`${index + 1}. ${stepSentence(step)}${doubt(step.confidence)}: ${step.because}${cited}`, {
        width,
        first,
        rest: `${first}   `,
      });
    }),
    ...(weakest ? wrap(weakest, { width, first }) : []),
  ];
}
