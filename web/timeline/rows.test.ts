import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { drawnParts, names, squeezed, tableRows, textsBeside } from "../../src/report/scene/sample-reading.js";
import type { TimeAxis, TimeRow } from "../../src/report/scene/timeline/axis.js";
import { timelineScene } from "../../src/report/scene/timeline/scene.js";
import { Rows } from "./timeline.js";

const year = fc.integer({ min: 1990, max: 2040 });
const two = (most: number) => fc.integer({ min: 1, max: most }).map((one) => String(one).padStart(2, "0"));
const date = fc.oneof(
  year.map(String),
  fc.tuple(year, two(12)).map((parts) => parts.join("-")),
  fc.tuple(year, two(12), two(28)).map((parts) => parts.join("-")),
);
const row = fc.record({ label: names, from: fc.option(date), until: fc.option(date), moment: fc.boolean() });
const axes = fc.array(fc.record({ title: names, rows: fc.array(row, { minLength: 1, maxLength: 4 }) }), { maxLength: 3 }).map(
  (lanes): TimeAxis => ({
    title: "Lists and laws",
    asOf: "2026-06-01",
    lanes: lanes.map(({ title, rows }, lane) => ({
      title,
      rows: rows.map((one, at): TimeRow => ({ ...one, kind: "listing", id: `${lane} ${at}`, ...(one.moment ? { until: null } : {}) })),
    })),
  }),
);

describe("lists and laws over time, drawn and as a table", () => {
  it("say the same of each entry: what it is, in which lane, since when and until when, and how it stands on the day", () => {
    fc.assert(
      fc.property(axes, (axis) => {
        const scene = timelineScene(axis);
        const page = renderToStaticMarkup(createElement(Rows, { axis, selected: "", onSelect: () => {} }));
        const table = tableRows(page, "Lists and laws");
        const drawn = drawnParts(scene).map(({ texts }) => texts.filter((text) => text !== "?"));
        expect(drawn.map((texts) => squeezed(texts.join("")))).toEqual(table.map(([what = "", , when = ""]) => squeezed(what + when)));
        // The head of each lane stands once, in the order of the table.
        const lanes = table.flatMap(([, lane = ""], at) =>
          axis.lanes.flatMap(({ rows }) => rows.map((_, place) => place))[at] === 0 ? [lane] : [],
        );
        const beside = textsBeside(scene);
        expect(beside.filter((text) => axis.lanes.some(({ title }) => title === text))).toEqual(lanes);
        const inForce = table.filter(([, , when = ""]) => when.endsWith(", in force")).length;
        expect(page).toContain(`${inForce} in force on`);
        if (table.length > 0) expect(beside.join(" ")).toContain(`${inForce} in force on that day.`);
      }),
      { numRuns: 120 },
    );
  });

  it("fill what is in force and nothing else", () => {
    fc.assert(
      fc.property(axes, (axis) => {
        const parts = drawnParts(timelineScene(axis));
        for (const { texts, looks } of parts) {
          const when = texts.join(" ");
          if (looks.includes("box slight")) expect(when).toMatch(/, in force/);
          else if (looks.includes("box")) expect(when).not.toMatch(/, in force/);
        }
      }),
      { numRuns: 80 },
    );
  });
});
