import type { ChangeDecision, ChangeSet, Json } from "../model/index.js";
import type { Doing } from "./cases/index.js";
import type { Appended, Docket } from "./journal/index.js";

/** Records what was decided on a change set of the reference, or on some of its rows: it belongs to no case, and every case may rest on it. */
export function recordChangeDecision(
  docket: Docket,
  { id, source, after, before }: Pick<ChangeSet, "id" | "source" | "after" | "before">,
  { state, reason, rows }: { state: ChangeDecision["state"] | "reopened"; reason: string | null; rows: readonly string[] },
  { by, at, key }: Doing,
): Promise<Appended> {
  const told = {
    source,
    edition: after.edition,
    before: before?.edition ?? null,
    state,
    ...(rows.length > 0 ? { rows: [...rows] } : {}),
    handling: "internal",
  };
  return docket.append({ by, at, key, asks: { change: id, state, reason, rows: [...rows] } }, async () => [
    { act: `change-${state}`, case: null, object: { kind: "change-set", id }, after: told as Json, reason },
  ]);
}
