import type { DeclaredMeasure, DraftMeasure, LetterBlock, LetterSection, LetterSentence, TransactionDraft } from "../../model/index.js";
import { byText } from "../../model/order.js";
import { listed } from "../words.js";
import { type Context, declaredAs, lawSource, markText, sentencesOf } from "./context.js";

const roleWords = {
  declared: "declared by the subject",
  demanded: "demanded: the law allows the transaction only with it",
  "would-lift": "named as what could lift a finding",
} as const;

/** The measures of a transaction: how each stands, promised, in place and verified apart. How each is monitored is told once for the case. */
export function measuresSection(one: TransactionDraft, id: string, context: Context): LetterSection[] {
  const section = { id: `${id}-measures`, level: 3 as const, heading: "Measures" };
  if (one.measures.length > 0) return [{ ...section, blocks: [standingTable(one, context)] }];
  const none = context.write.statement("No measure is declared for it, demanded of it, or named as what could lift a finding.");
  return [{ ...section, blocks: [{ kind: "paragraph", sentences: [none] }] }];
}

function standingTable(one: TransactionDraft, context: Context): LetterBlock {
  return {
    kind: "table",
    caption: "Promised, in place and verified are kept apart and never added up; how each is monitored stands below for the case",
    headings: ["Measure", "Why it stands here", "Promised", "In place", "Verified", "To be verified by"],
    rows: one.measures.map((measure) => [
      [nameSentence(measure, context)],
      [why(measure, one, context)],
      declared(measure.promised, context),
      declared(measure.inPlace, context),
      declared(measure.verified, context),
      [verifyBy(measure, context)],
    ]),
  };
}

/** How each measure of the case is monitored, and what it leaves. */
export function monitoringSection(context: Context): LetterSection[] {
  const all = new Map(context.draft.transactions.flatMap(({ measures }) => measures.map((one) => [one.id, one] as const)));
  const measures = [...all.values()].sort((left, right) => byText(left.id, right.id));
  if (measures.length === 0) return [];
  return [
    {
      id: "monitoring",
      level: 2,
      heading: "How the measures are monitored",
      blocks: [
        {
          kind: "table",
          caption: "By measure; what no source on file says is a gap",
          headings: ["Measure", "What it leaves", "Evidence that would verify it", "Verifier", "Frequency", "What a breach means"],
          rows: measures.map((measure) => monitoringRow(measure, context)),
        },
      ],
    },
  ];
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

function monitoringRow(measure: DraftMeasure, context: Context): LetterSentence[][] {
  const { monitoring, mark, evidence } = measure;
  const verifying = monitoring.evidence === null || mark === null ? null : { says: monitoring.evidence, mark, evidence };
  return [
    [nameSentence(measure, context)],
    leaves(measure, context),
    [told(verifying, "what would verify it", context)],
    [told(monitoring.verifier, "who verifies it", context)],
    [told(monitoring.frequency, "how often it is verified", context)],
    breach(measure, context),
  ];
}

function told(one: DraftMeasure["monitoring"]["verifier"], what: string, { write }: Context): LetterSentence {
  if (!one) return write.gap("", { kind: "source", what: `no source on file says ${what}` });
  return write.fact(`${one.says} (${markText(one.mark)})`, one.evidence);
}

/** Under the laws that findings of the case rest on: instruments of other laws are not what it is owed under here. */
function breach({ monitoring }: DraftMeasure, { write, draft }: Context): LetterSentence[] {
  const owed = monitoring.breach.filter(({ id }) => draft.penalties.some((one) => one.id === id));
  if (owed.length === 0)
    return [write.gap("", { kind: "source", what: "no source on file says what a breach means under the laws of these findings" })];
  return owed.map(({ under, mark, citation, evidence }) =>
    write.law(`Under ${under}: ${citation ?? ""} (${markText(mark)}); see "Penalties for non-compliance".`, evidence),
  );
}

function verifyBy({ verifyBy: day }: DraftMeasure, { write, draft }: Context): LetterSentence {
  if (!day) return write.gap("", { kind: "source", what: "no source on file says by when" });
  const open = day.certainty === "established" ? "" : ", if what is open turns out so";
  const pack = draft.duties.find(({ citation }) => citation === day.citation)?.pack;
  const title = draft.rulePacks.find(({ id }) => id === pack)?.title ?? day.duty;
  return write.law(`${day.day}: ${day.duty}, ${day.citation} (${markText(day.mark)})${open}`, [lawSource(day.citation, title, day.mark)]);
}
