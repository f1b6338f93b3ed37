import { firstDayOf, lastDayOf } from "../../../model/order.js";
import { counted } from "../../words.js";
import { faces, group, lineHeight, pathOf, rectangle, sign, textLine, textLines, ways } from "../draw.js";
import { framed } from "../frame.js";
import { linesOf } from "../letters.js";
import type { Scene, SceneNode } from "../node.js";
import { stateOn, type TimeAxis, type TimeRow, type TimeState } from "./axis.js";

const labelRoom = 290;
const axisRoom = 470;
const left = 12 + labelRoom + 14;
const right = left + axisRoom;
const width = right + 26;
/** Years before the day that the axis shows at most: what is older begins at its edge and says since when. */
const mostYears = 30;
const labelLines = 3;

interface Scale {
  first: string;
  last: string;
  x(day: string): number;
}

/** Lists, laws and what was done on one axis of time, with the day of the answer as a line across. Dates known to the year or month only are open at that end. */
export function timelineScene(axis: TimeAxis): Scene {
  const rows = axis.lanes.flatMap((lane) => lane.rows);
  const scale = scaleOf(rows, axis.asOf);
  const nodes: SceneNode[] = [];
  const cut: string[] = [];
  let y = 40;
  let order = 0;
  for (const { title, rows: ofLane } of axis.lanes) {
    nodes.push(textLine(title, { x: 12, y: y + 12 }, "name"));
    y += 22;
    for (const row of ofLane) {
      const label = linesOf(row.label, labelRoom, faces.about, labelLines);
      if (label.cut) cut.push(`In full: ${row.label}`);
      const height = Math.max(40, (label.lines.length + 1) * lineHeight + 8);
      nodes.push(rowNode(row, label.lines, { y, height }, scale, axis.asOf, order));
      y += height;
      order += 1;
    }
    y += 8;
  }
  const body = [...ticks(scale, y), ...dayLine(scale, axis.asOf, y), ...nodes];
  const inForce = rows.filter((row) => stateOn(row, axis.asOf) === "in force").length;
  const words = `As of ${axis.asOf}. ${counted(rows.length, "entry", "entries")}, ${inForce} in force on that day.`;
  return framed({
    kind: "timeline",
    title: axis.title,
    remarks: [words],
    about: `${words} The tables say the same in words.`,
    body: rows.length > 0 ? body : [textLine("None on file up to this day.", { x: 12, y: 30 }, "remark")],
    width,
    height: rows.length > 0 ? y : 44,
    legend: [
      { sample: [group("box slight", [rectangle(1, 4, 34, 12, "shape")])], words: "In force on that day" },
      { sample: [group("box", [rectangle(1, 4, 34, 12, "shape")])], words: "Ended, or not yet" },
      { sample: [group("box unknown", [rectangle(1, 4, 34, 12, "shape")])], words: "Date known to the year or month, or not at all" },
    ],
    notes: cut,
  });
}

function scaleOf(rows: readonly TimeRow[], asOf: string): Scale {
  const year = (day: string) => Number(day.slice(0, 4));
  const starts = rows.flatMap(({ from }) => (from ? [year(from)] : []));
  const ends = rows.flatMap(({ until }) => (until ? [year(until)] : []));
  const from = Math.max(year(asOf) - mostYears, Math.min(year(asOf) - 2, ...starts));
  const to = Math.min(year(asOf) + mostYears, Math.max(year(asOf) + 1, ...starts, ...ends)) + 1;
  const [first, last] = [`${String(from).padStart(4, "0")}-01-01`, `${String(to).padStart(4, "0")}-01-01`];
  const [begin, end] = [Date.parse(first), Date.parse(last)];
  return { first, last, x: (day) => left + Math.min(1, Math.max(0, (Date.parse(day) - begin) / (end - begin))) * axisRoom };
}

/** Years below the head: as many as have room. */
function ticks({ first, last, x }: Scale, bottom: number): SceneNode[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const step = [1, 2, 5, 10].find((one) => (to - from) / one <= 10) ?? 20;
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((one) => one % step === 0 || to - from < 3);
  return years.flatMap((one) => {
    const at = x(`${String(one).padStart(4, "0")}-01-01`);
    return [
      pathOf(
        ways([
          { x: at, y: 34 },
          { x: at, y: bottom - 8 },
        ]),
        "grid",
      ),
      textLine(String(one), { x: at, y: 28 }, "remark", "middle"),
    ];
  });
}

