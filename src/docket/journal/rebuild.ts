import { showEntry } from "./append.js";
import { canonicalJson } from "./canonical.js";
import { opened } from "./chain.js";
import type { Connection } from "./database.js";
import type { Docket } from "./store.js";
import { DocketView } from "./view.js";

/** What became of what is shown. */
export interface Rebuilt {
  entries: number;
  objects: number;
  /** Objects that were shown otherwise than the journal says. */
  mended: string[];
}

/** Makes what is shown anew from the journal alone, in one step for whoever reads meanwhile. The journal itself is not touched. */
export async function rebuildShown(docket: Docket): Promise<Rebuilt> {
  return docket.database.write(async (connection) => {
    const before = await shownLines(connection);
    await connection.run("DELETE FROM object");
    let entries = 0;
    for await (const stored of new DocketView(connection).stored()) {
      await showEntry(connection, opened(stored));
      entries += 1;
    }
    const after = await shownLines(connection);
    return { entries, objects: after.size, mended: differing(before, after) };
  });
}

/** Every shown object, by name, as one text. */
export async function shownLines(connection: Connection): Promise<Map<string, string>> {
  const rows = await connection.all("SELECT kind, id, case_id, version, state FROM object");
  return new Map(rows.map((row) => [`${row.kind} ${row.id}`, canonicalJson(row)]));
}

/** Names that one side lacks or has otherwise, in order. */
export function differing(left: Map<string, string>, right: Map<string, string>): string[] {
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => left.get(name) !== right.get(name)).sort();
}
