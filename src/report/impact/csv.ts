import { dependencyTimes, type Impact, type ImpactedAsset } from "../../model/index.js";
import { csvLine } from "../csv-line.js";
import { weightiest } from "./words.js";

const columns = [
  "scenario",
  "id",
  "name",
  "kind",
  "systems",
  "provider",
  "service",
  "operator",
  "region",
  "path",
  "line",
  "cut_off",
  "verdict",
  "least",
  "most",
  ...dependencyTimes.flatMap((time) => [`${time}_least`, `${time}_most`]),
  "chain",
  "chain_times",
  "because",
];

/** Every asset and system of every scenario, a row each, with the chain that weighs most. */
export function impactCsv(impacts: readonly Impact[]): string {
  const rows = impacts.flatMap((impact) => {
    const cut = new Map(impact.blocked.map((one) => [one.id, one.certainty === "sure" ? "yes" : "possible"]));
    return impact.assets.map((one) => csvLine(assetRow(one, impact.scenario.id, cut.get(one.id) ?? "no")));
  });
  return [csvLine(columns), ...rows].join("");
}

function assetRow(asset: ImpactedAsset, scenario: string, cutOff: string): (string | number)[] {
  const chain = weightiest(asset.chains);
  return [
    scenario,
    asset.id,
    asset.name,
    asset.kind,
    asset.systems.join(" "),
    asset.provider ?? "",
    asset.service ?? "",
    asset.operator ?? "",
    asset.region ?? "",
    asset.path ?? "",
    asset.line ?? "",
    cutOff,
    asset.verdict,
    asset.least,
    asset.most,
    ...dependencyTimes.flatMap((time) => [asset.times[time].least, asset.times[time].most]),
    chain ? [asset.id, ...chain.hops.map(({ to }) => to)].join(" > ") : "",
    chain ? chain.times.join(" ") : "",
    chain ? chain.hops.map(({ because }) => because).join(" ") : "",
  ];
}
