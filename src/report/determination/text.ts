import type { DeterminationDraft, DraftMeasure, Supposition } from "../../model/index.js";
import { byText } from "../../model/order.js";
import { gapsSentence } from "../letter/words.js";
import type { RenderOptions } from "../report.js";
import { narrowest, pairs, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { counted, determinationWords, listed } from "../words.js";
import { assumedText, outcomeText } from "./opening.js";

const indent = "  ";
const mostRows = 20;

/** A draft on one calm page: what it comes to, how it stands with measures and days, what would change it. The letter holds the rest. */
export function determinationPage(draft: DeterminationDraft, options: RenderOptions): string {
  const width = Math.max(narrowest, options.width);
  const style = styleFor(options.color);
  const parts = [
    { heading: "Transactions", lines: transactionLines(draft, width - indent.length) },
    { heading: "Measures", lines: measureLines(draft, width - indent.length) },
    { heading: "Wind-down", lines: windDownLines(draft, width - indent.length) },
    {
      heading: "What would change the outcome of the case by the rules",
      lines: draft.suppositions.flatMap((one) => supposedLines(one, width - indent.length)),
    },
    { heading: "The letter", lines: letterLines(draft, width - indent.length) },
  ];
  const body = parts
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ heading, lines }) => ["", style.heading(heading), ...lines.map((line) => (line ? indent + line : line))]);
  const title = wrap(`${draft.letter.title}, on ${draft.on}`, { width }).map(style.heading);
  return `${[...title, ...wrap(draft.letter.stamp, { width }), "", ...answerLines(draft, width), ...body].join("\n")}\n`;
}

function answerLines(draft: DeterminationDraft, width: number): string[] {
  const { outcome, counts, asOf, others } = draft;
  const parts = counts.map((one) => `${one.transactions} ${determinationWords[one.outcome].toLowerCase()}`);
  const rest = others.length > 0 ? ` ${counted(others.length, "transaction")} not told in detail.` : "";
  const answer = `${determinationWords[outcome]}, on the facts as of ${asOf}. By the rules: ${listed(parts) || "no transaction"}.${rest}`;
  return [...wrap(answer, { width }), ...(draft.assumedMeasures.length > 0 ? wrap(assumedText(draft), { width }) : [])];
}

function transactionLines({ transactions }: DeterminationDraft, width: number): string[] {
  if (transactions.length === 0) return [];
  const ceases = { ordered: "ordered", alternative: "alternative", none: "no" } as const;
  const rows = transactions
    .slice(0, mostRows)
    .map((one) => [one.name, outcomeText(one), String(one.residualReaches.length), ceases[one.cessation.standing]]);
  const rest = transactions.length - mostRows;
  return [
    ...table(["Transaction", "Outcome", "Reaches left", "Cessation"], rows, width),
    ...(rest > 0 ? wrap(`and ${counted(rest, "more transaction")}: see the letter`, { width }) : []),
  ];
}

/** Promised, in place and verified on lines of their own; then what is asked and stands nowhere. */
function measureLines({ transactions }: DeterminationDraft, width: number): string[] {
  const all = transactions.flatMap(({ measures }) => measures);
  const named = (some: DraftMeasure[]) => [...new Set(some.map(({ id }) => id))].sort(byText).join(", ") || "none";
  if (all.length === 0) return [];
  const absent = (one: DraftMeasure) => one.inPlace.length + one.verified.length === 0;
  const standing = pairs(
    [
      ["Promised", named(all.filter(({ promised }) => promised.length > 0))],
      ["In place", named(all.filter(({ inPlace }) => inPlace.length > 0))],
      ["Verified", named(all.filter(({ verified }) => verified.length > 0))],
      ["Demanded, missing", named(all.filter((one) => one.roles.includes("demanded") && absent(one)))],
      ["Named, missing", named(all.filter((one) => one.roles.includes("would-lift") && absent(one)))],
    ],
    width,
  );
  return [...standing, ...wrap("Missing: not in place for at least one transaction that it is asked for.", { width })];
}

const stepWords = {
  "no-new-agreements": "no new agreements from then on",
  "no-updates": "no updates or integrations from then on",
  "data-returned": "data returned and deleted",
  "end-of-use": "use has ended",
} as const;

const groundWords = { precedent: "precedent, not a rule", user: "as decided", proposal: "proposed, no source" } as const;

function windDownLines({ windDown, transactions, prohibitions }: DeterminationDraft, width: number): string[] {
  if (!windDown) return [];
  const alternatives = transactions.filter(({ cessation }) => cessation.standing === "alternative").length;
  const what = [
    prohibitions.length > 0 ? `Ordered for ${counted(prohibitions.length, "transaction")}.` : "Nothing is ordered to cease.",
    alternatives > 0 ? `As an alternative for ${counted(alternatives, "transaction")}, under the conditions in the letter.` : "",
  ];
  return [
    ...wrap(what.filter(Boolean).join(" "), { width }),
    ...pairs(
      windDown.steps.map(({ id, on, dayNumber, ground }) => [on, `day ${dayNumber}: ${stepWords[id]} (${groundWords[ground]})`]),
      width,
    ),
  ];
}

function supposedLines({ supposed, before, after, computedBy }: Supposition, width: number): string[] {
  const comes =
    after === null
      ? "not computed from a saved review"
      : `${before === after ? "stays" : "turns to"} ${determinationWords[after].toLowerCase()}${computedBy === "review" ? ", reviewed again on that day" : ""}`;
  return wrap(`If ${supposed}: ${comes}.`, { width, first: "- ", rest: indent });
}

function letterLines({ letter, review }: DeterminationDraft, width: number): string[] {
  return [
    ...wrap(`${counted(letter.notes.length, "source")}. ${gapsSentence(letter)}`, { width }),
    ...wrap(`State reviewed: SHA-256 ${review.sha256}`, { width }),
    ...wrap("Whole: --full, or --format md, html or docx; --format json for other programs.", { width }),
  ];
}
