import { type Membership, membershipFinder } from "../../model/declared-assets.js";
import {
  type AttributedObservation,
  type Attribution,
  type DependencyGraph,
  type Inventory,
  type Link,
  type NeedRule,
  needRules,
  type Position,
  type Transaction,
} from "../../model/index.js";
import { AssetLedger } from "./asset-ledger.js";
import { addSystems, type PlaceOf } from "./declared-systems.js";
import { DependencyLedger } from "./dependency-ledger.js";
import { addLinks } from "./links.js";
import { moduleHost } from "./module-source.js";
import { referenceRule } from "./reference-rules.js";
import { fullSource, idOf, type SeenAssets, seeAssets } from "./seen-assets.js";
import { folderOf, type TerraformPlace, terraformPlaces, withoutIndexes } from "./terraform-places.js";

export interface GraphInput {
  observations: AttributedObservation[];
  transactions: Transaction[];
  inventory: Inventory | null;
  /** As collecting gives them where `links` was asked for. */
  links: Link[];
  /** Where the declaration stands, and where a part of it does, by its keys. */
  declaration?: { path: string; locate(keys: PropertyKey[]): Position | null };
  /** Who is behind a host or vendor that only the declaration names. */
  attribute?(kind: "host" | "vendor", value: string): Attribution;
}

/**
 * What needs what: the assets that artefacts and declaration show, and at which times each cannot do without another. Pure; the order of what it
 * is given does not matter. Nothing here says that something stops: only what would, if another did.
 * @example const graph = dependencyGraph({ observations, transactions, inventory, links: collected.links });
 */
export function dependencyGraph({ observations, transactions, inventory, links, declaration, attribute }: GraphInput): DependencyGraph {
  const systems = inventory?.systems ?? [];
  const assets = new AssetLedger(remembered(membershipFinder(systems)));
  const dependencies = new DependencyLedger();
  const used = withoutPassersBy(observations, transactions);
  const placesOf = terraformPlaces(used);

  const seen = seeAssets(used, assets, placesOf);
  addLinks(links, assets, dependencies, placesOf);
  const inUse = new Set(transactions.filter((one) => one.join === "declared-and-seen").flatMap((one) => one.observations));
  const sourced = new Set(seen.flatMap((one) => (one.observation.context?.providerSource === undefined ? [] : one.ids)));
  for (const one of seen) {
    addTerraform(one, assets, dependencies, placesOf, sourced);
    addNamed(one, assets, dependencies, inUse);
    addRegistries(one, assets, dependencies);
  }
  addBackends(seen, assets, dependencies, placesOf);
  addSystems({ systems, assets, dependencies, attribute, placeOf: placesIn(declaration) });

  const fallbacks = new Map(
    systems.flatMap((one) => (one.fallback === undefined ? [] : [[idOf.system(one.id), idOf.system(one.fallback)]])),
  );
  return { assets: assets.list(), dependencies: dependencies.list((to) => valid(fallbacks.get(to), assets)) };
}

function placesIn(declaration: GraphInput["declaration"]): PlaceOf {
  return (keys) => ({ path: declaration?.path ?? null, line: declaration?.locate(keys)?.line ?? null });
}

function valid(id: string | undefined, assets: AssetLedger): string | undefined {
  return id !== undefined && assets.has(id) ? id : undefined;
}

/** Several observations of a thing stand in one file: its resource, its hosts. */
function remembered(membershipsOf: ReturnType<typeof membershipFinder>): (path: string, value: string, address: string) => Membership[] {
  const known = new Map<string, Map<string, Membership[]>>();
  return (path, value, address) => {
    const inFile = known.get(path) ?? new Map<string, Membership[]>();
    known.set(path, inFile);
    const key = value === address ? value : `${value} ${address}`;
    const found = inFile.get(key) ?? membershipsOf({ path, value, context: { address } });
    inFile.set(key, found);
    return found;
  };
}

/** A log's many strangers, who are in no transaction, are nothing that anything depends on. */
function withoutPassersBy(observations: AttributedObservation[], transactions: Transaction[]): AttributedObservation[] {
  const dealt = new Set(transactions.flatMap((one) => one.observations));
  return observations.filter((one) => !one.traffic || dealt.has(one.id));
}

