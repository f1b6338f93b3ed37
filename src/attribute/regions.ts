import type { Day, Provider, Region } from "../model/index.js";
import { holdsOn } from "../model/order.js";
import type { Match } from "./lookup.js";
import type { SignatureIndex } from "./signature-index.js";

/** Where a thing is, whose region that is, and what is to be said about it. */
export interface Placement {
  provider: Provider;
  region: Region | undefined;
  /** The region is another provider's than the signature told. */
  moved: boolean;
  remark?: string;
}

/** A place as an artefact writes it, in contrast to an expression that has yet to be filled in. */
const regionShape = /^[A-Za-z][A-Za-z0-9 _-]{0,63}$/;
/** Ids shorter than this (`de`, `gz`) stand in names for many things besides a region. */
const tellingLength = 4;

/** The same on a day: a region that had not opened yet, or had closed, is none of that day. */
export function placeOn(...[match, named, index, asOf]: [...Parameters<typeof place>, asOf: Day]): Placement {
  const placement = place(match, named, index);
  const { region } = placement;
  if (!region || holdsOn(region, asOf)) return placement;
  const period = [region.from ? `from ${region.from}` : "", region.until ? `until ${region.until}` : ""].filter(Boolean).join(" ");
  return { provider: match.provider, region: undefined, moved: false, remark: `region ${region.id}: runs ${period}, not on ${asOf}` };
}

/**
 * Where a matched thing is: as its own name says, else as the artefact says beside it. A region that the provider does not have but
 * exactly one partner of it has (the same group, or a company that runs the brand under a joint operation) is that partner's.
 */
function place(
  match: Match,
  { serviceRegion, contextRegion }: { serviceRegion: string | undefined; contextRegion: string | undefined },
  index: SignatureIndex,
): Placement {
  const { provider } = match;
  const fromHost = regionOfHost(match, serviceRegion, index);
  const written = match.placed ? contextRegion?.trim() : undefined;
  if (fromHost || !written) return { provider, region: fromHost, moved: false };
  if (!regionShape.test(written)) return { provider, region: undefined, moved: false, remark: "region: not written out" };
  const own = regionWritten(written, index.regionsOf(provider));
  if (own) return { provider, region: own, moved: false };
  const partner = partnerWithRegion(provider, written, index);
  if (!partner)
    return { provider, region: undefined, moved: false, remark: `region ${written}: not on file for ${provider.names.english}` };
  const remark = `region ${written}: of ${partner.provider.names.english}, not of ${provider.names.english}`;
  return { ...partner, moved: true, remark };
}

/** A region by its id, its name in an artefact (`West US 2`), or one of its zones (`us-west-1a`, `us-central1-a`, `ap-guangzhou-3`). */
function regionWritten(written: string, regions: Map<string, Region>): Region | undefined {
  const id = written.toLowerCase();
  const exact = regions.get(id) ?? regions.get(id.replaceAll(" ", ""));
  if (exact) return exact;
  const zone = regions.get(id.replace(/-?[a-z]$/, ""));
  if (zone) return zone;
  for (let dash = id.lastIndexOf("-"); dash > 0; dash = id.lastIndexOf("-", dash - 1)) {
    const outer = regions.get(id.slice(0, dash));
    if (outer) return outer;
  }
  return undefined;
}

/**
 * The region in a host name: what a pattern of a registry or service has in the place of the region; then the labels left of the
 * signature, the nearest to it first, since what a customer chose stands on the left. Inside a label (`oss-us-west-1`) only where it
 * is that nearest one.
 */
function regionOfHost(match: Match, serviceRegion: string | undefined, index: SignatureIndex): Region | undefined {
  const regions = index.regionsOf(match.provider);
  if (regions.size === 0) return undefined;
  for (const stated of [match.region, serviceRegion]) {
    const found = stated === undefined ? undefined : (regionWritten(stated, regions) ?? regionInside(stated, regions));
    if (found) return found;
  }
  const host = match.host ?? "";
  const isSuffix = match.signature.kind === "domain-suffix";
  const labels = isSuffix ? labelsLeftOf(match.signature.value, host) : host.split(".");
  for (const [position, label] of [...labels.entries()].reverse()) {
    const whole = position > 0 || label.length >= tellingLength ? regions.get(label) : undefined;
    const found = whole ?? (isSuffix && position === labels.length - 1 ? regionInside(label, regions) : undefined);
    if (found) return found;
  }
  return undefined;
}

function labelsLeftOf(suffix: string, host: string): string[] {
  return host.length > suffix.length ? host.slice(0, -suffix.length - 1).split(".") : [];
}

/** The longest run of dash-parts of a label that is a region: `us-west-1` of `oss-us-west-1-internal`. */
function regionInside(label: string, regions: Map<string, Region>): Region | undefined {
  const parts = label.split("-");
  for (let length = parts.length - 1; length > 0; length -= 1) {
    for (let start = 0; start + length <= parts.length; start += 1) {
      const id = parts.slice(start, start + length).join("-");
      const found = id.length >= tellingLength ? regions.get(id) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

function partnerWithRegion(provider: Provider, written: string, index: SignatureIndex): { provider: Provider; region: Region } | undefined {
  const found = index.partnersOf(provider).flatMap((partner) => {
    const region = regionWritten(written, index.regionsOf(partner));
    return region ? [{ provider: partner, region }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}
