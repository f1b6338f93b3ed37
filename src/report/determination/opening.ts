import type { Evidence, Finding, LetterSection, LetterSentence, TransactionDraft } from "../../model/index.js";
import { counted, determinationWords, legalNotice, listed } from "../words.js";
import { type Context, lawSource } from "./context.js";

/** What stands above the letter; who signs and who receives it is for people. */
export function headOf({ draft, write, computed }: Context): { label: string; sentences: LetterSentence[] }[] {
  const blank = (what: string) => [write.gap("", { kind: "content", what })];
  return [
    {
      label: "Matter",
      sentences: [write.statement(`Transactions of ${draft.subject.name} with foreign providers of technology and services`)],
    },
    { label: "Case number", sentences: blank("number of the case") },
    { label: "From", sentences: blank("authority or counsel that issues it") },
    { label: "To", sentences: blank(`${draft.subject.name}: address for service`) },
    { label: "Day", sentences: [write.statement(`${draft.on}, the day that the dates below are counted from`)] },
    { label: "Facts as of", sentences: [write.statement(draft.asOf)] },
    { label: "State reviewed", sentences: [write.fact(`SHA-256 ${draft.review.sha256}`, [computed])] },
  ];
}

const outcomeVerbs = {
  prohibited: "is prohibited",
  "permitted-with-measures": "is permitted with measures",
  "cannot-be-judged": "cannot be judged",
  "not-prohibited": "is not prohibited",
} as const;

/** The determination of the case, every transaction at a glance, and what it all stands on. */
export function openingSections(context: Context): LetterSection[] {
  return [caseSection(context), ...othersSection(context), basisSection(context)];
}

function caseSection(context: Context): LetterSection {
  const { draft, write, computed } = context;
  const { determination, counts, transactions } = draft;
  const total = counts.reduce((sum, one) => sum + one.transactions, 0);
  const decided = transactions.filter(({ decision }) => decision !== null);
  const laws = lawsOf(
    transactions.flatMap(({ findings }) => findings.filter(({ id }) => determination.findings.includes(id))),
    draft,
  );
  return {
    id: "determination",
    level: 2,
    heading: "Determination",
    blocks: [
      {
        kind: "paragraph",
        sentences: [write.statement("This is a draft for counsel, written by a program from evidence."), write.statement(legalNotice)],
      },
      {
        kind: "paragraph",
        sentences: [
          write.fact(
            `By the rules alone, on the facts on file as of ${draft.asOf}, the case comes to: ${determinationWords[determination.outcome]}.`,
            [computed, ...laws],
          ),
          ...(total > 0
            ? [
                write.fact(
                  `Of ${counted(total, "transaction")}: ${listed(counts.map((one) => `${one.transactions} ${determinationWords[one.outcome].toLowerCase()}`))}.`,
                  [computed],
                ),
              ]
            : [write.fact("No transaction with a known provider was found.", [computed])]),
          ...(decided.length > 0
            ? [write.fact(`With what the drafter decides it is drafted as: ${determinationWords[draft.outcome]}.`, [computed])]
            : []),
          ...decided.map((one) =>
            write.gap(
              `The drafter decides to prohibit ${one.name}, which by the rules alone ${one.decision ? outcomeVerbs[one.decision.byRules] : ""}.`,
              { kind: "content", what: "why measures do not suffice, and who decides" },
              [computed],
            ),
          ),
        ],
      },
      ...(transactions.length > 0 ? [glance(context)] : []),
    ],
  };
}

export function weighs({ outcome }: Finding): boolean {
  return outcome !== "note" && outcome !== "exempt";
}

function glance({ draft, write, computed }: Context): LetterSection["blocks"][number] {
  const cell = (text: string) => [write.fact(text, [computed])];
  const ceases = { ordered: "ordered", alternative: "only as an alternative", none: "no" } as const;
  return {
    kind: "table",
    caption: "Transactions told in detail below",
    headings: ["Transaction", "Outcome", "Why", "Cessation", "Reaches that remain"],
    rows: draft.transactions.map((one) => [
      [write.statement(one.name)],
      cell(outcomeText(one)),
      one.reasons.map((reason) => write.fact(reason, [computed, ...lawsOf(one.findings.filter(weighs), draft)])),
      cell(ceases[one.cessation.standing]),
      cell(String(one.residualReaches.length)),
    ]),
  };
}

