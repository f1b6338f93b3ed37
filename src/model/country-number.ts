import type { CountryCode } from "./common.js";

/** Every code of two capital letters, by its number in columns; 0 is no code. */
export const countryCount = 26 * 26 + 1;

/** A country code as a small number from 1, for columns: AA is 1, ZZ is 676. 0 where there is none. */
export function countryNumber(code: CountryCode | null | undefined): number {
  if (code?.length !== 2) return 0;
  const [first, second] = [code.charCodeAt(0) - 65, code.charCodeAt(1) - 65];
  return first >= 0 && first < 26 && second >= 0 && second < 26 ? first * 26 + second + 1 : 0;
}

/** The code that a number stands for; undefined for 0. */
export function countryOfNumber(number: number): CountryCode | undefined {
  return number === 0 ? undefined : String.fromCharCode(65 + Math.floor((number - 1) / 26), 65 + ((number - 1) % 26));
}
