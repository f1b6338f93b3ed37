import type { EnforcementPlan } from "../../model/index.js";
import type { Ground } from "./comment.js";
import { hostPattern, suffixPattern } from "./host-pattern.js";
import { quoted } from "./kubernetes-images.js";

/** The hosts of one provider from which no image may come. */
export interface ProviderHosts {
  name: string;
  sources: string[];
  /** A condition of CEL on the name of a registry: whether it is one of them. */
  test(registry: string): string;
}

/** Patterns of hosts that have the same exceptions. */
interface Hosts {
  patterns: string[];
  except: string[];
}

/** Names that the engines themselves take for Docker Hub. */
const dockerHub = ["docker.io", "index.docker.io", "registry-1.docker.io"];

/** What a plan blocks of hosts, by provider in its order; and what no pattern could be made of. */
export function blockedHosts(plan: EnforcementPlan): { providers: ProviderHosts[]; leftOut: string[]; grounds: Ground[] } {
  const leftOut: string[] = [];
  const grounds: Ground[] = [];
  const providers = new Map<string, { groups: Map<string, Hosts>; sources: Set<string> }>();
  const add = (entry: { provider: string; sources: string[] }, patterns: string[], except: string[]) => {
    const of = providers.get(entry.provider) ?? { groups: new Map<string, Hosts>(), sources: new Set<string>() };
    const group = of.groups.get(except.join()) ?? { patterns: [], except };
    group.patterns.push(...patterns);
    of.groups.set(except.join(), group);
    for (const source of entry.sources) of.sources.add(source);
    providers.set(entry.provider, of);
  };
  for (const entry of plan.registries) {
    const pattern = hostPattern(entry.host);
    const hub = dockerHub.includes(entry.host) ? dockerHub.flatMap((host) => hostPattern(host) ?? []) : undefined;
    if (pattern) grounds.push({ ...entry, value: entry.host });
    if (pattern) add(entry, hub ?? [pattern], []);
    else leftOut.push(`registry ${entry.host}: it is no host, or no fixed name ties it to anybody`);
  }
  for (const entry of plan.names) {
    const pattern = suffixPattern(entry.suffix);
    if (pattern) grounds.push({ ...entry, value: entry.suffix });
    if (pattern) add(entry, [pattern], entry.except.flatMap((open) => suffixPattern(open) ?? []).sort());
    else leftOut.push(`name ${entry.suffix}: it is no domain name`);
  }
  const named = [...providers].map(([id, { groups, sources }]) => ({
    name: plan.providers.find((provider) => provider.id === id)?.name ?? id,
    sources: [...sources],
    test: (registry: string) => [...groups.values()].map((hosts) => isAmong(hosts, registry)).join(" || "),
  }));
  return { providers: named, leftOut, grounds };
}

function isAmong({ patterns, except }: Hosts, registry: string): string {
  const blocked = `${registry}.matches(${whole(patterns)})`;
  return except.length ? `(${blocked} && !${registry}.matches(${whole(except)}))` : blocked;
}

/** One of the patterns, as a whole, with the dot of the root and a port behind it. */
function whole(patterns: readonly string[]): string {
  return quoted(`^(?:${[...new Set(patterns)].join("|")})\\.?(?::[0-9]*)?$`);
}
