import { personsUnder } from "../judge/persons.js";
import { type Asset, byText, type Day, type Provider, type Reference, type ReplacementCandidates, type RulePack } from "../model/index.js";
import type { Assessment } from "../trace/index.js";
import { offering, serviceKindOf, withoutOffer } from "./service-kinds.js";

export interface ReplacementInput {
  /** What is cut off. */
  assets: readonly Asset[];
  /** Whether a provider would be cut off as well. */
  cutOff: (provider: Provider) => boolean;
  packs: readonly RulePack[];
  /** Where the subject is: its own country's providers come first. */
  home: string | null;
  reference: Reference;
  asOf: Day;
}

/**
 * Where to go instead, by kind of service: providers on file that offer it, are not cut off, and whose operator no pack that was applied covers. Whom a
 * pack cannot exclude stands apart. None is told as none.
 */
export function replacements({ assets, cutOff, packs, home, reference, asOf }: ReplacementInput): ReplacementCandidates[] {
  const assessments = packs.map((pack) => ({ pack, assess: personsUnder(pack, reference, asOf) }));
  const standing = new Map<string, Standing>();
  const standingOf = (provider: Provider): Standing => {
    const known = standing.get(provider.id) ?? standingUnder(provider, assessments, cutOff);
    standing.set(provider.id, known);
    return known;
  };
  const services = new Map<string, string[]>();
  for (const asset of assets) {
    const service = serviceKindOf(asset);
    services.set(service, [...(services.get(service) ?? []), asset.name]);
  }
  return [...services]
    .sort(([left], [right]) => byText(left, right))
    .map(([service, used]) => {
      const offers = reference.catalogue.providers.flatMap((provider) => {
        const why = offering(provider, service);
        return why ? [{ provider, why, standing: standingOf(provider) }] : [];
      });
      const candidates = offers
        .filter((one) => one.standing.covered === "no")
        .map(({ provider, why, standing: { because } }) => ({ ...named(provider, reference), because: [why, ...because] }))
        .sort((left, right) => rank(left, home) - rank(right, home) || byText(left.name, right.name));
      return {
        service,
        used: [...new Set(used)].sort(byText),
        candidates,
        open: offers
          .filter((one) => one.standing.covered === "cannot-be-excluded")
          .map(({ provider, standing: { because } }) => ({
            provider: provider.id,
            name: provider.names.english,
            because: because.join(" "),
          }))
          .sort((left, right) => byText(left.name, right.name)),
        refused: offers.filter((one) => one.standing.covered === "yes").length,
        note: candidates.length === 0 ? withoutOffer(service) : null,
      };
    });
}

interface Standing {
  covered: Assessment["covered"];
  because: string[];
}

function standingUnder(
  provider: Provider,
  assessments: readonly { pack: RulePack; assess: (party: string) => Assessment }[],
  cutOff: (provider: Provider) => boolean,
): Standing {
  if (cutOff(provider)) return { covered: "yes", because: ["It is cut off too."] };
  const found = assessments.map(({ pack, assess }) => ({ pack: pack.id, ...assess(provider.operator) }));
  const covered = found.find((one) => one.covered === "yes") ?? found.find((one) => one.covered === "cannot-be-excluded");
  if (covered) return { covered: covered.covered, because: [`${covered.pack}: ${covered.because}`] };
  const ids = found.map((one) => one.pack);
  return { covered: "no", because: ids.length > 0 ? [`Not covered under ${ids.join(", ")}.`] : [] };
}

function named({ id, names, operator }: Provider, reference: Reference) {
  const party = reference.party(operator);
  return { provider: id, name: names.english, operator: party?.name ?? operator, country: party?.jurisdiction ?? null };
}

/** At home first; then whoever is known to offer the service itself. */
function rank({ country, because }: { country: string | null; because: string[] }, home: string | null): number {
  return (country !== null && country === home ? 0 : 2) + (because[0]?.includes("not on file") ? 1 : 0);
}
