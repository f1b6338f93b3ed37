import { ofacListByName } from "./ofac-lists.js";

/** A list of the U.S. government and how its parties are numbered: OFAC's by number, the others by name. */
export interface ScreeningList {
  list: string;
  /** First part of the ids of parties; undefined for OFAC's lists, whose ids are `ofac-` and the number. */
  scheme?: string;
}

/** By the abbreviation that the lists go by, as the agencies' own files write it. */
export const agencyLists: Record<string, ScreeningList> = {
  EL: { list: "us-bis-entity-list", scheme: "us-bis-el" },
  MEU: { list: "us-bis-meu-list", scheme: "us-bis-meu" },
  UVL: { list: "us-bis-unverified-list", scheme: "us-bis-uvl" },
  DPL: { list: "us-bis-denial-orders", scheme: "us-bis-dpl" },
  ISN: { list: "us-state-isn", scheme: "us-state-isn" },
  DTC: { list: "us-state-aeca-debarred", scheme: "us-state-aeca" },
};

const byWords: [RegExp, string][] = [
  [/^entity list/i, "EL"],
  [/^military end user/i, "MEU"],
  [/^unverified list/i, "UVL"],
  [/^denied persons/i, "DPL"],
  [/^nonproliferation sanctions/i, "ISN"],
  [/^(ITAR|AECA) debarred/i, "DTC"],
];

/** The list that a row of the Consolidated Screening List is of; undefined for a name that is not known. */
export function screeningList(source: string): ScreeningList | undefined {
  const agency = byWords.find(([words]) => words.test(source.trim()))?.[1];
  if (agency) return agencyLists[agency];
  const list = ofacListByName(source.replace(/\s+-\s+Treasury Department$/i, ""));
  return list ? { list } : undefined;
}
