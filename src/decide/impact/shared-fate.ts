import { type Asset, byText, type Reference, type SharedFate } from "../../model/index.js";
import type { Blocked } from "./spread.js";

/**
 * What would go together: everything in use of the parents of what is cut off, by provider and by what is used of it, such as a registry, names and a
 * delivery network of one parent. What would go on is among it: the next order, or the parent itself, may take that too.
 */
export function sharedFate(
  assets: readonly Asset[],
  blocked: Blocked,
  serviceOf: (asset: Asset) => string,
  reference: Pick<Reference, "provider" | "party">,
): SharedFate[] {
  const parentOf = (asset: Asset) => (asset.provider === null ? undefined : reference.provider(asset.provider)?.group);
  const parents = new Set([...blocked.keys()].flatMap((number) => parentOf(assets[number] as Asset) ?? []));
  const members = new Map<string, Map<string, SharedFate["members"][number]>>();
  assets.forEach((asset, number) => {
    const parent = parentOf(asset);
    if (asset.provider === null || parent === undefined || !parents.has(parent)) return;
    const state = blocked.get(number);
    const cutOff = state === "sure" ? "yes" : (state ?? "no");
    const service = serviceOf(asset);
    const key = `${asset.provider} ${service} ${cutOff}`;
    const its = members.get(parent) ?? new Map<string, SharedFate["members"][number]>();
    members.set(parent, its);
    const known = its.get(key);
    if (known) known.assets += 1;
    else
      its.set(key, {
        provider: asset.provider,
        name: reference.provider(asset.provider)?.names.english ?? asset.provider,
        service,
        assets: 1,
        cutOff,
      });
  });
  return [...members]
    .filter(([, its]) => its.size > 1)
    .map(([parent, its]) => ({
      parent,
      name: reference.party(parent)?.name ?? parent,
      members: [...its.values()].sort(
        (left, right) => byText(left.provider, right.provider) || byText(left.service, right.service) || byText(right.cutOff, left.cutOff),
      ),
    }))
    .sort((left, right) => byText(left.parent, right.parent));
}
