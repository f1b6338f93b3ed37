import { byText, type EnforcementPlan, type Provider } from "../../model/index.js";
import { namesRegions, patternIn } from "./host-pattern.js";
import type { Blocked, Candidate, EnforcementRequest, EnforcementTarget, SharedWith } from "./request.js";
import { settle } from "./settle.js";

type Software = Pick<EnforcementPlan, "registries" | "terraform" | "packages" | "withheld">;

/** Where names are handed out one by one: a prefix there reserves nothing. */
const unreserved: Record<string, string> = { pypi: "PyPI", crates: "crates.io" };
const byOthers = /community|unofficial|third[- ]party/i;
const mirror = /\bmirror\b(?: of ([\w.-]+\w))?/i;

/** Image registries, Terraform providers and packages of the targets. */
export function softwareOf(request: EnforcementRequest): Software {
  const withheld: Software["withheld"] = [];
  const blocked = <Entry extends object>(offered: Offered<Entry>[]): (Entry & Blocked)[] =>
    offered.flatMap(({ entry, candidate }) => {
      const settled = settle(candidate, request);
      if ("blocked" in settled) return [{ ...entry, ...settled.blocked }];
      withheld.push(settled.withheld);
      return [];
    });
  const registries = blocked(request.targets.flatMap((target) => registriesOf(target, request)));
  const terraform = blocked(request.targets.flatMap((target) => terraformOf(target, request)));
  const packages = blocked(request.targets.flatMap((target) => packagesOf(target, request)));
  return {
    registries: registries.sort((left, right) => byText(left.host, right.host)),
    terraform: terraform.sort((left, right) => byText(left.source, right.source)),
    packages: packages.sort((left, right) => byText(left.ecosystem, right.ecosystem) || byText(left.name, right.name)),
    withheld,
  };
}

interface Offered<Entry> {
  entry: Entry;
  candidate: Candidate;
}

function terraformOf(target: EnforcementTarget, request: EnforcementRequest): Offered<{ source: string; resourcePrefix: string }>[] {
  const { provider } = target;
  return (provider.signatures.terraform ?? []).map(({ source, resourcePrefix, confidence, sources, note }) => {
    const others = sharers(request, (other) => (other.signatures.terraform ?? []).some((one) => one.source === source));
    const why = `Terraform provider of ${provider.names.english}${note ? ` (${note})` : ""}`;
    const bar = ofAllRegions(target);
    return {
      entry: { source, resourcePrefix },
      candidate: { kind: "terraform", value: source, provider, why, confidence, sources, others, served: [], bar },
    };
  });
}

function ofAllRegions({ provider, regions }: EnforcementTarget): string | undefined {
  return regions.length === 0 ? undefined : `it serves all regions of ${provider.names.english}, not only ${regions.join(", ")}`;
}

function registriesOf({ provider, regions }: EnforcementTarget, request: EnforcementRequest): Offered<{ host: string }>[] {
  return (provider.signatures.registries ?? []).flatMap(({ host, what, confidence, sources }) => {
    const hosts = regions.length > 0 && namesRegions(host) ? regions.map((region) => patternIn(host, region)) : [host];
    const inOthers = (provider.regions ?? []).some(({ id }) => !regions.includes(id) && hasRegion(host, id));
    const inThese = regions.some((region) => hasRegion(host, region));
    if (regions.length > 0 && inOthers && !inThese) return [];
    const bar = regions.length === 0 || namesRegions(host) || inThese ? undefined : "it does not tell the region";
    const others = sharers(request, (other) => (other.signatures.registries ?? []).some((one) => one.host === host));
    const mirrored = mirror.exec(what ?? "");
    const served = mirrored
      ? [
          {
            name: mirrored[1] ?? "publishers of the mirrored images",
            because: "it mirrors their images, which stay reachable at their origin",
          },
        ]
      : [];
    const why = `Image registry of ${provider.names.english}${what ? `: ${what}` : ""}`;
    return hosts.map((one) => ({
      entry: { host: one },
      candidate: { kind: "registry", value: one, provider, why, confidence, sources, others, served, bar },
    }));
  });
}

type PackageFact = NonNullable<Provider["signatures"]["packages"]>[number];

function packagesOf(target: EnforcementTarget, request: EnforcementRequest): Offered<Pick<PackageFact, "ecosystem" | "name">>[] {
  const { provider } = target;
  const bar = ofAllRegions(target);
  return (provider.signatures.packages ?? []).map((fact) => {
    const { ecosystem, name, what, note, confidence, sources } = fact;
    const remark = [what, note].filter(Boolean).join("; ");
    const why = `Package of ${provider.names.english}${remark ? `: ${remark}` : ""}`;
    const others = authorsOf(fact, remark, request);
    return {
      entry: { ecosystem, name },
      candidate: { kind: "package", value: `${ecosystem} ${name}`, provider, why, confidence, sources, others, served: [], bar },
    };
  });
}

function authorsOf(fact: PackageFact, remark: string, request: EnforcementRequest): SharedWith[] {
  const { ecosystem, name } = fact;
  const others = sharers(request, (other) =>
    (other.signatures.packages ?? []).some((one) => one.ecosystem === ecosystem && covers(name, one.name)),
  );
  if (name.endsWith("*") && isUnreserved(fact))
    others.push({
      name: "everybody who publishes under the prefix",
      because: `${unreserved[ecosystem] ?? ecosystem} reserves no prefix of names`,
    });
  if (byOthers.test(remark)) others.push({ name: "its own authors", because: remark });
  return others;
}

function isUnreserved({ ecosystem, name }: PackageFact): boolean {
  return ecosystem in unreserved || (ecosystem === "npm" && !/^@[^/]+\/./.test(name));
}

function covers(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

function hasRegion(host: string, region: string): boolean {
  return host.split(".").some((label) => `-${label}-`.includes(`-${region.toLowerCase()}-`));
}

function sharers({ reference, targets }: EnforcementRequest, has: (other: Provider) => boolean): SharedWith[] {
  const whole = new Set(targets.map(({ provider }) => provider.id));
  return reference.catalogue.providers
    .filter((other) => !whole.has(other.id) && has(other))
    .map((other) => ({ name: other.names.english, because: "it is its own too" }));
}
