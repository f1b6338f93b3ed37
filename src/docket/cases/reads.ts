import type { HandlingMark, ItemRead, JournalHead } from "../../model/index.js";
import type { Docket } from "../journal/index.js";
import type { Doing } from "./change.js";

/** What of a case was read or taken out of the docket. */
export interface ReadItem {
  act: "item-read" | "exported";
  case: string;
  /** The object and its id in the case. */
  kind: string;
  id: string;
  /** Which part of it, such as shown or docx. */
  what: string;
  handling: HandlingMark;
}

/** Records that somebody read a restricted item, or took something out. */
export async function noteRead(
  docket: Docket,
  { act, case: of, kind, id, what, handling }: ReadItem,
  { by, at, key }: Doing,
): Promise<JournalHead> {
  const after = { item: { kind, id: `${of}/${id}` }, what, handling } satisfies ItemRead;
  const { head } = await docket.append({ by, at, key, asks: { read: after, act } }, async (view) => {
    const number = (await view.objects({ kind: "read", case: of })).length + 1;
    return [{ act, case: of, object: { kind: "read", id: `${of}/read-${number}` }, after }];
  });
  return head;
}
