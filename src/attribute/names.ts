import { weakest } from "../model/order.js";
import { type Lookup, notFound, type Question } from "./lookup.js";
import type { SignatureIndex } from "./signature-index.js";
import { providersOf, surest } from "./signed.js";

/** Vendor or company name: as written or in normal form; a name that several bear is not decided. */
export function lookUpVendor({ value }: Question, index: SignatureIndex): Lookup {
  const bearers = index.names().bearers(value);
  const providers = providersOf(bearers);
  const fact = surest(bearers);
  if (providers.length > 1)
    return notFound(`names: ${value} may be ${providers.map((one) => one.names.english).join(" or ")}; not decided`);
  if (!fact) {
    const [other] = index.names().otherParties(value);
    return notFound(
      other ? `names: ${other.name} is on file, and runs no provider's services` : `names of providers and companies: none is ${value}`,
    );
  }
  const signature = {
    kind: "vendor-name" as const,
    value: fact.name,
    matched: value,
    confidence: fact.confidence,
    sources: fact.sources,
    note: `by its ${fact.role.replace("-", " ")} name`,
  };
  return {
    match: { provider: fact.provider, signature, placed: false, operator: fact.role === "region-operator" ? fact.party : undefined },
    tried: [`name ${fact.name}: ${fact.provider.names.english}`],
  };
}

/** A declared service: who the document says provides it, which is a claim and never more than medium. */
export function lookUpService({ value, context }: Question, index: SignatureIndex): Lookup {
  const claimed = context?.claimedProvider?.name;
  if (!claimed) return notFound(`service ${value}: the document names no provider`);
  const { match, tried } = lookUpVendor({ kind: "vendor", value: claimed }, index);
  if (!match) return notFound(...tried);
  const signature = { ...match.signature, confidence: weakest("medium", match.signature.confidence), note: "claimed by the document" };
  return { match: { ...match, signature, serviceWords: value }, tried };
}

/** Environment variable, file or key prefix that only one provider's tools use. */
export function lookUpMarker({ value }: Question, index: SignatureIndex): Lookup {
  const fact = surest(index.markers().get(value) ?? []);
  if (!fact) return notFound(`markers of providers: ${value} is none's`);
  const { provider, confidence, sources, kind } = fact;
  return {
    match: { provider, signature: { kind: "marker", value: `${kind} ${fact.value}`, matched: value, confidence, sources }, placed: false },
    tried: [`marker ${value}: ${provider.names.english}`],
  };
}
