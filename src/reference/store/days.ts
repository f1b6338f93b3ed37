import type { PartialDate } from "../../model/index.js";

export type DateEnd = { from?: PartialDate; until?: PartialDate };

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The first or last day that a partial date can mean, as a number such as 20220118; 0 for none. Throws where it is no date. */
export function dayOf(date: PartialDate | undefined, end: "first" | "last"): number {
  if (date === undefined) return 0;
  const { length } = date;
  const year = digitsIn(date, 0, 4);
  const month = length > 4 ? partAfter(date, 4) : end === "first" ? 1 : 12;
  const day = length > 7 ? partAfter(date, 7) : end === "first" ? 1 : lastDayOfMonth(year, month);
  if ((length !== 4 && length !== 7 && length !== 10) || year < 0 || month < 0 || day < 0) {
    throw new Error(`${date} is no date; expected YYYY, YYYY-MM or YYYY-MM-DD`);
  }
  if (month < 1 || month > 12 || day < 1 || day > 31)
    throw new Error(`${date} is no date; expected a month of 01 to 12 and a day of 01 to 31`);
  return year * 10_000 + month * 100 + day;
}

/** The number that two digits behind a hyphen say; -1 where there are none. */
export function partAfter(date: string, hyphen: number): number {
  return date.charCodeAt(hyphen) === 0x2d ? digitsIn(date, hyphen + 1, hyphen + 3) : -1;
}

/** The number that digits say; -1 where one of them is none. A register has tens of millions of dates: no regular expression. */
export function digitsIn(text: string, from: number, until: number): number {
  let number = 0;
  for (let at = from; at < until; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The date as it was given. Precision: 1 the year, 2 the month, 3 the day. */
export function partialDate(day: number, precision: number): PartialDate {
  const digits = String(day).padStart(8, "0");
  const year = digits.slice(0, 4);
  return precision === 1 ? year : precision === 2 ? `${year}-${digits.slice(4, 6)}` : `${year}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}

function lastDayOfMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (daysOfMonths[month - 1] ?? 0);
}
