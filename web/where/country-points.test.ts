import { geoContains, geoDistance } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { describe, expect, it } from "vitest";
import countries from "world-atlas/countries-50m.json";
import { countryPoints } from "./country-points.js";

/** Outlines of Natural Earth, 1:50 million, which is in the public domain. */
const topology = countries as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const outlines = feature(topology, topology.objects.countries).features;
const names = new Intl.DisplayNames(["en"], { type: "region" });
/** What Natural Earth calls otherwise. */
const otherNames: Record<string, string> = { US: "United States of America", HK: "Hong Kong", TR: "Turkey", CZ: "Czechia" };

/** Degrees from a point to the nearest corner of an outline. */
function degreesTo(point: readonly [number, number], geometry: unknown): number {
  const corners: [number, number][] = [];
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === "number") corners.push(part as [number, number]);
    else for (const inner of part) visit(inner);
  };
  visit((geometry as { coordinates: unknown }).coordinates);
  return Math.min(...corners.map((corner) => (geoDistance([...point], corner) * 180) / Math.PI));
}

describe("where marks stand on the map", () => {
  it.each(Object.entries(countryPoints))("is in the country, or within the degree that it is rounded to: %s", (code, point) => {
    const name = otherNames[code] ?? names.of(code);
    const outline = outlines.find(({ properties }) => properties.name === name);
    if (!outline) throw new Error(`Natural Earth has no ${name}`);
    expect(geoContains(outline, [...point]) ? 0 : degreesTo(point, outline.geometry)).toBeLessThan(0.8);
  });
});
