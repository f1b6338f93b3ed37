import type { CaseEntry, Procedure } from "../model/index.js";
import { shippedProcedures } from "./procedures.js";

const shipped = shippedProcedures();

/** A shipped procedure, for tests. */
export function shippedProcedure(id: string): Procedure {
  const found = shipped.get(id);
  if (!found) throw new Error(`no procedure ${id}`);
  return found;
}

const initialContents = ["criteria", "proposal", "factual-basis", "unclassified"];
const finalContents = ["determination", "unclassified", "party-information", "cessation", "later-review", "measures", "penalties"];

/** An Initial Determination as it has to be. */
export function initialDetermination(on: string, more: Partial<CaseEntry> = {}): CaseEntry {
  return {
    event: "initial-determination-served",
    on,
    signed: true,
    by: "Secretary",
    method: "by-hand",
    contains: initialContents,
    ...more,
  };
}

/** A Final Determination as it has to be. */
export function finalDetermination(on: string, more: Partial<CaseEntry> = {}): CaseEntry {
  return {
    event: "final-determination",
    on,
    outcome: "prohibited",
    signed: true,
    written: true,
    by: "Secretary",
    contains: finalContents,
    ...more,
  };
}

/** A case up to the service of its Initial Determination on 2025-04-01. */
export const served: CaseEntry[] = [
  { event: "information-received", on: "2025-02-10" },
  { event: "review-started", on: "2025-02-11" },
  { event: "agencies-notified", on: "2025-02-20" },
  { event: "determination-proposed", on: "2025-03-11" },
  initialDetermination("2025-04-01"),
];

/** The same, answered on 2025-04-20 and with Justice and Treasury since 2025-06-02. */
export const circulated: CaseEntry[] = [
  ...served,
  { event: "response-received", on: "2025-04-20" },
  { event: "consideration-started", on: "2025-04-22" },
  { event: "circulation-received", on: "2025-06-02", agency: "Justice", written: true },
  { event: "circulation-received", on: "2025-06-02", agency: "Treasury", written: true },
];
