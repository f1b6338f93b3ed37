import type { PartialDate } from "../../model/index.js";

export type DateEnd = { from?: PartialDate; until?: PartialDate };

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The first or last day that a partial date can mean, as a number such as 20220118; 0 for none. Throws where it is no date. */
export function dayOf(date: PartialDate | undefined, end: "first" | "last"): number {
  if (date === undefined) return 0;
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(date)) throw new Error(`${date} is no date; expected YYYY, YYYY-MM or YYYY-MM-DD`);
  const year = Number(date.slice(0, 4));
  const month = date.length > 4 ? Number(date.slice(5, 7)) : end === "first" ? 1 : 12;
  const day = date.length > 7 ? Number(date.slice(8, 10)) : end === "first" ? 1 : lastDayOfMonth(year, month);
  if (month < 1 || month > 12 || day < 1 || day > 31)
    throw new Error(`${date} is no date; expected a month of 01 to 12 and a day of 01 to 31`);
  return year * 10_000 + month * 100 + day;
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
