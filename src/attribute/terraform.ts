import type { SignatureMatch } from "../model/index.js";
import { weakest } from "../model/order.js";
import { type Lookup, type Match, notFound, type Question } from "./lookup.js";
import type { SignatureIndex, TerraformSignature } from "./signature-index.js";
import { providersOf, surest } from "./signed.js";
import { backends, neutralBackends, neutralProviders } from "./terraform-tables.js";

/** A provider source address, `[host/]namespace/type`, in lower case and without the hosts of the public registries. */
interface ProviderSource {
  address: string;
  type: string;
}

/** The registries are where providers are published by everybody; they are nobody's vendor. */
const publicRegistries = /^(registry\.terraform\.io|registry\.opentofu\.org)\//;

/** Terraform resource or data source: by the source of its provider, then by what its type begins with. */
export function lookUpTerraformType({ value, context }: Question, index: SignatureIndex): Lookup {
  const type = value.trim();
  const source = context?.providerSource ? providerSourceOf(context.providerSource) : undefined;
  const neutral = neutralReason(source?.type) ?? (source ? undefined : neutralReason(type.split("_")[0]));
  if (neutral) return notFound(`terraform provider ${source?.type ?? type.split("_")[0]}: says nothing about who runs it (${neutral})`);
  const bySource = source && signatureOfSource(source, index);
  const byType = signaturesOfType(type, index);
  const agreeing = bySource ? [bySource, ...byType.filter((fact) => fact.provider === bySource.provider)] : byType;
  const fact = surest(agreeing);
  const tried = source
    ? [`terraform source ${source.address}${bySource ? `: ${bySource.provider.names.english}` : ": no provider's"}`]
    : [];
  if (!fact) return notFound(...tried, `terraform type ${type}: begins as no provider's`);
  if (providersOf(agreeing).length > 1) return notFound(...tried, ambiguous(`terraform type ${type}`, agreeing));
  const words = type.slice(fact.resourcePrefix.length);
  const signature = fact === bySource && source ? sourceMatch(fact, source.address) : typeMatch(fact, type);
  if (!bySource) tried.push(`terraform type prefix ${fact.resourcePrefix}: ${fact.provider.names.english}`);
  return { match: found(fact, signature, words), tried };
}

/** A required or configured Terraform provider: its source, then what its types begin with. */
export function lookUpTerraformProvider({ value, context }: Question, index: SignatureIndex): Lookup {
  const source = providerSourceOf(context?.providerSource ?? value);
  const neutral = neutralReason(source.type);
  if (neutral) return notFound(`terraform provider ${source.type}: says nothing about who runs it (${neutral})`);
  const fact = signatureOfSource(source, index);
  if (fact)
    return {
      match: found(fact, sourceMatch(fact, source.address)),
      tried: [`terraform source ${source.address}: ${fact.provider.names.english}`],
    };
  const byType = signaturesOfType(`${source.type.replaceAll("-", "_")}_`, index);
  const likely = surest(byType);
  const tried = `terraform source ${source.address}: no provider's`;
  if (!likely || providersOf(byType).length > 1) return notFound(tried, `terraform provider ${source.type}: named as no provider's`);
  const signature = {
    ...typeMatch(likely, source.type),
    confidence: weakest(likely.confidence, "medium"),
    note: "by the name of the provider",
  };
  return { match: found(likely, signature), tried: [tried, `terraform provider ${source.type}: ${likely.provider.names.english}`] };
}

/** Where Terraform keeps its state. */
export function lookUpTerraformBackend({ value }: Question, index: SignatureIndex): Lookup {
  const kind = value.trim().toLowerCase();
  const neutral = Object.hasOwn(neutralBackends, kind) ? neutralBackends[kind] : undefined;
  if (neutral) return notFound(`terraform backend ${kind}: says nothing about who runs it (${neutral})`);
  const backend = Object.hasOwn(backends, kind) ? backends[kind] : undefined;
  const fact = backend && surest(index.terraformPrefixes().get(backend.resourcePrefix) ?? []);
  if (!backend || !fact) return notFound(`terraform backend ${kind}: no provider's`);
  const signature: SignatureMatch = {
    ...typeMatch(fact, kind),
    value: `backend ${kind}`,
    confidence: backend.remark ? weakest(fact.confidence, "medium") : fact.confidence,
    note: [`documented at ${backend.documentation}`, backend.remark].filter(Boolean).join("; "),
  };
  return { match: found(fact, signature, kind), tried: [`terraform backend ${kind}: ${fact.provider.names.english}`] };
}

/** Says that several providers answer to one signature, and which. */
export function ambiguous(what: string, facts: readonly TerraformSignature[]): string {
  return `${what}: more than one provider's (${providersOf(facts)
    .map(({ names }) => names.english)
    .join(", ")})`;
}

/** Resources and state are kept where their region is; a Terraform provider is code, which is not. */
function found({ provider }: TerraformSignature, signature: SignatureMatch, serviceWords?: string): Match {
  return { provider, signature, placed: serviceWords !== undefined, serviceWords };
}

function neutralReason(type: string | undefined): string | undefined {
  return type !== undefined && Object.hasOwn(neutralProviders, type) ? neutralProviders[type] : undefined;
}

/** Takes `provider["host/namespace/type"].alias` of a state file too. */
function providerSourceOf(written: string): ProviderSource {
  const inner = /\["([^"]*)"\]/.exec(written)?.[1] ?? written;
  const address = inner.trim().toLowerCase().replace(publicRegistries, "");
  return { address, type: address.slice(address.lastIndexOf("/") + 1) };
}

/** Sources of before Terraform 0.13 have no namespace, or `-`. */
function signatureOfSource({ address, type }: ProviderSource, index: SignatureIndex): TerraformSignature | undefined {
  const exact = index.terraformSources().get(address);
  if (exact) return exact;
  const withoutNamespace = address === type || address === `-/${type}`;
  return withoutNamespace ? surest(index.terraformPrefixes().get(`${type}_`) ?? []) : undefined;
}

/** The signatures with the longest prefix that a type begins with. */
function signaturesOfType(type: string, index: SignatureIndex): TerraformSignature[] {
  for (let end = type.lastIndexOf("_"); end > 0; end = type.lastIndexOf("_", end - 1)) {
    const facts = index.terraformPrefixes().get(type.slice(0, end + 1));
    if (facts) return facts;
  }
  return [];
}

function sourceMatch({ source, confidence, sources, note }: TerraformSignature, matched: string): SignatureMatch {
  return { kind: "terraform-source", value: source, matched, confidence, sources, ...(note ? { note } : {}) };
}

function typeMatch({ resourcePrefix, confidence, sources, note }: TerraformSignature, matched: string): SignatureMatch {
  return { kind: "terraform-type", value: resourcePrefix, matched, confidence, sources, ...(note ? { note } : {}) };
}
