import type { CriterionAnswer, DraftCriterion, LetterSection, LetterSentence, TransactionDraft } from "../../model/index.js";
import { type Context, markText, sentencesOf } from "./context.js";

/** Each criterion of the law with its evidence for and against, one table a group; weighing them is for the authority. */
export function criteriaSection(one: TransactionDraft, id: string, context: Context): LetterSection[] {
  if (one.criteria.length === 0) return [];
  const groups = new Map<string, DraftCriterion[]>();
  for (const criterion of one.criteria) {
    const key = `${criterion.pack} ${criterion.group.id}`;
    groups.set(key, [...(groups.get(key) ?? []), criterion]);
  }
  return [
    {
      id: `${id}-criteria`,
      level: 3,
      heading: "Criteria, with the evidence for and against",
      blocks: [
        {
          kind: "paragraph",
          sentences: [
            context.write.statement("Answers are evidence, each no more certain than its mark. Weighing them is for the authority."),
          ],
        },
        ...[...groups.values()].map((criteria) => groupTable(criteria, context)),
      ],
    },
  ];
}

function groupTable(criteria: DraftCriterion[], context: Context): LetterSection["blocks"][number] {
  const { title, words } = criteria[0]?.group ?? { title: "", words: { for: "for", against: "against", evidence: "evidence" } };
  return {
    kind: "table",
    caption: title,
    headings: ["Criterion", `For (${words.for})`, `Against (${words.against})`, `Neither by itself (${words.evidence})`, "To ask"],
    rows: criteria.map((one) => [
      [context.write.law(`${one.title}: ${one.question} ${one.citation} (${markText(one.mark)})`, [lawEvidence(one, context)])],
      answers(one.for, context),
      answers(one.against, context),
      answers(one.evidence, context),
      one.ask.length > 0
        ? one.ask.map(({ of, question }) => context.write.statement(`${of}: ${question}`))
        : [context.write.statement("-")],
    ]),
  };
}

function lawEvidence({ citation, pack, mark }: DraftCriterion, { draft }: Context) {
  const title = draft.rulePacks.find(({ id }) => id === pack)?.title ?? pack;
  return { kind: "law" as const, locator: citation, title, note: `mark ${mark}` };
}

function answers(all: readonly CriterionAnswer[], { write }: Context): LetterSentence[] {
  if (all.length === 0) return [write.statement("none on file")];
  return all.flatMap(({ text, certainty, doubts, evidence }) => [
    ...sentencesOf(certainty === "established" ? text : `Possibly: ${text}`, (sentence) => write.fact(sentence, evidence)),
    ...doubts.map((doubt) => write.fact(doubt, evidence)),
  ]);
}
