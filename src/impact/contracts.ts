import type { ContractWith } from "../decide/impact/touched.js";
import { findProvider } from "../dossier.js";
import { findParty } from "../find-party.js";
import type { Asset, BlockedAsset, ImpactScenario, Provider, Reference } from "../model/index.js";
import { folded } from "./names.js";

/** Says of a declared contract whether it is with a provider that is cut off, or with a party that is or runs one. */
export function contractWith(
  blocked: readonly BlockedAsset[],
  { block }: ImpactScenario,
  assets: readonly Asset[],
  reference: Reference,
): ContractWith {
  const targets = new Set(block.map(({ id }) => id));
  const ids = new Set(blocked.map(({ id }) => id));
  const lost = assets.filter(({ id }) => ids.has(id));
  return ({ provider, party }) => {
    const named = provider === undefined ? undefined : providerOf(provider, reference);
    const signed = party === undefined ? undefined : partyOf(party, reference);
    const mine = lost.filter((one) => (named && one.provider === named.id) || (signed && signs(signed, one, reference)));
    const isNamed = (named && targets.has(named.id)) || (signed && targets.has(signed));
    if (mine.length === 0 && !isNamed) return undefined;
    const name = named?.names.english ?? (signed ? reference.party(signed)?.name : undefined) ?? provider ?? party ?? "";
    return { name, systems: [...new Set(mine.flatMap(({ systems }) => systems))].sort() };
  };
}

/** Whether a company runs what is used, or its provider, or heads the group. */
function signs(party: string, asset: Asset, reference: Reference): boolean {
  const provider = asset.provider === null ? undefined : reference.provider(asset.provider);
  return [asset.operator, provider?.operator, provider?.group].includes(party);
}

function partyOf(name: string, reference: Reference): string | undefined {
  const { parties } = findParty(name, reference);
  return parties.length === 1 ? parties[0]?.id : undefined;
}

/** The provider by its id or a name; undefined where several or none go by it. */
export function providerOf(name: string, reference: Reference): Provider | undefined {
  try {
    return findProvider(folded(name), reference);
  } catch {
    return undefined;
  }
}
