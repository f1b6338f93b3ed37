import type { Impact, Review, TracedParty } from "../../model/index.js";
import { sampleReview } from "../sample-review.js";
import { sampleTraced } from "../trace/sample-traced.js";
import { viewOf } from "../view.js";
import { chainsScene } from "./impact/chains.js";
import { ofImpact } from "./impact/compared.js";
import { impactScene } from "./impact/scene.js";
import { mapScene } from "./map/scene.js";
import { placeGrid, reachGrid } from "./matrix/grid.js";
import { matrixScene } from "./matrix/scene.js";
import type { Scene } from "./node.js";
import { comparedFamilies } from "./ownership/merged.js";
import { ownershipScene } from "./ownership/scene.js";
import { drawnReach, pathScene } from "./path/scene.js";
import { axisOfTraced } from "./timeline/axis.js";
import { timelineScene } from "./timeline/scene.js";

/** Names that nobody gives a company, and that a register can hold all the same. */
export const hostileNames = [
  "<script>alert(1)</script>",
  "A company whose name goes on and on, and on, and has many words, each of them quite usual, that nobody would ever read to the end of it",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3),
  "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW MMMMMMMMMMMMMMM",
  "شركة الاتصالات المتنقلة السعودية المساهمة العامة",
  "חברת החשמל לישראל בע״מ (Israel Electric)",
  "evil\u202egnp.exe\u0000\u0007\u200b",
  "阿里巴巴集团控股有限公司云计算有限责任公司阿里巴巴集团控股有限公司",
  "Ж".repeat(60),
  '" onload="alert(1)',
  "&amp;<![CDATA[ ]]> --> </svg></style>",
  "👍🏽👩‍👩‍👧 Holding",
  "",
];

/** A family in which every name is hostile, with every kind of party and of gap. */
export function hostileTraced(): TracedParty {
  const kinds = ["entity", "individual", "government", "aggregate", "unknown"] as const;
  const [node] = sampleTraced.parties;
  const [link] = sampleTraced.owners;
  if (!node || !link) throw new Error("the sample has owners");
  const parties = hostileNames.map((name, at) => ({
    ...node,
    id: `p${at}`,
    name,
    kind: kinds[at % kinds.length] ?? "entity",
    note: at % kinds.length === 4 ? name : null,
  }));
  const owners = parties.slice(1, 9).map((one, at) => ({
    ...link,
    number: at + 1,
    owner: one.id,
    owned: at < 3 ? "p0" : `p${at - 1}`,
    kind: (["equity", "voting", "board"] as const)[at % 3] ?? ("equity" as const),
  }));
  const holdings = parties.slice(9).map((one, at) => ({ ...link, number: at + 9, owner: "p0", owned: one.id }));
  const listings = hostileNames.map((name, at) => ({
    party: `p${at}`,
    list: "l",
    name,
    programme: name,
    from: at % 2 ? "2019" : "2021-03",
    until: at % 3 ? null : "2024-05",
    citation: name,
  }));
  return {
    ...sampleTraced,
    party: "p0",
    parties,
    owners,
    holdings,
    listings,
    regimes: sampleTraced.regimes.map((one) => ({ ...one, unrecorded: [{ party: "p1", share: 31 }] })),
  };
}

/** The sample review with every name of a place replaced by the next hostile one. */
function hostileReview(): Review {
  let at = 0;
  const renamed = (value: unknown, key: string): unknown => {
    if (key === "name" && typeof value === "string") {
      at += 1;
      return hostileNames[at % hostileNames.length] || "x";
    }
    if (Array.isArray(value)) return value.map((one) => renamed(one, ""));
    if (value !== null && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renamed(inner, name)]));
    return value;
  };
  return renamed(sampleReview, "") as Review;
}

