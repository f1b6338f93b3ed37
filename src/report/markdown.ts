import { governmentsReaching } from "../model/governments-reaching.js";
import type { Finding } from "../model/index.js";
import { overviewOf, shownByGroup, useWords } from "./criteria.js";
import { dealsText, dueText, groundText } from "./duties.js";
import { code, escaped } from "./markdown-text.js";
import { assumedSentences, endedSentences } from "./measures-standing.js";
import { effectSentence, stepSentence } from "./paths.js";
import type { Report } from "./report.js";
import { isLead, openByOutcome, strongestReach, type View, viewOf, whatOf, whereOf } from "./view.js";
import { counted, determinationWords, joinWords, legalNotice, markWords, outcomeWords } from "./words.js";

/** A comment on GitHub has room for 65,536 characters; findings and transactions beyond this are counted. */
const mostCharacters = 50_000;
const mostTransactions = 30;
const mostUsesWithCriteria = 3;

/** Markdown (CommonMark with tables), short enough for a comment on a pull request. */
export const markdown: Report = {
  id: "md",
  title: "Markdown for a comment",
  mediaType: "text/markdown; charset=utf-8",
  render: (review) => {
    const view = viewOf(review);
    const open = openByOutcome(review).flatMap((group) => group.findings);
    const duties = dutiesTable(view);
    const criteria = criteriaTable(view);
    const room = mostCharacters - [...duties, ...criteria].join("\n").length;
    const lines = [
      `# Review of ${escaped(review.subject.name)}, as of ${escaped(review.asOf)}`,
      "",
      ...assumedSentences(review).map((sentence) => `> ${escaped(sentence)}\n`),
      ...review.answer.map((sentence) => `- ${escaped(sentence)}`),
      "",
      `**${determinationWords[review.determination.outcome]}.** ${escaped(review.determination.reasons.join(" "))}`,
      "",
      ...transactionTable(view),
      `## Open findings (${open.length})`,
      "",
      ...(open.length === 0
        ? ["None.", ""]
        : withinRoom(
            open.map((finding) => findingLines(finding, view)),
            room,
          )),
      ...duties,
      ...criteria,
      `${[`${counted(review.summary.reaches, "reach", "reaches")}, ${review.summary.residualReaches} not ended.`, ...endedSentences(review)].join(" ")}`,
      "",
      `${counted(review.summary.observations, "observation")} in ${counted(review.summary.files, "file")}; ${review.summary.unattributed} not attributed; ${counted(review.summary.problems, "problem")}; ${counted(review.summary.leftOut, "file")} left out; accepted ${review.summary.accepted}, expired ${review.summary.acceptanceExpired}, in the baseline ${review.summary.inBaseline}.`,
      "",
      `Reference edition ${escaped(review.reference.edition)}; rule packs ${review.rulePacks.map((one) => escaped(one.id)).join(", ")}. ${legalNotice}`,
    ];
    return `${lines.join("\n")}\n`;
  },
};

/** As many findings as fit, gravest first; the rest is counted. */
function withinRoom(findings: string[][], characters: number): string[] {
  let room = characters;
  const last = findings.findIndex((lines) => {
    room -= lines.join("\n").length;
    return room < 0;
  });
  if (last === -1) return findings.flat();
  return [...findings.slice(0, last).flat(), `And ${counted(findings.length - last, "further finding")}: see the JSON or HTML report.`, ""];
}

function transactionTable(view: View): string[] {
  const { transactions } = view.review;
  if (transactions.length === 0) return [];
  const rest = transactions.length - mostTransactions;
  const rows = transactions.slice(0, mostTransactions).map((one) => {
    const outcome = view.determinationOf(one.id)?.outcome;
    const cells = [
      view.providerName(one.provider),
      whatOf(one),
      whereOf(one),
      view.partyName(one.operator),
      governmentsReaching(view.reachesOf(one.id)).join(" "),
      joinWords[one.join],
      outcome ? determinationWords[outcome] : "",
    ];
    return `| ${cells.map(escaped).join(" | ")} |`;
  });
  return [
    "| Provider | What | Where | Operator | Governments | Declared and seen | Determination |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    ...(rest > 0 ? [`And ${counted(rest, "further transaction")}: see the JSON or HTML report.`, ""] : []),
  ];
}

/** What the law makes the subject do, what has a day first. */
function dutiesTable(view: View): string[] {
  const duties = view.review.duties ?? [];
  if (duties.length === 0) return [];
  const rows = duties.map((one) => [dueText(one, view), `${one.title}: ${one.does}`, dealsText(one, view), groundText(one)]);
  return [
    "## What has to be done, by when",
    "",
    "| Due | What | For deals with | Law |",
    "| --- | --- | --- | --- |",
    ...rows.map((cells) => `| ${cells.map(escaped).join(" | ")} |`),
    "",
  ];
}

/** How the criteria of each pack stand for the uses that they concern, one group a row. */
function criteriaTable(view: View): string[] {
  const packs = (view.review.criteria ?? []).filter(({ transactions }) => transactions.length > 0);
  if (packs.length === 0) return [];
  const rows = packs.flatMap((pack) =>
    pack.transactions
      .slice(0, mostUsesWithCriteria)
      .flatMap(({ transaction, criteria }) =>
        shownByGroup(pack, criteria).map(({ group, shown }) => [
          useWords(transaction, view),
          pack.pack,
          group.title,
          overviewOf(pack, shown),
        ]),
      ),
  );
  const rest = packs.reduce((sum, { transactions }) => sum + Math.max(0, transactions.length - mostUsesWithCriteria), 0);
  return [
    "## Criteria that the laws weigh",
    "",
    "| Use | Rule pack | Question | How its criteria stand |",
    "| --- | --- | --- | --- |",
    ...rows.map((cells) => `| ${cells.map(escaped).join(" | ")} |`),
    "",
    ...(rest > 0 ? [`And ${counted(rest, "further use")}.`] : []),
    "Answers are evidence; weighing them is for the authority. Each answer, and what to ask: see the JSON or HTML report.",
    "",
  ];
}

function findingLines(finding: Finding, view: View): string[] {
  const reach = strongestReach(view, finding);
  const place = finding.location.line ? `${finding.location.path}:${finding.location.line}` : finding.location.path;
  return [
    `### ${outcomeWords[finding.outcome]}: ${isLead(finding) ? "lead: " : ""}${escaped(finding.title)}`,
    "",
    `${escaped(finding.explanation)}`,
    "",
    `- Law: ${escaped(finding.citation)} (${markWords[finding.mark]})`,
    `- Certainty: ${finding.certainty === "established" ? "established" : "cannot be excluded"}, ${finding.confidence} confidence`,
    `- Where: ${code(place)}`,
    ...(reach
      ? [
          `- ${escaped(effectSentence(view.governmentName(reach.government), reach.effect, reach.target))}: ${escaped(reach.path.steps.map(stepSentence).join("; "))}`,
        ]
      : []),
    ...finding.settle.map((question) => `- To settle: ${escaped(question)}`),
    ...(finding.measures.length > 0 ? [`- Measures: ${escaped(finding.measures.map(view.measureName).join("; "))}`] : []),
    `- Finding ${code(finding.id)}`,
    "",
  ];
}
