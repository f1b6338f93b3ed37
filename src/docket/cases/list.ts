import type { CaseList, Day, DocketCase } from "../../model/index.js";
import { dayOf } from "../days.js";
import { type Cell, DocketError, type DocketView } from "../journal/index.js";
import { todayOf, usualZone } from "./case-file.js";
import { countedFile, edition, folded, partyText, placeOf, searchText } from "./case-lines.js";
import { type KeptLine, lineAt, lineOn } from "./line.js";
import type { Look } from "./show.js";

/** Which cases are wanted, and how many at once; all where nothing is said. */
export interface CaseQuery {
  state?: string | undefined;
  /** Only those with a deadline that is overdue. */
  overdue?: boolean | undefined;
  /** Part of the name of a party. */
  party?: string | undefined;
  /** Part of the id, the caption, the reference or the name of a party. */
  text?: string | undefined;
  limit?: number | undefined;
  /** The `next` of the page before. */
  after?: string | undefined;
}

/** No name of a case or a party is longer. */
const longestText = 300;

/** A line with its place in the list, and the day that it is for. */
export interface Placed {
  place: string;
  line: KeptLine;
  day: Day;
}

/**
 * The cases with their next deadlines, the most pressing first. Lines that are kept for the day are read as they are; of other days, and of cases
 * that have none, they are made.
 *
 * @throws DocketError `invalid` for a cursor that is none
 */
export async function listCases(view: DocketView, look: Look, query: CaseQuery = {}): Promise<CaseList> {
  const { after, limit = Number.MAX_SAFE_INTEGER } = query;
  if (after !== undefined && !/^\d{4}(-\d\d-\d\d)?~./.test(after))
    throw new DocketError("invalid", `${after} is no place in the list of cases. Expected the \`next\` of a page before.`);
  if (Math.max(query.party?.length ?? 0, query.text?.length ?? 0) > longestText)
    throw new DocketError("invalid", `the text to look for is longer than ${longestText} characters.`);
  const days = await daysByZone(view, look);
  const made = await madeLines(view, look, query, days);
  const kept = await keptLines(view, query, days, limit);
  const behind = made.filter(({ place }) => after === undefined || place > after);
  const found = [...kept.page, ...behind].sort((left, right) => (left.place < right.place ? -1 : 1));
  const page = found.slice(0, limit);
  return {
    schemaVersion: "1",
    asOf: look.asOf ?? page[0]?.day ?? days.get(usualZone) ?? look.at.slice(0, 10),
    cases: page.map(({ line, day }) => lineOn(line, day)),
    total: kept.total + made.length,
    next: found.length > page.length ? (page.at(-1)?.place ?? null) : null,
    head: await view.head(),
  };
}

/** The line of every case, in no order. */
export async function allLines(view: DocketView, look: Look): Promise<Placed[]> {
  const days = await daysByZone(view, look);
  const made = await madeLines(view, look, {}, days);
  return [...(await keptLines(view, {}, days, Number.MAX_SAFE_INTEGER)).page, ...made];
}

/** The day in each zone that an office of a kept line has. */
async function daysByZone(view: DocketView, { at, asOf }: Look): Promise<Map<string, Day>> {
  const zones = new Set([usualZone]);
  // One after the other by the index: there are few zones, and many lines of each.
  for (let last = ""; ; ) {
    const [next] = await view.rows("SELECT MIN(zone) AS zone FROM case_line WHERE zone > ?", [last]);
    if (!next || next.zone === null) break;
    last = String(next.zone);
    zones.add(last);
  }
  return new Map([...zones].map((zone) => [zone, asOf ?? dayOf(at, zone)]));
}

interface Condition {
  sql: string;
  values: Cell[];
}

/** Lines that are kept for the day. */
function current(days: Map<string, Day>): Condition {
  const zones = [...days].map(([zone, day]) => ({ sql: "(zone = ? AND from_day <= ? AND until_day >= ?)", values: [zone, day, day] }));
  return {
    sql: `edition = ? AND (${zones.map(({ sql }) => sql).join(" OR ")})`,
    values: [edition(), ...zones.flatMap(({ values }) => values)],
  };
}

async function keptLines(view: DocketView, query: CaseQuery, days: Map<string, Day>, limit: number) {
  const asked = all([current(days), ...filters(query)]);
  const [counted] = await view.rows(`SELECT COUNT(*) AS total FROM case_line WHERE ${asked.sql}`, asked.values);
  const behind = query.after === undefined ? asked : all([asked, { sql: "place > ?", values: [query.after] }]);
  const rows = await view.rows(`SELECT place, zone, line FROM case_line WHERE ${behind.sql} ORDER BY place LIMIT ?`, [
    ...behind.values,
    // One more tells whether there is another page.
    Math.min(limit, 1_000_000) + 1,
  ]);
  const page = rows.map((row): Placed => {
    return { place: String(row.place), line: JSON.parse(String(row.line)) as KeptLine, day: days.get(String(row.zone)) ?? "" };
  });
  return { page, total: Number(counted?.total ?? 0) };
}

function filters({ state, overdue, party, text }: CaseQuery): Condition[] {
  return [
    ...(state === undefined ? [] : [{ sql: "state = ?", values: [state] }]),
    ...(overdue ? [{ sql: "overdue > 0", values: [] }] : []),
    ...(party === undefined ? [] : [{ sql: "parties LIKE ? ESCAPE '!'", values: [pattern(party)] }]),
    ...(text === undefined ? [] : [{ sql: "search LIKE ? ESCAPE '!'", values: [pattern(text)] }]),
  ];
}

function pattern(text: string): string {
  return `%${folded(text).replace(/[!%_]/g, (one) => `!${one}`)}%`;
}

function all(conditions: Condition[]): Condition {
  return { sql: conditions.map(({ sql }) => sql).join(" AND "), values: conditions.flatMap(({ values }) => values) };
}

/** The lines of cases for which none is kept for the day, as they are asked for, on whatever page. */
async function madeLines(view: DocketView, { at, asOf }: Look, query: CaseQuery, days: Map<string, Day>): Promise<Placed[]> {
  const { sql, values } = current(days);
  const without = await view.rows(
    // Looked up in one list, not for each case: a planner may choose to go through all lines each time.
    `SELECT id, state FROM object WHERE kind = ? AND id NOT IN (SELECT case_id FROM case_line WHERE ${sql})`,
    ["case", ...values],
  );
  const found: Placed[] = [];
  for (const row of without) {
    const id = String(row.id);
    const state = JSON.parse(String(row.state)) as DocketCase;
    // Of a procedure that is not known here no state can be told.
    const file = (await countedFile(view, id)) ?? { id, state, entries: [], rules: null };
    const day = asOf ?? todayOf(file, at);
    const line = lineAt(file, day);
    if (isAsked(line, state, query)) found.push({ place: placeOf(line), line, day });
  }
  return found;
}

/** The same as `filters`, of a line that is not in the table. */
function isAsked(line: KeptLine, of: DocketCase, { state, overdue, party, text }: CaseQuery): boolean {
  if (state !== undefined && line.state !== state) return false;
  if (overdue && line.overdue === 0) return false;
  if (party !== undefined && !partyText(of).includes(folded(party))) return false;
  return text === undefined || searchText(line.id, of).includes(folded(text));
}
