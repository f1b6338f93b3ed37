import type { LetterBlock, LetterSection, LetterSentence, Supposition } from "../../model/index.js";
import { determinationWords } from "../words.js";
import type { Context } from "./context.js";

const computedWords = {
  determination:
    "the determination was made again on the findings and reaches on file, changed as supposed; findings were not judged again",
  review: "the whole review was made again as of that day, with everything on file for it",
  "not-computed": "not computed: a saved review does not show what newly begins to apply",
} as const;

interface Place {
  id: string;
  level: 2 | 3;
  ofCase: boolean;
}

/** What would change the outcome, and what would not: each line was computed by deciding again. */
export function suppositionsSection(all: readonly Supposition[], { id, level, ofCase }: Place, context: Context): LetterSection {
  const { write } = context;
  const heading = ofCase ? "What would change the outcome of the case" : "What would change the outcome";
  if (all.length === 0) {
    const none = write.statement(
      "Nothing on file could be supposed otherwise: it has no finding that weighs, no measure and no dated law ahead.",
    );
    return { id, level, heading, blocks: [{ kind: "paragraph", sentences: [none] }] };
  }
  const ways = [...new Set(all.map(({ computedBy }) => computedBy))];
  return {
    id,
    level,
    heading,
    blocks: [
      {
        kind: "paragraph",
        sentences: ways.map((way) =>
          write.statement(`${all.some((one) => one.computedBy !== way) ? `${wayNames[way]}: ` : "Computed: "}${computedWords[way]}.`),
        ),
      },
      tableOf(all, ofCase, context),
      ...questionsOf(all, context),
    ],
  };
}

const wayNames = { determination: "Unless a day is named", review: "Where a day is named", "not-computed": "Where it says so" } as const;

function tableOf(all: readonly Supposition[], ofCase: boolean, context: Context): LetterBlock {
  const { write, computed } = context;
  return {
    kind: "table",
    caption: "Supposed, and what it comes to",
    headings: [
      "If",
      ...(ofCase ? [] : ["This transaction, by the rules"]),
      "The case, by the rules",
      "Reaches that remain",
      "Measures it would depend on",
    ],
    rows: all.map((one) => {
      const says = (text: string) => [write.fact(text, [computed, ...one.evidence])];
      return [
        [write.statement(one.supposed)],
        ...(ofCase ? [] : [outcomes(one.before, one.after, says)]),
        outcomes(one.caseBefore, one.caseAfter, says),
        says(residualText(one)),
        says(one.measuresAfter === null ? "not computed" : one.measuresAfter.join(", ") || "none"),
      ];
    }),
  };
}

function outcomes(before: Supposition["before"], after: Supposition["after"], says: (text: string) => LetterSentence[]): LetterSentence[] {
  if (after === null) return says("not computed");
  return says(
    before === after ? `stays: ${determinationWords[after].toLowerCase()}` : `turns to: ${determinationWords[after].toLowerCase()}`,
  );
}

function residualText({ residual }: Supposition): string {
  if (!residual) return "not computed";
  const { before, after, untold } = residual;
  const open = untold > 0 ? ` (${untold} of them have further paths that are not on file)` : "";
  return before === after ? `stay ${after}${open}` : `${before} become ${after}${open}`;
}

function questionsOf(all: readonly Supposition[], { write }: Context): LetterBlock[] {
  const questions = [...new Set(all.flatMap((one) => one.questions))];
  if (questions.length === 0) return [];
  return [
    { kind: "paragraph", sentences: [write.statement("To ask, so as to settle what is open:")] },
    { kind: "list", ordered: false, items: questions.map((one) => [write.statement(one)]) },
  ];
}
