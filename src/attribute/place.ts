import type { ObservationContext, Provider, Region } from "../model/index.js";
import type { Match } from "./lookup.js";
import type { SignatureIndex } from "./signature-index.js";

/** Where a thing is served: the region, and the provider that the region belongs to, which may be the brand's counterpart elsewhere. */
export interface Placed {
  provider: Provider;
  region: Region | undefined;
}

/**
 * The region that the thing itself or the artefact around it names. A region that the provider does not have, and that only one
 * counterpart of its brand has (as AWS's China regions), moves the thing to that counterpart.
 */
export function placeOf(match: Match, context: ObservationContext | undefined, index: SignatureIndex): Placed {
  const { provider } = match;
  const ids = [
    match.region,
    ...(match.host ? labelsOf(match.host) : []),
    ...(match.placed && context?.region ? [context.region] : []),
  ].flatMap((id) => (id ? candidates(id) : []));
  const own = index.regionsOf(provider);
  for (const id of ids) {
    const region = own.get(id);
    if (region) return { provider, region };
  }
  for (const id of match.placed ? ids : []) {
    const counterpart = counterpartWith(id, provider, index);
    if (counterpart) return counterpart;
  }
  return { provider, region: undefined };
}

/** Labels of a host and the ends of labels behind a dash: `oss-us-west-1.aliyuncs.com` names us-west-1. */
function labelsOf(host: string): string[] {
  return host.split(".").flatMap((label) => {
    const parts = label.split("-");
    return parts.flatMap((_, start) => parts.slice(start).map((__, left) => parts.slice(start, parts.length - left).join("-")));
  });
}

/** A zone such as us-west-1a or ap-guangzhou-3 stands for its region. */
function candidates(written: string): string[] {
  const id = written.toLowerCase();
  return [id, id.replace(/(\d)-?[a-z]$/, "$1"), id.replace(/-(\d+|[a-z])$/, "")];
}

function counterpartWith(id: string, provider: Provider, index: SignatureIndex): Placed | undefined {
  const holders = (index.regions().get(id) ?? []).filter(
    (one) => one.provider !== provider && areCounterparts(provider, one.provider, index),
  );
  const [only] = holders;
  return holders.length === 1 && only ? only : undefined;
}

/** One group stands above both, or runs the other's regions by a joint operation. */
function areCounterparts(brand: Provider, other: Provider, index: SignatureIndex): boolean {
  if (brand.group === other.group) return true;
  const operators = [other.operator, ...(other.regions ?? []).flatMap((region) => region.operator ?? [])];
  const companies = [brand.group, brand.operator];
  return operators.some((operator) =>
    index.reference.interestsIn(operator).some((interest) => interest.kind === "joint-operation" && companies.includes(interest.owner)),
  );
}