/** `Permitted with measures`, or what the drafter decided beside it. */
export function outcomeText({ outcome, decision }: Pick<TransactionDraft, "outcome" | "decision">): string {
  const words = determinationWords[outcome];
  return decision ? `${words}, as the drafter decides (by the rules alone: ${determinationWords[decision.byRules].toLowerCase()})` : words;
}

function othersSection({ draft, write, computed }: Context): LetterSection[] {
  if (draft.others.length === 0) return [];
  return [
    {
      id: "others",
      level: 2,
      heading: `Other transactions (${draft.others.length})`,
      blocks: [
        {
          kind: "table",
          caption: "Transactions of the case that are not told in detail",
          headings: ["Transaction", "Services", "Operator", "Outcome"],
          rows: draft.others.map((one) => [
            [write.statement(one.name)],
            [write.fact(one.services.join(", ") || "not told apart", [computed])],
            [write.fact(one.operator.name, [computed])],
            [write.fact(determinationWords[one.outcome], [computed])],
          ]),
        },
      ],
    },
  ];
}

function basisSection({ draft, write, computed }: Context): LetterSection {
  const { review, reference, catalogue, rulePacks, tool, limits } = draft;
  const packs = rulePacks.map((one) => write.fact(`Rule pack ${one.id}, ${one.title}, SHA-256 ${one.sha256}.`, [computed]));
  return {
    id: "basis",
    level: 2,
    heading: "What it stands on",
    blocks: [
      {
        kind: "paragraph",
        sentences: [
          write.fact(`The state of the review has the SHA-256 ${review.sha256}, of the bytes that beholden review --format json prints.`, [
            computed,
          ]),
          write.fact(
            `It was made by ${tool.name} ${tool.version} with the reference of edition ${reference.edition}, SHA-256 ${reference.sha256}.`,
            [computed],
          ),
          ...(catalogue.sha256 === reference.sha256
            ? []
            : [
                write.statement(
                  `Measures and their monitoring were read from another edition, ${catalogue.edition}, SHA-256 ${catalogue.sha256}: what it says may differ from what the review knew.`,
                ),
              ]),
        ],
      },
      { kind: "list", ordered: false, items: packs.map((one) => [one]) },
      { kind: "paragraph", sentences: [write.statement("Assumed, and not told:")] },
      {
        kind: "list",
        ordered: false,
        items: [
          ...(draft.assumedMeasures.length > 0
            ? [[write.gap(assumedText(draft), { kind: "content", what: "whether these measures are to be relied on" }, [computed])]]
            : []),
          ...draft.assumptions.map((one) => [write.fact(one, [computed])]),
          [
            write.fact(
              `Not told: ${counted(limits.unattributed, "observation")} without a known provider, ${counted(limits.problems, "problem")} in reading, ${counted(limits.leftOut, "file")} left out.`,
              [computed],
            ),
          ],
        ],
      },
    ],
  };
}

/** The provisions of findings, each once. */
export function lawsOf(findings: TransactionDraft["findings"], { rulePacks }: Pick<Context["draft"], "rulePacks">): Evidence[] {
  const all = findings.map((one) => lawSource(one.citation, rulePacks.find(({ id }) => id === one.pack)?.title ?? one.pack, one.mark));
  return [...new Map(all.map((one) => [`${one.locator} ${one.note}`, one])).values()];
}

/** A review can ask what would be left if a measure were in place: a determination on it has to say so. */
export function assumedText({ assumedMeasures }: Pick<Context["draft"], "assumedMeasures">): string {
  return `The review took measures as in place that nobody declared: ${assumedMeasures.join(", ")}. Reaches that these end are not among those that remain.`;
}
