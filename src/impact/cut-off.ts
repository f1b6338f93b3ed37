import type { Blocked } from "../decide/impact/spread.js";
import type { Asset, BlockException, BlockedAsset, BlockTarget, Day, Impact, Reference } from "../model/index.js";
import { assetNamed, folded } from "./names.js";
import { type Ruling, rulingFor } from "./rulings.js";

/** What is cut off, by the numbers of the assets, and what would be and is left. */
export interface CutOff {
  blocked: Blocked;
  told: BlockedAsset[];
  excepted: Impact["excepted"];
}

export interface CutOffInput {
  /** In the order of their numbers. */
  assets: readonly Asset[];
  targets: readonly BlockTarget[];
  /** Only what stands there; empty: everywhere. */
  regions: readonly string[];
  except: readonly BlockException[];
  reference: Reference;
  asOf: Day;
}

/** Picks what is cut off: by each target's rule, in the regions named, without the exceptions. Each says by which rule. */
export function cutOff({ assets, targets, regions, except, reference, asOf }: CutOffInput): CutOff {
  const rulings = targets.map((target) => rulingFor(target, reference, asOf));
  const blocked = new Map<number, "sure" | "possible">();
  const told: BlockedAsset[] = [];
  const excepted: CutOff["excepted"] = [];
  assets.forEach((asset, number) => {
    const found = rulings.flatMap((ruling) => ruling(asset) ?? []).flatMap((one) => inRegions(one, asset, regions) ?? []);
    if (found.length === 0) return;
    const { id, name, provider, service, region } = asset;
    const because = except.map((one) => exceptedBy(one, asset, assets)).find((one) => one !== undefined);
    if (because) {
      excepted.push({ id, name, because });
      return;
    }
    const certainty = found.some((one) => one.certainty === "sure") ? "sure" : "possible";
    blocked.set(number, certainty);
    const rules = [...new Set(found.filter((one) => one.certainty === certainty).map((one) => one.rule))];
    told.push({ id, name, provider, service, region, certainty, rules });
  });
  return { blocked, told, excepted };
}

function inRegions(ruling: Ruling, { region }: Asset, regions: readonly string[]): Ruling | undefined {
  if (regions.length === 0 || (region !== null && regions.includes(region))) return ruling;
  if (region !== null) return undefined;
  return { certainty: "possible", rule: `${ruling.rule} Whether it stands in ${regions.join(" or ")} is not known.` };
}

/** A system's exception covers what no other system uses: what is shared stops for the others. */
function exceptedBy({ kind, id, asked }: BlockException, asset: Asset, assets: readonly Asset[]): string | undefined {
  switch (kind) {
    case "provider":
      return asset.provider === id ? `${id} is excepted.` : undefined;
    case "service":
      return asset.service === id ? `The service ${id} is excepted.` : undefined;
    case "region":
      return asset.region !== null && folded(asset.region) === folded(id) ? `The region ${id} is excepted.` : undefined;
    case "asset":
      return assetNamed(asked, asset) ? `${asked} is excepted.` : undefined;
    case "system": {
      const system = assets.find((one) => one.id === id);
      const ids = [id, id.replace(/^system:/, "")];
      const only = asset.systems.length > 0 && asset.systems.every((one) => ids.includes(one));
      return only ? `It belongs to ${system?.name ?? id} alone, which is excepted.` : undefined;
    }
  }
}
