import { dealsText, dueText, groundText, whatText } from "../duties.js";
import { type Context, indent, type Section } from "./context.js";
import { pairs, wrap } from "./layout.js";

/** What the law makes the subject do, what has a day first. */
export function dutiesSection({ view, width }: Context): Section {
  const duties = view.review.duties ?? [];
  return {
    heading: `What has to be done, by when (${duties.length})`,
    lines: duties.flatMap((one) => [
      ...wrap(dueText(one, view), { width, first: `${indent}- `, rest: `${indent}  ` }),
      ...pairs(
        [
          ["What", whatText(one)],
          ["Who", one.who],
          ["For", dealsText(one, view)],
          ["Law", groundText(one)],
        ],
        width,
        `${indent}  `,
      ),
      "",
    ]),
  };
}
