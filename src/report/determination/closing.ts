import type { LetterBlock, LetterSection, LetterSentence } from "../../model/index.js";
import { counted } from "../words.js";
import { type Context, declaredAs, lawSource, markText } from "./context.js";
import { monitoringSection } from "./measures.js";
import { suppositionsSection } from "./suppositions.js";

/** What follows for the case: duties, changes, the parties' information, penalties, later review, form and signature. */
export function closingSections(context: Context): LetterSection[] {
  return [
    ...monitoringSection(context),
    ...dutiesSection(context),
    suppositionsSection(context.draft.suppositions, { id: "changes", level: 2, ofCase: true }, context),
    partySection(context),
    penaltiesSection(context),
    ...laterReviewSection(context),
    formSection(context),
    signatureSection(context),
  ];
}

function dutiesSection({ draft, write }: Context): LetterSection[] {
  if (draft.duties.length === 0) return [];
  const names = new Map([...draft.transactions, ...draft.others].map((one) => [one.transaction, one.name]));
  const title = (pack: string) => draft.rulePacks.find(({ id }) => id === pack)?.title ?? pack;
  return [
    {
      id: "duties",
      level: 2,
      heading: "What the law makes the subject do, by when",
      blocks: [
        {
          kind: "table",
          caption: "Duties; what has a day comes first",
          headings: ["Due", "Duty", "Transactions"],
          rows: draft.duties.map((one) => {
            const law = [lawSource(one.citation, title(one.pack), one.mark)];
            const open = one.certainty === "established" ? "" : " Owed only if what is open turns out so.";
            return [
              [write.law(one.due ? `${one.due} (${one.dueInWords})` : one.dueInWords, law)],
              [write.law(`${one.title}: ${one.does} ${one.citation} (${markText(one.mark)}).${open}`, law)],
              [write.statement(one.transactions.map((id) => names.get(id) ?? id).join("; "))],
            ];
          }),
        },
      ],
    },
  ];
}

/** What the determination makes of the parties' information. */
function partySection({ draft, write }: Context): LetterSection {
  const { declared, accepted, subject } = draft;
  const own = declared
    ? write.fact(
        `${subject.name} declared ${counted(declared.systems, "system")}, ${counted(declared.holdings, "set of data", "sets of data")}, ${counted(declared.deals, "deal")} and ${counted(declared.measures, "measure")}; where a finding or measure rests on that, its source says so.`,
        [declaredAs("the declaration")],
      )
    : write.fact(`${subject.name} declared nothing.`, [], "no beholden.yaml is on file");
  return {
    id: "party-information",
    level: 2,
    heading: "Information of the parties",
    blocks: [
      {
        kind: "paragraph",
        sentences: [
          own,
          ...accepted.map((one) =>
            write.fact(
              `The finding "${one.title}" (${one.id}) was accepted by ${one.acceptance?.by} until ${one.acceptance?.until}: ${one.acceptance?.why}`,
              [declaredAs(`acceptance of ${one.id}`)],
            ),
          ),
          write.gap("Responses of the parties:", {
            kind: "content",
            what: "what each party submitted, and what this determination makes of it",
          }),
        ],
      },
    ],
  };
}

function penaltiesSection({ draft, write }: Context): LetterSection {
  const told: LetterSentence[][] = draft.penalties.map(({ under, means, citation, mark, evidence }) => [
    means === null
      ? write.gap(`Under ${under}:`, { kind: "source", what: "no source on file says what a breach means" }, evidence)
      : write.law(`Under ${under}: ${means} ${citation ?? ""} (${markText(mark)})`, evidence),
  ]);
  const missing = draft.lawsWithoutPenalty.map((law) => [
    write.gap(`Under ${law}:`, { kind: "source", what: "no source on file says what non-compliance means" }),
  ]);
  const none = [[write.statement("No finding relied on has a law whose penalties would apply.")]];
  const items = [...told, ...missing];
  return {
    id: "penalties",
    level: 2,
    heading: "Penalties for non-compliance",
    blocks: [{ kind: "list", ordered: false, items: items.length > 0 ? items : none }],
  };
}

