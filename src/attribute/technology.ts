import { type Attribution, type Day, holdsOn, type Provider } from "../model/index.js";
import { hostNameOf } from "./host-name.js";
import { lookUpName } from "./hosts.js";
import type { Match } from "./lookup.js";
import type { SignatureIndex } from "./signature-index.js";

/**
 * Who wrote the technology, where that is another than the operator: the origin that a mirror names, the licensor of a joint
 * operation, or the supplier of the platform's software. Null where nothing of the kind is on file.
 */
export function technologyOf(
  match: Match,
  provider: Provider,
  operator: string,
  index: SignatureIndex,
  asOf: Day,
): Attribution["technology"] {
  return mirrored(match, index) ?? licensed(operator, index, asOf) ?? supplied(provider);
}

function mirrored({ mirrorOf }: Match, index: SignatureIndex): Attribution["technology"] {
  if (!mirrorOf) return null;
  const host = hostNameOf(mirrorOf.split("/", 1)[0] ?? "");
  const origin = host && "name" in host ? lookUpName(host.name, index, true).match : null;
  return {
    author: origin?.provider.names.english ?? mirrorOf,
    provider: origin?.provider.id ?? null,
    basis: `its path names ${mirrorOf} as the origin`,
  };
}

function licensed(operator: string, index: SignatureIndex, asOf: Day): Attribution["technology"] {
  const { reference } = index;
  const licence = reference
    .interestsIn(operator)
    .find((one) => one.kind === "joint-operation" && holdsOn(one, asOf) && /licen[cs]e|technology|operated by/i.test(one.note ?? ""));
  const licensor = licence && reference.party(licence.owner);
  if (!licensor) return null;
  const brand = reference.catalogue.providers.find((one) => one.operator === licensor.id || one.group === licensor.id);
  return { author: licensor.name, provider: brand?.id ?? null, basis: licence.note ?? "joint operation" };
}

/** A supplier of the platform's software or hardware, as the provider's relationships name it. */
function supplied(provider: Provider): Attribution["technology"] {
  const supplier = provider.relationships?.find((one) => /^(hardware and software|software|technology) supplier$/.test(one.kind));
  return supplier ? { author: supplier.party, provider: null, basis: `${supplier.kind}: ${supplier.detail}` } : null;
}
