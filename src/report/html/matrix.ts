import type { Effect } from "../../model/index.js";
import { effects } from "../../model/order.js";
import { endedSentences, enders } from "../measures-standing.js";
import { placeGrid, reachGrid } from "../scene/matrix/grid.js";
import { matrixScene } from "../scene/matrix/scene.js";
import { type MatrixRow, matrixOf } from "../view.js";
import { counted, effectNames } from "../words.js";
import type { Context } from "./context.js";
import { drawing } from "./drawing.js";
import { html, type Markup, when } from "./markup.js";
import { reachAnchor } from "./paths.js";
import { table } from "./table.js";
import { reachTag } from "./tags.js";

const headings = ["System or holding", "Government", ...effects.map((effect) => effectNames[effect])];

/** Government by system or holding by effect; each cell leads to its strongest path. */
export function matrixSection(context: Context): Markup {
  const { summary } = context.view.review;
  const rows = matrixOf(context.view.review);
  const concern = rows.filter((row) => row.ofConcern);
  const rest = rows.filter((row) => !row.ofConcern);
  const drawn = (some: MatrixRow[]) => some.map((row) => rowOf(row, context));
  return html`<section id="reach" aria-labelledby="reach-title"><h2 id="reach-title">Who can reach what</h2>
${when(rows.length > 0, () => drawing(matrixScene(reachGrid(context.view.review))))}${when(rows.length === 0, () => html`<p>No reach was found.</p>`)}
${when(concern.length > 0, () => table("Governments of concern in the rule packs applied", headings, drawn(concern)))}
${when(rest.length > 0, () => html`<details><summary>Other governments (${counted(rest.length, "row")})</summary>${table("Governments that no rule pack applied is concerned with", headings, drawn(rest))}</details>`)}
${placesDrawing(context)}<p class="quiet">Confirmed: a path of high or medium confidence that no measure in place ends. Lead: low confidence only, to follow up. ${summary.reaches} reaches in all, ${summary.residualReaches} not ended by a measure in place. ${endedSentences(context.view.review).join(" ")}</p></section>`;
}

/** Where the holdings lie, drawn, with the same as a table. */
function placesDrawing({ view }: Context): Markup {
  const grid = placeGrid(view.review);
  const rows = grid.cells.map(
    ({ row, column, lines, said }) =>
      html`<tr><th scope="row">${grid.rows.find(({ id }) => id === row)?.name}</th><td>${column}</td><td>${lines.map(({ text }) => text).join(", ")}</td><td>${said}</td></tr>`,
  );
  return when(
    rows.length > 0,
    () =>
      html`<h3>Where the data lies</h3>${drawing(matrixScene(grid))}${table("Holdings by country", ["Holding", "Country", "Uses", "Through"], rows)}`,
  );
}

function rowOf(row: MatrixRow, context: Context): Markup {
  return html`<tr><th scope="row">${row.target.name}<span class="sub">${row.target.kind}</span></th><td>${context.view.governmentName(row.government)} (${row.government})</td>${effects.map((effect) => cellOf(row, effect, context))}</tr>`;
}

function cellOf(row: MatrixRow, effect: Effect, context: Context): Markup {
  const cell = row.cells[effect];
  if (!cell) return html`<td><span class="quiet">none found</span></td>`;
  const by = cell.state === "cut" || cell.state === "supposed" ? enders(cell.strongest) : "";
  return html`<td><a class="cell" href="#${reachAnchor(cell.strongest, context)}">${reachTag(cell.state)}</a><span class="sub">${by ? `${by}; ` : ""}${cell.strongest.path.confidence} confidence</span></td>`;
}
