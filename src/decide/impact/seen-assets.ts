import { type AttributedObservation, byText } from "../../model/index.js";
import type { AssetLedger } from "./asset-ledger.js";
import { folderOf, type TerraformPlace, withoutIndexes } from "./terraform-places.js";

/** The assets that one observation shows: several where a module is used in several places. */
export interface SeenAssets {
  observation: AttributedObservation;
  ids: string[];
  /** What has the address that the observation stands at: a resource, a workload, a service. */
  holders: string[];
}

/** Names of everything in the graph. They last as long as paths, addresses and names do. */
export const idOf = {
  terraform: ({ root, prefix }: TerraformPlace, address: string) => `terraform:${root === "" ? "" : `${root}/`}${prefix}${address}`,
  backend: (root: string) => `backend:${root === "" ? "." : root}`,
  workload: (folder: string, address: string) => `workload:${folder === "" ? "" : `${folder}/`}${address}`,
  inFile: (scheme: string, path: string, name: string) => `${scheme}:${path}#${name}`,
  vendor: (name: string) => `vendor:${name.toLowerCase()}`,
  system: (id: string) => `system:${id}`,
};

/** Turns observations into assets, in an order of their own: what a configuration declares comes before what a state shows of it. */
export function seeAssets(
  observations: AttributedObservation[],
  ledger: AssetLedger,
  placesOf: (folder: string) => TerraformPlace[],
): SeenAssets[] {
  const ordered = observations.toSorted(
    (left, right) =>
      rank(left) - rank(right) ||
      byText(left.path, right.path) ||
      (left.line ?? 0) - (right.line ?? 0) ||
      (left.column ?? 0) - (right.column ?? 0) ||
      byText(left.kind, right.kind) ||
      byText(left.value, right.value) ||
      byText(left.id, right.id),
  );
  return ordered.map((observation) => {
    const { path, value } = observation;
    const holders = holdersOf(observation, ledger, placesOf);
    const see = (id: string, name: string, kind: string = observation.kind): SeenAssets => {
      ledger.observe(id, { name, kind }, observation);
      return { observation, ids: [id], holders };
    };
    switch (observation.kind) {
      case "terraform-resource":
      case "terraform-data":
      case "terraform-module":
        for (const id of holders) ledger.observe(id, { name: nameOf(id), kind: observation.kind }, observation);
        return { observation, ids: holders, holders: [] };
      case "terraform-provider":
        return see(`provider:${fullSource(value)}`, fullSource(value));
      case "terraform-backend":
        return see(idOf.backend(folderOf(path)), `backend ${value}${folderOf(path) === "" ? "" : ` of ${folderOf(path)}`}`);
      case "image":
      case "package":
        return see(`${observation.kind}:${value}`, value);
      case "package-source":
        return see(`registry:${value}`, value, "registry");
      case "host":
      case "address":
        // A vendor's own site is not what anybody depends on; the vendor is.
        if (observation.format === "vendor-csv") return { observation, ids: [], holders: [] };
        return see(`host:${value}`, value);
      case "service":
        return see(idOf.inFile("service", path, observation.context?.address ?? value), value);
      case "vendor":
        return see(idOf.vendor(value), value);
      default:
        return see(`${observation.kind}:${value}`, value);
    }
  });
}

/** What stands at the address of an observation, by the format that gave it. */
function holdersOf(
  { path, format, context }: AttributedObservation,
  ledger: AssetLedger,
  placesOf: (folder: string) => TerraformPlace[],
): string[] {
  const address = context?.address;
  if (address === undefined) return [];
  const folder = folderOf(path);
  if (format.startsWith("terraform")) {
    const bare = withoutIndexes(address);
    if (/^(?:provider|required_providers|terraform)(?:\.|$)/.test(bare)) return [];
    return (format === "terraform-hcl" ? placesOf(folder) : [{ root: folder, prefix: "" }]).map((place) => idOf.terraform(place, bare));
  }
  if (format === "kubernetes" || format === "compose") {
    const id = idOf.workload(folder, address);
    ledger.name(id, { name: workloadName(address), kind: kindOfObject(address), path });
    return [id];
  }
  return format === "cyclonedx" ? [idOf.inFile("service", path, address)] : [];
}

function rank({ format }: AttributedObservation): number {
  return format === "terraform-state" || format === "terraform-show" ? 1 : 0;
}

/** The address at the end of an id of Terraform. */
function nameOf(id: string): string {
  return id.slice(Math.max(id.lastIndexOf("/"), id.indexOf(":")) + 1);
}

export function workloadName(address: string): string {
  return address.replace(/^compose\//, "");
}

const controllers = new Set("CronJob DaemonSet Deployment Job Pod ReplicaSet ReplicationController Rollout StatefulSet compose".split(" "));

/** What runs, and what only belongs to it: settings, names, volumes. */
export function kindOfObject(address: string): "workload" | "kubernetes-object" {
  return controllers.has(address.slice(0, Math.max(0, address.indexOf("/")))) ? "workload" : "kubernetes-object";
}

/** A provider that no source is told of is one of HashiCorp's, as Terraform takes it. */
export function fullSource(source: string): string {
  const parts = source.split("/");
  if (parts.length === 1) return `registry.terraform.io/hashicorp/${source}`;
  return parts.length === 2 ? `registry.terraform.io/${source}` : source;
}
