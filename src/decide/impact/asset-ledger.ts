import type { Membership } from "../../model/declared-assets.js";
import { type Asset, type AttributedObservation, type Attribution, byText } from "../../model/index.js";

/** How an asset is first known: what it is, and where it stands. */
export type NewAsset = Pick<Asset, "name" | "kind"> & Partial<Pick<Asset, "path" | "line">>;

/** The assets of a graph while they are found; each once, whatever shows it. */
export class AssetLedger {
  private readonly assets = new Map<string, Asset>();
  private readonly membershipsOf: (path: string, value: string, address: string) => Membership[];
  /** Systems that name an asset by itself, by asset. */
  private readonly named = new Map<string, Set<string>>();

  constructor(membershipsOf: (path: string, value: string, address: string) => Membership[]) {
    this.membershipsOf = membershipsOf;
  }

  has(id: string): boolean {
    return this.assets.has(id);
  }

  get(id: string): Asset | undefined {
    return this.assets.get(id);
  }

  /** An asset that is only named so far; what is known of it already stays. */
  name(id: string, { name, kind, path = null, line = null }: NewAsset): Asset {
    const known = this.assets.get(id);
    if (known) return known;
    const blank = { provider: null, service: null, operator: null, region: null };
    const asset: Asset = { id, name, kind, path, line, systems: [], ...blank, observations: [] };
    this.assets.set(id, asset);
    if (path !== null) this.join(asset, this.membershipsOf(path, name, name));
    return asset;
  }

  /** An asset that an artefact shows. The first observation gives its place; who is behind it, the first that tells. */
  observe(id: string, about: NewAsset, observation: AttributedObservation): Asset {
    const asset = this.name(id, { ...about, path: observation.path, line: observation.line });
    asset.observations.push(observation.id);
    const address = observation.context?.address ?? observation.value;
    this.join(asset, this.membershipsOf(observation.path, observation.value, address));
    this.attribute(asset, observation.attribution);
    return asset;
  }

  attribute(asset: Asset, { provider, service, operator, region }: Attribution): void {
    if (provider === null || (asset.provider !== null && asset.provider !== provider)) return;
    asset.provider = provider;
    asset.service ??= service;
    asset.operator ??= operator;
    asset.region ??= region;
  }

  /** Whether a system names an asset by itself, and not with all of its file. */
  isNamed(id: string, system: string): boolean {
    return this.named.get(id)?.has(system) ?? false;
  }

  private join(asset: Asset, memberships: Membership[]): void {
    for (const { system, named } of memberships) {
      if (!asset.systems.includes(system)) asset.systems.push(system);
      if (named) this.named.set(asset.id, (this.named.get(asset.id) ?? new Set()).add(system));
    }
  }

  /** All of them by id. */
  list(): Asset[] {
    for (const asset of this.assets.values()) {
      asset.systems.sort(byText);
      asset.observations.sort(byText);
    }
    return [...this.assets.values()].sort((left, right) => byText(left.id, right.id));
  }

  values(): Iterable<Asset> {
    return this.assets.values();
  }
}
