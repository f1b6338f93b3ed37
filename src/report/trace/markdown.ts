import type { TracedLink, TracedParty, TracedRegime } from "../../model/index.js";
import { escaped } from "../markdown-text.js";
import { doubt, stepSentence } from "../paths.js";
import { sideBySideCells, sideBySideHeadings } from "../side-by-side.js";
import { legalNotice } from "../words.js";
import {
  coveredShareWords,
  groundWords,
  hiddenWords,
  kindWords,
  linkRemarks,
  placeWords,
  proofTitle,
  shareWords,
  verdictWords,
} from "./words.js";

/** The answer as Markdown (CommonMark with tables), for a pull request, a wiki or a file note. */
export function traceMarkdown(traced: TracedParty): string {
  const nodes = new Map(traced.parties.map((one) => [one.id, one]));
  const nameOf = (id: string) => nodes.get(id)?.name ?? id;
  const node = nodes.get(traced.party);
  const hidden = hiddenWords(traced);
  return `${[
    `# Ownership of ${escaped(nameOf(traced.party))}, as of ${traced.asOf}`,
    "",
    ...(node ? [escaped(`${node.id}: ${placeWords(node)}`), ""] : []),
    ...grid(
      ["Regime", "Verdict", "Through", "Covered share"],
      traced.regimes.map((one) => [one.id, `**${verdictWords[one.verdict]}**`, groundWords(one), coveredShareWords(one)]),
    ),
    ...(traced.sideBySide
      ? grid(
          sideBySideHeadings,
          traced.sideBySide.map((row) => sideBySideCells(row).map(escaped)),
        )
      : []),
    ...traced.regimes.flatMap((regime) => regimeLines(regime, nameOf)),
    ...linkLines("Owned or controlled by", traced.owners, nameOf),
    ...linkLines("Owns or controls itself", traced.holdings, nameOf),
    ...endedLines(traced, nameOf),
    ...(hidden ? [hidden, ""] : []),
    ...listingLines(traced, nameOf),
    ...governmentLines(traced),
    `Reference edition ${escaped(traced.reference.edition)}${traced.reference.imports.map(({ id, edition }) => `; ${escaped(`${id}${edition ? ` of ${edition}` : ""}`)}`).join("")}. Not covered means: as far as is on file. ${legalNotice}`,
  ].join("\n")}\n`;
}

function regimeLines(regime: TracedRegime, nameOf: (id: string) => string): string[] {
  const list = (title: string, texts: string[]) =>
    texts.length > 0 ? [`${title}:`, "", ...texts.map((text, at) => `${at + 1}. ${escaped(text)}`), ""] : [];
  return [
    `## ${escaped(regime.id)}: ${verdictWords[regime.verdict]}`,
    "",
    escaped(`${regime.title}${regime.authority ? `; ${regime.authority}` : ""}`),
    "",
    escaped(regime.because),
    "",
    ...regime.remarks.flatMap((one) => [`Note: ${escaped(one)}`, ""]),
    ...list(proofTitle(regime), regime.proof),
    ...list(
      "Not recorded",
      regime.unrecorded.map(({ party, share }) => `${share} % of ${nameOf(party)}: nobody on file`),
    ),
    ...list("What would settle it", regime.settle),
  ];
}

function endedLines({ ended = [], asOf }: TracedParty, nameOf: (id: string) => string): string[] {
  return ended.length > 0 ? linkLines(`Had ended by ${asOf}`, ended, nameOf) : [];
}

function linkLines(title: string, links: TracedLink[], nameOf: (id: string) => string): string[] {
  if (links.length === 0) return [`## ${title}`, "", "Nothing on file.", ""];
  const rows = links.map((one) => [
    String(one.number),
    escaped(nameOf(one.owner)),
    escaped(nameOf(one.owned)),
    shareWords(one) || "no share",
    kindWords[one.kind],
    escaped(linkRemarks(one)),
  ]);
  return [`## ${title}`, "", ...grid(["No.", "Owner", "Owned", "Share", "Kind", "Remarks"], rows)];
}

function listingLines({ listings }: TracedParty, nameOf: (id: string) => string): string[] {
  if (listings.length === 0) return [];
  const rows = listings.map(({ party, list, name, programme, from, citation }) =>
    [nameOf(party), `${name ?? list}${programme ? `, ${programme}` : ""}`, from, citation].map(escaped),
  );
  return ["## Listed", "", ...grid(["Party", "List", "Since", "Citation"], rows)];
}

function governmentLines({ governments }: TracedParty): string[] {
  if (governments.length === 0) return [];
  const lines = governments.map(
    ({ name, code, path }) =>
      `- ${escaped(name === code ? code : `${name} (${code})`)}, ${path.confidence} confidence: ${path.steps.map((step) => escaped(`${stepSentence(step)}${doubt(step.confidence)}`)).join("; ")}`,
  );
  return ["## Governments that reach it", "", ...lines, ""];
}

function grid(headings: readonly string[], rows: string[][]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line), ""];
}
