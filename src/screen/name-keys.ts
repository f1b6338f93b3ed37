import anyAscii from "any-ascii";
import type { Party } from "../model/index.js";

type NamedParty = Partial<Pick<Party, "name" | "kind" | "nativeName" | "aliases" | "weakAliases" | "formerNames">>;

/** A key is cut here: what tells names apart stands before. */
const longestKey = 64;
/** Two companies with more names than this are told apart by the first ones. */
const mostNames = 50;

/**
 * The keys that an imported party is found by in a register of millions, for the importer to write down: one for the words of each
 * name in any order without legal form, and for what is no individual one for the consonants of its two longest words, which
 * survives misspellings and most abbreviations. Cheap: a register has tens of millions of names.
 * @example nameKeysOf({ name: "Alibaba Cloud Computing Co., Ltd.", kind: "entity" }) // ["=alibaba cloud computing", "~alb cmpt"]
 */
export function nameKeysOf(party: NamedParty): string[] {
  const { name, nativeName, aliases = [], formerNames = [], weakAliases = [] } = party;
  const names = [name, nativeName, ...aliases, ...formerNames, ...weakAliases].filter((one) => one !== undefined);
  if (names.length === 1) return keysOfName(names[0] ?? "", party.kind);
  return [...new Set(names.slice(0, mostNames).flatMap((one) => keysOfName(one, party.kind)))];
}

/** The keys of one name; those that a query looks up. */
export function keysOfName(name: string, kind?: Party["kind"]): string[] {
  const words = coreWords(name);
  if (words.length === 0) return [];
  const whole = `=${words.join(" ")}`.slice(0, longestKey);
  if (kind === "individual") return [whole];
  const skeleton = skeletonKey(words);
  return skeleton ? [whole, skeleton] : [whole];
}

/** Words that do not tell names apart: forms of companies in the languages of the large registers, articles and the like. */
const passedOver = new Set(
  (
    "the of and de la le les el al a an for y und et i e co company cos corp corporation inc incorporated llc ltd limited lp llp lllp plc pc pllc " +
    "gmbh mbh ag kg kgaa ug ohg gbr ev se sa sas sarl sasu sci snc sl srl spa sro as asa ans aps is ab oy oyj hb kb bv nv vof cv bvba sprl pte pty pvt " +
    "private kk yk gk ooo oao zao pao ao jsc pjsc ojsc cjsc tov too fze fzco fzc dmcc bhd sdn tbk pt cv sp zoo z o ltda eireli sicav scs sca kft zrt nyrt"
  ).split(" "),
);
const joinedForms = /股份有限公司|有限责任公司|有限責任公司|有限公司|株式会社|주식회사|유한회사|㈜/g;

/** The abbreviations of trade registers, written out; kept few, because each must be right for every name. */
const writtenOut = new Map(
  Object.entries({
    tech: "technology",
    technologies: "technology",
    intl: "international",
    int: "international",
    grp: "group",
    comm: "communication",
    comms: "communication",
    communications: "communication",
    mfg: "manufacturing",
    srvcs: "services",
    srvces: "services",
    svcs: "services",
    svc: "services",
    service: "services",
    dev: "development",
    ind: "industry",
    industries: "industry",
    industrial: "industry",
    sci: "science",
    eng: "engineering",
    engr: "engineering",
    natl: "national",
    univ: "university",
    inst: "institute",
    elec: "electronic",
    electronics: "electronic",
    info: "information",
    invt: "investment",
    investments: "investment",
    hldg: "holding",
    hldgs: "holding",
    holdings: "holding",
    mgmt: "management",
    equip: "equipment",
    imp: "import",
    exp: "export",
  }),
);

/** The words that tell a name apart, in plain letters, written out and in alphabetical order. */
function coreWords(name: string): string[] {
  const plain = plainLetters.test(name) ? name : anyAscii(name.normalize("NFKC").replace(joinedForms, " "));
  const words = wordsOf(plain.toLowerCase());
  const telling = words.some(isPassedOver) ? words.filter(tells) : words;
  const kept = telling.length > 0 ? telling : words;
  for (let at = 0; at < kept.length; at += 1) kept[at] = writtenOut.get(kept[at] ?? "") ?? kept[at] ?? "";
  return kept.length > 1 ? kept.sort() : kept;
}

/** Runs of letters and digits, in lower case. A register has tens of millions of names: no expression for each. */
function wordsOf(lower: string): string[] {
  const text = dropped.test(lower) ? lower.replace(everyDropped, "") : lower;
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const inWord = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
    if (inWord && start < 0) start = at;
    else if (!inWord && start >= 0) {
      words.push(text.slice(start, at));
      start = -1;
    }
  }
  return words;
}

function isPassedOver(word: string): boolean {
  return passedOver.has(word);
}

function tells(word: string): boolean {
  return !passedOver.has(word);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
const plainLetters = /^[\x00-\x7f]*$/;
const dropped = /['`.]/;
const everyDropped = /['`.]/g;

function skeletonKey(words: readonly string[]): string | undefined {
  let [longest, second] = ["", ""];
  for (const word of words) {
    if (word.length > longest.length) [longest, second] = [word, longest];
    else if (word.length > second.length) second = word;
  }
  if (longest.length < 4) return undefined;
  const skeletons = [skeleton(longest), ...(second.length > 2 ? [skeleton(second)] : [])].sort();
  return `~${skeletons.join(" ")}`;
}

/** The first letter and the next consonants, up to four in all: "alibaba" and "allibaba" are both "alb". */
function skeleton(word: string): string {
  let text = word.charAt(0);
  for (let at = 1; at < word.length && text.length < 4; at += 1) {
    const letter = word.charAt(at);
    if (!vowels.includes(letter) && letter !== text.at(-1)) text += letter;
  }
  return text;
}

const vowels = "aeiouyh";
