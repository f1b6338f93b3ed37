import type { TracedLink, TracedNode, TracedParty, TracedRegime } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { sideBySideText } from "../side-by-side.js";
import { newSourceRegister, type SourceRegister, sourceText } from "../sources.js";
import { stepLines } from "../text/findings.js";
import { narrowest, pairs, table, wrap } from "../text/layout.js";
import { type Style, styleFor } from "../text/style.js";
import { legalNotice, listed } from "../words.js";
import { coveredShareWords, groundWords, hiddenWords, linkRemarks, placeWords, proofTitle, stakeWords, verdictWords } from "./words.js";

interface TextContext {
  traced: TracedParty;
  width: number;
  style: Style;
  sources: SourceRegister;
  nameOf(id: string): string;
}

/** The answer to `trace` as text: the verdicts first, then why, who owns it, what it owns, and where that stands. */
export function traceText(traced: TracedParty, options: RenderOptions): string {
  const width = Math.max(narrowest, options.width);
  const nodes = new Map(traced.parties.map((one) => [one.id, one]));
  const nameOf = (id: string) => nodes.get(id)?.name ?? id;
  const context = { traced, width, style: styleFor(options.color), sources: newSourceRegister(), nameOf };
  const body = [
    ...headLines(context, nodes.get(traced.party)),
    ...verdictLines(context),
    ...toTell(traced).flatMap((regime) => regimeLines(regime, context)),
    ...linkSection("Owned or controlled by", "Nobody on file owns or controls it: who does is not recorded.", traced.owners, context),
    ...linkSection("Owns or controls itself", "Nothing on file.", traced.holdings, context),
    ...(traced.ended && traced.ended.length > 0 ? linkSection(`Had ended by ${traced.asOf}`, "", traced.ended, context) : []),
    ...hiddenLines(context),
    ...listingLines(context),
    ...governmentLines(context),
    ...sourceLines(context),
  ];
  return [...body, "", ...footerLines(context)].join("\n").concat("\n");
}

function headLines({ traced, width, style }: TextContext, node: TracedNode | undefined): string[] {
  if (!node) return [];
  const facts: (readonly [string, string])[] = [
    ["Id", `${node.id} (found by ${traced.foundBy})`],
    ...(node.nativeName ? [["Native name", node.nativeName] as const] : []),
    ["Party", placeWords(node)],
    ...(traced.identifiers.length > 0
      ? [["Identifiers", traced.identifiers.map(({ scheme, value }) => `${scheme} ${value}`).join(", ")] as const]
      : []),
  ];
  return [...wrap(node.name, { width }).map(style.heading), ...pairs(facts, width, "  ")];
}

/** Every regime in one table, side by side. */
function verdictLines({ traced, width, style }: TextContext): string[] {
  const { sideBySide, asOf } = traced;
  if (sideBySide)
    return ["", ...wrap(`Regimes side by side, on ${asOf}`, { width }).map(style.heading), ...sideBySideText(sideBySide, width)];
  const rows = traced.regimes.map((regime) => [regime.id, verdictWords[regime.verdict], groundWords(regime), coveredShareWords(regime)]);
  return [
    "",
    ...wrap(`Covered through ownership or control, as of ${traced.asOf}`, { width }).map(style.heading),
    ...table(["Regime", "Verdict", "Through", "Covered share"], rows, width),
  ];
}

/** Side by side, a regime that the party is not covered under is told in the table. */
function toTell({ regimes, sideBySide }: TracedParty): TracedRegime[] {
  return sideBySide ? regimes.filter(({ verdict }) => verdict !== "no") : regimes;
}

function regimeLines(regime: TracedRegime, { width, style, traced }: TextContext): string[] {
  const numbered = (texts: string[]) =>
    pairs(
      texts.map((text, at) => [`${at + 1}.`, text] as const),
      width,
      "    ",
    );
  const part = (title: string, lines: string[]) => (lines.length > 0 ? [...wrap(title, { width, first: "  " }), ...lines] : []);
  const open = regime.unrecorded.map(({ party, share }) => {
    const name = traced.parties.find(({ id }) => id === party)?.name ?? party;
    return ["-", `${share} % of ${name}: nobody on file`] as const;
  });
  return [
    "",
    ...wrap(`${regime.id}: ${verdictWords[regime.verdict]}`, { width }).map(style.heading),
    ...wrap(regime.authority ? `${regime.title}; ${regime.authority}` : regime.title, { width, first: "  " }).map(style.quiet),
    ...wrap(regime.because, { width, first: "  " }),
    ...regime.remarks.flatMap((text) => wrap(`Note: ${text}`, { width, first: "  " })),
    ...part(proofTitle(regime), numbered(regime.proof)),
    ...part("Not recorded", pairs(open, width, "    ")),
    ...part("What would settle it", numbered(regime.settle)),
  ];
}

