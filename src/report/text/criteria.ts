import { overviewOf, shownByGroup, useWords } from "../criteria.js";
import { counted } from "../words.js";
import { type Context, indent, type Section } from "./context.js";
import { pairs, wrap } from "./layout.js";

/** Uses beyond these are counted: every answer stands in the HTML and JSON reports. */
const mostUses = 5;

/** What the laws weigh, for the uses that they concern: how each criterion stands, in one line a group. */
export function criteriaSection({ view, width, style }: Context): Section {
  const packs = (view.review.criteria ?? []).filter(({ transactions }) => transactions.length > 0);
  const lines = packs.flatMap((pack) => {
    const rest = pack.transactions.length - mostUses;
    return [
      ...pack.transactions.slice(0, mostUses).flatMap(({ transaction, criteria }) => [
        ...wrap(`${pack.pack}: ${useWords(transaction, view)}`, { width, first: indent }).map(style.heading),
        ...pairs(
          shownByGroup(pack, criteria).map(({ group, shown }) => [group.id, overviewOf(pack, shown)] as const),
          width,
          `${indent}${indent}`,
        ),
        "",
      ]),
      ...(rest > 0 ? [...wrap(`${pack.pack}: and ${counted(rest, "more use")}`, { width, first: indent }), ""] : []),
    ];
  });
  const remark =
    "Answers are evidence; weighing them is for the authority. Each answer with its evidence, and what to ask: --format html or json.";
  return {
    heading: "Criteria that the laws weigh",
    lines: lines.length > 0 ? [...lines, ...wrap(remark, { width, first: indent })] : [],
  };
}
