/** OFAC's list of fully blocked persons. */
export const sdnList = "us-ofac-sdn";

/** Words in the name of a list, as ADVANCED.XML and the Consolidated Screening List write them, and beholden's id of the list. */
const byWords: [RegExp, string][] = [
  [/\bSDN List$|^Specially Designated Nationals/i, sdnList],
  [/sectoral/i, "us-ofac-sectoral"],
  [/chinese military|\bCMIC\b/i, "us-ofac-ns-cmic"],
  [/menu-based|\bMBS\b/i, "us-ofac-mbs"],
  [/correspondent account|\bcapta\b|\b561\b/i, "us-ofac-capta"],
  [/palestinian legislative|\bPLC\b/i, "us-ofac-plc"],
  [/sanctions evaders|\bFSE\b/i, "us-ofac-fse"],
  [/iranian sanctions act|\bNS-ISA\b/i, "us-ofac-ns-isa"],
];

/** The list of a name; undefined for a name of no list that OFAC keeps, and for "Consolidated List", which stands for all but the SDN's. */
export function ofacListByName(name: string): string | undefined {
  if (/^(Non-SDN )?Consolidated List$/i.test(name.trim())) return undefined;
  return byWords.find(([words]) => words.test(name.trim()))?.[1];
}

/**
 * The lists that an entry of a list is on for beholden: directives under EO 14024 stand in the menu-based list and are part of the
 * sectoral restrictions on Russia.
 */
export function ofacLists(list: string, programmes: string[]): string[] {
  return list === "us-ofac-mbs" && programmes.includes("RUSSIA-EO14024") ? [list, "us-ofac-sectoral"] : [list];
}

/** The list within the consolidated file that a programme belongs to. */
const byProgramme: [RegExp, string][] = [
  [/^NS-PLC$/, "us-ofac-plc"],
  [/^CMIC-/, "us-ofac-ns-cmic"],
  [/^FSE-/, "us-ofac-fse"],
  [/^(561[- ]|561List|CAPTA|HIFPAA)/i, "us-ofac-capta"],
  [/^NS-ISA$/, "us-ofac-ns-isa"],
  [/^(UKRAINE-EO13662|RUSSIA-EO14024)$/, "us-ofac-sectoral"],
];

/**
 * The lists of an entry of the consolidated (non-SDN) file, which names programmes only. Programmes that are of no list of their own
 * stand beside one that is; where there is none, the entry is of the menu-based list, which takes every other programme.
 */
export function ofacListsByProgramme(programmes: string[]): string[] {
  const lists = byProgramme.filter(([words]) => programmes.some((programme) => words.test(programme))).map(([, list]) => list);
  return lists.length ? lists : ["us-ofac-mbs"];
}
