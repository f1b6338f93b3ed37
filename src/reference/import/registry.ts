import type { ImportFormat } from "./format.js";
import { dod1260h } from "./formats/1260h.js";
import { bisDeniedPersons } from "./formats/bis-denied-persons.js";
import { bisSourceCsv } from "./formats/bis-source-csv.js";
import { bods } from "./formats/bods.js";
import { cslCsv } from "./formats/csl-csv.js";
import { cslJson } from "./formats/csl-json.js";
import { euAnnexCsv } from "./formats/eu-annex-csv.js";
import { euConsolidated } from "./formats/eu-consolidated.js";
import { fccCoveredList } from "./formats/fcc-covered-list.js";
import { ftm } from "./formats/ftm.js";
import { gleifExceptions } from "./formats/gleif-exceptions.js";
import { gleifLei } from "./formats/gleif-lei.js";
import { gleifRelationships } from "./formats/gleif-rr.js";
import { ofacAdvanced } from "./formats/ofac-advanced.js";
import { ofacLegacy } from "./formats/ofac-legacy.js";
import { ofacStandardXml } from "./formats/ofac-standard-xml.js";
import { ownInterests } from "./formats/own-csv-interests.js";
import { ownParties } from "./formats/own-csv-parties.js";
import { psc } from "./formats/psc.js";
import { unConsolidated } from "./formats/un-consolidated.js";

/** Every format, the most telling first: a new one is one file and one line. */
export const importFormats: ImportFormat[] = [
  ofacAdvanced,
  ofacStandardXml,
  unConsolidated,
  euConsolidated,
  cslCsv,
  cslJson,
  bisSourceCsv,
  bisDeniedPersons,
  dod1260h,
  fccCoveredList,
  euAnnexCsv,
  ofacLegacy,
  psc,
  gleifLei,
  gleifRelationships,
  gleifExceptions,
  ftm,
  bods,
  ownInterests,
  ownParties,
];
