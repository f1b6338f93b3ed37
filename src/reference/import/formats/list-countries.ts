import { slugOf } from "./list-identity.js";

/** Names in official lists that are not those of the Unicode locale data, as slugs; nationalities that the lists write as such. */
const otherNames: Record<string, string> = {
  "bahamas-the": "BS",
  "bosnia-and-herzegovina": "BA",
  "british-virgin-islands": "VG",
  "virgin-islands-british": "VG",
  "virgin-islands-us": "VI",
  brunei: "BN",
  burma: "MM",
  myanmar: "MM",
  "cabo-verde": "CV",
  "cape-verde": "CV",
  "central-african-republic": "CF",
  "china-hong-kong-special-administrative-region": "HK",
  "congo-democratic-republic-of-the": "CD",
  "democratic-republic-of-the-congo": "CD",
  "congo-republic-of-the": "CG",
  "republic-of-the-congo": "CG",
  congo: "CG",
  "cote-d-ivoire": "CI",
  "cote-divoire": "CI",
  "ivory-coast": "CI",
  "czech-republic": "CZ",
  "democratic-peoples-republic-of-korea": "KP",
  "korea-north": "KP",
  dprk: "KP",
  "korea-south": "KR",
  "republic-of-korea": "KR",
  england: "GB",
  "gambia-the": "GM",
  "the-gambia": "GM",
  "great-britain": "GB",
  "hong-kong": "HK",
  "holy-see": "VA",
  "iran-islamic-republic-of": "IR",
  "islamic-republic-of-iran": "IR",
  "lao-peoples-democratic-republic": "LA",
  macau: "MO",
  macao: "MO",
  macedonia: "MK",
  "north-macedonia-the-republic-of": "MK",
  "micronesia-federated-states-of": "FM",
  moldova: "MD",
  "republic-of-moldova": "MD",
  palestinian: "PS",
  palestine: "PS",
  "state-of-palestine": "PS",
  "palestinian-territories": "PS",
  "west-bank": "PS",
  gaza: "PS",
  "region-gaza": "PS",
  "peoples-republic-of-china": "CN",
  "russian-federation": "RU",
  "slovak-republic": "SK",
  "syrian-arab-republic": "SY",
  "trinidad-and-tobago": "TT",
  turkey: "TR",
  turkiye: "TR",
  "united-kingdom-of-great-britain-and-northern-ireland": "GB",
  "united-republic-of-tanzania": "TZ",
  uae: "AE",
  uk: "GB",
  "united-states-of-america": "US",
  usa: "US",
  "venezuela-bolivarian-republic-of": "VE",
  "bolivia-plurinational-state-of": "BO",
  vietnam: "VN",
  "viet-nam": "VN",
  afghan: "AF",
  american: "US",
  belarusian: "BY",
  belarussian: "BY",
  chinese: "CN",
  iranian: "IR",
  israeli: "IL",
  libyan: "LY",
  russian: "RU",
  serbian: "RS",
  "south-sudanese": "SS",
  syrian: "SY",
  turkish: "TR",
  ukrainian: "UA",
};

let countries: { codes: Set<string>; byName: Map<string, string> } | undefined;

/** ISO 3166-1 alpha-2 code of a country named in English, or of a code as it stands; undefined where the name is none that is known. */
export function countryCode(name: string | undefined): string | undefined {
  const plain = name?.trim() ?? "";
  if (!plain || plain.length > 80) return undefined;
  countries ??= readCountries();
  if (/^[A-Z]{2}$/.test(plain)) return countries.codes.has(plain) ? plain : undefined;
  const { byName } = countries;
  return byName.get(keyOf(plain)) ?? byName.get(keyOf(plain.replace(/\s*\([^)]*\)\s*$/, "")));
}

/** Names differ in their small words: `Trinidad & Tobago`, `The Bahamas`, `Saint Lucia`. */
function keyOf(name: string): string {
  return slugOf(name)
    .replace(/^saint-/, "st-")
    .replace(/(^|-)(and|the)(?=-|$)/g, "")
    .replace(/^-/, "");
}

const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** Codes of no country, and the Soviet Union and others that are no more and have no single successor. */
const noCountries = new Set([
  "EU",
  "EZ",
  "UN",
  "QO",
  "XA",
  "XB",
  "ZZ",
  "AC",
  "CP",
  "CQ",
  "DG",
  "EA",
  "IC",
  "TA",
  "AN",
  "CS",
  "NT",
  "PC",
  "SU",
  "YU",
]);

/** A code that Unicode replaces by another one (UK by GB, BU by MM) is none of ISO 3166-1 today. */
function isCode(code: string): boolean {
  return !noCountries.has(code) && names.of(code) !== undefined && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

function readCountries(): { codes: Set<string>; byName: Map<string, string> } {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCode);
  const entries = [...codes.map((code): [string, string] => [names.of(code) ?? code, code]), ...Object.entries(otherNames)];
  return { codes: new Set(codes), byName: new Map(entries.map(([name, code]) => [keyOf(name), code])) };
}
