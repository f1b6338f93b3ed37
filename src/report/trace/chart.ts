import type { TracedLink, TracedNode, TracedParty } from "../../model/index.js";
import { html, type Markup, Markup as Raw } from "../html/markup.js";
import type { Point } from "./fan.js";
import { type ChartBox, type ChartLine, type PlacedBox, type PlacedLine, placeChart } from "./layout.js";
import { boxLines } from "./size.js";
import {
  gravest,
  type LineClass,
  lineClass,
  placeWords,
  rangeWords,
  shareWords,
  stakeWords,
  standingWords,
  verdictWords,
} from "./words.js";

/** How a box is drawn: by what its party is under the regimes, or that nobody is known. */
type Shape = "covered" | "open" | "clear" | "withheld" | "unrecorded";

/** Boxes of a chart at most; what is beyond stands in the table. */
const mostBoxes = 60;

/** Marks the boxes that stand for a share that nobody on file holds. */
const nobody = "unrecorded ";

/**
 * The owners above, the party, and below what it owns, as a drawing: equity, votes and other control by line style and label, verdicts by
 * shape and word. Withheld owners and shares that are on no record are drawn apart.
 */
export function ownershipChart(traced: TracedParty): { drawing: Markup; leftOut: number } {
  const nodes = traced.parties.slice(0, mostBoxes);
  const shown = new Set(nodes.map(({ id }) => id));
  const links = [...traced.owners, ...traced.holdings].filter(({ owner, owned }) => shown.has(owner) && shown.has(owned));
  const gaps = gapsOf(traced)
    .filter(({ party }) => shown.has(party))
    .slice(0, mostBoxes - nodes.length);
  const lines = [
    ...links.map((link): ChartLine => ({ key: String(link.number), from: link.owner, to: link.owned, label: lineLabel(link) })),
    ...gaps.map(
      (gap): ChartLine => ({ key: `gap ${gap.party}`, ...gapEnds(gap), label: `${rangeWords(gap.share, gap.share)} on no record` }),
    ),
  ];
  const placed = placeChart([...nodes.map(boxOf), ...gaps.map(gapBox)], lines, traced.party);
  const classes = new Map(links.map((link) => [String(link.number), lineClass(link.kind)]));
  const shapes = new Map(nodes.map((node) => [node.id, shapeOf(node)]));
  const name = nodes[0]?.name ?? traced.party;
  const drawing = html`<svg class="chart" viewBox="0 0 ${placed.width} ${placed.height}" width="${placed.width}" height="${placed.height}" role="img" aria-labelledby="chart-name chart-about">
<title id="chart-name">Owners of ${name} and what it owns, as of ${traced.asOf}</title><desc id="chart-about">${String(nodes.length)} parties and ${String(links.length)} interests; the tables below say the same in words.</desc>
${arrowHeads()}${placed.bars.map(({ points, arrow }) => html`<path class="line bar" d="${pathOf(points)}"${new Raw(arrow ? ' marker-end="url(#arrow)"' : "")}/>`)}
${placed.lines.map((line) => lineMarkup(line, classes.get(line.key) ?? "gap"))}
${placed.boxes.map((box) => boxMarkup(box, shapes.get(box.id) ?? "unrecorded", box.id === traced.party))}</svg>`;
  return { drawing, leftOut: traced.parties.length - nodes.length };
}

interface Gap {
  party: string;
  share: number;
}

function gapBox({ party }: Gap): ChartBox {
  return { id: `${nobody}${party}`, lines: ["Not on file", "who holds it is unknown"], nameLines: 1 };
}

function gapEnds({ party }: Gap): { from: string; to: string } {
  return { from: `${nobody}${party}`, to: party };
}

/** The largest unrecorded share of each party, over the regimes. */
function gapsOf(traced: TracedParty): Gap[] {
  const byParty = new Map<string, number>();
  for (const { unrecorded } of traced.regimes) {
    for (const { party, share } of unrecorded) byParty.set(party, Math.max(share, byParty.get(party) ?? 0));
  }
  return [...byParty].map(([party, share]) => ({ party, share }));
}

