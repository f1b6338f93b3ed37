import { isPartialDate } from "../check-facts.js";
import type { CsvRow } from "../csv.js";

/** What a day in GLEIF's files is: `2012-11-29T00:00:00.000Z` is 2012-11-29; undefined where the text is none. */
export function dayOf(text: string): string | undefined {
  const day = text.slice(0, 10);
  return day.length === 10 && isPartialDate(day) ? day : undefined;
}

/** 18 letters and digits, then two check digits; GLEIF itself publishes some whose check digits are wrong, so they are not checked. */
export function isLei(text: string): boolean {
  return /^[A-Z0-9]{18}\d{2}$/.test(text);
}

export function leiId(lei: string): string {
  return `lei-${lei.toLowerCase()}`;
}

/** Why a text is no LEI, in words. */
export function noLei(text: string): string {
  return `${JSON.stringify(text.slice(0, 60))} is no LEI. Expected 18 capitals or digits and two check digits.`;
}

/** The numbers of columns such as `Relationship.Period.3.startDate`, which GLEIF has up to five of, as far as they are filled. */
export function filledSlots(row: CsvRow, column: (slot: number) => string): number[] {
  return [1, 2, 3, 4, 5].filter((slot) => row.cell(column(slot)) !== "");
}
