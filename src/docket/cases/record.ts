import type { JournalEntry, Json, RecordLine } from "../../model/index.js";
import { type DocketView, mergeChanges } from "../journal/index.js";

/** Which lines of the record are wanted. */
export interface RecordQuery {
  case?: string | undefined;
  by?: string | undefined;
  act?: string | undefined;
}

/** The record: who did what, when, field by field, in the order in which it was done. */
export async function recordOf(view: DocketView, { case: of, by, act }: RecordQuery): Promise<RecordLine[]> {
  const entries = await view.entries(of === undefined ? {} : { case: of });
  return entries.filter(({ body }) => (by === undefined || body.by === by) && (act === undefined || body.act === act)).map(lineOf);
}

function lineOf({ number, digest, body }: JournalEntry): RecordLine {
  const { at, by, act, case: of, object, before, after, reason, origin } = body;
  return {
    number,
    digest,
    at,
    by,
    act,
    case: of,
    object: `${object.kind} ${object.id}`,
    changed: changes(before, after),
    reason,
    origin: origin && { docket: origin.docket, at: origin.at, by: origin.by },
  };
}

/** What became of each field: a merge with nobody else's change is just that. */
function changes(before: Json, after: Json): RecordLine["changed"] {
  const empty = (value: Json): Json => (value === null ? {} : value);
  const both = [before, after].every((one) => one === null || (typeof one === "object" && !Array.isArray(one)));
  const [old, now] = both ? [empty(before), empty(after)] : [before, after];
  return mergeChanges(old, now, old).fields.map(({ path, base, mine }) => ({
    path,
    ...(base === undefined ? {} : { before: base }),
    ...(mine === undefined ? {} : { after: mine }),
  }));
}
