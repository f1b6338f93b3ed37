/**
 * Whether two names are one person's: case, spaces, accents, what has no width, the way that a letter is encoded, and letters of other scripts that
 * look the same do not make another person of anybody.
 *
 * @example isSamePerson("Ana Ruiz", " ana  ruiz") // true
 */
export function isSamePerson(left: string, right: string): boolean {
  return folded(left) === folded(right) || skeleton(left) === skeleton(right);
}

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * Letters of other scripts by the Latin one that they cannot be told from: single letters of the Unicode table of confusables that names are
 * written with. Capitals stand by themselves, since their small letters often look like another one, or like none.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
const lookAlikes: Readonly<Record<string, string>> = {
  // Cyrillic
  ...pairs("аеорсухѕіјԁһӏԛԝѵү", "aeopcyxsijdhlqwvy"),
  ...pairs("АВЕЅІЈКМНОРСТУХԌԚԜѴҮӀ", "ABESIJKMHOPCTYXGQWVYI"),
  // Greek
  ...pairs("ανορυγισκχ", "avopuyiokx"),
  ...pairs("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺ", "ABEZHIKMNOPTYXCM"),
  // Armenian
  ...pairs("աոսօհզյցՕՍՏԼ", "wnuohqjgOUSL"),
  // Cherokee
  ...pairs("ᎠᎡᎢᎪᎫᎬᎳᎷᎻᏀᏃᏌᏒᏔᏚᏞᏟᏢᏦ", "DRTAJEWMHGZUPWSLCPK"),
  // Latin letters that are told apart by nobody
  ...pairs("ıɑɡɩʟǀ", "iagill"),
};

function pairs(from: string, to: string): Record<string, string> {
  const letters = [...to];
  return Object.fromEntries([...from].map((one, index) => [one, letters[index] ?? one]));
}

/** A name by what it looks like. */
function skeleton(name: string): string {
  const bare = name
    .normalize("NFKD")
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "")
    .replace(/\P{ASCII}/gu, (letter) => lookAlikes[letter] ?? letter);
  return folded([...bare.toLowerCase()].map((letter) => lookAlikes[letter] ?? letter).join(""));
}
