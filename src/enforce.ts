import { type EnforcementRequest, type EnforcementTarget, enforcementPlan, type Kept } from "./decide/enforcement/index.js";
import { findProvider } from "./dossier.js";
import { readDetermination } from "./enforce/determination.js";
import { CannotEnforce, keptOf, targetOf, targetsOrdered } from "./enforce/targets.js";
import { addDays, byText, type Day, type EnforcementPlan } from "./model/index.js";
import type { LoadedReference } from "./reference/load.js";
import { version } from "./version.js";

export { NoDetermination } from "./enforce/determination.js";
export { CannotEnforce } from "./enforce/targets.js";

/** Days to the day of review, and to the last day, where none are given: from the first day, or from that of the facts if it is later. */
export const enforcementDays = { review: 90, expires: 365 } as const;

export interface EnforceOptions {
  reference: LoadedReference;
  /** The day whose facts are used, UTC. */
  asOf: Day;
  /** Regions of the provider; empty: all. Not for a determination, which names its own. */
  regions?: string[];
  /** What has to stay reachable: `PROVIDER` or `PROVIDER/REGION`. */
  except?: string[];
  /** Block what others share too. */
  includeShared?: boolean;
  from?: Day | undefined;
  review?: Day | undefined;
  expires?: Day | undefined;
}

/** What is to be enforced: a provider by id or name, or the bytes of a determination. */
export type Enforced = { provider: string } | { determination: Uint8Array };

/** A plan, or why there is nothing to enforce. */
export type EnforceAnswer = { plan: EnforcementPlan } | { nothing: string };

/**
 * What carries a prohibition out: names, address ranges, registries, Terraform providers and packages of the providers, each with its
 * sources, and what is withheld because others share it.
 *
 * @throws ProviderNotFound, NoDetermination, CannotEnforce where what was asked cannot be enforced
 * @example
 * import { enforce, loadReference } from "beholden";
 * const answer = enforce({ provider: "alibaba-cloud" }, { reference: loadReference(), asOf: "2026-11-27" });
 */
export function enforce(enforced: Enforced, options: EnforceOptions): EnforceAnswer {
  const { reference, asOf, except = [] } = options;
  const kept = except.map((text) => keptOf(text, (asked) => findProvider(asked, reference)));
  if ("provider" in enforced) {
    const target = targetOf(findProvider(enforced.provider, reference), options.regions ?? [], kept);
    return { plan: planFor([target], kept, null, [], options.from ?? asOf, options) };
  }
  const { subject, sha256, prohibitions, permitted } = readDetermination(enforced.determination);
  const [first] = prohibitions.map((one) => one.from).sort(byText);
  if (first === undefined) return { nothing: `The determination on ${subject} prohibits nothing, so there is nothing to enforce.` };
  const from = options.from ?? first;
  const { targets, remarks } = targetsOrdered(prohibitions, permitted, kept, { from, reference });
  if (targets.length === 0)
    return { nothing: `The determination on ${subject} prohibits nothing on ${from} yet; the first day is ${first}.` };
  return { plan: planFor(targets, kept, { subject, sha256 }, remarks, from, options) };
}

function planFor(
  targets: EnforcementTarget[],
  kept: Kept[],
  determination: EnforcementPlan["determination"],
  remarks: string[],
  from: Day,
  {
    reference,
    asOf,
    includeShared = false,
    review = addDays(later(from, asOf), enforcementDays.review),
    expires = addDays(later(from, asOf), enforcementDays.expires),
  }: EnforceOptions,
): EnforcementPlan {
  if (review < from || expires < review)
    throw new CannotEnforce(
      `the days are out of order: from ${from}, review ${review}, expires ${expires}. Expected each no earlier than the one before.`,
    );
  const networks = reference.networks();
  const names = targets.map(({ provider, regions }) => provider.names.english + (regions.length > 0 ? ` in ${regions.join(", ")}` : ""));
  const plan: EnforcementRequest = {
    ...{
      title: `Prohibition of ${names.join("; ")}`,
      determination,
      targets,
      kept,
      remarks,
      includeShared,
      reference,
      asOf,
      from,
      review,
      expires,
    },
    routes: networks.rangesOf(networksNeeded(targets, reference)),
    routingTable: `${networks.origin.source}, edition ${networks.origin.edition}`,
  };
  return enforcementPlan(plan, { name: "beholden", version });
}

/** A block that began long ago is not written as one that has expired. */
function later(left: Day, right: Day): Day {
  return left > right ? left : right;
}

/** AS numbers whose ranges matter: the targets' own, and where a target publishes prefixes those of all others, which may lie in them. */
function networksNeeded(targets: readonly EnforcementTarget[], { catalogue }: LoadedReference): Set<number> {
  const publish = targets.some(({ provider }) => (provider.signatures.prefixes ?? []).length > 0);
  const providers = publish ? catalogue.providers : targets.map(({ provider }) => provider);
  return new Set(providers.flatMap(({ signatures }) => (signatures.asns ?? []).map(({ asn }) => asn)));
}
