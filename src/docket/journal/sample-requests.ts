import type { Json } from "../../model/index.js";
import type { DocketRequest, NewEntry } from "./append.js";

/** A request of somebody at a certain moment. */
export function asked(asks: Json, more: Partial<DocketRequest> = {}): DocketRequest {
  return { by: "Ana Ruiz", at: "2026-11-27T09:30:00.000Z", asks, ...more };
}

/** An entry that sets a note of a case. */
export function noteSet(id: string, after: Json, more: Partial<NewEntry> = {}): NewEntry {
  return { act: "note-set", case: "2026-1", object: { kind: "note", id }, after, ...more };
}
