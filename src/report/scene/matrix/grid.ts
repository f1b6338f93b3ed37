import type { Review } from "../../../model/index.js";
import { effects } from "../../../model/order.js";
import { type MatrixRow, matrixOf, type ReachState, viewOf } from "../../view.js";
import { counted, effectNames, reachStateWords } from "../../words.js";
import type { Sign } from "../shapes.js";

/** One line of a cell: a sign and a few words. */
export interface CellLine {
  sign: Sign;
  text: string;
  /** How grave: a class of the style, told by the sign too. */
  look: string;
}

/** What a drawn matrix shows: rows by columns, and what is said of each cell. */
export interface Grid {
  title: string;
  remarks: string[];
  columns: { id: string; name: string; about: string }[];
  rows: { id: string; name: string; about: string }[];
  /** By row and column; a cell that is missing is none found. */
  cells: { row: string; column: string; lines: CellLine[]; said: string }[];
  /** What the signs mean, in the order of their gravity. */
  signs: { sign: Sign; look: string; words: string }[];
  notes: string[];
}

const stateSigns = { confirmed: "triangle", lead: "ring", supposed: "tick", cut: "tick" } satisfies Record<ReachState, Sign>;
const stateLooks = { confirmed: "high", lead: "doubtful", supposed: "doubtful", cut: "clear" } satisfies Record<ReachState, string>;

/** Columns at most: beyond it a drawing says less than the table. */
const mostColumns = 8;
const mostRows = 40;

/** Systems and holdings by government: what each government can do to each, and how that stands. */
export function reachGrid(review: Review): Grid {
  const view = viewOf(review);
  const all = matrixOf(review);
  const governments = [...new Set(all.map((row) => row.government))];
  const columns = governments.slice(0, mostColumns);
  const targets = [...new Map(all.map(({ target }) => [targetId(target), target])).values()];
  const rows = targets.slice(0, mostRows);
  const inDrawing = (row: MatrixRow) => columns.includes(row.government) && rows.some((one) => targetId(one) === targetId(row.target));
  const cells = all.filter(inDrawing).map(({ target, government, cells: byEffect }) => {
    const lines = effects.flatMap((effect) => {
      const cell = byEffect[effect];
      return cell ? [{ sign: stateSigns[cell.state], text: effectNames[effect], look: stateLooks[cell.state] }] : [];
    });
    const said = effects.flatMap((effect) => {
      const cell = byEffect[effect];
      return cell
        ? [`${effectNames[effect].toLowerCase()}: ${reachStateWords[cell.state]}, ${counted(cell.reaches, "reach", "reaches")}`]
        : [];
    });
    return {
      row: targetId(target),
      column: government,
      lines,
      said: `${view.governmentName(government)} on ${target.name}: ${said.join("; ")}.`,
    };
  });
  const rest = governments.length - columns.length;
  const below = targets.length - rows.length;
  return {
    title: "Who can reach what",
    remarks: [
      `As of ${review.asOf}. ${counted(review.summary.reaches, "reach", "reaches")}, ${review.summary.residualReaches} not ended by a measure in place.`,
    ],
    columns: columns.map((code) => ({ id: code, name: view.governmentName(code), about: code })),
    rows: rows.map((target) => ({ id: targetId(target), name: target.name, about: target.kind })),
    cells,
    signs: (["confirmed", "lead", "supposed", "cut"] as const)
      .filter((state) =>
        cells.some(({ lines }) => lines.some(({ sign, look }) => sign === stateSigns[state] && look === stateLooks[state])),
      )
      .map((state) => ({ sign: stateSigns[state], look: stateLooks[state], words: reachStateWords[state] })),
    notes: [
      ...(rest > 0 ? [`${counted(rest, "further government")} in the table.`] : []),
      ...(below > 0 ? [`${counted(below, "further row")} in the table.`] : []),
      ...(cells.length > 0 ? ["An empty field: no path was found. That is no proof that there is none."] : []),
    ],
  };
}

function targetId({ kind, id }: { kind: string; id: string }): string {
  return `${kind} ${id}`;
}

/** Holdings by the country that they lie in, as far as uses of services tell. */
export function placeGrid(review: Review): Grid {
  const view = viewOf(review);
  const byCell = new Map<string, { row: string; column: string; uses: number; where: Set<string> }>();
  for (const one of review.transactions) {
    const column = one.servedFrom ?? "not known";
    for (const row of one.holdings) {
      const key = JSON.stringify([row, column]);
      const cell = byCell.get(key) ?? { row, column, uses: 0, where: new Set<string>() };
      cell.uses += 1;
      cell.where.add(`${view.providerName(one.provider)}${one.region ? `, ${one.region}` : ""}`);
      byCell.set(key, cell);
    }
  }
  const cells = [...byCell.values()];
  const columns = [...new Set(cells.map(({ column }) => column))].sort((left, right) =>
    left === "not known" ? 1 : right === "not known" ? -1 : left < right ? -1 : 1,
  );
  const rows = [...new Set(cells.map(({ row }) => row))];
  const shown = { columns: columns.slice(0, mostColumns), rows: rows.slice(0, mostRows) };
  return {
    title: "Where the data lies",
    remarks: [
      `As of ${review.asOf}. ${counted(rows.length, "holding")} in ${counted(columns.filter((one) => one !== "not known").length, "country", "countries")}.`,
    ],
    columns: shown.columns.map((code) => ({ id: code, name: code, about: "" })),
    rows: shown.rows.map((id) => ({ id, name: view.targetName(id), about: "holding" })),
    cells: cells
      .filter(({ row, column }) => shown.rows.includes(row) && shown.columns.includes(column))
      .map(({ row, column, uses, where }) => ({
        row,
        column,
        lines: [
          {
            sign: column === "not known" ? ("question" as const) : ("disc" as const),
            text: counted(uses, "use"),
            look: column === "not known" ? "doubtful" : "slight",
          },
        ],
        said: `${view.targetName(row)} in ${column}: ${[...where].join("; ")}.`,
      })),
    signs: [],
    notes:
      columns.length > shown.columns.length
        ? [`${counted(columns.length - shown.columns.length, "further country", "further countries")} in the table.`]
        : [],
  };
}
