import {
  type EvidenceChange,
  type EvidenceGrades,
  type EvidenceItem,
  type EvidenceList,
  type EvidenceShown,
  type EvidenceWritten,
  type Fact,
  type FactList,
  type FactSupport,
  gradeInWords,
  gradeMark,
  type Quote,
  type QuoteRecheck,
  type ShownFact,
  type ShownQuote,
  type WordChange,
} from "../../model/index.js";
import { pairs, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { bytes, counted, grouped } from "../words.js";
import { headWords, type Shown } from "./words.js";

/** What a fact rests on, in words. */
export const supportWords = {
  quoted: "quoted",
  weakened: "NO QUOTE STANDS ANY MORE",
  none: "NO EVIDENCE",
  supposed: "supposed, without evidence",
} satisfies Record<FactSupport, string>;

const outcomeMarks = { found: "found", moved: "moved", changed: "CHANGED", gone: "GONE" } as const;

/** The evidence of a case, its quotes, and the facts that rest on none. */
export function evidenceListText({ case: of, evidence, quotes, withoutEvidence, head }: EvidenceList, { width, color }: Shown): string {
  const style = styleFor(color);
  if (evidence.length === 0 && withoutEvidence.length === 0)
    return `${[...wrap(`Case ${of} has no evidence yet. \`beholden docket evidence add ${of} FILE\` adds some.`, { width }), "", ...wrap(headWords(head), { width })].join("\n")}\n`;
  const rows = evidence.map(({ id, item, quotes: taken }) => [
    shortId(id),
    item.withdrawn === null ? item.title : `${item.title} (withdrawn)`,
    item.format,
    gradeMark(item.grade),
    item.handling,
    item.text ? String(item.text.pages) : "-",
    String(taken),
  ]);
  const section = (title: string, lines: string[]) => (lines.length > 0 ? ["", style.heading(title), ...lines] : []);
  const lines = [
    style.heading(`${counted(evidence.length, "piece")} of evidence in case ${of}`),
    "",
    ...(rows.length > 0 ? table(["id", "title", "kind", "grade", "handling", "pages", "quotes"], rows, width) : []),
    ...section(
      "Quotes",
      quotes.flatMap((one) => quoteLines(one, width)),
    ),
    ...section(
      "Facts without evidence",
      withoutEvidence.flatMap((one) => factLines(one, width)),
    ),
    "",
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

/** A piece of evidence, its quotes, and the text of the pages that were asked for. */
export function evidenceText(shown: EvidenceShown, { width, color }: Shown): string {
  const style = styleFor(color);
  const { id, item, quotes, pages, read, added, version, head } = shown;
  const section = (title: string, lines: string[]) => (lines.length > 0 ? ["", style.heading(title), ...lines] : []);
  const lines = [
    ...wrap(`${shortId(id)}: ${item.title}`, { width }).map(style.heading),
    ...pairs(itemPairs(item), width, "  "),
    ...pairs(
      [
        ["Added", `${added.at} by ${added.by}`],
        ["Version", String(version)],
        ...(read === null ? [] : ([["Read", `this reading is entry ${read} of the record`]] as [string, string][])),
      ],
      width,
      "  ",
    ),
    ...section(
      "Attachments, not opened",
      item.attachments.flatMap((one) =>
        wrap(`${one.name} (${one.mediaType}, ${bytes(one.bytes)})`, { width, first: "  - ", rest: "    " }),
      ),
    ),
    ...section(
      "Quotes",
      quotes.flatMap((one) => quoteLines(one, width)),
    ),
    ...pages.flatMap(({ page, label, text }) =>
      section(label === String(page) ? `Page ${page}` : `Page ${page} (${label})`, textLines(text, width)),
    ),
    "",
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

function itemPairs(item: EvidenceItem): [string, string][] {
  const given = (label: string, value: string | null): [string, string][] => (value === null ? [] : [[label, value]]);
  const [original] = item.files;
  return [
    ...given("Withdrawn", item.withdrawn),
    ["Kind", item.format],
    ...given("Source", item.source),
    ...given("Publisher", item.publisher),
    ...given("Published", item.published),
    ...given("Retrieved", item.retrieved),
    ...given("Obtained", item.obtained),
    ["Grade", `${gradeMark(item.grade)} (${gradeInWords(item.grade)})`],
    ["Handling", item.handling],
    ...given("Replaces", item.replaces && shortId(item.replaces)),
    ...(original
      ? ([
          ["File", `${original.name}, ${bytes(original.bytes)}`],
          ["SHA-256", original.sha256],
        ] as [string, string][])
      : []),
    [
      "Text",
      item.text ? `${counted(item.text.pages, "page")}, ${grouped(item.text.characters)} characters, by ${item.text.extractor}` : "none",
    ],
    ...item.remarks.map((remark): [string, string] => ["Remark", remark]),
  ];
}

/** A quote with where it stands, and what became of it. */
function quoteLines({ id, title, grade, quote }: ShownQuote, width: number): string[] {
  const { selector, place, handling, checked, withdrawn, translation, note } = quote;
  const where = place.label === String(place.page) ? `page ${place.page}` : `page ${place.page} (${place.label})`;
  const facts = [
    `${shortId(quote.evidence)} ${title}, ${where}`,
    `grade ${gradeMark(grade)}`,
    handling,
    ...(withdrawn === null ? [] : [`withdrawn: ${withdrawn}`]),
    ...(checked === null ? [] : [`${outcomeMarks[checked.outcome]} in ${shortId(checked.against)} on ${checked.at.slice(0, 10)}`]),
  ];
  const first = `  ${shortId(id).padEnd(4)} `;
  const rest = " ".repeat(first.length);
  return [
    ...wrap(`"${selector.exact}"`, { width, first, rest }),
    ...wrap(facts.join("; "), { width, first: rest, rest }),
    ...(translation ? wrap(`in translation: ${translation}`, { width, first: rest, rest }) : []),
    ...(note ? wrap(`note: ${note}`, { width, first: rest, rest }) : []),
  ];
}

/** The facts of a case with what each rests on. */
export function factListText({ case: of, facts, quotes, head }: FactList, { width, color }: Shown): string {
  const style = styleFor(color);
  const without = facts.filter(({ support, fact }) => support !== "quoted" && fact.withdrawn === null).length;
  const cited = new Map(quotes.map((one) => [one.id, one]));
  const lines = [
    style.heading(`${counted(facts.length, "fact")} in case ${of}${without > 0 ? `, ${without} without evidence` : ""}`),
    ...facts.flatMap((one) => [
      "",
      ...factLines(one, width),
      ...one.fact.quotes.flatMap((id) => {
        const quote = cited.get(id);
        return quote ? quoteLines(quote, width - 4).map((line) => `    ${line}`) : [];
      }),
    ]),
    "",
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

/** A fact in a line, with what it rests on. */
export function factLines({ id, support, fact }: ShownFact, width: number): string[] {
  const first = `  ${shortId(id).padEnd(4)} `;
  const words = [supportWords[support], ...(fact.withdrawn === null ? [] : [`withdrawn: ${fact.withdrawn}`]), fact.handling];
  return wrap(`${fact.text} [${words.join("; ")}]`, { width, first, rest: " ".repeat(first.length) });
}

/** What was done to evidence, a quote or a fact. */
export function evidenceChangeText(
  { case: of, did, id, entries, repeated, state, remarks, head }: EvidenceChange,
  { width }: Shown,
): string {
  const said = repeated
    ? "was done by this request before; nothing was done now"
    : `recorded as ${entries.length === 1 ? "entry" : "entries"} ${entries.join(", ")}`;
  const lines = [
    ...wrap(`${of}: ${did.replaceAll("-", " ")} as ${shortId(id)}, ${said}.`, { width }),
    ...pairs(statePairs(state), width, "  "),
    ...remarks.flatMap((one) => wrap(one, { width, first: "  - ", rest: "    " })),
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

function statePairs(state: EvidenceItem | Quote | Fact): [string, string][] {
  if ("files" in state) {
    const text = state.text ? `${counted(state.text.pages, "page")}, ${grouped(state.text.characters)} characters` : "none";
    return [
      ["Title", state.title],
      ["Kind", state.format],
      ["Grade", gradeMark(state.grade)],
      ["Handling", state.handling],
      ["Text", text],
      ["SHA-256", state.files[0]?.sha256 ?? ""],
    ];
  }
  if ("selector" in state) {
    const { place, selector, handling } = state;
    return [
      ["Quote", `"${selector.exact}"`],
      ["Page", place.label === String(place.page) ? String(place.page) : `${place.page} (${place.label})`],
      ["Handling", handling],
    ];
  }
  return [
    ["Fact", state.text],
    ["Quotes", state.quotes.length > 0 ? state.quotes.map(shortId).join(", ") : "none"],
    ["Handling", state.handling],
  ];
}

/** What became of quotes, with both texts where one changed. */
export function recheckText({ case: of, checks, recorded, entries, head }: QuoteRecheck, { width, color }: Shown): string {
  const style = styleFor(color);
  if (checks.length === 0)
    return `${[...wrap(`Case ${of} has no quotes to look for.`, { width }), ...wrap(headWords(head), { width })].join("\n")}\n`;
  const count = (outcome: keyof typeof outcomeMarks) => checks.filter(({ check }) => check.outcome === outcome).length;
  const lines = [
    style.heading(
      `${counted(checks.length, "quote")}: ${(["found", "moved", "changed", "gone"] as const).map((one) => `${count(one)} ${one}`).join(", ")}`,
    ),
    ...checks.flatMap(({ id, exact, was, check }) => [
      "",
      ...wrap(`${shortId(id)} ${outcomeMarks[check.outcome]} in ${shortId(check.against)}: ${check.because}.`, { width }),
      ...pairs(
        [
          ["was", `page ${was.label}: "${exact}"`],
          ...(check.now === null
            ? []
            : ([
                ["now", `page ${check.place?.label}: "${check.now}"`],
                ["differs", changeWords(check.changes)],
              ] as [string, string][])),
        ],
        width,
        "  ",
      ),
    ]),
    "",
    ...wrap(recorded ? `Recorded as ${entries.length === 1 ? "entry" : "entries"} ${entries.join(", ")}.` : "Nothing was recorded.", {
      width,
    }),
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

/** Words taken out stand as [-so-], words put in as {+so+}. */
export function changeWords(changes: WordChange[]): string {
  const marked = { same: (text: string) => text, removed: (text: string) => `[-${text}-]`, added: (text: string) => `{+${text}+}` };
  return changes.map(({ kind, text }) => marked[kind](text)).join(" ");
}

export function evidenceWrittenText({ id, file, sha256, bytes: size, mediaType, read }: EvidenceWritten, { width }: Shown): string {
  const lines = [
    ...wrap(`Wrote ${shortId(id)} to ${file}: ${mediaType}, ${bytes(size)}. It came from outside: open it with care.`, { width }),
    ...wrap(`SHA-256 ${sha256}`, { width }),
    ...(read === null ? [] : wrap(`This reading is entry ${read} of the record.`, { width })),
  ];
  return `${lines.join("\n")}\n`;
}

/** What the grades mean. */
export function gradesText({ source, reliability, credibility }: EvidenceGrades, { width, color }: Shown): string {
  const style = styleFor(color);
  const rows = (all: Meanings) =>
    Object.entries(all).map(([grade, { title, meaning }]): [string, string] => [grade, `${title}: ${meaning}`]);
  const lines = [
    style.heading("How far a source can be relied on"),
    ...pairs(rows(reliability), width, "  "),
    "",
    style.heading("How far what it says can be believed"),
    ...pairs(rows(credibility), width, "  "),
    "",
    ...wrap(`${source}. The two are judged apart: a good source can be wrong.`, { width }),
  ];
  return `${lines.join("\n")}\n`;
}

type Meanings = Readonly<Record<string, { title: string; meaning: string }>>;

/** Lines of a page as they are, those that are too long wrapped. */
function textLines(text: string, width: number): string[] {
  return text
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .split("\n")
    .flatMap((line) => (line.trim() === "" ? [""] : wrap(line.trim(), { width, first: "  ", rest: "  " })));
}

function shortId(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
