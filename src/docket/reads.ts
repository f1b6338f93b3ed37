import { randomUUID } from "node:crypto";
import type { ObjectName } from "../model/index.js";
import type { Docket } from "./journal/index.js";

/** What was read or left the docket, with its case; null for what belongs to none. */
export interface ReadItem extends ObjectName {
  case: string | null;
}

/**
 * Records that restricted items were read, or that something was exported: who saw what is part of the record, an entry for each.
 *
 * @throws DocketError
 */
export async function noteReads(
  docket: Docket,
  items: readonly ReadItem[],
  act: "item-read" | "exported",
  { by, at }: { by: string; at: string },
): Promise<void> {
  if (items.length === 0) return;
  const asked = items.map(({ kind, id }) => `${kind} ${id}`);
  await docket.append({ by, at, asks: { [act]: asked } }, async () =>
    items.map(({ kind, id, case: of }) => ({
      ...{ act, case: of, after: { kind, id } },
      object: { kind: "read", id: of === null ? randomUUID() : `${of}/${randomUUID()}` },
    })),
  );
}