/** An impact of three systems: one stops, one degrades, of one it cannot be told; names can be given. */
export function sampleImpact(
  names: readonly string[] = ["Online shop", "Order archive", "Build pipeline", "Registry"],
): Pick<Impact, "systems" | "assets" | "asOf" | "scenario" | "totals" | "subject"> {
  const [shop = "", archive = "", pipeline = "", registry = ""] = names;
  const range = (verdict: "stops" | "degrades" | "cannot-be-told" | "goes-on") =>
    verdict === "cannot-be-told"
      ? ({ verdict, least: "goes-on", most: "stops" } as const)
      : ({ verdict, least: verdict, most: verdict } as const);
  const system = (
    id: string,
    name: string,
    verdict: "stops" | "degrades" | "cannot-be-told" | "goes-on",
    need: "required" | "partial" | "unknown",
  ): Impact["systems"][number] => ({
    id,
    name,
    criticality: null,
    entity: null,
    ...range(verdict),
    times: { build: range("goes-on"), deploy: range("goes-on"), run: range(verdict), restore: range("goes-on") },
    chains:
      verdict === "goes-on"
        ? []
        : [
            {
              times: ["run"],
              state: verdict === "degrades" ? "degrades" : "stops",
              certainty: verdict === "cannot-be-told" ? "possible" : "sure",
              blocked: "a-registry",
              blockedName: registry,
              hops: [
                {
                  from: id,
                  fromName: name,
                  to: "a-registry",
                  toName: registry,
                  kind: "declared",
                  need,
                  because: "declared",
                  fallback: null,
                  path: null,
                  line: null,
                },
              ],
            },
          ],
    dailyRevenueUsd: null,
    staff: null,
  });
  const none = { stops: 0, degrades: 0, "cannot-be-told": 0, "goes-on": 0 };
  const counts = { ...none, stops: 1, degrades: 1, "cannot-be-told": 1, "goes-on": 1 };
  return {
    asOf: "2026-06-01",
    subject: "Harbor Outfitters",
    scenario: {
      id: "s1",
      name: null,
      block: [{ asked: "x", kind: "provider", id: "x", name: registry }],
      regions: [],
      except: [],
      on: "2027-01-01",
      egressMegabitsPerSecond: null,
    },
    totals: {
      assets: none,
      systems: counts,
      assetsByTime: { build: none, deploy: none, run: none, restore: none },
      blocked: 1,
      dependencies: 3,
    },
    systems: [
      system("shop", shop, "stops", "required"),
      system("archive", archive, "degrades", "partial"),
      system("pipeline", pipeline, "cannot-be-told", "unknown"),
      system("rest", "Warehouse", "goes-on", "required"),
    ],
    assets: [],
  };
}

/** A family of which one interest was there before. */
function comparedScene(): Scene {
  const [first] = sampleTraced.owners;
  const compared = comparedFamilies({ ...sampleTraced, asOf: "2020-01-01", owners: first ? [first] : [] }, sampleTraced);
  return ownershipScene(compared.traced, { compared });
}

/** Two marks so near to each other that their labels have to give way. */
function mapOfTwo(): Scene {
  return mapScene({
    ...{ title: "Where the data lies", remarks: ["As of 2026-06-01."], width: 400, height: 200, land: "M10 10H390V190H10z", borders: null },
    notes: [],
    sites: [
      { code: "US", x: 100, y: 80, uses: 3, look: "high", sign: "triangle", said: "US: 3 uses." },
      { code: "CA", x: 118, y: 76, uses: 1, look: "clear", sign: "disc", said: "CA: 1 use." },
    ],
  });
}

/** One drawing of every kind, and one of each in which every name is hostile. */
export function sampleScenes(): Scene[] {
  const of = (review: Review) => {
    const view = viewOf(review);
    return [
      matrixScene(reachGrid(review)),
      matrixScene(placeGrid(review)),
      ...review.reaches.slice(0, 4).map((reach) => pathScene(drawnReach(reach, view, review.asOf))),
    ];
  };
  const impacts = (names?: readonly string[]) => [impactScene(ofImpact(sampleImpact(names) as Impact)), chainsScene(sampleImpact(names))];
  const hostile = hostileTraced();
  return [
    ownershipScene(sampleTraced),
    timelineScene(axisOfTraced(sampleTraced)),
    ...of(sampleReview),
    ...impacts(),
    comparedScene(),
    mapOfTwo(),
    ownershipScene(hostile),
    timelineScene(axisOfTraced(hostile)),
    ...of(hostileReview()),
    ...impacts(hostileNames.slice(1, 5)),
  ];
}