function laterReviewSection({ draft, write }: Context): LetterSection[] {
  const whole = [...draft.transactions, ...draft.others];
  const free = whole.filter(
    (one) => one.outcome !== "prohibited" && !draft.prohibitions.some(({ transaction }) => transaction === one.transaction),
  );
  if (free.length === 0 && whole.length > 0) return [];
  const item = draft.form?.contents.find(({ id }) => id === "later-review");
  const text = "Where a transaction is not prohibited, this determination does not preclude a later review of it.";
  const sentence = item
    ? write.law(`${text} ${item.citation} (${markText(item.mark)})`, [lawSource(item.citation, draft.form?.title ?? "", item.mark)])
    : write.gap(text, { kind: "source", what: "no procedure on file for the rule packs applied" });
  return [{ id: "later-review", level: 2, heading: "Later review", blocks: [{ kind: "paragraph", sentences: [sentence] }] }];
}

/** What the law wants a determination to hold, and where it stands in this one. */
function formSection(context: Context): LetterSection {
  const { draft, write } = context;
  const { form } = draft;
  const section = { id: "form", level: 2 as const, heading: "Content that the law asks of a determination" };
  if (!form) {
    const gap = write.gap("", {
      kind: "source",
      what: "no procedure on file for the rule packs applied says what a determination has to hold",
    });
    return { ...section, blocks: [{ kind: "paragraph", sentences: [gap] }] };
  }
  const rows = form.contents.map((one) => {
    const law = [lawSource(one.citation, form.title, one.mark)];
    return [[write.law(`${one.what} (${one.citation}; ${markText(one.mark)})`, law)], where(one.id, context)];
  });
  const blocks: LetterBlock[] = [
    ...(form.inForce
      ? []
      : [
          {
            kind: "paragraph" as const,
            sentences: [
              write.gap("The list is of the wording in force on another day.", {
                kind: "source",
                what: `what a determination of ${draft.on} had to hold was not read`,
              }),
            ],
          },
        ]),
    { kind: "table", caption: form.title, headings: ["Content", "Where it stands"], rows },
  ];
  return { ...section, blocks };
}

function where(id: string, { draft, write }: Context): LetterSentence[] {
  const see = (heading: string) => [write.statement(`See "${heading}".`)];
  switch (id) {
    case "signed":
      return [write.gap("Written; not signed.", { kind: "content", what: "signature and day of signature" })];
    case "determination":
      return see("Determination");
    case "unclassified":
      return unclassified({ draft, write });
    case "party-information":
      return see("Information of the parties");
    case "cessation":
      return draft.windDown
        ? [write.statement(`With each transaction, by its days${draft.prohibitions.length > 0 ? "" : "; nothing is ordered to cease"}.`)]
        : [write.statement("There is none: nothing ceases.")];
    case "later-review":
      return see("Later review");
    case "measures":
      return draft.transactions.some(({ measures }) => measures.length > 0)
        ? [write.statement("With each transaction.")]
        : [write.statement("There are none.")];
    case "penalties":
      return see("Penalties for non-compliance");
    default:
      return [write.gap("", { kind: "content", what: "a passage on this" })];
  }
}

function unclassified({ draft, write }: Pick<Context, "draft" | "write">): LetterSentence[] {
  const { unclassified: found } = draft;
  if (found?.checked)
    return [
      write.statement(
        "No passage bears a marking of classified information or refers to such a text, as far as a check of the words can tell.",
      ),
    ];
  return [
    write.gap("", { kind: "content", what: `a person checks that nothing is classified${found ? `: ${found.because.join("; ")}` : ""}` }),
  ];
}

function signatureSection({ write }: Pick<Context, "write">): LetterSection {
  const blank = (text: string, what: string) => [write.gap(text, { kind: "content", what })];
  return {
    id: "signature",
    level: 2,
    heading: "Signature",
    blocks: [
      {
        kind: "list",
        ordered: false,
        items: [
          blank("Signed:", "signature"),
          blank("Name and office:", "who signs, with what authority"),
          blank("Day of signature:", "day"),
        ],
      },
    ],
  };
}
