import {
  byText,
  type DossierReach,
  type DossierRegion,
  type DossierStatement,
  holdsOn,
  type RulePack,
  type TracedParty,
} from "../model/index.js";
import { commandPaths } from "../trace/index.js";
import { traceParty } from "../trace-party.js";
import { speaksOfLater } from "./dating.js";
import type { Ground } from "./sieve.js";

export interface CompaniesTraced {
  ownership: TracedParty[];
  reaches: DossierReach[];
  /** Every government that reaches one of them, by a lead only or better. */
  reached: Set<string>;
}

/**
 * Each company that runs the service or heads the group, traced to the governments on what can be known on the day. Paths that are leads, and
 * stakes of low confidence, are put apart.
 */
export function companiesTraced(
  packs: RulePack[],
  regions: readonly DossierRegion[],
  adversaries: ReadonlyMap<string, string>,
  ground: Ground,
): CompaniesTraced {
  const { provider, reference, asOf, grounds } = ground;
  const shown = new Set(regions.map(({ id }) => id));
  const runs = (provider.regions ?? []).flatMap(({ id, operator }) => (operator && shown.has(id) ? [operator] : []));
  const companies = [...new Set([provider.operator, provider.group, ...runs])].filter((id) => reference.party(id) !== undefined);
  const regimes = packs.filter((pack) => holdsOn(pack, asOf)).map((pack) => packOn(pack, asOf));
  const all = companies.flatMap((id) => reachesTo(id, adversaries, ground));
  for (const reach of all.filter(isLead)) ground.sieve.lead("governments", reachAsLead(reach));
  const reaches = all.filter((one) => !isLead(one));
  const traced = companies.map((id) => traceParty(id, { regimes, reference: grounds, asOf }));
  putStakeLeadsApart(traced, ground);
  return { ownership: traced.map((one) => withoutLeads(one, reaches)), reaches, reached: new Set(all.map(({ government }) => government)) };
}

/** The strongest path of each government to a company, for each of what it can have it do. */
function reachesTo(party: string, adversaries: ReadonlyMap<string, string>, { grounds, asOf }: Ground): DossierReach[] {
  const found = new Map<string, DossierReach>();
  for (const effect of ["access", "disrupt"] as const) {
    for (const { government, steps, confidence } of commandPaths(party, effect, grounds, asOf)) {
      if (found.has(`${government} ${effect}`)) continue;
      found.set(`${government} ${effect}`, {
        government,
        name: grounds.catalogue.governments.find(({ code }) => code === government)?.name ?? government,
        standing: adversaries.has(government) ? "adversary" : "context",
        effect,
        party,
        partyName: grounds.party(party)?.name ?? party,
        path: { steps, confidence },
      });
    }
  }
  return [...found.values()].sort((left, right) => byText(left.standing, right.standing));
}

function isLead({ path }: DossierReach): boolean {
  return path.confidence === "low";
}

const doings: Record<string, string> = { access: "obtain data from", disrupt: "make it cut off service:" };

function reachAsLead({ government, name, effect, partyName, path }: DossierReach): DossierStatement {
  return {
    text: `${name === government ? name : `${name} (${government})`} may ${doings[effect] ?? effect} ${partyName}: ${path.steps.map(({ because }) => because).join("; ")}`,
    saidBy: null,
    date: null,
    until: null,
    undated: false,
    note: null,
    confidence: "low",
    evidence: path.steps.flatMap(({ evidence }) => evidence),
  };
}

/** A trace with the governments and effects that more than a lead stands behind. */
function withoutLeads(traced: TracedParty, reaches: readonly DossierReach[]): TracedParty {
  const governments = traced.governments.flatMap((one) => {
    const effects = reaches
      .filter(({ party, government }) => party === traced.party && government === one.code)
      .map(({ effect }) => effect);
    return one.path.confidence === "low" || effects.length === 0 ? [] : [{ ...one, effects }];
  });
  return { ...traced, governments };
}

/** The pack without words that speak of a later day. */
function packOn(pack: RulePack, asOf: string): RulePack {
  return {
    ...pack,
    authority: speaksOfLater(pack.authority, asOf) ? `${pack.title} (as in force on ${asOf})` : pack.authority,
  };
}

/** Stakes of low confidence in the companies and their owners, and what these are said to hold. */
function putStakeLeadsApart(traced: TracedParty[], { reference, asOf, sieve }: Ground): void {
  const ids = new Set(traced.flatMap(({ party, owners }) => [party, ...owners.map(({ owner }) => owner)]));
  const heads = new Set(traced.map(({ party }) => party));
  const nameOf = (id: string) => reference.party(id)?.name ?? id;
  const interests = [
    ...[...ids].flatMap((id) => reference.interestsIn(id)),
    ...[...heads].flatMap((id) => reference.interestsOf(id)).filter(({ owned }) => !ids.has(owned)),
  ].filter((one) => one.confidence === "low" && holdsOn(one, asOf));
  sieve.sift("ownership", interests, (one) => {
    const share = one.share ?? (one.shareMin === undefined ? undefined : `${one.shareMin} to ${one.shareMax ?? 100}`);
    return {
      text: `${nameOf(one.owner)} in ${nameOf(one.owned)}: ${one.kind.replaceAll("-", " ")}${share === undefined ? "" : `, ${share} %`}`,
    };
  });
}

/** Everybody shown: the companies, their owners, what they hold, who runs regions or networks. The order is that of the search. */
export function familyIn(traced: readonly TracedParty[], { provider }: Ground): string[] {
  const networks = (provider.signatures.asns ?? []).map(({ party }) => party);
  return [...new Set([...traced.flatMap(({ parties }) => parties.map(({ id }) => id)), ...networks])];
}
