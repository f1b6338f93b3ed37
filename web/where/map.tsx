import { geoEquirectangular, geoPath } from "d3-geo";
import { useEffect, useMemo, useState } from "react";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import land from "world-atlas/land-110m.json";
import { type MapSite, mapScene } from "../../src/report/scene/map/scene.js";
import { counted } from "../../src/report/words.js";
import { Choice } from "../parts/choice.js";
import { Picture } from "../scene/picture.js";
import { useAddressPart } from "../state/address.js";
import { BorderFile, type OwnBorders } from "./border-file-field.js";
import { countryPoints } from "./country-points.js";
import { type DataRow, unknownPlace } from "./places.js";

const width = 940;
const height = 470;
const projection = geoEquirectangular()
  .scale(width / (2 * Math.PI))
  .translate([width / 2, height / 2]);
const path = geoPath(projection).digits(1);
const landPath = path(feature(land as unknown as Topology, (land as unknown as Topology).objects.land as GeometryCollection)) ?? "";

/** Packs of borders that can be chosen, with whose view each shows. None is drawn unless somebody chooses it. */
const packs = {
  "natural-earth": {
    title: "Natural Earth, 1:110 million",
    view: "Natural Earth, 1:110 million, as its makers see who holds which ground. Other governments see some of these borders otherwise.",
    load: () => import("world-atlas/countries-110m.json").then(({ default: pack }) => pack as unknown as Topology),
  },
} as const;

/** Where data lies, on land without borders; the table above says the same and more. */
export function PlaceMap({ rows, countries, asOf }: { rows: readonly DataRow[]; countries: readonly string[]; asOf: string }) {
  const [pack, setPack] = useAddressPart("borders");
  const [own, setOwn] = useState<OwnBorders | null>(null);
  const packed = useBorders(pack);
  const borders = useMemo(() => (own ? { d: path(own.lines) ?? "", view: own.view } : packed), [own, packed]);
  const scene = useMemo(() => {
    const sites = countries.flatMap((code) => siteOf(code, rows));
    const unplaced = countries.filter((code) => code !== unknownPlace && !countryPoints[code]);
    const unknown = usesIn(unknownPlace, rows);
    return mapScene({
      ...{ title: "Where the data lies", width, height, land: landPath, borders, sites },
      remarks: [`As of ${asOf}. By the country that uses are served from.`],
      notes: [
        ...(unknown > 0 ? [`Country not known: ${counted(unknown, "use")}. They are in the table.`] : []),
        ...(unplaced.length > 0 ? [`In the table and not on the map: ${unplaced.join(", ")}.`] : []),
      ],
    });
  }, [rows, countries, borders, asOf]);
  return (
    <Picture scene={scene} name="where-data-lies">
      <Choice
        label="Borders"
        value={pack in packs ? pack : ""}
        options={[{ value: "", title: "none: land only" }, ...Object.entries(packs).map(([value, { title }]) => ({ value, title }))]}
        onChange={(next) => {
          setOwn(null);
          setPack(next);
        }}
      />
      <BorderFile onRead={setOwn} />
    </Picture>
  );
}

function useBorders(pack: string): { d: string; view: string } | null {
  const [found, setFound] = useState<{ pack: string; d: string } | null>(null);
  const chosen = pack in packs ? packs[pack as keyof typeof packs] : null;
  useEffect(() => {
    let wanted = true;
    chosen?.load().then((topology) => {
      const borders = mesh(topology, topology.objects.countries as GeometryCollection, (left, right) => left !== right);
      if (wanted) setFound({ pack, d: path(borders) ?? "" });
    });
    return () => {
      wanted = false;
    };
  }, [pack, chosen]);
  return useMemo(() => (chosen && found?.pack === pack ? { d: found.d, view: chosen.view } : null), [chosen, found, pack]);
}

function siteOf(code: string, rows: readonly DataRow[]): MapSite[] {
  const place = countryPoints[code];
  const [x, y] = (place && projection([...place])) ?? [];
  if (x === undefined || y === undefined) return [];
  const cells = rows.flatMap(({ name, cells: of }) => {
    const cell = of.get(code);
    return cell ? [{ name, cell }] : [];
  });
  const reached = cells.flatMap(({ cell }) => cell.reached);
  const confirmed = reached.some(({ state }) => state === "confirmed");
  const open = confirmed || reached.some(({ state }) => state === "lead");
  const uses = usesIn(code, rows);
  const standing = confirmed
    ? "a government of concern can obtain some of it"
    : open
      ? "a government of concern can possibly obtain some of it: leads"
      : "no open path from a government of concern was found";
  return [
    {
      ...{ code, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, uses },
      look: confirmed ? "high" : open ? "doubtful" : "clear",
      sign: confirmed ? "triangle" : open ? "ring" : "disc",
      said: `${code}: ${counted(uses, "use")} of ${cells.map(({ name }) => name).join(", ")}; ${standing}.`,
    },
  ];
}

function usesIn(code: string, rows: readonly DataRow[]): number {
  return new Set(rows.flatMap(({ cells }) => (cells.get(code)?.uses ?? []).map(({ id }) => id))).size;
}
