import type { Finding, LetterBlock, LetterSection, TransactionDraft } from "../../model/index.js";
import { counted, listed, outcomeWords } from "../words.js";
import { cessationSection } from "./cessation.js";
import { type Context, declaredAs, ended, markText, sentencesOf } from "./context.js";
import { criteriaSection } from "./criteria.js";
import { measuresSection } from "./measures.js";
import { lawsOf, outcomeText, weighs } from "./opening.js";
import { reachesSection } from "./reaches.js";
import { suppositionsSection } from "./suppositions.js";

/** One transaction, from its outcome to what would change it. */
export function transactionSections(one: TransactionDraft, number: number, context: Context): LetterSection[] {
  const id = `transaction-${number}`;
  return [
    { id, level: 2, heading: `Transaction ${number}: ${one.name}`, blocks: outcomeBlocks(one, context) },
    findingsSection(one, id, context),
    ...one.findings.map((finding, at) => findingSection(finding, `${id}-finding-${at + 1}`, context)),
    ...criteriaSection(one, id, context),
    ...measuresSection(one, id, context),
    reachesSection(one, id, context),
    cessationSection(one, id, context),
    suppositionsSection(one.suppositions, { id: `${id}-changes`, level: 3, ofCase: false }, context),
  ];
}

function outcomeBlocks(one: TransactionDraft, { draft, write, computed }: Context): LetterBlock[] {
  const deciding = lawsOf(one.findings.filter(weighs), draft);
  const services = one.services.length > 0 ? ` (${one.services.join(", ")})` : "";
  const data = one.holdings.map(({ name }) => name);
  return [
    {
      kind: "paragraph",
      sentences: [
        write.fact(
          `${draft.subject.name} uses ${one.provider.name}${services}${one.region ? `, region ${one.region},` : ""} for ${one.system.name}; the counterparty is ${ended(one.operator.name)}`,
          [...one.seen, computed],
          one.seen.length === 0 ? "no place in the artefacts is on file" : undefined,
        ),
        ...(data.length > 0
          ? [
              write.fact(
                `It holds ${ended(listed(data))}`,
                data.map((name) => declaredAs(`holding ${name}`)),
              ),
            ]
          : []),
        write.fact(`Outcome: ${outcomeText(one)}.`, [computed, ...deciding]),
        ...one.reasons.flatMap((reason) => sentencesOf(reason, (sentence) => write.fact(sentence, [computed, ...deciding]))),
      ],
    },
  ];
}

function findingsSection(one: TransactionDraft, id: string, { write }: Context): LetterSection {
  return {
    id: `${id}-findings`,
    level: 3,
    heading: "Findings relied on",
    blocks: one.findings.length > 0 ? [] : [{ kind: "paragraph", sentences: [write.statement("No finding was made on it.")] }],
  };
}

const certaintySentence = {
  established: "It is established",
  "cannot-be-excluded": "It cannot be excluded, and the facts do not settle it",
} as const;

function findingSection(finding: Finding, id: string, context: Context): LetterSection {
  const { draft, write } = context;
  const { title, outcome, certainty, confidence, citation, mark, explanation, evidence, settle, acceptance, status } = finding;
  return {
    id,
    level: 4,
    heading: `${outcomeWords[outcome]}: ${title}`,
    blocks: [
      {
        kind: "paragraph",
        sentences: [
          write.law(`It rests on ${citation} (${markText(mark)}).`, lawsOf([finding], draft)),
          write.fact(`${certaintySentence[certainty]}, on facts of ${confidence} confidence.`, evidence),
          ...sentencesOf(explanation, (sentence) => write.fact(sentence, evidence)),
          ...(acceptance
            ? [
                write.fact(
                  `${acceptance.by} accepted it until ${acceptance.until}${status === "acceptance-expired" ? ", which has passed" : ""}: ${acceptance.why} Acceptance changes no law.`,
                  [declaredAs(`acceptance of ${finding.id}`)],
                ),
              ]
            : []),
        ],
      },
      ...(settle.length > 0
        ? [
            { kind: "paragraph" as const, sentences: [write.statement(`${counted(settle.length, "question")} would settle it:`)] },
            { kind: "list" as const, ordered: false, items: settle.map((question) => [write.statement(question)]) },
          ]
        : []),
    ],
  };
}
