import type { ListingRecord } from "../format.js";
import { screeningList } from "./csl-lists.js";
import { type FtmEntity, timeOf, valuesOf } from "./ftm-entity.js";
import { slugOf } from "./list-identity.js";
import { ofacListsByProgramme } from "./ofac-lists.js";

/** Data sets of OpenSanctions that are one list. */
const listByDataset: Record<string, string> = {
  us_ofac_sdn: "us-ofac-sdn",
  us_bis_denied: "us-bis-denial-orders",
  us_ddtc_debarred: "us-state-aeca-debarred",
  us_dod_chinese_milcorps: "us-dod-1260h",
  us_fcc_covered_list: "us-fcc-covered-list",
  un_sc_sanctions: "un-security-council",
  eu_fsf: "eu-financial-sanctions",
};

/**
 * A sanction on each of its parties, on beholden's own list where the data set is one of its lists, and else on one named after the data
 * set. `fallback` names the list where the record bears no data set.
 */
export function ftmListings(entity: FtmEntity, parties: string[], fallback: string): ListingRecord[] {
  const programmes = [...valuesOf(entity, "programId"), ...valuesOf(entity, "program")];
  const [citation] = [...valuesOf(entity, "programUrl"), ...valuesOf(entity, "sourceUrl"), ...valuesOf(entity, "authority")];
  const note = [...valuesOf(entity, "authority"), ...valuesOf(entity, "status")].join("; ").slice(0, 500);
  const lists = listsOf(entity, fallback);
  return parties.flatMap((party) =>
    lists.map((list) => ({
      party,
      list,
      ...timeOf(entity, "startDate", "listingDate"),
      ...(programmes.length > 0 ? { programme: programmes.join("; ").slice(0, 500) } : {}),
      citation: citation ?? `${list}, record ${entity.id}`,
      ...(note ? { note } : {}),
      record: entity.id,
    })),
  );
}

function listsOf(entity: FtmEntity, fallback: string): string[] {
  const [dataset] = entity.datasets;
  if (dataset === undefined) return [`ftm-${fallback}`];
  const known = Object.hasOwn(listByDataset, dataset) ? listByDataset[dataset] : undefined;
  if (known) return [known];
  const words = [...valuesOf(entity, "authority"), ...valuesOf(entity, "program")];
  if (dataset === "us_trade_csl") {
    const screening = words.map((word) => screeningList(word)?.list).filter((list) => list !== undefined);
    if (screening.length > 0) return [...new Set(screening)];
  }
  if (dataset === "us_ofac_cons") return ofacListsByProgramme(words);
  return [`ftm-${slugOf(dataset) || "unknown"}`];
}
