import type { JournalEntry, Json } from "../../model/index.js";
import { canonicalJson } from "./canonical.js";
import { opened } from "./chain.js";
import type { Connection, Row } from "./database.js";
import type { Projection } from "./projection.js";
import type { DocketView } from "./view.js";

/**
 * Compares what is shown of objects with what the journal says, entry by entry: what is held meanwhile are the names that differ, not the
 * objects.
 */
export class ShownComparison {
  private readonly faults = new Set<string>();

  /** @param shown what is shown of the entry's object, as `storedAndShown` gives it */
  compare({ number, body: { case: of, object, after } }: Pick<JournalEntry, "number" | "body">, shown: Row): void {
    const name = `${object.kind} ${object.id}`;
    const version = shown.shown_version === null || shown.shown_version === undefined ? null : Number(shown.shown_version);
    // What is shown is of a later entry: that one will tell.
    if (version !== null && version > number) return;
    const right = after === null ? version === null : version === number && isState(shown, of, after);
    // A later entry of the same object has the last word.
    if (right) this.faults.delete(name);
    else this.faults.add(name);
  }

  /** Every name of what differs, in order: also what is shown of no entry, and what projections show otherwise. */
  async differing(connection: Connection, projections: readonly Projection[]): Promise<string[]> {
    const ofNothing = await connection.all(
      `SELECT shown.kind, shown.id FROM object AS shown
       LEFT JOIN journal ON journal.number = shown.version AND journal.object_kind = shown.kind AND journal.object_id = shown.id
       WHERE journal.number IS NULL`,
    );
    const others: string[] = [];
    for (const one of projections) others.push(...(await one.differing(connection)));
    return [...new Set([...this.faults, ...ofNothing.map(({ kind, id }) => `${kind} ${id}`), ...others])].sort();
  }
}

function isState(shown: Row, of: string | null, after: Json): boolean {
  return shown.shown_case === of && shown.shown_state === canonicalJson(after);
}

/** The names of all that is shown otherwise than the journal says. */
export async function shownFaults(connection: Connection, view: DocketView, projections: readonly Projection[]): Promise<string[]> {
  const comparison = new ShownComparison();
  for await (const { entry, shown } of view.storedAndShown()) comparison.compare(opened(entry), shown);
  return comparison.differing(connection, projections);
}