function dayLine({ x }: Scale, asOf: string, bottom: number): SceneNode[] {
  const at = x(asOf);
  return [
    pathOf(
      ways([
        { x: at, y: 16 },
        { x: at, y: bottom - 8 },
      ]),
      "day",
    ),
    textLine(asOf, { x: Math.min(at, right - 10), y: 11 }, "name", "middle"),
  ];
}

const looks = { "in force": "box slight", ended: "box", "not yet": "box", once: "box" } satisfies Record<TimeState, string>;

function rowNode(
  row: TimeRow,
  label: string[],
  { y, height }: { y: number; height: number },
  scale: Scale,
  asOf: string,
  order: number,
): SceneNode {
  const state = stateOn(row, asOf);
  const when = datesOf(row, state);
  const middle = y + height / 2;
  return group(
    "row",
    [
      ...textLines([...label.map((text) => ({ text, look: "about" })), { text: when, look: "remark" }], {
        x: 12,
        y: middle - (label.length * lineHeight) / 2,
      }),
      ...(row.moment ? moment(row, middle, scale) : span(row, middle - 7, scale, looks[state])),
      pathOf(
        ways([
          { x: 12, y: y + height },
          { x: right, y: y + height },
        ]),
        "grid",
      ),
    ],
    { kind: row.kind, id: row.id, name: `${row.label}: ${when}.`, order },
  );
}

/** `since 2021-06-03, in force`, `2019 to 2022-05, ended`. */
export function datesOf({ from, until, moment: once }: TimeRow, state: TimeState): string {
  if (once) return from ?? "no date on file";
  const since = from === null ? "start not on file" : until === null ? `since ${from}` : from;
  return `${since}${until === null ? "" : `${from === null ? ", until" : " to"} ${until}`}, ${state}`;
}

function moment({ from }: TimeRow, y: number, { first, last, x }: Scale): SceneNode[] {
  if (from === null || lastDayOf(from) < first || firstDayOf(from) > last) return [];
  const [begin, end] = [x(firstDayOf(from)), x(lastDayOf(from))];
  const middle = (begin + end) / 2;
  return [
    group("box", [
      ...(end - begin > 3
        ? [
            pathOf(
              ways([
                { x: begin, y },
                { x: end, y },
              ]),
              "line",
            ),
          ]
        : []),
      sign("diamond", { x: middle - 6, y: y - 6 }),
    ]),
  ];
}

/** What is sure as a bar, and the time in which it may have begun or ended as a bar with a broken outline. */
function span({ from, until }: TimeRow, y: number, { first, last, x }: Scale, look: string): SceneNode[] {
  const began = { least: from === null ? first : firstDayOf(from), most: from === null ? first : lastDayOf(from) };
  const ended = { least: until === null ? last : firstDayOf(until), most: until === null ? last : lastDayOf(until) };
  if (ended.most < first || began.least > last) return [];
  const bar = (start: string, end: string, classes: string) => {
    const [begin, finish] = [x(start), x(end)];
    return finish - begin < 0.5 ? [] : [group(classes, [rectangle(begin, y, Math.max(2, finish - begin), 14, "shape")])];
  };
  // A spell of a day, or of a few on a long axis, is a mark: what held is never drawn as nothing.
  const width = Math.max(3, x(ended.least) - x(began.most));
  const sure = began.most <= ended.least ? [group(look, [rectangle(x(began.most), y, width, 14, "shape")])] : [];
  const beyond = (at: number, towards: -1 | 1) => pathOf(`M${at} ${y + 2}L${at + 6 * towards} ${y + 7}L${at} ${y + 12}`, "line");
  return [
    ...(from !== null && began.least !== began.most ? bar(began.least, began.most, "box unknown") : []),
    ...(from === null ? bar(first, first, "box unknown") : []),
    ...sure,
    ...(until !== null && ended.least !== ended.most ? bar(ended.least, ended.most, "box unknown") : []),
    ...(until === null || ended.most > last ? [beyond(right + 4, 1)] : []),
    ...(from === null ? [textLine("?", { x: left - 10, y: y + 11 }, "name")] : began.least < first ? [beyond(left - 4, -1)] : []),
  ];
}
