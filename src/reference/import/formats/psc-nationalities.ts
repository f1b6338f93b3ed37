import { countryCode } from "./list-countries.js";

/** The names of nationalities that UK forms offer, with some that people write besides (GOV.UK, list of nationalities). */
const named = new Map(
  `
afghan=AF, albanian=AL, algerian=DZ, american=US, andorran=AD, angolan=AO, anguillan=AI, argentine=AR, argentinian=AR
armenian=AM, australian=AU, austrian=AT, azerbaijani=AZ, bahamian=BS, bahraini=BH, bangladeshi=BD, barbadian=BB, belarusian=BY
belgian=BE, belizean=BZ, beninese=BJ, bermudian=BM, bhutanese=BT, bolivian=BO, botswanan=BW, brazilian=BR, british=GB
british virgin islander=VG, bruneian=BN, bulgarian=BG, burkinan=BF, burmese=MM, burundian=BI, cambodian=KH, cameroonian=CM
canadian=CA, cape verdean=CV, cayman islander=KY, central african=CF, chadian=TD, chilean=CL, chinese=CN, colombian=CO
comoran=KM, congolese (congo)=CG, congolese (drc)=CD, cook islander=CK, costa rican=CR, croatian=HR, cuban=CU, cypriot=CY
czech=CZ, danish=DK, djiboutian=DJ, dominican=DM, citizen of the dominican republic=DO, dutch=NL, east timorese=TL
ecuadorean=EC, ecuadorian=EC, egyptian=EG, emirati=AE, english=GB, equatorial guinean=GQ, eritrean=ER, estonian=EE, ethiopian=ET
faroese=FO, fijian=FJ, filipino=PH, finnish=FI, french=FR, gabonese=GA, gambian=GM, georgian=GE, german=DE, ghanaian=GH
gibraltarian=GI, greek=GR, greenlandic=GL, grenadian=GD, guamanian=GU, guatemalan=GT, guinean=GN, guyanese=GY, haitian=HT
honduran=HN, hong konger=HK, hungarian=HU, icelandic=IS, indian=IN, indonesian=ID, iranian=IR, iraqi=IQ, irish=IE, israeli=IL
italian=IT, ivorian=CI, jamaican=JM, japanese=JP, jordanian=JO, kazakh=KZ, kazakhstani=KZ, kenyan=KE, kittitian=KN, kosovan=XK
kuwaiti=KW, kyrgyz=KG, lao=LA, latvian=LV, lebanese=LB, liberian=LR, libyan=LY, liechtenstein citizen=LI, lithuanian=LT
luxembourger=LU, macanese=MO, macedonian=MK, malagasy=MG, malawian=MW, malaysian=MY, maldivian=MV, malian=ML, maltese=MT
marshallese=MH, martiniquais=MQ, mauritanian=MR, mauritian=MU, mexican=MX, micronesian=FM, moldovan=MD, monegasque=MC
mongolian=MN, montenegrin=ME, montserratian=MS, moroccan=MA, mosotho=LS, mozambican=MZ, namibian=NA, nauruan=NR, nepalese=NP
new zealander=NZ, nicaraguan=NI, nigerian=NG, nigerien=NE, niuean=NU, north korean=KP, northern irish=GB, norwegian=NO, omani=OM
pakistani=PK, palauan=PW, palestinian=PS, panamanian=PA, papua new guinean=PG, paraguayan=PY, peruvian=PE, pitcairn islander=PN
polish=PL, portuguese=PT, puerto rican=PR, qatari=QA, romanian=RO, russian=RU, rwandan=RW, salvadorean=SV, sammarinese=SM
samoan=WS, sao tomean=ST, saudi arabian=SA, saudi=SA, scottish=GB, senegalese=SN, serbian=RS, citizen of seychelles=SC
seychellois=SC, sierra leonean=SL, singaporean=SG, slovak=SK, slovakian=SK, slovenian=SI, solomon islander=SB, somali=SO
south african=ZA, south korean=KR, south sudanese=SS, spanish=ES, sri lankan=LK, st helenian=SH, st lucian=LC, sudanese=SD
surinamese=SR, swazi=SZ, swedish=SE, swiss=CH, syrian=SY, taiwanese=TW, tajik=TJ, tanzanian=TZ, thai=TH, togolese=TG, tongan=TO
trinidadian=TT, tunisian=TN, turkish=TR, turkmen=TM, turks and caicos islander=TC, tuvaluan=TV, ugandan=UG, ukrainian=UA
uruguayan=UY, uzbek=UZ, vatican citizen=VA, citizen of vanuatu=VU, venezuelan=VE, vietnamese=VN, vincentian=VC, wallisian=WF
welsh=GB, yemeni=YE, zambian=ZM, zimbabwean=ZW, us=US, united kingdom=GB
`
    .split(/[,\n]/)
    .map((line) => line.trim().split("=") as [string, string])
    .filter(([name]) => name !== ""),
);

/** Some thousand spellings are in use; a file that invents millions must not fill the memory. */
const maxKnown = 20_000;
const nationalities = new Map<string, string[]>();
const countries = new Map<string, string | undefined>();

/** ISO 3166-1 codes of nationalities as people write them: `British`, `French,British`; empty where none is known. */
export function nationalitiesOf(text: string): string[] {
  let codes = nationalities.get(text);
  if (!codes) {
    codes = text.length > 200 ? [] : readNationalities(text);
    if (nationalities.size < maxKnown) nationalities.set(text, codes);
  }
  return codes;
}

/** ISO 3166-1 code of a country, or of a part of the United Kingdom, as people write it; undefined where it is none that is known. */
export function countryOf(text: string): string | undefined {
  if (countries.has(text)) return countries.get(text);
  const code = isPartOfUnitedKingdom(text) ? "GB" : countryCode(text);
  if (countries.size < maxKnown) countries.set(text, code);
  return code;
}

function readNationalities(text: string): string[] {
  const codes = text.split(/[,;/&]|\band\b/).map((word) => named.get(word.trim().toLowerCase()) ?? countryOf(word.trim()));
  return [...new Set(codes.filter((code) => code !== undefined))];
}

/** `England And Wales`, `United Kingdom (Scotland)`, `U.K.`; not New England, nor New South Wales. */
function isPartOfUnitedKingdom(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();
  if (text.length > 100 || /\bnew\b/.test(plain)) return false;
  const rest = plain.replace(
    /\b(england|wales|scotland|northern ireland|united kingdom|great britain|uk|u k|gb|g b|and|the|of|with)\b/g,
    "",
  );
  return plain !== "" && rest.trim() === "" && !/^(and|the|of|with|\s)*$/.test(plain);
}