function linkSection(title: string, none: string, links: TracedLink[], context: TextContext): string[] {
  const { width, style, nameOf, sources, traced } = context;
  const other = (link: TracedLink) =>
    link.owner === traced.party
      ? nameOf(link.owned)
      : `${nameOf(link.owner)}${link.owned === traced.party ? "" : `, in ${nameOf(link.owned)}`}`;
  const rows = links.map((link) => {
    const cited = sources.cite(link.evidence).map((number) => `[${number}]`);
    const remarks = linkRemarks(link);
    return [
      `${link.number}.`,
      `${stakeWords(link)}: ${other(link)}${remarks ? ` (${remarks})` : ""}${cited.length > 0 ? ` ${cited.join(" ")}` : ""}`,
    ] as const;
  });
  return [
    "",
    ...wrap(title, { width }).map(style.heading),
    ...(rows.length > 0 ? pairs(rows, width, "  ", 3) : wrap(none, { width, first: "  " })),
  ];
}

function hiddenLines({ traced, width }: TextContext): string[] {
  const words = hiddenWords(traced);
  return words ? wrap(words, { width, first: "  " }) : [];
}

function listingLines({ traced, width, style, nameOf }: TextContext): string[] {
  const rows = traced.listings.map(
    ({ party, list, name, programme, from, citation }) =>
      [nameOf(party), `${name ?? list}${programme ? `, ${programme}` : ""}, since ${from}: ${citation}`] as const,
  );
  return [
    "",
    ...wrap("Listed", { width }).map(style.heading),
    ...(rows.length > 0
      ? pairs(rows, width, "  ")
      : wrap("Neither it nor an owner shown here is on a list on file.", { width, first: "  " })),
  ];
}

function governmentLines({ traced, width, style, sources }: TextContext): string[] {
  if (traced.governments.length === 0)
    return [
      "",
      ...wrap("Governments that reach it", { width }).map(style.heading),
      ...wrap("No path from a government is on file.", { width, first: "  " }),
    ];
  return [
    "",
    ...wrap("Governments that reach it", { width }).map(style.heading),
    ...traced.governments.flatMap(({ code, name, effects, path, others }) => [
      ...wrap(
        `${name === code ? code : `${name} (${code})`} ${path.confidence === "low" ? "may" : "can"} ${listed(effects.map((one) => effectWords[one] ?? one))} (${path.confidence} confidence)`,
        { width, first: "  " },
      ),
      ...stepLines(path, { width, first: "    ", sources }),
      ...(others > 0 ? wrap(`and by ${others} other path${others === 1 ? "" : "s"}`, { width, first: "    " }) : []),
    ]),
  ];
}

const effectWords: Record<string, string> = { access: "obtain data from it", disrupt: "make it cut off service" };

function sourceLines({ sources, width, style }: TextContext): string[] {
  const cited = sources.cited();
  if (cited.length === 0) return [];
  return [
    "",
    ...wrap("Sources", { width }).map(style.heading),
    ...pairs(
      cited.map((one, index) => [`[${index + 1}]`, sourceText(one)] as const),
      width,
      "  ",
    ),
  ];
}

function footerLines({ traced, width }: TextContext): string[] {
  const { edition, imports } = traced.reference;
  const read = imports.map(({ id, edition: one }) => `${id}${one ? ` of ${one}` : ""}`);
  const facts = `As of ${traced.asOf}; reference edition ${edition}${read.length > 0 ? `; imported: ${read.join(", ")}` : ""}. Not covered means: as far as is on file.`;
  return [...wrap(facts, { width }), ...wrap(legalNotice, { width })];
}
