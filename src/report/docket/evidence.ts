import {
  type EvidenceItem,
  type EvidenceList,
  type EvidenceShown,
  type EvidenceWritten,
  gradeInWords,
  gradeMark,
} from "../../model/index.js";
import { pairs, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { bytes, counted, grouped } from "../words.js";
import { factLines } from "./facts.js";
import { quoteLines } from "./quotes.js";
import { headWords, restrictedLines, type Shown, shortId } from "./words.js";

/** The evidence of a case, its quotes, and the facts that rest on none. */
export function evidenceListText(
  { case: of, evidence, quotes, withoutEvidence, restricted, head }: EvidenceList,
  { width, color }: Shown,
): string {
  const style = styleFor(color);
  if (evidence.length === 0 && withoutEvidence.length === 0 && restricted.length === 0)
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
    ...restrictedLines(of, restricted, width),
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

export function evidenceWrittenText({ id, file, sha256, bytes: size, mediaType, read, head }: EvidenceWritten, { width }: Shown): string {
  const lines = [
    ...wrap(`Wrote ${shortId(id)} to ${file}: ${mediaType}, ${bytes(size)}. It came from outside: open it with care.`, { width }),
    ...wrap(`SHA-256 ${sha256}`, { width }),
    ...wrap(`That it was taken out is entry ${read} of the record.`, { width }),
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

/** Lines of a page as they are, those that are too long wrapped. */
function textLines(text: string, width: number): string[] {
  return text
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .split("\n")
    .flatMap((line) => (line.trim() === "" ? [""] : wrap(line.trim(), { width, first: "  ", rest: "  " })));
}