function shapeOf(node: TracedNode): Shape {
  if (node.kind === "unknown") return "withheld";
  return { yes: "covered", "cannot-be-excluded": "open", no: "clear" }[gravest(node)] as Shape;
}

function boxOf(node: TracedNode): ChartBox {
  if (node.kind === "unknown") return { id: node.id, lines: ["Withheld", ...boxLines(node.note ?? node.name, 3)], nameLines: 1 };
  const name = boxLines(node.name, 2);
  return { id: node.id, lines: [...name, ...boxLines(placeWords(node), 1), ...standingLines(node)], nameLines: name.length };
}

function standingLines(node: TracedNode): string[] {
  const standing = standingWords(node).filter(({ verdict }) => verdict !== "no");
  if (standing.length === 0) return [verdictWords.no];
  return standing.flatMap(({ verdict, regimes }) =>
    boxLines(regimes.length === node.standing.length ? verdictWords[verdict] : `${verdictWords[verdict]}: ${regimes.join(", ")}`, 4),
  );
}

/** Number, share and kind; the table has the rest by the same number. */
function lineLabel(link: TracedLink): string {
  return `${link.number}: ${lineClass(link.kind) === "equity" ? shareWords(link) || "equity" : stakeWords(link)}`;
}

function arrowHeads(): Markup {
  return html`<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path class="head" d="M0 0L8 4L0 8z"/></marker></defs>`;
}

function pathOf(points: Point[]): string {
  return points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");
}

function lineMarkup({ points, label, labelAt, labelWidth, beside, arrow }: PlacedLine, kind: LineClass | "gap"): Markup {
  return html`<g class="${kind}"><path class="line" d="${pathOf(points)}"${new Raw(arrow ? ' marker-end="url(#arrow)"' : "")}/><rect class="under" x="${beside ? labelAt.x - 3 : labelAt.x - labelWidth / 2}" y="${labelAt.y - 8}" width="${labelWidth}" height="16"/><text${new Raw(beside ? ' class="beside"' : "")} x="${labelAt.x}" y="${labelAt.y + 4}">${label}</text></g>
`;
}

function boxMarkup(box: PlacedBox, shape: Shape, isSubject: boolean): Markup {
  const top = box.y - (box.lines.length * 16) / 2 + 12;
  return html`<g class="box ${shape}${isSubject ? " subject" : ""}"><path d="${outline(box, shape)}"/>${box.lines.map((line, at) => html`<text class="${at < box.nameLines ? "name" : "about"}" x="${box.x}" y="${Math.round((top + at * 16) * 10) / 10}">${line}</text>`)}</g>
`;
}

/** Covered: corners cut off; open: pointed sides; clear: a plain box; withheld and unrecorded: round ends. */
function outline({ x, y, width, height }: PlacedBox, shape: Shape): string {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2].map(
    (one) => Math.round(one * 10) / 10,
  ) as [number, number, number, number];
  if (shape === "covered") {
    const cut = 12;
    return `M${left + cut} ${top}H${right - cut}L${right} ${top + cut}V${bottom - cut}L${right - cut} ${bottom}H${left + cut}L${left} ${bottom - cut}V${top + cut}z`;
  }
  if (shape === "open") {
    const tip = 14;
    return `M${left} ${top}H${right}L${right + tip} ${y}L${right} ${bottom}H${left}L${left - tip} ${y}z`;
  }
  if (shape === "clear") return `M${left} ${top}H${right}V${bottom}H${left}z`;
  const radius = height / 2;
  return `M${left} ${top}H${right}A${radius} ${radius} 0 0 1 ${right} ${bottom}H${left}A${radius} ${radius} 0 0 1 ${left} ${top}z`;
}
