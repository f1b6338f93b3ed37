import { governmentsReaching } from "../../model/governments-reaching.js";
import { effects } from "../../model/order.js";
import { endedSentences, enders } from "../measures-standing.js";
import { joinOf, type MatrixRow, matrixOf, whatOf, whereOf } from "../view.js";
import { bytes, counted, determinationWords, effectNames, reachStateWords } from "../words.js";
import { type Context, indent, type Section } from "./context.js";
import { nothing, table, wrap } from "./layout.js";

/** The uses of providers that were found, one a row. */
export function transactionsSection({ view, width }: Context): Section {
  const { transactions } = view.review;
  const rows = transactions.map((one) => {
    const answer = view.determinationOf(one.id);
    const volume = one.bytesSent + one.bytesReceived > 0 ? `; ${bytes(one.bytesSent)} sent, ${bytes(one.bytesReceived)} received` : "";
    return [
      view.providerName(one.provider),
      `${whatOf(one)} (${one.system})`,
      whereOf(one),
      view.partyName(one.operator),
      governmentsReaching(view.reachesOf(one.id)).join(" ") || "none known",
      `${joinOf(one)}${volume}`,
      answer ? determinationWords[answer.outcome] : "",
    ];
  });
  const headings = ["Provider", "What", "Served from", "Operator", "Governments", "Seen", "Answer"];
  return {
    heading: `Transactions (${transactions.length})`,
    lines: rows.length > 0 ? inset(table(headings, rows, width - indent.length)) : [`${indent}None: no use of a known provider was found.`],
  };
}

/** What each government of concern can do to each system and holding. */
export function reachesSection({ view, width }: Context): Section {
  const { summary } = view.review;
  const rows = matrixOf(view.review);
  const concern = rows.filter((row) => row.ofConcern);
  const others = rows.length - concern.length;
  const cells = concern.map((row) => [row.target.name, view.governmentName(row.government), ...effects.map((effect) => cell(row, effect))]);
  const headings = ["System or holding", "Government", ...effects.map((effect) => effectNames[effect])];
  const ended = endedSentences(view.review);
  const remark = `${counted(summary.reaches, "reach", "reaches")}, ${summary.residualReaches} not ended by a measure in place.${
    others > 0 ? ` ${counted(others, "line")} on other governments left out here: see --format html.` : ""
  }`;
  return {
    heading: "Who can reach what",
    lines: [
      ...(cells.length > 0
        ? inset(table(headings, cells, width - indent.length))
        : wrap("No government of concern to the rule packs was found to reach anything.", { width, first: indent })),
      ...(rows.length > 0 ? ["", ...[remark, ...ended].flatMap((one) => wrap(one, { width, first: indent }))] : []),
    ],
  };
}

function cell(row: MatrixRow, effect: (typeof effects)[number]): string {
  const found = row.cells[effect];
  if (!found) return nothing;
  if (found.state === "cut") return `ended by ${enders(found.strongest)}`;
  return found.state === "supposed" ? `would be ended by ${enders(found.strongest)}` : reachStateWords[found.state];
}

function inset(lines: readonly string[]): string[] {
  return lines.map((line) => (line ? indent + line : line));
}
