import type { Letter } from "../../model/index.js";
import { newLetterWriter } from "../letter/writer.js";
import { closingSections } from "./closing.js";
import { computedSource, type LetterInput } from "./context.js";
import { headOf, openingSections } from "./opening.js";
import { transactionSections } from "./transaction.js";

/** The draft letter of a determination, as data: every form of it has the same sentences, sources and gaps. */
export function determinationLetter(draft: LetterInput): Letter {
  const context = { draft, write: newLetterWriter(), computed: computedSource(draft) };
  const head = headOf(context);
  const sections = [
    ...openingSections(context),
    ...draft.transactions.flatMap((one, at) => transactionSections(one, at + 1, context)),
    ...closingSections(context),
  ];
  return context.write.letter({
    title: `Draft determination: ${draft.subject.name}`,
    stamp: "DRAFT for counsel. Not legal advice.",
    on: draft.on,
    head,
    sections,
  });
}
