/** With which numbers of Companies House begin, other than those of companies in England and Wales. */
const letters = new Set(
  "AC BR CE CS ES FC FE GE GN GS IC IP LP NA NC NF NI NL NO NP NR NV NZ OC OE PC RC RS SA SC SE SF SG SI SL SO SP SR SZ ZC".split(" "),
);

/**
 * A number of the UK's Companies House in its eight characters: `1234567` is 01234567, `sc12345` is SC012345. Undefined where the text
 * is none.
 */
export function companyNumber(text: string): string | undefined {
  const plain = /^[A-Z0-9]{1,8}$/.test(text) ? text : text.toUpperCase().replace(/[\s.-]/g, "");
  if (plain.length === 8 && /^\d{8}$|^[A-Z]{2}\d{6}$/.test(plain)) return plain;
  if (/^\d{1,7}$/.test(plain)) return plain.padStart(8, "0");
  if (/^[A-Z]{2}\d{1,5}$/.test(plain)) return plain.slice(0, 2) + plain.slice(2).padStart(6, "0");
  // Old Northern Irish companies (R0000123) and registered societies (IP12345R, SP1234RS).
  return /^[A-Z]\d{7}$|^[A-Z]{2}\d{4,5}[A-Z]{1,2}$/.test(plain) && plain.length === 8 ? plain : undefined;
}

/**
 * The same for a number that somebody typed into a form: one below 100000 (companies before 1908) is more often a number of another
 * register or a slip than a company, and letters must be ones that Companies House gives out.
 */
export function typedCompanyNumber(text: string): string | undefined {
  const number = companyNumber(text);
  if (!number || number === "00000000") return undefined;
  if (/^\d/.test(number)) return number.startsWith("000") ? undefined : number;
  return letters.has(number.slice(0, 2)) || number.startsWith("R") ? number : undefined;
}

/** The id of a company by its number at Companies House. */
export function companyId(number: string): string {
  return `gb-coh-${number.toLowerCase()}`;
}

/** Entities of foreign law that are only registered there: overseas companies, their establishments and owners of land. */
export function isForeignNumber(number: string): boolean {
  return /^(FC|NF|SF|BR|FE|OE|GE|GN)/.test(number);
}
