import type { ImpactVerdict, VerdictCounts } from "../../../model/index.js";
import { stateWords, verdictWords } from "../../impact/words.js";
import { counted } from "../../words.js";
import { faces, group, lineHeight, paragraph, pathOf, rectangle, sign, stripes, textLine, textLines, ways } from "../draw.js";
import { framed } from "../frame.js";
import { linesOf } from "../letters.js";
import type { Scene, SceneNode } from "../node.js";
import type { Sign } from "../shapes.js";
import type { ComparedImpacts } from "./compared.js";

const verdicts = ["stops", "degrades", "cannot-be-told", "goes-on"] as const satisfies readonly ImpactVerdict[];
export const impactSigns = { stops: "octagon", degrades: "triangle", "cannot-be-told": "bars", "goes-on": "ring" } satisfies Record<
  ImpactVerdict,
  Sign
>;
export const impactLooks = {
  stops: "critical",
  degrades: "high",
  "cannot-be-told": "moderate doubtful",
  "goes-on": "clear",
} satisfies Record<ImpactVerdict, string>;

const left = 12;
const labelRoom = 230;
const first = left + labelRoom + 12;
const cellRoom = 190;

/**
 * What falls, what degrades and what is left: for each scenario a bar with its counts, in fills and patterns, and below it what becomes of each system.
 * Of several scenarios only what differs is drawn, and how much is the same is said.
 */
export function impactScene(compared: ComparedImpacts): Scene {
  const { scenarios, rows, same, asOf } = compared;
  const right = first + Math.max(2, scenarios.length) * cellRoom;
  const nodes: SceneNode[] = [];
  let y = 4;
  scenarios.forEach((scenario, at) => {
    const head = paragraph(
      `${scenarios.length > 1 ? `${at + 1}: ` : ""}${scenario.name}, on ${scenario.on}`,
      { x: left, y },
      right - left,
      "name",
    );
    y += head.height + 4;
    nodes.push(
      group("scenario", [...head.nodes, ...bar(scenario.counts, y, right)], {
        kind: "scenario",
        id: scenario.id,
        name: `${scenario.name}, on ${scenario.on}: ${countsWords(scenario.counts)}.`,
        order: at,
      }),
    );
    y += 44;
  });
  if (scenarios.length > 1)
    scenarios.forEach((_, at) => {
      nodes.push(textLine(`Scenario ${at + 1}`, { x: first + at * cellRoom + 4, y: y + 12 }, "name"));
    });
  y += scenarios.length > 1 ? 20 : 0;
  rows.forEach((row, at) => {
    const label = linesOf(row.name, labelRoom, faces.name, 3).lines.map((text) => ({ text, look: "name" }));
    const about = row.about ? linesOf(row.about, labelRoom, faces.about, 3).lines.map((text) => ({ text, look: "remark" })) : [];
    const tall = Math.max(40, (label.length + about.length) * lineHeight + 12);
    const said = row.states.map(
      ({ verdict, least, most }, number) => `${scenarios.length > 1 ? `scenario ${number + 1}: ` : ""}${wordsOf({ verdict, least, most })}`,
    );
    nodes.push(
      group(
        "row",
        [
          pathOf(
            ways([
              { x: left, y },
              { x: right, y },
            ]),
            "grid",
          ),
          ...textLines([...label, ...about], { x: left, y: y + tall / 2 - ((label.length + about.length - 1) * lineHeight) / 2 }),
          ...row.states.map((state, number) => chip(state.verdict, wordsOf(state), first + number * cellRoom, y + tall / 2 - 12)),
        ],
        {
          kind: "system",
          id: row.id,
          name: `${row.name}${row.about ? ` (${row.about})` : ""}: ${said.join("; ")}.`,
          order: scenarios.length + at,
        },
      ),
    );
    y += tall;
  });
  if (rows.length === 0) {
    nodes.push(textLine(scenarios.length > 1 ? "No system differs." : "No system is declared.", { x: left, y: y + 14 }, "remark"));
    y += 22;
  }
  const remarks = [
    `As of ${asOf}. ${counted(rows.length, "row")}${scenarios.length > 1 ? `; the same in all scenarios and not drawn: ${same}` : ""}.`,
  ];
  return framed({
    kind: "impact",
    title: compared.title,
    remarks,
    about: `${remarks.join(" ")} ${scenarios.map(({ name, counts }) => `${name}: ${countsWords(counts)}.`).join(" ")}`,
    body: nodes,
    width: right + 12,
    height: y + 2,
    legend: [],
    notes: [],
  });
}

function wordsOf({ verdict, least, most }: ComparedImpacts["rows"][number]["states"][number]): string {
  return verdict === "cannot-be-told" ? `${stateWords[least]} or ${stateWords[most]}` : verdictWords[verdict];
}

function countsWords(counts: VerdictCounts): string {
  return verdicts.map((verdict) => `${counts[verdict]} ${verdictWords[verdict]}`).join(", ");
}

/** A bar of all systems, each part with its count and word below it. */
function bar(counts: VerdictCounts, y: number, right: number): SceneNode[] {
  const all = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  if (all === 0) return [textLine("No system is declared.", { x: left, y: y + 14 }, "remark")];
  const nodes: SceneNode[] = [];
  let x = left;
  let label = left;
  for (const verdict of verdicts) {
    const count = counts[verdict];
    if (count === 0) continue;
    const width = ((right - left) * count) / all;
    const room = { x, y, width, height: 16 };
    nodes.push(group(`box ${impactLooks[verdict]}`, [rectangle(x, y, width, 16, "shape"), ...pattern(verdict, room)]));
    const words = `${count} ${verdictWords[verdict]}`;
    nodes.push(sign(impactSigns[verdict], { x: label, y: y + 20 }, "head"), textLine(words, { x: label + 16, y: y + 31 }, "about"));
    label += 116;
    x += width;
  }
  return nodes;
}

/** A pattern for each part, so that bars tell their parts apart in grey. */
function pattern(verdict: ImpactVerdict, room: { x: number; y: number; width: number; height: number }): SceneNode[] {
  if (verdict === "degrades") return [pathOf(stripes(room, 9), "stripe")];
  return verdict === "cannot-be-told" ? [pathOf(stripes(room, 7) + stripes(room, 7, true), "stripe")] : [];
}

function chip(verdict: ImpactVerdict, words: string, x: number, y: number): SceneNode {
  return group(`box ${impactLooks[verdict]}`, [
    rectangle(x, y, cellRoom - 10, 24, "shape"),
    sign(impactSigns[verdict], { x: x + 7, y: y + 6 }),
    textLine(words, { x: x + 25, y: y + 16 }, "about"),
  ]);
}
