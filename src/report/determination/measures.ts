import type { DeclaredMeasure, DraftMeasure, LetterBlock, LetterSection, LetterSentence, TransactionDraft } from "../../model/index.js";
import { listed } from "../words.js";
import { type Context, declaredAs, lawSource, markText, sentencesOf } from "./context.js";

const roleWords = {
  declared: "declared by the subject",
  demanded: "demanded: the law allows the transaction only with it",
  "would-lift": "named as what could lift a finding",
} as const;

/** The measures: how each stands, promised, in place and verified apart, and how each is monitored. */
export function measuresSection(one: TransactionDraft, id: string, context: Context): LetterSection[] {
  if (one.measures.length === 0) {
    const none = context.write.statement("No measure is declared for it, demanded of it, or named as what could lift a finding.");
    return [{ id: `${id}-measures`, level: 3, heading: "Measures", blocks: [{ kind: "paragraph", sentences: [none] }] }];
  }
  return [
    {
      id: `${id}-measures`,
      level: 3,
      heading: "Measures and how each is monitored",
      blocks: [standingTable(one, context), monitoringTable(one, context)],
    },
  ];
}

function standingTable(one: TransactionDraft, context: Context): LetterBlock {
  return {
    kind: "table",
    caption: "Promised, in place and verified are kept apart and never added up",
    headings: ["Measure", "Why it stands here", "Promised", "In place", "Verified", "What it leaves"],
    rows: one.measures.map((measure) => [
      [nameSentence(measure, context)],
      [why(measure, one, context)],
      declared(measure.promised, context),
      declared(measure.inPlace, context),
      declared(measure.verified, context),
      leaves(measure, context),
    ]),
  };
}

function nameSentence({ id, name, mark, evidence }: DraftMeasure, { write }: Context): LetterSentence {
  const title = name === id ? id : `${id} ${name}`;
  return write.fact(
    mark ? `${title} (${markText(mark)})` : title,
    evidence,
    mark ? undefined : "the catalogue of measures on file has no entry for it",
  );
}

function why({ roles, askedBy }: DraftMeasure, { findings }: TransactionDraft, { write, draft }: Context): LetterSentence {
  const asking = findings.filter(({ id }) => askedBy.includes(id));
  const laws = asking.map(({ citation, mark, pack }) =>
    lawSource(citation, draft.rulePacks.find((one) => one.id === pack)?.title ?? pack, mark),
  );
  const words = roles.map((role) => roleWords[role]);
  const open =
    asking.length > 0 && asking.every(({ certainty }) => certainty === "cannot-be-excluded") ? " (if what is open turns out so)" : "";
  const text = `${listed(words) || "the outcome depends on it"}${open}`;
  return asking.length > 0 ? write.law(text, laws) : write.fact(text, [declaredAs("measures")]);
}

function declared(all: readonly DeclaredMeasure[], { write, draft }: Context): LetterSentence[] {
  if (all.length === 0) return [write.statement("no")];
  return all.map(({ id, appliesTo, evidence, from, until }) => {
    const period = [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(" ");
    const text = `yes, for ${appliesTo.join(", ") || "everything"}${period ? `, ${period}` : ""}${evidence ? `: ${evidence}` : ""}`;
    return write.fact(
      text,
      [declaredAs(`measure ${id}`)],
      evidence ? undefined : `the declaration of ${draft.subject.name} names no evidence`,
    );
  });
}

function leaves({ leaves: text, evidence }: DraftMeasure, { write }: Context): LetterSentence[] {
  return text === null
    ? [write.fact("not known", evidence, "no source on file says what it leaves")]
    : sentencesOf(text, (one) => write.fact(one, evidence));
}

function monitoringTable(one: TransactionDraft, context: Context): LetterBlock {
  return {
    kind: "table",
    caption: "How each is monitored",
    headings: ["Measure", "Evidence that would verify it", "Verifier", "Frequency", "What a breach means", "To be verified by"],
    rows: one.measures.map((measure) => {
      const { monitoring } = measure;
      return [
        [context.write.statement(measure.id)],
        [
          told(
            monitoring.evidence && { says: monitoring.evidence, mark: measure.mark ?? "UNCONFIRMED", evidence: measure.evidence },
            "what would verify it",
            context,
          ),
        ],
        [told(monitoring.verifier, "who verifies it", context)],
        [told(monitoring.frequency, "how often it is verified", context)],
        breach(measure, context),
        [verifyBy(measure, context)],
      ];
    }),
  };
}

function told(one: DraftMeasure["monitoring"]["verifier"] | "" | null, what: string, { write }: Context): LetterSentence {
  if (!one) return write.gap("", { kind: "source", what: `no source on file says ${what}` });
  return write.fact(`${one.says} (${markText(one.mark)})`, one.evidence);
}

function breach({ monitoring }: DraftMeasure, { write }: Context): LetterSentence[] {
  const all = monitoring.breach;
  if (all.length === 0) return [write.gap("", { kind: "source", what: "no source on file says what a breach means" })];
  return all.map(({ under, means, mark, citation, evidence }) =>
    means === null
      ? write.gap(`Under ${under}:`, { kind: "source", what: "no source on file says what a breach means" }, evidence)
      : write.law(`Under ${under}: ${means} ${citation ?? ""} (${markText(mark)})`, evidence),
  );
}

function verifyBy({ verifyBy: day }: DraftMeasure, { write, draft }: Context): LetterSentence {
  if (!day) return write.gap("", { kind: "source", what: "no source on file says by when" });
  const open = day.certainty === "established" ? "" : ", if what is open turns out so";
  const title = draft.duties.find(({ citation }) => citation === day.citation)?.pack ?? day.citation;
  return write.law(`${day.day}: ${day.duty}, ${day.citation} (${markText(day.mark)})${open}`, [lawSource(day.citation, title, day.mark)]);
}
