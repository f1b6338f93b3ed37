import type { Connection } from "./database.js";

/**
 * A table that shows something of cases and is made from the journal alone. The journal empties it for a case with every entry that changes
 * one (`forgetShown`), so that it never tells what was; a projection fills it again within the same write.
 */
export interface Projection {
  /** Fills it for cases, or for all of them. */
  follow(connection: Connection, cases: readonly string[] | "all"): Promise<void>;
  /** The names of what it shows otherwise than the journal says. */
  differing(connection: Connection): Promise<string[]>;
}

/** Kinds of objects on which the line of a case in the list rests. */
const kindsOfLines = new Set(["case", "event"]);

/** Takes away what is shown of a case that an entry changes. */
export async function forgetShown(connection: Connection, of: string | null, kind: string): Promise<void> {
  if (of !== null && kindsOfLines.has(kind)) await connection.run("DELETE FROM case_line WHERE case_id = ?", [of]);
}
