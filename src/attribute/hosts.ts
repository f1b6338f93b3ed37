import type { SignatureMatch } from "../model/index.js";
import { lookUpAddress } from "./addresses.js";
import { hostNameOf } from "./host-name.js";
import { matchPattern } from "./label-pattern.js";
import { type Lookup, notFound, type Question } from "./lookup.js";
import { publicSuffixOf } from "./public-suffix.js";
import type { DomainSignature, RegistrySignature, SignatureIndex } from "./signature-index.js";
import { surest } from "./signed.js";

/** Top-level domains that everybody can register under, whatever a reference says (RFC 920, RFC 1591 and the first additions). */
const openTopLevelDomains = new Set("com net org info biz name pro edu gov mil int arpa".split(" "));

/** Host: the longest known suffix on label boundaries, or a registry's host pattern where that is narrower. */
export function lookUpHost({ kind, value, context }: Question, index: SignatureIndex): Lookup {
  const host = hostNameOf(value);
  if (!host) return notFound(`host ${value}: not a host name or address`);
  if ("address" in host) return lookUpAddress({ kind, value: host.address, context }, index);
  return lookUpName(host.name, index, false);
}

/** The same for a name already in lower case ASCII; `registryFirst` prefers a registry's own signature, as for an image. */
export function lookUpName(name: string, index: SignatureIndex, registryFirst: boolean): Lookup {
  if (!name.includes(".")) return notFound(`host ${name}: a single label is a name of the own network, or a public suffix`);
  const domain = longestSuffix(name, index);
  const registry = narrowestRegistry(name, index);
  if (domain && registry && domain.provider !== registry.fact.provider)
    return matched(name, domain.suffix.length > registry.fact.pattern.constantEnd.length ? { domain } : { registry });
  if (domain && registry) {
    const [first, second] = registryFirst ? [registry.fact, domain] : [domain, registry.fact];
    return matched(name, surest([first, second]) === domain ? { domain, registry } : { registry });
  }
  if (domain) return matched(name, { domain });
  if (registry) return matched(name, { registry });
  return notFound(`domain suffixes and registry hosts: none ends ${name}${publicSuffixRemark(name)}`);
}

interface RegistryMatch {
  fact: RegistrySignature;
  captures: Map<string, string>;
}

function matched(name: string, { domain, registry }: { domain?: DomainSignature; registry?: RegistryMatch }): Lookup {
  const region = registry?.captures.get("region");
  const signature = domain ? domainMatch(domain) : registry ? registryMatch(registry.fact, name) : undefined;
  const provider = domain?.provider ?? registry?.fact.provider;
  if (!signature || !provider) return notFound();
  const tried = [`${signature.kind} ${signature.value}: ${provider.names.english}`];
  return { match: { provider, signature, host: name, region, placed: true }, tried };
}

function domainMatch({ suffix, confidence, sources, note }: DomainSignature): SignatureMatch {
  return { kind: "domain-suffix", value: suffix, matched: suffix, confidence, sources, ...(note ? { note } : {}) };
}

function registryMatch({ pattern, confidence, sources, what }: RegistrySignature, matchedName: string): SignatureMatch {
  return { kind: "registry-host", value: pattern.text, matched: matchedName, confidence, sources, ...(what ? { note: what } : {}) };
}

/** Walks the labels from the left, so that the longest suffix is met first. */
function longestSuffix(name: string, index: SignatureIndex): DomainSignature | undefined {
  for (let start = 0; start >= 0; start = nextLabel(name, start)) {
    const found = index.domain(start === 0 ? name : name.slice(start));
    if (found && !isOpenToEverybody(found.suffix, index)) return found;
  }
  return undefined;
}

function narrowestRegistry(name: string, index: SignatureIndex): RegistryMatch | undefined {
  const registries = index.registries();
  let narrowest: RegistryMatch | undefined;
  for (let start = 0; start >= 0; start = nextLabel(name, start)) {
    for (const fact of registries.get(start === 0 ? name : name.slice(start)) ?? []) {
      const captures = matchPattern(fact.pattern, name, false);
      if (captures && (!narrowest || fact.pattern.constants > narrowest.fact.pattern.constants)) narrowest = { fact, captures };
    }
  }
  return narrowest;
}

function nextLabel(name: string, start: number): number {
  const dot = name.indexOf(".", start);
  return dot < 0 ? -1 : dot + 1;
}

/**
 * A suffix under which everybody can register a name identifies nobody. A brand's own top-level domain (`aws`) is listed as a public
 * suffix too, but only the brand registers there; a suffix in the private section of the list is its owner's.
 */
function isOpenToEverybody(suffix: string, index: SignatureIndex): boolean {
  const key = `open-suffix ${suffix}`;
  const known = index.remembered.get(key);
  if (typeof known === "boolean") return known;
  const { isIcann, publicSuffix } = publicSuffixOf(suffix, false);
  const brand = !suffix.includes(".") && suffix.length > 2 && !openTopLevelDomains.has(suffix);
  const open = isIcann === true && publicSuffix === suffix && !brand;
  index.remembered.set(key, open);
  return open;
}

function publicSuffixRemark(name: string): string {
  const { publicSuffix } = publicSuffixOf(name, true);
  return publicSuffix === name ? ", which is a public suffix and nobody's host" : "";
}
