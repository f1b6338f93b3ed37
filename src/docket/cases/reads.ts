import { HandlingMark, type JournalHead } from "../../model/index.js";
import { ConflictError, type Docket } from "../journal/index.js";
import type { Doing } from "./change.js";

/** What was read or taken out of the docket. */
export interface ReadItem {
  act: "item-read" | "exported";
  /** Null for what belongs to no case. */
  case: string | null;
  /** The object, such as `letter l1`. */
  item: string;
  handling: HandlingMark;
  /** The digest of what was taken out; null where it was looked at. */
  sha256: string | null;
}

/**
 * Records that somebody read restricted items, or took something out: an entry each, all of them or none. Every reading is one, so a key of the
 * request counts for nothing here.
 *
 * @returns the head behind them; null where there is nothing to record
 */
export async function noteReads(docket: Docket, items: readonly ReadItem[], { by, at }: Omit<Doing, "key">): Promise<JournalHead | null> {
  if (items.length === 0) return null;
  const entries = items.map(({ act, case: of, item, handling, sha256 }) => {
    const id = [...(of === null ? [] : [of]), item.replaceAll(" ", "-")].join("/");
    return { act, case: of, object: { kind: "read", id }, after: { item, handling, sha256 } };
  });
  const asks = { read: entries.map(({ act, object, after }) => ({ act, id: object.id, sha256: after.sha256 })) };
  const { head } = await docket.append({ by, at, asks }, async () => entries);
  return head;
}

/** What of a save on an older version shows what is restricted: the answer tells mine and theirs. */
export function readOfConflict(error: unknown): ReadItem[] {
  if (!(error instanceof ConflictError)) return [];
  const { object, base, theirs, mine } = error.conflict;
  const marks = [base, theirs.state, mine].map((state) => HandlingMark.safeParse((state as { handling?: unknown } | null)?.handling).data);
  if (!marks.includes("restricted")) return [];
  const slash = object.id.lastIndexOf("/");
  const [of, name] = slash < 0 ? [null, object.id] : [object.id.slice(0, slash), object.id.slice(slash + 1)];
  return [{ act: "item-read", case: of, item: `${object.kind} ${name}`, handling: "restricted", sha256: null }];
}
