import fc from "fast-check";
import { describe, expect, it } from "vitest";
import countries from "world-atlas/countries-110m.json";
import { readBorders } from "./border-file.js";

const read = (value: unknown) => readBorders(JSON.stringify(value), 1_000);
const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];

describe("a file of borders", () => {
  it("is read as GeoJSON, whatever its geometries are", () => {
    const polygon = { type: "Polygon", coordinates: [square] };
    const line = { type: "LineString", coordinates: square.slice(0, 2) };
    const collection = {
      type: "FeatureCollection",
      features: [
        { type: "Feature", properties: { name: "<script>" }, geometry: polygon },
        {
          type: "Feature",
          geometry: { type: "GeometryCollection", geometries: [line, { type: "MultiPolygon", coordinates: [[square]] }] },
        },
        { type: "Feature", geometry: { type: "Point", coordinates: [3, 4] } },
      ],
    };
    expect(read(collection)).toEqual({ type: "MultiLineString", coordinates: [square, square.slice(0, 2), square] });
    expect(JSON.stringify(read(collection))).not.toContain("script");
  });

  it("is read as TopoJSON, a border that two areas share once", () => {
    const shared = {
      type: "Topology",
      arcs: [
        [
          [0, 0],
          [0, 1],
        ],
        [
          [0, 1],
          [-1, 1],
          [-1, 0],
          [0, 0],
        ],
        [
          [0, 1],
          [1, 1],
          [1, 0],
          [0, 0],
        ],
      ],
      objects: {
        areas: {
          type: "GeometryCollection",
          geometries: [
            { type: "Polygon", arcs: [[0, 1]] },
            { type: "Polygon", arcs: [[0, 2]] },
          ],
        },
      },
    };
    const { coordinates } = read(shared);
    const edges = coordinates.flatMap((line) => line.slice(1).map((to, at) => JSON.stringify([line[at], to].sort())));
    expect(
      edges.filter(
        (edge) =>
          edge ===
          JSON.stringify([
            [0, 0],
            [0, 1],
          ]),
      ),
    ).toHaveLength(1);
    expect(readBorders(JSON.stringify(countries), 1_000).coordinates.length).toBeGreaterThan(100);
  });

  it.each([
    ["no JSON", "{", 1, /no JSON/],
    ["nothing to draw", "{}", 1, /no line and no area/],
    ["too many bytes", "{}", 9_000_000, /are the most/],
    [
      "no degrees",
      JSON.stringify({
        type: "LineString",
        coordinates: [
          [500_000, 4_000_000],
          [1, 2],
        ],
      }),
      1,
      /no pair of degrees/,
    ],
    [
      "torn arcs",
      JSON.stringify({ type: "Topology", arcs: [], objects: { a: { type: "Polygon", arcs: [[7]] } } }),
      1,
      /do not fit together/,
    ],
  ])("is refused in words: %s", (_, text, size, words) => expect(() => readBorders(text, size)).toThrow(words));

  it("never gives anything but lines of degrees, whatever it is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          const { coordinates } = read(value);
          for (const [east, north] of coordinates.flat()) expect(Math.abs(east) <= 360 && Math.abs(north) <= 90).toBe(true);
        } catch (error) {
          expect((error as Error).message).toMatch(/Expected/);
        }
      }),
    );
  });
});
