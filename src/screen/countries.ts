/** Names that lists and vendor files use and that `Intl.DisplayNames` does not give, in folded form. */
const otherNames: Record<string, string> = {
  prc: "CN",
  "p r china": "CN",
  "pr china": "CN",
  "peoples republic of china": "CN",
  "mainland china": "CN",
  "china mainland": "CN",
  "hong kong": "HK",
  macau: "MO",
  macao: "MO",
  "taiwan province of china": "TW",
  usa: "US",
  us: "US",
  "united states of america": "US",
  uk: "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  "russian federation": "RU",
  "islamic republic of iran": "IR",
  "iran islamic republic of": "IR",
  "korea south": "KR",
  "republic of korea": "KR",
  "korea republic of": "KR",
  "korea north": "KP",
  dprk: "KP",
  "democratic peoples republic of korea": "KP",
  "korea democratic peoples republic of": "KP",
  "syrian arab republic": "SY",
  "viet nam": "VN",
  "lao peoples democratic republic": "LA",
  "united arab emirates": "AE",
  uae: "AE",
  "state of palestine": "PS",
  palestine: "PS",
  burma: "MM",
  myanmar: "MM",
  "democratic republic of the congo": "CD",
  "congo democratic republic of the": "CD",
  drc: "CD",
  "republic of the congo": "CG",
  "ivory coast": "CI",
  "cote divoire": "CI",
  "czech republic": "CZ",
  "united republic of tanzania": "TZ",
  "tanzania united republic of": "TZ",
  "bolivarian republic of venezuela": "VE",
  "venezuela bolivarian republic of": "VE",
  "the netherlands": "NL",
  holland: "NL",
  turkey: "TR",
  türkiye: "TR",
  "republic of moldova": "MD",
  "brunei darussalam": "BN",
  "cape verde": "CV",
  swaziland: "SZ",
  macedonia: "MK",
  "timor leste": "TL",
};

let names: Map<string, string> | undefined;

/**
 * The ISO 3166-1 alpha-2 code of a country as people write it: the code in either case, the English, Chinese or Russian name, or one of
 * the names that official lists use. Undefined where it is none of these.
 */
export function countryCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  names ??= countryNames();
  if (/^[A-Z]{2}$/.test(code) && (names.get(`code ${code}`) ?? otherNames[code.toLowerCase()])) {
    return names.get(`code ${code}`) ?? otherNames[code.toLowerCase()];
  }
  const folded = fold(text);
  return otherNames[folded] ?? names.get(folded);
}

function countryNames(): Map<string, string> {
  const found = new Map<string, string>();
  const tongues = ["en", "zh", "ru"].map((language) => new Intl.DisplayNames(language, { type: "region", fallback: "none" }));
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    if (notCountries.has(code)) continue;
    for (const tongue of tongues) {
      const name = tongue.of(code);
      if (!name) continue;
      found.set(`code ${code}`, code);
      found.set(fold(name), code);
    }
  }
  return found;
}

/** Regions of Unicode's data that are no countries, and codes that ISO has withdrawn: their names would shadow the present ones. */
const notCountries = new Set("AN BU CS DD EU EZ FX NT QO QU SU TP UN XA XB YD YU ZR ZZ UK DY HV NH RH VD AC CP CQ DG EA IC TA".split(" "));

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’.]/g, "")
    .replace(/[^\p{L}]+/gu, " ")
    .replace(/ (sar|special administrative region)( of)?( china)?$/, "")
    .trim();
}
