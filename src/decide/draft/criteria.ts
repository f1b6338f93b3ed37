import type { DraftCriterion, Review } from "../../model/index.js";

/** The criteria put to a transaction, group by group in the order of their pack, with what speaks for and against each kept apart. */
export function criteriaOf(transaction: string, review: Review): DraftCriterion[] {
  return (review.criteria ?? []).flatMap(({ pack, groups, list, transactions }) => {
    const answered = new Map(
      transactions.filter((one) => one.transaction === transaction).flatMap(({ criteria }) => criteria.map((one) => [one.criterion, one])),
    );
    return groups.flatMap((group) =>
      list.flatMap((asked): DraftCriterion[] => {
        const answer = asked.group === group.id ? answered.get(asked.id) : undefined;
        if (!answer) return [];
        const leaning = (way: "for" | "against" | "evidence") => answer.answers.filter((one) => one.leaning === way);
        return [
          {
            pack,
            group: { id: group.id, title: group.title, words: group.words },
            criterion: asked.id,
            title: asked.title,
            question: asked.question,
            citation: asked.citation,
            mark: asked.mark,
            state: answer.state,
            for: leaning("for"),
            against: leaning("against"),
            evidence: leaning("evidence"),
            ask: answer.ask,
          },
        ];
      }),
    );
  });
}
