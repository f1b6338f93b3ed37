import { mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** Borders as lines of degrees, east and north: what of a file is drawn. */
export interface BorderLines {
  type: "MultiLineString";
  coordinates: [number, number][][];
}

/** A file above this many bytes is not read, and of one no more than this many points are drawn. */
const mostBytes = 8 * 1024 * 1024;
const mostPoints = 200_000;

/**
 * Reads borders out of a GeoJSON or TopoJSON file. Only its lines count; nothing that it says is shown, and nothing it names is fetched.
 *
 * @param size its bytes
 * @throws Error with what was expected, in words for the page
 */
export function readBorders(text: string, size: number): BorderLines {
  if (size > mostBytes) throw new Error(`It has ${size.toLocaleString("en")} bytes; ${mostBytes.toLocaleString("en")} are the most.`);
  const lines = linesOf(parsed(text)).filter((line) => line.length > 1);
  if (lines.length === 0) throw new Error("It holds no line and no area. Expected borders as GeoJSON or TopoJSON.");
  const points = lines.reduce((sum, line) => sum + line.length, 0);
  if (points > mostPoints)
    throw new Error(`It has ${points.toLocaleString("en")} points; ${mostPoints.toLocaleString("en")} are the most. Take a coarser one.`);
  return { type: "MultiLineString", coordinates: lines };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("It is no JSON. Expected borders as GeoJSON or TopoJSON.");
  }
}

interface Shaped {
  type?: unknown;
  coordinates?: unknown;
  geometry?: unknown;
  geometries?: unknown;
  features?: unknown;
  objects?: unknown;
}

function linesOf(value: unknown, depth = 0): [number, number][][] {
  if (typeof value !== "object" || value === null || depth > 8) return [];
  const { type, coordinates, geometry, geometries, features, objects } = value as Shaped;
  switch (type) {
    case "Topology":
      return meshes(value, objects);
    case "FeatureCollection":
      return listOf(features).flatMap((one) => linesOf(one, depth + 1));
    case "GeometryCollection":
      return listOf(geometries).flatMap((one) => linesOf(one, depth + 1));
    case "Feature":
      return linesOf(geometry, depth + 1);
    case "LineString":
      return [points(coordinates)];
    case "MultiLineString":
    case "Polygon":
      return listOf(coordinates).map(points);
    case "MultiPolygon":
      return listOf(coordinates).flatMap((one) => listOf(one).map(points));
    default:
      return [];
  }
}

/** The arcs of a topology, each once: a border that two areas share is one line. */
function meshes(topology: unknown, objects: unknown): [number, number][][] {
  if (typeof objects !== "object" || objects === null) return [];
  try {
    return Object.values(objects).flatMap((one) => linesOf(mesh(topology as Topology, one as GeometryCollection)));
  } catch {
    throw new Error("Its arcs do not fit together. Expected a whole TopoJSON file.");
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function points(value: unknown): [number, number][] {
  return listOf(value).map((one) => {
    const [east, north] = listOf(one);
    if (typeof east !== "number" || typeof north !== "number" || Math.abs(east) > 360 || Math.abs(north) > 90)
      throw new Error("A point of it is no pair of degrees, east and north. Expected longitude and latitude (WGS 84).");
    return [east, north];
  });
}
