import { hostNameOf } from "./host-name.js";
import { lookUpHost } from "./hosts.js";
import { type Lookup, notFound, type Question } from "./lookup.js";
import type { SignatureIndex } from "./signature-index.js";
import { providersOf, surest } from "./signed.js";

/** Credential or other mark in a configuration, such as the name of an environment variable: exactly as on file. */
export function lookUpMarker({ value }: Question, index: SignatureIndex): Lookup {
  const facts = index.markers().get(value.trim()) ?? [];
  const providers = providersOf(facts);
  const fact = surest(facts);
  if (!fact) return notFound(`markers: ${value} is no provider's`);
  if (providers.length > 1) return notFound(`markers: ${value} is used by ${providers.map(({ names }) => names.english).join(", ")}`);
  const { provider, kind, confidence, sources, note } = fact;
  const signature = {
    kind: "marker" as const,
    value: `${kind} ${fact.value}`,
    matched: value.trim(),
    confidence,
    sources,
    ...(note ? { note } : {}),
  };
  return { match: { provider, signature, placed: true }, tried: [`marker ${fact.value}: ${provider.names.english}`] };
}

/** DNS record or certificate: by the host that it names. */
export function lookUpNamedHost(question: Question, index: SignatureIndex): Lookup {
  if (!hostNameOf(question.value)) return notFound(`${question.kind} ${question.value}: names no host`);
  return lookUpHost(question, index);
}
