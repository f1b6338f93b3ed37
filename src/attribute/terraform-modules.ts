import { hostNameOf } from "./host-name.js";
import { lookUpName } from "./hosts.js";
import { type Lookup, notFound, type Question } from "./lookup.js";
import type { SignatureIndex } from "./signature-index.js";
import { providersOf, surest } from "./signed.js";

/** `git::https://…`, `s3::https://…`, `oss::https://…`: how to fetch, then what. */
const getter = /^[a-z0-9]+::/;
const registryAddress = /^(?:([a-z0-9.-]+\.[a-z]{2,}(?::\d+)?)\/)?([\w-]+)\/([\w-]+)\/([\w-]+)$/i;
const publicRegistries = new Set(["registry.terraform.io", "registry.opentofu.org"]);

/**
 * Where a Terraform module comes from: the host of an address, or the namespace of a registry module. A registry module names in its
 * last part what it sets up, which is not who wrote it. Source: https://developer.hashicorp.com/terraform/language/modules/sources
 */
export function lookUpTerraformModule({ value }: Question, index: SignatureIndex): Lookup {
  const source = value.trim();
  if (/^\.{0,2}\//.test(source) || source === "." || source === "..") return notFound(`module ${source}: a local path, the subject's own`);
  const address = source.replace(getter, "");
  if (address === source && !source.includes("://")) {
    const [withoutFolder = source] = source.split("//");
    const registry = registryAddress.exec(withoutFolder);
    if (registry && !/^(github\.com|bitbucket\.org)\//i.test(withoutFolder)) return lookUpRegistryModule(registry, index);
  }
  const host = hostOfAddress(address);
  if (!host) return notFound(`module ${source}: names no host`);
  const found = lookUpName(host, index, false);
  return { match: found.match && { ...found.match, placed: false }, tried: [`module host ${host}`, ...found.tried] };
}

function lookUpRegistryModule([, host, namespace = ""]: RegExpExecArray, index: SignatureIndex): Lookup {
  const name = host?.replace(/:\d+$/, "").toLowerCase();
  if (name && !publicRegistries.has(name)) {
    const found = lookUpName(name, index, false);
    return { match: found.match && { ...found.match, placed: false }, tried: [`module registry ${name}`, ...found.tried] };
  }
  const facts = index.terraformNamespaces().get(namespace.toLowerCase()) ?? [];
  const fact = surest(facts);
  if (!fact) return notFound(`module namespace ${namespace}: no provider's; the public registry is nobody's vendor`);
  if (providersOf(facts).length > 1) return notFound(`module namespace ${namespace}: publishes for more than one provider`);
  const { provider, source, confidence, sources } = fact;
  const signature = {
    kind: "terraform-source" as const,
    value: source,
    matched: namespace,
    confidence,
    sources,
    note: "by the namespace of the module",
  };
  return { match: { provider, signature, placed: false }, tried: [`module namespace ${namespace}: ${provider.names.english}`] };
}

/** The host of a URL, of `user@host:path`, or of `github.com/…`. */
function hostOfAddress(address: string): string | undefined {
  const secureCopy = /^[\w.-]+@([\w.-]+):/.exec(address)?.[1];
  const host = hostNameOf(secureCopy ?? address);
  return host && "name" in host && host.name.includes(".") ? host.name : undefined;
}