/** References between resources, their module, their provider. */
function addTerraform(
  { observation, ids }: SeenAssets,
  assets: AssetLedger,
  dependencies: DependencyLedger,
  placesOf: (folder: string) => TerraformPlace[],
  sourced: Set<string>,
): void {
  const { kind, path, line, context, format, value } = observation;
  if (kind !== "terraform-resource" && kind !== "terraform-data" && kind !== "terraform-module") return;
  const address = withoutIndexes(context?.address ?? "");
  const folder = folderOf(path);
  const places = format === "terraform-hcl" ? placesOf(folder) : [{ root: folder, prefix: "" }];
  for (const [index, from] of ids.entries()) {
    const place = places[index];
    if (!place) continue;
    const add = (to: string, rule: NeedRule) => dependencies.add({ from, to, rule, path, line });
    for (const name of context?.dependsOn ?? []) {
      const to = idOf.terraform(place, withoutIndexes(name));
      if (assets.has(to) && !leadsInto(from, to, dependencies)) add(to, referenceRule(address, name));
    }
    const module = moduleAround(`${place.prefix}${address}`);
    if (module) {
      const holder = idOf.terraform({ root: place.root, prefix: "" }, module);
      assets.name(holder, { name: module, kind: "terraform-module", path, line });
      dependencies.add({ from: holder, to: from, rule: needRules["terraform-module"], path, line });
    }
    if (kind === "terraform-module") {
      const host = moduleHost(value);
      if (host) {
        assets.name(`registry:${host}`, { name: host, kind: "registry", path, line });
        add(`registry:${host}`, needRules["terraform-module-source"]);
      }
    } else if (context?.providerSource !== undefined || !sourced.has(from)) {
      // Where no observation of the resource names the source, it is the one that the type begins with.
      const source = fullSource(context?.providerSource ?? value.split("_", 1)[0] ?? value);
      // What is built into Terraform comes with it.
      if (!/\/builtin\/|\/terraform$/.test(source)) addProvider(from, source, observation, assets, dependencies);
    }
  }
}

/** `module.net` of `module.net.aws_vpc.main`, of `module.net.data.aws_ami.linux` and of `module.net.module.vpn`. */
function moduleAround(address: string): string | undefined {
  return /^((?:module\.[^.]+\.)+)(?:data\.[^.]+\.[^.]+|[^.]+\.[^.]+)$/.exec(address)?.[1]?.slice(0, -1);
}

/** A module that is named together with one of its outputs: the output says more closely what is needed. */
function leadsInto(from: string, to: string, dependencies: DependencyLedger): boolean {
  return /(?:^|[./:])module\.[^.]+$/.test(to) && dependencies.reaches(from, `${to}.`);
}

function addProvider(
  from: string,
  source: string,
  { path, line }: AttributedObservation,
  assets: AssetLedger,
  dependencies: DependencyLedger,
): void {
  const provider = assets.name(`provider:${source}`, { name: source, kind: "terraform-provider", path, line }).id;
  dependencies.add({ from, to: provider, rule: needRules["terraform-provider"], path, line });
  // Its registry is the same for everything that it makes.
  if (dependencies.needsAnything(provider)) return;
  const [host = ""] = source.split("/");
  const registry = assets.name(`registry:${host}`, { name: host, kind: "registry", path, line }).id;
  dependencies.add({ from: provider, to: registry, rule: needRules["terraform-provider-registry"], path, line });
}

/** Hosts and images that stand at a workload, resource or service, where no link says more. */
function addNamed(
  { observation, ids, holders }: SeenAssets,
  assets: AssetLedger,
  dependencies: DependencyLedger,
  inUse: Set<string>,
): void {
  const { kind, path, line, id } = observation;
  const [to] = ids;
  if (to === undefined || (kind !== "host" && kind !== "address" && kind !== "image")) return;
  for (const from of holders) {
    if (!assets.has(from) || dependencies.joins(from, to)) continue;
    // A name in a configuration of Terraform need be no address that anything calls.
    const seen = inUse.has(id) && from.startsWith("workload:");
    const rule = kind === "image" ? needRules.image : seen ? needRules["host-in-use"] : needRules.host;
    dependencies.add({ from, to, rule, path, line });
  }
}

/** Where an image lies. */
function addRegistries({ observation, ids }: SeenAssets, assets: AssetLedger, dependencies: DependencyLedger): void {
  const { kind, value, path, line, attribution } = observation;
  const [image] = ids;
  if (kind !== "image" || image === undefined) return;
  const [host = ""] = value.split("/", 1);
  const registry = assets.name(`registry:${host}`, { name: host, kind: "registry", path, line });
  if (attribution.signature?.kind === "registry-host" || attribution.signature?.kind === "domain-suffix")
    assets.attribute(registry, attribution);
  dependencies.add({ from: image, to: registry.id, rule: needRules["image-registry"], path, line });
}

/** Every resource of a folder that Terraform runs in needs that folder's state. */
function addBackends(
  seen: SeenAssets[],
  assets: AssetLedger,
  dependencies: DependencyLedger,
  placesOf: (folder: string) => TerraformPlace[],
): void {
  for (const { observation, ids } of seen) {
    const { kind, path, line, format } = observation;
    if (kind !== "terraform-resource" && kind !== "terraform-data" && kind !== "terraform-module") continue;
    const folder = folderOf(path);
    const places = format === "terraform-hcl" ? placesOf(folder) : [{ root: folder, prefix: "" }];
    for (const [index, from] of ids.entries()) {
      const backend = idOf.backend(places[index]?.root ?? folder);
      if (assets.has(backend)) dependencies.add({ from, to: backend, rule: needRules["terraform-backend"], path, line });
    }
  }
}
