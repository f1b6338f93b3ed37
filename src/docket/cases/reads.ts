import type { HandlingMark, JournalHead } from "../../model/index.js";
import type { Docket } from "../journal/index.js";
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

/** Records that somebody read a restricted item, or took something out. */
export async function noteRead(
  docket: Docket,
  { act, case: of, item, handling, sha256 }: ReadItem,
  { by, at, key }: Doing,
): Promise<JournalHead> {
  const object = { kind: "read", id: [...(of === null ? [] : [of]), item.replaceAll(" ", "-")].join("/") };
  const { head } = await docket.append({ by, at, key, asks: { read: object.id, act, sha256 } }, async () => [
    { act, case: of, object, after: { item, handling, sha256 } },
  ]);
  return head;
}
