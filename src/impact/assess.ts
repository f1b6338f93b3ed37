import {
  assetTold,
  consequencesOf,
  cyclesOf,
  dataToMove,
  effortFor,
  exitPlan,
  type IndexedGraph,
  recoveryChecks,
  revenueAtStake,
  sharedFate,
  touchedContracts,
  touchedEntities,
} from "../decide/impact/index.js";
import {
  type Asset,
  byText,
  type Day,
  dependencyTimes,
  type Impact,
  type ImpactedAsset,
  type ImpactedSystem,
  type ImpactScenario,
  type ImpactVerdict,
  type Inventory,
  type Provider,
  type Reference,
  type Review,
  type RulePack,
  type VerdictCounts,
} from "../model/index.js";
import { version } from "../version.js";
import { answerOf } from "./answer.js";
import { contractWith } from "./contracts.js";
import { type CutOff, cutOff } from "./cut-off.js";
import { placedHoldings, sameProvider } from "./holdings.js";
import { providerSide } from "./provider-side.js";
import { replacements } from "./replacements.js";
import { rulingFor } from "./rulings.js";
import { serviceKindOf } from "./service-kinds.js";

/** What every scenario is told on. */
export interface ImpactGround {
  graph: IndexedGraph;
  inventory: Inventory | null;
  reviewed: Pick<Review, "observations" | "transactions" | "assumptions" | "problems" | "leftOut">;
  packs: RulePack[];
  reference: Reference;
  asOf: Day;
}

/** The answer for one scenario. */
export function impactOf(scenario: ImpactScenario, ground: ImpactGround): Impact {
  const { graph, inventory, reviewed, packs, reference, asOf } = ground;
  const { assets } = graph;
  const cut = cutOff({ assets, targets: scenario.block, regions: scenario.regions, except: scenario.except, reference, asOf });
  const consequences = consequencesOf(graph, cut.blocked);
  const told = assets.map((_, number) => assetTold(number, graph, consequences));
  const systems = told.flatMap((one) => (one.kind === "system" ? [systemTold(one, inventory)] : []));

  const data = dataToMove(placedHoldings(inventory, assets, reviewed), cut.told, {
    asked: scenario.egressMegabitsPerSecond ?? undefined,
    declared: inventory?.egress ?? [],
    names: sameProvider(reference),
  });
  const exit = exitPlan({
    graph,
    blocked: cut.blocked,
    touched: (one) => consequences.worstOf(one).most !== "goes-on",
    isSystem: (one) => assets[one]?.kind === "system",
    effortOf: effortFor({ assets, systemOf: (one) => declaredSystem(one, inventory), systems: inventory?.systems ?? [], data }),
    wordsOf: ({ action, assets: numbers }) => `${exitWords[action]} ${numbers.map((one) => assets[one]?.name).join(", ")}`,
    asOf,
    on: scenario.on,
  });

  const parts = {
    totals: totalsOf(told, systems, cut, graph),
    systems,
    assets: told,
    blocked: cut.told,
    excepted: cut.excepted,
    cycles: cyclesOf(graph).map((group) => {
      const members = group.flatMap((one) => assets[one] ?? []);
      return { assets: members.map(({ id }) => id), names: members.map(({ name }) => name) };
    }),
    sharedFate: sharedFate(assets, cut.blocked, serviceKindOf, reference),
    data,
    contracts: touchedContracts(inventory?.contracts ?? [], contractWith(cut.told, scenario, assets, reference), asOf, scenario.on),
    entities: touchedEntities(inventory?.subject, systems),
    revenue: revenueAtStake(systems),
    recovery: recoveryChecks(systems, inventory?.systems ?? [], data, movedBy(exit, assets)),
    exit,
    replacements: replacements({
      assets: assets.filter((_, number) => cut.blocked.has(number)),
      cutOff: alsoCutOff(scenario, reference, asOf),
      packs,
      home: inventory?.subject.jurisdiction ?? null,
      reference,
      asOf,
    }),
    providerSide: providersCutOff(scenario, cut).map((one) => providerSide(one, reference, asOf)),
  };
  return {
    schemaVersion: "1",
    tool: { name: "beholden", version },
    asOf,
    subject: inventory?.subject.name ?? "the subject (no beholden.yaml)",
    reference: { edition: reference.catalogue.edition, sha256: reference.sha256 },
    rulePacks: packs.map(({ id }) => id),
    scenario,
    answer: answerOf(scenario, parts, asOf),
    ...parts,
    assumptions: reviewed.assumptions,
    problems: reviewed.problems,
    leftOut: reviewed.leftOut,
  };
}

const exitWords = { replace: "Stand up a replacement of", switch: "Switch over", "switch-off": "Switch off" } as const;

function systemTold(
  { id, name, systems: [declaredId = id], verdict, least, most, times, chains }: ImpactedAsset,
  inventory: Inventory | null,
): ImpactedSystem {
  const declared = inventory?.systems.find((one) => one.id === declaredId);
  return {
    id: declaredId,
    name: declared?.name ?? name,
    criticality: declared?.criticality ?? null,
    entity: declared?.entity ?? null,
    verdict,
    least,
    most,
    times,
    chains,
    dailyRevenueUsd: declared?.dailyRevenueUsd ?? null,
    staff: declared?.staff ?? null,
  };
}

function declaredSystem(asset: Asset, inventory: Inventory | null) {
  return asset.kind === "system" ? inventory?.systems.find(({ id }) => id === (asset.systems[0] ?? asset.id)) : undefined;
}

/** Systems of which the exit switches something. */
function movedBy({ steps }: Impact["exit"], assets: readonly Asset[]): (system: string) => boolean {
  const switched = new Set(steps.flatMap((one) => (one.action === "switch" ? one.assets : [])));
  const ids = new Set(assets.flatMap((one) => (one.kind === "system" && switched.has(one.id) ? one.systems : [])));
  return (system) => ids.has(system);
}

function totalsOf(
  assets: readonly ImpactedAsset[],
  systems: readonly ImpactedSystem[],
  cut: CutOff,
  graph: IndexedGraph,
): Impact["totals"] {
  const parts = assets.filter(({ kind }) => kind !== "system");
  const byTime = dependencyTimes.map((time) => [time, counted(parts.map((one) => one.times[time].verdict))]);
  return {
    assets: counted(parts.map(({ verdict }) => verdict)),
    systems: counted(systems.map(({ verdict }) => verdict)),
    assetsByTime: Object.fromEntries(byTime) as Impact["totals"]["assetsByTime"],
    blocked: cut.told.length,
    dependencies: graph.dependencies.length,
  };
}

function counted(verdicts: readonly ImpactVerdict[]): VerdictCounts {
  const counts: VerdictCounts = { stops: 0, degrades: 0, "cannot-be-told": 0, "goes-on": 0 };
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}

/** Whether a provider that is not in use would fall under the same cut-off; the region of what would be used there is open. */
function alsoCutOff({ block }: ImpactScenario, reference: Reference, asOf: Day): (provider: Provider) => boolean {
  const rulings = block.map((target) => rulingFor(target, reference, asOf));
  return ({ id, operator }) => rulings.some((ruling) => ruling({ provider: id, operator, region: null }) !== undefined);
}

/** Those that are named, and those that are cut off with what is named. */
function providersCutOff({ block }: ImpactScenario, { told }: CutOff): string[] {
  const named = block.flatMap(({ kind, id }) => (kind === "provider" ? [id] : []));
  return [...new Set([...named, ...told.flatMap(({ provider }) => provider ?? [])])].sort(byText);
}
