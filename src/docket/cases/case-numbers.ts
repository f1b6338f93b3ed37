import type { DocketView } from "../journal/index.js";

/** The year and the number that an id of a case has; null for one that somebody chose. */
export function numberOf(id: string): { year: number; serial: number } | null {
  const [, year, serial] = /^(\d{4})-(\d{1,15})$/.exec(id) ?? [];
  return year === undefined || serial === undefined ? null : { year: Number(year), serial: Number(serial) };
}

/** The next id of a year. */
export async function nextCaseId(view: DocketView, year: string): Promise<string> {
  const [known] = await view.rows("SELECT MAX(serial) AS newest FROM case_line WHERE year = ?", [Number(year)]);
  // Cases whose line was not made yet, such as those of a procedure that is not known here.
  const others = await view.rows(`SELECT id FROM object WHERE kind = ? AND id NOT IN (SELECT case_id FROM case_line)`, ["case"]);
  const serials = others.map(({ id }) => numberOf(String(id))).map((one) => (one?.year === Number(year) ? one.serial : 0));
  const newest = Math.max(Number(known?.newest ?? 0), ...serials);
  return `${year}-${String(newest + 1).padStart(4, "0")}`;
}
