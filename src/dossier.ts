import { changesBetween } from "./dossier/changes.js";
import { operatorsOf, regionsOf, tiesOf, usSitesOf } from "./dossier/companies.js";
import { groundsOn } from "./dossier/grounds.js";
import { companiesTraced, familyIn } from "./dossier/ownership.js";
import { answersTo, topicsOf } from "./dossier/questions.js";
import { actionsOf, disclosuresOf, instrumentsOf, listingsOf, marketOf, powersOf, relationsOf } from "./dossier/record.js";
import { type Ground, newSieve } from "./dossier/sieve.js";
import { summaryOf } from "./dossier/summary.js";
import type { Day, Dossier, Provider, Reference, RulePack } from "./model/index.js";
import { version } from "./version.js";

export interface DossierOptions {
  /** Rule packs whose regimes are asked about the owners, in this order; those not in force on the day are not. */
  regimes: RulePack[];
  /** SHA-256 of the texts that packs were read from, by id, so that the dossier says which edition of the law it stands on. */
  packDigests?: ReadonlyMap<string, string> | undefined;
  reference: Reference;
  /** The day of the dossier, UTC: nothing later is in it. */
  asOf: Day;
  /** Tell what has changed since this earlier day. */
  since?: Day | undefined;
}

/** No provider on file, or several, go by what was asked. */
export class ProviderNotFound extends Error {
  override name = "ProviderNotFound";
  readonly asked: string;
  readonly candidates: Provider[];
  constructor(asked: string, candidates: Provider[]) {
    super(candidates.length > 0 ? `${asked} is the name of ${candidates.length} providers` : `no provider on file is known as ${asked}`);
    this.asked = asked;
    this.candidates = candidates;
  }
}

/**
 * Everything known about a provider on a day: who runs it and who owns them, up to the governments, with the proof; where it runs; the laws that
 * can compel it; listings, prior actions, market and partners; and the questions of a review, answered or open. Every statement has its
 * sources, its confidence and its date. What is of low confidence stands under `leads` only; nothing is dated after the day.
 *
 * @throws ProviderNotFound where no provider, or more than one, goes by the name
 * @example
 * import { dossier, loadReference, loadRulePacks } from "beholden";
 * const regimes = (await loadRulePacks(["us-icts"])).map(({ pack }) => pack);
 * const { market } = dossier("alibaba-cloud", { regimes, reference: loadReference(), asOf: "2022-01-18" });
 */
export function dossier(asked: string, { regimes, packDigests, reference, asOf, since }: DossierOptions): Dossier {
  const provider = findProvider(asked, reference);
  const now = dossierOn(provider, regimes, reference, asOf);
  const changes = since === undefined ? null : changesBetween(dossierOn(provider, regimes, reference, since), now, reference);
  const { schemaVersion, tool, asOf: day, reference: stood, ...rest } = now;
  return {
    schemaVersion,
    tool,
    asOf: day,
    reference: stood,
    ...(packDigests ? { rulePacks: packsRead(regimes, packDigests) } : {}),
    ...rest,
    changes,
  };
}

function packsRead(regimes: RulePack[], digests: ReadonlyMap<string, string>): Dossier["rulePacks"] {
  return regimes.flatMap(({ id, title }) => {
    const sha256 = digests.get(id);
    return sha256 === undefined ? [] : [{ id, title, sha256 }];
  });
}

/** The provider that goes by an id, a name or another name of it. */
export function findProvider(asked: string, reference: Reference): Provider {
  const text = folded(asked);
  const byId = reference.provider(asked.trim().toLowerCase());
  if (byId) return byId;
  const found = reference.catalogue.providers.filter(({ names }) =>
    [names.english, ...(names.aliases ?? []), ...(names.native ?? []).map((one) => one.text)].some((name) => folded(name) === text),
  );
  const [provider, ...others] = found;
  if (!provider || others.length > 0) throw new ProviderNotFound(asked, found);
  return provider;
}

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

function dossierOn(provider: Provider, regimes: RulePack[], reference: Reference, asOf: Day): Omit<Dossier, "changes"> {
  const ground: Ground = { provider, reference, grounds: groundsOn(reference, asOf), asOf, sieve: newSieve(reference, asOf) };
  const regions = regionsOf(ground);
  const powers = powersOf(ground);
  const adversaries = new Map(powers.flatMap((one) => one.adversaries.map(({ government, name }) => [government, name] as const)));
  const { ownership, reaches, reached } = companiesTraced(regimes, regions, adversaries, ground);
  const family = familyIn(ownership, ground);
  const parts = {
    operators: operatorsOf(ground, new Set(regions.map(({ id }) => id)), ownership),
    ownership,
    reaches,
    ties: tiesOf(family, ground),
    regions,
    usSites: usSitesOf(ground),
    // The laws of those who reach a company, and of those on whose soil a region stands.
    instruments: instrumentsOf(new Set([...reached, ...grounds(regions, reference)]), new Set(adversaries.keys()), ground),
    listings: listingsOf(family, ground),
    priorActions: actionsOf(family, ground),
    market: marketOf(ground),
    disclosures: disclosuresOf(ground),
    relations: relationsOf(ground),
    powers,
  };
  const questions = answersTo({ ...ground, parts, adversaries, ...topicsOf(ground) });
  return {
    schemaVersion: "1",
    tool: { name: "beholden", version },
    asOf,
    reference: { edition: reference.catalogue.edition, sha256: reference.sha256 },
    provider: {
      id: provider.id,
      name: provider.names.english,
      nativeNames: (provider.names.native ?? []).map(({ text }) => text),
      aliases: provider.names.aliases ?? [],
      kinds: provider.kinds,
    },
    summary: summaryOf(provider, parts, questions, adversaries),
    ...parts,
    questions,
    leads: ground.sieve.leads(),
    leftOut: ground.sieve.leftOut(),
  };
}

function grounds(regions: Dossier["regions"], reference: Reference): string[] {
  return regions.flatMap(({ country }) => (country ? [reference.governmentOf(country)] : []));
}
