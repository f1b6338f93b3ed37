import type { PartialDate } from "../../../model/index.js";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A date as sanctions lists write it, as YYYY, YYYY-MM or YYYY-MM-DD: `10 Nov 1971`, `Nov 1971`, `circa 1954`, `March 12, 2021`,
 * `24.9.2004`, `2012-12-31`. Undefined for a range, for words, and for days that no calendar has. Dates with slashes are American
 * (month first); see `americanDate`.
 */
export function listDate(text: string | undefined): PartialDate | undefined {
  const plain = text?.trim().replace(/^(circa|c\.|approximately|around)\s+/i, "") ?? "";
  if (plain.length > 40) return undefined;
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?)?$/.exec(plain);
  if (iso) return partialDate(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\.?$/.exec(plain);
  if (dotted) return partialDate(dotted[3], dotted[2], dotted[1]);
  const dayFirst = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})$/.exec(plain);
  if (dayFirst) return partialDate(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(plain);
  if (monthFirst) return partialDate(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  return americanDate(plain);
}

/** `11/21/2011` is 2011-11-21; also any form that `listDate` reads. */
export function americanDate(text: string | undefined): PartialDate | undefined {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text?.trim() ?? "");
  return parts ? partialDate(parts[3], parts[1], parts[2]) : undefined;
}

/** The parts as a date of the calendar; a month or day of nought counts as not given, and a day without its month is not a date. */
export function partialDate(year: string | undefined, month?: string, day?: string): PartialDate | undefined {
  if (!year || !/^\d{4}$/.test(year)) return undefined;
  if (!Number(month)) return Number(day) ? undefined : year;
  if (Number(month) > 12) return undefined;
  const upToMonth = `${year}-${String(Number(month)).padStart(2, "0")}`;
  if (!Number(day)) return upToMonth;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) <= last ? `${upToMonth}-${String(Number(day)).padStart(2, "0")}` : undefined;
}

/** The day before: a list that says on which day an entry came off names the first day without it. */
export function dayBefore(day: PartialDate): PartialDate {
  if (day.length < 10) return day;
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function monthNumber(name: string | undefined): string | undefined {
  const index = months.indexOf(name?.slice(0, 3).toLowerCase() ?? "");
  return index < 0 ? "13" : String(index + 1);
}
