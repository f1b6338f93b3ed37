import type { EnforcementTarget, Kept } from "../decide/enforcement/index.js";
import { byText, type Day, type Prohibition, type Provider, type Reference } from "../model/index.js";
import type { Permitted } from "./determination.js";

/** What was asked cannot be enforced, told for the person who asked. */
export class CannotEnforce extends Error {
  override name = "CannotEnforce";
}

/** A provider to cut off whole or in some regions, less the regions to keep. */
export function targetOf(provider: Provider, regions: readonly string[], kept: readonly Kept[]): EnforcementTarget {
  for (const region of regions) requireRegion(provider, region);
  const own = kept.filter((one) => one.provider.id === provider.id);
  if (own.length === 0) return { provider, regions: [...regions].sort(byText) };
  const open = new Set(own.map(({ region }) => region));
  if (open.has(null))
    throw new CannotEnforce(`${provider.names.english} is to be cut off and kept at once. Name a region of it to keep, or leave it out.`);
  const asked = regions.length > 0 ? regions : (provider.regions ?? []).map(({ id }) => id);
  const rest = asked.filter((region) => !open.has(region));
  if (rest.length === 0) throw new CannotEnforce(`every region of ${provider.names.english} that is to be cut off is kept. Keep fewer.`);
  return { provider, regions: rest.sort(byText) };
}

function requireRegion(provider: Provider, region: string): void {
  const known = (provider.regions ?? []).map(({ id }) => id);
  if (known.includes(region)) return;
  const list = known.length > 0 ? `Expected one of: ${known.join(", ")}.` : "No region of it is on file, so leave --region out.";
  throw new CannotEnforce(`${provider.names.english} has no region ${region} on file. ${list}`);
}

/** `PROVIDER` or `PROVIDER/REGION`, as ids or names. */
export function keptOf(text: string, find: (asked: string) => Provider): Kept {
  const slash = text.lastIndexOf("/");
  if (slash < 0) return { provider: find(text), region: null };
  const provider = find(text.slice(0, slash));
  const region = text.slice(slash + 1).trim();
  requireRegion(provider, region);
  return { provider, region };
}

/** What a determination orders to be cut off on a day, and what has to be known of it. */
export interface Ordered {
  targets: EnforcementTarget[];
  remarks: string[];
}

/**
 * The providers and regions that a determination prohibits from a day on. Regions of them that it permits are kept; a permitted
 * transaction that nothing tells apart from a prohibited one is told, since a block by name or address hits it too.
 */
export function targetsOrdered(
  prohibitions: readonly Prohibition[],
  permitted: readonly Permitted[],
  kept: readonly Kept[],
  { from, reference }: { from: Day; reference: Reference },
): Ordered {
  const remarks: string[] = [];
  const inForce = prohibitions.filter((one) => one.from <= from);
  for (const one of prohibitions.filter((later) => later.from > from))
    remarks.push(`${placeOf(one)} is prohibited from ${one.from} only, and not blocked yet: write it anew for that day.`);
  const targets = [...new Set(inForce.map(({ provider }) => provider))].sort(byText).map((id) => {
    const provider = reference.provider(id);
    if (!provider) throw new CannotEnforce(`the determination prohibits ${id}, and no provider with that id is on file.`);
    const own = inForce.filter((one) => one.provider === id);
    const regions = own.some(({ region }) => region === null) ? [] : [...new Set(own.flatMap(({ region }) => region ?? []))];
    const allowed = permitted.filter((one) => one.provider === id);
    const apart = allowed.filter(({ region }) => region !== null && !own.some((one) => one.region === region));
    for (const one of allowed.filter((two) => !apart.includes(two)))
      remarks.push(
        `${one.transaction}, with ${placeOf(one)}, is not prohibited and may be cut off too: no name or address tells it apart. Load the block only where it does not run.`,
      );
    const open = [...kept, ...apart.map(({ region }) => ({ provider, region }))];
    return targetOf(
      provider,
      regions,
      open.filter((one) => regions.length === 0 || one.region === null || regions.includes(one.region)),
    );
  });
  return { targets, remarks };
}

function placeOf({ provider, region }: { provider: string; region: string | null }): string {
  return region ? `${provider} in ${region}` : provider;
}
