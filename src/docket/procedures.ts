import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { byText, type Day, holdsOn, type KindOfCase, type Procedure } from "../model/index.js";
import { packageRoot } from "../package-root.js";
import { readProcedure } from "./read-procedure.js";

/**
 * The procedures that come with beholden, by id.
 *
 * @throws ProcedureError where one is not valid
 */
export function shippedProcedures(): Map<string, Procedure> {
  const folder = join(packageRoot(), "procedures");
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const all = files.sort(byText).map((name) => readProcedure(readFileSync(join(folder, name), "utf8"), join(folder, name)));
  return new Map(all.map((one) => [one.id, one]));
}

/** Those in force on a day, of one kind of case where it is named. A case that was pending when one took the place of another is for a person to decide. */
export function proceduresOn(procedures: Iterable<Procedure>, day: Day, kind?: KindOfCase): Procedure[] {
  return [...procedures].filter((one) => holdsOn(one, day) && (kind === undefined || one.kind === kind));
}
