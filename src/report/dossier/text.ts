import type { Dossier, DossierStatement, TracedParty } from "../../model/index.js";
import { newSourceRegister, sourceText } from "../sources.js";
import { stepLines } from "../text/findings.js";
import { narrowest, pairs, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { groundWords, linkRemarks, stakeWords, verdictWords } from "../trace/words.js";
import { legalNotice } from "../words.js";
import { tightest } from "./page.js";
import type { DossierRenderOptions } from "./report.js";
import { pageLines, type TextContext } from "./text-page.js";
import { aboutWords, actionWords, changeWords, headingOf, reachWords, roleWords, standingWords, statusWords } from "./words.js";

/** Lines of a printed page. */
const pageLength = 66;

/** A dossier as text: on one page, or every part in full. */
export function dossierText(dossier: Dossier, options: DossierRenderOptions): string {
  const width = Math.max(narrowest, options.width);
  const contextOf = () => ({ dossier, width, style: styleFor(options.color), sources: newSourceRegister() });
  const whole = (context: TextContext, body: string[]) => [
    ...headLines(context, options.full === true),
    ...body,
    "",
    ...footerLines(context),
  ];
  if (options.full) {
    const context = contextOf();
    return whole(context, fullLines(context)).join("\n").concat("\n");
  }
  // As much as fits on a page; on a narrow screen the shortest form, however long it gets.
  const shorter = (tightness: number): string[] => {
    const context = contextOf();
    const lines = whole(context, pageLines(context, tightness));
    return lines.length <= pageLength || tightness === tightest ? lines : shorter(tightness + 1);
  };
  return shorter(0).join("\n").concat("\n");
}

function headLines({ dossier, width, style }: TextContext, full: boolean): string[] {
  const { nativeNames } = dossier.provider;
  const native = nativeNames.length > 0 ? ` (${nativeNames.join(", ")})` : "";
  // Companies and reach stand on the page itself, with what they rest on.
  const summary = full ? dossier.summary : dossier.summary.slice(-1);
  return [
    ...wrap(`${headingOf(dossier)}${native}`, { width }).map(style.heading),
    ...summary.flatMap((one) => wrap(one, { width, first: "  " })),
    "",
  ];
}

function fullLines(context: TextContext): string[] {
  const { dossier } = context;
  const said = (title: string, statements: readonly DossierStatement[], none: string) =>
    statementSection(
      title,
      statements.map((one) => ["", one]),
      none,
      context,
    );
  return [
    ...statementSection(
      "Who runs it",
      dossier.operators.map(({ role, statement }) => [roleWords[role], statement]),
      "Nobody on file with more than low confidence.",
      context,
    ),
    ...reachLines(context),
    ...dossier.ownership.flatMap((traced) => ownershipLines(traced, context)),
    ...said("Ties to a government", dossier.ties, "None on file."),
    ...statementSection(
      "Regions",
      dossier.regions.map(({ id, statement }) => [id, statement]),
      "None on file for this day.",
      context,
    ),
    ...said(
      "Sites in the United States",
      dossier.usSites.map(({ statement }) => statement),
      "None on file for this day.",
    ),
    ...statementSection(
      "Laws that can compel",
      dossier.instruments.map(({ government, standing, statement }) => [`${government}, ${standingWords[standing]}`, statement]),
      "None on file with more than low confidence.",
      context,
    ),
    ...statementSection(
      "Listings",
      dossier.listings.map(({ inForce, statement }) => [inForce ? "in force" : "ended", statement]),
      "None on file up to this day.",
      context,
    ),
    ...statementSection(
      "What authorities did before",
      dossier.priorActions.map(({ kind, authority, name, statement }) => [
        actionWords[kind],
        { ...statement, text: `${authority ? `${authority}, on ${name}` : `On ${name}`}: ${statement.text}` },
      ]),
      "Nothing on file up to this day.",
      context,
    ),
    ...said(
      "Market",
      dossier.market.map(({ statement, estimate }) => (estimate ? { ...statement, text: `${statement.text} (an estimate)` } : statement)),
      "Nothing on file up to this day.",
    ),
    ...said("What the company says of the risk", dossier.disclosures, "Nothing on file up to this day."),
    ...statementSection(
      "Customers and partners",
      dossier.relations.map(({ country, statement }) => [country ?? "", statement]),
      "None on file up to this day.",
      context,
    ),
    ...powerLines(context),
    ...dossier.questions.flatMap((_, at) => questionLines(at, context)),
    ...changeLines(context),
    ...statementSection(
      "Leads: of low confidence, and nothing above stands on them",
      dossier.leads.map(({ part, statement }) => [part, statement]),
      "None.",
      context,
    ),
    ...leftOutLines(context),
    ...sourceLines(context),
  ];
}

function statementSection(
  title: string,
  statements: readonly (readonly [label: string, statement: DossierStatement])[],
  none: string,
  context: TextContext,
): string[] {
  const { width, style } = context;
  return [
    "",
    ...wrap(title, { width }).map(style.heading),
    ...(statements.length === 0
      ? wrap(none, { width, first: "  " })
      : statements.flatMap(([label, statement]) =>
          wrap(`- ${label ? `${label}: ` : ""}${withSources(statement, context)}`, { width, first: "  ", rest: "    " }),
        )),
  ];
}

function withSources(statement: DossierStatement, { sources }: TextContext): string {
  const cited = sources.cite(statement.evidence).map((number) => ` [${number}]`);
  return `${statement.text} (${aboutWords(statement)})${cited.join("")}`;
}

function reachLines({ dossier, width, style, sources }: TextContext): string[] {
  if (dossier.reaches.length === 0)
    return [
      "",
      ...wrap("Governments that reach it", { width }).map(style.heading),
      ...wrap("No path is on file with more than low confidence.", { width, first: "  " }),
    ];
  return [
    "",
    ...wrap("Governments that reach it", { width }).map(style.heading),
    ...dossier.reaches.flatMap((reach) => [
      ...wrap(`${reachWords(reach)} (${reach.path.confidence} confidence; ${standingWords[reach.standing]})`, { width, first: "  " }),
      ...stepLines(reach.path, { width, first: "    ", sources }),
    ]),
  ];
}

/** Each regime with its proof, and each stake that is on file. */
function ownershipLines(traced: TracedParty, { width, style, sources }: TextContext): string[] {
  const nameOf = (id: string) => traced.parties.find((one) => one.id === id)?.name ?? id;
  const links = [...traced.owners, ...traced.holdings];
  return [
    "",
    ...wrap(`Owners of ${nameOf(traced.party)}, and what it holds`, { width }).map(style.heading),
    ...traced.regimes.flatMap((regime) => [
      ...wrap(`${regime.id}: ${verdictWords[regime.verdict]}, through ${groundWords(regime)}. ${regime.because}`, {
        width,
        first: "  ",
        rest: "    ",
      }),
      ...regime.proof.flatMap((one, at) => wrap(`${at + 1}. ${one}`, { width, first: "    ", rest: "       " })),
      ...regime.settle.flatMap((one) => wrap(`To settle: ${one}`, { width, first: "    ", rest: "      " })),
    ]),
    ...links.flatMap((link) => {
      const cited = sources.cite(link.evidence).map((number) => ` [${number}]`);
      const remarks = linkRemarks(link);
      return wrap(
        `${link.number}. ${nameOf(link.owner)} in ${nameOf(link.owned)}: ${stakeWords(link)}${remarks ? ` (${remarks})` : ""}${cited.join("")}`,
        { width, first: "  ", rest: "     " },
      );
    }),
    ...(links.length === 0 ? wrap("No stake is on file for this day with more than low confidence.", { width, first: "  " }) : []),
  ];
}

function powerLines(context: TextContext): string[] {
  const powers = context.dossier.powers.map(({ adversaries, statement }): readonly [string, DossierStatement] => [
    "",
    adversaries.length > 0
      ? { ...statement, text: `${statement.text}. Adversaries: ${adversaries.map(({ name }) => name).join(", ")}` }
      : statement,
  ]);
  return statementSection("What the reviewing offices may do", powers, "No such law was in force.", context);
}

function questionLines(at: number, context: TextContext): string[] {
  const { dossier, width, style } = context;
  const asked = dossier.questions[at];
  if (!asked) return [];
  const bullet = (text: string) => wrap(`- ${text}`, { width, first: "  ", rest: "    " });
  return [
    "",
    ...wrap(`Question ${at + 1}. ${asked.question}`, { width }).map(style.heading),
    ...wrap(`${statusWords[asked.status]}. ${asked.answer}`, { width, first: "  " }),
    ...asked.statements.flatMap((one) => bullet(withSources(one, context))),
    ...asked.context.flatMap((one) => bullet(`Elsewhere, and no evidence against this provider: ${withSources(one, context)}`)),
    ...asked.ask.flatMap(({ what, of }) => bullet(`Ask ${of}: ${what}`)),
  ];
}

function changeLines({ dossier, width, style, sources }: TextContext): string[] {
  if (!dossier.changes) return [];
  const { since, changes, notKnown } = dossier.changes;
  return [
    "",
    ...wrap(`What changed since ${since}`, { width }).map(style.heading),
    ...(changes.length === 0 ? wrap("Nothing that is on file.", { width, first: "  " }) : []),
    ...changes.flatMap(({ kind, on, text, confidence, evidence }) => {
      const cited = sources.cite(evidence).map((number) => ` [${number}]`);
      return wrap(`- ${on ?? "in between"}, ${changeWords[kind].toLowerCase()}: ${text} (${confidence} confidence)${cited.join("")}`, {
        width,
        first: "  ",
        rest: "    ",
      });
    }),
    ...notKnown.flatMap((one) => wrap(`Not known: ${one}`, { width, first: "  ", rest: "    " })),
  ];
}

function leftOutLines({ dossier, width, style }: TextContext): string[] {
  if (dossier.leftOut.length === 0) return [];
  return [
    "",
    ...wrap("Left out", { width }).map(style.heading),
    ...dossier.leftOut.flatMap(({ part, count, why }) => wrap(`- ${part}: ${count}, ${why}`, { width, first: "  ", rest: "    " })),
  ];
}

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

function footerLines({ dossier, width }: TextContext): string[] {
  const { edition } = dossier.reference;
  return wrap(`As of ${dossier.asOf}; reference edition ${edition}. ${legalNotice}`, { width });
}
