import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SceneNode, standings } from "../node.js";
import { stateOn, type TimeAxis, type TimeRow, withReviews } from "./axis.js";
import { timelineScene } from "./scene.js";

const row = (from: string | null, until: string | null): TimeRow => ({
  kind: "listing",
  id: `${from} ${until}`,
  label: "A list",
  from,
  until,
});
const axisOf = (...rows: TimeRow[]): TimeAxis => ({
  title: "Lists",
  asOf: "2026-06-01",
  lanes: rows.length > 0 ? [{ title: "Lists", rows }] : [],
});

/** Everything drawn for the row that a scene has alone. */
function drawnFor(axis: TimeAxis): SceneNode[] {
  const found: SceneNode[] = [];
  const visit = (node: SceneNode, within: boolean) => {
    const inside = within || node.standsFor?.kind === "listing";
    if (inside) found.push(node);
    for (const child of node.children) if (typeof child !== "string") visit(child, inside);
  };
  visit(timelineScene(axis).root, false);
  return found;
}

describe("lists and laws on an axis of time", () => {
  it("draws a spell that starts and ends on one day as a mark", () => {
    const shapes = drawnFor(axisOf(row("2024-03-05", "2024-03-05"))).filter(({ attributes }) => attributes.class === "shape");
    expect(shapes.map(({ attributes }) => attributes.width)).toEqual([3]);
  });

  it("has reviews as marks of their own", () => {
    const axis = withReviews(axisOf(row("2024", null)), [{ id: "a", label: "Review of A", day: "2026-05-04" }]);
    expect(standings(timelineScene(axis)).map(({ kind, name }) => [kind, name])).toEqual([
      ["listing", "A list: since 2024, in force."],
      ["review", "Review of A: 2026-05-04."],
    ]);
  });

  it("draws as many rows as the table has, and counts as many in force, whatever the dates", () => {
    const year = fc.integer({ min: 1950, max: 2060 });
    const date = fc.oneof(
      year.map(String),
      fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, "0")}`),
      fc
        .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map((parts) => parts.map((one) => String(one).padStart(2, "0")).join("-")),
    );
    const rows = fc.array(fc.tuple(fc.option(date), fc.option(date)), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (all) => {
        const axis = axisOf(...all.map(([from, until], at) => ({ ...row(from, until), id: `l${at}` })));
        const scene = timelineScene(axis);
        const inForce = (axis.lanes[0]?.rows ?? []).filter((one) => stateOn(one, axis.asOf) === "in force").length;
        expect(standings(scene)).toHaveLength(all.length);
        expect(scene.about).toContain(`${all.length} ${all.length === 1 ? "entry" : "entries"}, ${inForce} in force on that day.`);
      }),
    );
  });
});
