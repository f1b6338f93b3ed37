import type { BlockedAsset, DataToMove, DeclaredEgress, Holding } from "../../model/index.js";

/** Where a holding lies: assets that hold it, cut off or not. */
export interface HeldAt {
  holding: Holding;
  places: { id: string; name: string; provider: string | null }[];
}

/** How fast data can leave a provider. */
export interface EgressTerms {
  /** Rate of the question; goes before every declared one. */
  asked: number | undefined;
  declared: readonly DeclaredEgress[];
  /** Whether a declared name stands for a provider. */
  names: (declared: string, provider: string) => boolean;
}

const megabitsInGigabyte = 8_000;
const secondsInHour = 3_600;

/**
 * What has to be moved from where it is cut off: how much, how fast, how long, at what price, each only as far as it is declared. A size is
 * that of the holding as a whole, also where a copy lies elsewhere: whether the copy is whole is not on file.
 */
export function dataToMove(all: readonly HeldAt[], blocked: readonly BlockedAsset[], egress: EgressTerms): DataToMove[] {
  const certainty = new Map(blocked.map((one) => [one.id, one.certainty]));
  return all.flatMap(({ holding, places }) => {
    const lost = places.filter(({ id }) => certainty.has(id));
    if (lost.length === 0) return [];
    const size = holding.sizeGigabytes;
    const rate = rateFrom(lost, egress);
    const hours = size !== undefined && rate ? (size * megabitsInGigabyte) / rate.megabitsPerSecond / secondsInHour : null;
    const price = rate?.usdPerGigabyte;
    return [
      {
        holding: holding.id,
        name: holding.name,
        system: holding.system ?? null,
        places: lost.map(({ id, name, provider }) => ({ asset: id, name, provider })),
        certainty: lost.some(({ id }) => certainty.get(id) === "sure") ? "sure" : "possible",
        elsewhere: places.filter(({ id }) => !certainty.has(id)).map(({ name }) => name),
        gigabytes: size ?? null,
        sizeFrom: size === undefined ? null : "declared",
        megabitsPerSecond: rate?.megabitsPerSecond ?? null,
        rateFrom: rate?.from ?? null,
        hours: hours === null ? null : Math.round(hours * 100) / 100,
        costUsd: size !== undefined && price !== undefined ? Math.round(size * price * 100) / 100 : null,
        unknown: [
          ...(size !== undefined ? [] : [`How much ${holding.id} is: declare sizeGigabytes.`]),
          ...(rate ? [] : [`How fast ${holding.id} can leave: declare egress, or give --egress.`]),
        ],
      },
    ];
  });
}

interface Rate {
  megabitsPerSecond: number;
  usdPerGigabyte?: number | undefined;
  from: string;
}

/** The declared rate of a place's provider, else the one for wherever none is named; of several places the slowest. */
function rateFrom(places: HeldAt["places"], { asked, declared, names }: EgressTerms): Rate | undefined {
  const general = declared.find((one) => one.provider === undefined);
  const rates = places.flatMap(({ provider }): Rate[] => {
    const own = provider === null ? undefined : declared.find((one) => one.provider !== undefined && names(one.provider, provider));
    const found = own ?? general;
    const price = found?.usdPerGigabyte;
    if (asked !== undefined) return [{ megabitsPerSecond: asked, usdPerGigabyte: price, from: "as asked" }];
    if (!found) return [];
    const from = own ? `declared for ${provider}` : "declared for all";
    return [{ megabitsPerSecond: found.megabitsPerSecond, usdPerGigabyte: price, from }];
  });
  return rates.sort((left, right) => left.megabitsPerSecond - right.megabitsPerSecond)[0];
}

/** Hours that the data of a provider take together: it all leaves over one line. Unknown where some of it is. */
export function hoursFrom(provider: string | null, data: readonly DataToMove[]): { hours: number; atLeast: boolean } {
  const its = data.filter((one) => one.places.some((place) => place.provider === provider));
  return { hours: its.reduce((sum, one) => sum + (one.hours ?? 0), 0), atLeast: its.some((one) => one.hours === null) };
}
