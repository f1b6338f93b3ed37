import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { byText, type DocketCase } from "../../model/index.js";
import { packageRoot } from "../../package-root.js";
import { type Cell, type Connection, canonicalJson, DocketError, DocketView, type Projection, type Row } from "../journal/index.js";
import { type CaseFile, readCaseFile, usualZone } from "./case-file.js";
import { numberOf } from "./case-numbers.js";
import { type KeptLine, type Piece, piecesOf } from "./line.js";

/** The lines of the list of cases, kept ahead for the days to come: they are made once for each change of a case, not at each look. */
export const caseLines: Projection = {
  async follow(connection, cases) {
    const view = new DocketView(connection);
    const ids = cases === "all" ? await allCases(connection) : [...(await emptied(connection, cases)), ...(await outdated(connection))];
    for (const id of ids) {
      await connection.run("DELETE FROM case_line WHERE case_id = ?", [id]);
      for (const row of await rowsOf(view, id)) await connection.run(insert, Object.values(row));
    }
  },

  async differing(connection) {
    const view = new DocketView(connection);
    const names: string[] = [];
    const ids = await allCases(connection);
    for (const id of ids) {
      const kept = await connection.all(`SELECT ${columns.join(", ")} FROM case_line WHERE case_id = ? ORDER BY from_day`, [id]);
      // What is not kept, or was made by other tables, is made at the look.
      if (kept.length === 0 || kept.some((row) => row.edition !== edition())) continue;
      if (canonicalJson(kept.map(plain)) !== canonicalJson(await rowsOf(view, id))) names.push(`line ${id}`);
    }
    const strays = await connection.all(
      "SELECT DISTINCT case_id FROM case_line WHERE NOT EXISTS (SELECT 1 FROM object WHERE kind = ? AND id = case_line.case_id)",
      ["case"],
    );
    return [...names, ...strays.map((row) => `line ${row.case_id}`)];
  },
};

/** Those of the cases whose lines an entry took away; one that changes no line has left them standing. */
async function emptied(connection: Connection, cases: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const id of cases) {
    const [kept] = await connection.all("SELECT edition FROM case_line WHERE case_id = ? LIMIT 1", [id]);
    if (!kept) found.push(id);
  }
  return found;
}

/** How many cases are made anew beside a change, after an update of beholden. */
const besides = 10;

/** Some cases whose lines were made by other tables than those of today. */
async function outdated(connection: Connection): Promise<string[]> {
  // By one comparison at a time, each of which the index answers.
  const part = (other: "<" | ">") => `SELECT case_id FROM (SELECT case_id FROM case_line WHERE edition ${other} ? LIMIT ?) AS part`;
  const rows = await connection.all(`${part("<")} UNION ${part(">")}`, [edition(), besides, edition(), besides]);
  return rows.map((row) => String(row.case_id));
}

const columns = [
  "case_id",
  "from_day",
  "until_day",
  "edition",
  "zone",
  "year",
  "serial",
  "place",
  "state",
  "overdue",
  "search",
  "parties",
  "line",
] as const;
const insert = `INSERT INTO case_line (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;

type LineRow = Record<(typeof columns)[number], Cell>;

/** A row as it is written: PostgreSQL gives its large whole numbers as text. */
function plain(row: Row): Row {
  return { ...row, serial: row.serial === null || row.serial === undefined ? null : Number(row.serial) };
}

async function allCases(connection: Connection): Promise<string[]> {
  return (await connection.all("SELECT id FROM object WHERE kind = ? ORDER BY version", ["case"])).map(({ id }) => String(id));
}

/** What is kept of a case; nothing of one that cannot be counted here, such as one of a procedure that is not known. */
async function rowsOf(view: DocketView, id: string): Promise<LineRow[]> {
  const file = await countedFile(view, id);
  return file ? piecesOf(file).map((piece) => rowOf(file, piece)) : [];
}

/** The file of a case whose procedure is known here; null where it is not, or where there is no such case. */
export async function countedFile(view: DocketView, id: string): Promise<CaseFile | null> {
  try {
    return await readCaseFile(view, id);
  } catch (error) {
    if (error instanceof DocketError && error.code === "not-found") return null;
    throw error;
  }
}

function rowOf({ id, state, rules }: CaseFile, { from, until, line }: Piece): LineRow {
  const number = numberOf(id);
  return {
    case_id: id,
    from_day: from,
    until_day: until,
    edition: edition(),
    zone: rules?.calendar.zone ?? usualZone,
    year: number?.year ?? null,
    serial: number?.serial ?? null,
    place: placeOf(line),
    state: line.state,
    overdue: line.overdue,
    search: searchText(id, state),
    parties: partyText(state),
    line: canonicalJson(line),
  };
}

/** Where a line stands in the list: what ends soonest first, then by id. It is the cursor too. */
export function placeOf({ id, next }: Pick<KeptLine, "id" | "next">): string {
  return `${next?.due ?? "9999"}~${id}`;
}

/** What a text is looked for in. */
export function searchText(id: string, { caption, reference, parties }: DocketCase): string {
  return folded([id, caption, reference ?? "", ...parties.map(({ name }) => name)].join("\n"));
}

export function partyText({ parties }: DocketCase): string {
  return folded(parties.map(({ name }) => name).join("\n"));
}

/** A text whatever its case and width; without what a database cannot hold in one. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("\u0000", " ");
}

let known: string | undefined;

/** What a line tells; another number makes every line anew. */
const form = "2";

/** Tells by which tables lines were made: those of this version, procedures and calendars. */
export function edition(): string {
  if (known !== undefined) return known;
  const hash = createHash("sha256")
    .update(form)
    .update(readFileSync(join(packageRoot(), "package.json")));
  for (const folder of ["procedures", join("procedures", "calendars")]) {
    const path = join(packageRoot(), folder);
    for (const name of readdirSync(path).sort(byText)) if (name.endsWith(".yaml")) hash.update(readFileSync(join(path, name)));
  }
  known = hash.digest("hex");
  return known;
}
