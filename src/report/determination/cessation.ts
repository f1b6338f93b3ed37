import type { LetterBlock, LetterSection, LetterSentence, TransactionDraft, WindDownStep } from "../../model/index.js";
import { listed } from "../words.js";
import { type Context, markText } from "./context.js";

/** Timing and manner of cessation: ordered, or shown as the alternative that it is. */
export function cessationSection(one: TransactionDraft, id: string, context: Context): LetterSection {
  const { write, draft, computed } = context;
  const { standing, conditions, steps } = one.cessation;
  const heading = { ordered: "Timing and manner of cessation", alternative: "Cessation, if it comes to that", none: "Cessation" }[standing];
  const section = { id: `${id}-cessation`, level: 3 as const, heading };
  if (standing === "none") {
    return {
      ...section,
      blocks: [{ kind: "paragraph", sentences: [write.fact("No cessation is ordered, and no rule on file leads to one.", [computed])] }],
    };
  }
  const lead: LetterBlock[] =
    standing === "ordered"
      ? [{ kind: "paragraph", sentences: [write.instruction(`The use of ${whatOf(one)} ends as follows.`)] }]
      : [
          {
            kind: "paragraph",
            sentences: [
              write.statement("Cessation is not ordered. The days below would apply, counted from the same day, only:"),
              ...conditions.map(({ text, evidence }) => write.law(`${text};`, evidence)),
            ],
          },
        ];
  const dated: LetterBlock[] =
    steps.length > 0 && draft.windDown
      ? [
          { kind: "list", ordered: true, items: steps.map((step) => [stepSentence(step, one, context)]) },
          { kind: "paragraph", sentences: basis(context) },
        ]
      : [
          {
            kind: "paragraph",
            sentences: [write.gap("", { kind: "source", what: "neither a day of the user nor a precedent dates the wind-down" })],
          },
        ];
  return { ...section, blocks: [...lead, ...dated] };
}

function whatOf({ services, provider, region, system }: TransactionDraft): string {
  return `${services.length > 0 ? `${listed(services)} of ` : ""}${provider.name}${region ? ` in ${region}` : ""} for ${system.name}`;
}

function stepSentence(step: WindDownStep, one: TransactionDraft, context: Context): LetterSentence {
  const { write, draft } = context;
  const day = `${step.on} (day ${step.dayNumber})`;
  const text = {
    "no-new-agreements": `From ${day}: no new agreement with ${one.operator.name} for ${whatOf(one)} is made, and none is renewed.`,
    "no-updates": `From ${day}: no update, integration, resale or licence of it is taken.`,
    "data-returned": `By ${day}: ${dataOf(one)} is returned to ${draft.subject.name}; and what ${one.operator.name} still keeps is deleted, with a certificate of it.`,
    "end-of-use": `From ${day}: ${one.system.name} does not use it.`,
  }[step.id];
  if (step.ground === "user") return write.instruction(text);
  if (step.ground === "precedent") return write.instruction(text, draft.windDown?.precedent?.evidence ?? []);
  return write.gap(text, { kind: "source", what: proposals[step.id] ?? "no source on file dates it" });
}

const proposals: Partial<Record<WindDownStep["id"], string>> = {
  "data-returned": "no source on file sets a day for the return of data; proposed for the day before use ends",
  "end-of-use": "the precedent on file bars the acts above and names no day on which use itself ends",
};

function dataOf({ holdings }: TransactionDraft): string {
  return holdings.length > 0 ? `the data of ${listed(holdings.map(({ name }) => name))}` : "any data that it keeps";
}

/** What the days come from: the user, or a precedent that is no rule. */
function basis({ draft, write }: Context): LetterSentence[] {
  const down = draft.windDown;
  if (!down) return [];
  const { precedent } = down;
  const own = down.basis === "user" ? [write.statement("The day on which use ends is the drafter's; no source on file sets one.")] : [];
  if (!precedent) return own;
  const later = precedent.determined > draft.on ? " It was decided after the day of this determination." : "";
  return [
    ...own,
    write.fact(
      `Days marked by it follow a precedent, which is no rule: ${precedent.title}, ${precedent.citation} (${markText(precedent.mark)}), of ${precedent.determined}: ${precedent.what}; ${precedent.outside} left outside.${later}`,
      precedent.evidence,
    ),
  ];
}
