import { counted } from "../../words.js";
import { faces, group, lineHeight, pathOf, rectangle, sign, type TextClass, textLine, textLines, ways } from "../draw.js";
import { framed } from "../frame.js";
import { linesOf, textWidth } from "../letters.js";
import type { Move, Scene, SceneNode } from "../node.js";
import type { Grid } from "./grid.js";

const left = 12;
const labelRoom = 190;
const first = left + labelRoom + 10;

/** Rows by columns, each field with a sign and words for every line of it; a field without any is none found. */
export function matrixScene(grid: Grid): Scene {
  const wide = Math.max(96, ...grid.cells.flatMap(({ lines }) => lines.map(({ text }) => textWidth(text, faces.about) + 38)));
  const heads = grid.columns.map(({ name, about }) => [
    ...linesOf(name, wide - 8, faces.name, 3).lines.map((text) => ({ text, look: "name" as TextClass })),
    ...(about && about !== name ? [{ text: about, look: "about" as TextClass }] : []),
  ]);
  const headHeight = Math.max(1, ...heads.map((lines) => lines.length)) * lineHeight + 8;
  const nodes: SceneNode[] = heads.flatMap((lines, at) =>
    textLines(lines, { x: first + wide * (at + 0.5), y: 6 + lineHeight / 2 }, "middle"),
  );
  const right = first + wide * grid.columns.length;
  const cellOf = new Map(grid.cells.map((cell) => [JSON.stringify([cell.row, cell.column]), cell]));
  const cut: string[] = [];
  let y = headHeight + 6;
  grid.rows.forEach((row, down) => {
    const label = linesOf(row.name, labelRoom, faces.name, 3);
    if (label.cut) cut.push(`In full: ${row.name}`);
    const texts = [...label.lines.map((text) => ({ text, look: "name" })), ...(row.about ? [{ text: row.about, look: "remark" }] : [])];
    const cells = grid.columns.map((column) => cellOf.get(JSON.stringify([row.id, column.id])));
    const tall = Math.max(texts.length, ...cells.map((cell) => cell?.lines.length ?? 1)) * lineHeight + 14;
    nodes.push(
      pathOf(
        ways([
          { x: left, y },
          { x: right, y },
        ]),
        "grid",
      ),
    );
    nodes.push(...textLines(texts, { x: left, y: y + tall / 2 - ((texts.length - 1) * lineHeight) / 2 }));
    cells.forEach((cell, across) => {
      const x = first + wide * across;
      const at = down * grid.columns.length + across;
      const near: { [move in Move]?: string } = {};
      const step = (move: Move, to: number, allowed: boolean) => {
        const [r, c] = [grid.rows[Math.floor(to / grid.columns.length)], grid.columns[to % grid.columns.length]];
        if (allowed && r && c) near[move] = fieldId(r.id, c.id);
      };
      step("left", at - 1, across > 0);
      step("right", at + 1, across < grid.columns.length - 1);
      step("up", at - grid.columns.length, down > 0);
      step("down", at + grid.columns.length, down < grid.rows.length - 1);
      const column = grid.columns[across];
      const said = cell?.said ?? `${column?.name ?? ""} on ${row.name}: none found.`;
      const stands = { kind: "cell", id: fieldId(row.id, column?.id ?? ""), name: said, order: at, near };
      nodes.push(
        group(
          "cell",
          cell ? cellLines(cell.lines, x, y, tall, wide) : [textLine("–", { x: x + wide / 2, y: y + tall / 2 + 4 }, "remark", "middle")],
          stands,
        ),
      );
    });
    y += tall;
  });
  nodes.push(
    pathOf(
      ways([
        { x: left, y },
        { x: right, y },
      ]),
      "grid",
    ),
  );
  if (grid.rows.length === 0) nodes.push(textLine("None found.", { x: left, y: y + 16 }, "remark"));
  const words = `${counted(grid.rows.length, "row")}, ${counted(grid.columns.length, "column")}, ${counted(grid.cells.length, "field")} with something in it.`;
  return framed({
    kind: "matrix",
    title: grid.title,
    remarks: grid.remarks,
    about: `${grid.remarks.join(" ")} ${words} The table says the same in words.`,
    body: nodes,
    width: right + 12,
    height: y + (grid.rows.length === 0 ? 22 : 2),
    legend: grid.signs.map(({ sign: which, look, words: meaning }) => ({ sample: [chip(which, look, 1, 2, 34)], words: meaning })),
    notes: [...cut, ...grid.notes],
  });
}

/** Id of a field. */
export function fieldId(row: string, column: string): string {
  return `${row} × ${column}`;
}

function cellLines(lines: Grid["cells"][number]["lines"], x: number, y: number, tall: number, wide: number): SceneNode[] {
  const top = y + tall / 2 - (lines.length * lineHeight) / 2;
  return lines.map(({ sign: which, text, look }, at) => {
    const drawn = chip(which, look, x + 4, top + at * lineHeight, wide - 8);
    return { ...drawn, children: [...drawn.children, textLine(text, { x: x + 24, y: top + at * lineHeight + 12 }, "about")] };
  });
}

function chip(which: Grid["signs"][number]["sign"], look: string, x: number, y: number, wide: number): SceneNode {
  return group(`box ${look}`, [rectangle(x, y + 0.5, wide, lineHeight - 1, "shape"), sign(which, { x: x + 4, y: y + 2 })]);
}
