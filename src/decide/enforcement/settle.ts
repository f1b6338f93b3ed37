import type { Blocked, Candidate, EnforcementRequest, Withheld } from "./request.js";

/**
 * Whether a candidate is blocked: not where it is only a lead, where it cannot be told apart, where something kept needs it, or where
 * others share it and that was not accepted.
 */
export function settle(candidate: Candidate, request: EnforcementRequest): { blocked: Blocked } | { withheld: Withheld } {
  const { kind, value, provider, others, served, bar } = candidate;
  const withhold = (why: string) => ({ withheld: { kind, value, why, sharedWith: others } });
  if (candidate.confidence === "low") return withhold("only a lead: no source confirms that it is the provider's");
  if (bar) return withhold(bar);
  const needed = request.kept.find((kept) => others.some(({ name }) => name === kept.provider.names.english));
  if (needed) return withhold(`${needed.provider.names.english} needs it, which is kept`);
  if (others.length > 0 && !request.includeShared) return withhold("others share it");
  const sources = candidate.sources.map((id) => request.reference.source(id)?.url ?? id);
  return {
    blocked: {
      provider: provider.id,
      why: candidate.why,
      confidence: candidate.confidence,
      sources: [...new Set(sources)],
      sharedWith: [...others, ...served],
    },
  };
}
