import { hostNameOf } from "./host-name.js";
import { lookUpName } from "./hosts.js";
import { type Lookup, type Match, notFound, type Question } from "./lookup.js";
import type { SignatureIndex, TerraformSignature } from "./signature-index.js";
import { providersOf, surest } from "./signed.js";

/** Terraform providers that say nothing of who runs the thing, and why. */
const neutralProviders: Readonly<Record<string, string>> = {
  kubernetes: "objects of a cluster that anybody may run",
  kubectl: "objects of a cluster that anybody may run",
  helm: "charts in a cluster that anybody may run",
  docker: "a container engine that anybody may run",
  random: "values made on the spot",
  null: "no thing at all",
  terraform: "Terraform's own data",
  local: "files of the machine that runs Terraform",
  tls: "keys made on the spot",
  time: "points in time",
  template: "text made on the spot",
  archive: "archives made on the spot",
  external: "a program of the machine that runs Terraform",
  http: "whatever address is asked; the address is seen by itself",
  cloudinit: "text made on the spot",
  dns: "a name server that anybody may run",
  postgresql: "a database that anybody may run",
  mysql: "a database that anybody may run",
};

/** Backends that keep their state with one provider, by the prefix of that provider's resources (Terraform's documentation of backends). */
const backendPrefixes: Readonly<Record<string, string>> = {
  s3: "aws_",
  azurerm: "azurerm_",
  gcs: "google_",
  oss: "alicloud_",
  cos: "tencentcloud_",
  oci: "oci_",
};

/** Terraform resource or data source: the provider's source address first, then the longest known prefix of the type. */
export function lookUpTerraformType({ value, context }: Question, index: SignatureIndex): Lookup {
  const tried: string[] = [];
  const source = context?.providerSource ? sourceKey(context.providerSource) : undefined;
  if (source) {
    const fact = index.terraformSources().get(source);
    if (fact) return found(fact, "terraform-source", source, value, tried);
    tried.push(`Terraform provider sources: ${source} is none's`);
  }
  const neutral = neutralProviders[value.split("_", 1)[0] ?? ""];
  if (neutral) return notFound(...tried, `Terraform type ${value}: ${neutral}`);
  const fact = longestPrefix(value, index);
  if (fact) return found(fact, "terraform-type", fact.resourcePrefix, value, tried);
  return notFound(...tried, `Terraform types: no known prefix begins ${value}`);
}

/** Terraform provider, by its source address or its local name. */
export function lookUpTerraformProvider({ value, context }: Question, index: SignatureIndex): Lookup {
  const source = sourceKey(context?.providerSource ?? value);
  const fact = index.terraformSources().get(source) ?? (source.includes("/") ? undefined : longestPrefix(`${source}_`, index));
  if (fact) return withoutPlace(found(fact, "terraform-source", fact.source, source, []));
  const neutral = neutralProviders[source.split("/").at(-1) ?? ""];
  return notFound(neutral ? `Terraform provider ${source}: ${neutral}` : `Terraform provider sources: ${source} is none's`);
}

/** Terraform backend: where the state is kept. */
export function lookUpTerraformBackend({ value }: Question, index: SignatureIndex): Lookup {
  const prefix = backendPrefixes[value];
  const fact = prefix ? surest(index.terraformPrefixes().get(prefix) ?? []) : undefined;
  return fact ? found(fact, "terraform-type", `backend ${value}`, value, []) : notFound(`Terraform backend ${value}: it names no provider`);
}

/** Terraform module source: the host that it is fetched from, or the namespace of a registry module. */
export function lookUpTerraformModule({ value }: Question, index: SignatureIndex): Lookup {
  if (/^\.{0,2}\//.test(value)) return notFound(`module ${value}: a folder of the subject's own`);
  const address = value.replace(/^[a-z0-9]+::/i, "").replace(/^git@([^:]+):/, "https://$1/");
  const registry = /^([a-z0-9-]+)\/[a-z0-9_-]+\/[a-z0-9_-]+(\/\/.*)?$/i.exec(value);
  if (registry?.[1]) {
    const facts = index.terraformNamespaces().get(registry[1].toLowerCase()) ?? [];
    const fact = providersOf(facts).length === 1 ? surest(facts) : undefined;
    if (fact) return withoutPlace(found(fact, "terraform-source", `${registry[1]}/*`, value, []));
    return notFound(`module ${value}: namespace ${registry[1]} of the Terraform registry belongs to no known provider`);
  }
  const host = hostNameOf(address);
  return host && "name" in host ? lookUpName(host.name, index, false) : notFound(`module ${value}: it names no host`);
}

/** The source without the registry that serves it: the registry is not the vendor. */
function sourceKey(source: string): string {
  return source.toLowerCase().split("/").slice(-2).join("/");
}

function longestPrefix(type: string, index: SignatureIndex): TerraformSignature | undefined {
  const prefixes = index.terraformPrefixes();
  for (let end = type.lastIndexOf("_"); end > 0; end = type.lastIndexOf("_", end - 1)) {
    const facts = prefixes.get(type.slice(0, end + 1));
    if (facts && providersOf(facts).length === 1) return surest(facts);
  }
  return undefined;
}

function found(
  fact: TerraformSignature,
  kind: "terraform-source" | "terraform-type",
  value: string,
  matched: string,
  tried: string[],
): Lookup {
  const { provider, confidence, sources, note } = fact;
  const signature = { kind, value, matched, confidence, sources, ...(note ? { note } : {}) };
  const serviceWords = matched.startsWith(fact.resourcePrefix) ? matched.slice(fact.resourcePrefix.length) : undefined;
  const match: Match = { provider, signature, placed: true, serviceWords };
  return { match, tried: [...tried, `${kind} ${value}: ${provider.names.english}`] };
}

/** Code is not run where the resources are. */
function withoutPlace(lookup: Lookup): Lookup {
  return lookup.match ? { ...lookup, match: { ...lookup.match, placed: false } } : lookup;
}
