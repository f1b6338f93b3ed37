import type { DraftReach, LetterBlock, LetterSection, TransactionDraft } from "../../model/index.js";
import { doubt, effectSentence, stepSentence, weakestSentence } from "../paths.js";
import { counted } from "../words.js";
import type { Context } from "./context.js";

/** The reaches that no measure in place ends, each by its strongest path in words. */
export function reachesSection(one: TransactionDraft, id: string, context: Context): LetterSection {
  const { write, computed } = context;
  const none = write.fact("No reach of a government of concern remains: measures in place end them, or there was none.", [computed]);
  return {
    id: `${id}-reaches`,
    level: 3,
    heading: `Reaches that remain (${one.residualReaches.length})`,
    blocks:
      one.residualReaches.length === 0
        ? [{ kind: "paragraph", sentences: [none] }]
        : one.residualReaches.flatMap((reach) => reachBlocks(reach, context)),
  };
}

function reachBlocks(reach: DraftReach, { write, computed }: Context): LetterBlock[] {
  const { government, effect, target, path, otherPaths, cutBy, confidence } = reach;
  const evidence = path.steps.flatMap((step) => step.evidence);
  const weakest = weakestSentence(path);
  return [
    {
      kind: "paragraph",
      sentences: [
        write.fact(`${effectSentence(government.name, effect, target)} (${confidence} confidence).`, evidence),
        ...(weakest ? [write.fact(weakest, evidence)] : []),
        ...(otherPaths > 0
          ? [write.fact(`${counted(otherPaths, "other path")} to the same ${otherPaths === 1 ? "is" : "are"} on file.`, [computed])]
          : []),
        ...cutBy.map((one) => write.fact(`${one.measure} (${one.status}) does not end it: ${one.explanation}`, [computed])),
      ],
    },
    {
      kind: "list",
      ordered: true,
      items: path.steps.map((step) => [write.fact(`${stepSentence(step)}${doubt(step.confidence)}: ${step.because}.`, step.evidence)]),
    },
  ];
}
